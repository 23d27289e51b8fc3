"""The frozen drawings of the body: which place lies where. Pure: no Qt.

A drawing has a size in its own units (1000 high), an outline, fine lines, and places that cover the outline without
gap or overlap. A place aside stands beside the outline, with a line that leads to what it means: a part that was not
stated more closely. Points of marks are in thousandths of the drawing's width and height.
"""

import math
from functools import cached_property
from typing import Literal

import msgspec
from msgspec import Struct

from visitapp.domain.marks import Point
from visitapp.resources import resource

NEWEST = "v1"
FIGURES = ("infant", "child", "adolescent")
GROUPS: dict[str, tuple[str, ...]] = {
    "body": ("front", "back"),
    "head": ("head_front", "head_left", "head_right", "head_back"),
    "mouth": ("mouth",),
    "hands": ("hands_back", "hands_palm"),
    "feet": ("feet_top", "feet_sole"),
}
"""The views that are shown side by side."""

Direction = Literal["left", "right", "up", "down"]
Spot_ = tuple[float, float]
_WAYS: dict[Direction, Spot_] = {"left": (-1, 0), "right": (1, 0), "up": (0, -1), "down": (0, 1)}
_WIDEST = 1.7  # how far off the straight way, as a share of the way, the next place may lie


class Place(Struct, frozen=True, forbid_unknown_fields=True):
    """A place on a drawing. `side`: the child's own, "" where there is none. `at`: a point well within it."""

    region: str
    side: str
    at: Spot_
    rings: tuple[tuple[Spot_, ...], ...]
    lead: tuple[Spot_, ...]

    @property
    def aside(self) -> bool:
        """Whether it stands beside the outline."""
        return bool(self.lead)


class Label(Struct, frozen=True, forbid_unknown_fields=True):
    """A word on a drawing, `left` or `right`, with the middle of where it stands."""

    word: str
    at: Spot_


class Drawing(Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """One view of one figure."""

    size: tuple[int, int]
    outline: tuple[tuple[Spot_, ...], ...]
    lines: tuple[tuple[Spot_, ...], ...]
    shades: tuple[tuple[Spot_, ...], ...]
    labels: tuple[Label, ...]
    places: tuple[Place, ...]

    def at(self, x: float, y: float) -> int | None:
        """The place (its number) at a point in the drawing's units; None outside."""
        inside = _holds(self.outline, x, y)
        for number, (left, top, right, bottom) in enumerate(self._boxes):
            place = self.places[number]
            if left <= x <= right and top <= y <= bottom and place.aside != inside and _holds(place.rings, x, y):
                return number
        return self._nearest(x, y) if inside else None

    def _nearest(self, x: float, y: float) -> int:
        """For the hair's breadth between two places."""
        drawn = [number for number, place in enumerate(self.places) if not place.aside]
        return min(drawn, key=lambda number: _distance(self.places[number].rings, x, y))

    @cached_property
    def _boxes(self) -> tuple[tuple[float, float, float, float], ...]:
        boxes = []
        for place in self.places:
            xs = [x for ring in place.rings for x, _ in ring]
            ys = [y for ring in place.rings for _, y in ring]
            boxes.append((min(xs), min(ys), max(xs), max(ys)))
        return tuple(boxes)

    def number(self, region: str, side: str) -> int | None:
        """The place of a region, with the child's own side or "" where the region has none."""
        for number, place in enumerate(self.places):
            if (place.region, place.side) == (region, side):
                return number
        return None

    @cached_property
    def order(self) -> tuple[int, ...]:
        """All places from the top down, row by row from left to right."""
        return tuple(sorted(range(len(self.places)), key=lambda k: (self.places[k].at[1] // 30, self.places[k].at[0])))

    def next(self, number: int, way: Direction) -> int | None:
        """The neighbouring place that way; None at the edge."""
        dx, dy = _WAYS[way]
        x, y = self.places[number].at
        best, least = None, math.inf
        for other, place in enumerate(self.places):
            ahead = (place.at[0] - x) * dx + (place.at[1] - y) * dy
            across = abs((place.at[0] - x) * dy) + abs((place.at[1] - y) * dx)
            if other != number and ahead > 2 and across <= _WIDEST * ahead and ahead + 1.6 * across < least:
                best, least = other, ahead + 1.6 * across
        return best

    def thousandths(self, x: float, y: float) -> tuple[int, int]:
        """A point in the drawing's units as a mark keeps it."""
        wide, tall = self.size
        return (max(0, min(1000, round(1000 * x / wide))), max(0, min(1000, round(1000 * y / tall))))

    def units(self, x: int, y: int) -> Spot_:
        """And back."""
        return (x * self.size[0] / 1000, y * self.size[1] / 1000)


class Drawings(Struct, frozen=True, forbid_unknown_fields=True):
    """All drawings of one version, by figure and view."""

    format: Literal["visitapp-bodymap/1"]
    version: str
    figures: dict[str, dict[str, Drawing]]


class Spot(Struct, frozen=True):
    """A place that was pointed at, or chosen from the list. `side`: left, right or "" where the region has none."""

    region: str
    side: str
    point: Point | None


def load(version: str = NEWEST) -> Drawings:
    """The frozen drawings. Raises FileNotFoundError for a version that this program does not have."""
    return msgspec.json.decode(resource("bodymap", f"{version}.json").read_bytes(), type=Drawings)


def spot(drawings: Drawings, figure: str, view: str, number: int, at: Spot_ | None = None) -> Spot:
    """What is marked when a place is chosen: at a point in the drawing's units, or in its middle."""
    drawing = drawings.figures[figure][view]
    place = drawing.places[number]
    x, y = drawing.thousandths(*(at or place.at))
    return Spot(place.region, place.side, Point(drawings.version, figure, view, x, y))


def spot_of(drawings: Drawings, figure: str, region: str, side: str) -> Spot:
    """The middle of a region on the first view that shows it; without a point where no view does, or no one side."""
    for view, drawing in drawings.figures[figure].items():
        number = drawing.number(region, side)
        if number is not None:
            return spot(drawings, figure, view, number)
    return Spot(region, side, None)


def figure_for(months: float | None) -> str:
    """The figure for an age in months; the child where the age is not known."""
    if months is None:
        return "child"
    return "infant" if months < 24 else "child" if months < 144 else "adolescent"


def _holds(rings: tuple[tuple[Spot_, ...], ...], x: float, y: float) -> bool:
    odd = False
    for ring in rings:
        ax, ay = ring[-1]
        for bx, by in ring:
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                odd = not odd
            ax, ay = bx, by
    return odd


def _distance(rings: tuple[tuple[Spot_, ...], ...], x: float, y: float) -> float:
    return min((px - x) ** 2 + (py - y) ** 2 for ring in rings for px, py in ring)
