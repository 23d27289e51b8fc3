"""A contact as a subject, and its facts: how it went, what was missed, who was there. More of them in events.py."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from visitapp.questions.expression import Value
from visitapp.questions.known import Known
from visitapp.questions.meetings import FAILED, Meeting
from visitapp.questions.shelf import known_with
from visitapp.questions.subjects import Evidence, Fact, Subject
from visitapp.words import text

SHORT_MINUTES = 10
HALF_A_YEAR = 183
"""Days for which what happened at one contact is asked about, where it fades at all."""
_OTHERS_APPOINTMENTS = frozenset({"education", "police", "housing", "other"})


class ContactSubject(Subject):
    """One contact. `limit`: only what was known with that one counts; None: all that is known now."""

    kind = "contact"

    def __init__(self, known: Known, meeting: Meeting) -> None:
        self.meeting = meeting
        self.limit: Meeting | None = None
        super().__init__(known, meeting.id, (meeting.id,), (), meeting.at)

    @property
    def because(self) -> tuple[str, ...]:
        """The contact itself."""
        return (self.meeting.item.id,)

    def args(self) -> dict[str, Any]:
        """Its day."""
        return {"date": self.meeting.day}

    def earlier_sights(self) -> Sequence["ContactSubject"]:
        """A failed visit as the order of visits was known with it, and with each failed one that came to light later:
        a visit at which somebody was met, and that comes to light after that, changes nothing.
        """
        if not self.meeting.failed:
            return ()
        places = self.known.place_of_visit
        place = places.get(self.meeting.id, 0)
        late = [one for one in self.known.failed_late if one.at > self.meeting.at and places[one.id] < place]
        return [self._as(one) for one in (self.meeting, *late)]

    def _as(self, limit: Meeting) -> "ContactSubject":
        other = ContactSubject(self.known, self.meeting)
        other.limit = limit
        return other

    def row_of_failed(self) -> list[Meeting]:
        """The failed visits in a row that end with this one, the latest first; unknown outcomes are passed over.

        A visit that we called off is none.
        """
        if not self.meeting.failed or not self._is_visit():
            return []
        found = []
        visits = self.known.visits
        place = self.known.place_of_visit[self.meeting.id]
        for one in reversed(visits[: place + 1]):
            if self.limit is not None and not known_with(one.placed, self.limit.placed):
                continue
            if one.failed:
                found.append(one)
            elif one.met_somebody:
                break
        return found

    def failed_in_a_row(self) -> int:
        """How many they are; a contact that stands for several counts as so many."""
        return sum(one.item.times or 1 for one in self.row_of_failed())

    def _is_visit(self) -> bool:
        return self.meeting.id in self.known.place_of_visit

    def short(self) -> bool:
        """Whether it was a visit of ours that stayed at the doorstep, or a home visit under ten minutes."""
        one = self.meeting
        if not one.made or not self._is_visit():
            return False
        minutes = one.item.minutes
        return one.item.place == "doorstep" or (
            "home_visit" in one.kinds and minutes is not None and minutes < SHORT_MINUTES
        )

    def longer_since(self) -> bool:
        """Whether a visit inside the home, not short, took place later."""
        for one in reversed(self.known.home_visits):
            if (one.day, one.time, one.at) <= self._order():
                return False
            if not ContactSubject(self.known, one).short():
                return True
        return False

    def _order(self) -> tuple[date, str, int]:
        return (self.meeting.day, self.meeting.time, self.meeting.at)

    def missed(self) -> bool:
        """Whether an appointment of health or social care was missed or called off by the family."""
        item = self.meeting.item
        missed = item.outcome in ("was_not_brought", "cancelled_by_family") or (
            "missed_appointment" in item.kinds and item.outcome != "cancelled_by_us"
        )
        return missed and not any(self._is_others(one) for one in (item.by, *item.attended))

    def _is_others(self, professional: str) -> bool:
        """Whether somebody is of neither health nor social care; a quick note names them as whom it was with."""
        known = self.known.professionals.get(self.known.root(professional))
        return known is not None and known.sector in _OTHERS_APPOINTMENTS

    def signs_newest(self) -> bool:
        """Whether signs of another adult were seen at it, and at none later."""
        if self.meeting.item.unknown_adult_signs != "yes":
            return False
        return self.known.last_adult_signs is self.meeting

    def is_first_visit(self) -> bool:
        """Whether it is the only visit of ours to the home that has taken place."""
        return self.known.only_home_visit is self.meeting

    def gap(self) -> bool:
        """Whether something was planned for our last visit, what was not done is not noted, and something was not."""
        one = self.meeting
        if not one.item.planned or one.item.not_done or one is not self.known.last_visit_made:
            return False
        rooms = self.known.looked_at.get(one.id)
        unseen_room = rooms is not None and rooms.bedroom in ("no", "refused")
        return unseen_room or any(row.seen == "no" or row.alone == "no" for row in one.rows.values())

    def left_undone_before(self) -> bool:
        """Whether it is our last visit before the present contact, and something planned was not done at it."""
        return bool(self.meeting.item.not_done) and self.known.visit_before_current is self.meeting


def find(known: Known) -> list[ContactSubject]:
    """Every contact, in the order in which they became known."""
    return [ContactSubject(known, one) for one in known.meetings.values()]


def latest_failed(known: Known) -> ContactSubject | None:
    """Our latest visit of which it is recorded how it went, where nobody was met; None where somebody was, or none."""
    last = next((one for one in reversed(known.visits) if one.failed or one.met_somebody), None)
    return ContactSubject(known, last) if last is not None and last.failed else None


PLAIN: dict[str, Value] = {
    "contact.short": False,
    "contact.missed": False,
    "contact.failed_in_a_row": 0,
    "contact.adult_signs": False,
    "contact.first_visit": False,
    "contact.gap": False,
    "contact.left_undone_before": False,
}
"""What these facts are of a contact at which somebody was met and nothing was missed or noted as undone."""


def eventful(meeting: Meeting) -> bool:
    """Whether one of the facts above can be otherwise, but for the first visit to the home."""
    item = meeting.item
    return (
        item.outcome not in (None, "seen")
        or item.unknown_adult_signs == "yes"
        or item.minutes is not None
        or item.place == "doorstep"
        or bool(item.planned or item.not_done)
        or item.kind == "missed_appointment"
        or "missed_appointment" in item.also
    )


def _row(subject: ContactSubject) -> Evidence:
    found = subject.row_of_failed()
    contacts = tuple(one.item.id for one in reversed(found))
    ways = {one.item.outcome for one in found}
    how = next(iter(ways)) if len(ways) == 1 else None
    said = text(f"ask.why.failed.{how}" if how in FAILED else "ask.why.failed.mixed")
    args = {"visits": subject.failed_in_a_row(), "how": said}
    return Evidence(contacts, {**args, "first": found[-1].day} if found else args)


def _missed(subject: ContactSubject) -> Evidence:
    known = subject.known
    close = [one for one in known.by_day if 0 <= (subject.meeting.day - one.day).days <= HALF_A_YEAR]
    missed = [one for one in close if ContactSubject(known, one).missed()]
    kept = [one for one in close if one not in missed and _appointment(one)]
    times, all_ = (sum(one.item.times or 1 for one in of) for of in (missed, [*missed, *kept]))
    return Evidence(tuple(one.item.id for one in missed), {"times": times, "appointments": all_})


def _appointment(meeting: Meeting) -> bool:
    """Whether it is an appointment of health, or a visit of ours, that took place."""
    health = not {"health_appointment", "hospital"}.isdisjoint(meeting.kinds)
    return meeting.made and (health or (meeting.by_us and meeting.visit))


def _not_done(subject: ContactSubject) -> Evidence:
    return Evidence(args={"what": "; ".join(subject.meeting.item.not_done)})


def _planned(subject: ContactSubject) -> Evidence:
    return Evidence(args={"what": "; ".join(subject.meeting.item.planned)})


def _days_ago(subject: ContactSubject) -> Value | None:
    return max(0, (subject.known.today - subject.meeting.day).days)


FACTS: tuple[Fact, ...] = (
    Fact("contact.kind", "string", "what it was, by the codes of the case file",
         lambda subject: subject.meeting.item.kind),
    Fact("contact.outcome", "string", "how it went, by the codes of the case file",
         lambda subject: subject.meeting.item.outcome),
    Fact("contact.place", "string", "where, by the codes of the case file", lambda subject: subject.meeting.item.place),
    Fact("contact.minutes", "int", "how long it was", lambda subject: subject.meeting.item.minutes),
    Fact("contact.ours", "bool", "social care made it", lambda subject: subject.meeting.ours),
    Fact("contact.days_ago", "int", "days since it took place", _days_ago),
    Fact("contact.short", "bool", "a visit of ours that stayed at the doorstep, or a home visit under ten minutes",
         lambda subject: subject.short()),
    Fact("contact.longer_since", "bool", "a visit inside the home, not short, took place later",
         lambda subject: subject.longer_since(), costly=True),
    Fact("contact.missed", "bool", "an appointment of health or social care that was missed or called off by the "
         "family", lambda subject: subject.missed(), _missed),
    Fact("contact.recent", "bool", "it took place in the last six months",
         lambda subject: (subject.known.today - subject.meeting.day).days <= HALF_A_YEAR),
    Fact("contact.failed_in_a_row", "int", "visits of ours in a row, up to this one, with no reply, declined or "
         "cancelled by the family", lambda subject: subject.failed_in_a_row(), _row),
    Fact("contact.adult_signs", "bool", "the newest contact at which signs of another adult were seen",
         lambda subject: subject.signs_newest()),
    Fact("contact.first_visit", "bool", "the only visit of ours to the home that has taken place",
         lambda subject: subject.is_first_visit()),
    Fact("contact.household_recorded", "bool", "somebody was put on the household list on the same day",
         lambda subject: subject.meeting.kept.known_on in subject.known.household_days, costly=True),
    Fact("contact.gap", "bool", "something was planned for our last visit, a child was not seen or not alone or the "
         "bedroom not seen, and what was not done is not noted", lambda subject: subject.gap(), _planned),
    Fact("contact.left_undone_before", "bool", "our last visit before this one, with something planned that was not "
         "done", lambda subject: subject.left_undone_before(), _not_done),
)  # fmt: skip
