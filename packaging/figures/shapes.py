"""Geometry for the drawings: smooth curves through points, limbs, joining, smoothing and cutting. Points are (x, y)."""

import math
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainterPath, QPolygonF

Pt = tuple[float, float]
Ring = list[Pt]
FAR = 4000.0


def curve(points: Sequence[Pt], *, closed: bool = False, step: float = 1.5) -> Ring:
    """A smooth line through points (centripetal Catmull-Rom, which does not overshoot), sampled about every `step`."""
    count = len(points)

    def at(index: int) -> Pt:
        if closed:
            return points[index % count]
        if index < 0:
            return (2 * points[0][0] - points[1][0], 2 * points[0][1] - points[1][1])
        if index >= count:
            return (2 * points[-1][0] - points[-2][0], 2 * points[-1][1] - points[-2][1])
        return points[index]

    out: Ring = []
    for index in range(count if closed else count - 1):
        out += _span(at(index - 1), at(index), at(index + 1), at(index + 2), step)
    if not closed:
        out.append(points[-1])
    return out


def _span(a: Pt, b: Pt, c: Pt, d: Pt, step: float) -> Ring:
    """The samples from b up to, and without, c."""
    knots = [0.0]
    for p, q in ((a, b), (b, c), (c, d)):
        knots.append(knots[-1] + max(math.dist(p, q), 1e-6) ** 0.5)
    t0, t1, t2, t3 = knots
    samples = max(2, math.ceil(math.dist(b, c) / step))
    out = []
    for k in range(samples):
        t = t1 + (t2 - t1) * k / samples
        a1, a2, a3 = mix(a, b, (t - t0) / (t1 - t0)), mix(b, c, (t - t1) / (t2 - t1)), mix(c, d, (t - t2) / (t3 - t2))
        b1, b2 = mix(a1, a2, (t - t0) / (t2 - t0)), mix(a2, a3, (t - t1) / (t3 - t1))
        out.append(mix(b1, b2, (t - t1) / (t2 - t1)))
    return out


def mix(p: Pt, q: Pt, share: float) -> Pt:
    """The point a share of the way from p to q."""
    return (p[0] + (q[0] - p[0]) * share, p[1] + (q[1] - p[1]) * share)


def mirrored(points: Iterable[Pt]) -> Ring:
    """The other side of the midline."""
    return [(-x, y) for x, y in points]


def symmetric(half: Sequence[Pt], step: float = 1.5) -> Ring:
    """A closed smooth ring from its half, given from a point on the midline to another."""
    return curve([*half, *mirrored(half[-2:0:-1])], closed=True, step=step)


def ellipse(x: float, y: float, rx: float, ry: float, turn: float = 0.0, count: int = 72) -> Ring:
    """A ring of points; `turn` in degrees."""
    ct, st = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    out = []
    for k in range(count):
        a, b = rx * math.cos(2 * math.pi * k / count), ry * math.sin(2 * math.pi * k / count)
        out.append((x + a * ct - b * st, y + a * st + b * ct))
    return out


def limb(axis: Sequence[Pt], widths: Sequence[tuple[float, float, float]], cap: bool = True) -> Ring:
    """A limb along an axis. `widths`: (share of the length, half width on the axis's left, on its right), smoothed."""
    line = curve(axis, step=1.0)
    lengths = [0.0]
    for p, q in pairwise(line):
        lengths.append(lengths[-1] + math.dist(p, q))
    whole = lengths[-1]
    left = curve([(share * whole, half) for share, half, _ in widths], step=1.0)
    right = curve([(share * whole, half) for share, _, half in widths], step=1.0)
    a, b = [], []
    for index, here in enumerate(line):
        before, after = line[max(0, index - 4)], line[min(len(line) - 1, index + 4)]
        size = math.dist(before, after) or 1.0
        nx, ny = -(after[1] - before[1]) / size, (after[0] - before[0]) / size
        wl, wr = _value(left, lengths[index]), _value(right, lengths[index])
        a.append((here[0] - nx * wl, here[1] - ny * wl))
        b.append((here[0] + nx * wr, here[1] + ny * wr))
    if not cap:
        return a + b[::-1]
    return a + _cap(a[-1], b[-1]) + b[::-1] + _cap(b[0], a[0])


def _cap(p: Pt, q: Pt) -> Ring:
    """A half circle from p to q, on the left of that way."""
    x, y = mix(p, q, 0.5)
    radius = math.dist(p, q) / 2
    start = math.atan2(p[1] - y, p[0] - x)
    return [
        (x + radius * math.cos(start + math.pi * k / 16), y + radius * math.sin(start + math.pi * k / 16))
        for k in range(1, 16)
    ]


def _value(graph: Ring, x: float) -> float:
    for (x0, y0), (x1, y1) in pairwise(graph):
        if x <= x1:
            return y0 + (y1 - y0) * (x - x0) / max(x1 - x0, 1e-9)
    return graph[-1][1]


def moved(points: Iterable[Pt], dx: float = 0.0, dy: float = 0.0, turn: float = 0.0, scale: float = 1.0) -> Ring:
    """Points scaled and turned (degrees, clockwise on the screen) about the origin, then moved."""
    ct, st = math.cos(math.radians(turn)) * scale, math.sin(math.radians(turn)) * scale
    return [(x * ct - y * st + dx, x * st + y * ct + dy) for x, y in points]


def path(*rings: Sequence[Pt]) -> QPainterPath:
    """One area of rings; a ring within another is a hole."""
    out = QPainterPath()
    out.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in rings:
        out.addPolygon(QPolygonF([QPointF(*point) for point in ring]))
        out.closeSubpath()
    return out


def joined(*rings: Sequence[Pt]) -> QPainterPath:
    """The union of rings."""
    out = path(rings[0])
    for ring in rings[1:]:
        out = out.united(path(ring))
    return out


def rings_of(area: QPainterPath, least: float = 0.0) -> list[Ring]:
    """The rings of an area, largest first, without those that enclose less than `least`."""
    out = []
    for polygon in area.toSubpathPolygons():
        ring = [(point.x(), point.y()) for point in polygon]
        if len(ring) > 1 and ring[0] == ring[-1]:
            ring.pop()
        if len(ring) > 2 and abs(area_of(ring)) > least:
            out.append(ring)
    return sorted(out, key=lambda ring: -abs(area_of(ring)))


def area_of(ring: Sequence[Pt]) -> float:
    """Signed area."""
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(ring, [*ring[1:], ring[0]], strict=True)) / 2


def holds(rings: Sequence[Sequence[Pt]], point: Pt) -> bool:
    """Whether a point lies within an odd number of rings."""
    x, y = point
    odd = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                odd = not odd
    return odd


def resampled(ring: Sequence[Pt], step: float) -> Ring:
    """A closed ring with its points at even distances along it."""
    closed = [*ring, ring[0]]
    lengths = [math.dist(p, q) for p, q in pairwise(closed)]
    whole = sum(lengths)
    count = max(8, int(whole / step))
    out, index, before = [], 0, 0.0
    for k in range(count):
        target = whole * k / count
        while before + lengths[index] < target and index < len(lengths) - 1:
            before += lengths[index]
            index += 1
        out.append(mix(closed[index], closed[index + 1], (target - before) / (lengths[index] or 1.0)))
    return out


def smoothed(area: QPainterPath, sigma: float) -> QPainterPath:
    """The outer ring of an area with its corners rounded (Gaussian along the outline); hides the joins of parts."""
    step = max(0.5, sigma / 4)
    ring = resampled(rings_of(area)[0], step)
    reach = int(3 * sigma / step)
    weights = [math.exp(-0.5 * (k * step / sigma) ** 2) for k in range(-reach, reach + 1)]
    total = sum(weights)
    count = len(ring)
    out = []
    for index in range(count):
        x = y = 0.0
        for k, weight in enumerate(weights, start=index - reach):
            px, py = ring[k % count]
            x += px * weight
            y += py * weight
        out.append((x / total, y / total))
    return path(out)


def thinned(ring: Sequence[Pt], tolerance: float = 0.08) -> Ring:
    """A closed ring without the points that lie within `tolerance` of the line between their neighbours."""
    far = max(range(len(ring)), key=lambda k: math.dist(ring[0], ring[k]))
    return [*_thin(list(ring[: far + 1]), tolerance)[:-1], *_thin([*ring[far:], ring[0]], tolerance)[:-1]]


def thin_line(line: Sequence[Pt], tolerance: float = 0.08) -> Ring:
    """The same for an open line."""
    return _thin(list(line), tolerance)


def _thin(line: Ring, tolerance: float) -> Ring:
    keep, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        (ax, ay), (bx, by) = line[first], line[last]
        size = math.dist((ax, ay), (bx, by))
        worst, where = 0.0, 0
        for k in range(first + 1, last):
            px, py = line[k]
            if size < 1e-6:
                off = math.dist((ax, ay), (px, py))
            else:
                off = abs((bx - ax) * (ay - py) - (ax - px) * (by - ay)) / size
            if off > worst:
                worst, where = off, k
        if worst > tolerance:
            keep.add(where)
            waiting += [(first, where), (where, last)]
    return [line[k] for k in sorted(keep)]


def below(line: Sequence[Pt]) -> Ring:
    """All that lies beneath a line that runs from left to right."""
    return [(-FAR, line[0][1]), *line, (FAR, line[-1][1]), (FAR, FAR), (-FAR, FAR)]


def right_of(line: Sequence[Pt]) -> Ring:
    """All that lies on the right of a line that runs from top to bottom."""
    return [(line[0][0], -FAR), *line, (line[-1][0], FAR), (FAR, FAR), (FAR, -FAR)]


def beyond(at: Pt, towards: Pt) -> Ring:
    """The half plane that lies beyond a point, in the direction of another."""
    size = math.dist(at, towards)
    dx, dy = (towards[0] - at[0]) / size * FAR, (towards[1] - at[1]) / size * FAR
    return [
        (at[0] - dy, at[1] + dx),
        (at[0] + dy, at[1] - dx),
        (at[0] + dy + dx, at[1] - dx + dy),
        (at[0] - dy + dx, at[1] + dx + dy),
    ]


Mapping = Callable[[float, float], Pt]
"""From the units in which a part is described to those of its drawing."""


def mapped(mapping: Mapping, points: Iterable[Pt]) -> Ring:
    """Points in the drawing's units."""
    return [mapping(x, y) for x, y in points]
