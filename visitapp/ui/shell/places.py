"""The pages of the window: one stack a place, the newest on top, with Back above it. Leaving a page saves it first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.page import Page
from visitapp.ui.kit.press import QuietButton
from visitapp.ui.theme.tokens import L
from visitapp.words import Say


class Places(QWidget):
    """Shows one page of one place. `shown` carries it."""

    shown = Signal(object)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[str, list[Page]] = {}
        self._place = ""
        self._stack = QStackedWidget()
        self.back_button = QuietButton(say("shell.back"), "back")
        self.back_button.clicked.connect(self.back)
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(L, 0, L, 0)
        above.addWidget(Row(self.back_button))
        self._above.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self._above)
        box.addWidget(self._stack, 1)

    def page(self) -> Page | None:
        """The page that is shown."""
        pages = self._pages.get(self._place, [])
        return pages[-1] if pages else None

    def place(self) -> str:
        """The place that is shown; empty before the first."""
        return self._place

    def show_place(self, place: str, page: Page) -> None:
        """The root page of a place; all that stood there is left, but for this page itself."""
        self._pause()
        for old in reversed(self._pages.get(place, [])):
            if old is not page:
                self._let_go(old)
        self._place = place
        self._pages[place] = [page]
        self._show(page)

    def open_page(self, page: Page) -> None:
        """On top of the page that is shown."""
        self._pause()
        self._pages.setdefault(self._place, []).append(page)
        self._show(page)

    def back(self) -> None:
        """Leave the page on top; the root stays."""
        pages = self._pages.get(self._place, [])
        if len(pages) < 2:
            return
        self._let_go(pages.pop())
        self._show(pages[-1])

    def leave(self, page: Page) -> None:
        """Leave a page wherever it stands, saved before; a root page stays."""
        for place, pages in self._pages.items():
            if page in pages[1:]:
                pages.remove(page)
                self._let_go(page)
                if place == self._place:
                    self._show(pages[-1])
                return

    def save_all(self) -> None:
        """Have every living page save what is typed."""
        for pages in self._pages.values():
            for page in pages:
                page.must_save.emit()

    def remember_focus(self) -> None:
        """Where the focus is on the page, for `take_focus`."""
        if page := self.page():
            page.remember_focus()

    def take_focus(self) -> None:
        """Go on where work was on the page."""
        if page := self.page():
            page.take_focus()

    def _pause(self) -> None:
        if page := self.page():
            page.remember_focus()
            page.must_save.emit()

    def _let_go(self, page: Page) -> None:
        page.must_save.emit()
        self._stack.removeWidget(page)
        page.deleteLater()

    def _show(self, page: Page) -> None:
        focus = self.focusWidget()
        if focus is not None:
            focus.clearFocus()  # else Qt looks for another place on the page that goes, and has it read out
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        self._above.setVisible(len(self._pages[self._place]) > 1)
        page.arrived.emit()
        page.take_focus()
        self.shown.emit(page)
