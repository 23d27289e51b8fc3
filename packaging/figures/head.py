"""The large head from the front and from the back, with neck and the slope of the shoulders."""

from PySide6.QtGui import QPainterPath

from figures import face, face_places
from figures.builds import Build
from figures.drawing import Drawing
from figures.shapes import FAR, Mapping, Pt, Ring, curve, ellipse, joined, mapped, mirrored, path, smoothed, symmetric

TALL = 700.0


def draw(build: Build, back: bool) -> Drawing:
    """The head, cut into its places."""
    mapping = _mapping(build)
    drawing = Drawing(_outline(build, mapping), _lines(build, mapping, back), right="right" if back else "left")
    f = build.face
    if back:
        face_places.cut_back_of_head(drawing, build, mapping, detail=True)
    else:
        face_places.cut_face(drawing, build, mapping, detail=True)
    drawing.take("neck_back" if back else "neck_front", "", path([(-FAR, -FAR), (FAR, -FAR), (FAR, FAR), (-FAR, FAR)]))
    right = build.head_half * TALL / build.head * 1.16 + 62
    drawing.both_aside("head_unspecified", (right, 0.12 * TALL), mapping(0.72, 0.17))
    if not back:
        drawing.both_aside("cheek_unspecified", (right, (f.nose + 0.09) * TALL), mapping(0.62, f.nose + 0.02))
        drawing.aside("face_unspecified", (-right, (f.ear[0] - 0.08) * TALL), mapping(-0.60, f.ear[0] + 0.16))
    return drawing


def _mapping(build: Build) -> Mapping:
    scale = TALL / build.head
    return lambda x, y: (x * build.head_half * scale, y * TALL)


def _outline(build: Build, mapping: Mapping) -> QPainterPath:
    scale = TALL / build.head
    neck = [(x * scale, y * scale) for x, y in build.torso[:4]]
    low = neck[-1]
    stub = symmetric([(0, neck[0][1] - 60), (neck[0][0] * 0.98, neck[0][1] - 60), *neck, (low[0] * 0.86,
        low[1] + 36), (low[0] * 0.5, low[1] + 50), (0, low[1] + 54)])  # fmt: skip
    whole = smoothed(joined(stub, face.outline(build, mapping)), 12.0)
    ear = face.ear(build, mapping)
    return smoothed(whole.united(path(ear)).united(path(mirrored(ear))), 4.0)


def _lines(build: Build, mapping: Mapping, back: bool) -> list[Ring]:
    f = build.face
    top, end = f.ear
    tall = end - top
    if back:
        nape: list[list[Pt]] = [[(0.20, end + 0.24), (0.17, end + 0.34)]]
        rim = [[(1.10, top + 0.10 * tall), (1.06, top + 0.4 * tall), (1.03, top + 0.72 * tall)]]
        half = [curve(line, step=0.01) for line in (*nape, *rim)]
        return [mapped(mapping, line) for line in (*half, *(mirrored(line) for line in half))]
    x, y = 0.455, f.eye
    w, h = f.eye_size
    neck, low = build.torso[1][0] / build.head_half, (build.rows["collar"] - 0.09 * build.head) / build.head
    n, m, wide = f.nose, f.mouth, f.mouth_half
    half_lines: list[list[Pt]] = [
        [(x - w * 0.9, y - h * 0.75), (x - w * 0.2, y - h * 1.75), (x + w * 0.6, y - h * 1.5), (x + w * 1.15,
            y - h * 0.35)],
        [(x - w * 0.7, y + h * 1.5), (x, y + h * 1.9), (x + w * 0.6, y + h * 1.5)],
        [(0.075, f.brow + 0.06), (0.085, y), (0.105, n - 0.10)],
        [(0.055, n - 0.002), (0.025, m - 0.055)],
        [(1.08, top + 0.09 * tall), (1.115, top + 0.24 * tall), (1.09, top + 0.48 * tall), (1.05, top + 0.66 * tall)],
        [(1.03, top + 0.26 * tall), (1.06, top + 0.40 * tall), (1.02, top + 0.54 * tall)],
        [(neck * 0.60, 1.04), (neck * 0.42, 1.04 + (low - 1.04) * 0.5), (neck * 0.20, low)],
    ]  # fmt: skip
    half = [curve(line, step=0.01) for line in half_lines]
    pupil = ellipse(x, y - h * 0.08, h * 0.34 * build.head / build.head_half, h * 0.34)
    half.append([*pupil, pupil[0]])
    upper = curve([(-wide, m - 0.006), (-wide * 0.45, m - 0.026), (-wide * 0.16, m - 0.034), (0, m - 0.027),
        (wide * 0.16, m - 0.034), (wide * 0.45, m - 0.026), (wide, m - 0.006)], step=0.01)  # fmt: skip
    lower = curve(
        [(-wide, m - 0.006), (-wide * 0.55, m + 0.034), (0, m + 0.046), (wide * 0.55, m + 0.034), (wide, m - 0.006)],
        step=0.01,
    )
    chin = curve([(-wide * 0.42, m + 0.078), (0, m + 0.070), (wide * 0.42, m + 0.078)], step=0.01)
    return [
        *face.lines(build, mapping),
        *(mapped(mapping, line) for line in (*half, *(mirrored(line) for line in half), upper, lower, chin)),
    ]
