"""The open mouth from the front, the tongue lifted, so that all three small bands (frenula) can be pointed at."""

from figures.builds import Build
from figures.drawing import Drawing
from figures.shapes import Pt, Ring, curve, mirrored, path, smoothed, symmetric

LIPS: tuple[Pt, ...] = (
    (0, -262), (46, -286), (118, -288), (236, -232), (352, -124), (446, 4), (398, 128), (300, 252), (160, 330),
    (0, 350),
)  # fmt: skip
INNER: tuple[Pt, ...] = (
    (0, -206), (110, -206), (224, -164), (318, -84), (378, 4), (334, 108), (246, 206), (126, 262), (0, 276),
)  # fmt: skip
GUM_ABOVE: tuple[Pt, ...] = ((0, -132), (72, -128), (150, -104), (216, -62), (270, -6), (296, 40))
GUM_BELOW: tuple[Pt, ...] = ((0, 206), (70, 201), (140, 174), (206, 122), (262, 48), (290, -10))
EDGE_ABOVE: tuple[Pt, ...] = ((0, -70), (64, -70), (124, -54), (176, -22))
EDGE_BELOW: tuple[Pt, ...] = ((0, 168), (58, 164), (112, 142), (162, 102))
TONGUE: tuple[Pt, ...] = ((0, -6), (64, -2), (116, 22), (140, 66), (124, 118), (88, 152))


def draw(build: Build) -> Drawing:
    """The mouth, cut into its places. An infant has no teeth there."""
    teeth = build.finger_plump < 1.1
    drawing = Drawing(smoothed(path(symmetric(LIPS)), 5.0), _lines(teeth))
    inner = path(symmetric(INNER))
    above, below = _whole(GUM_ABOVE), _whole(GUM_BELOW)
    drawing.take("lips", "", path([(-2000, -2000), (2000, -2000), (2000, 2000), (-2000, 2000)]).subtracted(inner))
    for ring in _bands():
        drawing.take("frenulum", "", path(ring))
    drawing.take("gum", "", path([(-2000, -2000), (-2000, above[0][1]), *above, (2000, above[-1][1]), (2000, -2000)]))
    drawing.take("gum", "", path([(-2000, 2000), (-2000, below[0][1]), *below, (2000, below[-1][1]), (2000, 2000)]))
    drawing.take("mouth_inside", "", inner)
    corner, floor = (285.0, 20.0), EDGE_BELOW[0][1] if teeth else GUM_BELOW[0][1]
    high = [*curve(EDGE_ABOVE), *curve(GUM_ABOVE[3:5])] if teeth else curve(GUM_ABOVE[:5])
    low = [*curve(EDGE_BELOW), *curve(GUM_BELOW[3:5])] if teeth else curve(GUM_BELOW[:5])
    half = [*high, corner, *low[::-1]]
    throat = [*half, *mirrored(half)[::-1]]
    tongue = [*_whole(TONGUE), (66, floor - 1), (-66, floor - 1)]
    drawing.shades = [throat, tongue]
    return drawing


def _whole(half: tuple[Pt, ...]) -> Ring:
    return curve([*mirrored(half)[:0:-1], *half])


def _bands() -> list[Ring]:
    """Upper lip, lower lip, tongue."""
    return [
        curve([(-22, -203), (-9, -180), (-13, -160), (0, -151), (13, -160), (9, -180), (22, -203)], closed=True),
        curve([(-22, 272), (-9, 252), (-13, 234), (0, 225), (13, 234), (9, 252), (22, 272)], closed=True),
        curve([(-13, 58), (-10, 96), (-24, 136), (0, 148), (24, 136), (10, 96), (13, 58), (0, 50)], closed=True),
    ]


def _lines(teeth: bool) -> list[Ring]:
    inner = symmetric(INNER)
    lines: list[Ring] = [[*inner, inner[0]], _whole(GUM_ABOVE[:5]), _whole(GUM_BELOW[:5]), _whole(TONGUE)]
    lines += [[*ring, ring[0]] for ring in _bands()]
    if teeth:
        lines += [*_row(GUM_ABOVE[:4], EDGE_ABOVE), *_row(GUM_BELOW[:4], EDGE_BELOW)]
    return lines


def _row(gum: tuple[Pt, ...], edge: tuple[Pt, ...]) -> list[Ring]:
    """Teeth between the gum and the biting edge, on both sides of the midline."""
    out: list[Ring] = [_whole(edge), [gum[0], edge[0]]]
    for root, tip in zip(gum[1:], edge[1:], strict=True):
        out += [[root, tip], mirrored([root, tip])]
    return out
