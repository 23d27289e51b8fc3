"""Today: what is unfinished, to be signed with a colleague, asked, to be seen by when, not in the case system yet."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Banner, Card
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.rowlist import RowList
from visitapp.ui.kit.rowof import RowOf
from visitapp.ui.kit.text import Hint, Para
from visitapp.ui.theme.tokens import M
from visitapp.ui.today.rows import TodayRows
from visitapp.words import Say

_PARTS = ("unfinished", "to_sign", "asked", "due", "families", "not_copied")
_MOST = {"families": 8, "not_copied": 5}
_BEGIN = ("visit", "quick_note", "no_reply")


class TodayPage(LivePage):
    """Signals: `draft_opened` (its id, its kind), `visit_opened` and `copy_opened` (stream, contact), `case_opened`
    (stream), `begin_wanted` (stream, kind of draft) from the palette, `family_wanted`, `file_wanted`,
    `first_sync_wanted`.
    """

    draft_opened = Signal(str, str)
    visit_opened = Signal(str, str)
    copy_opened = Signal(str, str)
    case_opened = Signal(str)
    begin_wanted = Signal(str, str)
    family_wanted = Signal()
    file_wanted = Signal()
    first_sync_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("today.title"), parent=parent)
        self._say = say
        self._families: tuple[RowOf, ...] = ()
        self._coming = ""
        self.lists: dict[str, RowList] = {}
        self._cards: dict[str, Card] = {}
        self.coming = Banner("info", "", say("firstsync.see"))
        self.coming.pressed.connect(self.first_sync_wanted)
        self.coming.hide()
        self.add(self.coming)
        self.none = self._empty()
        self.add(self.none)
        self._nothing = Card(say("today.nothing"))
        self._nothing.add(Para(say("today.nothing.words")))
        self._nothing.hide()
        for part in _PARTS:
            card = Card(say(f"today.{part}"), say(f"today.{part}.hint"))
            list_ = RowList(say(f"today.{part}"), say("today.more"), _MOST.get(part, 20))
            card.add(list_)
            card.hide()
            self.lists[part], self._cards[part] = list_, card
            if part in ("not_copied", "families"):
                self.add_beside(card)
            else:
                self.add(card)
        self.add(self._nothing)
        self._connect()

    def _connect(self) -> None:
        self.lists["unfinished"].opened.connect(lambda key: self.draft_opened.emit(*key.split("/")))
        for part in ("asked", "to_sign"):
            self.lists[part].opened.connect(lambda key: self.visit_opened.emit(*key.split("/")))
        self.lists["due"].opened.connect(lambda key: self.case_opened.emit(key.split("/")[0]))
        self.lists["not_copied"].opened.connect(lambda key: self.copy_opened.emit(*key.split("/")))
        self.lists["families"].opened.connect(self.case_opened)

    def _empty(self) -> Card:
        card = Card(self._say("cases.none"))
        card.add(Para(self._say("cases.none.words")))
        begin, bring = PrimaryButton(self._say("cases.begin"), "plus"), Button(self._say("cases.bring"), "import")
        begin.clicked.connect(self.family_wanted)
        bring.clicked.connect(self.file_wanted)
        card.add(Row(begin, bring, gap=M))
        card.add(Hint(self._say("cases.none.sync")))
        card.hide()
        return card

    def show_day(self, words: str) -> None:
        """Which day it is, below the title."""
        self.set_title(self._say("today.title"), words)

    def show_rows(self, found: TodayRows) -> None:
        """What the day brings. Parts without anything are not shown; nothing at all is said in words."""
        self.show_failure("")
        self._families = found.families
        for part in _PARTS:
            rows = getattr(found, part)
            self.lists[part].show_rows(rows)
            self._cards[part].setVisible(bool(rows))
        self._aside.setVisible(bool(found.families or found.not_copied))
        self.none.setVisible(not found.families and not found.coming)
        if found.coming != self._coming:
            self._coming = found.coming
            self.coming.show_words(found.coming)
        quiet = not (found.unfinished or found.to_sign or found.asked or found.due)
        self._nothing.setVisible(bool(found.families) and quiet and not found.coming)
        first = next((self.lists[part].buttons() for part in _PARTS if self.lists[part].buttons()), [])
        self.start_at = first[0] if first else None
        self.focus_when_shown()

    def commands(self) -> Sequence[Command]:
        found: list[Command] = []
        for row in self._families:
            for kind in _BEGIN:
                words = self._say(f"today.begin.{kind}", title=row.heading)
                found.append(Command(words, partial(self.begin_wanted.emit, row.key, kind)))
        if self._coming:
            found.append(Command(self._say("firstsync.see"), self.first_sync_wanted.emit))
        found += [Command(self._say("cases.begin"), self.family_wanted.emit)]
        found += [Command(self._say("cases.bring"), self.file_wanted.emit)]
        return found
