"""The first sync on the screen: its page comes by itself, and leaves by itself where the person has not moved."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from shiboken6 import isValid

from visitapp.actions.cases import CaseLine
from visitapp.actions.first_sync import FirstSync, how_far, lines_of
from visitapp.actions.session import Session
from visitapp.errors import VisitAppError
from visitapp.ui.background import Background
from visitapp.ui.firstsync.page import FirstSyncPage
from visitapp.ui.firstsync.words import FirstSyncWords, through, words
from visitapp.ui.shell.window import Shell
from visitapp.ui.today.page import TodayPage
from visitapp.ui.today.rows import family
from visitapp.words import Say

_SOON, _NOW_AND_THEN = 200, 2000
_SIGNS = frozenset({QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.TouchBegin})


class Ways(Protocol):
    """Where the page leads."""

    def open_case(self, stream: str) -> None: ...

    def new_family(self) -> None: ...


class Arriving(QObject):
    """Asks the vault how far it is whenever something came in, a few times a second at most.

    `came`: another family is here whole, or everything is; other pages may show it.
    """

    came = Signal()

    def __init__(
        self, shell: Shell, background: Background, session: Session, say: Say, ways: Ways, busy: Callable[[], bool]
    ) -> None:
        super().__init__(shell)
        self._shell, self._background, self._session, self._say = shell, background, session, say
        self._ways, self._busy = ways, busy
        self._page: FirstSyncPage | None = None
        self._last: FirstSync | None = None
        self._lines: dict[str, CaseLine] = {}
        self._still, self._came = True, 0
        self._soon, self._then = QTimer(self), QTimer(self)
        for timer, pause, then in ((self._soon, _SOON, self.look), (self._then, _NOW_AND_THEN, self.came.emit)):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(then)
        handle = shell.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def moved(self) -> None:
        """Something came in."""
        if not self._soon.isActive():
            self._soon.start()

    def look(self) -> None:
        """Ask how far it is."""
        self._background.run(self._asked, self._found, _later, owner=self)

    def open(self) -> None:
        """Show the page, because the person wants to see it."""
        self._show()
        self._still = False

    def _asked(self) -> tuple[FirstSync | None, tuple[CaseLine, ...]]:
        found, before = how_far(self._session), self._last
        here = found.here if found else before.families if before else ()
        return found, lines_of(self._session, [one for one in here if one not in self._lines])

    def _found(self, told: tuple[FirstSync | None, tuple[CaseLine, ...]]) -> None:
        found, lines = told
        before, self._last = self._last, found
        self._lines |= {line.stream: line for line in lines}
        if found is None:
            self._through(before)
            return
        if before is None and self._still and isinstance(self._shell.page(), TodayPage) and len(found.families) != 1:
            self._show()
        self._tell(words(self._say, found, busy=self._busy()))
        if (before is None or before.here != found.here) and not self._then.isActive():
            self._then.start()

    def _through(self, before: FirstSync | None) -> None:
        self._then.stop()
        self._came = len(before.families) if before else self._came
        self._tell(through(self._say, self._came))
        if before is None:
            return
        page = self._shown()
        if page is not None and self._shell.page() is page and self._still and self._shell.shows() == "open":
            self._shell.back()
        self.came.emit()

    def _tell(self, found: FirstSyncWords) -> None:
        page = self._shown()
        if page is not None:
            page.show_words(found, [family(self._say, line) for line in self._lines.values()])

    def _shown(self) -> FirstSyncPage | None:
        return self._page if self._page is not None and isValid(self._page) else None

    def _show(self) -> None:
        page = self._shown()
        if page is not None:
            self._shell.places.leave(page)
        page = FirstSyncPage(self._say)
        page.left.connect(self._shell.back)
        page.case_opened.connect(self._ways.open_case)
        page.family_wanted.connect(self._ways.new_family)
        page.arrived.connect(self.look)
        self._page = page
        self._still = True
        self._shell.open_page(page)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Typing the passphrase on the locked screen is not work on the page.
        if event.type() in _SIGNS and self._shell.shows() == "open":
            self._still = False
        return False


def _later(_problem: VisitAppError) -> None:
    """Locked, or the like: asked again on return."""
