"""Radio buttons, tick boxes and segments, painted with our own indicators (Fusion's vanish in high contrast)."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QWidget

from visitapp.ui.kit.paint import WRAP, frame, put_icon, ring
from visitapp.ui.kit.worded import Worded
from visitapp.ui.theme.theme import percent_of, tokens_of
from visitapp.ui.theme.tokens import CONTROL, scaled

_MARK, _GAP, _SIDE = 24, 10, 6
_TICK, _SEGMENT_SIDE = 16, 14


def _before(widget: QWidget) -> int:
    return _SIDE + scaled(_MARK, percent_of(widget)) + _GAP


def _paint(button: QAbstractButton, words: str, mark: str) -> None:
    t = tokens_of(button)
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if button.underMouse() and button.isEnabled():
        frame(painter, button.rect(), t.sunken, "")
    size = scaled(_MARK, percent_of(button))
    # The indicator stands beside the first line, the words are centred only while they are one line.
    top = (min(button.height(), scaled(CONTROL, percent_of(button))) - size) // 2
    ink = t.muted if not button.isEnabled() else t.primary if button.isChecked() else t.field_border
    put_icon(painter, button, mark, ink, _SIDE, top, size)
    painter.setPen(QColor(t.text if button.isEnabled() else t.muted))
    left = _before(button)
    where = QRect(left, 0, button.width() - left - _SIDE + 2, button.height())
    painter.drawText(where, WRAP | int(Qt.AlignmentFlag.AlignVCenter), words)
    if button.hasFocus():
        ring(painter, button.rect(), t.focus, "")
    painter.end()


class Radio(Worded, QRadioButton):
    """One of several answers, with its words wrapped."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._words = text
        self.setAccessibleName(text)
        self._prepare()

    def _beside(self) -> int:
        return _before(self) + _SIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, self._words, "radio-on" if self.isChecked() else "radio-off")


class Segment(Radio):
    """One of several short answers in a row. The chosen one is filled, bold and ticked: never colour alone."""

    _above = 14

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)

    def _before_words(self) -> int:
        return _SEGMENT_SIDE + scaled(_TICK, percent_of(self)) + 4

    def _beside(self) -> int:
        return self._before_words() + _SEGMENT_SIDE

    def paintEvent(self, event: QPaintEvent) -> None:
        t = tokens_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        fill = t.primary if on else t.sunken if self.underMouse() or not self.isEnabled() else t.surface
        ink = t.muted if not self.isEnabled() else t.on_primary if on else t.text
        frame(painter, self.rect(), fill, t.primary if on else t.field_border)
        size = scaled(_TICK, percent_of(self))
        left = _SEGMENT_SIDE
        if on:
            put_icon(painter, self, "tick", ink, left - 2, (self.height() - size) // 2, size)
        left += (size + 4) if on else (size + 4) // 2
        painter.setPen(QColor(ink))
        where = QRect(left, 0, self.width() - self._before_words() - _SEGMENT_SIDE + 2, self.height())
        painter.drawText(where, WRAP | int(Qt.AlignmentFlag.AlignVCenter), self._words)
        if self.hasFocus():
            ring(painter, self.rect(), t.focus, t.surface)
        painter.end()


class Tick(Worded, QCheckBox):
    """A box to tick, with its words wrapped."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._words = text
        self.setAccessibleName(text)
        self._prepare()

    def _beside(self) -> int:
        return _before(self) + _SIDE

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, self._words, "tick-on" if self.isChecked() else "tick-off")
