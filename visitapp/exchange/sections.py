"""Copy for the case system: a contact in sections, in the order and under the headings of the council's own form.

The form is a small YAML file, `visitapp-copy/1`. What must not be passed on as it is stands apart, in a section of its
own at the end, and says why; a source that asked not to be named is not named. What was corrected is not told any more,
that it was corrected is.
"""

from collections.abc import Collection
from typing import Any

from msgspec import Struct

from visitapp.domain.case import Case
from visitapp.domain.contact import Note, rough_notes
from visitapp.domain.item import KEEP_FROM, Correction, Item
from visitapp.domain.learnt import LEARNT, learnt_with
from visitapp.domain.marks import Opinion
from visitapp.exchange.familylines import family_lines
from visitapp.exchange.forms import WORDS, list_of, one_of
from visitapp.exchange.judgements import MADE_OF_IT
from visitapp.exchange.places import Field, read_fields, record
from visitapp.exchange.problems import Problem
from visitapp.exchange.reading import Reading
from visitapp.exchange.sentences import SEEN
from visitapp.exchange.telling import SOURCE_NOT_NAMED, Telling
from visitapp.exchange.tree import parse
from visitapp.words import Say, text

FORMAT = "visitapp-copy/1"
APART = "apart"
TELLINGS = {**SEEN, **MADE_OF_IT, "learnt": tuple((kind, family_lines) for kind in LEARNT)}


class Heading(Struct, frozen=True):
    """One section of the council's form: its key, its heading there, and what goes into it."""

    key: str
    heading: str
    of: tuple[str, ...]


class Template(Struct, frozen=True):
    """The council's form."""

    sections: tuple[Heading, ...]


class Section(Struct, frozen=True):
    """One section of a contact, ready to be pasted; `text` is "" when there is nothing to say."""

    key: str
    heading: str
    text: str


_HEADING = record(
    Heading,
    Field("key", WORDS, required=True),
    Field("heading", WORDS, required=True),
    Field("of", list_of(one_of(TELLINGS)), required=True),
)
_FIELDS = {
    "format": Field("format", one_of((FORMAT,)), required=True),
    "sections": Field("sections", list_of(_HEADING), required=True),
}


def read_template(raw: bytes, name: str = "council.yaml") -> Template:
    """The council's form. Raises FileRefused with line, field, what stands there and what may."""
    reading = Reading(name, (), frozenset())
    root = parse(raw, name)
    values = read_fields(_FIELDS, tuple(_FIELDS), root, "", reading)
    headings: tuple[Heading, ...] = values.get("sections", ())
    keys = [heading.key for heading in headings]
    for key in sorted({key for key in keys if keys.count(key) > 1 or key == APART}):
        allowed = text("exchange.allowed.own_id")
        reading.problem(Problem("exchange.same_id", root.line, "sections", key, allowed, {"first": root.line}))
    reading.stop()
    return Template(headings)


def sections(case: Case, contact: str, template: Template, say: Say) -> tuple[Section, ...]:
    """A contact by section, in the order of the template, what must stand apart at the end. Empty ones have no text."""
    items = _items(case, contact)
    telling = Telling(case, say, _unnamed(items))
    made = [_section(heading, items, telling) for heading in template.sections]
    apart = [
        say("copy.apart", why=why, value=line)
        for heading in template.sections
        for item, lines in _told(heading, items, telling)
        if (why := _why_apart(item, telling))
        for line in lines
    ]
    return (*made, Section(APART, say("copy.apart_heading"), "\n".join(apart)))


def _section(heading: Heading, items: dict[type, list[Any]], telling: Telling) -> Section:
    lines = [
        line for item, told in _told(heading, items, telling) if not _why_apart(item, telling) for line in told if line
    ]
    return Section(heading.key, heading.heading, "\n".join(lines))


def _told(heading: Heading, items: dict[type, list[Any]], telling: Telling) -> list[tuple[Any, list[str]]]:
    return [
        (item, lines_of(item, telling))
        for asked in heading.of
        for kind, lines_of in TELLINGS[asked]
        for item in items.get(kind, ())
    ]


def _items(case: Case, contact: str) -> dict[type, list[Any]]:
    """What belongs to a contact, by type, in the order in which it became known; and what of it was corrected."""
    first = case.first_id(contact)
    ids = case.ids_of(first)
    seen = [case.first_id(mark.id) for mark in case.marks if mark.contact in ids]
    marks = {id_ for mark in seen for id_ in case.ids_of(mark)}
    items: dict[type, list[Any]] = {}
    for kept in case.kept:
        if _belongs(kept.item, ids, marks):
            items.setdefault(type(kept.item), []).append(kept.item)
    for kept in learnt_with(case, first):
        items.setdefault(type(kept.item), []).append(kept.item)
    rough = rough_notes(items.get(Note, ()))
    items[Note] = [note for note in items.get(Note, ()) if note.id not in rough]
    corrected = [
        one
        for one in case.corrections
        if one.of in case.kept_by_id and _belongs(case.kept_by_id[one.of].item, ids, marks)
    ]
    return {**items, Correction: corrected}


def _belongs(item: Item, contact: Collection[str], marks: Collection[str]) -> bool:
    """Whether it is the contact, by any of its ids, or came with it, or is an opinion on one of its marks."""
    if isinstance(item, Opinion):
        return item.mark in marks
    return item.id in contact or getattr(item, "contact", "") in contact


def _unnamed(items: dict[type, list[Any]]) -> frozenset[str]:
    """Those of whom something here says that they asked not to be named."""
    asked = [item for several in items.values() for item in several if SOURCE_NOT_NAMED in item.handling]
    sources = [getattr(item, field, "") for item in asked for field in ("by", "who")]
    return frozenset(source for source in sources if source and isinstance(source, str))


def _why_apart(item: Item, telling: Telling) -> str:
    """Why something must not be passed on as it is; "" where it may."""
    reasons = [
        telling.say("copy.keep_from", person=telling.name(one.removeprefix(KEEP_FROM)))
        if one.startswith(KEEP_FROM)
        else telling.say(f"copy.handling.{one}")
        for one in item.handling
        if one != SOURCE_NOT_NAMED
    ]
    return "; ".join(reasons)
