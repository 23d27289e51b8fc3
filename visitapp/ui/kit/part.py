"""A part of a page that is filled again whenever what it shows has changed."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.ui.kit.card import clear, stack
from visitapp.ui.theme.tokens import L


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
