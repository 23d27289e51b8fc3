"""Rows that lead somewhere: a button as wide as its column with a heading, lines below it and tags."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from visitapp.ui.kit.card import Wide
from visitapp.ui.kit.paint import WRAP, frame, line_width, put_icon, ring, words_size
from visitapp.ui.theme.theme import percent_of, tokens_of
from visitapp.ui.theme.tokens import CONTROL, HINT, SMALL, scaled

_PAD, _GAP = 12, 8


class RowButton(QPushButton, Wide):
    """A row that leads somewhere. `tags` are (words, kind) as for Tag; `clicked` as with every button."""

    def __init__(
        self,
        heading: str,
        lines: Sequence[str] = (),
        tags: Sequence[tuple[str, str]] = (),
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._heights: dict[int, int] = {}
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_row(heading, lines, tags)

    def show_row(self, heading: str, lines: Sequence[str] = (), tags: Sequence[tuple[str, str]] = ()) -> None:
        """Other words."""
        self._heading, self._lines, self._tags = heading, tuple(lines), tuple(tags)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(". ".join((*(words for words, _ in tags), *lines)).replace(".. ", ". "))
        self._heights.clear()
        self.updateGeometry()
        self.update()

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        bold, line, tag = QFont(self.font()), QFont(self.font()), QFont(self.font())
        percent = percent_of(self)
        bold.setWeight(QFont.Weight.DemiBold)
        line.setPixelSize(scaled(HINT, percent))
        tag.setPixelSize(scaled(SMALL, percent))
        tag.setWeight(QFont.Weight.DemiBold)
        return bold, line, tag

    def _arranged(self, width: int) -> tuple[QRect, list[QRect], list[QRect], int]:
        """Where heading, tags and lines stand at a width, and the whole height."""
        bold, line, tag = (QFontMetrics(font) for font in self._fonts())
        icon = scaled(24, percent_of(self))
        left = _PAD + (icon + _PAD if self._icon else 0)
        room = min(max(40, width - left - _PAD - icon), line_width(bold) + 40)
        size = words_size(bold, self._heading, room)
        heading = QRect(left, _PAD, room, size.height())
        places, x, y = [], left + size.width() + _PAD, _PAD
        for words, _ in self._tags:
            taken = tag.horizontalAdvance(words) + 16
            if x + taken > width - _PAD - icon:
                x, y = left, (y + max(bold.height(), tag.height() + 4) + 4)
            places.append(QRect(x, y, taken, tag.height() + 4))
            x += taken + _GAP
        bottom = max([heading.bottom(), *(place.bottom() for place in places)]) + 1
        below = []
        for words in self._lines:
            height = words_size(line, words, room).height()
            below.append(QRect(left, bottom + 3, room, height))
            bottom += height + 3
        return heading, places, below, max(bottom + _PAD, scaled(CONTROL, percent_of(self)))

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:  # a layout asks for the same again and again
            self._heights[width] = self._arranged(width)[3]
        return self._heights[width]

    def sizeHint(self) -> QSize:
        width = line_width(self.fontMetrics()) + 2 * _PAD
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, scaled(CONTROL, percent_of(self)))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens_of(self)
        heading, places, below, _ = self._arranged(self.width())
        bold, line, tag = self._fonts()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame(painter, self.rect(), t.sunken if self.underMouse() else t.surface, t.line)
        icon = scaled(24, percent_of(self))
        if self._icon:
            put_icon(painter, self, self._icon, t.primary, _PAD, _PAD, icon)
        chevron = scaled(16, percent_of(self))
        put_icon(
            painter, self, "right", t.muted, self.width() - chevron - _PAD, (self.height() - chevron) // 2, chevron
        )
        painter.setFont(bold)
        painter.setPen(QColor(t.text))
        painter.drawText(heading, WRAP, self._heading)
        painter.setFont(tag)
        for place, (words, kind) in zip(places, self._tags, strict=True):
            plain = kind == "plain"
            ink = t.muted if plain else getattr(t, kind)
            frame(painter, place, t.sunken if plain else getattr(t, f"{kind}_soft"), t.line if plain else ink, 1, 6)
            painter.setPen(QColor(ink))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)
        painter.setFont(line)
        painter.setPen(QColor(t.muted))
        for place, words in zip(below, self._lines, strict=True):
            painter.drawText(place, WRAP, words)
        if self.hasFocus():
            ring(painter, self.rect(), t.focus, "")
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_heights"):
            self._heights.clear()
            self.updateGeometry()
