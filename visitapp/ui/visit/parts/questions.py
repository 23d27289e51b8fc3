"""The questions, one card a matter. A card that is being answered stays where it is, whatever else comes or goes."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.domain.draft import Draft
from visitapp.domain.organisation import PhoneCard
from visitapp.questions.choosing import Card
from visitapp.ui.kit.given import Given
from visitapp.ui.kit.press import QuietButton
from visitapp.ui.kit.question import QuestionCard
from visitapp.ui.kit.text import Hint
from visitapp.ui.theme.tokens import M
from visitapp.ui.visit import answers
from visitapp.ui.visit.answers import asked, of_the_view
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.mobility import MILESTONES, Mobility
from visitapp.words import Say

FIELDS = frozenset(
    {
        "child.alone", "child.awake", "child.covered", "child.interpreter", "child.row", "child.said_to_be",
        "child.seen", "child.words", "household", "mark.account", "mark.hours_to_help", "mark.kind", "mark.region",
        "rooms.bedroom", "visit.not_done",
    }
)  # fmt: skip
"""The fields of the write-up that answer a question by being filled."""


class Questions(QWidget):
    """`changed` carries a Change, `field_wanted` the field that answers a card and its children, `origin_wanted` the
    card of which one asks where it comes from.

    `only_today`: act-today cards alone; the others wait for the write-up. `called`: a child's name on these pages.
    """

    changed = Signal(object)
    field_wanted = Signal(str, tuple)
    origin_wanted = Signal(object)

    def __init__(
        self,
        say: Say,
        numbers: PhoneCard | None,
        called: Callable[[str], str],
        none_due: str = "",
        *,
        only_today: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._called = called
        self._ways = not only_today
        self._say, self._numbers, self._only_today = say, numbers, only_today
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(M)
        self._none = Hint(none_due)
        self._box.addWidget(self._none)
        self._none_due = none_due
        self._cards: dict[str, Card] = {}
        self._shown: dict[str, QuestionCard] = {}

    def show_cards(self, cards: tuple[Card, ...], draft: Draft) -> None:
        """Show these, in this order."""
        wanted = [card for card in cards if card.today or not (self._only_today or of_the_view(card))]
        for key in set(self._shown) - {card.key for card in wanted}:
            self._drop(key)
        for place, card in enumerate(wanted):
            if says_otherwise(self._cards.get(card.key), card):
                self._drop(card.key)
            if card.key not in self._shown:
                self._make(card, draft)
            self._cards[card.key] = card
            widget = self._shown[card.key]
            if self._box.indexOf(widget) != place + 1:
                self._box.insertWidget(place + 1, widget)
        self._none.setVisible(not wanted and bool(self._none_due))
        self.setVisible(bool(wanted) or bool(self._none_due))

    def _make(self, card: Card, draft: Draft) -> None:
        widget = QuestionCard(
            self._say,
            card.key,
            self._say(asked(card)),
            [self._say(why) for why in card.why],
            act_today=card.today,
            numbers=self._numbers,
            more=[self._say(more) for more in card.more],
            aloud=self._say(card.say) if card.say is not None else "",
            folded=not card.today,
        )
        self._add_ways_to_fill(widget, card)
        widget.set_given(answers.given(draft, card))
        widget.answered.connect(self._answered)
        widget.origin_wanted.connect(lambda: self.origin_wanted.emit(self._cards[card.key]))
        named(widget, f"question:{card.key}")
        self._shown[card.key] = widget
        self._box.addWidget(widget)

    def _add_ways_to_fill(self, widget: QuestionCard, card: Card) -> None:
        """Where a field answers it: the field itself when it is one tap, else the way there."""
        for due in card.dues:
            if due.field == MILESTONES:
                for child in due.children:
                    mobility = Mobility(self._say, child, self._called(child))
                    mobility.changed.connect(self.changed)
                    widget.add(mobility)
        if self._ways and card.field in FIELDS:
            there = QuietButton(self._say("visit.questions.field"), "forward")
            there.setAccessibleName(f"{self._say('visit.questions.field')}: {self._say(card.wording)}")
            there.clicked.connect(lambda: self.field_wanted.emit(card.field, card.children))
            widget.add(there)

    def _drop(self, key: str) -> None:
        widget = self._shown.pop(key, None)
        self._cards.pop(key, None)
        if widget is not None:
            self._box.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _answered(self, key: str, given: Given | None) -> None:
        self.changed.emit(answers.answered(self._cards[key], given))

    def cards(self) -> list[QuestionCard]:
        """The cards on the screen."""
        return list(self._shown.values())


def says_otherwise(known: Card | None, card: Card) -> bool:
    """Whether a card has to be made anew: it says something else now."""
    return known is not None and (known.wording, known.why, known.today) != (card.wording, card.why, card.today)
