"""Says that a draft was recovered, from when and what its last words are; to keep it, or to throw it away."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.domain.draft import Draft
from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.press import Button, QuietButton
from visitapp.words import Say

_MOST = 90


class Recovered(Banner):
    """`thrown_away` comes only after it was asked twice. Hidden until something was recovered."""

    thrown_away = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__("info", "", parent=parent)
        self._say = say
        self._sure = False
        self.keep = Button(say("visit.recovered.keep"), "tick")
        self.away = QuietButton(say("visit.recovered.away"), "bin")
        self.keep.clicked.connect(self.hide)
        self.away.clicked.connect(self._away)
        self.add(Row(self.keep, self.away))
        self.hide()

    def show_recovered(self, draft: Draft, saved: str) -> None:
        """Say so, with the time from which it is and the last words in it."""
        written = (draft.note or draft.in_home)[-1:]
        words = self._say("visit.recovered.words")
        if written:
            last = written[0].text
            last = last if len(last) <= _MOST else "… " + last[-_MOST:]
            words += " " + self._say("visit.recovered.last", words=last)
        self.show_words(words, self._say("visit.recovered", at=saved[11:16] or saved))

    def _away(self) -> None:
        if not self._sure:
            self._sure = True
            self.away.setText(self._say("visit.recovered.sure"))
            return
        self.thrown_away.emit()
