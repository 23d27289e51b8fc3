"""The team lead's inbox: what needs them today, what waits for them, what came in, and dates. No figures."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.inbox.rows import PARTS, InboxRows
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.rowlist import RowList
from visitapp.ui.kit.text import Para
from visitapp.words import Say

_MOST = {"came_in": 30}


class InboxPage(LivePage):
    """Signals: `visit_opened` (stream, contact), `case_opened` (stream), `people_wanted`."""

    visit_opened = Signal(str, str)
    case_opened = Signal(str)
    people_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("inbox.title"), say("inbox.hint"), parent=parent)
        self._say = say
        self.lists: dict[str, RowList] = {}
        self.nothing: dict[str, Para] = {}
        for part in PARTS:
            card = self._part(part)
            if part == "dates":
                self.add_beside(card)
            else:
                self.add(card)
        self.people = Button(say("inbox.people"), "people")
        self.people.clicked.connect(self.people_wanted)
        team = Card(say("inbox.team"), say("inbox.team.hint"))
        team.add(self.people)
        self.add_beside(team)
        # Until the rows are there: else the one button that is would keep the focus.
        self.start_at = self.pane

    def _part(self, part: str) -> Card:
        card = Card(self._say(f"inbox.{part}"), self._say(f"inbox.{part}.hint"))
        list_ = RowList(self._say(f"inbox.{part}"), self._say("today.more"), _MOST.get(part, 20))
        list_.opened.connect(self._open)
        list_.hide()
        nothing = Para(self._say(f"inbox.{part}.nothing"))
        nothing.hide()
        card.add(list_)
        card.add(nothing)
        self.lists[part], self.nothing[part] = list_, nothing
        return card

    def _open(self, key: str) -> None:
        stream, contact = key.split("/")[:2]
        if contact:
            self.visit_opened.emit(stream, contact)
        else:
            self.case_opened.emit(stream)

    def show_rows(self, found: InboxRows) -> None:
        """All four parts; where there is nothing, that is said."""
        self.show_failure("")
        for part in PARTS:
            rows = getattr(found, part)
            self.lists[part].show_rows(rows)
            self.lists[part].setVisible(bool(rows))
            self.nothing[part].setVisible(not rows)
        first = next((self.lists[part].buttons() for part in PARTS if self.lists[part].buttons()), [])
        self.start_at = first[0] if first else None
        self.focus_when_shown()

    def commands(self) -> Sequence[Command]:
        return [Command(self._say("inbox.people"), self.people_wanted.emit)]
