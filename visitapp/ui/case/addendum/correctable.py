"""Which fields of a signed item may be corrected, what stands in them, and what takes its place. Pure: no Qt."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Literal, get_args

from msgspec import Struct
from msgspec.structs import replace

from visitapp.domain import codes
from visitapp.domain.contact import ChildSeen, Contact, LookedAt, Measure, Note, Observation
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import Action, ActionUpdate, Answer, ParentsView, Told, View, Worry
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.domain.regions import REGIONS
from visitapp.words import Text, text

Kind = Literal["line", "words", "code", "number", "time"]
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Correctable(Struct, frozen=True):
    """A field. `options`: codes with the ids of their words, for a closed list. `label`: what it is called."""

    name: str
    kind: Kind
    label: Text
    value: str
    options: tuple[tuple[str, Text], ...] = ()


class _Of(Struct, frozen=True):
    name: str
    kind: Kind
    prefix: str = ""
    codes: tuple[str, ...] = ()


def _truth(name: str) -> _Of:
    return _Of(name, "code", "code.truth", get_args(codes.Truth))


def _code(name: str, prefix: str, closed_list: Any) -> _Of:
    return _Of(name, "code", prefix, get_args(closed_list))


_TEXT = _Of("text", "words")
_FIELDS: dict[type, tuple[_Of, ...]] = {
    Contact: (
        _Of("time", "time"),
        _Of("minutes", "number"),
        _code("outcome", "code.outcome", codes.Outcome),
        _code("purpose", "code.purpose", codes.Purpose),
        _code("place", "code.place", codes.Place),
        _truth("announced"),
        _truth("counts_as_statutory"),
    ),
    ChildSeen: (
        _truth("seen"),
        _truth("alone"),
        _truth("spoken_to"),
        _truth("awake"),
        _code("undressed", "code.undressed", codes.Undressed),
        _truth("unwell"),
        _Of("question", "line"),
        _Of("words", "words"),
        _Of("sleeps_tonight", "line"),
    ),
    LookedAt: (_code("bedroom", "code.bedroom", codes.Bedroom), _truth("food"), _truth("mouth")),
    Observation: (_TEXT, _code("source", "code.source", codes.Source)),
    Measure: (_Of("value", "number"),),
    Mark: (
        _code("kind", "code.mark_kind", codes.MarkKind),
        _Of("region", "code", "code.region", tuple(REGIONS)),
        _code("side", "code.side", codes.Side),
        _TEXT,
    ),
    Opinion: (_code("says", "code.opinion", codes.OpinionSays), _TEXT),
    Account: (_TEXT, _code("cause", "code.cause", codes.Cause), _truth("was_there")),
    Worry: (_TEXT,),
    ParentsView: (_TEXT, _truth("agrees")),
    Action: (_Of("what", "words"),),
    ActionUpdate: (_truth("done"), _Of("why", "words")),
    Told: (_Of("who", "line"), _Of("at", "line"), _Of("said", "words"), _Of("agreed", "words")),
    Answer: (_TEXT, _Of("reason", "words"), _Of("told_who", "line"), _Of("told_at", "line")),
    View: (_Of("holds", "words"), _Of("why", "words"), _Of("sits_badly", "words"), _Of("would_change_it", "words")),
}
_NUMBERS: dict[str, Callable[[str], object]] = {"minutes": int, "value": float}


def can_be_corrected(item: AnyItem) -> bool:
    """Whether an addendum may correct this kind of item."""
    return isinstance(item, Note) or type(item) in _FIELDS


def can_be_withdrawn(item: AnyItem) -> bool:
    """That a contact took place is not withdrawn: all else hangs on it."""
    return not isinstance(item, Contact)


def fields(item: AnyItem) -> tuple[Correctable, ...]:
    """The fields of an item and what stands in them now. A note has one for each paragraph."""
    if isinstance(item, Note):
        return tuple(
            Correctable(str(place), "words", text("correct.paragraph", number=place + 1), one.text)
            for place, one in enumerate(item.paragraphs)
        )
    return tuple(
        Correctable(
            of.name,
            of.kind,
            text(f"correct.{of.name}"),
            _shown(getattr(item, of.name)),
            tuple((code, text(f"{of.prefix}.{code}")) for code in of.codes),
        )
        for of in _FIELDS[type(item)]
    )


def _shown(value: object) -> str:
    if value is None:
        return ""
    return f"{value:g}" if isinstance(value, float) else str(value)


def wrong(item: AnyItem, values: Mapping[str, str]) -> dict[str, Text]:
    """What cannot be read, by field."""
    found = {}
    for field in fields(item):
        typed = values.get(field.name, field.value).strip()
        if field.kind == "number" and typed and not _number(field.name, typed):
            found[field.name] = text("addendum.number")
        if field.kind == "time" and typed and not _TIME.fullmatch(typed):
            found[field.name] = text("addendum.time")
    return found


def _number(name: str, typed: str) -> bool:
    try:
        _NUMBERS[name](typed)
    except ValueError:
        return False
    return True


def corrected(item: AnyItem, values: Mapping[str, str], new_id: str) -> AnyItem | None:
    """The item that takes the place of this one, under its own id; None when nothing was changed.

    `values` by field; those left out stay. Nothing in them may be `wrong`.
    """
    before = {field.name: field.value for field in fields(item)}
    changed = {
        name: words.strip() for name, words in values.items() if words.strip() != before.get(name, words).strip()
    }
    if not changed:
        return None
    if isinstance(item, Note):
        paragraphs = tuple(
            replace(one, text=changed.get(str(place), one.text)) for place, one in enumerate(item.paragraphs)
        )
        return replace(item, id=new_id, paragraphs=tuple(one for one in paragraphs if one.text))
    return replace(item, id=new_id, **{name: _meant(item, name, words) for name, words in changed.items()})


def _meant(item: AnyItem, name: str, words: str) -> object:
    if name in _NUMBERS and not isinstance(item, ActionUpdate):
        return _NUMBERS[name](words) if words else None
    of = next(of for of in _FIELDS[type(item)] if of.name == name)
    return None if of.kind == "code" and not words else words
