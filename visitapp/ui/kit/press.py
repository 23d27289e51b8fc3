"""Buttons that wrap their words, keep 44 px, and show focus without moving. Painted from the tokens."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from visitapp.ui.kit.paint import WRAP, frame, put_icon, ring, words_size
from visitapp.ui.kit.worded import Worded
from visitapp.ui.theme.theme import percent_of, tokens_of
from visitapp.ui.theme.tokens import CONTROL, Tokens, scaled

_SIDE, _GAP = 16, 8
_ICON = 20


class Button(Worded, QPushButton):
    """A button. Kinds: plain, primary (one a page), danger, quiet (no frame), link (underlined), nav (side bar)."""

    _above = 16

    def __init__(self, text: str, icon: str = "", kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self.kind = kind
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold if kind in ("primary", "danger") else QFont.Weight.Medium)
        self.setFont(font)
        self.setAutoDefault(False)
        self._prepare()
        self.setText(text)

    def setText(self, text: str) -> None:
        """The words; an ampersand in a name stays one."""
        self._words = text
        super().setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self._measure_again()

    def set_icon(self, name: str) -> None:
        """Another icon, or none when empty."""
        self._icon = name
        self._measure_again()
        self.update()

    def _side(self) -> int:
        return 4 if self.kind == "link" else 12 if self.kind in ("nav", "quiet") else _SIDE

    def _before_words(self) -> int:
        return self._side() + (scaled(_ICON, percent_of(self)) + _GAP if self._icon else 0)

    def _beside(self) -> int:
        return self._before_words() + self._side()

    def _one_line(self) -> int:
        width = super()._one_line() if self._words else self._beside() - _GAP
        return max(width, scaled(CONTROL, percent_of(self)) if self.kind != "link" else 0)

    def _narrowest(self) -> int:
        return min(super()._narrowest(), self._one_line())

    def _colours(self, t: Tokens) -> tuple[str, str, str]:
        """Fill, border and ink."""
        hover = self.underMouse() or self.isDown()
        bare = t.sunken if hover else ""
        if not self.isEnabled():
            return ("", "", t.muted) if self.kind in ("quiet", "link", "nav") else (t.sunken, "", t.muted)
        by_kind = {
            "primary": (t.primary_hover if hover else t.primary, "", t.on_primary),
            "danger": (t.danger, "", t.surface),
            "nav": (t.primary_soft, "", t.primary) if self.isChecked() else (bare, "", t.text),
            "quiet": (bare, "", t.primary),
            "link": (bare, "", t.primary),
        }
        return by_kind.get(self.kind, (t.sunken if hover else t.surface, t.field_border, t.text))

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens_of(self)
        fill, border, ink = self._colours(t)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame(painter, self.rect(), fill, border)
        if self.kind == "nav" and self.isChecked():
            frame(painter, QRect(0, 8, 4, self.height() - 16), t.primary, "", 0, 2)
        self._paint_words(painter, ink)
        if self.hasFocus():
            ring(painter, self.rect(), t.focus, t.surface)
        painter.end()

    def _paint_words(self, painter: QPainter, ink: str) -> None:
        size = scaled(_ICON, percent_of(self))
        left, room = self._side(), self.width() - 2 * self._side()
        space = (size + _GAP if self._words else size) if self._icon else 0
        words = words_size(self.fontMetrics(), self._words, room - space)
        if self.kind not in ("nav", "link", "quiet"):
            left += max(0, (room - space - words.width()) // 2)
        elif not self._words:
            left = (self.width() - size) // 2
        if self._icon:
            put_icon(painter, self, self._icon, ink, left, (self.height() - size) // 2, size)
            left += space
        font = self.font()
        font.setUnderline(self.kind == "link" and self.isEnabled())
        painter.setFont(font)
        painter.setPen(QColor(ink))
        where = QRect(left, 0, max(1, self.width() - left - self._side() + 2), self.height())
        painter.drawText(where, WRAP | int(Qt.AlignmentFlag.AlignVCenter), self._words)


class PrimaryButton(Button):
    """The one thing that a page is for."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon, "primary", parent)


class QuietButton(Button):
    """Something beside the point: no frame."""

    def __init__(self, text: str, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon, "quiet", parent)


class LinkButton(Button):
    """Leads to another place."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, "", "link", parent)
