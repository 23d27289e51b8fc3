"""A case through time, for a picture and for a table: lanes of what happened, each thing with its day, its shape and
its sentence. Shapes tell what was recorded (filled: seen, ring: not seen, double ring: alone); nothing is weighed.
"""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from visitapp.actions.lines import contact_heading, mark_heading
from visitapp.actions.overview import held_back_views
from visitapp.actions.session import Session
from visitapp.domain.case import Case, Kept
from visitapp.domain.codes import ViewCode, codes
from visitapp.domain.contact import ChildSeen, Contact, Observation
from visitapp.domain.days import Day
from visitapp.domain.family import Person, Stay
from visitapp.domain.judgement import ParentsView, View, Worry, WorryUpdate
from visitapp.domain.marks import Account
from visitapp.words import Names, Text, text

Shape = Literal["tick", "cross", "filled", "ring", "double", "diamond", "diamond_open", "square", "triangle", "bar"]
_VIEWS = frozenset(codes(ViewCode))
_SHORT = 120


class Happening(Struct, frozen=True, gc=False):
    """One thing. `until`: the end of a span, None for a day. `learned`: the day on which we came to know of the span's
    beginning, where that was later and after our first contact. `contact`: where it is read in full, "" for nowhere.
    """

    day: date
    shape: Shape
    words: Text
    contact: str = ""
    until: date | None = None
    learned: date | None = None


class Lane(Struct, frozen=True):
    """What belongs together, the earliest first. `kind`: contacts, seen, marks, said, worries, stays or views."""

    kind: str
    heading: Text
    happenings: tuple[Happening, ...]


class Timeline(Struct, frozen=True):
    """The lanes from top to bottom, and the days between which all of it lies."""

    lanes: tuple[Lane, ...]
    first: date
    last: date


def timeline(session: Session, stream: str) -> Timeline:
    """A case through time. Views of colleagues that wait for one's own are left out until then."""
    return through_time(session.case(stream), session.today(), held_back_views(session, stream))


def through_time(case: Case, today: date, hidden: frozenset[str] = frozenset()) -> Timeline:
    """The lanes of a case; `hidden`: views that are not shown yet."""
    laying = _Laying(case, today)
    lanes = [
        _lane("contacts", text("timeline.contacts"), laying.contacts()),
        *(
            _lane("seen", text("timeline.seen_lane", child=child.name), laying.seen(child.id))
            for child in case.children
            if not child.unborn
        ),
        _lane("marks", text("timeline.marks"), laying.marks()),
        _lane("said", text("timeline.said_lane"), laying.said()),
        _lane("worries", text("timeline.worries"), laying.worries()),
        *laying.stays(),
        *laying.views(hidden),
    ]
    # Who lived here long before anybody knew the family does not stretch the time: that is said in words.
    days = [one.day for lane in lanes for one in lane.happenings if one.until is None]
    return Timeline(tuple(lanes), min([*days, today]), max([*days, today]))


def _lane(kind: str, heading: Text, happenings: Iterator[Happening]) -> Lane:
    return Lane(kind, heading, tuple(sorted(happenings, key=lambda one: one.day)))


def _short(words: str) -> str:
    """The first words, for a line; all of them stand where it is read in full."""
    words = " ".join(words.split())
    return words if len(words) <= _SHORT else words[:_SHORT].rsplit(" ", 1)[0] + " …"


class _Laying:
    """One pass over a case."""

    def __init__(self, case: Case, today: date) -> None:
        self._case, self._today = case, today
        self._contacts = {contact.id: contact for contact in case.contacts}
        self._begun = min((contact.last_day() for contact in case.contacts), default=today)

    def _day(self, contact: str, item: str) -> Day:
        found = self._contacts.get(self._case.first_id(contact))
        return (found.until or found.date) if found is not None else Day.of(self._case.kept_by_id[item].date)

    def contacts(self) -> Iterator[Happening]:
        for contact in self._contacts.values():
            met = contact.outcome in (None, "seen")
            heading = contact_heading(self._case, contact)
            by = self._case.name(contact.by)
            words = text("timeline.contact_by" if by else "timeline.contact", day=contact.date, what=heading, by=by)
            yield Happening(contact.last_day(), "tick" if met else "cross", words, contact.id)

    def seen(self, child: str) -> Iterator[Happening]:
        """Where it is recorded whether the child was seen; where it is not, nothing is shown."""
        for row in self._case.seen:
            contact = self._contacts.get(self._case.first_id(row.contact))
            if contact is None or row.seen == "unknown" or self._case.first_id(row.child) != child:
                continue
            how = "no" if row.seen == "no" else "alone" if row.alone == "yes" else "yes"
            shape: Shape = {"no": "ring", "alone": "double", "yes": "filled"}[how]  # type: ignore[assignment]
            yield Happening(contact.last_day(), shape, self._seen_words(row, contact, how), contact.id)

    def _seen_words(self, row: ChildSeen, contact: Contact, how: str) -> Text:
        by = self._case.name(contact.by)
        return text(
            f"timeline.seen.{how}" if by else f"timeline.seen.{how}.nobody",
            day=contact.date,
            child=self._case.name(row.child),
            kind=text(f"code.contact_kind.{contact.kind}"),
            by=by,
        )

    def marks(self) -> Iterator[Happening]:
        for mark in self._case.marks:
            day = self._day(mark.contact, mark.id)
            how = "not_found" if mark.found == "no" else "again" if mark.same_as else "new"
            shape: Shape = {"not_found": "cross", "again": "diamond_open", "new": "diamond"}[how]  # type: ignore[assignment]
            words = text(f"timeline.mark.{how}", day=day, mark=mark_heading(self._case, mark))
            yield Happening(day.last(), shape, words, mark.contact)

    def said(self) -> Iterator[Happening]:
        for by, words, contact, item in self._said():
            day = self._day(contact, item)
            said = text("timeline.said", day=day, by=self._case.name(by), words=_short(words))
            yield Happening(day.last(), "square", said, contact)

    def _said(self) -> Iterator[tuple[str, str, str, str]]:
        """Who said it, the words, where, and the item."""
        for account in self._case.of(Account):
            if account.text:
                yield account.by, account.text, account.contact, account.id
        for row in self._case.seen:
            if row.words:
                yield row.child, row.words, row.contact, row.id
        for one in self._case.of(Observation):
            if one.source == "told" and one.by:
                yield one.by, one.text, one.contact, one.id
        for view in self._case.of(ParentsView):
            yield view.by, view.text, view.contact, view.id

    def worries(self) -> Iterator[Happening]:
        first = self._case.first_id
        called = {first(one.worry): one.called for one in self._case.of(WorryUpdate) if one.called}
        for worry in self._case.of(Worry):
            day, label = self._day(worry.contact, worry.id), called.get(first(worry.id), worry.called)
            words = text("timeline.worry", day=day, by=self._case.name(worry.by), words=_short(worry.text))
            if label:
                words = text("timeline.worry_called", worry=words, label=text(f"ask.label.{label}"))
            yield Happening(day.last(), "triangle", words, worry.contact)

    def stays(self) -> Iterator[Lane]:
        """Who lived here: a lane a person."""
        by_person: dict[str, list[Kept]] = {}
        for kept in self._case.kept:
            if isinstance(kept.item, Stay):
                by_person.setdefault(self._case.first_id(kept.item.person), []).append(kept)
        for person, kept_stays in by_person.items():
            known = self._case.people.get(person)
            if known is not None:
                heading = text("timeline.stay_lane", who=known.name)
                yield _lane("stays", heading, (self._stay(known, one) for one in kept_stays))

    def _stay(self, person: Person, kept: Kept) -> Happening:
        stay = kept.item
        assert isinstance(stay, Stay)  # noqa: S101  # for the types
        learned = self._learned(kept, stay)
        start = stay.since.last() if stay.since is not None else min(learned, kept.date)
        end = stay.until.last() if stay.until is not None else learned if stay.until_unknown else self._today
        late = stay.since is not None and stay.since.last() < learned and stay.since.first() > self._begun
        how = "left" if stay.until_unknown else "ended" if stay.until is not None else "lives"
        began = text("timeline.since", day=stay.since) if stay.since is not None else text("timeline.since_unknown")
        words = text(f"timeline.stay.{how}", who=person.name, since=began, until=stay.until)
        if late:
            words = text("timeline.learned", stay=words, day=learned)
        return Happening(start, "bar", words, "", max(start, end), learned if late else None)

    def _learned(self, kept: Kept, stay: Stay) -> date:
        """When we came to know of the arrival: that somebody left later, or a better spelling, is no news of that."""
        first = self._case.kept_by_id.get(self._case.first_id(stay.id), kept)
        same = isinstance(first.item, Stay) and first.item.since == stay.since
        known = first if same else kept
        return known.known_on or known.date

    def views(self, hidden: frozenset[str]) -> Iterator[Lane]:
        """What each of us thought, until they thought otherwise: a lane a person."""
        by_person: dict[str, list[View]] = {}
        for view in self._case.of(View):
            if view.holds and view.id not in hidden:
                by_person.setdefault(self._case.first_id(view.by), []).append(view)
        for person, views in by_person.items():
            heading = text("timeline.view_lane", who=self._case.name(person))
            yield Lane("views", heading, tuple(self._held(person, views)))

    def _held(self, person: str, views: list[View]) -> Iterator[Happening]:
        days = [self._day(view.contact, view.id) for view in views]
        order = sorted(range(len(views)), key=lambda place: (days[place].last(), place))
        for number, place in enumerate(order):
            view, day = views[place], days[place]
            last = number + 1 == len(order)
            end = self._today if last else days[order[number + 1]].last()
            others = Names(_short(one) for one in view.rivals if one not in _VIEWS)
            coded = [text(f"code.view.{one}") for one in view.rivals if one in _VIEWS]
            words = text("timeline.view", who=self._case.name(person), day=day, view=self._held_words(view.holds))
            for other in [*coded, *([text("timeline.words", words=others)] if others else [])]:
                words = text("timeline.view_beside", view=words, other=other)
            yield Happening(day.last(), "bar", words, view.contact, max(day.last(), end))

    def _held_words(self, holds: str) -> Text:
        return text(f"code.view.{holds}") if holds in _VIEWS else text("timeline.words", words=_short(holds))
