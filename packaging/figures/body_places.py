"""The places of the whole body, from the front and from the back."""

from PySide6.QtGui import QPainterPath

from figures import body, face_places, hand
from figures.builds import Build
from figures.drawing import Drawing
from figures.shapes import FAR, Pt, Ring, below, beyond, curve, ellipse, mirrored, mix, path, right_of, rings_of

RIGHT = path([(0, -FAR), (FAR, -FAR), (FAR, FAR), (0, FAR)])
ALL = path([(-FAR, -FAR), (FAR, -FAR), (FAR, FAR), (-FAR, FAR)])


def draw(build: Build, back: bool) -> Drawing:
    """The whole figure, cut into its places."""
    outline = body.silhouette(build, back)
    drawing = Drawing(outline, body.strokes(build, back), right="right" if back else "left")
    pit = armpit(outline, build)
    if back:
        face_places.cut_back_of_head(drawing, build)
    else:
        face_places.cut_face(drawing, build)
    _neck(drawing, build, back)
    if not back:
        wide = 20 if build.head < 200 else 22
        drawing.both("armpit", path(ellipse(pit[0] + 1, pit[1] - 4, wide * 0.8, wide * 1.1)))
    _arm(drawing, build, back, pit)
    _leg(drawing, build, back)
    if back:
        _trunk_back(drawing, build, pit)
    else:
        _trunk_front(drawing, build, pit)
    _aside(drawing, build, back)
    return drawing


def armpit(outline: QPainterPath, build: Build) -> Pt:
    """Where the gap between the arm on the right and the trunk begins."""
    ring = rings_of(outline)[0]
    count = len(ring)
    found = [
        ring[k]
        for k in range(count)
        if ring[k][0] > 60
        and build.rows["collar"] + 20 < ring[k][1] < build.rows["waist"]
        and ring[k - 1][1] >= ring[k][1] <= ring[(k + 1) % count][1]
        and ring[k - 8][1] > ring[k][1] + 1
        and ring[(k + 8) % count][1] > ring[k][1] + 1
    ]
    return min(found, key=lambda point: point[1])


def _neck(drawing: Drawing, build: Build, back: bool) -> None:
    collar = build.rows["collar"]
    wide, dip = build.torso[1][0], (collar - build.torso[1][1])
    base = [(-FAR, collar - dip * 0.62), (-wide * 1.5, collar - dip * 0.55), (-wide * 0.8, collar - dip * 0.08),
        (0, collar + (2 if back else 10)),
            (wide * 0.8, collar - dip * 0.08), (wide * 1.5, collar - dip * 0.55), (FAR,
            collar - dip * 0.62)]  # fmt: skip
    line = [base[0], *curve(base[1:-1]), base[-1]]
    drawing.take("neck_back" if back else "neck_front", "", ALL.subtracted(path(below(line))))


def _arm(drawing: Drawing, build: Build, back: bool, pit: Pt) -> None:
    shoulder, elbow, wrist = build.arm
    top = shoulder[0] * 0.70
    gap = (max(x for x, y in build.torso if y > build.rows["hip"]) + wrist[0] - 20) / 2
    edge = [(top, -FAR), *curve([(top, build.rows["collar"] - 60), (top, build.rows["collar"] - 10), (top + 4,
        build.rows["collar"] + 14),
                                 (mix(shoulder, pit, 0.5)[0] - 6, mix(shoulder, pit, 0.5)[1]), pit]),
            (gap, wrist[1]), (gap, FAR)]  # fmt: skip
    zone = path(right_of(edge))
    fingers = hand.finger_areas()
    for ring in fingers:
        drawing.both("finger", path(body.hand_at(build, ring)), zone)
    drawing.both("hand_back" if back else "palm", path(beyond(wrist, _after(elbow, wrist))), zone)
    drawing.both("wrist", path(beyond(mix(elbow, wrist, 0.84), wrist)), zone)
    if back:
        drawing.both("forearm", path(beyond(mix(elbow, wrist, 0.17), wrist)), zone)
        drawing.both("elbow", path(beyond(mix(shoulder, elbow, 0.87), elbow)), zone)
    else:
        drawing.both("forearm", path(beyond(elbow, wrist)), zone)
    drawing.both("upper_arm", path(beyond(mix(shoulder, elbow, 0.26), elbow)), zone)
    drawing.both("shoulder", zone)


def _after(a: Pt, b: Pt) -> Pt:
    return (2 * b[0] - a[0], 2 * b[1] - a[1])


def _leg(drawing: Drawing, build: Build, back: bool) -> None:
    rows = build.rows
    centre = mix(build.torso[-1], build.inner[0], 0.5)
    size = build.foot
    if back:
        drawing.both("foot_unspecified", path(below(_row(rows["ankle"] + 0.40 * size))), RIGHT)
    else:
        toes = curve(
            [(-0.6, 0.36), (-0.36, 0.385), (-0.12, 0.41), (0.08, 0.445), (0.27, 0.405), (0.42, 0.335), (0.62, 0.18)],
            step=0.02,
        )
        placed = [(centre[0] + x * size, centre[1] + y * size) for x, y in toes]
        drawing.both("toe", path([(0, placed[0][1]), *placed, (FAR, placed[-1][1]), (FAR, FAR), (0, FAR)]))
        drawing.both("foot_top", path(below(_row(rows["ankle"] + 0.32 * size))), RIGHT)
    drawing.both("ankle", path(below(_row(rows["ankle"] - 0.28 * size))), RIGHT)
    if back:
        drawing.both("calf", path(below(_row(rows["knee"] + 3, 4))), RIGHT)
    else:
        drawing.both("shin", path(below(_row(rows["knee"] + 34, 6))), RIGHT)
        drawing.both("knee", path(below(_row(rows["knee"] - 26, -6))), RIGHT)
    crotch, hip = rows["crotch"], body.hips(build)
    zone = path(below(body.fold(build))) if back else path(below(body.crease(build)))
    inner = max((x, y) for x, y in build.inner if y > crotch + 40 and y < rows["knee"] + 30)[0]
    inside = [(hip * 0.40, -FAR), *curve([(hip * 0.40, crotch - 60), (hip * 0.38, crotch + 10), (hip * 0.36,
        (crotch + rows["knee"]) / 2),
                                          (inner + 6, rows["knee"] - 20), (inner, rows["knee"] + 30)]),
                                          (inner, FAR)]  # fmt: skip
    drawing.both("thigh_inner", zone.subtracted(path(right_of(inside))), RIGHT)
    drawing.both("thigh_back" if back else "thigh_front", zone, RIGHT)


def _row(y: float, dip: float = 0.0) -> Ring:
    """A level line over one leg, with a dip in its middle."""
    return curve([(0, y), (20, y + dip * 0.5), (48, y + dip), (90, y + dip * 0.5), (140, y)])


def _sides(drawing: Drawing, build: Build, inner: float) -> None:
    """Flank and hip, of which `inner` is the share of the half width that is not hip."""
    rows, hip = build.rows, body.hips(build)
    waist = min(x for x, y in build.torso if rows["nipple"] < y < rows["hip"])
    ribs, crest = (
        rows["nipple"] + 0.52 * (rows["waist"] - rows["nipple"]),
        rows["waist"] + 0.62 * (rows["hip"] - rows["waist"]),
    )
    edge = right_of([(waist * 0.66, -FAR), *curve([(waist * 0.70, ribs - 30), (waist * 0.66, rows["waist"]),
        (hip * (inner + 0.04), crest), (hip * inner, rows["crotch"])]), (hip * inner, FAR)])  # fmt: skip
    side = path(edge)
    drawing.both("hip", path(below(_row(crest, -4))), side)
    drawing.both("flank", path(below(_row(ribs, 4))), side)


def _trunk_front(drawing: Drawing, build: Build, pit: Pt) -> None:
    rows, hip = build.rows, body.hips(build)
    deep = rows["crotch"] - rows["hip"]
    mound = curve([(0, rows["hip"] + deep * 0.42), (hip * 0.26, rows["hip"] + deep * 0.46), (hip * 0.20,
        rows["crotch"] - deep * 0.16), (hip * 0.12, rows["crotch"] + 20), (0, rows["crotch"] + 24)])  # fmt: skip
    drawing.take("genital", "", path([*mound, *mirrored(mound)[-2:0:-1]]))
    crease = body.crease(build)
    strip = [(x, y - deep * 0.42) for x, y in crease]
    drawing.both(
        "groin",
        path(below(strip)),
        path(right_of([(0, -FAR), (0, FAR)])).subtracted(path(right_of([(hip * 0.70, -FAR), (hip * 0.70, FAR)]))),
    )
    _sides(drawing, build, 0.62)
    low = rows["nipple"] + 0.62 * (rows["waist"] - rows["nipple"])
    arch = curve(
        [(-160, low + 10), (-80, low + 6), (-36, low - 6), (0, low - 26), (36, low - 6), (80, low + 6), (160, low + 10)]
    )
    drawing.take("chest", "", ALL.subtracted(path(below(arch))))
    drawing.take("abdomen", "", ALL)


def _trunk_back(drawing: Drawing, build: Build, pit: Pt) -> None:
    rows, hip = build.rows, body.hips(build)
    drawing.take("anal", "", path(ellipse(0, rows["crotch"] - 14, hip * 0.10, 24)))
    _sides(drawing, build, 0.74)
    top = rows["hip"] - 2
    line = curve([(-150, top - 8), (-hip * 0.6, top - 10), (0, top + 14), (hip * 0.6, top - 10), (150, top - 8)])
    drawing.both("buttock", path(below(line)), RIGHT)
    middle = rows["collar"] + 0.60 * (rows["waist"] - rows["collar"])
    level = curve([(-160, middle - 4), (0, middle + 6), (160, middle - 4)])
    drawing.take("upper_back", "", ALL.subtracted(path(below(level))))
    drawing.take("lower_back", "", ALL)


def _aside(drawing: Drawing, build: Build, back: bool) -> None:
    """The places for what was not stated more closely."""
    rows, (shoulder, elbow, _) = build.rows, build.arm
    head, neck = build.head_half, build.torso[1]
    leg = max(x for x, y in build.torso if y > rows["knee"] - 30)
    drawing.both_aside("arm_unspecified", (elbow[0] + 62, elbow[1] - 62), mix(shoulder, elbow, 0.93))
    drawing.both_aside("leg_unspecified", (leg + 62, rows["knee"] - 18), (leg - 22, rows["knee"] - 34))
    drawing.aside("neck_unspecified", (-head - 66, neck[1] - 8), (-neck[0] * 0.35, neck[1] + 2))
    drawing.aside("torso_unspecified", (head + 66, neck[1] - 8), (build.chest_half * 0.8, rows["collar"] + 34))
    if back:
        gap = body.hips(build)
        drawing.aside("back_unspecified", (gap + 46, rows["crotch"] + 22), (gap * 0.42, rows["hip"] - 16))
