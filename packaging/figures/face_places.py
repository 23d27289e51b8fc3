"""The places of a face, from the front; the same cuts for the small head of the whole body and for the large one."""

from PySide6.QtGui import QPainterPath

from figures import face
from figures.builds import Build
from figures.drawing import Drawing
from figures.shapes import FAR, Mapping, Pt, Ring, below, curve, ellipse, mapped, mirrored, path, right_of


def cut_face(drawing: Drawing, build: Build, mapping: Mapping | None = None, detail: bool = False) -> None:
    """Take the head out of a drawing. `detail`: the large head, with brows and the whites of the eyes."""
    mapping = mapping or face.on_body(build)
    f = build.face
    ring = face.outline(build, mapping)
    zone = path(ring).united(path(_above(mapping, f.ear[1] - 0.02)))

    def area(points: Ring | list[Pt]) -> QPainterPath:
        return path(mapped(mapping, points))

    top, end = f.ear
    ear = area([(0.80, top - 0.06), (2.0, top - 0.06), (2.0, end + 0.10), (0.80, end + 0.10)]).subtracted(path(ring))
    drawing.both("ear", ear)
    w, h = f.eye_size
    x, e, n, m = 0.455, f.eye, f.nose, f.mouth
    if detail:
        drawing.both("eye_white", area(face.eye(f)))
    drawing.both("eyelid", area(ellipse(x, e - 0.004, w * 1.32, max(0.056, h * 1.75))))
    if detail:
        brow = curve([(x - w * 1.35, f.brow + 0.022), (x - w * 0.8, f.brow - 0.022), (x + w * 0.5,
            f.brow - 0.03), (x + w * 1.5, f.brow + 0.004),
                      (x + w * 1.6, f.brow + 0.03), (x + w * 0.5, f.brow + 0.008), (x - w * 0.6,
                      f.brow + 0.026)], closed=True, step=0.02)  # fmt: skip
        drawing.both("eyebrow", area(brow))
    half = [(0, f.brow + 0.004), (0.10, f.brow + 0.022), (0.115, e + 0.02), (0.15, n - 0.10),
        (f.nose_half * 1.34, n - 0.045),
            (f.nose_half * 1.26, n + 0.008), (0, n + 0.022)]  # fmt: skip
    drawing.take("nose", "", area([*curve(half, step=0.01), *mirrored(curve(half, step=0.01)[-2:0:-1])]))
    drawing.both("around_eye", area(ellipse(x + 0.01, e - 0.010, 0.375, (e - f.brow) * 1.10)), zone)
    lips = [(0, n), (0.13, n), (f.mouth_half * 0.85, m - 0.035), (f.mouth_half * 1.26, m - 0.004),
        (f.mouth_half * 0.95, m + 0.05),
            (f.mouth_half * 0.4, m + 0.074), (0, m + 0.078)]  # fmt: skip
    drawing.take("lips", "", area([*curve(lips, step=0.01), *mirrored(curve(lips, step=0.01)[-2:0:-1])]))
    hair = curve([(-1.6, f.hair + 0.30), (-1.0, f.hair + 0.12), (-0.74, f.hair + 0.06), (0, f.hair), (0.74,
        f.hair + 0.06),
                  (1.0, f.hair + 0.12), (1.6, f.hair + 0.30)], step=0.02)  # fmt: skip
    drawing.take("scalp", "", zone.subtracted(area([*hair, (6.0, 6.0), (-6.0, 6.0)])))
    side = right_of(
        [
            (0.80, -1.0),
            (0.80, f.hair + 0.06),
            (0.86, f.brow - 0.03),
            (0.845, f.brow + 0.03),
            (0.84, e + 0.03),
            (0.84, 3.0),
        ]
    )
    upper = [(-6.0, -6.0), (6.0, -6.0), (6.0, e + 0.015), (-6.0, e + 0.015)]
    drawing.both("temple", area(side).intersected(area(upper)), zone)
    drawing.take("forehead", "", zone.intersected(area([(-6, -6), (6, -6), (6, f.brow + 0.03), (-6, f.brow + 0.03)])))
    bone = curve([(0.0, n - 0.075), (0.24, n - 0.062), (0.5, n - 0.022), (0.8, n - 0.040), (1.3, n - 0.085)], step=0.02)
    right = path(mapped(mapping, [(0.0, -6.0), (6.0, -6.0), (6.0, 6.0), (0.0, 6.0)]))
    drawing.both("cheekbone", zone.intersected(right).subtracted(area([*bone, (6.0, 6.0), (0.0, 6.0)])))
    corner = curve([(0.84, n - 0.03), (0.78, n + 0.02), (0.70, m - 0.01), (0.56, m + 0.065)], step=0.02)
    angle = area([(6.0, n - 0.03), *corner, (6.0, m + 0.065)])
    drawing.both("jaw_angle", angle, zone)
    drawing.take("chin", "", area([(-0.40, 3), (-0.34, m + 0.11), *curve([(-0.30, m + 0.084), (0, m + 0.072),
        (0.30, m + 0.084)], step=0.02),
                                   (0.34, m + 0.11), (0.40, 3)]), zone)  # fmt: skip
    jaw = curve([(0.0, m + 0.10), (0.30, m + 0.10), (0.45, m + 0.085), (0.57, m + 0.06), (1.3, m - 0.04)], step=0.02)
    drawing.both("jaw_body", zone.intersected(right).intersected(area([*jaw, (6.0, 6.0), (0.0, 6.0)])))
    drawing.both("cheek_fleshy", zone.intersected(right))


def cut_back_of_head(drawing: Drawing, build: Build, mapping: Mapping | None = None, detail: bool = False) -> None:
    """Take the back of the head out of a drawing. `detail`: the large head, with the places behind the ears."""
    mapping = mapping or face.on_body(build)
    f = build.face
    ring = path(face.outline(build, mapping))
    top, end = f.ear
    tall = end - top
    ear = [(0.80, top - 0.06), (2.0, top - 0.06), (2.0, end + 0.10), (0.80, end + 0.10)]
    drawing.both("ear", path(mapped(mapping, ear)).subtracted(ring))
    if detail:
        behind = curve([(1.3, top + 0.02), (0.90, top + 0.06), (0.80, top + 0.3 * tall), (0.79,
            top + 0.7 * tall), (0.80, end + 0.07), (1.3, end + 0.10)], step=0.02)  # fmt: skip
        drawing.both("behind_ear", path(mapped(mapping, behind)))
    line = curve(
        [
            (-2.0, end + 0.0),
            (-0.9, end + 0.07),
            (-0.5, end + 0.15),
            (0, end + 0.12),
            (0.5, end + 0.15),
            (0.9, end + 0.07),
            (2.0, end + 0.0),
        ],
        step=0.02,
    )
    drawing.take(
        "scalp",
        "",
        path([(-FAR, -FAR), (FAR, -FAR), (FAR, FAR), (-FAR, FAR)]).subtracted(path(below(mapped(mapping, line)))),
    )


def _above(mapping: Mapping, y: float) -> Ring:
    return mapped(mapping, [(-6.0, -6.0), (6.0, -6.0), (6.0, y), (-6.0, y)])
