"""The command palette (Ctrl+K): type a few letters, Return does it, Escape leaves."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.paint import line_width
from visitapp.ui.kit.text import Hint
from visitapp.ui.theme.tokens import L, M, S
from visitapp.words import Say


def matching(commands: Sequence[Command], typed: str) -> list[Command]:
    """The commands that hold every typed word, those that begin with it first; all while nothing is typed."""
    words = typed.lower().split()
    found = [command for command in commands if all(word in command.words.lower() for word in words)]
    return sorted(found, key=lambda command: not command.words.lower().startswith(" ".join(words)))


class CommandPalette(QFrame):
    """Lies over the window. `left` comes when it closes without a command."""

    left = Signal()

    def __init__(self, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._say = say
        self._commands: Sequence[Command] = ()
        self.setAccessibleName(say("shell.commands"))
        box = QVBoxLayout(self)
        box.setContentsMargins(L, L, L, L)
        box.setSpacing(S)
        self.field = LineField(say("shell.commands"), say("shell.commands.hint"))
        self.list = QListWidget()
        self.list.setAccessibleName(say("shell.commands.list"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._none = Hint(say("shell.commands.none"))
        for widget in (self.field, self._none, self.list):
            box.addWidget(widget)
        self.field.edited.connect(self._filter)
        self.field.entered.connect(self._do)
        self.list.itemClicked.connect(lambda _item: self._do())
        self.field.control.installEventFilter(self)
        self.hide()

    def open_with(self, commands: Sequence[Command]) -> None:
        """Show it with these commands."""
        self._commands = commands
        self.field.set_value("")
        self._filter("")
        self.fit()
        self.show()
        self.raise_()
        self.field.control.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def fit(self) -> None:
        """Take its place in the window."""
        window = self._over
        width = min(window.width() - 2 * L, line_width(self.fontMetrics()) + 2 * L)
        height = min(window.height() - 2 * L, 480 * self.fontMetrics().height() // 20)
        self.setGeometry((window.width() - width) // 2, min(80, (window.height() - height) // 2), width, height)

    def _filter(self, typed: str) -> None:
        found = matching(self._commands, typed)
        self.list.clear()
        for command in found:
            words = f"{command.words} ({command.keys})" if command.keys else command.words
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, self._commands.index(command))
            item.setSizeHint(QSize(10, self.fontMetrics().height() + 2 * M))
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self._none.setVisible(not found)
        if typed:
            said = found[0].words if found else self._say("shell.commands.none")
            announce(self.list, said)

    def _do(self) -> None:
        if not self.list.count():
            return
        item = self.list.currentItem()
        self.hide()
        self.left.emit()
        self._commands[item.data(Qt.ItemDataRole.UserRole)].run()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                announce(self.list, self.list.currentItem().text())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.hide()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)
