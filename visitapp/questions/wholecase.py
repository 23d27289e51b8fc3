"""The case as a subject: what is asked about the home and about where all that is known came from."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any, TypeVar

from visitapp.domain.contact import ChildSeen, LookedAt, Measure, Observation
from visitapp.domain.family import Address
from visitapp.domain.judgement import Worry
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.questions import allvisits, partners
from visitapp.questions.contacts import HALF_A_YEAR
from visitapp.questions.known import Known
from visitapp.questions.meetings import Meeting
from visitapp.questions.shelf import Placed
from visitapp.questions.subjects import Evidence, Fact, Kind, Subject
from visitapp.words import text

T = TypeVar("T")

MONTH_DAYS = 30
_FEWEST_STATEMENTS = 2


class CaseSubject(Subject):
    """The whole case."""

    kind = "case"

    def __init__(self, known: Known) -> None:
        super().__init__(known, "case", (), (), 0)

    def visits(self) -> list[Meeting]:
        """Our visits to the home that took place, since the question's last answer."""
        return [one for one in self.known.home_visits if one.at > self.after]

    def visits_bed_unseen(self) -> list[Meeting]:
        """The latest of them in a row at which it is not recorded that a bedroom was seen."""
        found: list[Meeting] = []
        for one in reversed(self.visits()):
            if self.bedroom(one) == "yes":
                break
            found.append(one)
        return found[::-1]

    def bedroom(self, meeting: Meeting) -> str:
        """Whether a bedroom was seen at a visit; "as last time, seen today" says what the visit before says."""
        visits = self.known.home_visits
        for one in reversed(visits[: visits.index(meeting) + 1]):
            rooms = self.known.looked_at.get(one.id)
            if rooms is None or rooms.bedroom != "unknown" or not rooms.same_as_last_time:
                return "unknown" if rooms is None else rooms.bedroom
        return "unknown"

    def moved_unseen(self) -> tuple[date, list[Meeting]] | None:
        """The day of the last move and the visits since, where none of them saw a bedroom; None otherwise."""
        days = [one.day for one in self.known.by_day if "moved" in one.kinds]
        days += [one.item.since.last() for one in self.known.of(Address)[1:] if one.item.since is not None]
        moves = [day for day in days if day <= self.known.today]
        if not moves:
            return None
        moved = max(moves)
        visits = [one for one in self.visits() if one.day >= moved]
        if not visits or any(self.bedroom(one) == "yes" for one in visits):
            return None
        return moved, visits

    def statements(self) -> list[tuple[str, str]]:
        """What was said in the last month and since the question's last answer: whose word it rests on, and where.

        Whose: the id of one of the family; "" for anybody else's word, and for what we saw or read ourselves.
        """
        start = self.known.today - timedelta(days=MONTH_DAYS)
        return [
            (self._whose(by), contact)
            for one, by, contact in self._said()
            if one.step > self.after and self.known.day_of(contact, one.kept.date) >= start
        ]

    def _whose(self, by: str) -> str:
        person = self.known.people.get(self.known.root(by))
        return self.known.root(by) if person is not None and not person.child else ""

    def _said(self) -> Iterator[tuple[Placed[Any], str, str]]:
        known = self.known
        start = known.today - timedelta(days=MONTH_DAYS)
        for one in _newer(known.of(Account), start):
            yield one, one.item.by, one.item.contact
        for two in _newer(known.of(Observation), start):
            yield two, two.item.by if two.item.source == "told" else "", two.item.contact
        for three in _newer(known.of(Worry), start):
            yield three, three.item.by, three.item.contact
        for four in _newer(known.of(ChildSeen), start):
            if four.item.words.strip():
                yield four, "", four.item.contact
        for five in _newer(known.of(Opinion), start):
            yield five, five.item.by, ""
        yield from self._found(start)

    def _found(self, start: date) -> Iterator[tuple[Placed[Any], str, str]]:
        """What we or another professional saw on a child or measured: nobody's word."""
        for one in _newer(self.known.of(Mark), start):
            if one.item.seen_by and not self._whose(one.item.seen_by):
                yield one, "", one.item.contact
        for two in _newer(self.known.of(Measure), start):
            if not self._whose(two.item.by):
                yield two, "", two.item.contact

    def single_source(self) -> str:
        """The one person of the family on whose word all of it rests; "" where there are others, or too little."""
        found = {whose for whose, _ in self.statements()}
        several = len(self.statements()) >= _FEWEST_STATEMENTS
        return next(iter(found)) if several and len(found) == 1 else ""

    def new_address(self) -> Placed[Address] | None:
        """The newest address since which the family is said to live there, of the last half year, that is later news.

        None where a contact tells of a move about that time: then that contact is asked about.
        """
        known = self.known
        for one in reversed(known.of(Address)):
            since, known_on = one.item.since, one.kept.known_on
            if since is None or known_on is None or not partners.is_new(known, known_on):
                continue
            day = since.last()
            told = any(abs((day - move.day).days) <= MONTH_DAYS for move in known.by_day if "moved" in move.kinds)
            return one if not told and 0 <= (known.today - day).days <= HALF_A_YEAR else None
        return None

    def announced(self) -> list[Meeting]:
        """Our latest visits in a row that were arranged beforehand, since the question's last answer."""
        return allvisits.announced_in_a_row(self.known, self.after)

    def together(self) -> list[Meeting]:
        """Our visits, since the question's last answer, at which the adults were met, never one of them alone."""
        return allvisits.always_together(self.known, self.after)

    def cooperative(self) -> list[Meeting]:
        """Our visits from which it is recorded that a carer was co-operative, since the question's last answer."""
        return allvisits.cooperative_visits(self.known, self.after)


def _newer(placed: list[Placed[T]], start: date) -> list[Placed[T]]:
    """Those that became known from a day on: what became known before can be of no later day."""
    found = []
    for one in reversed(placed):
        if one.kept.known_on is not None and one.kept.known_on < start:
            break
        found.append(one)
    return found[::-1]


def find(known: Known) -> Sequence[CaseSubject]:
    """The case itself."""
    return [CaseSubject(known)]


def _bed(case: CaseSubject) -> Evidence:
    visits = case.visits_bed_unseen()[-2:]
    if not visits:
        return Evidence()
    how = case.bedroom(visits[-1])
    said = text(f"ask.why.bed.{how}")
    return Evidence(tuple(one.item.id for one in visits), {"date": visits[-1].day, "how": said}, step=visits[-1].at)


def _moved(case: CaseSubject) -> Evidence:
    found = case.moved_unseen()
    if found is None:
        return Evidence()
    moved, visits = found
    return Evidence(tuple(one.item.id for one in visits[-2:]), {"moved": moved}, step=visits[0].at)


def _visits(case: CaseSubject) -> Evidence:
    visits = case.visits()[-3:]
    args = {"visits": len(case.visits()), "last": visits[-1].day} if visits else {}
    return Evidence(tuple(one.item.id for one in visits), args)


def _source(case: CaseSubject) -> Evidence:
    who = case.single_source()
    statements = case.statements()
    contacts = tuple(dict.fromkeys(contact for _, contact in statements if contact))
    args = {"who": case.known.called(who), "things": len(statements),
            "since": case.known.today - timedelta(days=MONTH_DAYS)}  # fmt: skip
    return Evidence(contacts, args) if who else Evidence()


def _row(visits: list[Meeting]) -> Evidence:
    if not visits:
        return Evidence()
    args = {"visits": len(visits), "first": visits[0].day, "last": visits[-1].day}
    return Evidence(tuple(one.item.id for one in visits[-4:]), args, step=visits[-1].at)


def _together(case: CaseSubject) -> Evidence:
    found = _row(case.together())
    return Evidence((*case.known.abuse, *found.because), found.args, step=found.step)


def _animal(case: CaseSubject) -> Evidence:
    found = allvisits.animal(case.known)
    if found is None:
        return Evidence()
    words, first = found
    contact = first.item.contact
    said = words if isinstance(first.item, LookedAt) else text("ask.why.animal")
    args = {"animal": said, "date": case.known.day_of(contact, first.kept.date)}
    return Evidence((contact,), args, (case.known.root(contact),), first.step)


def _address(case: CaseSubject) -> Evidence:
    found = case.new_address()
    if found is None or found.item.since is None:
        return Evidence()
    return Evidence(args={"date": found.item.since.last()}, about=(case.known.root(found.item.id),), step=found.step)


def _no_change(case: CaseSubject) -> bool:
    visits = case.cooperative()
    return bool(visits) and not allvisits.changed_since(case.known, visits[0].day)


FACTS: tuple[Fact, ...] = (
    Fact("case.visits", "int", "our visits to the home, counted from the question's last answer",
         lambda case: len(case.visits()), _visits, counts=True),
    Fact("case.visits_bed_unseen", "int", "the latest of them in a row at which it is not recorded that a bedroom was "
         "seen", lambda case: len(case.visits_bed_unseen()), _bed, counts=True),
    Fact("case.moved_unseen", "bool", "the family moved, and no bedroom is recorded as seen at our visits since, "
         "counted from the question's last answer", lambda case: case.moved_unseen() is not None, _moved, counts=True),
    Fact("case.single_source", "bool", "everything said in the last month rests on one family member's word, two "
         "things at least, counted from the question's last answer", lambda case: bool(case.single_source()), _source,
         counts=True),
    Fact("case.announced_in_a_row", "int", "our latest visits in a row that were arranged beforehand, counted from the "
         "question's last answer", lambda case: len(case.announced()), lambda case: _row(case.announced()),
         counts=True),
    Fact("case.abuse_recorded", "bool", "domestic abuse is recorded, ever", lambda case: bool(case.known.abuse)),
    Fact("case.adults_together", "bool", "the adults of the home, parents and partners were met by us, and never one "
         "of them alone, counted from the question's last answer", lambda case: bool(case.together()), _together,
         counts=True, costly=True),
    Fact("case.new_address", "bool", "by the list of addresses the family moved in the last half year, and no contact "
         "tells of it", lambda case: case.new_address() is not None, _address),
    Fact("case.animal", "bool", "an animal is in the home, as last recorded",
         lambda case: allvisits.animal(case.known) is not None, _animal),
    Fact("case.cooperative_visits", "int", "our visits from which it is recorded that a carer was co-operative, "
         "counted from the question's last answer", lambda case: len(case.cooperative()),
         lambda case: _row(case.cooperative()), counts=True),
    Fact("case.no_change_since", "bool", "no change for a child is recorded since the first of those visits",
         _no_change, counts=True, costly=True),
)  # fmt: skip

KIND = Kind("case", "the whole case", find, FACTS)
