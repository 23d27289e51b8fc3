"""The head from the side, looking to the left of the picture (the child's left side). Units: crown to chin = 1."""

from dataclasses import dataclass

from PySide6.QtGui import QPainterPath

from figures.drawing import Drawing
from figures.shapes import FAR, Mapping, Pt, Ring, curve, ellipse, mapped, path, smoothed

TALL = 720.0


@dataclass(frozen=True)
class Side:
    """One age. `front`: from the crown down the face to the base of the neck; `rear`: from there up to the crown."""

    front: tuple[Pt, ...]
    rear: tuple[Pt, ...]
    ear: tuple[float, float, float, float]  # middle, half width, half height
    brow: Pt
    eye: Pt
    eye_wide: float
    nose: Pt  # the wing's middle
    mouth: Pt  # the corner
    chin: float
    angle: Pt


SIDES: dict[str, Side] = {
    "infant": Side(
        front=((0.46, 0), (0.27, 0.028), (0.12, 0.105), (0.035, 0.215), (0.0, 0.33), (0.002, 0.44),
            (0.030, 0.525), (0.032, 0.575),
               (0.004, 0.635), (-0.012, 0.668), (0.004, 0.696), (0.036, 0.708), (0.034, 0.742), (0.010, 0.772),
               (0.016, 0.788),
               (0.038, 0.802), (0.024, 0.822), (0.030, 0.840), (0.056, 0.862), (0.050, 0.905), (0.064, 0.958),
               (0.120, 0.998),
               (0.215, 1.022), (0.300, 1.030), (0.330, 1.055), (0.330, 1.10), (0.290, 1.17), (0.235, 1.23)),
        rear=((0.905, 1.17), (0.83, 1.09), (0.775, 0.99), (0.765, 0.90), (0.795, 0.81), (0.865, 0.72),
            (0.945, 0.60), (0.985, 0.45),
              (0.965, 0.29), (0.86, 0.13), (0.68, 0.03)),
        ear=(0.525, 0.625, 0.078, 0.122), brow=(0.125, 0.475), eye=(0.125, 0.565), eye_wide=0.056,
            nose=(0.066, 0.685),
        mouth=(0.118, 0.806), chin=0.93, angle=(0.44, 0.885),
    ),
    "child": Side(
        front=((0.44, 0), (0.25, 0.026), (0.105, 0.10), (0.028, 0.21), (0.0, 0.32), (0.002, 0.415),
            (0.026, 0.482), (0.018, 0.535),
               (-0.026, 0.605), (-0.048, 0.642), (-0.030, 0.672), (0.018, 0.684), (0.014, 0.722),
               (-0.012, 0.752), (-0.006, 0.768),
               (0.018, 0.782), (0.000, 0.804), (0.006, 0.824), (0.034, 0.846), (0.024, 0.895), (0.036, 0.952),
               (0.090, 0.990),
               (0.185, 1.006), (0.275, 1.012), (0.312, 1.05), (0.318, 1.14), (0.300, 1.24), (0.262, 1.32)),
        rear=((0.845, 1.26), (0.785, 1.16), (0.745, 1.04), (0.735, 0.91), (0.755, 0.80), (0.815, 0.69),
            (0.888, 0.56), (0.922, 0.42),
              (0.902, 0.27), (0.805, 0.12), (0.64, 0.022)),
        ear=(0.500, 0.565, 0.070, 0.120), brow=(0.115, 0.43), eye=(0.115, 0.52), eye_wide=0.052, nose=(0.052, 0.655),
        mouth=(0.112, 0.786), chin=0.93, angle=(0.425, 0.855),
    ),
    "adolescent": Side(
        front=((0.42, 0), (0.235, 0.026), (0.095, 0.105), (0.022, 0.22), (0.002, 0.325), (-0.006, 0.398),
            (0.018, 0.455), (-0.002, 0.515),
               (-0.052, 0.585), (-0.076, 0.624), (-0.056, 0.655), (0.002, 0.668), (0.000, 0.706),
               (-0.024, 0.736), (-0.018, 0.752),
               (0.008, 0.766), (-0.012, 0.790), (-0.006, 0.812), (0.022, 0.836), (0.006, 0.885), (0.016, 0.948),
               (0.070, 0.992),
               (0.165, 1.002), (0.255, 1.010), (0.292, 1.05), (0.300, 1.15), (0.288, 1.27), (0.255, 1.36)),
        rear=((0.835, 1.30), (0.775, 1.19), (0.735, 1.05), (0.725, 0.91), (0.745, 0.79), (0.795, 0.68),
            (0.858, 0.56), (0.886, 0.42),
              (0.868, 0.27), (0.775, 0.12), (0.61, 0.022)),
        ear=(0.485, 0.535, 0.066, 0.118), brow=(0.105, 0.405), eye=(0.108, 0.485), eye_wide=0.048,
            nose=(0.038, 0.634),
        mouth=(0.102, 0.770), chin=0.925, angle=(0.410, 0.835),
    ),
}  # fmt: skip


def draw(age: str, side: str) -> Drawing:
    """The head from the child's left or right, cut into its places."""
    one = SIDES[age]
    flip = -1.0 if side == "right" else 1.0

    def mapping(x: float, y: float) -> Pt:
        return (flip * x * TALL, y * TALL)

    drawing = Drawing(_outline(one, mapping), [mapped(mapping, line) for line in _lines(one)])
    _cut(drawing, one, side, mapping)
    drawing.aside("head_unspecified", mapping(-0.05, 0.045), mapping(0.155, 0.17), side)
    return drawing


def _outline(one: Side, mapping: Mapping) -> QPainterPath:
    front, rear = one.front[-1], one.rear[0]
    base = [
        ((front[0] * 2 + rear[0]) / 3, front[1] + 0.035),
        ((front[0] + rear[0] * 2) / 3, (front[1] + rear[1]) / 2 + 0.03),
    ]
    return smoothed(path(curve(mapped(mapping, [*one.front, *base, *one.rear]), closed=True)), 3.6)


def _ear(one: Side) -> Ring:
    x, y, w, h = one.ear
    points = [(-0.30, -0.62), (0.02, -0.98), (0.52, -0.96), (0.92, -0.58), (0.98, -0.10), (0.70, 0.34),
        (0.30, 0.70), (0.02, 0.98), (-0.36, 0.98),
              (-0.60, 0.72), (-0.66, 0.30), (-0.58, -0.10), (-0.50, -0.42)]  # fmt: skip
    return curve([(x + px * w * 1.12, y + py * h) for px, py in points], closed=True, step=0.005)


def _lines(one: Side) -> list[Ring]:
    x, y, w, h = one.ear
    ex, ey = one.eye
    e = one.eye_wide
    nx, ny = one.nose
    mx, my = one.mouth
    bx, by = one.brow
    ax, ay = one.angle
    ear = _ear(one)
    lip = min(one.front, key=lambda point: abs(point[1] - my))
    lines: list[list[Pt]] = [
        [(x - 0.36 * w, y - 0.50 * h), (x + 0.05 * w, y - 0.78 * h), (x + 0.52 * w, y - 0.72 * h),
            (x + 0.76 * w, y - 0.34 * h),
         (x + 0.66 * w, y + 0.12 * h), (x + 0.30 * w, y + 0.50 * h)],
        [(x - 0.40 * w, y - 0.02 * h), (x + 0.02 * w, y - 0.36 * h), (x + 0.38 * w, y - 0.22 * h),
            (x + 0.30 * w, y + 0.16 * h), (x - 0.06 * w, y + 0.46 * h),
         (x - 0.36 * w, y + 0.40 * h)],
        [(x - 0.52 * w, y + 0.06 * h), (x - 0.30 * w, y + 0.14 * h), (x - 0.46 * w, y + 0.34 * h)],
        [(ex - e * 0.95, ey + e * 0.10), (ex - e * 0.60, ey - e * 0.42), (ex + e * 0.05, ey - e * 0.46),
            (ex + e * 1.15, ey + e * 0.22)],
        [(ex - e * 0.85, ey + e * 0.34), (ex - e * 0.2, ey + e * 0.56), (ex + e * 0.55, ey + e * 0.42),
            (ex + e * 1.0, ey + e * 0.16)],
        [(ex - e * 0.86, ey - e * 0.16), (ex - e * 0.98, ey + e * 0.12), (ex - e * 0.80, ey + e * 0.40)],
        [(ex - e * 0.56, ey - e * 0.38), (ex - e * 0.34, ey + e * 0.06), (ex - e * 0.54, ey + e * 0.50)],
        [(ex - e * 0.7, ey - e * 0.92), (ex + e * 0.1, ey - e * 0.95), (ex + e * 1.1, ey - e * 0.35)],
        [(bx - 0.066, by + 0.006), (bx - 0.02, by - 0.020), (bx + 0.045, by - 0.020), (bx + 0.105, by + 0.010)],
        [(nx + 0.018, ny - 0.038), (nx + 0.034, ny - 0.008), (nx + 0.022, ny + 0.022), (nx - 0.004, ny + 0.024),
            (nx - 0.028, ny + 0.012)],
        [lip, ((lip[0] + mx) / 2, my + 0.002), (mx, my + 0.004)],
        [(lip[0] + 0.004, my - 0.026), ((lip[0] + mx) / 2, my - 0.020), (mx - 0.008, my - 0.002)],
        [(lip[0] + 0.004, my + 0.032), ((lip[0] + mx) / 2, my + 0.030), (mx - 0.010, my + 0.010)],
        [(x + w * 0.1, y + h * 1.16), (ax + 0.052, ay - 0.03), (ax + 0.022, ay + 0.030), (ax - 0.055,
            ay + 0.085), ((ax + 0.16) / 2, (ay + 1.06) / 2)],
    ]  # fmt: skip
    return [[*ear, ear[0]], *(curve(line, step=0.004) for line in lines)]


def _cut(drawing: Drawing, one: Side, side: str, mapping: Mapping) -> None:
    x, y, w, h = one.ear
    ex, ey = one.eye
    e = one.eye_wide
    nx, ny = one.nose
    mx, my = one.mouth
    by = one.brow[1]
    ax, ay = one.angle
    whole = path([(-FAR, -FAR), (FAR, -FAR), (FAR, FAR), (-FAR, FAR)])

    def area(points: list[Pt] | Ring) -> QPainterPath:
        return path(mapped(mapping, points))

    drawing.take("ear", side, area(_ear(one)))
    drawing.take(
        "behind_ear",
        side,
        area(ellipse(x + 0.55 * w, y - 0.02, w * 1.35, h * 1.22)).subtracted(
            area([(-1, -1), (x, -1), (x, 2), (-1, 2)])
        ),
    )
    drawing.take("eyelid", side, area(ellipse(ex + e * 0.06, ey, e * 1.32, e * 0.98)))
    nose = [(-0.5, ey - 0.03), (ex - e * 1.52, ey - 0.03), (ex - e * 1.45, ey + 0.02), (nx + 0.028, ny - 0.070),
        (nx + 0.046, ny - 0.018), (nx + 0.036, ny + 0.026),
            (nx - 0.01, ny + 0.034), (-0.5, ny + 0.034)]  # fmt: skip
    drawing.take("nose", "", area([nose[0], *curve(nose[1:-1], step=0.01), nose[-1]]))
    drawing.take("around_eye", side, area(ellipse(ex + 0.012, ey - 0.010, e * 1.95, (ey - by) * 1.02)))
    lips = [(-0.5, ny + 0.034), (nx - 0.01, ny + 0.034), (nx + 0.022, ny + 0.040), (mx - 0.008, my - 0.040),
        (mx + 0.020, my + 0.002), (mx - 0.012, my + 0.044), (nx, my + 0.062),
            (-0.5, my + 0.062)]  # fmt: skip
    drawing.take("lips", "", area([lips[0], *curve(lips[1:-1], step=0.01), lips[-1]]))
    nape = min(one.rear, key=lambda point: abs(point[1] - (y + h + 0.10)))
    hair = curve(
        [
            (-0.4, 0.20),
            (0.05, 0.165),
            (0.19, 0.165),
            (0.285, 0.24),
            (0.315, 0.33),
            (x - w * 1.25, y - h * 1.25),
            (x - w * 0.95, y - h * 0.5),
        ],
        step=0.01,
    )
    behind = curve(
        [
            (x + 0.2 * w, y + h * 1.05),
            (x + w * 1.6, y + h * 1.20),
            (nape[0] - 0.08, nape[1] - 0.01),
            (nape[0] + 0.4, nape[1] + 0.02),
        ],
        step=0.01,
    )
    drawing.take("scalp", "", area([(-0.4, -1), *hair, *behind, (3, -1)]))
    drawing.take("neck_back", "", area([(x + w * 0.9, y + h * 0.6), *curve([(x + w * 1.5, y + h * 1.2),
        (x + w * 1.9, y + h * 1.9), (x + w * 2.5, 1.10), (x + w * 3.0, 1.5)], step=0.01),
                                        (3, 1.5), (3, 0)]))  # fmt: skip
    jaw = curve(
        [
            (x + w * 1.6, y + h * 0.9),
            (x + w * 0.5, y + h * 1.25),
            (ax + 0.04, ay + 0.012),
            (ax - 0.055, ay + 0.085),
            (0.22, 0.985),
            (0.10, 1.02),
            (-0.3, 1.03),
        ],
        step=0.01,
    )
    neck = area([*jaw, (-0.5, 2), (2, 2), (2, y + h * 0.9)])
    drawing.take("neck_side", side, neck.intersected(area([(ax - 0.02, -1), *curve([(ax - 0.02, 0.8),
        (ax - 0.02, 0.95), (ax - 0.075, 1.15), (ax - 0.10, 1.5)], step=0.01), (3, 1.5), (3, -1)])))  # fmt: skip
    drawing.take("neck_front", "", neck)
    upper = area([(-1, -1), (3, -1), (3, ey + 0.010), (-1, ey + 0.010)])
    drawing.take(
        "temple",
        side,
        upper.intersected(
            area(
                [
                    (0.20, -1),
                    *curve([(0.20, 0.10), (0.205, 0.25), (0.225, by), (0.225, ey + 0.04)], step=0.01),
                    (3, ey + 0.04),
                    (3, -1),
                ]
            )
        ),
    )
    drawing.take("forehead", "", area([(-1, -1), (3, -1), (3, ey - 0.02), (-1, ey - 0.02)]))
    bone = curve(
        [
            (-0.2, ny - 0.050),
            (nx, ny - 0.050),
            (0.14, ny - 0.018),
            (0.24, ny - 0.016),
            (x - w, y + h * 0.46),
            (0.8, y + h * 0.3),
        ],
        step=0.01,
    )
    drawing.take("cheekbone", side, whole.subtracted(area([*bone, (3, 3), (-1, 3)])))
    corner = curve(
        [(ax - 0.02, y + h * 0.62), (ax - 0.06, ay - 0.075), (ax - 0.085, ay + 0.01), (ax - 0.10, 1.2)], step=0.01
    )
    drawing.take("jaw_angle", side, area([*corner, (3, 1.2), (3, y + h * 0.62)]))
    drawing.take(
        "chin",
        "",
        area(
            [
                (-1, my + 0.055),
                *curve(
                    [(0.03, my + 0.062), (mx * 0.8, my + 0.075), (mx + 0.012, one.chin), (mx + 0.03, 1.2)], step=0.01
                ),
                (-1, 1.2),
            ]
        ),
    )
    body = curve(
        [(mx - 0.03, my + 0.085), (mx + 0.06, my + 0.075), (ax - 0.07, ay - 0.02), (ax + 0.1, ay - 0.12)], step=0.01
    )
    drawing.take("jaw_body", side, area([*body, (3, 3), (-1, 3), (-1, my + 0.085)]))
    drawing.take("cheek_fleshy", side, whole)
