"""The movements of a visit above its pages: where one is, where one can go, and that all of it is saved."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from visitapp.domain.draft import Movement
from visitapp.ui.kit.fields import Select
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.text import Small
from visitapp.ui.theme.tokens import XS, XXL, L, S
from visitapp.ui.visit.presenter import MOVEMENTS
from visitapp.words import Say


class Steps(QFrame):
    """`chosen` carries a movement. A row of steps where there is room, one list where there is not (`folded`)."""

    chosen = Signal(str)
    folded = Signal(bool)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.setProperty("ground", "surface")
        self.setAccessibleName(say("visit.steps"))
        box = QVBoxLayout(self)
        box.setContentsMargins(XXL, S, XXL, S)
        box.setSpacing(XS)
        line = QHBoxLayout()
        line.setSpacing(L)
        box.addLayout(line)
        self._row = Row(gap=XS)
        self._buttons: dict[Movement, Button] = {}
        for movement in MOVEMENTS:
            button = Button(say(f"visit.step.{movement}"), kind="nav")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, movement=movement: self.chosen.emit(movement))
            self._buttons[movement] = button
            self._row.add(button)
        self._list = Select()
        self._list.setAccessibleName(say("visit.steps"))
        self._list.chosen.connect(self.chosen)
        self._saved = Small()
        line.addWidget(self._row, 1)
        line.addWidget(self._list, 0)
        line.addWidget(self._saved, 0, Qt.AlignmentFlag.AlignVCenter)
        self._list.hide()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_at(self, movement: Movement, open_: tuple[Movement, ...]) -> None:
        """Where the worker is, and where they can go."""
        for name, button in self._buttons.items():
            button.setEnabled(name in open_)
            button.setChecked(name == movement)
        self._list.set_options(tuple((name, self._say(f"visit.step.{name}")) for name in open_))
        self._list.set_value(movement)

    def show_saved(self, words: str) -> None:
        """That the laptop holds everything, and since when."""
        self._saved.setText(words)

    def is_folded(self) -> bool:
        """Whether there is only room for the list."""
        return not self._list.isHidden()

    def button(self, movement: Movement) -> Button:
        """The step of a movement."""
        return self._buttons[movement]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = sum(button.sizeHint().width() + XS for button in self._buttons.values())
        narrow = needed > self.width() - 2 * XXL - L - self._saved.sizeHint().width()
        self._row.setVisible(not narrow)
        self._list.setVisible(narrow)
        self.folded.emit(narrow)
