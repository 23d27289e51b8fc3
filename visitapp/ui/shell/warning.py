"""The warning before the idle lock: over the page, so that nothing on it moves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.paint import line_width
from visitapp.ui.theme.tokens import L, M
from visitapp.words import Say


class LockWarning(QWidget):
    """Says in how many seconds the screen locks; read out once, not every second. `stay` from its button."""

    stay = Signal()

    def __init__(self, say: Say, over: QWidget) -> None:
        super().__init__(over)
        self._say, self._over = say, over
        self.banner = Banner("warn", " ", say("shell.stay"))
        self.banner.pressed.connect(self.stay)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.banner)
        self.hide()

    def show_seconds(self, seconds: int) -> None:
        """So many are left."""
        words = self._say("shell.locks_soon", n=seconds)
        self.banner.words.setText(words)
        if self.isHidden():
            self.show()
            self.raise_()
            announce(self.banner, words, at_once=True)
        self.fit()

    def fit(self) -> None:
        """Take its place at the top of the window."""
        width = min(self._over.width() - 2 * L, line_width(self.fontMetrics()) + 80)
        height = self.banner.heightForWidth(width)
        self.setGeometry((self._over.width() - width) // 2, M, width, height)
