"""The team picture: facts, a row a family, in the order that the lead chooses. No score, no colour, no rank."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Facts, Fold
from visitapp.ui.kit.fields import SelectField
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.table import Table
from visitapp.ui.kit.text import Para
from visitapp.ui.team.rows import COLUMNS, Told, headings, orders
from visitapp.words import Say


class TeamPage(LivePage):
    """`case_opened` carries the stream, from Return, a double click or the button; `order_chosen` a column's name."""

    case_opened = Signal(str)
    order_chosen = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("team.title"), say("team.hint"), wide=True, parent=parent)
        self._say = say
        self._rows: tuple[Told, ...] = ()
        self.order = SelectField(say("team.order"), orders(say))
        self.order.set_value(COLUMNS[0])
        self.order.chosen.connect(self.order_chosen)
        self.nothing = Para(say("team.nothing"))
        self.nothing.hide()
        self.table = Table(say("team.title"), headings(say))
        self.table.opened.connect(self._open)
        self.open_button = Button(say("team.open"), "forward")
        self.open_button.clicked.connect(lambda: self._open(self.table.row()))
        self.add(self.order)
        self.add(self.nothing)
        self.box.addWidget(self.table, 1)
        self._meanings = Facts()
        self._fold = Fold(say("team.means"))
        self._fold.add(self._meanings)
        self.add(self._fold)
        self.set_foot(self.open_button)
        self.start_at = self.table

    def show_team(self, meanings: Sequence[tuple[str, str]], rows: Sequence[Told]) -> None:
        """These rows, and what their columns mean; the family that was chosen stays chosen."""
        self.show_failure("")
        self._meanings.show_facts(meanings)
        at = self.table.row()
        chosen = self._rows[at].stream if 0 <= at < len(self._rows) else ""
        self._rows = tuple(rows)
        self.table.show_rows([row.cells for row in rows])
        self.table.setVisible(bool(rows))
        self.order.setVisible(bool(rows))
        self._fold.setVisible(bool(rows))
        self.open_button.setEnabled(bool(rows))
        self.nothing.setVisible(not rows)
        self.table.set_row(next((place for place, row in enumerate(rows) if row.stream == chosen), 0 if rows else -1))
        self.focus_when_shown()

    def _open(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.case_opened.emit(self._rows[row].stream)
