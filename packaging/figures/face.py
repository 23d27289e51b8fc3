"""The head from the front and the back. Given in head units (see Face), drawn where a mapping puts them."""

from figures.builds import Build, Face
from figures.shapes import Mapping, Ring, curve, ellipse, mapped, mirrored, symmetric


def on_body(build: Build) -> Mapping:
    """Head units to the whole figure's."""
    return lambda x, y: (x * build.head_half, y * build.head)


def outline(build: Build, mapping: Mapping | None = None) -> Ring:
    """The head without ears and neck."""
    mapping = mapping or on_body(build)
    return symmetric(mapped(mapping, build.face.half), step=1.0)


def ear(build: Build, mapping: Mapping | None = None) -> Ring:
    """The ear on the right of the picture."""
    top, end = build.face.ear
    tall = end - top
    points = [(0.88, top + 0.16 * tall), (0.97, top + 0.10 * tall), (1.05, top), (1.12, top + 0.06 * tall),
        (1.155, top + 0.24 * tall),
              (1.135, top + 0.50 * tall), (1.085, top + 0.74 * tall), (1.055, top + 0.92 * tall), (0.995,
              top + 1.0 * tall),
              (0.93, top + 0.93 * tall), (0.88, top + 0.80 * tall)]  # fmt: skip
    return curve(mapped(mapping or on_body(build), points), closed=True, step=1.0)


def eye(f: Face) -> Ring:
    """The opening of the eye on the right of the picture, in head units."""
    w, h = f.eye_size
    x, y = 0.455, f.eye
    upper = curve(
        [
            (x - w, y + h * 0.35),
            (x - w * 0.55, y - h * 0.62),
            (x, y - h),
            (x + w * 0.58, y - h * 0.6),
            (x + w, y + h * 0.1),
        ],
        step=0.01,
    )
    lower = curve(
        [(x + w, y + h * 0.1), (x + w * 0.45, y + h * 0.72), (x - w * 0.1, y + h * 0.86), (x - w, y + h * 0.35)],
        step=0.01,
    )
    return [*upper, *lower[1:]]


def lines(build: Build, mapping: Mapping | None = None, small: bool = False) -> list[Ring]:
    """The fine lines of a face; `small`: only what can be read on a small head."""
    mapping, f = mapping or on_body(build), build.face
    w, h = f.eye_size
    x, y = 0.455, f.eye
    half = [
        [*eye(f), eye(f)[0]],
        [*(iris := ellipse(x, y - h * 0.08, h * 0.78 * build.head / build.head_half, h * 0.78)), iris[0]],
        curve([(x - w * 1.1, f.brow + 0.012), (x - w * 0.3, f.brow - 0.004), (x + w * 0.5, f.brow - 0.006),
            (x + w * 1.25, f.brow + 0.016)], step=0.01),
    ]  # fmt: skip
    n = f.nose_half
    middle = [
        curve([(-n, f.nose - 0.028), (-n * 0.96, f.nose - 0.004), (-n * 0.45, f.nose - 0.004), (0,
            f.nose + 0.010), (n * 0.45, f.nose - 0.004),
               (n * 0.96, f.nose - 0.004), (n, f.nose - 0.028)], step=0.01),
        curve([(-f.mouth_half, f.mouth - 0.006), (-f.mouth_half * 0.4, f.mouth + 0.003), (0, f.mouth + 0.008),
            (f.mouth_half * 0.4, f.mouth + 0.003),
               (f.mouth_half, f.mouth - 0.006)], step=0.01),
    ]  # fmt: skip
    if small:
        middle.append(
            curve(
                [(-f.mouth_half * 0.36, f.mouth + 0.050), (0, f.mouth + 0.056), (f.mouth_half * 0.36, f.mouth + 0.050)],
                step=0.01,
            )
        )
    both = [*half, *(mirrored(line) for line in half), *middle]
    return [mapped(mapping, line) for line in both]
