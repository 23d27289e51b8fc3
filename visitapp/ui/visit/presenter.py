"""A visit being written, without Qt: holds the draft, applies changes, knows what is unsaved and where the worker is.

Every change makes a new draft (pure). Two questions follow from it and are asked by whoever owns the clock: is there
something to save (`unsaved`), and do the questions have to be asked again (`wants_cards`). While a signature is being
made the draft is frozen: what is signed is exactly what was on the screen.
"""

from collections.abc import Mapping
from typing import get_args

from msgspec.structs import replace

from visitapp.domain.draft import Draft, Movement
from visitapp.questions.choosing import Card
from visitapp.ui.visit import answers
from visitapp.ui.visit.changes import Change, NewId
from visitapp.words import Text

MOVEMENTS: tuple[Movement, ...] = get_args(Movement)


class VisitPresenter:
    """The draft on the screen and what follows from changing it."""

    def __init__(self, draft: Draft, new_id: NewId) -> None:
        self.draft = draft
        self.cards: tuple[Card, ...] = ()
        self.beside: Mapping[str, tuple[Text, ...]] = {}
        self.frozen = False
        self._new_id = new_id
        self._version = 0
        self._saved_version = 0
        self._asked = _asked_about(draft)
        self._at_signing = draft.movement == "sign_happened"

    def apply(self, change: Change) -> bool:
        """Change the draft; False when nothing differs, or while it is being signed."""
        if self.frozen:
            return False
        changed = change(self.draft, self._new_id)
        if changed == self.draft:
            return False
        self.draft = changed
        self._version += 1
        return True

    def go(self, movement: Movement) -> bool:
        """Be at another movement. What was signed is not gone back to."""
        if movement not in self.open_movements():
            return False
        self.apply(lambda draft, _new_id: replace(draft, movement=movement, field=""))
        if movement == "sign_happened" and not self._at_signing:
            self._at_signing, self._asked = True, ()  # what waited for its field is asked now
        return True

    def at(self, field: str) -> bool:
        """Remember in which field the worker is."""
        return self.apply(lambda draft, _new_id: replace(draft, field=field))

    def open_movements(self) -> tuple[Movement, ...]:
        """Where one can go: anywhere before the first signature, afterwards only on to the second."""
        return ("sign_make_of_it",) if self.draft.happened_record else MOVEMENTS[:-1]

    @property
    def unsaved(self) -> bool:
        """Whether something on the screen is not saved yet."""
        return self._version != self._saved_version

    @property
    def version(self) -> int:
        """Counts the changes: what is handed to saving, and given back when it is saved."""
        return self._version

    def saved(self, version: int) -> None:
        """That version of the draft is safe now."""
        self._saved_version = max(self._saved_version, version)

    def wants_cards(self) -> bool:
        """Whether something that questions may rest on changed since they were last asked."""
        return _asked_about(self.draft) != self._asked

    def asking(self) -> Draft:
        """The draft to ask about now; once signing was reached as at signing, where no field is still to come."""
        self._asked = _asked_about(self.draft)
        draft = answers.without(self.draft)
        return replace(draft, movement="sign_happened") if self._at_signing and not draft.happened_record else draft

    def cards_came(self, cards: tuple[Card, ...]) -> tuple[Card, ...]:
        """The cards to show now: those that are due, and those answered here.

        An answered one would else go from under one's hands. Each stays where it stood; a question back from the lead
        comes first, then act-today cards.
        """
        due = {card.key: card for card in cards}
        stay = [
            due.pop(card.key, card)
            for card in self.cards
            if card.key in due or answers.given(self.draft, card) is not None
        ]
        self.cards = tuple(
            sorted((*stay, *due.values()), key=lambda card: (not card.dues[0].from_lead, not card.today))
        )
        return self.cards

    def signed(self, draft: Draft | None) -> None:
        """The first signature stands; this draft waits for the second (None: there is none)."""
        self.frozen = False
        if draft is not None:
            self.draft = draft
            self._version += 1
            self._saved_version = self._version


def _asked_about(draft: Draft) -> tuple[object, ...]:
    """All but the note, the answers and the place where one is: no rule reads free writing."""
    return (draft.contact, answers.without(draft).items)
