"""The line at the foot that tells the true state: saved here, on the server, waiting. The words are passed in."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.press import QuietButton
from visitapp.ui.kit.text import Icon, Prose
from visitapp.ui.theme.tokens import M, S
from visitapp.words import Say


class StatusLine(QFrame):
    """`sync_wanted` from its button. Trouble is read out; ordinary states are not."""

    sync_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("shell.status"))
        self._say = say
        box = QHBoxLayout(self)
        box.setContentsMargins(M, 0, M, 0)
        box.setSpacing(S)
        self._icon = Icon("laptop", "muted", 20)
        self.words = Prose("", "small")
        self.words.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.button = QuietButton(say("shell.sync"), "sync")
        self.button.clicked.connect(self.sync_wanted)
        box.addWidget(self._icon)
        box.addWidget(self.words, 1)
        box.addWidget(self.button)

    def show_status(self, words: str, *, trouble: bool = False, busy: bool = False) -> None:
        """The state in words. `trouble` marks it and has it read out; `busy`: a sync runs now."""
        changed = words != self.words.text()
        self.words.setText(words)
        self.words.set_kind("warn" if trouble else "")
        self._icon.name = "warn" if trouble else "laptop"
        self._icon.update()
        self.button.setEnabled(not busy)
        self.button.setText(self._say("shell.syncing" if busy else "shell.sync"))
        if trouble and changed:
            announce(self, words)
