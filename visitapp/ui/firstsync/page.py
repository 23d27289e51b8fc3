"""The first sync: what is here, what is still on its way, and the way on to work meanwhile."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from visitapp.ui.firstsync.words import FirstSyncWords
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Banner, Card
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.rowlist import RowList
from visitapp.ui.kit.rowof import RowOf
from visitapp.ui.kit.text import Heading, Hint, Para
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import scaled
from visitapp.words import Say

_BAR = 20


class FirstSyncPage(LivePage):
    """`left`: the person goes on. `case_opened` (stream), `family_wanted`: begin with a family by hand."""

    left = Signal()
    case_opened = Signal(str)
    family_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("firstsync.title"), say("firstsync.hint"), parent=parent)
        self._say = say
        self._shown: FirstSyncWords | None = None
        self.trouble, self.done = Banner("warn", ""), Banner("ok", "")
        card = Card()
        self.sentence, self.detail, self.state = Heading(""), Para(""), Hint("")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(say("firstsync.bar"))
        for widget in (self.sentence, self.bar, self.detail, self.state):
            card.add(widget)
        self._card = card
        for part in (self.trouble, self.done, card):
            self.add(part)
        for part in (self.trouble, self.done):
            part.hide()
        self.families = RowList(say("firstsync.here"), say("today.more"), 8)
        self.families.opened.connect(self.case_opened)
        self._here = Card(say("firstsync.here"), say("firstsync.here.hint"))
        self._here.add(self.families)
        self._here.hide()
        self.add(self._here)
        self.go_on = PrimaryButton(say("firstsync.go_on"), "forward")
        self.go_on.clicked.connect(self.left)
        self.family = Button(say("cases.begin"), "plus")
        self.family.clicked.connect(self.family_wanted)
        self.set_foot(self.go_on, self.family)
        self.start_at = self.go_on

    def show_words(self, found: FirstSyncWords, rows: Sequence[RowOf]) -> None:
        """How it stands now. Read out when another family is here, not with every entry."""
        self.families.show_rows(rows)
        self._here.setVisible(bool(rows))
        before, self._shown = self._shown, found
        if found == before:
            return
        self.sentence.setText(found.sentence)
        self.detail.setText(found.detail)
        self.state.setText(found.state)
        self.bar.setRange(0, max(1, found.of))
        self.bar.setValue(found.part)
        self.bar.setFixedHeight(scaled(_BAR, percent_of(self)))
        for widget, on in ((self.bar, bool(found.of)), (self.detail, bool(found.detail)), (self.state, True)):
            widget.setVisible(on)
        if before is None or before.trouble != found.trouble:
            self.trouble.show_words(found.trouble)
        if found.through:
            self._card.hide()
            self.done.show_words(found.sentence)
            self.go_on.setText(self._say("firstsync.to_today"))
        elif before is not None and before.part != found.part:
            announce(self, found.sentence)
