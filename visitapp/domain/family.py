"""The family and those around it: the case, its children, who lived there, who works with them."""

from datetime import date

from visitapp.domain.codes import Milestone_, PlanKind, Sector, Truth
from visitapp.domain.days import Day, StatedAge
from visitapp.domain.item import Item


class CaseHeader(Item, frozen=True, kw_only=True, tag="case"):
    """The case's own number, its number in the council's system, and a title."""

    reference: str
    case_system_id: str = ""
    title: str = ""


class Address(Item, frozen=True, kw_only=True, tag="address"):
    """An address by its label. `keep_from`: people who must not learn it. `safety`: what a worker should know first."""

    label: str
    since: Day | None = None
    until: Day | None = None
    keep_from: tuple[str, ...] = ()
    safety: str = ""


class Child(Item, frozen=True, kw_only=True, tag="child"):
    """A child of the case. `age`: where only an age was said. `due`: for a child not yet born."""

    name: str
    born: Day | None = None
    age: StatedAge | None = None
    unborn: bool = False
    due: date | None = None
    verbal: Truth = "unknown"
    language: str = ""
    disability: str = ""
    school: str = ""
    attends: Truth = "unknown"
    parental_responsibility: tuple[str, ...] = ()


class Milestone(Item, frozen=True, kw_only=True, tag="milestone"):
    """What a child could or could not do on a day."""

    child: str
    date: Day
    what: Milestone_
    can: bool


class Plan(Item, frozen=True, kw_only=True, tag="plan"):
    """A plan or an order for a child, while it held."""

    child: str
    kind: PlanKind
    category: str = ""
    visit_every_days: int | None = None
    goals: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None


class LivedAt(Item, frozen=True, kw_only=True, tag="lived_at"):
    """Where a child lived and with whom."""

    child: str
    place: str
    people: tuple[str, ...] = ()
    since: Day | None = None
    until: Day | None = None


class Person(Item, frozen=True, kw_only=True, tag="person"):
    """Somebody of the family or the home. `relation`: to the children, in plain words. `child`: another child."""

    name: str
    relation: str = ""
    child: bool = False
    male_carer: bool = False


class Partnership(Item, frozen=True, kw_only=True, tag="partnership"):
    """Two people said to be partners."""

    person: str
    partner_of: str


class Stay(Item, frozen=True, kw_only=True, tag="stay"):
    """A time during which a person lived in the household. `until_unknown`: left, nobody knows when."""

    person: str
    since: Day | None = None
    until: Day | None = None
    until_unknown: bool = False


class Professional(Item, frozen=True, kw_only=True, tag="professional"):
    """Somebody who works with the family. `social_care` is us. `member`: which member of ours this is."""

    sector: Sector
    name: str = ""
    role: str = ""
    agency: str = ""
    languages: tuple[str, ...] = ()
    member: str = ""

    @property
    def called(self) -> str:
        """Name, or role where no name is known."""
        return self.name or self.role


class KnownLater(Item, frozen=True, kw_only=True, tag="known_later"):
    """For the debriefing only: what came out afterwards. No rule, pattern or picture ever sees it."""

    text: str
    date: Day | None = None
    learned_on: Day | None = None
