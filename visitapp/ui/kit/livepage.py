"""A page that shows what the vault holds. It asks for it whenever it is shown, and says so when that did not work."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.order import go_on
from visitapp.ui.kit.page import Page


class LivePage(Page):
    """`arrived` is the moment to load; sending it again refreshes what is shown."""

    def __init__(self, title: str, hint: str = "", *, wide: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(title, hint, wide=wide, parent=parent)
        self.failure = Banner("warn", "")
        self.failure.hide()
        self.add(self.failure)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward=forward)

    def show_failure(self, words: str) -> None:
        """Why it could not be shown or done; an empty text takes that away."""
        if words or self.failure.isVisible():
            self.failure.show_words(words)

    def focus_when_shown(self) -> None:
        """What was loaded stands there now: go to its first control, unless the person is somewhere already."""
        # Qt shows what was just put into a layout once it comes back to its own loop.
        QTimer.singleShot(0, self, self._go_to_what_came)

    def _go_to_what_came(self) -> None:
        if self.pane.hasFocus() and self.start_at is not self.pane:
            self.take_focus()
            self.see_focus()
