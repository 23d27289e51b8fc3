"""Parts of a page: a column that is filled again whenever what it shows has changed, and a block within a card."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from visitapp.ui.kit.card import clear, stack
from visitapp.ui.theme.tokens import L, M, S


class Part(QWidget):
    """A column without a frame."""

    def __init__(self, gap: int = L, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(gap)

    def add(self, widget: QWidget) -> None:
        """One more below."""
        stack(self.box, widget)

    def empty(self) -> None:
        """Take everything out."""
        clear(self.box)


class Block(QFrame):
    """A frame within a card: one version, one person, one thing beside another."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(L, M, L, M)
        self.box.setSpacing(S)

    def add(self, widget: QWidget) -> None:
        """One more below."""
        stack(self.box, widget)
