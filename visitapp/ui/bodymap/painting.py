"""How a drawing of the body is painted: quiet grey, no colour of skin; the place in hand, and numbered markers."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from visitapp.ui.bodymap.drawing import Drawing, Spot_
from visitapp.ui.bodymap.markers import Marker
from visitapp.ui.theme.tokens import SMALL, Tokens, ratio, scaled

_OUTLINE, _LINE, _CHOSEN = 2.0, 1.1, 3.0
RADIUS = 12


class Paths:
    """The drawing's shapes for Qt, in the drawing's own units; made once."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.outline = _area(drawing.outline)
        self.shades = _area(drawing.shades)
        self.lines = [QPolygonF([QPointF(*point) for point in line]) for line in drawing.lines]
        self.places = [_area(place.rings) for place in drawing.places]


def _area(rings: Iterable[Sequence[Spot_]]) -> QPainterPath:
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    for ring in rings:
        path.addPolygon(QPolygonF([QPointF(*point) for point in ring]))
        path.closeSubpath()
    return path


def paint_ground(painter: QPainter, paths: Paths, t: Tokens, held: Iterable[int]) -> None:
    """What lies beneath the lines: the body, and the places in hand or under the pointer."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(t.sunken))
    painter.drawPath(paths.outline)
    painter.setBrush(QColor(t.line if ratio(t.line, t.text) > 3 else t.surface))
    painter.drawPath(paths.shades)
    painter.setBrush(QColor(t.primary_soft))
    for number in held:
        painter.drawPath(paths.places[number])


def paint_lines(painter: QPainter, paths: Paths, t: Tokens, scale: float) -> None:
    """The outline, the fine lines, and the places aside: what stays as it is. `scale`: pixels in a drawing's unit."""
    fine = _pen(t.field_border, _LINE / scale)
    painter.setPen(fine)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in paths.lines:
        painter.drawPolyline(line)
    font = QFont(painter.font())
    for number, place in enumerate(paths.drawing.places):
        if not place.aside:
            continue
        painter.setPen(QPen(QColor(t.field_border), _LINE / scale, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(QPointF(*place.lead[0]), QPointF(*place.lead[1])))
        painter.setPen(_pen(t.field_border, 1.4 / scale))
        painter.drawPath(paths.places[number])
        box = paths.places[number].boundingRect()
        font.setPixelSize(max(6, round(box.height() * 0.58)))
        painter.setFont(font)
        painter.setPen(QColor(t.muted))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "?")
    painter.setPen(_pen(t.text, _OUTLINE / scale))
    painter.drawPath(paths.outline)


def paint_held(painter: QPainter, paths: Paths, number: int, ink: str, scale: float) -> None:
    """The edge of a place in hand or under the pointer."""
    painter.setPen(_pen(ink, _CHOSEN / scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(paths.places[number])


def _pen(ink: str, width: float) -> QPen:
    pen = QPen(QColor(ink), width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def paint_labels(
    painter: QPainter, drawing: Drawing, words: dict[str, str], t: Tokens, to_view: QTransform, percent: int
) -> None:
    """Which hand or foot this is; painted in pixels, so that it can be read at any size of the drawing."""
    font = QFont(painter.font())
    font.setPixelSize(scaled(SMALL, percent))
    painter.setFont(font)
    painter.setPen(QColor(t.muted))
    for label in drawing.labels:
        middle = to_view.map(QPointF(*label.at))
        box = QRectF(middle.x() - 200, middle.y() - 20, 400, 40)
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), words[label.word])


def paint_markers(
    painter: QPainter,
    placed: Sequence[tuple[Marker, QPointF, QPointF]],
    t: Tokens,
    chosen: str,
    percent: int,
) -> None:
    """Markers as (marker, where it is set, where it is shown), in pixels. Earlier ones are rings."""
    radius = scaled(RADIUS, percent)
    font = QFont(painter.font())
    font.setPixelSize(scaled(SMALL, percent))
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    for _marker, point, shown in placed:
        if QLineF(point, shown).length() > radius:
            painter.setPen(QPen(QColor(t.danger), 1.5))
            painter.drawLine(QLineF(point, shown))
            painter.setBrush(QColor(t.danger))
            painter.drawEllipse(point, 2.5, 2.5)
    for marker, _, shown in placed:
        numbered = bool(marker.name)
        painter.setBrush(QColor(t.surface if marker.earlier else t.danger))
        painter.setPen(
            QPen(QColor(t.danger), 2, Qt.PenStyle.DashLine) if marker.earlier else QPen(QColor(t.surface), 2)
        )
        painter.drawEllipse(shown, *(2 * (radius if numbered else radius * 0.66,)))
        if numbered and marker.mark == chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(t.focus), 2.5))
            painter.drawEllipse(shown, radius + 3.5, radius + 3.5)
        painter.setPen(QColor(t.danger if marker.earlier else t.surface))
        painter.drawText(QRectF(shown.x() - 40, shown.y() - 40, 80, 80), int(Qt.AlignmentFlag.AlignCenter), marker.name)
