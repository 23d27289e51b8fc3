"""From items to the mappings of a case file, by the same table that reads them.

An item is written when the file can hold it: what it belongs to is there, and every field that must stand can be read
again as it was. A field that names something left out is left out too. `recorded_on` stands only where the day is
another than the one that a reader would find.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from msgspec import Struct

from visitapp.domain.case import Kept
from visitapp.domain.contact import Contact
from visitapp.domain.family import CaseHeader, Partnership, Person
from visitapp.domain.item import Item
from visitapp.domain.marks import Mark
from visitapp.exchange.forms import ABSENT, Bare, Rename
from visitapp.exchange.knowing import times
from visitapp.exchange.places import NEVER, RECORDED, Field, Part, Place, read_value
from visitapp.exchange.reading import Found, Reading
from visitapp.exchange.table import CASE, FORMAT, PLACES
from visitapp.exchange.tree import Fields, Leaf, Node, Rows


class _Written(Struct, eq=False):
    """One item on its way into the file, and the mapping that it becomes."""

    kept: Kept
    place: Place
    mapping: dict[str, Any]
    found: Found


def compose(kept: list[Kept], questions: frozenset[str]) -> tuple[dict[str, Any], list[Kept]]:
    """The file's mapping, and what is in it in the order in which a reader finds it.

    Raises ValueError where no case header that can be written is among it.
    """
    ids = _Ids(kept)
    while True:
        composing = _Composing(kept, ids, questions)
        root = composing.root()
        if not ids.keep_only(composing.written):
            composing.say_when()
            return root, [one.kept for one in composing.written]


class _Ids:
    """The ids that references in the file may name, by kind."""

    def __init__(self, kept: list[Kept]) -> None:
        places = ((one.item.id, PLACES.get(type(one.item))) for one in kept)
        self._kind = {id_: place.kind for id_, place in places if place is not None}

    def keep_only(self, written: Iterable[_Written]) -> bool:
        """Forget what was not written. Whether something was forgotten."""
        there = {one.kept.item.id for one in written}
        gone = self._kind.keys() - there
        for id_ in gone:
            del self._kind[id_]
        return bool(gone)

    def rename(self, named: set[str]) -> Rename:
        """Ids stay as they are where they can be written; they are added to `named`."""

        def same(id_: str, kinds: frozenset[str]) -> str | None:
            if self._kind.get(id_) not in kinds:
                return None
            named.add(id_)
            return id_

        return same


class _Composing:
    """One attempt with the ids that are there."""

    def __init__(self, kept: list[Kept], ids: _Ids, questions: frozenset[str]) -> None:
        self.written: list[_Written] = []
        self._ids = ids
        self._questions = questions
        self._named: dict[str, list[str]] = {}
        self._contact = ""
        self._marks_here: list[str] = []
        self._within = _within(kept)

    def root(self) -> dict[str, Any]:
        headers = self._within.get((CaseHeader, ""), [])
        mapping = self._item(CASE, headers[-1], None, {}) if headers else None
        if mapping is None:
            raise ValueError("a case file needs the case's own number")
        return {"format": Bare(FORMAT), **mapping}

    def _item(self, place: Place, one: Kept, above: Found | None, mapping: dict[str, Any]) -> dict[str, Any] | None:
        """Fill a mapping with an item and all that stands in it; None when the file cannot hold the item."""
        if place.item is Contact:
            self._contact, self._marks_here = one.item.id, []
        own = self._fields(place, one.item)
        if own is None:
            return None
        mapping.update(own)
        if place.item is Mark:
            self._marks_here.append(one.item.id)
        found = Found(one.item, 0, above)
        self.written.append(_Written(one, place, mapping, found))
        for part in place.parts:
            self._part(part, "" if place is CASE else one.item.id, found, mapping)
        return mapping

    def _part(self, part: Part, owner: str, above: Found, mapping: dict[str, Any]) -> None:
        items = self._within.get((part.place.item, owner), [])
        if part.inline or not part.many:
            for one in items[-1:]:
                inner = self._item(part.place, one, above, mapping if part.inline else {})
                if inner is not None and not part.inline:
                    mapping[part.name] = _short(part.place, inner)
            return
        rows = [self._item(part.place, one, above, {}) for one in items]
        written = [row for row in rows if row is not None]
        if written or part.required:
            mapping[part.name] = written

    def _fields(self, place: Place, item: Item) -> dict[str, Any] | None:
        values = {field.into: getattr(item, field.into, ABSENT) for field in place.fields}
        if place.shape is not None:
            values |= place.shape.out(item, tuple(self._marks_here))
        mapping = {}
        for field in place.fields:
            written = ABSENT if field.form is RECORDED else self._field(field, values[field.into], place.defaults)
            if written is not ABSENT:
                mapping[field.name] = written
        required = place.required - {"format"} <= mapping.keys()
        return mapping if required and (not place.either or mapping.keys() & set(place.either)) else None

    def _field(self, field: Field, value: Any, defaults: dict[str, Any]) -> Any:
        """What is written of a value; ABSENT when nothing needs to be, or a reader would not find the same."""
        default = ABSENT if field.required or field.always else defaults.get(field.into, ABSENT)
        if value is ABSENT or value is None or value == default:
            return ABSENT
        named: set[str] = set()
        value = field.form.renamed(value, self._ids.rename(named))
        if value is ABSENT or value == default:
            return ABSENT
        written = field.form.write(value)
        if read_value(field, _node(written), "", Reading("", (), self._questions)) != value:
            return ABSENT
        if self._contact:
            for id_ in named:
                self._named.setdefault(id_, []).append(self._contact)
        return written

    def say_when(self) -> None:
        """Add `recorded_on` where a reader would find another day, from what others rest on to what rests on them."""
        for level in _LEVELS:
            whens = times([one.found for one in self.written], self._named)
            for one, when in zip(self.written, whens, strict=True):
                found_on = None if when.known_on == date.max else when.known_on
                if one.place.recorded and _level(one.kept.item) == level and found_on != one.kept.known_on:
                    one.found.recorded, one.found.never = one.kept.known_on, one.kept.known_on is None
                    one.mapping[one.place.recorded] = RECORDED.write(one.kept.known_on or NEVER)


_LEVELS = range(4)


def _level(item: Item) -> int:
    if isinstance(item, Contact):
        return 0
    return 3 if isinstance(item, Partnership) else 2 if isinstance(item, Person) else 1


def _within(kept: list[Kept]) -> dict[tuple[type, str], list[Kept]]:
    """What the file has a place for, by its type and the id of what it stands in."""
    groups: dict[tuple[type, str], list[Kept]] = {}
    for one in kept:
        place = PLACES.get(type(one.item))
        if place is not None:
            owner = getattr(one.item, place.owner) if place.owner else ""
            groups.setdefault((place.item, owner), []).append(one)
    return groups


def _short(place: Place, mapping: dict[str, Any]) -> Any:
    """A note of words alone stands as words."""
    return mapping[place.bare] if place.bare and mapping.keys() == {place.bare} else mapping


def _node(written: Any) -> Node:
    """What was written as a reader sees it."""
    if isinstance(written, dict):
        return Fields({name: _node(one) for name, one in written.items()}, dict.fromkeys(written, 0), 0)
    if isinstance(written, list):
        return Rows([_node(one) for one in written], 0)
    return Leaf(str(written), isinstance(written, Bare), 0)
