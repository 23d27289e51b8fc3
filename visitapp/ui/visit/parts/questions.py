"""The questions, one card a matter. A card that is being answered stays where it is, whatever else comes or goes."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

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
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.filling import Filling
from visitapp.words import Say

FIELDS = frozenset(
    {
        "child.alone", "child.awake", "child.covered", "child.interpreter", "child.row", "child.said_to_be",
        "child.seen", "child.sleeps_tonight", "child.words", "household", "mark.account", "mark.hours_to_help",
        "rooms.bedroom", "visit.not_done",
    }
)  # fmt: skip
"""The fields of the write-up that answer a question by being filled."""


class Questions(QWidget):
    """`changed` carries a Change, `field_wanted` the field that answers a card and its children, `origin_wanted` the
    card of which one asks where it comes from.

    `map_wanted` a child and the mark whose place is to be shown. `only`: those cards alone; the others wait for the
    write-up or the next visit.
    """

    changed = Signal(object)
    field_wanted = Signal(str, tuple)
    origin_wanted = Signal(object)
    map_wanted = Signal(str, str)

    def __init__(
        self,
        say: Say,
        numbers: PhoneCard | None,
        family: Family,
        none_due: str = "",
        *,
        only: Callable[[Card], bool] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._family = family
        self._filling = Filling(say, family, self)
        self._filling.changed.connect(self.changed)
        self._filling.given.connect(self._given_in_field)
        self._filling.map_wanted.connect(self.map_wanted)
        self._say, self._numbers, self._only = say, numbers, only
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
        wanted = [card for card in cards if (self._only or _in_full)(card)]
        for key in set(self._shown) - {card.key for card in wanted}:
            self._drop(key)
        for place, card in enumerate(wanted):
            had_focus = self._has_focus(card.key)
            if says_otherwise(self._cards.get(card.key), card):
                self._drop(card.key)
            if card.key not in self._shown:
                self._make(card, draft)
                if had_focus:
                    self._shown[card.key].setFocus(Qt.FocusReason.OtherFocusReason)
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
        self._add_ways_to_fill(widget, card, draft)
        widget.set_given(answers.given(draft, card))
        widget.answered.connect(self._answered)
        widget.origin_wanted.connect(lambda: self.origin_wanted.emit(self._cards[card.key]))
        named(widget, f"question:{card.key}")
        self._shown[card.key] = widget
        self._box.addWidget(widget)

    def _add_ways_to_fill(self, widget: QuestionCard, card: Card, draft: Draft) -> None:
        """Where a field answers it: the field itself when it is small, else the way there."""
        for field in self._filling.fields(card, draft):
            widget.add(field)
        if self._only is None and card.field in FIELDS:
            there = QuietButton(self._say("visit.questions.field"), "forward")
            there.setAccessibleName(f"{self._say('visit.questions.field')}: {self._say(card.wording)}")
            there.clicked.connect(lambda: self.field_wanted.emit(card.field, card.children))
            widget.add(there)

    def _drop(self, key: str) -> None:
        widget = self._shown.pop(key, None)
        self._cards.pop(key, None)
        if widget is not None:
            if self._within(widget):
                self._go_on(widget)
            self._box.removeWidget(widget)
            widget.hide()
            widget.deleteLater()

    def _has_focus(self, key: str) -> bool:
        return key in self._shown and self._within(self._shown[key])

    @staticmethod
    def _within(widget: QWidget) -> bool:
        here = QApplication.focusWidget()
        return here is not None and widget.isAncestorOf(here)

    def _go_on(self, gone: QuestionCard) -> None:
        """Its field was filled and the card goes: the next card has the focus, or what comes after them."""
        place = self._box.indexOf(gone)
        others = [one for one in self._shown.values() if one is not gone]
        after = sorted(others, key=lambda one: (self._box.indexOf(one) < place, self._box.indexOf(one)))
        if after:
            after[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            gone.focusNextPrevChild(True)

    def _given_in_field(self, key: str, given: Given) -> None:
        """A field that could not be filled: said on the card, as its answer."""
        if key in self._shown:
            self._shown[key].set_given(given)
            self._answered(key, given)

    def _answered(self, key: str, given: Given | None) -> None:
        card = self._cards[key]
        day = answers.wrote_same(self._family.case, self._family.me, card, given)
        self._shown[key].show_same(self._say("question.same", day=day) if day is not None else "")
        self.changed.emit(answers.answered(card, given))

    def cards(self) -> list[QuestionCard]:
        """The cards on the screen."""
        return list(self._shown.values())


def only_today(card: Card) -> bool:
    """What is to be acted on before one drives away."""
    return card.today


def of_a_short_contact(card: Card) -> bool:
    """What a quick note has to show itself: to be acted on today, or before what the note is about is settled.

    After a case was closed there may be no next visit at which it could be asked.
    """
    return card.today or (card.tier == 0 and not card.carried)


def _in_full(card: Card) -> bool:
    return card.today or not of_the_view(card)


def says_otherwise(known: Card | None, card: Card) -> bool:
    """Whether a card has to be made anew: it says something else now."""
    return known is not None and (known.wording, known.why, known.today) != (card.wording, card.why, card.today)
