"""The numbers to ring: the organisation's phone card, large enough to dial from, readable locked and offline."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from visitapp.domain.organisation import PhoneCard
from visitapp.ui.kit.card import Card, clear
from visitapp.ui.kit.text import Hint, Para, Prose
from visitapp.ui.theme.tokens import L, S
from visitapp.words import Say


class NumbersCard(Card):
    """Whom to ring, most needed first, and when somebody last checked the numbers. Without a card: 999 and 101."""

    def __init__(self, say: Say, card: PhoneCard | None = None, parent: QWidget | None = None) -> None:
        super().__init__(say("numbers.heading"), parent=parent)
        self._say = say
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(L)
        self._grid.setVerticalSpacing(S)
        self._grid.setColumnStretch(0, 1)
        self.box.addLayout(self._grid)
        self._checked = Hint()
        self.box.addWidget(self._checked)
        self.show_numbers(card)

    def show_numbers(self, card: PhoneCard | None) -> None:
        """Show this card, or the two national numbers where the laptop holds none yet."""
        clear(self._grid)
        if card is None:
            rows = [(self._say("numbers.emergency"), "999"), (self._say("numbers.police"), "101")]
            self._checked.setText(self._say("numbers.none"))
        else:
            rows = [(number.what, number.number) for number in card.numbers]
            self._checked.setText(self._say("numbers.checked", day=card.checked_on))
        for row, (what, number) in enumerate(rows):
            dial = Prose(number, "number", selectable=True)
            dial.setWordWrap(False)
            dial.setAccessibleName(f"{what}: {number}")
            dial.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._grid.addWidget(Para(what), row, 0, Qt.AlignmentFlag.AlignVCenter)
            self._grid.addWidget(dial, row, 1, Qt.AlignmentFlag.AlignVCenter)
