"""Blocks side by side in as many columns as have room, one below the other where it is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import M, scaled

_LEAST = 260


class Beside(QWidget):
    """`least`: the width below which a block has no room beside another, in pixels at 100 %."""

    def __init__(self, blocks: Sequence[QWidget] = (), least: int = _LEAST, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._blocks = list(blocks)
        self._least = least
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(M)
        for block in self._blocks:
            block.setParent(self)
        self._place()

    def columns(self) -> int:
        """How many stand beside each other now."""
        return self._columns

    def _place(self) -> None:
        room = max(1, (self.width() + M) // (scaled(self._least, percent_of(self)) + M))
        columns = max(1, min(room, len(self._blocks)))
        if columns == self._columns:
            return
        for column in range(max(columns, self._columns)):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._columns = columns
        for place, block in enumerate(self._blocks):
            self._grid.addWidget(block, place // columns, place % columns, Qt.AlignmentFlag.AlignTop)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_grid"):
            self._place()
