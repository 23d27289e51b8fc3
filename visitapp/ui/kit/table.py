"""A table of facts: words only, wrapped, by keyboard; Return opens a row. The same facts as a picture beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import CONTROL, scaled

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


class _Rows(QAbstractTableModel):
    """Words by row and column."""

    def __init__(self, columns: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._rows: tuple[tuple[str, ...], ...] = ()

    def put(self, rows: Sequence[Sequence[str]]) -> None:
        self.beginResetModel()
        self._rows = tuple(tuple(row) for row in rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section]
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
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        if stretch >= 0:
            for column in range(len(columns)):
                if column != stretch:
                    head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self._fit()

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these rows and no others."""
        self._rows.put(rows)
        self._fit()

    def row(self) -> int:
        """The row that is chosen, or -1."""
        return self.currentIndex().row()

    def set_row(self, row: int) -> None:
        """Choose a row and bring it into view."""
        self.selectRow(row)

    def _fit(self) -> None:
        self.verticalHeader().setMinimumSectionSize(scaled(CONTROL, percent_of(self)))
        self.resizeRowsToContents()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_rows"):
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.row() >= 0:
            self.opened.emit(self.row())
            return
        super().keyPressEvent(event)
