"""The whole body from the front and from the back: its outline and its fine lines."""

from PySide6.QtGui import QPainterPath

from figures import face, hand
from figures.builds import Build
from figures.shapes import Pt, Ring, curve, ellipse, joined, limb, mirrored, mix, moved, path, smoothed


def torso(build: Build) -> Ring:
    """Neck, trunk and legs, both halves."""
    outer = curve(build.torso)
    half = [*outer, *curve(build.inner)]
    return [*half, *mirrored(half)[-2::-1]]


def arm(build: Build) -> Ring:
    """The arm on the right of the picture, without the hand."""
    return limb(build.arm, build.arm_widths)


def hand_at(build: Build, points: Ring) -> Ring:
    """Points of a hand (see hand.py) where the arm on the right of the picture ends; its thumb away from the body."""
    wrist = build.arm[2]
    turned = [(x * build.hand_wide, y) for x, y in points]
    return moved([(x, -y) for x, y in turned], wrist[0], wrist[1], build.hand_turn, build.hand)


def foot_front(build: Build) -> tuple[Ring, list[Ring]]:
    """The foot on the right of the picture, seen from the front, and its toes, the great toe towards the midline."""
    x, y = mix(build.torso[-1], build.inner[0], 0.5)
    half = (build.torso[-1][0] - build.inner[0][0]) / 2 / build.foot
    top = [(-half, -0.50), (-half, -0.20), (-half * 1.10, 0.05), (-0.35, 0.30), (-0.33, 0.46), (-0.14, 0.56),
        (0.12, 0.55),
           (0.40, 0.46), (0.53, 0.32), (0.47, 0.14), (half * 1.22, -0.06), (half * 1.02, -0.24),
           (half, -0.50)]  # fmt: skip
    toes = [(-0.215, 0.485, 0.145, 0.155, 4), (0.015, 0.530, 0.098, 0.118, 0), (0.195, 0.497, 0.092, 0.108, -6),
            (0.345, 0.440, 0.084, 0.098, -12), (0.465, 0.365, 0.074, 0.086, -20)]  # fmt: skip
    place = lambda ring: moved(ring, x, y, 0, build.foot)  # noqa: E731
    return place(curve(top, closed=True, step=0.02)), [place(ellipse(*toe)) for toe in toes]


def foot_back(build: Build) -> tuple[Ring, list[Ring]]:
    """The foot on the right of the picture from behind: the heel, and the outer edge of the foot beyond it."""
    x, y = mix(build.torso[-1], build.inner[0], 0.5)
    half = (build.torso[-1][0] - build.inner[0][0]) / 2 / build.foot
    heel = [(-half, -0.50), (-half * 0.94, -0.22), (-half * 1.06, 0.06), (-half * 1.10, 0.32),
        (-half * 0.80, 0.50), (0, 0.555),
            (half * 0.80, 0.51), (half * 1.14, 0.32), (half * 1.08, 0.06), (half * 0.94, -0.22),
            (half, -0.50)]  # fmt: skip
    edge = [(0, 0.22), (0.28, 0.16), (0.46, 0.26), (0.53, 0.38), (0.47, 0.47), (0.30, 0.50), (0.1, 0.50)]
    place = lambda ring: moved(ring, x, y, 0, build.foot)  # noqa: E731
    return place(curve(heel, closed=True, step=0.02)), [place(curve(edge, closed=True, step=0.02))]


def silhouette(build: Build, back: bool) -> QPainterPath:
    """The outline of the figure."""
    fine = build.head / 173
    both = lambda ring: (ring, mirrored(ring))  # noqa: E731
    body = smoothed(joined(torso(build), *both(arm(build))), 6.0)
    palm, fingers, thumb = hand.parts(build.finger_long, build.finger_plump)
    foot, toes = foot_back(build) if back else foot_front(build)
    for ring in (hand_at(build, palm), foot):
        for one in both(ring):
            body = body.united(path(one))
    body = smoothed(body, 3.6)
    body = smoothed(body.united(path(face.outline(build))), 4.0 * fine)
    for ring in (*(hand_at(build, one) for one in (*fingers, thumb)), *toes, face.ear(build)):
        for one in both(ring):
            body = body.united(path(one))
    return smoothed(body, 1.3)


def strokes(build: Build, back: bool) -> list[Ring]:
    """The fine lines within the outline."""
    half = _back_lines(build) if back else _front_lines(build)
    middle: list[Ring] = []
    rows = build.rows
    if back:
        middle = [curve([(0, rows["collar"] + 26), (0, (rows["collar"] + rows["waist"]) / 2), (0,
            rows["waist"] + 6)]),
                  curve([(0, rows["hip"] + 8), (0, rows["crotch"] - 8)])]  # fmt: skip
    else:
        middle = [ellipse(0, rows["navel"], 2.6, 3.6)]
    return [*middle, *half, *(mirrored(line) for line in half), *([] if back else face.lines(build, small=True))]


def _front_lines(build: Build) -> list[Ring]:
    rows, leg = build.rows, _leg_centre(build)
    collar, hip = rows["collar"], hips(build)
    wide = build.arm[0][0]
    lines: list[list[Pt]] = [
        [(wide * 0.16, collar + 8), (wide * 0.42, collar + 3), (wide * 0.80, collar - 3)],
        [(leg - rows["knee_half"] * 0.5, rows["knee"] - 3), (leg - rows["knee_half"] * 0.32, rows["knee"] + 9),
         (leg, rows["knee"] + 13), (leg + rows["knee_half"] * 0.32, rows["knee"] + 9),
         (leg + rows["knee_half"] * 0.5, rows["knee"] - 3)],
    ]  # fmt: skip
    fold = [(x, y) for x, y in crease(build) if 0 < x < hip * 0.84]
    return [*(curve(line) for line in lines), fold, ellipse(build.chest_half, rows["nipple"], 3.4, 3.4)]


def _back_lines(build: Build) -> list[Ring]:
    rows, leg = build.rows, _leg_centre(build)
    collar, wide, hip = rows["collar"], build.arm[0][0], hips(build)
    blade = (rows["waist"] - collar) * 0.42
    elbow = build.arm[1]
    lines: list[list[Pt]] = [
        [(wide * 0.34, collar + blade * 0.30), (wide * 0.38, collar + blade * 0.80), (wide * 0.58,
            collar + blade * 1.14),
         (wide * 0.76, collar + blade * 0.92)],
        [(leg - rows["knee_half"] * 0.5, rows["knee"] + 2), (leg, rows["knee"] + 6),
            (leg + rows["knee_half"] * 0.5, rows["knee"] + 2)],
        [(elbow[0] - 9, elbow[1] - 2), (elbow[0], elbow[1] + 3), (elbow[0] + 9, elbow[1] - 4)],
    ]  # fmt: skip
    return [*(curve(line) for line in lines), [(x, y) for x, y in fold(build) if 2 < x < hip * 0.78]]


def hips(build: Build) -> float:
    """Half the width at the hips."""
    return max(x for x, y in build.torso if build.rows["hip"] - 20 < y < build.rows["crotch"])


def crease(build: Build) -> Ring:
    """The fold between trunk and thigh from the front, from left to right."""
    hip, top, crotch = hips(build), build.rows["hip"], build.rows["crotch"]
    deep = crotch - top
    half = curve([(hip * 0.10, crotch + 2), (hip * 0.34, crotch - deep * 0.20), (hip * 0.62, top + deep * 0.50),
                  (hip * 0.90, top + deep * 0.26), (hip * 1.3, top + deep * 0.06)])  # fmt: skip
    return [*mirrored(half)[::-1], *half]


def fold(build: Build) -> Ring:
    """The fold under the buttocks, from left to right."""
    hip, crotch = hips(build), build.rows["crotch"]
    half = curve([(0, crotch + 3), (hip * 0.36, crotch + 14), (hip * 0.74, crotch + 4), (hip * 1.3, crotch - 22)])
    return [*mirrored(half)[:0:-1], *half]


def _leg_centre(build: Build) -> float:
    """The middle of the right leg at the knee."""
    knee = build.rows["knee"]
    outer = min(build.torso, key=lambda point: abs(point[1] - knee))
    inner = min(build.inner, key=lambda point: abs(point[1] - knee))
    return (outer[0] + inner[0]) / 2
