"""The list of questions: found by a few letters, opened with Return; what waits for a lead's answer stands on top."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Banner, Card
from visitapp.ui.kit.cardlist import CardList
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.table import Table
from visitapp.ui.kit.text import Hint, Para
from visitapp.ui.questions.words import ListWords
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import scaled
from visitapp.words import Say

_WAYS = (("add", "plus"), ("thresholds", "settings"), ("history", "history"))
_COLUMNS = ("when", "who", "why", "what", "holds")
_ROW, _MOST = 60, 12


class ChecklistPage(LivePage):
    """`question_opened` (its id), and what that leads to; `find_edited`; `add_wanted` and the like from the buttons."""

    question_opened = Signal(str)
    own_opened = Signal(str)
    product_opened = Signal(str)
    find_edited = Signal(str)
    add_wanted = Signal()
    thresholds_wanted = Signal()
    history_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("checklist.title"), say("checklist.hint"), wide=True, parent=parent)
        self._say = say
        self.ways = {name: Button(say(f"checklist.{name}"), icon) for name, icon in _WAYS}
        for name, button in self.ways.items():
            button.clicked.connect(getattr(self, f"{name}_wanted"))
            self.add_action(button)
        self.apart = Banner("warn", "", say("checklist.history"))
        self.apart.pressed.connect(self.history_wanted)
        self.apart.hide()
        self.left = Banner("info", "", heading=say("checklist.left.heading"))
        self._left_lines = Part()
        self.left.add(self._left_lines)
        self.left.hide()
        self.looking = LineField(say("checklist.find"), characters=40)
        self.looking.edited.connect(self.find_edited)
        self.count = Hint("")
        self.cards = CardList(say("checklist.title"))
        self.cards.opened.connect(self.question_opened)
        for widget in (self.apart, self.left, self.looking, self.count):
            self.add(widget)
        self.box.addWidget(self.cards, 1)
        self.start_at = self.looking.control

    def show_list(self, found: ListWords, *, typed: bool) -> None:
        """The questions; `typed`: they were looked for."""
        self.show_failure("")
        if self.apart.words.text() != found.apart or (found.apart and self.apart.isHidden()):
            self.apart.show_words(found.apart)
        self._left_lines.empty()
        for line in found.left:
            self._left_lines.add(Para(line))
        self.left.words.hide()
        self.left.setVisible(bool(found.left))
        self.count.setText(found.count)
        self.cards.show_rows(found.cards)
        if typed:
            announce(self.cards, found.count)
        else:
            self.focus_when_shown()

    def commands(self) -> Sequence[Command]:
        return [Command(self._say(f"checklist.{name}"), button.click) for name, button in self.ways.items()]


class HistoryPage(LivePage):
    """Every signed version, the newest first. `answer_wanted`: the reason of a version that answers for those apart."""

    answer_wanted = Signal(str)
    signed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("checklist.history"), say("checklist.history.hint"), wide=True, parent=parent)
        self._say = say
        self.table = Table(say("checklist.history"), [say(f"checklist.column.{name}") for name in _COLUMNS], stretch=2)
        self.none = Hint(say("checklist.history.none"))
        self.apart = Card(say("checklist.answer"), say("checklist.answer.hint"))
        self.reason = LineField(say("checklist.reason"), say("checklist.reason.hint"))
        self.sign = Button(say("checklist.answer.sign"), "pen")
        self.sign.clicked.connect(lambda: self.answer_wanted.emit(self.reason.value()))
        for widget in (self.reason, self.sign):
            self.apart.add(widget)
        for part in (self.apart, self.table, self.none):
            part.hide()
            self.add(part)

    def show_history(self, rows: Sequence[Sequence[str]], *, apart: bool) -> None:
        """The versions; `apart`: two stand, and one that answers for both is wanted."""
        self.show_failure("")
        self.apart.setVisible(apart)
        self.table.show_rows(rows)
        self.table.setMinimumHeight(scaled(_ROW * min(_MOST, len(rows) + 1), percent_of(self)))
        self.table.setVisible(bool(rows))
        self.none.setVisible(not rows)
        self.focus_when_shown()
