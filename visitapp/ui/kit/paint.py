"""How the kit's own controls are painted: focus ring, wrapped words, icons. No state."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QWidget

from visitapp.ui.theme.icons import pixmap
from visitapp.ui.theme.tokens import FOCUS, LINE_CHARACTERS

_SAMPLE = "The kitchen was warm and there was food in the fridge. Ann was playing on the floor with blocks."
WRAP = int(Qt.TextFlag.TextWordWrap)


def line_width(metrics: QFontMetrics, characters: int = LINE_CHARACTERS) -> int:
    """The width in which a line holds at most that many characters of ordinary writing."""
    return int(metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE) * characters * 0.94)


def words_size(metrics: QFontMetrics, words: str, width: int) -> QSize:
    """The room that words take when wrapped into a width."""
    return metrics.boundingRect(QRect(0, 0, max(1, width), 100_000), WRAP, words).size()


def longest_word(metrics: QFontMetrics, words: str) -> int:
    """The width of the longest word: no control may be narrower."""
    return max((metrics.horizontalAdvance(word) for word in words.split()), default=0)


def frame(painter: QPainter, rect: QRect, fill: str, border: str, width: float = 1, radius: float = 8) -> None:
    """A rounded box; an empty colour paints nothing."""
    half = width / 2
    painter.setPen(QPen(QColor(border), width) if border else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius)


def ring(painter: QPainter, rect: QRect, focus: str, gap: str, radius: float = 8) -> None:
    """The focus ring: 3 px inside the control's own edge, and a thin line within that sets it off from any fill."""
    frame(painter, rect, "", focus, FOCUS, radius)
    inner = rect.adjusted(FOCUS, FOCUS, -FOCUS, -FOCUS)
    frame(painter, inner, "", gap, 1.5, max(2, radius - FOCUS))


def put_icon(painter: QPainter, widget: QWidget, name: str, colour: str, left: int, top: int, size: int) -> None:
    """An icon with its corner there."""
    painter.drawPixmap(left, top, pixmap(name, colour, size, widget.devicePixelRatioF()))
