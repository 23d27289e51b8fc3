"""A case that was read from a file, as entries to be signed: every id fresh, every reference to it mapped.

One entry opens the case (its number, children, people, professionals, plans), one imports each contact, in the order of
the file; the file's own dates and days of knowing stay. What would not fit into one record is spread over several.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import msgspec
from msgspec.structs import replace

from visitapp.domain.case import Kept
from visitapp.domain.codes import EntryKind
from visitapp.domain.contact import Contact
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.domain.judgement import Answer
from visitapp.domain.marks import Mark, Opinion
from visitapp.exchange.casefile import CaseFile
from visitapp.exchange.forms import ABSENT
from visitapp.exchange.knowing import ALWAYS
from visitapp.exchange.problems import Problem, refused
from visitapp.exchange.table import PLACES
from visitapp.words import text

MOST_BYTES = 200_000
"""Of one entry, so that its record stays well under the 256 KiB that a record may have."""


def entries(file: CaseFile, importer: str, new_id: Callable[[], str], at: str) -> tuple[Entry, ...]:
    """The entries to be signed by a member (`importer`) at a civil time with offset (`at`, ISO 8601).

    Raises FileRefused for a text that is too long for one record; its line is that of the item.
    """
    renaming = _Renaming(file.kept, new_id)
    marks = {one.item.id: one.item.contact for one in file.kept if isinstance(one.item, Mark)}
    groups: dict[str, list[Kept]] = {"": []}
    for one in sorted(file.kept, key=lambda one: one.place):
        groups.setdefault(_contact(one.item, marks), []).append(one)
    made = []
    for contact, group in groups.items():
        kind: EntryKind = "imported" if contact else "opening"
        new = renaming.ids[contact] if contact else ""
        for lines in _portions(file, group, renaming):
            made.append(Entry(kind=kind, at=at, by=importer, lines=lines, contact=new))
    return tuple(made)


class _Renaming:
    """Fresh ids for the file's."""

    def __init__(self, kept: Iterable[Kept], new_id: Callable[[], str]) -> None:
        self.ids: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        for one in kept:
            self.ids[one.item.id] = new_id()
            self._kinds[one.item.id] = PLACES[type(one.item)].kind

    def item(self, item: AnyItem) -> AnyItem:
        place = PLACES[type(item)]
        changed: dict[str, Any] = {"id": self.ids[item.id]}
        if place.owner:
            changed[place.owner] = self.ids[getattr(item, place.owner)]
        for field in place.fields:
            value = getattr(item, field.into, None)
            if value is not None and field.name != "id":
                new = field.form.renamed(value, self._new)
                if new is not ABSENT and new != value:
                    changed[field.into] = new
        if isinstance(item, Answer):
            # No file says these; what was kept elsewhere and is brought in the same way does.
            changed |= {name: tuple(self._any(one) for one in getattr(item, name)) for name in ("about", "children")}
        return replace(item, **changed)

    def _any(self, id_: str) -> str:
        return self.ids.get(id_, id_)

    def _new(self, id_: str, kinds: frozenset[str]) -> str | None:
        return self.ids[id_] if self._kinds.get(id_) in kinds else None


def _contact(item: AnyItem, marks: dict[str, str]) -> str:
    """The contact that an item came in with; "" for what is of the case."""
    if isinstance(item, Contact):
        return item.id
    return marks[item.mark] if isinstance(item, Opinion) else getattr(item, "contact", "")


def _portions(file: CaseFile, group: list[Kept], renaming: _Renaming) -> Iterator[tuple[Line, ...]]:
    """The lines of one contact, or of the case, in portions that fit into a record each."""
    lines: list[Line] = []
    size = 0
    for one in group:
        known_on = None if one.known_on == ALWAYS else one.known_on
        line = Line(renaming.item(one.item), known_on, one.known_on is None)
        more = len(msgspec.msgpack.encode(line))
        if more > MOST_BYTES:
            found, allowed = str(more // 1000), text("exchange.allowed.kilobytes", most=MOST_BYTES // 1000)
            raise refused(file.name, [Problem("exchange.too_long", file.lines[one.item.id], "", found, allowed)])
        if lines and size + more > MOST_BYTES:
            yield tuple(lines)
            lines, size = [], 0
        lines.append(line)
        size += more
    if lines:
        yield tuple(lines)
