"""Choosing a case file with the system's own dialog, and what is wrong with one, line by line."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from visitapp.ui.kit.card import Banner, Card
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.text import Para
from visitapp.ui.theme.tokens import L, M
from visitapp.words import Say


def ask_for_case_file(say: Say, over: QWidget) -> Path | None:
    """The file that the person chooses; None for none."""
    found, _ = QFileDialog.getOpenFileName(over, say("bring.choose"), "", f"{say('bring.kind')} (*.yaml *.yml *.json)")
    return Path(found) if found else None


class FileProblems(Part):
    """Hidden while nothing is wrong. A banner that says that nothing was taken, and every problem below it."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(L, parent)
        self._say = say
        self._words: tuple[str, ...] = ()
        self.refused = Banner("danger", say("bring.nothing_taken"), heading=say("bring.refused"))
        self._lines = Part(M)
        self.copy = Button(say("bring.copy"), "copy")
        self.copy.clicked.connect(self._copy)
        card = Card(say("bring.problems"))
        card.add(self._lines)
        card.add(self.copy)
        self.add(self.refused)
        self.add(card)
        self.hide()

    def show_problems(self, problems: tuple[str, ...]) -> None:
        """Everything that is wrong with the file; nothing clears it."""
        self._words = problems
        self._lines.empty()
        for words in problems:
            self._lines.add(Para(words, selectable=True))
        self.copy.setText(self._say("bring.copy"))
        self.setVisible(bool(problems))
        if problems:
            self.refused.show_words(self._say("bring.nothing_taken"), self._say("bring.refused"))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._words))
        self.copy.setText(self._say("bring.copied"))
