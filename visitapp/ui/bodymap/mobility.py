"""Asked at once when a mark is entered and nobody recorded it: how does the child get about by itself?"""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.ui.bodymap.wording import NONE_YET, ROLLS, WAYS_ABOUT
from visitapp.ui.kit.choice import Choice
from visitapp.words import Say

NOT_KNOWN = "not_known"


class Mobility(QWidget):
    """One tap: the furthest. `chosen` carries a way, `NONE_YET`, `NOT_KNOWN` where it is offered, or "" taken back."""

    chosen = Signal(str)

    def __init__(self, say: Say, called: str, *, not_known: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        options = [(NONE_YET, say("visit.mobility.none_yet"))]
        options += [(way, say(f"code.milestone.{way}")) for way in (ROLLS, *WAYS_ABOUT)]
        options += [(NOT_KNOWN, say("visit.mobility.not_known"))] if not_known else []
        self.answer = Choice(say("visit.mobility", child=called), options, say("visit.mobility.hint"))
        self._say = say
        self.answer.chosen.connect(self.chosen)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.answer)
        self.setFocusProxy(self.answer)

    def show_child(self, called: str, how: str) -> None:
        """Of which child it is asked, and what was said so far."""
        words = self._say("visit.mobility", child=called)
        self.answer.label.setText(words)
        self.answer.setAccessibleName(words)
        for button in self.answer.buttons():
            button.setAccessibleDescription(words)
        self.answer.set_value(how)
