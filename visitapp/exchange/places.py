"""The words in which the table of fields is written: a field, a part, a place.

A place is a mapping of the file that becomes one item of the domain: which fields it has, how each is written, where
its value goes, what else stands in it, and when it becomes known.
"""

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any, Final, Literal

from msgspec import NODEFAULT, Struct
from msgspec.structs import fields as fields_of

from visitapp.exchange.forms import ABSENT, Bare, Form, Rename, read_date, scalar
from visitapp.exchange.problems import Problem
from visitapp.exchange.reading import Reading
from visitapp.exchange.tree import Fields, Leaf, Node
from visitapp.words import Text, text

Known = Literal["own", "contact", "first", "named", "born", "above", "never"]
"""When a thing is known that does not say so: on its own date; with its contact; on the day of the first contact; at
the first contact that names it; the same but not before birth; with what it stands in; never."""


def _recorded(leaf: Leaf) -> Any:
    return NEVER if leaf.text == NEVER else read_date(leaf.text)


NEVER: Final = "never"
RECORDED = scalar(text("exchange.allowed.recorded"), _recorded, lambda value: Bare(str(value)))
"""The day on which the team came to know of something, or `never`."""


class Field(Struct, frozen=True):
    """A field by its name. `target`: the item's field that takes the value, where it is called otherwise.

    `always`: written even when it is what the item has by default.
    """

    name: str
    form: Form
    required: bool = False
    target: str = ""
    always: bool = False

    @property
    def into(self) -> str:
        """The item's field."""
        return self.target or self.name


class Shape(Struct, frozen=True):
    """For the few places whose fields do not go one to one into the item's.

    `into` makes the item's fields of the values that were read, or notes a problem and gives None. `out` gives those
    fields that are written otherwise (ABSENT: not at all); it is also given the ids of the marks of the item's contact.
    """

    into: Callable[[dict[str, Any], Fields, str, Reading], dict[str, Any] | None]
    out: Callable[[Any, tuple[str, ...]], dict[str, Any]]


class Place(Struct, frozen=True, dict=True):
    """A mapping that becomes an item.

    `kind`: what references call it. `owner`: the item's field with the id of what it stands in. `either`: of these
    fields there must be one. `bare`: the field that is meant where a bare scalar stands instead of a mapping.
    """

    item: type[Any]
    fields: tuple[Field, ...]
    parts: tuple["Part", ...] = ()
    kind: str = ""
    owner: str = ""
    known: Known = "contact"
    shape: Shape | None = None
    either: tuple[str, ...] = ()
    bare: str = ""

    @cached_property
    def by_name(self) -> dict[str, Field]:
        """Its own fields by name."""
        return {field.name: field for field in self.fields}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every name that may stand in it, in the order of the table."""
        inline = [name for part in self.parts if part.inline for name in part.place.names]
        return (*self.by_name, *inline, *(part.name for part in self.parts if not part.inline))

    @cached_property
    def required(self) -> frozenset[str]:
        """The fields without which there is no item."""
        return frozenset(field.name for field in self.fields if field.required)

    @cached_property
    def recorded(self) -> str:
        """The field that says when the team came to know of it; "" where it has none."""
        return next((field.name for field in self.fields if field.form is RECORDED), "")

    @cached_property
    def defaults(self) -> dict[str, Any]:
        """What the item's fields are when nothing stands there; fields that must stand there are missing."""
        return {one.name: one.default for one in fields_of(self.item) if one.default is not NODEFAULT}


class Part(Struct, frozen=True):
    """Items that stand within another: under a name, in a list or (`many` False) alone; or `inline`, in its fields."""

    name: str
    place: Place
    many: bool = True
    required: bool = False
    inline: bool = False


def read_fields(
    fields: dict[str, Field], names: tuple[str, ...], node: Fields, path: str, reading: Reading
) -> dict[str, Any]:
    """The values that stand in a mapping, by field name. Notes unknown fields, odd values and missing ones."""
    values = {}
    for name, one in node.pairs.items():
        field = fields.get(name)
        if field is None:
            if name not in names:
                allowed = text("exchange.allowed.codes", codes=", ".join(names))
                reading.problem(Problem("exchange.unknown_field", node.lines[name], path, name, allowed))
            continue
        value = read_value(field, one, f"{path}.{name}" if path else name, reading)
        if value is not ABSENT:
            values[name] = value
    for field in fields.values():
        if field.required and field.name not in node.pairs:
            missing(node, path, field.name, field.form.allowed, reading)
    return values


def read_value(field: Field, node: Node, path: str, reading: Reading) -> Any:
    """What a field says; ABSENT where nothing stands, or nothing that may."""
    if isinstance(node, Leaf):
        if node.nothing or (field.required and not node.text):
            if field.required:
                reading.odd(node, path, field.form.allowed)
            return ABSENT
        if node.text == "unknown" and not field.required and not field.form.unknown_too:
            return ABSENT
    return field.form.read(node, path, reading)


def missing(node: Fields, path: str, name: str, allowed: Text, reading: Reading) -> None:
    """Something that must stand in a mapping does not."""
    field = f"{path}.{name}" if path else name
    reading.problem(Problem("exchange.missing", node.line, field, "", allowed))


def none_of(values: dict[str, Any], either: tuple[str, ...], node: Fields, path: str, reading: Reading) -> bool:
    """Whether none of the fields stands there of which one must; noted as missing."""
    if not either or any(name in values for name in either):
        return False
    if not any(name in node.pairs for name in either):
        allowed = text("exchange.allowed.codes", codes=", ".join(either))
        missing(node, path, "/".join(either), allowed, reading)
    return True


def write_fields(fields: Iterable[Field], values: dict[str, Any], defaults: dict[str, Any]) -> dict[str, Any]:
    """A mapping to be written, without what would be read as the default anyway."""
    written = {}
    for field in fields:
        value = values.get(field.into, ABSENT)
        needless = not (field.required or field.always) and value == defaults.get(field.into, ABSENT)
        if value is not ABSENT and value is not None and not needless:
            written[field.name] = field.form.write(value)
    return written


def record(into: type[Struct], *fields: Field) -> Form:
    """A mapping that becomes a part of an item, without an id of its own."""
    by_name = {field.name: field for field in fields}
    names = tuple(by_name)
    defaults = {one.name: one.default for one in fields_of(into) if one.default is not NODEFAULT}
    allowed = text("exchange.allowed.record", names=", ".join(names))
    required = {field.name for field in fields if field.required}

    def read(node: Node, path: str, reading: Reading) -> Any:
        if not isinstance(node, Fields):
            reading.odd(node, path, allowed)
            return ABSENT
        values = read_fields(by_name, names, node, path, reading)
        if not required <= values.keys():
            return ABSENT
        return into(**{by_name[name].into: value for name, value in values.items()})

    def write(value: Any) -> Any:
        return write_fields(fields, {field.into: getattr(value, field.into) for field in fields}, defaults)

    def renamed(value: Any, rename: Rename) -> Any:
        new = {field.into: field.form.renamed(getattr(value, field.into), rename) for field in fields}
        if any(new[by_name[name].into] is ABSENT for name in required):
            return ABSENT
        return into(**{name: one for name, one in new.items() if one is not ABSENT})

    return Form(allowed, read, write, renamed)
