"""Answers to choose from: one of several (Choice) or any of several (TickRow), under one label."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.text import Hint, Label, Prose
from visitapp.ui.kit.ticks import Radio, Segment, Tick
from visitapp.ui.theme.tokens import XS

Options = Sequence[tuple[str, str]]


class _Labelled(QWidget):
    """A label, a hint and an error above a row that wraps."""

    def __init__(self, label: str, hint: str, *, show_label: bool, list_: bool, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._said = label
        self.label, self.hint, self.error = Label(label), Hint(hint), Prose("", "error")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(XS)
        for widget in (self.label, self.hint, self.error):
            box.addWidget(widget)
        self.label.setVisible(show_label)
        self.hint.setVisible(bool(hint))
        self.error.hide()
        self.setAccessibleName(label)
        self._box = box
        self._row = None if list_ else Row()
        if self._row is not None:
            box.addWidget(self._row)

    def _place(self, control: QWidget) -> None:
        if self._row is None:
            self._box.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            self._row.add(control)

    def show_error(self, words: str) -> None:
        """Say what is wrong above the answers; an empty text takes it away."""
        self.error.setText(words)
        self.error.setVisible(bool(words))
        if words:
            announce(self, f"{self._said}: {words}", at_once=True)


class Choice(_Labelled):
    """One of several answers, (code, words) each. Looks: segments (short, in a row), row, list.

    Arrows move, and choose once one is chosen; Delete or Backspace takes the answer away. `chosen` carries the code,
    empty when taken away.
    """

    chosen = Signal(str)

    def __init__(
        self,
        label: str,
        options: Options,
        hint: str = "",
        look: str = "segments",
        *,
        show_label: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, show_label=show_label, list_=look == "list", parent=parent)
        self._group = QButtonGroup(self)
        self._codes: list[str] = []
        for code, words in options:
            radio = Segment(words) if look == "segments" else Radio(words)
            radio.setAccessibleDescription(label)
            radio.installEventFilter(self)
            self._group.addButton(radio, len(self._codes))
            self._codes.append(code)
            self._place(radio)
        self._group.idClicked.connect(lambda index: self.chosen.emit(self._codes[index]))
        if self._codes:
            self.setFocusProxy(self._group.button(0))

    def buttons(self) -> list[Radio]:
        """The answers, in order."""
        return [button for button in self._group.buttons() if isinstance(button, Radio)]

    def value(self) -> str:
        """The chosen code; empty when none is."""
        index = self._group.checkedId()
        return self._codes[index] if index >= 0 else ""

    def set_value(self, code: str) -> None:
        """Choose by code (empty: none); sends no `chosen`."""
        if code in self._codes:
            self._group.button(self._codes.index(code)).setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.value():
                self.set_value("")
                self.chosen.emit("")
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(watched, Radio):
                watched.click()
                return True
            if event.key() in _STEPS and isinstance(watched, Radio):
                self._step(watched, _STEPS[Qt.Key(event.key())])
                return True
        return super().eventFilter(watched, event)

    def _step(self, here: Radio, by: int) -> None:
        """To the answer after or before this one. Qt looks along the line: where a row wraps it passes by some."""
        buttons = self.buttons()
        place = buttons.index(here) + by
        if not 0 <= place < len(buttons):
            return
        if here.isChecked():
            buttons[place].click()
        buttons[place].setFocus(Qt.FocusReason.OtherFocusReason)


_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class TickRow(_Labelled):
    """Any of several, (code, words) each. `changed` carries the ticked codes as a tuple."""

    changed = Signal(tuple)

    def __init__(
        self,
        label: str,
        options: Options,
        hint: str = "",
        look: str = "row",
        *,
        show_label: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint, show_label=show_label, list_=look == "list", parent=parent)
        self._ticks: dict[str, Tick] = {}
        for code, words in options:
            tick = Tick(words)
            tick.setAccessibleDescription(label)
            tick.clicked.connect(lambda _on: self.changed.emit(self.value()))
            self._ticks[code] = tick
            self._place(tick)
        if self._ticks:
            self.setFocusProxy(next(iter(self._ticks.values())))

    def ticks(self) -> dict[str, Tick]:
        """The boxes by code."""
        return self._ticks

    def value(self) -> tuple[str, ...]:
        """The ticked codes, in order."""
        return tuple(code for code, tick in self._ticks.items() if tick.isChecked())

    def set_value(self, codes: Collection[str]) -> None:
        """Tick these and no others; sends no `changed`."""
        for code, tick in self._ticks.items():
            tick.setChecked(code in codes)
