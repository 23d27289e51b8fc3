"""Bringing in a whole case history from a case file: wholly, or not at all and with every reason."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Banner, Card, clear
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.text import Hint, Para
from visitapp.ui.theme.tokens import M
from visitapp.words import Say


class BringPage(LivePage):
    """`file_wanted`: ask for a file. `brought` (stream) once it is there."""

    file_wanted = Signal()
    brought = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("cases.bring"), say("bring.hint"), parent=parent)
        self._say = say
        card = Card()
        card.add(Para(say("bring.words")))
        self.button = PrimaryButton(say("bring.choose"), "import")
        self.button.clicked.connect(self.file_wanted)
        card.add(self.button)
        self.reading = Hint()
        card.add(self.reading)
        self.reading.hide()
        self.add(card)
        self.refused = Banner("danger", say("bring.nothing_taken"), heading=say("bring.refused"))
        self.refused.hide()
        self._problems = Card(say("bring.problems"))
        self._list = QWidget()
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(M)
        self.copy = Button(say("bring.copy"), "copy")
        self.copy.clicked.connect(self._copy)
        self._problems.add(self._list)
        self._problems.add(self.copy)
        self._problems.hide()
        self.add(self.refused)
        self.add(self._problems)
        self._words: tuple[str, ...] = ()

    def show_busy(self, file: str) -> None:
        """While a file is read; "" when that is over."""
        self.button.setEnabled(not file)
        self.reading.setVisible(bool(file))
        self.reading.setText(self._say("bring.reading", file=file) if file else "")
        if file:
            announce(self, self.reading.text())

    def show_problems(self, problems: tuple[str, ...]) -> None:
        """Everything that is wrong with the file; nothing clears it."""
        self._words = problems
        clear(self._lines)
        for words in problems:
            self._lines.addWidget(Para(words, selectable=True))
        self._problems.setVisible(bool(problems))
        self.refused.setVisible(bool(problems))
        if problems:
            self.refused.show_words(self._say("bring.nothing_taken"), self._say("bring.refused"))
            self.button.setFocus()

    def show_brought(self, stream: str) -> None:
        """It is there."""
        self.brought.emit(stream)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._words))
        self.copy.setText(self._say("bring.copied"))
