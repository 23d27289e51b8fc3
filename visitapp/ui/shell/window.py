"""The window: side bar, pages, status line; lock and cover before them. Pages stay alive behind both.

Its title never holds a name. It decides nothing about vaults: `about_to_lock`, `locked` and `passphrase_given` tell the
composition, which answers with `unlock` or `show_passphrase_error`.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from visitapp.domain.organisation import PhoneCard
from visitapp.ui.cover.page import CoverPage
from visitapp.ui.kit.page import Command, Page
from visitapp.ui.lock.watch import LockWatch
from visitapp.ui.shell.commands import CommandPalette
from visitapp.ui.shell.crash import CrashDialog
from visitapp.ui.shell.curtain import Curtain
from visitapp.ui.shell.places import Places
from visitapp.ui.shell.sidebar import SideBar
from visitapp.ui.shell.statusline import StatusLine
from visitapp.ui.shell.warning import LockWarning
from visitapp.ui.theme.icons import icon
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import FOLD_BELOW, LIGHT
from visitapp.ui.unlock.page import UnlockPage
from visitapp.words import Say


class Shell(QWidget):
    """The one window. Signals:

    place_wanted     a place of the side bar: today, cases, inbox, search, settings; answer with `show_place`
    about_to_lock    after every page got `must_save`, before the vault is shut
    locked           shut the vault now (a covered screen that locks keeps its plain face)
    covered          the cover is up; the vault may stay open
    passphrase_given from lock or cover: verify off the UI thread, then `unlock` or `show_passphrase_error`
    sync_wanted, closing, quit_wanted (from the crash dialog)
    """

    place_wanted = Signal(str)
    about_to_lock = Signal()
    locked = Signal()
    covered = Signal()
    passphrase_given = Signal(str)
    sync_wanted = Signal()
    closing = Signal()
    quit_wanted = Signal()

    def __init__(
        self,
        say: Say,
        *,
        lead: bool = False,
        lock_after: float = 300,
        warn_before: float = 60,
        today: Callable[[], date] = date.today,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._say, self._today = say, today
        self._curtain = Curtain()
        self._focus_before: QWidget | None = None
        self._crashes: list[BaseException] = []
        self._crash: CrashDialog | None = None
        self._commands: Sequence[Command] = ()
        self.setWindowTitle(say("shell.name"))
        self.setWindowIcon(icon("visitapp", LIGHT.primary, 64))
        self.setMinimumSize(480, 360)
        self._build(lead=lead)
        self._listen()
        self.watch = LockWatch(lock_after, warn_before, parent=self)
        self.watch.warned.connect(self.warning.show_seconds)
        self.watch.calmed.connect(self.warning.hide)
        self.watch.due.connect(self.lock)
        self.resize(1366, 768)

    def _build(self, *, lead: bool) -> None:
        self.sidebar = SideBar(self._say, lead=lead)
        self.places = Places(self._say)
        self.status = StatusLine(self._say)
        self._work = QWidget()
        across = QHBoxLayout(self._work)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        down = QVBoxLayout()
        down.setSpacing(0)
        down.addWidget(self.places, 1)
        down.addWidget(self.status)
        across.addLayout(down, 1)
        self.lock_page = UnlockPage(self._say, locked=True)
        self.cover_page = CoverPage(self._say)
        self._layers = QStackedWidget()
        for layer in (self._work, self.lock_page, self.cover_page):
            self._layers.addWidget(layer)
        self._alone: QWidget | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._layers)
        self.palette_ = CommandPalette(self._say, self)
        self.warning = LockWarning(self._say, self)

    def _listen(self) -> None:
        self.sidebar.wanted.connect(self.place_wanted)
        self.sidebar.cover_wanted.connect(self.cover)
        self.sidebar.lock_wanted.connect(self.lock)
        self.status.sync_wanted.connect(self.sync_wanted)
        self.palette_.left.connect(self._focus_back)
        self.warning.stay.connect(lambda: self.watch.touch())
        for page in (self.lock_page, self.cover_page):
            page.passphrase_given.connect(self.passphrase_given)
        keys: dict[str, Callable[[], None]] = {
            "F6": lambda: self._next_pane(1),
            "Shift+F6": lambda: self._next_pane(-1),
            "Ctrl+K": self.open_palette,
            "F9": self._cover_key,
            "Ctrl+Shift+L": self.lock,
            "Alt+Left": self.back,
        }
        for key, run in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(run)

    # Pages

    def show_place(self, place: str, page: Page) -> None:
        """Show the root page of a place; pages that stood on top of it there are left, saved before."""
        self._leave_alone()
        self.places.show_place(place, page)
        self.sidebar.set_current(place)

    def open_page(self, page: Page) -> None:
        """Show a page on top of the one that is shown; Back leads back to it."""
        self._leave_alone()
        self.places.open_page(page)

    def back(self) -> None:
        """Leave the page that is shown, saved before, for the one below."""
        if self._curtain.shows == "open" and self._alone is None:
            self.places.back()

    def page(self) -> Page | None:
        """The page that is shown."""
        return self.places.page()

    def show_alone(self, widget: QWidget) -> None:
        """Fill the window with something without side bar: the start's unlock page, the first run, the first sync."""
        self._leave_alone()
        self._alone = widget
        self._layers.addWidget(widget)
        self._layers.setCurrentWidget(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_alone(self) -> None:
        if self._alone is None:
            return
        gone, self._alone = self._alone, None
        self._layers.removeWidget(gone)
        gone.deleteLater()
        self._layers.setCurrentWidget(self._work)
        self.watch.start()

    def set_lead(self, lead: bool) -> None:
        """Whether the inbox is there."""
        self.sidebar.set_lead(lead)

    def set_commands(self, commands: Sequence[Command]) -> None:
        """What the palette always offers, besides the places and what the page offers."""
        self._commands = commands

    def show_status(self, words: str, *, trouble: bool = False, busy: bool = False) -> None:
        """The true state of the work, in words, at the foot."""
        self.status.show_status(words, trouble=trouble, busy=busy)

    def show_numbers(self, card: PhoneCard | None) -> None:
        """The numbers on the lock screen."""
        self.lock_page.show_numbers(card)

    # Lock and cover

    def cover(self) -> None:
        """Put the plain page over everything, at once; then save."""
        if self._alone is not None or not self._curtain.cover():
            return
        self._hide_work(self.cover_page, self._say("cover.title"))
        self.cover_page.put_up(self._today())
        self.places.save_all()
        self.covered.emit()

    def lock(self) -> None:
        """Hide everything, save, and have the vault shut. The pages stay as they are."""
        if self._alone is not None:
            return
        if self._curtain.shows == "open":
            self._hide_work(self.lock_page, self._say("shell.name"))
            self.lock_page.start_again()
            self.lock_page.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._curtain.lock():
            self.watch.stop()
            self.places.save_all()
            self.about_to_lock.emit()
            self.locked.emit()

    def unlock(self) -> None:
        """The passphrase was right: back to the page as it was, at the same field."""
        self._curtain.let_in()
        self.lock_page.start_again()
        self.cover_page.put_up(self._today())
        self.setWindowTitle(self._say("shell.name"))
        self._layers.setCurrentWidget(self._work)
        self._focus_back()
        self.watch.start()
        self._show_next_crash()

    def show_passphrase_error(self, words: str) -> None:
        """The passphrase did not open it; the cover says so without words of ours."""
        if self._curtain.shows == "cover":
            self.cover_page.show_error(self._say("cover.wrong"))
        else:
            self.lock_page.show_error(words)

    def shows(self) -> str:
        """open, lock or cover."""
        return self._curtain.shows

    def _cover_key(self) -> None:
        if self._curtain.shows == "cover":
            self.cover_page.ask()
        else:
            self.cover()

    def _hide_work(self, layer: QWidget, title: str) -> None:
        self.warning.hide()
        self.palette_.hide()
        if self._crash is not None:
            self._crash.accept()
        self._remember_focus()
        self._layers.setCurrentWidget(layer)
        self.setWindowTitle(title)

    # Keyboard

    def open_palette(self) -> None:
        """Offer everything that can be done here, by name."""
        if self._curtain.shows != "open" or self._alone is not None:
            return
        self._remember_focus()
        page = self.page()
        go = [
            Command(self._say("shell.go_to", place=words), partial(self.place_wanted.emit, key))
            for key, words in self.sidebar.places()
        ]
        own = [
            Command(self._say("shell.sync"), self.sync_wanted.emit),
            Command(self._say("shell.cover"), self.cover, "F9"),
            Command(self._say("shell.lock"), self.lock, "Ctrl+Shift+L"),
        ]
        self.palette_.open_with([*(page.commands() if page else ()), *go, *self._commands, *own])

    def _next_pane(self, step: int) -> None:
        if self._curtain.shows != "open" or self._alone is not None:
            return
        panes: list[tuple[QWidget, Callable[[], None]]] = [
            (self.sidebar, self.sidebar.take_focus),
            (self.places, self.places.take_focus),
            (self.status, lambda: self.status.button.setFocus(Qt.FocusReason.ShortcutFocusReason)),
        ]
        at = QApplication.focusWidget()
        here = next((n for n, (pane, _) in enumerate(panes) if at is not None and pane.isAncestorOf(at)), 0)
        if here == 1:
            self.places.remember_focus()
        panes[(here + step) % len(panes)][1]()

    def _remember_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._work.isAncestorOf(focus):
            self._focus_before = focus

    def _focus_back(self) -> None:
        before = self._focus_before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.places.take_focus()

    # The unexpected

    def show_crash(self, error: BaseException) -> None:
        """Tell of an unexpected error: one dialog at a time, never over lock or cover."""
        if not self._crashes:
            self._crashes.append(error)
        self._show_next_crash()

    def _show_next_crash(self) -> None:
        if not self._crashes or self._crash is not None or self._curtain.shows != "open":
            return
        self._crash = CrashDialog(self._say, self._crashes.pop(), self)
        self._crash.quit_wanted.connect(self.quit_wanted)
        self._crash.finished.connect(self._crash_read)
        self._crash.open()

    def _crash_read(self) -> None:
        self._crash = None

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.watch.listen_to(self.windowHandle())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "warning"):
            self._fit()

    def _fit(self) -> None:
        self.sidebar.set_folded(self.width() * 100 < FOLD_BELOW * percent_of(self))
        self.warning.fit()
        if self.palette_.isVisible():
            self.palette_.fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.places.save_all()
        self.watch.stop()
        self.closing.emit()
        super().closeEvent(event)
