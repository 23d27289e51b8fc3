"""Where marks stand on a picture, and how markers that would hide each other are moved apart. Pure: no Qt."""

import math
from collections.abc import Iterable, Sequence

from msgspec import Struct

from visitapp.domain.marks import Mark
from visitapp.ui.bodymap.drawing import Drawings, Spot_

_TURN = 2.399963  # the golden angle: points that coincide leave in different directions


class Marker(Struct, frozen=True):
    """A mark on a picture. `name`: the number on it, "" for none. `at`: in the drawing's units.

    `earlier`: a ring, for a mark that was seen before; without a number it is only there to be looked at.

    `exact`: where it was set; otherwise in the middle of its region, because it was set on another drawing or in words.
    """

    mark: str
    name: str
    at: Spot_
    exact: bool = True
    earlier: bool = False


def markers(
    drawings: Drawings, figure: str, view: str, marks: Iterable[Mark], *, earlier: bool = False
) -> tuple[Marker, ...]:
    """The markers of one picture, in the order of the marks; the numbers count all the marks from 1."""
    out: list[Marker] = []
    for number, mark in enumerate(marks, start=1):
        name = "" if earlier else str(number)
        out += [
            Marker(mark.id, name, at, exact, earlier)
            for shown, at, exact in places_of(drawings, figure, mark)
            if shown == view
        ]
    return tuple(out)


def places_of(drawings: Drawings, figure: str, mark: Mark) -> tuple[tuple[str, Spot_, bool], ...]:
    """The views on which a mark is shown, where, and whether that is the very point at which it was set.

    A point of another version or figure is never moved over: such a mark stands in the middle of its region.
    """
    point = mark.point
    views = drawings.figures[figure]
    if point is not None and (point.drawing, point.figure) == (drawings.version, figure) and point.view in views:
        return ((point.view, views[point.view].units(point.x, point.y), True),)
    sides = ("left", "right") if mark.side == "both" else ("" if mark.side == "unknown" else mark.side,)
    out: list[tuple[str, Spot_, bool]] = []
    for side in sides:
        for view, drawing in views.items():
            number = drawing.number(mark.region, side)
            if number is not None:
                out.append((view, drawing.places[number].at, False))
                break
    return tuple(out)


def fan_out(points: Sequence[Spot_], radius: float) -> tuple[Spot_, ...]:
    """The points moved apart until circles of that radius around them do not touch. The order decides, nothing else."""
    placed: list[Spot_] = []
    for point in points:
        placed.append(_free(point, placed, 2 * radius + 1))
    return tuple(placed)


def _free(point: Spot_, taken: list[Spot_], apart: float) -> Spot_:
    """The nearest free place to a point, sought along a spiral."""
    step = 0
    here = point
    while any(math.dist(here, other) < apart for other in taken):
        step += 1
        reach = apart * 0.25 * math.sqrt(step)
        here = (point[0] + reach * math.cos(step * _TURN), point[1] + reach * math.sin(step * _TURN))
    return here
