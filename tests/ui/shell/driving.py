"""A page with a note, and the keys pressed on the window that shows it."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from visitapp.ui.kit.fields import AreaField
from visitapp.ui.kit.page import Command, Page
from visitapp.ui.shell.window import Shell


class Note(Page):
    """A page with a note, that tells what is asked of it."""

    def __init__(self, title: str = "Hill family") -> None:
        super().__init__(title)
        self.note = AreaField("What you saw and heard")
        self.add(self.note)
        self.saved: list[str] = []
        self.did: list[str] = []
        self.must_save.connect(lambda: self.saved.append(self.note.value()))

    def commands(self) -> list[Command]:
        return [Command("Add a mark", lambda: self.did.append("mark"))]


def key(shell: Shell, key_: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or shell, key_, with_)


CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier


def words_on(shell: Shell) -> str:
    return " ".join(label.text() for label in shell.findChildren(QLabel) if label.isVisible())
