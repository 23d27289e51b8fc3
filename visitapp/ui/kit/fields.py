"""Fields: the label above, a hint, the error in words above the field. The control is named after its label."""

from typing import Generic, TypeVar

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.paint import line_width, put_icon
from visitapp.ui.kit.text import Hint, Label, Prose
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.theme.theme import percent_of, tokens_of
from visitapp.ui.theme.tokens import XS, scaled

C = TypeVar("C", bound=QWidget)


class Line(QLineEdit):
    """One line of text. `characters`: how wide it is, as a hint at what is wanted; 0: as wide as may be."""

    def __init__(self, characters: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._characters = characters
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        wanted = line_width(self.fontMetrics(), self._characters or 75) + 28
        return QSize(wanted, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(120, self.sizeHint().width()), super().minimumSizeHint().height())


class Area(QPlainTextEdit):
    """Running text that grows with what is written, from `lines` up to `most` lines. Tab goes on to the next field."""

    def __init__(self, lines: int = 3, most: int = 40, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least, self._most = lines, most
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _size: self._grow())

    def sizeHint(self) -> QSize:
        return QSize(line_width(self.fontMetrics()) + 36, self._wanted())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self._wanted())

    def _wanted(self) -> int:
        lines = max(self._least, min(self._most, round(self.document().size().height())))
        return self.fontMetrics().lineSpacing() * lines + 2 * round(self.document().documentMargin()) + 18

    def _grow(self) -> None:
        self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.verticalScrollBar().maximum() == 0:
            event.ignore()
            return
        super().wheelEvent(event)


class Select(QComboBox):
    """One of many, in a list that opens. Options are (code, words); `chosen` carries the code."""

    chosen = Signal(str)

    def __init__(self, options: tuple[tuple[str, str], ...] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setMinimumContentsLength(6)
        self.set_options(options)
        self.activated.connect(lambda index: self.chosen.emit(self.itemData(index)))

    def set_options(self, options: tuple[tuple[str, str], ...]) -> None:
        """Other options; nothing is chosen."""
        self.clear()
        for code, words in options:
            self.addItem(words, code)
        self.setCurrentIndex(-1)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, super().minimumSizeHint().height())

    def value(self) -> str:
        """The chosen code; empty when none is."""
        return str(self.currentData() or "")

    def set_value(self, code: str) -> None:
        """Choose by code; an unknown one chooses nothing."""
        self.setCurrentIndex(self.findData(code))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # scrolling past a list must not change an answer

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = scaled(16, percent_of(self))
        painter = QPainter(self)
        put_icon(
            painter, self, "down", tokens_of(self).text, self.width() - size - 12, (self.height() - size) // 2, size
        )
        painter.end()


class Field(QWidget, Generic[C]):
    """A control with its label above it, a hint, and an error in words above the control."""

    def __init__(self, label: str, control: C, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self._said = label
        self._hint_words = hint
        self.label = Label(label)
        self.label.setBuddy(control)
        self.hint = Hint(hint)
        self.error = Prose("", "error")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(XS)
        for widget in (self.label, self.hint, self.error):
            box.addWidget(widget)
        box.addWidget(control, 0, _side(control))
        self.hint.setVisible(bool(hint))
        self.error.hide()
        self.setFocusProxy(control)
        control.setAccessibleName(label)
        control.setAccessibleDescription(hint)

    def show_error(self, words: str) -> None:
        """Say what is wrong above the field; an empty text takes it away."""
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.control.setAccessibleDescription(" ".join(part for part in (words, self._hint_words) if part))
        self.control.setProperty("invalid", bool(words))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
        if words:
            announce(self.control, f"{self._said}: {words}", at_once=True)

    def set_hint(self, words: str) -> None:
        """Another hint; empty for none."""
        self._hint_words = words
        self.hint.setText(words)
        self.hint.setVisible(bool(words))
        self.control.setAccessibleDescription(words)


def _side(control: QWidget) -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeft if isinstance(control, Line | Select | Area) else Qt.AlignmentFlag(0)


class LineField(Field[Line]):
    """A line of text under its label. `edited` comes with every keystroke, `entered` with Return."""

    edited = Signal(str)
    entered = Signal()

    def __init__(self, label: str, hint: str = "", characters: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(label, Line(characters), hint, parent)
        self.control.textEdited.connect(self.edited)
        self.control.returnPressed.connect(self.entered)

    def value(self) -> str:
        """What stands there."""
        return self.control.text()

    def set_value(self, words: str) -> None:
        """Put words there; sends no `edited`."""
        self.control.setText(words)


class AreaField(Field[Area]):
    """Running text under its label. `edited` comes with every change by the person."""

    edited = Signal(str)

    def __init__(self, label: str, hint: str = "", lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(label, Area(lines), hint, parent)
        self._quiet = False
        self.control.textChanged.connect(self._changed)

    def _changed(self) -> None:
        if not self._quiet:
            self.edited.emit(self.control.toPlainText())

    def value(self) -> str:
        """What stands there."""
        return self.control.toPlainText()

    def set_value(self, words: str) -> None:
        """Put words there; sends no `edited`."""
        self._quiet = True
        self.control.setPlainText(words)
        self._quiet = False


class SelectField(Field[Select]):
    """A list that opens, under its label. `chosen` carries the code."""

    chosen = Signal(str)

    def __init__(
        self, label: str, options: tuple[tuple[str, str], ...] = (), hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(label, Select(options), hint, parent)
        self.control.chosen.connect(self.chosen)

    def value(self) -> str:
        """The chosen code; empty when none is."""
        return self.control.value()

    def set_value(self, code: str) -> None:
        """Choose by code; sends no `chosen`."""
        self.control.set_value(code)


class PassphraseField(QWidget):
    """A passphrase that is not shown unless asked for. `entered` comes with Return."""

    entered = Signal()

    def __init__(self, label: str, show: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = LineField(label, hint, characters=40)
        self.line.control.setEchoMode(QLineEdit.EchoMode.Password)
        self.show_it = Tick(show)
        self.show_it.toggled.connect(self._toggle)
        self.line.entered.connect(self.entered)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(XS)
        box.addWidget(self.line)
        box.addWidget(self.show_it, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.line.control)

    def _toggle(self, shown: bool) -> None:
        self.line.control.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def value(self) -> str:
        """The passphrase as typed."""
        return self.line.value()

    def clear(self) -> None:
        """Forget what was typed, and hide again."""
        self.line.set_value("")
        self.show_it.setChecked(False)

    def show_error(self, words: str) -> None:
        """Say what is wrong above the field; an empty text takes it away."""
        self.line.show_error(words)
