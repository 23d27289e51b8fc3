"""What people said: every explanation by mark and by speaker, versions side by side with dates. Never a verdict.

Nothing here says which version fits, who was believed or what is likely; it says who said what, when, and to whom.
"""

from datetime import date

from msgspec import Struct

from visitapp.actions.cases import title_of
from visitapp.actions.lines import mark_heading
from visitapp.actions.session import Session
from visitapp.domain.case import Case, Kept
from visitapp.domain.codes import Cause, OpinionSays, Truth
from visitapp.domain.contact import ChildSeen, Contact, Observation
from visitapp.domain.days import Day
from visitapp.domain.item import Item
from visitapp.domain.judgement import ParentsView, Worry
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.words import Text, text


class Version(Struct, frozen=True, kw_only=True):
    """What one person said at one contact. `by`, `to`: names. `said_on`: when it was said, where that is known apart.

    `heading`: what kind of saying it is. `about`: the marks in words. `corrected`: an addendum replaced or withdrew it.
    """

    item: str
    contact: str
    on: Day
    by: str
    to: str = ""
    heading: Text
    about: tuple[Text, ...] = ()
    words: str = ""
    verbatim: bool = False
    cause: Cause | None = None
    was_there: Truth = "unknown"
    said_on: date | None = None
    corrected: bool = False


class Medical(Struct, frozen=True):
    """What a professional said a mark is."""

    by: str
    on: Day
    says: OpinionSays
    words: str
    knew_history: Truth
    contact: str


class Sighting(Struct, frozen=True):
    """One time at which a mark was seen, or looked for. `mark`: what was recorded then."""

    on: Day
    contact: str
    words: str
    mark: Mark


class OfMark(Struct, frozen=True):
    """A mark, each time that it was seen, and what was said of how it came, the oldest first. `child`: the name."""

    mark: str
    child: str
    child_id: str
    heading: Text
    seen: tuple[Sighting, ...]
    versions: tuple[Version, ...]
    medical: tuple[Medical, ...]


class OfSpeaker(Struct, frozen=True):
    """Everything that one person said, the oldest first. `who`: relation or work, where known."""

    name: str
    who: str
    versions: tuple[Version, ...]


class WhatPeopleSaid(Struct, frozen=True):
    """Of a case: by mark, and by speaker."""

    title: str
    marks: tuple[OfMark, ...]
    speakers: tuple[OfSpeaker, ...]


def what_people_said(session: Session, stream: str) -> WhatPeopleSaid:
    """All explanations and all that was told, with what was corrected since."""
    case = session.case(stream)
    reading = _Reading(case)
    return WhatPeopleSaid(title_of(case), reading.by_mark(), reading.by_speaker())


def marks_with_what_was_said(case: Case) -> tuple[OfMark, ...]:
    """All marks of a case, each with its sightings and what people said of it."""
    return _Reading(case).by_mark()


class _Reading:
    """One pass over a case."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._days = {one.item.id: one.item.date for one in case.all_kept if isinstance(one.item, Contact)}
        self._corrected = frozenset(one.of for one in case.corrections)
        self._instead = {one.by: one.of for one in case.corrections if one.by}
        self._marks = {one.item.id: one.item for one in case.all_kept if isinstance(one.item, Mark)}

    def by_mark(self) -> tuple[OfMark, ...]:
        first: dict[str, list[Mark]] = {}
        for mark in self._case.marks:
            first.setdefault(self._first(mark.id), []).append(mark)
        said = self._said_of_marks()
        opinions: dict[str, list[Opinion]] = {}
        for one in self._case.opinions:
            if one.mark in self._marks:
                opinions.setdefault(self._first(one.mark), []).append(one)
        return tuple(
            self._of_mark(id, seen, said.get(id, []), opinions.get(id, []))
            for id, seen in first.items()  # noqa: A001  # the field's word
        )

    def _said_of_marks(self) -> dict[str, list[Version]]:
        """What was said, by the first sighting of the mark that it was said of."""
        found: dict[str, list[Version]] = {}
        for kept in self._case.all_kept:
            version = self._version(kept) if isinstance(kept.item, Account) else None
            if version is not None:
                for first in dict.fromkeys(self._first(mark) for mark in getattr(kept.item, "about", ())):
                    found.setdefault(first, []).append(version)
        return found

    def by_speaker(self) -> tuple[OfSpeaker, ...]:
        found: dict[str, list[Version]] = {}
        for kept in self._case.all_kept:
            version = self._version(kept)
            if version is not None:
                found.setdefault(version.by, []).append(version)
        who = {person.name: person.relation for person in self._case.people.values()}
        who |= {one.called: one.agency for one in self._case.professionals.values()}
        by_name = sorted(found.items(), key=lambda speaker: speaker[0].casefold())
        return tuple(OfSpeaker(name, who.get(name, ""), _in_order(versions)) for name, versions in by_name)

    def _first(self, mark: str) -> str:
        """The mark that this one is, seen for the first time; what was corrected since is the same mark."""
        seen = {mark}
        while (earlier := self._earlier(mark)) and earlier not in seen:
            mark = earlier
            seen.add(mark)
        return mark

    def _earlier(self, mark: str) -> str:
        known = self._marks.get(mark)
        return (known.same_as if known is not None else None) or self._instead.get(mark, "")

    def _of_mark(self, first: str, seen: list[Mark], versions: list[Version], opinions: list[Opinion]) -> OfMark:
        medical = tuple(
            Medical(
                self._case.name(one.by),
                one.date or self._day(self._marks[one.mark].contact, one.id),
                one.says,
                one.text,
                one.knew_history,
                self._marks[one.mark].contact,
            )
            for one in opinions
        )
        sightings = tuple(Sighting(self._day(mark.contact, mark.id), mark.contact, mark.text, mark) for mark in seen)
        shown = next((mark for mark in seen if mark.id == first), seen[0])
        child = self._case.name(shown.child)
        heading = mark_heading(self._case, shown)
        return OfMark(first, child, shown.child, heading, sightings, _in_order(versions), medical)

    def _day(self, contact: str, item: str) -> Day:
        return self._days.get(contact) or Day.of(self._case.kept_by_id[item].date)

    def _version(self, kept: Kept) -> Version | None:
        item, name = kept.item, self._case.name
        if isinstance(item, Account):
            return self._made(
                item,
                by=name(item.by),
                to=name(item.to),
                heading=text("versions.account"),
                about=tuple(mark_heading(self._case, self._marks[one]) for one in item.about if one in self._marks),
                words=item.text,
                verbatim=item.verbatim,
                cause=item.cause,
                was_there=item.was_there,
                said_on=item.said_on,
            )
        if isinstance(item, ChildSeen) and item.words:
            heading = text("versions.asked", question=item.question) if item.question else text("versions.own_words")
            return self._made(item, by=name(item.child), heading=heading, words=item.words, verbatim=True)
        if isinstance(item, Observation) and item.source == "told" and item.by:
            return self._made(item, by=name(item.by), heading=text("versions.told"), words=item.text)
        if isinstance(item, Worry):
            return self._made(item, by=name(item.by), heading=text("versions.worry"), words=item.text)
        if isinstance(item, ParentsView):
            return self._made(item, by=name(item.by), heading=text("versions.parents_view"), words=item.text)
        return None

    def _made(self, item: Item, **said: object) -> Version:
        contact = str(getattr(item, "contact", ""))
        return Version(
            item=item.id,
            contact=contact,
            on=self._day(contact, item.id),
            corrected=item.id in self._corrected,
            **said,  # type: ignore[arg-type]  # fields by name
        )


def _in_order(versions: list[Version]) -> tuple[Version, ...]:
    return tuple(sorted(versions, key=lambda version: version.on.last()))
