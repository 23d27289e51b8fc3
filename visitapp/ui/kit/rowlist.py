"""A short list of rows that lead somewhere. Shown again, rows that stay keep their place and the focus."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.ui.kit.card import let_go
from visitapp.ui.kit.press import QuietButton
from visitapp.ui.kit.rowof import RowOf
from visitapp.ui.kit.rows import RowButton
from visitapp.ui.theme.tokens import S

_AT_ONCE = 20


class RowList(QWidget):
    """`opened` carries a row's key. Up and Down move between the rows. Past twenty, `more` shows the rest.

    `more` is the sentence of that button. Lists that may hold thousands are CardLists.
    """

    opened = Signal(str)

    def __init__(self, name: str, more: str, most: int = _AT_ONCE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._rows: tuple[RowOf, ...] = ()
        self._buttons: dict[str, tuple[RowOf, RowButton]] = {}
        self._most = most
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S)
        self._more = QuietButton(more, "down", self)
        self._more.hide()
        self._more.clicked.connect(self._show_all)

    def show_rows(self, rows: Sequence[RowOf]) -> None:
        """Show these rows and no others."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        self._fill()

    def buttons(self) -> list[RowButton]:
        """The rows that are shown, in order."""
        return [button for _, button in self._buttons.values()]

    def _show_all(self) -> None:
        shown = len(self._buttons)
        self._most = len(self._rows)
        self._fill()
        self.buttons()[shown].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        before, self._buttons = self._buttons, {}
        shown = self._rows[: self._most]
        # Out of the layout first: those that stay are put back in their new order, with their focus.
        while self._box.takeAt(0) is not None:
            pass
        for row in shown:
            known = before.pop(row.key, None)
            button = known[1] if known and known[0].icon == row.icon else self._made(row)
            if known and known[0] != row:
                button.show_row(row.heading, row.lines, row.tags)
            self._buttons[row.key] = (row, button)
            self._box.addWidget(button)
        self._box.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.setVisible(len(self._rows) > len(shown))
        for _, gone in before.values():
            let_go(gone)

    def _made(self, row: RowOf) -> RowButton:
        button = RowButton(row.heading, row.lines, row.tags, row.icon, self)
        button.clicked.connect(lambda _on=False, key=row.key: self.opened.emit(key))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        buttons = self.buttons()
        at = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(buttons):
            super().keyPressEvent(event)
            return
        buttons[at + step].setFocus(Qt.FocusReason.TabFocusReason)
