"""The first run on a laptop, page after page; what was typed stays when one goes back."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from visitapp.ui.firstrun.forms import FoundForm, JoinForm
from visitapp.ui.firstrun.pages import ChoicePage, DonePage, RecoveryPage, WaitingPage
from visitapp.ui.kit.page import Page
from visitapp.words import Say


class FirstRun(QStackedWidget):
    """For `Shell.show_alone`. Signals and their answers:

    join_wanted(Joining)    -> show_failed(words), show_waiting(), show_done(name, organisation)
    found_wanted(Founding)  -> show_failed(words), show_recovery(sheet), show_done(name, organisation)
    demo_wanted             -> leave
    look_again, print_wanted(sheet), recovery_kept, finished, close_wanted
    """

    join_wanted = Signal(object)
    found_wanted = Signal(object)
    demo_wanted = Signal()
    look_again = Signal()
    print_wanted = Signal(str)
    recovery_kept = Signal()
    finished = Signal()
    close_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self.choice, self.join, self.found = ChoicePage(say), JoinForm(say), FoundForm(say)
        self.waiting = WaitingPage(say)
        for page in (self.choice, self.join, self.found, self.waiting):
            self.addWidget(page)
        self.choice.chosen.connect(self._chosen)
        for form in (self.join, self.found):
            form.left.connect(lambda: self._show(self.choice))
        self.join.given.connect(self.join_wanted)
        self.found.given.connect(self.found_wanted)
        self.waiting.look_again.connect(self.look_again)
        self.waiting.left.connect(self.close_wanted)

    def _show(self, page: Page) -> None:
        if self.indexOf(page) < 0:
            self.addWidget(page)
        self.setCurrentWidget(page)
        page.take_focus()

    def _chosen(self, which: str) -> None:
        if which == "demo":
            self.demo_wanted.emit()
        else:
            self._show(self.join if which == "join" else self.found)

    def show_failed(self, words: str) -> None:
        """Why it could not be done, on the form that was sent or while waiting."""
        page = self.currentWidget()
        if isinstance(page, JoinForm | FoundForm):
            page.show_failed(words)
        else:
            self.waiting.show_news(words)

    def show_waiting(self, words: str = "") -> None:
        """The request is on the server; `words`: what came of looking again."""
        self.join.show_busy(False)
        self._show(self.waiting)
        self.waiting.show_news(words)

    def show_recovery(self, sheet: str) -> None:
        """The recovery sheet, shown once; `recovery_kept` comes when the person has said that it is kept."""
        page = RecoveryPage(self._say, sheet)
        page.print_wanted.connect(self.print_wanted)
        page.finished.connect(self.recovery_kept)
        self._show(page)

    def show_done(self, name: str, organisation: str) -> None:
        """Set up; `finished` leads on."""
        page = DonePage(self._say, name, organisation)
        page.finished.connect(self.finished)
        self._show(page)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        page = self.currentWidget()
        if isinstance(page, Page):
            page.take_focus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        page = self.currentWidget()
        if isinstance(page, Page):
            page.take_focus()
