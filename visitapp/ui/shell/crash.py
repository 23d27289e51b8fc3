"""The one dialog for what nobody expected: plain words, the place in the program, nothing of what was written."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from visitapp.ui.background import describe
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.paint import line_width
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.text import Heading, Para, Small
from visitapp.ui.theme.tokens import XL, L, M
from visitapp.words import Say


class CrashDialog(QDialog):
    """Tells of an unexpected error; work may go on. `quit_wanted` when the person would rather close the program."""

    quit_wanted = Signal()
    cover_wanted = Signal()

    def __init__(self, say: Say, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("shell.name"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box = QVBoxLayout(self)
        box.setContentsMargins(XL, L, XL, XL)
        box.setSpacing(M)
        box.addWidget(Heading(say("crash.heading")))
        box.addWidget(Para(say("error.unexpected")))
        box.addWidget(Small(say("crash.place", place=describe(error))))
        go_on, leave = PrimaryButton(say("crash.go_on")), Button(say("crash.quit"))
        go_on.clicked.connect(self.accept)
        leave.clicked.connect(self.quit_wanted)
        box.addWidget(Row(go_on, leave, gap=M))
        go_on.setFocus()
        QShortcut(QKeySequence("F9"), self).activated.connect(self.cover_wanted)
        announce(self, say("crash.heading"), at_once=True)
        width = line_width(self.fontMetrics()) + 2 * XL
        self.resize(width, box.heightForWidth(width))


class CrashTeller(QObject):
    """One dialog at a time, over a window; an error that comes while it is open, or may not be shown, waits."""

    quit_wanted = Signal()
    cover_wanted = Signal()

    def __init__(self, say: Say, window: QWidget) -> None:
        super().__init__(window)
        self._say, self._window = say, window
        self._waiting: BaseException | None = None
        self._dialog: CrashDialog | None = None

    def keep(self, error: BaseException) -> None:
        """To be told of; of several that wait, the first is told."""
        self._waiting = self._waiting or error

    def show_waiting(self) -> None:
        """Tell of the error that waits, unless one is being told."""
        if self._waiting is None or self._dialog is not None:
            return
        self._dialog = CrashDialog(self._say, self._waiting, self._window)
        self._waiting = None
        self._dialog.quit_wanted.connect(self.quit_wanted)
        self._dialog.cover_wanted.connect(self.cover_wanted)
        self._dialog.finished.connect(self._read)
        self._dialog.open()

    def put_away(self) -> None:
        """Close the dialog: the screen is covered or locked."""
        if self._dialog is not None:
            self._dialog.accept()

    def _read(self) -> None:
        self._dialog = None
