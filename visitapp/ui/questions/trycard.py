"""The card on which a question is tried on past cases."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.rowlist import RowList
from visitapp.ui.kit.rowof import RowOf
from visitapp.ui.kit.text import Para
from visitapp.words import Say


class TryCard(Card):
    """`try_wanted`, `stop_wanted`; `visit_opened` (stream, contact) from what it found.

    `ended` when what it came to stands there and the person is still at it.
    """

    try_wanted = Signal()
    stop_wanted = Signal()
    ended = Signal()
    visit_opened = Signal(str, str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("trying.title"), say("trying.hint"), parent)
        self.button, self.stop = Button(say("trying.start"), "clock"), Button(say("trying.stop"), "cross")
        self.button.clicked.connect(self.try_wanted)
        self.stop.clicked.connect(self.stop_wanted)
        self.words = Para("")
        self.rows = RowList(say("trying.title"), say("today.more"), 10)
        self.rows.opened.connect(lambda key: self.visit_opened.emit(*key.split("/")))
        self.add(Row(self.button, self.stop))
        self.add(self.words)
        self.add(self.rows)
        self.stop.hide()
        self.words.hide()

    def show_trying(self, words: str, rows: tuple[RowOf, ...], *, busy: bool) -> None:
        """How far it is, or what it came to. The end is read out."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.rows.show_rows(rows)
        shown, gone = (self.stop, self.button) if busy else (self.button, self.stop)
        had_focus = gone.hasFocus() or shown.hasFocus()
        shown.show()
        if had_focus:
            shown.setFocus()  # before the other goes: else Qt takes the focus, and the page with it, to another field
        gone.hide()
        if not busy:
            announce(self, words)
            if had_focus:
                self.ended.emit()
