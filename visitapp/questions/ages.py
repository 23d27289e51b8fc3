"""How old a child was and whether it moved about, in three values. Pure.

Ages are months, earliest and latest, as the record allows. Getting about without help is read from milestones; where
none is recorded the reference page says what to take for granted (`mobility`).
"""

from collections.abc import Collection, Iterable
from datetime import date

from msgspec import Struct

from visitapp.domain.days import DAYS_A_MONTH, Age, age_on
from visitapp.domain.family import Child, Milestone
from visitapp.domain.organisation import Thresholds
from visitapp.words import Text, text


class Mobility(Struct, frozen=True):
    """Whether a child got about without help. `moves` None: unknown. `ask`: the milestone should be asked for.

    `by_age`: not mobile because of its age alone, whatever it can do, where the settings say so.
    """

    moves: bool | None
    ask: bool = False
    by_age: bool = False


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


def mobility(age: Age | None, *, disabled: bool, said: Iterable[Milestone], day: date, limits: Thresholds) -> Mobility:
    """Whether a child got about without help on a day.

    `said`: its milestones, in the order in which they became known; `limits`: which of them mean getting about, and at
    which ages. What was lost again, and a "cannot" of a baby that is two by now, decide nothing: then it is asked.
    """
    if limits.not_mobile_under_months > 0:
        too_young = under(age, limits.not_mobile_under_months)
        if too_young is True:
            return Mobility(False, by_age=True)
        if too_young is None:
            found = _by_milestones(age, disabled=disabled, said=said, day=day, limits=limits)
            return found if found.moves is False else Mobility(None, ask=found.ask)
    return _by_milestones(age, disabled=disabled, said=said, day=day, limits=limits)


def _by_milestones(
    age: Age | None, *, disabled: bool, said: Iterable[Milestone], day: date, limits: Thresholds
) -> Mobility:
    counted = limits.mobile_milestones
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
        grown = at_least(age, limits.moving_taken_for_granted_months) is True
        if grown and all(_as_a_baby(one, age, day, limits.moving_expected_months) for one in cannot):
            return Mobility(None, ask=True)
        return Mobility(False)
    if any(not one.can and one.what in counted for one in later):
        return Mobility(False)
    return _taken_for_granted(age, limits, disabled=disabled)


def _taken_for_granted(age: Age | None, limits: Thresholds, *, disabled: bool) -> Mobility:
    """Where no milestone is recorded. A disabled child is never taken for mobile."""
    if under(age, limits.moving_expected_months) is True:
        return Mobility(False)
    if disabled:
        return Mobility(False, ask=True)
    if at_least(age, limits.moving_taken_for_granted_months) is True:
        return Mobility(True)
    if at_least(age, limits.moving_expected_months) is True:
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


def _as_a_baby(one: Milestone, age: Age | None, day: date, months: float) -> bool:
    """Whether this was said when the child was younger than so many months."""
    if age is None:
        return False
    then = age.earliest - (day - one.date.last()).days / DAYS_A_MONTH
    return then < months


def said_age(months: float) -> Text:
    """An age in words: years from two years on where they are whole, else months."""
    if months >= 24 and months % 12 == 0:
        return text("ask.years", n=int(months // 12))
    if months == int(months):
        return text("ask.months", n=int(months))
    return text("ask.months.part", months=f"{months:g}")
