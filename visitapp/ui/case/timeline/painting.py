"""How a timeline is painted: shapes on lanes, one ink for each kind of thing, no colour of danger. No state."""

from datetime import date

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from visitapp.actions.timeline import Shape
from visitapp.ui.theme.tokens import Tokens

INK = {
    "contacts": "muted", "seen": "primary", "marks": "text", "said": "info", "worries": "question",
    "stays": "field_border", "views": "question",
}  # fmt: skip
"""Which token is the ink of which kind of lane. A kind is told by its lane and its shape as well."""
_YEAR, _MONTH = 366, 31


def paint_shape(painter: QPainter, shape: Shape, at: QPointF, size: float, ink: str, behind: str) -> None:
    """One thing of a day, in the middle of a point. `size`: its radius in pixels."""
    colour, x, y = QColor(ink), at.x(), at.y()
    thick = max(1.5, size / 4)
    open_ = shape in ("ring", "diamond_open")
    painter.setPen(QPen(colour, thick))
    painter.setBrush(QColor(behind) if open_ else colour)
    if shape == "tick":
        painter.drawLine(QLineF(x, y - size, x, y + size))
    elif shape == "cross":
        reach = size * 0.7
        painter.drawLine(QLineF(x - reach, y - reach, x + reach, y + reach))
        painter.drawLine(QLineF(x - reach, y + reach, x + reach, y - reach))
    elif shape in ("filled", "ring"):
        painter.drawEllipse(at, size * 0.8, size * 0.8)
    elif shape == "double":
        painter.drawEllipse(at, size * 0.4, size * 0.4)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(at, size, size)
    elif shape in ("diamond", "diamond_open"):
        corners = [QPointF(x, y - size), QPointF(x + size, y), QPointF(x, y + size), QPointF(x - size, y)]
        painter.drawPolygon(QPolygonF(corners))
    elif shape == "square":
        painter.drawRect(QRectF(x - size * 0.7, y - size * 0.7, size * 1.4, size * 1.4))
    elif shape == "triangle":
        corners = [QPointF(x, y - size), QPointF(x + size, y + size * 0.8), QPointF(x - size, y + size * 0.8)]
        painter.drawPolygon(QPolygonF(corners))


def paint_bar(painter: QPainter, place: QRectF, known_from: float, ink: str, soft: str) -> None:
    """A span; up to the point from which we knew of it, it is only an outline, with a line where we came to know."""
    painter.setPen(QPen(QColor(ink), 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if known_from > place.left():
        painter.drawRect(QRectF(place.left(), place.top(), min(known_from, place.right()) - place.left(),
                                place.height()))  # fmt: skip
    known = QRectF(QPointF(max(known_from, place.left()), place.top()), place.bottomRight())
    painter.setPen(QPen(QColor(ink), 1.5))
    if known.width() > 0:
        painter.setBrush(QColor(soft))
        painter.drawRect(known)
    if known_from > place.left():
        painter.setPen(QPen(QColor(ink), 3))
        painter.drawLine(QLineF(known_from, place.top() - 3, known_from, place.bottom() + 3))


def soft_of(t: Tokens, kind: str) -> str:
    """What fills the bars of a kind of lane."""
    return t.question_soft if kind == "views" else t.sunken


def days_to_name(first: date, last: date, most: int) -> list[date]:
    """The days at which the axis is named: years, months, or days, at most so many of them."""
    span = (last - first).days + 1
    if span / _YEAR * 1.01 > 2 or span > most * _MONTH:
        step = max(1, -(-(span // 365 + 1) // most))
        return [date(year, 1, 1) for year in range(first.year + 1, last.year + 1, step)]
    step = max(1, -(-(span // 30 + 1) // most))
    found = []
    year, month = first.year, first.month + 1
    while (day := date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)) <= last:
        found.append(day)
        month += step
    return found or [first]
