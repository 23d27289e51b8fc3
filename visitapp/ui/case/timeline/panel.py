"""The timeline of a case in a card: the picture with what is in hand below it, or a table that holds the same."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from visitapp.actions.timeline import Happening, Timeline
from visitapp.ui.case.timeline.picture import TimelinePicture
from visitapp.ui.kit.card import Card, Fold
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import LinkButton, QuietButton
from visitapp.ui.kit.table import Table
from visitapp.ui.kit.text import Heading, Para
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import L, S, scaled
from visitapp.words import Say, said_date

_AT_ONCE = 40
_STEP = 0.8
_TALL = 360


class TimelinePanel(Card):
    """`visit_opened` carries a contact."""

    visit_opened = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._say = say
        self._rows: list[tuple[Happening, str]] = []
        self._most = _AT_ONCE
        self._build_buttons()
        self.picture = TimelinePicture(say)
        self.words = Para("")
        self.open = LinkButton(say("overview.open_visit"))
        self._drawn = Part(S)
        shapes = Fold(say("timeline.shapes"))
        shapes.add(Para(say("timeline.shapes.words")))
        for widget in (self.picture, self.words, Row(self.open, shapes, gap=L)):
            self._drawn.add(widget)
        self._build_table()
        self.add(self._drawn)
        self.add(self._table)
        self._table.hide()
        self.picture.said.connect(self._said)
        self.picture.zoomed.connect(self._zoomed)
        self.picture.opened.connect(self.visit_opened)
        self.open.clicked.connect(self._open)

    def _build_buttons(self) -> None:
        say = self._say
        self.as_table = QuietButton(say("timeline.as_table"), "table")
        self.as_table.clicked.connect(self._turn)
        self.closer = QuietButton(say("timeline.closer"), "plus")
        self.wider = QuietButton(say("timeline.wider"), "minus")
        self.earlier = QuietButton(say("timeline.earlier"), "left")
        self.later = QuietButton(say("timeline.later"), "right")
        self.closer.clicked.connect(lambda: self.picture.zoom(2))
        self.wider.clicked.connect(lambda: self.picture.zoom(0.5))
        self.earlier.clicked.connect(lambda: self.picture.pan(-_STEP))
        self.later.clicked.connect(lambda: self.picture.pan(_STEP))
        title = Heading(say("timeline.title"))
        self.add(Row(title, self.as_table, self.closer, self.wider, self.earlier, self.later))

    def _build_table(self) -> None:
        columns = [self._say(f"timeline.column.{one}") for one in ("day", "lane", "words")]
        self.table = Table(self._say("timeline.title"), columns, stretch=2)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.table.opened.connect(self._open_row)
        self.more = QuietButton(self._say("said.more"), "down")
        self.more.clicked.connect(self._show_more)
        self._table = Part(S)
        self._table.add(self.table)
        self._table.add(self.more)

    def show_timeline(self, found: Timeline) -> None:
        """This and nothing else."""
        rows = [(one, self._say(lane.heading)) for lane in found.lanes for one in lane.happenings]
        self._rows = sorted(rows, key=lambda row: row[0].day, reverse=True)
        self._most = _AT_ONCE
        self.picture.show_timeline(found)
        if self._table.isVisibleTo(self):
            self._fill()

    def _turn(self) -> None:
        table = not self._table.isVisibleTo(self)
        if table:
            self._fill()
        self._table.setVisible(table)
        self._drawn.setVisible(not table)
        for button in (self.closer, self.wider, self.earlier, self.later):
            button.setVisible(not table)
        self.as_table.setText(self._say("timeline.as_picture" if table else "timeline.as_table"))

    def _fill(self) -> None:
        """The newest first; of many only so many at once."""
        self.table.setFixedHeight(scaled(_TALL, percent_of(self)))
        shown = self._rows[: self._most]
        self.table.show_rows([(said_date(one.day), lane, self._say(one.words)) for one, lane in shown])
        self.more.setVisible(len(self._rows) > len(shown))

    def _show_more(self) -> None:
        first = self._most
        self._most += 4 * _AT_ONCE
        self._fill()
        self.table.set_row(first)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _open_row(self, row: int) -> None:
        if contact := self._rows[row][0].contact:
            self.visit_opened.emit(contact)

    def _said(self, words: str) -> None:
        self.words.setText(words)
        one = self.picture.in_hand()
        self.open.setVisible(one is not None and bool(one.contact))
        self.open.setAccessibleDescription(words)

    def _open(self) -> None:
        one = self.picture.in_hand()
        if one is not None:
            self.visit_opened.emit(one.contact)

    def _zoomed(self, whole: bool) -> None:
        for button in (self.wider, self.earlier, self.later):
            button.setEnabled(not whole)
