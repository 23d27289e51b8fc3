"""Search in all cases on this laptop: the newest first, what was looked for marked in it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.cardlist import CardList
from visitapp.ui.kit.cardof import CardRow
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.text import Hint
from visitapp.words import Say

_READ_OUT_AFTER = 600


class SearchPage(LivePage):
    """`find_edited` with every letter; `card_opened` a card's key; `found_opened` the stream and contact of it."""

    find_edited = Signal(str)
    card_opened = Signal(str)
    found_opened = Signal(str, str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("search.title"), wide=True, parent=parent)
        self.looking = LineField(say("search.find"), say("search.hint"), characters=50)
        self.said = Hint()
        self.said.hide()
        self.cards = CardList(say("search.results"))
        self.cards.hide()
        for widget in (self.looking, self.said):
            self.add(widget)
        self.box.addWidget(self.cards, 1)
        self.box.addStretch(0)
        self.looking.edited.connect(self.find_edited)
        self.looking.entered.connect(self._into_cards)
        self.looking.control.installEventFilter(self)
        self.cards.opened.connect(self.card_opened)
        self.start_at = self.looking.control
        # What was found is read out once one stops typing, not at every letter.
        self._read_out = QTimer(self)
        self._read_out.setSingleShot(True)
        self._read_out.setInterval(_READ_OUT_AFTER)
        self._read_out.timeout.connect(lambda: announce(self.said, self.said.text()))

    def show_found(self, cards: tuple[CardRow, ...], words: str) -> None:
        """What was found, and a sentence about it."""
        self.cards.show_rows(cards)
        self.cards.setVisible(bool(cards))
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            self._read_out.start()

    def _into_cards(self) -> None:
        if self.cards.cards.rows:
            self.cards.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._into_cards()
            return True
        return super().eventFilter(watched, event)
