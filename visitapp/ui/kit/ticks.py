"""Radio buttons, tick boxes and segments, painted with our own indicators (Fusion's vanish in high contrast)."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy, QWidget

from visitapp.ui.kit.paint import WRAP, frame, longest_word, put_icon, ring, words_size
from visitapp.ui.theme.theme import percent_of, tokens_of
from visitapp.ui.theme.tokens import CONTROL, scaled

_MARK, _GAP, _SIDE = 24, 10, 6
_TICK, _SEGMENT_SIDE = 16, 14


def _prepare(button: QAbstractButton) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    button.setSizePolicy(policy)
    button.setAttribute(Qt.WidgetAttribute.WA_Hover)
    button.setCursor(Qt.CursorShape.PointingHandCursor)


def _before(widget: QWidget) -> int:
    return _SIDE + scaled(_MARK, percent_of(widget)) + _GAP


def _height(widget: QWidget, words: str, width: int) -> int:
    taken = words_size(widget.fontMetrics(), words, width - _before(widget) - _SIDE).height()
    return max(scaled(CONTROL, percent_of(widget)), taken + 12)


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


class Radio(QRadioButton):
    """One of several answers, with its words wrapped."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._words = text
        self.setAccessibleName(text)
        _prepare(self)

    def words(self) -> str:
        """The words as they are read."""
        return self._words

    def heightForWidth(self, width: int) -> int:
        return _height(self, self._words, width)

    def sizeHint(self) -> QSize:
        width = _before(self) + self.fontMetrics().horizontalAdvance(self._words) + _SIDE + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = _before(self) + longest_word(self.fontMetrics(), self._words) + _SIDE + 2
        return QSize(width, scaled(CONTROL, percent_of(self)))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, self._words, "radio-on" if self.isChecked() else "radio-off")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()


class Segment(Radio):
    """One of several short answers in a row. The chosen one is filled, bold and ticked: never colour alone."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        self.setFont(font)

    def _before_words(self) -> int:
        return _SEGMENT_SIDE + scaled(_TICK, percent_of(self)) + 4

    def heightForWidth(self, width: int) -> int:
        room = width - self._before_words() - _SEGMENT_SIDE
        words = words_size(self.fontMetrics(), self._words, room)
        return max(scaled(CONTROL, percent_of(self)), words.height() + 14)

    def sizeHint(self) -> QSize:
        width = self._before_words() + self.fontMetrics().horizontalAdvance(self._words) + _SEGMENT_SIDE + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self._before_words() + longest_word(self.fontMetrics(), self._words) + _SEGMENT_SIDE + 2
        return QSize(width, scaled(CONTROL, percent_of(self)))

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


class Tick(QCheckBox):
    """A box to tick, with its words wrapped."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self._words = text
        self.setAccessibleName(text)
        _prepare(self)

    def words(self) -> str:
        """The words as they are read."""
        return self._words

    def heightForWidth(self, width: int) -> int:
        return _height(self, self._words, width)

    def sizeHint(self) -> QSize:
        width = _before(self) + self.fontMetrics().horizontalAdvance(self._words) + _SIDE + 2
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = _before(self) + longest_word(self.fontMetrics(), self._words) + _SIDE + 2
        return QSize(width, scaled(CONTROL, percent_of(self)))

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        _paint(self, self._words, "tick-on" if self.isChecked() else "tick-off")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
