"""The families on this laptop: found by a few letters, opened with Return."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from visitapp.actions.cases import CaseLine
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.cardlist import CardList, CardRow
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.text import Hint, Para
from visitapp.ui.theme.tokens import M
from visitapp.words import Names, Say


def card(say: Say, line: CaseLine) -> CardRow:
    """A family as a card."""
    children = say("cases.children", children=Names(line.children)) if line.children else say("cases.no_children")
    last = say("cases.last_contact", day=line.last_contact) if line.last_contact else say("cases.no_contact")
    last = say("firstsync.half_here.line") if line.half_here else last
    tags = [(say("firstsync.half_here"), "warn")] if line.half_here else []
    if line.drafts:
        tags.append((say("cases.drafts", n=line.drafts), "info"))
    if line.open_questions:
        tags.append((say("cases.open_questions", n=line.open_questions), "question"))
    number = say("cases.number", number=line.reference) if line.reference else ""
    return CardRow(line.stream, line.title, children, " · ".join(part for part in (number, last) if part), tuple(tags))


class CasesPage(LivePage):
    """`case_opened` (stream), `family_wanted`, `file_wanted`; `find_edited` with every letter, `find_entered`."""

    case_opened = Signal(str)
    family_wanted = Signal()
    file_wanted = Signal()
    find_edited = Signal(str)
    find_entered = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("cases.title"), wide=True, parent=parent)
        self._say = say
        for words, icon, signal in (
            ("cases.begin", "plus", self.family_wanted),
            ("cases.bring", "import", self.file_wanted),
        ):
            button = Button(say(words), icon)
            button.clicked.connect(signal)
            self.add_action(button)
        self.looking = LineField(say("cases.find"), say("cases.find.hint"), characters=40)
        self.looking.edited.connect(self.find_edited)
        self.looking.entered.connect(self.find_entered)
        self.looking.control.installEventFilter(self)
        self.cards = CardList(say("cases.title"))
        self.cards.opened.connect(self.case_opened)
        self.no_match = Hint(say("cases.no_match"))
        self.none = self._empty()
        for widget in (self.looking, self.no_match, self.none):
            self.add(widget)
            widget.hide()
        self.box.addWidget(self.cards, 1)
        self.start_at = self.looking.control

    def _empty(self) -> Card:
        card_ = Card(self._say("cases.none"))
        card_.add(Para(self._say("cases.none.words")))
        begin, bring = PrimaryButton(self._say("cases.begin"), "plus"), Button(self._say("cases.bring"), "import")
        begin.clicked.connect(self.family_wanted)
        bring.clicked.connect(self.file_wanted)
        card_.add(Row(begin, bring, gap=M))
        card_.add(Hint(self._say("cases.none.sync")))
        return card_

    def show_cases(self, lines: tuple[CaseLine, ...], *, typed: bool) -> None:
        """These families; `typed`: they were looked for."""
        empty = not lines and not typed
        self.looking.setVisible(not empty)
        self.none.setVisible(empty)
        self._actions.setVisible(not empty)
        self.no_match.setVisible(not lines and typed)
        self.cards.setVisible(bool(lines))
        self.cards.show_rows([card(self._say, line) for line in lines])
        if typed:
            announce(self.cards, self._say("cases.found", n=len(lines)))
        else:
            self.focus_when_shown()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.cards.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        return super().eventFilter(watched, event)

    def commands(self) -> Sequence[Command]:
        return (
            Command(self._say("cases.begin"), self.family_wanted.emit),
            Command(self._say("cases.bring"), self.file_wanted.emit),
        )
