"""A colleague who was there signs a visit too, or with what they remember differently. Nothing waits for it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Card, Fold
from visitapp.ui.kit.fields import AreaField
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.words import Say

DIFFERS = "differs"


class CoSignCard(Card):
    """`sign_pressed` carries what is remembered differently, "" for nothing; `typed` comes with every change."""

    sign_pressed = Signal(str)
    typed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("co_sign"), say("co_sign.hint"), parent)
        self._say = say
        self.sign = PrimaryButton(say("co_sign.sign"), "pen")
        self.differently = Fold(say("co_sign.differently"))
        self.words = AreaField(say("co_sign.because"), say("co_sign.because.hint"), lines=3)
        self.sign_differing = Button(say("co_sign.sign_differing"), "pen")
        self.differently.add(self.words)
        self.differently.add(self.sign_differing)
        self.add(self.sign)
        self.add(self.differently)
        self.sign.clicked.connect(lambda: self.sign_pressed.emit(""))
        self.sign_differing.clicked.connect(self._sign_differing)
        self.words.edited.connect(self._edited)
        self.setFocusProxy(self.sign)

    def _edited(self, words: str) -> None:
        if words.strip():
            self.words.show_error("")
        # With words in the field the button above would sign without them: one way at a time.
        self.sign.setEnabled(not words.strip())
        self.typed.emit()

    def _sign_differing(self) -> None:
        words = self.words.value().strip()
        if not words:
            self.words.show_error(self._say("co_sign.no_words"))
            self.words.control.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.sign_pressed.emit(words)

    def values(self) -> dict[str, str]:
        """What is typed, to be kept until it is signed."""
        return {DIFFERS: self.words.value()}

    def show_values(self, values: dict[str, str]) -> None:
        """Put back what was kept."""
        words = values.get(DIFFERS, "")
        if words:
            self.words.set_value(words)
            self.sign.setEnabled(False)
            self.differently.set_open(True)
