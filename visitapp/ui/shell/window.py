"""The window: side bar, pages, status line; lock and cover before them. Pages stay alive behind both.

Its title never holds a name. It decides nothing about vaults: `about_to_lock`, `locked` and `passphrase_given` tell the
composition, which answers with `unlock` or `show_passphrase_error`.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from shiboken6 import isValid

from visitapp.ui.shell.copied import Copied
from visitapp.ui.shell.curtain import Curtain
from visitapp.ui.shell.frame import Frame
from visitapp.words import Say

if TYPE_CHECKING:
    from visitapp.ui.kit.page import Page
    from visitapp.ui.shell.furniture import Command, CrashTeller, LockWatch


class Shell(Frame):
    """The one window. Signals:

    place_wanted     a place of the side bar: one of `sidebar.PLACES`; answer with `show_place`
    about_to_lock    after every page got `must_save`, before the vault is shut
    locked           shut the vault now (a covered screen that locks keeps its plain face)
    covered          the cover is up; the vault may stay open
    passphrase_given from lock or cover: verify off the UI thread, then `unlock` or `show_passphrase_error`
    help_wanted      F1: for the page that is shown
    sync_wanted, closing, quit_wanted (from the crash dialog)
    """

    about_to_lock = Signal()
    locked = Signal()
    covered = Signal()
    help_wanted = Signal()
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
        super().__init__(say, lead=lead, parent=parent)
        self._today = today
        self._curtain = Curtain()
        self._copied = Copied(self)
        self._focus_before: QWidget | None = None
        self._commands: Sequence[Command] = ()
        self._alone: QWidget | None = None
        self._lock_times = (lock_after, warn_before)
        self._listen()
        self.resize(1366, 768)

    def _listen(self) -> None:
        self.cover_wanted.connect(self.cover)
        self.lock_wanted.connect(self.lock)
        self.palette_left.connect(self._focus_back)
        self.stay_wanted.connect(lambda: self.watch.touch())
        self._add_keys()

    @cached_property
    def watch(self) -> "LockWatch":
        """Counts towards the idle lock once somebody is in."""
        from visitapp.ui.shell.furniture import LockWatch

        watch = LockWatch(*self._lock_times, parent=self)
        watch.warned.connect(lambda seconds: self.warning.show_seconds(seconds))
        watch.calmed.connect(lambda: self.warning.hide())
        watch.due.connect(self.lock)
        watch.listen_to(self.windowHandle())
        return watch

    @cached_property
    def _crashes(self) -> "CrashTeller":
        from visitapp.ui.shell.furniture import CrashTeller

        crashes = CrashTeller(self._say, self)
        crashes.quit_wanted.connect(self.quit_wanted)
        crashes.cover_wanted.connect(self.cover)
        return crashes

    def _add_keys(self) -> None:
        keys: dict[str, Callable[[], None]] = {
            "F6": lambda: self._next_pane(1),
            "Shift+F6": lambda: self._next_pane(-1),
            "F1": self._help_key,
            "Ctrl+K": self.open_palette,
            "F9": self._cover_key,
            "Ctrl+Shift+L": self.lock,
            "Alt+Left": self.back,
        }
        for key, run in keys.items():
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(run)
            if key in ("F9", "Ctrl+Shift+L"):  # also while a list hangs open, which is a window of its own
                shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)

    # Pages

    def show_place(self, place: str, page: "Page") -> None:
        """Show the root page of a place; pages that stood on top of it there are left, saved before."""
        self._show_work()
        self.places.show_place(place, page)
        self.sidebar.set_current(place)

    def open_page(self, page: "Page") -> None:
        """Show a page on top of the one that is shown; Back leads back to it."""
        self._show_work()
        self.places.open_page(page)

    def back(self) -> None:
        """Leave the page that is shown, saved before, for the one below."""
        if self._curtain.shows == "open" and self._alone is None:
            self.places.back()

    def page(self) -> "Page | None":
        """The page that is shown."""
        return self.places.page()

    def show_alone(self, widget: QWidget) -> None:
        """Fill the window with something without side bar: the start's unlock page, the first run, the first sync."""
        self._leave_alone()
        self._alone = widget
        self.layers.addWidget(widget)
        self.layers.setCurrentWidget(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_alone(self) -> None:
        if self._alone is not None:
            gone, self._alone = self._alone, None
            self.layers.removeWidget(gone)
            gone.deleteLater()

    def _show_work(self) -> None:
        """Leave what stood alone, and begin to count towards the idle lock; never lifts lock or cover."""
        if self._alone is not None or not self.watch.counts():
            self._leave_alone()
            if self._curtain.shows == "open":
                self.layers.setCurrentWidget(self.work)
                self.watch.start()

    def set_commands(self, commands: "Sequence[Command]") -> None:
        """What the palette always offers, besides the places and what the page offers."""
        self._commands = commands

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
            self._copied.take_back()
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
        self.layers.setCurrentWidget(self.work)
        self._focus_back()
        self.watch.start()
        self._crashes.show_waiting()

    def show_passphrase_error(self, words: str) -> None:
        """The passphrase did not open it; the cover says so without words of ours."""
        if self._curtain.shows == "cover":
            self.cover_page.show_error(self._say("cover.wrong"))
        else:
            self.lock_page.show_error(words)

    def shows(self) -> str:
        """open, lock or cover."""
        return self._curtain.shows

    def _help_key(self) -> None:
        if self._curtain.shows == "open" and self._alone is None:
            self.help_wanted.emit()

    def _cover_key(self) -> None:
        if self._curtain.shows == "cover":
            self.cover_page.ask()
        else:
            self.cover()

    def _hide_work(self, layer: QWidget, title: str) -> None:
        _close_popups()
        self.warning.hide()
        self.palette_.hide()
        self._crashes.put_away()
        self._remember_focus()
        self.layers.setCurrentWidget(layer)
        self.setWindowTitle(title)

    # Keyboard

    def open_palette(self) -> None:
        """Offer everything that can be done here, by name."""
        if self._curtain.shows != "open" or self._alone is not None:
            return
        from visitapp.ui.shell.furniture import Command

        self._remember_focus()
        page = self.page()
        go = [
            Command(self._say("shell.go_to", place=words), partial(self.place_wanted.emit, key))
            for key, words in self.sidebar.places()
        ]
        own = [
            Command(self._say("shell.sync"), self.sync_wanted.emit),
            Command(self._say("shell.help_here"), self.help_wanted.emit, "F1"),
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
        if focus is not None and self.work.isAncestorOf(focus):
            self._focus_before = focus

    def _focus_back(self) -> None:
        before = self._focus_before
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.places.take_focus()

    def show_crash(self, error: BaseException) -> None:
        """Tell of an unexpected error: one dialog at a time, never over lock or cover."""
        self._crashes.keep(error)
        if self._curtain.shows == "open":
            self._crashes.show_waiting()

    # Qt's own

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.layers.count() == 0:
            self.layers.setCurrentWidget(self.work)
        if "watch" in self.__dict__:
            self.watch.listen_to(self.windowHandle())

    def closeEvent(self, event: QCloseEvent) -> None:
        self.places.save_all()
        self.watch.stop()
        self._copied.take_back()
        self.closing.emit()
        super().closeEvent(event)


def _close_popups() -> None:
    """Close open lists, menus, tips and dialogs: they are windows of their own and would stay over lock and cover."""
    QToolTip.hideText()
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    while (dialog := QApplication.activeModalWidget()) is not None:
        if not dialog.close():
            dialog.hide()
