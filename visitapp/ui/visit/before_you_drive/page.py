"""Before you drive away: two minutes. Each child, what was covered, and anything to act on today, with the numbers."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from visitapp.domain.draft import Draft
from visitapp.domain.organisation import PhoneCard
from visitapp.questions.choosing import Card as Question
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.numbers import NumbersCard
from visitapp.ui.kit.press import Button, PrimaryButton, QuietButton
from visitapp.ui.kit.text import Rule
from visitapp.ui.visit.answers import still_open
from visitapp.ui.visit.family import ChildHere, Family
from visitapp.ui.visit.fieldname import first_inside, named
from visitapp.ui.visit.movement import MovementPage
from visitapp.ui.visit.parts.child_row import ChildRow
from visitapp.ui.visit.parts.covered import CoveredPart
from visitapp.ui.visit.parts.questions import Questions, only_today
from visitapp.words import Say


class BeforeYouDrivePage(MovementPage):
    """Shows what must be acted on today as soon as it is known."""

    movement = "before_you_drive"

    def __init__(self, say: Say, family: Family, numbers: PhoneCard | None, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.step.before_you_drive"), say("visit.before.hint"), parent=parent)
        self._say, self._family = say, family
        self._today = 0
        self._cards: tuple[Question, ...] = ()
        self._phone_card = numbers
        self.rows: list[ChildRow] = []
        self._card = Card()
        self.add(self._card)

    def slices(self) -> Sequence[Callable[[], None]]:
        children = [partial(self._add_child, one) for one in self._family.children]
        return (*children, self._add_covered, self._add_act_today, self._add_numbers, self._add_foot)

    def _add_child(self, here: ChildHere) -> None:
        row = ChildRow(self._say, here)
        row.changed.connect(self.changed)
        if self.rows:
            self._card.add(Rule())
        else:
            self.start_at = row.usual
        self.rows.append(row)
        self._card.add(row)

    def _add_covered(self) -> None:
        self.covered = CoveredPart(self._say, self._family.children)
        self.covered.changed.connect(self.changed)
        self.add(self.covered)

    def _add_numbers(self) -> None:
        self.numbers = NumbersCard(self._say, self._phone_card)
        self.add_beside(self.numbers)

    def _add_act_today(self) -> None:
        self.back_in = Button(self._say("visit.before.go_back_in"), "door")
        self.back_in.clicked.connect(lambda: self.go.emit("be_there"))
        self.back_in.hide()
        self.questions = Questions(self._say, self._phone_card, self._family, only=only_today)
        self.questions.changed.connect(self.changed)
        self.questions.origin_wanted.connect(self.origin_wanted)
        self.questions.map_wanted.connect(self.map_wanted)
        self.questions.hide()
        self.add_beside(self.questions)
        self.add_beside(self.back_in)

    def _add_foot(self) -> None:
        on = PrimaryButton(self._say("visit.step.write_up"))
        leave = QuietButton(self._say("visit.leave_write_later"), "pause")
        on.clicked.connect(lambda: self.go.emit("write_up"))
        leave.clicked.connect(self.leave)
        self.today = Button("", "danger", "danger")
        self.today.clicked.connect(self._to_act_today)
        self.today.hide()
        self.set_foot(named(on, "on"), self.today, leave)

    def _to_act_today(self) -> None:
        target = first_inside(self.questions)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.see(target)

    def show_draft(self, draft: Draft) -> None:
        for row in self.rows:
            row.show_draft(draft)
        self.covered.show_draft(draft)
        self._count(draft)

    def show_cards(self, cards: Sequence[Question], draft: Draft) -> None:
        self._cards = tuple(cards)
        self.questions.show_cards(self._cards, draft)
        self._count(draft)

    def _count(self, draft: Draft) -> None:
        """How much is open that must be acted on today."""
        today = sum(card.today for card in still_open(draft, self._cards))
        self.today.setText(self._say("visit.before.act_today", n=today))
        for widget in (self.today, self.back_in):
            widget.setVisible(today > 0)
        self.numbers.setVisible(not self.questions.cards())
        if today > self._today:
            announce(self, self.today.words(), at_once=True)
        self._today = today
