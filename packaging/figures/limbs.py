"""Both hands and both feet, large. The child faces us, so the child's left is at the right of the picture."""

from PySide6.QtGui import QPainterPath, QTransform

from figures import hand
from figures.builds import Build
from figures.drawing import Drawing
from figures.shapes import Pt, Ring, below, curve, joined, limb, mirrored, moved, path, smoothed

HAND = 760.0
FOOT = 800.0
# From the middle of the heel: towards the great toe and upwards. Great toe to little toe: middle line, half widths.
SOLE: tuple[Pt, ...] = (
    (0.0, 0.0), (0.085, -0.018), (0.128, -0.085), (0.130, -0.18), (0.108, -0.30), (0.088, -0.42),
    (0.100, -0.53), (0.150, -0.63),
    (0.188, -0.70), (0.185, -0.775), (0.120, -0.815), (0.02, -0.805), (-0.08, -0.775), (-0.155, -0.725),
    (-0.200, -0.66), (-0.206, -0.57),
    (-0.186, -0.45), (-0.158, -0.32), (-0.140, -0.18), (-0.128, -0.085), (-0.085, -0.018),
)  # fmt: skip
TOP: tuple[Pt, ...] = (
    (0.0, 0.0), (0.085, -0.018), (0.118, -0.085), (0.120, -0.18), (0.122, -0.30), (0.128, -0.42),
    (0.142, -0.53), (0.166, -0.63),
    *SOLE[8:],
)  # fmt: skip
TOES: tuple[tuple[Pt, Pt, float, float], ...] = (
    ((0.128, -0.76), (0.126, -0.930), 0.056, 0.062),
    ((0.022, -0.78), (0.012, -0.925), 0.034, 0.040),
    ((-0.058, -0.765), (-0.076, -0.890), 0.031, 0.037),
    ((-0.126, -0.73), (-0.150, -0.838), 0.029, 0.034),
    ((-0.176, -0.68), (-0.208, -0.770), 0.027, 0.032),
)


def draw_hands(build: Build, palm: bool) -> Drawing:
    """Both hands with the fingers up, their backs or their palms."""
    plump = 1.0 + (build.finger_plump - 1.0) * 1.2
    turned = _turner(-4 if palm else 4, 366 if palm else 250, HAND, flip=palm, wide=build.hand_wide)
    flesh, fingers, thumb = hand.parts(build.finger_long, plump)
    stub = curve([(-0.145, -0.06), (-0.150, 0.05), (-0.162, 0.16), (-0.168, 0.225), (-0.10, 0.24), (0.10, 0.24),
        (0.168, 0.225), (0.162, 0.16), (0.150, 0.05), (0.145, -0.06)], closed=True, step=0.01)  # fmt: skip
    base = smoothed(joined(turned(flesh), turned(stub)), 10.0)
    for ring in (*fingers, thumb):
        base = base.united(path(turned(ring)))
    one = smoothed(base, 5.0)
    lines = [turned(line) for line in (hand.creases(build.finger_long) if palm else hand.knuckles(build.finger_long))]
    drawing = Drawing(_pair(one), _both(lines))
    for ring in hand.finger_areas():
        drawing.both("finger", path(turned(ring)), _right())
    drawing.both("wrist", path(turned(below([(-0.4, 0.012), (0.4, 0.012)]))), _right())
    drawing.both("palm" if palm else "hand_back", _right())
    edge = turned([(-0.32 if palm else 0.30, 0.12)])[0]
    target = turned([(-0.06, -0.14)])[0]
    drawing.both_aside("hand_unspecified", edge, target)
    _words(drawing, turned([(0, 0.30)])[0])
    return drawing


def draw_feet(build: Build, sole: bool) -> Drawing:
    """Both feet: the soles with the toes up, or the tops with the toes down; the great toes towards the middle."""
    wide = 1.0 + (build.hand_wide - 1.0) * 1.1
    turned = _turner(
        4 if sole else -5, 192 if sole else 178, FOOT * (1.0 if sole else 0.86), flip=True, wide=wide, down=not sole
    )
    parts = [curve(SOLE if sole else TOP, closed=True, step=0.01)]
    if not sole:
        parts.append(curve([(-0.115, -0.38), (-0.125, -0.15), (-0.112, 0.06), (-0.118, 0.24), (-0.06, 0.262),
            (0.06, 0.262), (0.118, 0.24), (0.112, 0.06), (0.126, -0.15), (0.10, -0.38)], closed=True,
            step=0.01))  # fmt: skip
    base = smoothed(joined(*(turned(part) for part in parts)), 12.0)
    for ring in _toes():
        base = base.united(path(turned(ring)))
    one = smoothed(base, 5.0)
    drawing = Drawing(_pair(one), _both([turned(line) for line in _foot_lines(sole)]))
    root = [(-0.5, -0.60), (-0.255, -0.655), *curve([(-0.215, -0.690), (-0.160, -0.752), (-0.098, -0.792),
        (-0.018, -0.815), (0.068, -0.818), (0.200, -0.790)], step=0.01),
            (0.5, -0.76), (0.5, -2.0), (-0.5, -2.0)]  # fmt: skip
    drawing.both("toe", path(turned(root)), _right())
    if not sole:
        drawing.both(
            "ankle",
            path(
                turned(
                    [
                        (-0.6, -0.02),
                        *curve([(-0.2, -0.02), (0, -0.05), (0.2, -0.02)], step=0.01),
                        (0.6, -0.02),
                        (0.6, 2),
                        (-0.6, 2),
                    ]
                )
            ),
            _right(),
        )
    drawing.both("sole" if sole else "foot_top", _right())
    drawing.both_aside("foot_unspecified", turned([(-0.30, -0.20)])[0], turned([(-0.03, -0.28)])[0])
    _words(drawing, turned([(0, 0.06)])[0] if sole else (turned([(0, 0)])[0][0], turned([(0, -1.07)])[0][1]))
    return drawing


def _toes() -> list[Ring]:
    return [limb([a, ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2), b], [(0, narrow, narrow), (0.5,
        (narrow + wide) / 2, (narrow + wide) / 2), (1, wide, wide)])
            for a, b, narrow, wide in TOES]  # fmt: skip


def _foot_lines(sole: bool) -> list[Ring]:
    if sole:
        lines: list[list[Pt]] = [
            [(0.165, -0.630), (0.06, -0.600), (-0.07, -0.585), (-0.180, -0.545)],
            [(0.080, -0.36), (0.035, -0.43), (0.030, -0.52)],
            [(-0.115, -0.20), (0.0, -0.225), (0.112, -0.20)],
        ]
        return [curve(line, step=0.01) for line in lines]
    out: list[Ring] = []
    for (ax, ay), (bx, by), narrow, wide in TOES:
        nail = [(bx - wide * 0.52, by - wide * 0.05), (bx - wide * 0.50, by - wide * 0.58), (bx,
            by - wide * 0.74), (bx + wide * 0.50, by - wide * 0.58),
                (bx + wide * 0.52, by - wide * 0.05), (bx, by + wide * 0.16)]  # fmt: skip
        ring = curve(nail, closed=True, step=0.004)
        joint = ((ax + bx) / 2, (ay + by) / 2 + 0.01)
        out += [
            [*ring, ring[0]],
            curve(
                [
                    (joint[0] - narrow * 0.5, joint[1]),
                    (joint[0], joint[1] - 0.007),
                    (joint[0] + narrow * 0.5, joint[1]),
                ],
                step=0.004,
            ),
        ]
    out.append(curve([(-0.10, -0.10), (-0.03, -0.135), (0.04, -0.135), (0.105, -0.10)], step=0.01))
    out.append(curve([(0.085, -0.02), (0.095, 0.03), (0.075, 0.06)], step=0.01))
    out.append(curve([(-0.085, 0.0), (-0.097, 0.05), (-0.075, 0.08)], step=0.01))
    return out


def _turner(turn: float, dx: float, size: float, *, flip: bool, wide: float, down: bool = False):  # type: ignore[no-untyped-def]  # a closure of rings
    def turned(points: list[Pt]) -> Ring:
        side = [(-x * wide if flip else x * wide, -y if down else y) for x, y in points]
        return moved(side, dx, 0, turn, size)

    return turned


def _pair(one: QPainterPath) -> QPainterPath:
    both = QPainterPath(one)
    both.addPath(QTransform().scale(-1, 1).map(one))
    return both


def _both(lines: list[Ring]) -> list[Ring]:
    return [*lines, *(mirrored(line) for line in lines)]


def _right() -> QPainterPath:
    return path([(0, -4000), (4000, -4000), (4000, 4000), (0, 4000)])


def _words(drawing: Drawing, at: Pt) -> None:
    """Under the part at the right of the picture: the child's left; and the other."""
    drawing.label("left", at)
    drawing.label("right", (-at[0], at[1]))
