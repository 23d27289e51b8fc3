"""Somebody of the family or home as a subject, and what a contact's observation is about."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from visitapp.domain.contact import Observation
from visitapp.domain.family import Person
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
        """The day of that contact."""
        return self.known.day_of(self.observation.contact, self.placed.kept.date)

    def args(self) -> dict[str, Any]:
        """Child and day."""
        return {**super().args(), "date": self.day}


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
)  # fmt: skip

OBSERVATION_FACTS: tuple[Fact, ...] = (
    Fact("observation.topic", "string", "what it is about, by the codes of the case file", _topic),
    Fact("observation.tone", "string", "worrying, reassuring or neutral", lambda one: one.observation.tone),
    Fact("observation.source", "string", "seen, told or read", lambda one: one.observation.source),
    Fact("observation.about_child", "bool", "it is about a child, or a child said it",
         lambda one: bool(one.children)),
    Fact("observation.by_health", "bool", "a health professional said it", _by_health),
)  # fmt: skip

PERSON = Kind("person", "a grown-up of the family or home", find_persons, PERSON_FACTS)
OBSERVATION = Kind("observation", "an observation with a topic", find_observations, OBSERVATION_FACTS)
