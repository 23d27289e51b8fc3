"""Somebody of the family or home as a subject, and what a contact's observation is about."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from visitapp.domain.contact import Observation
from visitapp.domain.family import Person
from visitapp.domain.judgement import View
from visitapp.questions import partners
from visitapp.questions.expression import Value
from visitapp.questions.known import Known
from visitapp.questions.meetings import Meeting
from visitapp.questions.shelf import Placed
from visitapp.questions.subjects import Evidence, Fact, Kind, Subject


class PersonSubject(Subject):
    """A person, not a professional and not a child."""

    kind = "person"

    def __init__(self, known: Known, id: str, placed: Placed[Person]) -> None:  # noqa: A002  # the field's word
        super().__init__(known, id, (id,), (), placed.step)
        self.person = placed.item

    def args(self) -> dict[str, Any]:
        """The name."""
        return {"who": self.person.name}

    def partner_since(self) -> date | None:
        """The day on which it became known that this is a new partner; None for those of the beginning."""
        since = partners.partner_since(self.known, self.id, self.person)
        return since if since is not None and partners.is_new(self.known, since) else None

    def parent_or_partner(self) -> bool:
        """Whether this is a parent, a carer who is a man, or a present partner."""
        return partners.parent_or_partner(self.known, self.id, self.person)

    def visits_unheard(self) -> list[Meeting]:
        """Our latest visits in a row, since the question's last answer, since which nobody heard from this person."""
        return partners.visits_unheard(self.known, self.id, self.after)

    def protective(self) -> list[Placed[View]]:
        """The views held now, a person's latest each, that say this person protects the children."""
        latest = {self.known.root(one.item.by): one for one in self.known.views if one.item.holds}
        return [one for one in latest.values() if self.known.root(one.item.protective) == self.id]

    def met_unlisted(self) -> Meeting | None:
        """Our last visit at which the person was present and not on the household list, where they still are not."""
        if self.known.in_household(self.id, self.known.today):
            return None
        met = self.known.visits_with.get(self.id, ())
        return next((one for one in reversed(met) if not self.known.in_household(self.id, one.day)), None)


class ObservationSubject(Subject):
    """Something seen, told or read, about a child where it names one."""

    kind = "observation"

    def __init__(self, known: Known, placed: Placed[Observation]) -> None:
        child = known.child_named(placed.item.about) or known.child_named(placed.item.by)
        super().__init__(known, placed.item.id, (known.root(placed.item.id),), (child,) if child else (), placed.step)
        self.placed = placed
        self.observation = placed.item

    @property
    def because(self) -> tuple[str, ...]:
        """The contact at which it was made."""
        return (self.observation.contact,)

    @property
    def day(self) -> date:
        """The day on which it was so: its own, else that of the contact."""
        if self.observation.on is not None:
            return self.observation.on.last()
        return self.known.day_of(self.observation.contact, self.placed.kept.date)

    def args(self) -> dict[str, Any]:
        """Child and day."""
        return {**super().args(), "date": self.day}

    def known_after(self) -> int | None:
        """How many days after that day it became known."""
        known_on = self.placed.kept.known_on
        return None if known_on is None else (known_on - self.day).days

    def partner_unnamed(self) -> bool:
        """Whether it tells of a partner of somebody while no partner is on record."""
        if self.observation.topic != "partner":
            return False
        who = self.known.root(self.observation.about)
        return not partners.has_partner(self.known, who if who in self.known.people else "")


def find_persons(known: Known) -> Sequence[PersonSubject]:
    """The grown-ups, in the order in which they were named."""
    grown = [one for one in known.of(Person) if not one.item.child]
    return [PersonSubject(known, known.root(one.item.id), one) for one in grown]


def find_observations(known: Known) -> Sequence[ObservationSubject]:
    """Every observation with a topic, in order."""
    return [ObservationSubject(known, one) for one in known.of(Observation) if one.item.topic is not None]


def _met(person: PersonSubject) -> Evidence:
    visit = person.met_unlisted()
    return Evidence() if visit is None else Evidence((visit.item.id,), {"date": visit.day}, step=None)


def _new_partner(person: PersonSubject) -> Evidence:
    since = person.partner_since()
    came = [one.item.id for one in person.known.meetings.values() if one.kept.known_on == since]
    return Evidence() if since is None else Evidence(tuple(came[-1:]), {"date": since})


def _unheard(person: PersonSubject) -> Evidence:
    visits = person.visits_unheard()[-2:]
    if not visits:
        return Evidence()
    args = {"first": visits[0].day, "last": visits[-1].day}
    return Evidence(tuple(one.item.id for one in visits), args, step=visits[-1].at)


def _protective(person: PersonSubject) -> Evidence:
    views = person.protective()
    if not views:
        return Evidence()
    first = views[0]
    day = person.known.day_of(first.item.contact, first.kept.date)
    contacts = tuple(one.item.contact for one in views if one.item.contact)
    return Evidence(contacts, {"date": day}, step=first.step)


def _topic(observation: ObservationSubject) -> Value | None:
    return observation.observation.topic


def _by_health(observation: ObservationSubject) -> Value | None:
    """None where it is not recorded who said it, or only in words."""
    known, by = observation.known, observation.observation.by
    root = known.root(by)
    if root in known.professionals:
        return known.is_health(root)
    return False if root in known.people or known.child_named(by) else None


PERSON_FACTS: tuple[Fact, ...] = (
    Fact("person.met_unlisted", "bool", "was present at a visit of ours without being on the household list, and still "
         "is not on it", lambda person: person.met_unlisted() is not None, _met),
    Fact("person.new_partner", "bool", "a present partner, by name or in words, who became known as such later than "
         "the first entry and our first visit", lambda person: person.partner_since() is not None, _new_partner),
    Fact("person.parent_or_partner", "bool", "a parent, a carer who is a man, or a present partner",
         lambda person: person.parent_or_partner()),
    Fact("person.home_or_partner", "bool", "lives in the home, or is a present partner of somebody",
         lambda person: partners.home_or_partner(person.known, person.id, person.person)),
    Fact("person.answered_before", "bool", "the question was answered before, about this person",
         lambda person: person.after >= 0, counts=True),
    Fact("person.left_home", "bool", "lived in the home and does not any more",
         lambda person: partners.left_home(person.known, person.id), costly=True),
    Fact("person.abuse_recorded", "bool", "domestic abuse is recorded in the case, ever",
         lambda person: bool(person.known.abuse)),
    Fact("person.visits_unheard", "int", "our latest visits in a row, of those at which a grown-up is recorded as "
         "present, since which nobody heard from them, counted from the question's last answer",
         lambda person: len(person.visits_unheard()), _unheard, counts=True, costly=True),
    Fact("person.not_to_be_asked", "bool", "an answer about them says that it is not safe or not right to ask them",
         lambda person: person.id in person.known.not_to_be_asked, costly=True),
    Fact("person.said_protective", "bool", "a view that is held now says that they protect the children",
         lambda person: bool(person.protective()), _protective),
)  # fmt: skip

OBSERVATION_FACTS: tuple[Fact, ...] = (
    Fact("observation.topic", "string", "what it is about, by the codes of the case file", _topic),
    Fact("observation.tone", "string", "worrying, reassuring or neutral", lambda one: one.observation.tone),
    Fact("observation.source", "string", "seen, told or read", lambda one: one.observation.source),
    Fact("observation.about_child", "bool", "it is about a child, or a child said it",
         lambda one: bool(one.children)),
    Fact("observation.by_health", "bool", "a health professional said it", _by_health),
    Fact("observation.known_after_days", "int", "how many days after its day it became known",
         lambda one: one.known_after()),
    Fact("observation.partner_unnamed", "bool", "it tells of a partner while no partner is on record",
         lambda one: one.partner_unnamed()),
    Fact("observation.abuse_recorded", "bool", "domestic abuse is recorded in the case, ever",
         lambda one: bool(one.known.abuse)),
)  # fmt: skip

PERSON = Kind("person", "a grown-up of the family or home", find_persons, PERSON_FACTS)
OBSERVATION = Kind("observation", "an observation with a topic", find_observations, OBSERVATION_FACTS)
