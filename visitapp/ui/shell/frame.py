"""What the window is made of: side bar, pages, status line, lock screen, cover, palette, warning.

Each part is loaded and made when it is first shown: the unlock page at the start waits for none of them.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from visitapp.domain.organisation import PhoneCard
from visitapp.ui.kit.order import come_in
from visitapp.ui.kit.turn import next_turn
from visitapp.ui.theme.icons import icon
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import FOLD_BELOW, LIGHT
from visitapp.ui.unlock.page import UnlockPage
from visitapp.words import Say

if TYPE_CHECKING:
    from visitapp.ui.shell.furniture import CommandPalette, CoverPage, LockWarning, Places, SideBar, StatusLine


class Frame(QWidget):
    """The parts of the window, and what they ask for, as signals. Decides nothing."""

    place_wanted = Signal(str)
    passphrase_given = Signal(str)
    sync_wanted = Signal()
    cover_wanted = Signal()
    lock_wanted = Signal()
    palette_left = Signal()
    stay_wanted = Signal()

    def __init__(self, say: Say, *, lead: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._lead = say, lead
        self._numbers: PhoneCard | None = None
        self.setWindowTitle(say("shell.name"))
        self.setMinimumSize(480, 360)
        self.layers = QStackedWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.layers)

    @cached_property
    def sidebar(self) -> "SideBar":
        """The places, cover and lock."""
        from visitapp.ui.shell.furniture import SideBar

        bar = SideBar(self._say, lead=self._lead)
        bar.wanted.connect(self.place_wanted)
        bar.cover_wanted.connect(self.cover_wanted)
        bar.lock_wanted.connect(self.lock_wanted)
        return bar

    @cached_property
    def places(self) -> "Places":
        """The pages."""
        from visitapp.ui.shell.furniture import Places

        return Places(self._say)

    @cached_property
    def status(self) -> "StatusLine":
        """The line at the foot."""
        from visitapp.ui.shell.furniture import StatusLine

        line = StatusLine(self._say)
        line.sync_wanted.connect(self.sync_wanted)
        return line

    @cached_property
    def lock_page(self) -> UnlockPage:
        """What a locked screen shows."""
        page = UnlockPage(self._say, self._numbers, locked=True)
        page.passphrase_given.connect(self.passphrase_given)
        self.layers.addWidget(page)
        return page

    @cached_property
    def cover_page(self) -> "CoverPage":
        """The plain page of appointments."""
        from visitapp.ui.shell.furniture import CoverPage

        page = CoverPage(self._say)
        page.passphrase_given.connect(self.passphrase_given)
        self.layers.addWidget(page)
        return page

    @cached_property
    def palette_(self) -> "CommandPalette":
        """The command palette."""
        from visitapp.ui.shell.furniture import CommandPalette

        palette = CommandPalette(self._say, self)
        palette.left.connect(self.palette_left)
        return palette

    @cached_property
    def warning(self) -> "LockWarning":
        """The warning before the idle lock."""
        from visitapp.ui.shell.furniture import LockWarning

        warning = LockWarning(self._say, self)
        warning.stay.connect(self.stay_wanted)
        return warning

    @cached_property
    def work(self) -> QWidget:
        """Side bar, pages and status line together."""
        work = QWidget()
        across = QHBoxLayout(work)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(0)
        across.addWidget(self.sidebar)
        down = QVBoxLayout()
        down.setSpacing(0)
        down.addWidget(self.places, 1)
        down.addWidget(self.status)
        across.addLayout(down, 1)
        self.layers.addWidget(work)
        self.sidebar.set_folded(self._is_narrow())
        return work

    def make_work(self) -> None:
        """Make side bar, pages and status line before they are wanted."""
        self.sidebar  # noqa: B018  # made by being asked for
        next_turn(self, lambda: self.work)

    def show_icon(self) -> None:
        """The window's own icon; the first page does not wait for it."""
        self.setWindowIcon(icon("visitapp", LIGHT.primary, 64))

    def set_lead(self, lead: bool) -> None:
        """Whether the places of a lead are there."""
        self._lead = lead
        self.sidebar.set_lead(lead)

    def show_status(self, words: str, *, trouble: bool = False, busy: bool = False) -> None:
        """The true state of the work, in words, at the foot."""
        self.status.show_status(words, trouble=trouble, busy=busy)

    def show_numbers(self, card: PhoneCard | None) -> None:
        """The numbers on the lock screen."""
        self._numbers = card
        if "lock_page" in self.__dict__:
            self.lock_page.show_numbers(card)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest:
            # Qt paints a window before parts that came in the same round have their places, squeezed into the room of
            # what stood there: give them their places first.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        return super().event(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        before = self.focusWidget()
        moved = super().focusNextPrevChild(forward)
        page, here = self.places.page() if "places" in self.__dict__ else None, self.focusWidget()
        if page is not None and page.isAncestorOf(here) and not page.isAncestorOf(before):
            # Qt goes by what was made first, which is not what stands first where a part came later.
            come_in(page, forward=forward)
        return moved

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _is_narrow(self) -> bool:
        return self.width() * 100 < FOLD_BELOW * percent_of(self)

    def _fit(self) -> None:
        made = self.__dict__
        if "sidebar" in made:
            self.sidebar.set_folded(self._is_narrow())
        if "warning" in made:
            self.warning.fit()
        if "palette_" in made and self.palette_.isVisible():
            self.palette_.fit()
