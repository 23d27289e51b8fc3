"""Pictures with a pane beside them that scrolls by itself; below them where it is narrow."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from visitapp.ui.bodymap.sidepane import SidePane
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import XL, L, scaled

_ANY = 16_777_215
_NARROW = 800
_SCROLL_BAR = 40


class Sides(QWidget):
    """`left` is a column; `pane` holds one card. `wide`: of the pane, in pixels at 100 %."""

    def __init__(self, card: QWidget, name: str, wide: int = 420, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wide = wide
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(XL)
        self._column = QWidget(self)
        self.left = QVBoxLayout(self._column)
        self.left.setContentsMargins(0, 0, 0, 0)
        self.left.setSpacing(L)
        self._box.addWidget(self._column, 1)
        self.pane = SidePane(card, name, self)
        self._box.addWidget(self.pane)

    def minimumSizeHint(self) -> QSize:
        # As narrow as the pictures alone: it turns where there is no room for both.
        return QSize(self._column.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "pane"):
            self._fit()

    def _fit(self) -> None:
        percent = percent_of(self)
        # What is narrow becomes wide a little later: the page's scroll bar comes and goes with it.
        below = self._box.direction() == QBoxLayout.Direction.TopToBottom
        narrow = self.width() < scaled(_NARROW, percent) + (_SCROLL_BAR if below else 0)
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self.pane.set_flat(narrow)
        self.pane.setMinimumWidth(0 if narrow else scaled(self._wide, percent))
        self.pane.setMaximumWidth(_ANY if narrow else scaled(self._wide, percent))
