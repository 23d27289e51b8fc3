"""Saving and syncing in true words: what is where, what waits, each receipt, and what was set aside."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Banner, Card, Facts
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.table import Table
from visitapp.ui.kit.text import Hint, Label, Para, Small
from visitapp.ui.status.words import StatusWords
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import XS, scaled
from visitapp.words import Say

_COLUMNS = ("signed", "what", "family", "confirmed", "number")
_ROW, _MOST = 46, 8


class StatusPage(LivePage):
    """`sync_wanted`, `csv_wanted`: the whole receipt log is asked for (answer: `copy_csv`)."""

    sync_wanted = Signal()
    csv_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("status.title"), say("status.hint"), wide=True, parent=parent)
        self._say = say
        self._shown: StatusWords | None = None
        self.sync = PrimaryButton(say("shell.sync"), "sync")
        self.sync.clicked.connect(self.sync_wanted)
        self.add_action(self.sync)
        self._build_state()
        self._build_receipts()
        self.aside = Part(XS)
        self._aside_card = Card(say("status.set_aside"), say("status.set_aside.hint"))
        self._aside_card.add(self.aside)
        self._aside_card.hide()
        self.add(self._aside_card)
        self.start_at = self.sync

    def _build_state(self) -> None:
        self.trouble, self.alarm = Banner("warn", ""), Banner("danger", "")
        card = Card(self._say("status.state"))
        self.facts = Facts()
        self.notes = Part()
        for widget in (self.trouble, self.alarm):
            widget.hide()
            self.add(widget)
        card.add(self.facts)
        card.add(self.notes)
        self.add(card)

    def _build_receipts(self) -> None:
        say = self._say
        card = Card(say("status.receipts"), say("status.receipts.hint"))
        self.table = Table(say("status.receipts"), [say(f"status.column.{name}") for name in _COLUMNS], stretch=2)
        self.none = Hint(say("status.receipts.none"))
        self.copy = Button(say("status.copy"), "copy")
        self.copy.clicked.connect(self.csv_wanted)
        self.copied = Hint(say("status.copied"))
        self.copied.hide()
        card.add(self.table)
        card.add(self.none)
        card.add(Row(self.copy))
        card.add(self.copied)
        self.add(card)

    def show_state(self, found: StatusWords) -> None:
        """How it stands now."""
        self.show_failure("")
        if found == self._shown:
            return
        self._shown = found
        self.trouble.show_words("" if found.alarm else found.trouble)
        self.alarm.show_words(found.trouble if found.alarm else "")
        self.facts.show_facts(found.facts)
        self.notes.empty()
        for sentence in found.notes:
            self.notes.add(Para(sentence))
        self.notes.setVisible(bool(found.notes))
        self.table.show_rows(found.receipts)
        self.table.setMinimumHeight(scaled(_ROW * min(_MOST, len(found.receipts) + 1), percent_of(self)))
        for widget, on in ((self.table, bool(found.receipts)), (self.none, not found.receipts)):
            widget.setVisible(on)
        self.copy.setVisible(bool(found.receipts))
        self._show_aside(found)
        self.focus_when_shown()

    def _show_aside(self, found: StatusWords) -> None:
        self.aside.empty()
        for came, why in found.set_aside:
            self.aside.add(Label(why))
            self.aside.add(Small(came))
        self._aside_card.setVisible(bool(found.set_aside))

    def copy_csv(self, csv: str) -> None:
        """Put the receipt log on the clipboard, and say so."""
        QGuiApplication.clipboard().setText(csv)
        self.copied.show()

    def commands(self) -> Sequence[Command]:
        found = [Command(self._say("shell.sync"), self.sync_wanted.emit)]
        if self.copy.isVisibleTo(self):
            found.append(Command(self._say("status.copy"), self.csv_wanted.emit))
        return found
