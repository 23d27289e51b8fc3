"""What was copied from this window: taken back when it locks or closes, so that no words outlast the vault."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication


class Copied(QObject):
    """Watches the clipboard. What was put there while a window of ours was in front is ours; not all systems tell."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._ours = False
        self._clipboard.dataChanged.connect(self._changed)

    def take_back(self) -> None:
        """Empty the clipboard of what is ours. What others put there stays."""
        if self._ours:
            self._clipboard.clear()
            self._ours = False

    def _changed(self) -> None:
        self._ours = self._clipboard.ownsClipboard() or QGuiApplication.focusWindow() is not None
