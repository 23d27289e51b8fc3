"""How old a child was and whether it moved about, in three values. Pure.

Ages are months, earliest and latest, as the record allows. Getting about without help is read from milestones; where
none is recorded the reference page says what to take for granted (`mobility`).
"""

from collections.abc import Collection, Iterable
from datetime import date

from msgspec import Struct

from visitapp.domain.days import DAYS_A_MONTH, Age, age_on
from visitapp.domain.family import Child, Milestone

NOT_YET_EXPECTED = 12.0
"""Months. Below it nobody takes a child for mobile until somebody records it."""
EXPECTED = 24.0
"""Months. From here on a child is taken for mobile unless somebody records otherwise."""


class Mobility(Struct, frozen=True):
    """Whether a child got about without help. `moves` None: unknown. `ask`: the milestone should be asked for."""

    moves: bool | None
    ask: bool = False


def age_at(child: Child, day: date) -> Age | None:
    """The youngest and oldest that a child can have been on a day; None: no age known, or not born by then.

    "4 months" said on a day means less than 5 months on that day, so its latest is a day younger.
    """
    if child.unborn or (child.born is not None and child.born.first() > day):
        return None
    age = age_on(day, child.born, child.age)
    if age is not None and child.born is None:
        return Age(age.earliest, max(age.earliest, age.latest - 1 / DAYS_A_MONTH))
    return age


def under(age: Age | None, months: float) -> bool | None:
    """Whether a child was younger than so many months; None where the record allows both."""
    if age is None:
        return None
    if age.latest < months:
        return True
    return False if age.earliest >= months else None


def at_least(age: Age | None, months: float) -> bool | None:
    """Whether a child was so many months old, or older; None where the record allows both."""
    younger = under(age, months)
    return None if younger is None else not younger


def mobility(
    age: Age | None, *, disabled: bool, said: Iterable[Milestone], day: date, counted: Collection[str]
) -> Mobility:
    """Whether a child got about without help on a day.

    `said`: its milestones, in the order in which they became known; `counted`: those that mean getting about. What was
    lost again, and a "cannot" of a baby that is two by now, decide nothing: then it is asked.
    """
    by_then, later = _split(said, day)
    newest = {one.what: one for one in by_then}
    can = [newest[what] for what in counted if what in newest and newest[what].can]
    if can:
        lost = _lost(by_then, counted)
        if lost is not None and lost >= max(one.date.last() for one in can):
            return Mobility(None, ask=True)
        return Mobility(True)
    cannot = [one for one in newest.values() if not one.can]
    if cannot:
        if at_least(age, EXPECTED) is True and all(_as_a_baby(one, age, day) for one in cannot):
            return Mobility(None, ask=True)
        return Mobility(False)
    if any(not one.can and one.what in counted for one in later):
        return Mobility(False)
    return _taken_for_granted(age, disabled=disabled)


def _taken_for_granted(age: Age | None, *, disabled: bool) -> Mobility:
    """Where no milestone is recorded. A disabled child is never taken for mobile."""
    if under(age, NOT_YET_EXPECTED) is True:
        return Mobility(False)
    if disabled:
        return Mobility(False, ask=True)
    if at_least(age, EXPECTED) is True:
        return Mobility(True)
    if at_least(age, NOT_YET_EXPECTED) is True:
        return Mobility(True, ask=True)
    return Mobility(None, ask=True)


def _split(said: Iterable[Milestone], day: date) -> tuple[list[Milestone], list[Milestone]]:
    """What was so by a day, the oldest first, and what was only seen afterwards."""
    ordered = sorted(said, key=lambda one: one.date.last())
    return [one for one in ordered if one.date.last() <= day], [one for one in ordered if one.date.last() > day]


def _lost(by_then: list[Milestone], counted: Collection[str]) -> date | None:
    """The day on which something that the child could do was last recorded as gone."""
    had: set[str] = set()
    lost: date | None = None
    for one in by_then:
        if one.what not in counted:
            continue
        if one.can:
            had.add(one.what)
        elif one.what in had:
            lost = one.date.last()
    return lost


def _as_a_baby(one: Milestone, age: Age | None, day: date) -> bool:
    """Whether this was said when the child was under a year old."""
    if age is None:
        return False
    then = age.earliest - (day - one.date.last()).days / DAYS_A_MONTH
    return then < NOT_YET_EXPECTED
