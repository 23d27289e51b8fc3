"""Bringing in a whole case history from a case file: wholly, or not at all and with every reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.press import PrimaryButton
from visitapp.ui.kit.problems import FileProblems
from visitapp.ui.kit.text import Hint, Para
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
        self.problems = FileProblems(say)
        self.add(self.problems)

    def show_busy(self, file: str) -> None:
        """While a file is read; "" when that is over."""
        self.button.setEnabled(not file)
        self.reading.setVisible(bool(file))
        self.reading.setText(self._say("bring.reading", file=file) if file else "")
        if file:
            announce(self, self.reading.text())

    def show_problems(self, problems: tuple[str, ...]) -> None:
        """Everything that is wrong with the file; nothing clears it."""
        self.problems.show_problems(problems)
        if problems:
            self.button.setFocus()

    def show_brought(self, stream: str) -> None:
        """It is there."""
        self.brought.emit(stream)
