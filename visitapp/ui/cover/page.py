"""A plain appointments page with nobody's data on it, to stand over everything at one key.

Coming back needs the passphrase; the field shows only when it is asked for, by F9, Return or the button.
"""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from visitapp.ui.kit.card import Card, Facts
from visitapp.ui.kit.fields import PassphraseField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.text import Hint, Title
from visitapp.ui.theme.tokens import XL, XXL, M
from visitapp.words import Say, said_date


class CoverPage(QWidget):
    """`passphrase_given` carries what was typed; then the page is busy until `show_error` or until it is left."""

    passphrase_given = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("cover.title"))
        box = QVBoxLayout(self)
        box.setContentsMargins(XXL, XL, XXL, XXL)
        box.setSpacing(M)
        box.addWidget(Title(say("cover.title")))
        self._day = Hint()
        box.addWidget(self._day)
        times = say("cover.times").split()
        card = Card()
        card.add(Facts([(at, say(f"cover.entry.{place}")) for place, at in enumerate(times, 1)]))
        across = QHBoxLayout()
        across.addWidget(card, 3)
        across.addStretch(1)
        box.addLayout(across)
        self.field = PassphraseField(say("unlock.passphrase"), say("unlock.show"))
        self.button = Button(say("cover.sign_in"))
        box.addWidget(self.field)
        box.addWidget(Row(self.button))
        box.addStretch(1)
        self.button.clicked.connect(self._pressed)
        self.field.entered.connect(self._give)
        self.field.hide()

    def put_up(self, today: date) -> None:
        """Look like a plain page of appointments again."""
        self._day.setText(said_date(today))
        self.field.clear()
        self.field.show_error("")
        self.field.hide()
        self.show_busy(False)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self) -> None:
        """Show the field for the passphrase."""
        self.field.show()
        self.field.line.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pressed(self) -> None:
        if self.field.isHidden():
            self.ask()
        else:
            self._give()

    def _give(self) -> None:
        if self.button.isEnabled() and self.field.value():
            self.show_busy(True)
            self.passphrase_given.emit(self.field.value())

    def show_busy(self, busy: bool) -> None:
        """While the passphrase is looked at."""
        self.button.setEnabled(not busy)
        self.field.line.control.setReadOnly(busy)

    def show_error(self, words: str) -> None:
        """That was not right. The words for the person stay plain: whoever stands by reads nothing of notes."""
        self.show_busy(False)
        self.field.show_error(words)
        self.field.line.control.selectAll()
        self.field.line.control.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ask()
            return
        super().keyPressEvent(event)
