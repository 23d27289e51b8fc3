"""The marks of this visit, one row each; from here a mark is opened, or added from the list of places."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.ui.bodymap.parts import PartsPanel
from visitapp.ui.bodymap.sheet import MarkLine
from visitapp.ui.kit.card import Banner, clear
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.rows import RowButton
from visitapp.ui.kit.text import Heading, Hint, Rule
from visitapp.ui.theme.tokens import M, S
from visitapp.words import Say, Text


class MarkList(QWidget):
    """The marks in order, below them the parts looked at. `opened` carries a mark's id."""

    opened = Signal(str)
    list_wanted = Signal()
    put_back = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.rows: dict[str, RowButton] = {}
        self.none = Hint(say("bodymap.none"))
        self.undo = Banner("info", "", button=say("bodymap.put_back"))
        self.undo.hide()
        self.undo.pressed.connect(self.put_back)
        self.add = Button(say("bodymap.add_from_list"), "list")
        self.add.clicked.connect(lambda: self.list_wanted.emit())
        self._lines = QVBoxLayout()
        self._lines.setSpacing(S)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(M)
        box.addWidget(Heading(say("bodymap.marks")))
        box.addWidget(self.none)
        box.addWidget(self.undo)
        box.addLayout(self._lines)
        box.addWidget(self.add)
        box.addWidget(Rule())
        self.parts = PartsPanel(say, self)
        box.addWidget(self.parts)
        box.addStretch(1)
        self.setFocusProxy(self.add)

    def show_marks(self, lines: Sequence[MarkLine], removed: Text | None) -> None:
        """These marks; `removed`: the one that was taken away last and can be put back."""
        self.none.setVisible(not lines)
        if [line.mark for line in lines] != list(self.rows):
            clear(self._lines)
            self.rows = {}
            for line in lines:
                row = RowButton("")
                row.clicked.connect(lambda _on=False, mark=line.mark: self.opened.emit(mark))
                self.rows[line.mark] = row
                self._lines.addWidget(row)
        for line in lines:
            self.rows[line.mark].show_row(self._say(line.heading), [self._say(one) for one in line.lines])
        words = self._say("bodymap.removed", mark=removed) if removed else ""
        if words != (self.undo.words.text() if self.undo.isVisibleTo(self) else ""):
            self.undo.show_words(words)
            self.undo.setVisible(bool(words))
