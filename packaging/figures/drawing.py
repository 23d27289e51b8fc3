"""One drawing: an outline, fine lines, and the places into which the outline is cut without gap or overlap."""

import math
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtGui import QPainterPath, QTransform

from figures.shapes import Pt, Ring, area_of, ellipse, holds, mirrored, path, rings_of, thin_line, thinned

ASIDE = 25.0
"""Radius of a place that stands beside the outline: a part that was not stated more closely."""


@dataclass
class Piece:
    """A place: its id, the child's own side or "", and its rings. `lead`: from a place aside to what it stands for."""

    region: str
    side: str
    rings: list[Ring]
    at: Pt
    lead: Ring = field(default_factory=list)


class Drawing:
    """Cuts an outline into places, one after another; what was taken is gone.

    `right`: the child's own side that is at the right of the picture.
    """

    def __init__(self, outline: QPainterPath, lines: list[Ring], right: str = "left") -> None:
        self.outline = path(*(thinned(ring) for ring in rings_of(outline)))
        self.lines = lines
        self.pieces: list[Piece] = []
        self.labels: list[tuple[str, Pt]] = []
        self.shades: list[Ring] = []
        self._rest = self.outline
        self._right, self._left = right, "right" if right == "left" else "left"

    def take(self, region: str, side: str, area: QPainterPath, within: QPainterPath | None = None) -> None:
        """Cut what is left of an area out of the outline."""
        if within is not None:
            area = area.intersected(within)
        area = path(*(thinned(ring, 0.05) for ring in rings_of(area)))
        taken, self._rest = _cut(self._rest, area)
        rings = rings_of(taken, least=0.5)
        if not rings:
            raise ValueError(f"nothing left for {region} {side}")
        for piece in self.pieces:
            if (piece.region, piece.side) == (region, side):
                piece.rings += rings
                return
        self.pieces.append(Piece(region, side, rings, centre(rings)))

    def both(self, region: str, area: QPainterPath, within: QPainterPath | None = None) -> None:
        """The same on both sides of the midline; the area is given for the right of the picture."""
        flip = QTransform().scale(-1, 1)
        self.take(region, self._right, area, within)
        self.take(region, self._left, flip.map(area), None if within is None else flip.map(within))

    def aside(self, region: str, at: Pt, to: Pt, side: str = "") -> None:
        """A place beside the outline, with a line that leads to what it stands for."""
        size = math.dist(at, to)
        start = (at[0] + (to[0] - at[0]) / size * ASIDE, at[1] + (to[1] - at[1]) / size * ASIDE)
        self.pieces.append(Piece(region, side, [ellipse(*at, ASIDE, ASIDE)], at, [start, to]))

    def both_aside(self, region: str, at: Pt, to: Pt) -> None:
        """The same on both sides of the midline."""
        self.aside(region, at, to, self._right)
        self.aside(region, mirrored([at])[0], mirrored([to])[0], self._left)

    def label(self, word: str, at: Pt) -> None:
        """A word under a part of the drawing; `left` or `right`."""
        self.labels.append((word, at))

    @property
    def lost(self) -> float:
        """The share of the outline that no place took."""
        whole = sum(_size(ring) for ring in rings_of(self.outline))
        return sum(_size(ring) for ring in rings_of(self._rest, least=0.5)) / whole

    def framed(self, margin: float = 14.0) -> dict[str, Any]:
        """The drawing as plain data, moved and scaled so that it is 1000 high, with a margin around everything."""
        every = [*rings_of(self.outline), *(ring for piece in self.pieces for ring in piece.rings)]
        xs, ys = [x for ring in every for x, _ in ring], [y for ring in every for _, y in ring]
        ys += [at[1] + 24 for _, at in self.labels]
        scale = (1000 - 2 * margin) / (max(ys) - min(ys))
        wide = (max(xs) - min(xs)) * scale + 2 * margin

        def place(point: Pt) -> list[float]:
            x, y = (point[0] - min(xs)) * scale + margin, (point[1] - min(ys)) * scale + margin
            return [round(x, 1), round(y, 1)]

        return {
            "size": [round(wide), 1000],
            "outline": [[place(point) for point in ring] for ring in rings_of(self.outline)],
            "lines": [[place(point) for point in thin_line(line)] for line in self.lines],
            "shades": [[place(point) for point in thinned(ring)] for ring in self.shades],
            "labels": [{"word": word, "at": place(at)} for word, at in self.labels],
            "places": [
                {
                    "region": piece.region,
                    "side": piece.side,
                    "at": place(piece.at),
                    "rings": [[place(point) for point in ring] for ring in piece.rings],
                    "lead": [place(point) for point in piece.lead],
                }
                for piece in self.pieces
            ],
        }


def _cut(rest: QPainterPath, area: QPainterPath) -> tuple[QPainterPath, QPainterPath]:
    """What of `rest` lies within the area and what does not.

    Qt's cutting fails now and then where edges touch: the two must add up to the whole,
        or the area is nudged a little.
    """
    whole = _covered(rest)
    for nudge in (0.0, 0.011, -0.013, 0.023, -0.027, 0.041):
        shifted = area.translated(nudge, nudge * 0.7)
        taken, left = rest.intersected(shifted), rest.subtracted(shifted)
        if abs(_covered(taken) + _covered(left) - whole) < 0.3 and rest.boundingRect().adjusted(-1, -1, 1, 1).contains(
            taken.boundingRect()
        ):
            return taken, left
    raise ValueError(f"an area could not be cut out: {whole:.1f}, {_covered(taken):.1f}, {_covered(left):.1f}")


def _covered(area: QPainterPath) -> float:
    """What an area covers: a ring within an odd number of others is a hole."""
    rings = rings_of(area)
    total = 0.0
    for index, ring in enumerate(rings):
        some = ring[:: max(1, len(ring) // 9)]
        inside = sum(2 * sum(holds([rings[k]], point) for point in some) > len(some) for k in range(index))
        total += -_size(ring) if inside % 2 else _size(ring)
    return total


def _size(ring: Ring) -> float:
    return abs(area_of(ring))


def centre(rings: list[Ring]) -> Pt:
    """A point well within the largest ring: the one that is farthest from every edge, on a grid made finer thrice."""
    xs, ys = [x for x, _ in rings[0]], [y for _, y in rings[0]]
    middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
    best, where, reach = -1.0, middle, max(max(xs) - min(xs), max(ys) - min(ys)) / 2
    for _ in range(4):
        for i in range(-9, 10):
            for j in range(-9, 10):
                point = (middle[0] + reach * i / 9, middle[1] + reach * j / 9)
                if holds(rings, point) and (room := min(_room(ring, point) for ring in rings)) > best + 1e-6:
                    best, where = room, point
        middle, reach = where, reach / 5
    if best < 0:
        raise ValueError("a place has no inside")
    return where


def _room(ring: Ring, point: Pt) -> float:
    """The distance to the nearest edge."""
    px, py = point
    least = math.inf
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
        dx, dy = bx - ax, by - ay
        share = max(0.0, min(1.0, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy or 1e-9)))
        least = min(least, (ax + share * dx - px) ** 2 + (ay + share * dy - py) ** 2)
    return math.sqrt(least)
