"""Writes what is kept of a case as a case file, so that reading it gives the same things again.

The file says what holds now: what was corrected is left out, and so is what the format has no place for (a second
view at one contact, what a vault knows beyond the page). `left_out` names all of it, by reading what was written;
resources/docs/left-out-of-case-files.md lists the fields.
"""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import fields as fields_of
from msgspec.structs import replace

from visitapp.domain.case import Kept
from visitapp.domain.contact import rough_notes
from visitapp.domain.item import Correction
from visitapp.exchange import writing
from visitapp.exchange.casefile import QUESTIONS, read
from visitapp.exchange.yamltext import dump


class LeftOut(Struct, frozen=True):
    """Something that the file does not say: an item by its id and tag, whole (`fields` empty) or these fields of it."""

    item: str
    kind: str
    fields: tuple[str, ...] = ()


def write(kept: Iterable[Kept], questions: frozenset[str] = QUESTIONS) -> str:
    """The case file of what is kept. Raises ValueError where there is no case header among it."""
    return dump(writing.compose(_standing(kept), questions)[0])


def left_out(kept: Iterable[Kept], questions: frozenset[str] = QUESTIONS) -> tuple[LeftOut, ...]:
    """What `write` cannot say of the same things, in their order. Raises ValueError as `write` does."""
    everything = tuple(kept)
    firsts = _firsts(everything)
    newest = {_first(one.item.id, firsts): one.item.id for one in _newest(everything)}
    root, written = writing.compose(_standing(everything), questions)
    again = sorted(read(dump(root).encode(), "", questions).kept, key=lambda one: one.place)
    lost = {
        newest[one.item.id]: names
        for one, back in zip(written, again, strict=True)
        if (names := _differences(one, back))
    }
    whole = {newest[one.item.id] for one in written}
    return tuple(
        LeftOut(one.item.id, str(type(one.item).__struct_config__.tag), lost.get(one.item.id, ()))
        for one in everything
        if one.item.id not in whole or one.item.id in lost
    )


def _standing(kept: Iterable[Kept]) -> list[Kept]:
    """What holds now, in the order in which it was said, under the id by which everything else names it."""
    everything = list(kept)
    firsts = _firsts(everything)
    standing = [
        replace(one, item=replace(one.item, id=_first(one.item.id, firsts))) if one.item.id in firsts else one
        for one in _newest(everything)
    ]
    rough = rough_notes(one.item for one in standing)
    return [one for one in standing if one.item.id not in rough]


def _newest(everything: Iterable[Kept]) -> list[Kept]:
    gone = {one.item.of for one in everything if isinstance(one.item, Correction)}
    return sorted((one for one in everything if one.item.id not in gone), key=lambda one: one.place)


def _firsts(everything: Iterable[Kept]) -> dict[str, str]:
    return {one.item.by: one.item.of for one in everything if isinstance(one.item, Correction) and one.item.by}


def _first(id_: str, firsts: dict[str, str]) -> str:
    """The id under which it was first recorded."""
    seen: set[str] = set()
    while id_ in firsts and id_ not in seen:
        seen.add(id_)
        id_ = firsts[id_]
    return id_


def _differences(one: Kept, back: Kept) -> tuple[str, ...]:
    item = replace(back.item, id=one.item.id)
    names = [field.name for field in fields_of(item) if getattr(item, field.name) != getattr(one.item, field.name)]
    return (*names, "known_on") if back.known_on != one.known_on else tuple(names)
