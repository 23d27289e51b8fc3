"""A table of facts: words only, wrapped, by keyboard; Return opens a row. The same facts as a picture beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from visitapp.ui.kit.paint import line_width, words_size
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import CONTROL, scaled

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_FEW = 12
"""Characters: a column that wraps is not made narrower than that."""
_SIDES, _ABOVE = 24, 12


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
            told = zip(self.columns, (words.replace("\n", "; ") for words in row), strict=True)
            return "\n".join(f"{name}: {words}" for name, words in told if words)
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

    `name` is what the table is called; `stretch` the column that wraps and takes the room that is left; without one all
    wrap and share it. Tab leaves the table.
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
        self._stretch, self._tallest = stretch, 0
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
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
        widths, room = self._widths(), self.viewport().width()
        least = [width for width, _ in widths]
        folded = sum(least) > room > 0
        if folded != self._rows.folded:
            row = self.row()
            self._rows.put(self._rows.rows, folded=folded)
            if row >= 0:
                self.set_row(row)
        self.horizontalHeader().setVisible(not folded)
        shared = [room] if folded else self._shared(widths, room)
        for column, width in enumerate(shared):
            self.setColumnWidth(column, width)
        self._fit_rows(shared)

    def _shared(self, widths: list[tuple[int, int]], room: int) -> list[int]:
        """What is left over goes to the column that stretches, else first to those whose lines would wrap."""
        least = [width for width, _ in widths]
        spare = max(0, room - sum(least))
        if self._stretch >= 0:
            return [width + (spare if column == self._stretch else 0) for column, width in enumerate(least)]
        lacking = [max(0, whole - width) for width, whole in widths]
        shared = list(least)
        for place, column in enumerate(sorted(range(len(least)), key=lacking.__getitem__)):
            more = min(lacking[column], spare // (len(least) - place))
            shared[column] += more
            spare -= more
        more, rest = divmod(spare, len(shared))
        return [width + more + (rest if column == 0 else 0) for column, width in enumerate(shared)]

    def _fit_rows(self, widths: list[int]) -> None:
        """As tall as the tallest cell. Qt would reckon without the room at the sides, and cut the last line of some."""
        metrics, least = self.fontMetrics(), scaled(CONTROL, percent_of(self))
        heights: dict[tuple[str, int], int] = {}  # many cells say the same
        self.verticalHeader().setMinimumSectionSize(least)
        self._tallest = 0
        for row in range(self._rows.rowCount()):
            tallest = least
            for column, width in enumerate(widths):
                cell = (str(self._rows.data(self._rows.index(row, column))), width)
                if cell not in heights:
                    heights[cell] = words_size(metrics, cell[0], width - _SIDES).height() + _ABOVE
                tallest = max(tallest, heights[cell])
            self.setRowHeight(row, tallest)
            self._tallest = max(self._tallest, tallest)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Room for a row: the page scrolls before the table shows less of one."""
        head = 0 if self._rows.folded else self.horizontalHeader().height()
        hint = super().minimumSizeHint()
        return QSize(hint.width(), max(hint.height(), self._tallest + head + 2 * self.frameWidth()))

    def _widths(self) -> list[tuple[int, int]]:
        """What each column needs, and what its longest line takes. At least its name and longest word; those that
        wrap, a few words.
        """
        metrics = self.fontMetrics()
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        heads, few = QFontMetrics(bold), line_width(metrics, _FEW)
        found = []
        for column, name in enumerate(self._rows.columns):
            lines = {line for row in self._rows.rows for line in row[column].splitlines()}
            whole = widest = max((metrics.horizontalAdvance(line) for line in lines), default=0)
            if not 0 <= self._stretch != column:
                words = {word for line in lines for word in line.split()}
                longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
                widest = max(longest, min(widest, few))
            head = heads.horizontalAdvance(name)
            found.append((max(widest, head) + _SIDES, max(whole, head) + _SIDES))
        return found

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
