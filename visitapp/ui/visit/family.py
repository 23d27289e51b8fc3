"""What the pages of a visit need to know of the family, made once from what Prepare found. Pure: no Qt."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from visitapp.actions.joint import Colleague
from visitapp.actions.visits import Prepared
from visitapp.domain.case import Case
from visitapp.domain.contact import Contact
from visitapp.domain.days import age_on, days_after
from visitapp.domain.family import Address, Child, Person
from visitapp.domain.judgement import Action, View
from visitapp.domain.marks import Mark
from visitapp.domain.standing import household, plans_in_force
from visitapp.ui.visit.changes.basics import last_visit
from visitapp.ui.visit.changes.children import Cells, cells


class ChildHere(Struct, frozen=True):
    """A child of the family on these pages. `called`: the first name, the whole one where two share it."""

    child: Child
    called: str
    cells: Cells

    @property
    def id(self) -> str:
        """The child's id."""
        return self.child.id

    def months(self, today: date) -> int | None:
        """The age in full months, the youngest that the record allows; None where it says nothing."""
        age = age_on(today, self.child.born, self.child.age)
        return None if age is None else int(age.earliest + 0.02)


class Known(Struct, frozen=True):
    """Somebody who may be named: id, name, and who that is to the children, or their work."""

    id: str
    name: str
    relation: str = ""

    @property
    def in_full(self) -> str:
        """The name with who that is: Jess Brindle (mother)."""
        return f"{self.name} ({self.relation})" if self.relation else self.name


class Family(Struct, frozen=True, kw_only=True):
    """All that stays the same while a visit is written."""

    case: Case
    today: date
    me: str
    children: tuple[ChildHere, ...]
    people: tuple[Known, ...]
    speakers: tuple[Known, ...]
    professionals: tuple[Known, ...]
    addresses: tuple[Address, ...]
    last_visit: Contact | None
    actions: tuple[Action, ...]
    unexplained: tuple[Mark, ...]
    next_by: date | None
    my_view: View | None
    colleagues: tuple[Colleague, ...] = ()

    def called(self, child: str) -> str:
        """A child's name on these pages; anybody else's name."""
        return next((one.called for one in self.children if one.id == child), "") or self.case.name(child)


def family(prepared: Prepared, today: date, me: str, languages: tuple[str, ...] = ("en",)) -> Family:
    """From what Prepare found. Children not yet born are not on the pages."""
    case = prepared.case
    born = [standing.child for standing in prepared.children if not standing.child.unborn]
    firsts = [first_name(child.name) for child in born]
    here = tuple(
        ChildHere(child, first if firsts.count(first) == 1 else child.name, cells(child, today, languages))
        for child, first in zip(born, firsts, strict=True)
    )
    at_home = household(case, today)
    others = [person for person in case.people.values() if person not in at_home]
    return Family(
        case=case,
        today=today,
        me=me,
        children=here,
        people=(*_known(at_home), *_known(others)),
        speakers=(*_known(at_home), *(Known(one.id, one.name) for one in born), *_known(others)),
        professionals=tuple(
            Known(one.id, one.called, one.agency)
            for one in case.professionals.values()
            if me not in (one.id, one.member)
        ),
        addresses=case.of(Address),
        last_visit=last_visit(case),
        actions=(*prepared.ours, *prepared.theirs),
        unexplained=prepared.unexplained,
        next_by=_next_by(case, here, today),
        my_view=prepared.my_view,
        colleagues=prepared.colleagues,
    )


def _known(people: Iterable[Person]) -> tuple[Known, ...]:
    return tuple(Known(one.id, one.name, one.relation) for one in people)


def first_name(name: str) -> str:
    """The first of the names."""
    return name.split()[0] if name.split() else name


def _next_by(case: Case, children: tuple[ChildHere, ...], today: date) -> date | None:
    """The day that the shortest interval of the plans in force gives, counted from today."""
    every = [
        plan.visit_every_days
        for one in children
        for plan in plans_in_force(case, one.id, today)
        if plan.visit_every_days is not None
    ]
    return days_after(today, min(every)) if every else None
