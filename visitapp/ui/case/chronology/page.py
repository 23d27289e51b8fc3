"""Everything of a case by date: narrowed by child, kind and source, found as one types. Quick with thousands."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from visitapp.ui.case.chronology.presenter import Narrowed, Worded
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.cardlist import CardList
from visitapp.ui.kit.cardof import CardRow
from visitapp.ui.kit.fields import LineField, SelectField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.text import Hint
from visitapp.ui.theme.tokens import L
from visitapp.words import Say

_READ_OUT_AFTER = 600
_REST_AFTER = 120


class ChronologyPage(LivePage):
    """`narrowed` carries how it is narrowed; `visit_opened` the contact, `body_opened` the mark of a mark's card, both
    by way of `card_opened` (the card's key).

    `rest_wanted` once the newest part is on the screen.
    """

    narrowed = Signal(object)
    card_opened = Signal(str)
    rest_wanted = Signal()
    visit_opened = Signal(str)
    body_opened = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("overview.way.chronology"), wide=True, parent=parent)
        self._say = say
        self._rest_asked = False
        self.looking = LineField(say("chronology.find"), characters=28)
        self.child = SelectField(say("chronology.child"))
        self.kind = SelectField(say("chronology.kind"))
        self.source = SelectField(say("chronology.source"))
        self.box.addWidget(Row(self.looking, self.child, self.kind, self.source, gap=L))
        self.count = Hint()
        self.held_back = Hint()
        self.cards = CardList(say("overview.way.chronology"))
        for widget in (self.held_back, self.count):
            self.box.addWidget(widget)
        self.box.addWidget(self.cards, 1)
        self.looking.edited.connect(lambda _words: self._narrow())
        self.looking.entered.connect(self._into_cards)
        self.looking.control.installEventFilter(self)
        for select in (self.child, self.kind, self.source):
            select.chosen.connect(lambda _code: self._narrow())
        self.cards.opened.connect(self.card_opened)
        self.start_at = self.cards
        # What is left is read out once one stops typing, not at every letter.
        self._read_out = QTimer(self)
        self._read_out.setSingleShot(True)
        self._read_out.setInterval(_READ_OUT_AFTER)
        self._read_out.timeout.connect(lambda: announce(self.cards, self.count.text()))

    def show_options(self, found: Worded) -> None:
        """What may be chosen, and whose chronology it is. What was chosen stays."""
        self.set_title(self._say("chronology.of", title=found.title))
        for select, options in ((self.child, found.children), (self.kind, found.kinds), (self.source, found.sources)):
            before = select.value()
            select.control.set_options(options)
            select.set_value(before if before in dict(options) else "")
        self.held_back.setText(found.held_back)
        self.held_back.setVisible(bool(found.held_back))

    def show_cards(self, cards: tuple[CardRow, ...], of: int, *, whole: bool) -> None:
        """These cards, out of so many; unless `whole`, the rest is coming."""
        self.cards.show_rows(cards)
        if cards and not self.cards.key() and self.cards.hasFocus():
            self.cards.set_key(cards[0].key)
        if not whole:
            words = self._say("chronology.coming")
            # Not before these are painted: the screen comes first.
            if not self._rest_asked:
                QTimer.singleShot(_REST_AFTER, self, self.rest_wanted.emit)
            self._rest_asked = True
        elif not of:
            words = self._say("chronology.none")
        elif not cards:
            words = self._say("chronology.no_match")
        else:
            words = self._say("chronology.shown", shown=len(cards), n=of)
        self.count.setText(words)
        self.focus_when_shown()

    def _narrow(self) -> None:
        self.narrowed.emit(Narrowed(self.child.value(), self.kind.value(), self.source.value(), self.looking.value()))
        self._read_out.start()

    def _into_cards(self) -> None:
        self.cards.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self._into_cards()
            return True
        return super().eventFilter(watched, event)

    def commands(self) -> Sequence[Command]:
        fields: Sequence[tuple[str, Callable[[], None]]] = (
            ("chronology.find", self.looking.control.setFocus),
            ("chronology.child", self.child.control.setFocus),
            ("chronology.kind", self.kind.control.setFocus),
            ("chronology.source", self.source.control.setFocus),
        )
        return [Command(self._say(words), go) for words, go in fields]
