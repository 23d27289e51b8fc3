"""A child as a subject: how old, when seen and by whom, what was heard from it, where it is said to be."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import takewhile

from visitapp.domain.contact import ChildSeen
from visitapp.domain.days import Age
from visitapp.domain.family import Child
from visitapp.questions.ages import age_at, at_least, under
from visitapp.questions.away import said_away, says_nowhere
from visitapp.questions.calendar import in_term, working_days_between
from visitapp.questions.known import Known
from visitapp.questions.marks import MarkSubject, mark_of
from visitapp.questions.meetings import Meeting
from visitapp.questions.shelf import Placed
from visitapp.questions.subjects import Subject

NO_PLAN = frozenset({"assessment", "private_fostering", "special_guardianship"})
"""What may be in force without anybody visiting by a plan."""
WATCHED = frozenset(
    {"child_protection", "section_47", "interim_care_order", "care_order", "supervision_order", "special_guardianship"}
)
"""Plans and orders under which a child that nobody has seen is a matter for today."""
MOST_COUNTED = 20
REPEATED = frozenset({"fell", "sibling", "pet", "rough_play", "bruises_easily"})
"""The causes of which it is asked how often they have been given."""


class ChildSubject(Subject):
    """A child of the case that is born."""

    kind = "child"

    def __init__(self, known: Known, id: str, placed: Placed[Child]) -> None:  # noqa: A002  # the field's word
        super().__init__(known, id, (id,), (id,), placed.step)
        self.child = placed.item

    @cached_property
    def age(self) -> Age | None:
        """How old it is today, as far as is known."""
        return age_at(self.child, self.known.today)

    @property
    def speaks(self) -> bool | None:
        """Whether it speaks; None where nobody recorded it."""
        return {"yes": True, "no": False}.get(self.child.verbal)

    def old_enough_alone(self) -> bool | None:
        """Whether it is of the age from which the settings ask for time alone."""
        return at_least(self.age, self.known.thresholds.alone_from_years * 12.0)

    def under_two(self, day: date) -> bool | None:
        """Whether it was under two on a day."""
        return under(age_at(self.child, day), 24.0)

    def lived(self, day: date) -> bool:
        """Whether it can have been born by then."""
        return self.child.born is None or self.child.born.first() <= day

    # Seen

    @property
    def _seen(self) -> list[Meeting]:
        return self.known.seen.get(self.id, [])

    @cached_property
    def last_visit(self) -> Meeting | None:
        """Our last visit that is over, whether or not anybody was met."""
        return next((one for one in reversed(self.known.visits) if one.ended and self.lived(one.day)), None)

    @cached_property
    def last_chance(self) -> Meeting | None:
        """The last contact of ours at which it was seen."""
        return next((one for one in reversed(self._seen) if one.by_us), None)

    def chances(self) -> list[Meeting]:
        """The contacts of ours at which it was seen, since the question's last answer."""
        return [one for one in self._seen if one.by_us and one.at > self.after]

    def not_marked_seen(self) -> bool:
        """Whether our last visit ended without its being marked as seen, and nobody has seen it since."""
        visit = self.last_visit
        if visit is None or self.row(visit).seen == "yes":
            return False
        last = self._seen[-1] if self._seen else None
        return last is None or (last.day, last.at) < (visit.day, visit.at)

    def row(self, meeting: Meeting) -> ChildSeen:
        """Its row at a contact; an empty one where there is none, which means the same."""
        return meeting.rows.get(self.id) or ChildSeen(id="", contact=meeting.id, child=self.id)

    def not_alone_twice(self) -> bool | None:
        """Whether it was not alone at either of our last two chances; None where that is not recorded."""
        last = self.chances()[-2:]
        alone = [self.row(one).alone for one in last]
        if len(last) < 2 or "yes" in alone:
            return False
        return True if alone == ["no", "no"] else None

    @cached_property
    def last_seen_outside(self) -> tuple[date, str] | None:
        """The last day on which anybody outside the home is recorded to have seen it, and at which contact."""
        newest = takewhile(lambda one: one.day == self._seen[-1].day, reversed(self._seen))
        days = [(one.day, one.at, one.id) for one in newest]
        days += self.known.touched.get(self.id, [])
        if not days:
            return None
        day, _, contact = max(days)
        return day, contact

    def unseen_since(self) -> tuple[date, str] | None:
        """From when on nobody outside the home is recorded to have seen it: the first contact where nobody ever did."""
        if self.last_seen_outside is not None:
            return self.last_seen_outside
        first = next((one for one in self.known.by_day if one.begun), None)
        if first is None:
            return None
        born = self.child.born.last() if self.child.born is not None else first.day
        return max(first.day, born), first.id

    def working_days_unseen(self) -> int | None:
        """Working days since then."""
        since = self.unseen_since()
        return None if since is None else working_days_between(since[0], self.known.today)

    def working_days_since_answer(self) -> int:
        """Working days since the question's last answer; very many when there was none."""
        if self.after < 0:
            return 1 << 30
        known_on = self.known.shelf.kept[self.after].known_on
        return working_days_between(known_on, self.known.today) if known_on is not None else 1 << 30

    def plans(self) -> list[str]:
        """The plans and orders in force today."""
        today = self.known.today
        return [
            one.item.kind
            for one in self.known.plans.get(self.id, ())
            if (one.item.since is None or one.item.since.first() <= today)
            and (one.item.until is None or one.item.until.last() >= today)
        ]

    def working_days_allowed(self) -> int:
        """After how many working days without anybody outside the home the settings ask."""
        limits = self.known.thresholds
        if "child_protection" in self.plans():
            return limits.seen_by_others_working_days_protection
        return limits.seen_by_others_working_days

    def at_school_now(self) -> bool | None:
        """Whether it goes to school or nursery and it is term time; None where nobody recorded whether it goes."""
        if not in_term(self.known.today):
            return False
        moved = next((one for one in reversed(self.known.school_moves) if self.id in one.rows or not one.rows), None)
        if moved is not None and "school_left" in moved.kinds:
            return False
        return {"yes": True, "no": False}.get(self.child.attends)

    def nobody_knows_where(self) -> Meeting | None:
        """The contact since which nobody knows where it is; None otherwise."""
        for one in reversed(self.known.by_day):
            row = one.rows.get(self.id)
            if row is None:
                continue
            if row.seen == "yes":
                return None
            if row.said_to_be is not None and says_nowhere(row.said_to_be.place):
                return one if one.at > self.after else None
        return None

    @cached_property
    def said_away(self) -> Meeting | None:
        """The last contact that tells of it, where somebody of the family says that it is away."""
        return said_away(self.known, self.id)

    def on_plan(self) -> bool:
        """Whether a plan or an order is in force by which it is visited."""
        return bool(set(self.plans()) - NO_PLAN)

    def open_marks(self) -> list[MarkSubject]:
        """Its open marks (`MarkSubject.open`), by first sighting."""
        return [mark for mark in self.first_marks if mark.open()]

    # Where it sleeps

    @cached_property
    def last_at_home(self) -> Meeting | None:
        """Our last contact in the home."""
        return next((one for one in reversed(self.known.by_day) if _in_home(one) and self.lived(one.day)), None)

    def under_one(self, day: date) -> bool | None:
        """Whether it was under twelve months old on a day."""
        return under(age_at(self.child, day), 12.0)

    def baby_at_home(self) -> bool | None:
        """Whether it was under twelve months old at our last contact in the home; False where there was none."""
        return False if self.last_at_home is None else self.under_one(self.last_at_home.day)

    def sleep_missing(self) -> bool:
        """Whether it is not recorded at that contact where it sleeps that night."""
        return self.last_at_home is not None and not self.row(self.last_at_home).sleeps_tonight.strip()

    # Its row, its words, its language

    def row_empty(self) -> bool:
        """Whether cells that fit its age are empty at our last visit that took place."""
        visit = next((one for one in reversed(self.known.visits_made) if self.lived(one.day)), None)
        if visit is None:
            return False
        row = self.row(visit)
        if row.seen != "yes":
            return row.seen == "unknown"
        talks = self.speaks is not False and self.under_two(visit.day) is not True
        apart = at_least(age_at(self.child, visit.day), self.known.thresholds.alone_from_years * 12.0) is not False
        return (talks and row.spoken_to == "unknown") or (apart and row.alone == "unknown")

    def visit_with_row(self) -> Meeting | None:
        """Our last visit that took place."""
        return next((one for one in reversed(self.known.visits_made) if self.lived(one.day)), None)

    def how_missing(self) -> bool:
        """Whether it is not recorded how it was when we last saw it: awake and, under two, whether it was changed."""
        chance = self.last_chance
        if chance is None:
            return False
        row = self.row(chance)
        return row.awake == "unknown" or (self.under_two(chance.day) is True and row.undressed == "unknown")

    def visits_without_words(self) -> list[Meeting]:
        """Our latest visits in a row, since the last answer, from which none of its own words are recorded.

        Counted to 20: nobody asks for more.
        """
        found: list[Meeting] = []
        for one in reversed(self.known.visits_made[-MOST_COUNTED:]):
            if one.at <= self.after or not self.lived(one.day):
                break
            if self.row(one).words.strip() or (one.id, self.id) in self.known.own_words:
                break
            found.append(one)
        return found[::-1]

    def language_differs(self) -> bool | None:
        """Whether its first language is none of those of whoever saw it last for us; English where none is recorded."""
        language = self.child.language.strip().casefold().split("-")[0]
        if not language:
            return None
        if self.last_chance is None:
            return False
        by = [self.known.professionals.get(self.known.root(id_)) for id_ in self._who_came(self.last_chance)]
        spoken = {one.casefold().split("-")[0] for who in by if who is not None for one in who.languages} or {"en"}
        if language == "not_english":
            return True if spoken <= {"en"} else None
        return language not in spoken

    def _who_came(self, meeting: Meeting) -> Sequence[str]:
        return (meeting.item.by, *meeting.item.also_by)

    def interpreted(self) -> bool:
        """Whether it is recorded that a professional interpreted when we last saw it, or that none was needed."""
        if self.last_chance is None:
            return False
        return self.row(self.last_chance).interpreter in ("professional", "none_needed")

    # Its marks

    @cached_property
    def recent_marks(self) -> list[MarkSubject]:
        """Its marks within the window of the settings, by first sighting; everyday ones and birthmarks do not count."""
        days = self.known.thresholds.mark_window_days
        since = self.known.today - timedelta(days=days)
        return [
            mark
            for mark in self.first_marks
            if mark.day >= since and not mark.everyday and not mark.confirmed_skin and not mark.said_skin
        ]

    @cached_property
    def first_marks(self) -> list[MarkSubject]:
        """Its marks, each by its first sighting."""
        return [
            mark_of(self.known, first, sightings[0])
            for first, sightings in self.known.sightings.items()
            if self.known.root(sightings[0].item.child) == self.id
        ]

    def marks_by_contact(self) -> dict[str, int]:
        """How many of them each contact recorded."""
        found: defaultdict[str, int] = defaultdict(int)
        for mark in self.recent_marks:
            found[self.known.root(mark.mark.contact)] += mark.how_many
        return found

    def same_cause(self) -> list[MarkSubject]:
        """The marks of the cause that was given most often for marks of different contacts; empty below two contacts.

        A version told again is no new use, and everyday marks (Q25) are none: a toddler falls, and somebody was there.
        Only where one use is newer than the question's last answer.
        """
        best: list[MarkSubject] = []
        most = 1
        for marks in self._uses().values():
            contacts = {self.known.root(mark.mark.contact) for mark, _ in marks}
            if len(contacts) > most and any(step > self.after for _, step in marks):
                best, most = [mark for mark, _ in marks], len(contacts)
        return best

    def _uses(self) -> dict[str, list[tuple[MarkSubject, int]]]:
        """For each of the causes that repeat, the marks it was given for and when it first was."""
        found: defaultdict[str, list[tuple[MarkSubject, int]]] = defaultdict(list)
        for mark in (one for one in self.first_marks if not one.everyday):
            causes: dict[str, int] = {}
            for one in mark.accounts:
                if one.item.cause in REPEATED:
                    causes.setdefault(one.item.cause, one.step)
            for cause, step in causes.items():
                found[cause].append((mark, step))
        return found


def _in_home(meeting: Meeting) -> bool:
    if not meeting.by_us or not meeting.made:
        return False
    return meeting.item.place == "home" or ("home_visit" in meeting.kinds and meeting.item.place is None)


def find(known: Known) -> list[ChildSubject]:
    """The children that are born, in the order in which they were named."""
    found = [ChildSubject(known, id_, placed) for id_, placed in known.children.items()]
    return [one for one in found if not one.child.unborn and one.lived(known.today)]
