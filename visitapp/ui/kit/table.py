"""A table of facts: words only, wrapped, by keyboard; Return opens a row. The same facts as a picture beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from visitapp.ui.kit.paint import line_width
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import CONTROL, scaled

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_LEAST = 18


class _Rows(QAbstractTableModel):
    """Words by row and column. Folded: all columns of a row in one cell, a line each with its column's name."""

    def __init__(self, columns: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: tuple[tuple[str, ...], ...] = ()
        self.folded = False

    def put(self, rows: Sequence[Sequence[str]], *, folded: bool) -> None:
        self.beginResetModel()
        self.rows = tuple(tuple(row) for row in rows)
        self.folded = folded
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else 1 if self.folded else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            row = self.rows[index.row()]
            if not self.folded:
                return row[index.column()]
            return "\n".join(f"{name}: {words}" for name, words in zip(self.columns, row, strict=True) if words)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


class Table(QTableView):
    """Rows of words under named columns. `opened` carries the row on Return or double click.

    `name` is what the table is called; `stretch` the column that takes the room that is left. Tab leaves the table.
    """

    opened = Signal(int)

    def __init__(self, name: str, columns: Sequence[str], stretch: int = -1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = _Rows(columns, self)
        self.setModel(self._rows)
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self._stretch = stretch
        self.horizontalHeader().setHighlightSections(False)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._fit()

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows and no others."""
        self._rows.put(rows, folded=self._rows.folded)
        self._fit()

    def row(self) -> int:
        """The row that is chosen, or -1."""
        return self.currentIndex().row()

    def set_row(self, row: int) -> None:
        """Choose a row and bring it into view."""
        self.selectRow(row)

    def _fit(self) -> None:
        """Columns where they have room, else one block a row; nothing scrolls sideways, no word is cut."""
        folded = self._least_width() > self.viewport().width() > 0
        if folded != self._rows.folded:
            row = self.row()
            self._rows.put(self._rows.rows, folded=folded)
            if row >= 0:
                self.set_row(row)
        head = self.horizontalHeader()
        head.setVisible(not folded)
        mode = QHeaderView.ResizeMode
        for column in range(self._rows.columnCount()):
            own = not folded and 0 <= self._stretch != column
            head.setSectionResizeMode(column, mode.ResizeToContents if own else mode.Stretch)
        self.verticalHeader().setMinimumSectionSize(scaled(CONTROL, percent_of(self)))
        self.resizeRowsToContents()

    def _least_width(self) -> int:
        """What the columns need: their names and longest words; those that wrap a few words."""
        metrics, total = self.fontMetrics(), 0
        for column, name in enumerate(self._rows.columns):
            cells = [row[column] for row in self._rows.rows]
            own = 0 <= self._stretch != column
            widest = max((metrics.horizontalAdvance(cell) for cell in cells), default=0)
            if not own:
                widest = min(widest, line_width(metrics, _LEAST))
            total += max(widest, round(metrics.horizontalAdvance(name) * 1.1)) + 24
        return total

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_rows"):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row() >= 0:
            self.opened.emit(self.row())
            return
        super().keyPressEvent(event)
