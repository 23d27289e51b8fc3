"""What is known at a point of a case: people and contacts (family.py), and here the marks and what was said.

Each look-up is made once, when first asked for.
"""

from collections import Counter, defaultdict
from datetime import date
from functools import cached_property

from visitapp.domain.contact import Measure, Observation
from visitapp.domain.family import Partnership
from visitapp.domain.judgement import Answer, ParentsView, Told, View, Worry
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.questions.family import KnownFamily
from visitapp.questions.meetings import Meeting
from visitapp.questions.shelf import Placed

_HEALTH_ROLES = frozenset(
    {"gp", "doctor", "nurse", "health visitor", "midwife", "paediatrician", "paramedic", "hospital", "school nurse"}
)


class Known(KnownFamily):
    """Everything known before a position of the shelf, on a day."""

    @cached_property
    def touched(self) -> dict[str, list[tuple[date, int, str]]]:
        """Where a mark on a child was seen by us or another professional, or the child was measured: it was seen."""
        found: defaultdict[str, list[tuple[date, int, str]]] = defaultdict(list)
        marks = [one.item for one in self.of(Mark)]
        by = [one for one in marks if one.seen_by == "us" or self.root(one.seen_by) in self.professionals]
        items: list[Mark | Measure] = [*by, *(one.item for one in self.of(Measure))]
        for item in items:
            meeting = self.meeting(item.contact)
            if meeting is not None:
                found[self.root(item.child)].append((meeting.day, meeting.at, meeting.id))
        return found

    @cached_property
    def own_words(self) -> set[tuple[str, str]]:
        """At which contact which child's own words are recorded, beside its row: an account, something it told."""
        said: list[Observation | Account] = [one.item for one in self.of(Account)]
        said += [one.item for one in self.of(Observation) if one.item.source == "told"]
        return {
            (self.root(one.contact), child) for one in said if one.text.strip() and (child := self.child_named(one.by))
        }

    @cached_property
    def school_moves(self) -> list[Meeting]:
        """The contacts that tell of leaving or starting school, by day."""
        moves = {"school_left", "school_started"}
        return [one for one in self.by_day if not moves.isdisjoint(one.kinds)]

    # Grown-ups

    @cached_property
    def partnered(self) -> set[str]:
        """Everybody who is recorded as a partner of somebody, by root id."""
        pairs = [one.item for one in self.of(Partnership)]
        return {self.root(one) for pair in pairs for one in (pair.person, pair.partner_of)}

    @cached_property
    def responsible(self) -> set[str]:
        """Everybody who is recorded as having parental responsibility, by root id."""
        return {self.root(one) for child in self.children.values() for one in child.item.parental_responsibility}

    @cached_property
    def heard_at(self) -> dict[str, tuple[date, str, int]]:
        """When each grown-up was heard from last: present at a contact, or with recorded words of their own."""
        said: list[Observation | Account | Worry | ParentsView] = [one.item for one in self.of(Account)]
        said += [one.item for one in self.of(Observation) if one.item.source == "told"]
        said += [one.item for one in self.worries] + [one.item for one in self.of(ParentsView)]
        heard = [(one.by, self.meeting(one.contact)) for one in said]
        heard += [(one, meeting) for meeting in self.by_day for one in meeting.item.present]
        found: dict[str, tuple[date, str, int]] = {}
        for by, meeting in heard:
            root = self.root(by)
            if meeting is not None and root in self.people:
                found[root] = max(found.get(root, (date.min, "", 0)), (meeting.day, meeting.time, meeting.at))
        return found

    @cached_property
    def not_to_be_asked(self) -> set[str]:
        """Those of whom an answer to a question says that it is not safe, or not right, to ask them."""
        said = [one.item for one in self.of(Answer) if one.item.how in ("not_safe_to_ask", "does_not_fit")]
        return {root for one in said for id_ in one.about if (root := self.root(id_)) in self.people}

    @cached_property
    def abuse(self) -> list[str]:
        """The contacts that record domestic abuse: an observation on it that is not reassuring, or a view of it."""
        found = [
            one.item.contact
            for one in self.of(Observation)
            if one.item.topic == "domestic_abuse" and one.item.tone != "reassuring"
        ]
        found += [one.item.contact for one in self.views if one.item.holds == "domestic_abuse"]
        return list(dict.fromkeys(found))

    # Marks

    @cached_property
    def sightings(self) -> dict[str, list[Placed[Mark]]]:
        """Every mark that was found, by the id of its first sighting: the same mark seen again is one mark."""
        found: defaultdict[str, list[Placed[Mark]]] = defaultdict(list)
        for one in self.of(Mark):
            if one.item.found == "yes":
                found[self._first_sighting[self.root(one.item.id)]].append(one)
        return found

    @cached_property
    def _first_sighting(self) -> dict[str, str]:
        marks = [one for one in self.of(Mark) if one.item.found == "yes"]
        on = {self.root(one.item.id): self.root(one.item.child) for one in marks}
        same = {self.root(one.item.id): self.root(one.item.same_as) for one in marks if one.item.same_as}
        same = {id_: earlier for id_, earlier in same.items() if on.get(earlier) == on[id_]}  # of no other child
        return {id_: _first(id_, same) for id_ in on}

    def first_sighting(self, mark: str) -> str:
        """The id of the first sighting of a mark."""
        root = self.root(mark)
        return self._first_sighting.get(root, root)

    @cached_property
    def accounts(self) -> dict[str, list[Placed[Account]]]:
        """What was said about each mark, by its first sighting; an account about no mark is about its contact's."""
        at_contact: defaultdict[str, list[str]] = defaultdict(list)
        for first, marks in self.sightings.items():
            for mark in marks:
                at_contact[self.root(mark.item.contact)].append(first)
        found: defaultdict[str, list[Placed[Account]]] = defaultdict(list)
        for one in self.of(Account):
            about = [self.first_sighting(mark) for mark in one.item.about]
            for first in dict.fromkeys(about or at_contact.get(self.root(one.item.contact), [])):
                found[first].append(one)
        return found

    @cached_property
    def marks_of_account(self) -> dict[str, list[str]]:
        """The marks, by first sighting, of which each account speaks, by its id."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for first, accounts in self.accounts.items():
            for one in accounts:
                found[one.item.id].append(first)
        return found

    @cached_property
    def opinions(self) -> dict[str, list[Placed[Opinion]]]:
        """What professionals said of each mark, by its first sighting."""
        found: defaultdict[str, list[Placed[Opinion]]] = defaultdict(list)
        for one in self.of(Opinion):
            found[self.first_sighting(one.item.mark)].append(one)
        return found

    @cached_property
    def marks_at(self) -> Counter[tuple[str, str]]:
        """How many marks each contact recorded on each child, by root ids."""
        marks = (one.item for sightings in self.sightings.values() for one in sightings)
        return Counter((self.root(one.contact), self.root(one.child)) for one in marks)

    @cached_property
    def inflicted(self) -> dict[str, set[str]]:
        """The marks of each child that a health professional called inflicted."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for first, opinions in self.opinions.items():
            if any(one.item.says == "inflicted" and self.is_health(one.item.by) for one in opinions):
                for sighting in self.sightings.get(first, ()):
                    found[self.root(sighting.item.child)].add(first)
        return found

    @cached_property
    def health_told(self) -> set[str]:
        """The marks of which health was told."""
        return {
            self.first_sighting(mark)
            for one in self.of(Told)
            if self.is_health(one.item.who) or one.item.role.strip().casefold() in _HEALTH_ROLES
            for mark in one.item.about
        }

    @cached_property
    def said_at(self) -> dict[tuple[str, str], list[str]]:
        """What was observed of each child at each contact and is worrying or not weighed, in words."""
        found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
        for one in self.of(Observation):
            child = self.child_named(one.item.about)
            if child and one.item.tone in (None, "worrying"):
                found[self.root(one.item.contact), child].append(one.item.text)
        return found

    def trouble_days(self, child: str) -> list[date]:
        """The days of marks on a child and of worries about it or the whole family, in order."""
        return sorted(
            [*self._mark_days.get(child, ()), *self._worry_days.get(child, ()), *self._worry_days.get("", ())]
        )

    @cached_property
    def _mark_days(self) -> dict[str, list[date]]:
        found: defaultdict[str, list[date]] = defaultdict(list)
        for one in (one for sightings in self.sightings.values() for one in sightings):
            found[self.root(one.item.child)].append(self.day_of(one.item.contact, one.kept.date))
        return found

    @cached_property
    def _worry_days(self) -> dict[str, list[date]]:
        found: defaultdict[str, list[date]] = defaultdict(list)
        for one in self.worries:
            found[self.child_named(one.item.about)].append(self.day_of(one.item.contact, one.kept.date))
        return found

    # What people made of it

    @cached_property
    def views(self) -> list[Placed[View]]:
        """All views and the lines that end a visit, in order."""
        return self.of(View)

    @cached_property
    def unease_named(self) -> set[str]:
        """The contacts with whose view it is noted what was seen just before an uneasy feeling, by root id."""
        return {self.root(one.item.contact) for one in self.views if one.item.seen_just_before.strip()}

    @cached_property
    def worries(self) -> list[Placed[Worry]]:
        """All worries, in order."""
        return self.of(Worry)

    @cached_property
    def worries_at(self) -> dict[str, list[Worry]]:
        """The worries that each contact brought, by root id."""
        found: defaultdict[str, list[Worry]] = defaultdict(list)
        for one in self.worries:
            found[self.root(one.item.contact)].append(one.item)
        return found

    def voice(self, by: str) -> str:
        """Whose voice it is: the id of somebody known, else the words themselves."""
        child = self.child_named(by)
        root = self.root(by)
        known = root in self.people or root in self.professionals
        return child or (root if known else by.strip().casefold())

    @cached_property
    def first_worry_of(self) -> dict[str, Placed[Worry]]:
        """The first worry of each voice, in order."""
        found: dict[str, Placed[Worry]] = {}
        for one in self.worries:
            found.setdefault(self.voice(one.item.by), one)
        return found

    def home_of(self, by: str) -> tuple[str, str]:
        """The home or agency of whoever brought something; people outside the household count each for themselves."""
        voice = self.voice(by)
        professional = self.professionals.get(voice)
        if professional is not None:
            return ("agency", professional.agency.strip().casefold() or voice)
        if voice in self.children or self.in_household(voice, self.today):
            return ("home", "")
        return ("person", voice)


def _first(mark: str, same: dict[str, str]) -> str:
    """Follow `same_as` to the first sighting that is known; a ring of them ends where it began."""
    seen = {mark}
    while (earlier := same.get(mark)) is not None and earlier not in seen:
        seen.add(earlier)
        mark = earlier
    return mark
