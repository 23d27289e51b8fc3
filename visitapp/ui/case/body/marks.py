"""The marks of one child at one point of time: what is shown where, and how it is said. Pure: no Qt.

A mark keeps its number, by the day on which it was first seen, whatever day is looked at. On a day, marks seen on it
are filled; those seen before are rings. The same mark seen again is one mark.
"""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from visitapp.actions.body import OnChild
from visitapp.actions.versions import OfMark, Sighting
from visitapp.domain.days import Day, age_on
from visitapp.domain.family import Child
from visitapp.ui.bodymap.drawing import GROUPS, Drawings, figure_for
from visitapp.ui.bodymap.markers import Marker, places_of
from visitapp.ui.bodymap.sheet import Picture


class Shown(Struct, frozen=True):
    """A mark as it stands on a day: its number, the sighting that places it, and whether it was seen on that day."""

    number: int
    of: OfMark
    sighting: Sighting
    today: bool

    @property
    def id(self) -> str:
        """The id of its first sighting."""
        return self.of.mark


def days_of(marks: Sequence[OfMark]) -> tuple[Day, ...]:
    """The days on which a mark was seen, the first one first."""
    days = {one.on for mark in marks for one in mark.seen if one.mark.found == "yes"}
    return tuple(sorted(days, key=lambda day: (day.last(), day.first())))


def marks_on(on: OnChild, day: Day | None) -> tuple[Shown, ...]:
    """The marks that were seen up to a day; None: all. A mark that was only looked for and not found comes with all."""
    found = []
    for number, mark in enumerate(on.marks, start=1):
        seen = sorted(
            (one for one in mark.seen if one.mark.found == "yes" and (day is None or one.on.last() <= day.last())),
            key=lambda one: one.on.last(),
        )
        if seen:
            found.append(Shown(number, mark, seen[-1], day is None or seen[-1].on == day))
        elif day is None:
            found.append(Shown(number, mark, mark.seen[-1], True))
    return tuple(found)


def figure_on(child: Child, day: date) -> str:
    """The figure for the child's age on a day."""
    age = age_on(day, child.born, child.age)
    return figure_for((age.earliest + age.latest) / 2 if age is not None else None)


def pictures(drawings: Drawings, figure: str, group: str, shown: Sequence[Shown], chosen: str) -> tuple[Picture, ...]:
    """The views of a group with their markers."""
    placed = _placed(drawings, figure, shown)
    return tuple(
        Picture(
            figure,
            view,
            tuple(
                Marker(one.id, str(one.number), at, exact, earlier=not one.today)
                for one, where, at, exact in placed
                if where == view
            ),
            chosen,
        )
        for view in GROUPS[group]
    )


def groups_of(drawings: Drawings, figure: str, one: Shown) -> tuple[str, ...]:
    """The groups of views on which a mark is shown; none where its place was not stated."""
    views = {view for _, view, _, _ in _placed(drawings, figure, (one,))}
    return tuple(group for group, members in GROUPS.items() if views & set(members))


def exact(drawings: Drawings, figure: str, one: Shown) -> bool:
    """Whether it is shown at the very point at which it was set; also where it is shown nowhere."""
    return all(exact for _, _, _, exact in _placed(drawings, figure, (one,)))


def _placed(
    drawings: Drawings, figure: str, shown: Sequence[Shown]
) -> list[tuple[Shown, str, tuple[float, float], bool]]:
    return [
        (one, view, at, exact)
        for one in shown
        if one.sighting.mark.found == "yes"
        for view, at, exact in places_of(drawings, figure, one.sighting.mark)
    ]
