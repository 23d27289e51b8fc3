"""The doors of the application: unlocking, locking, coming back from the cover. The first run stands in newcomer.py.

Loads next to nothing, so that the unlock page is painted at once; what comes behind it is loaded by the worker.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from visitapp.actions.lockscreen import is_set_up, numbers_on_this_laptop
from visitapp.actions.tools import Tools
from visitapp.errors import VisitAppError
from visitapp.ui.background import Background
from visitapp.ui.shell.window import Shell
from visitapp.ui.unlock.page import UnlockPage
from visitapp.words import Text

if TYPE_CHECKING:
    from visitapp.actions.session import Session
    from visitapp.app.newcomer import Newcomer


class Doors(QObject):
    """Owns the way in. `entered` carries the open session, once; `came_back` follows every later unlock.

    `shut_out` is told when the vault was closed by a lock. `hint`: what the unlock page says of this profile.
    """

    entered = Signal(object)
    came_back = Signal()
    shut_out = Signal()
    demo_wanted = Signal()

    def __init__(self, shell: Shell, background: Background, profile: Path, tools: Tools, hint: str = "") -> None:
        super().__init__(shell)
        self._hint = hint
        self._shell, self._background, self._profile, self._tools = shell, background, profile, tools
        self._session: Session | None = None
        self._newcomer: Newcomer | None = None
        self._unlock_page: UnlockPage | None = None
        shell.locked.connect(self._lock)
        shell.passphrase_given.connect(self._passphrase)

    def start(self) -> None:
        """Show what this profile needs first."""
        self._shell.show_numbers(numbers_on_this_laptop(self._profile))
        if is_set_up(self._profile):
            self._ask_passphrase()
        else:
            self._receive(None)

    def _say(self, problem: VisitAppError) -> str:
        return self._tools.say(Text(problem.message, problem.named))

    # Unlocking

    def _ask_passphrase(self) -> None:
        page = UnlockPage(self._tools.say, numbers_on_this_laptop(self._profile))
        page.passphrase_given.connect(self._first_passphrase)
        if self._hint:
            page.show_profile(self._hint)
        self._unlock_page = page
        self._shell.show_alone(page)

    def _opened(self, passphrase: str) -> "Session":
        # On the worker's thread: what the first page does not need is loaded behind it.
        from visitapp.app.verbs import unlock

        tools = self._tools
        return unlock(self._profile, passphrase, say=tools.say, clock=tools.clock, new_id=tools.new_id)

    def _first_passphrase(self, passphrase: str) -> None:
        page = self._unlock_page
        if page is None:
            return
        self._background.run(
            lambda: self._opened(passphrase),
            self._first_unlocked,
            lambda problem: page.show_error(self._say(problem)),
        )

    def _first_unlocked(self, session: "Session") -> None:
        if session.device.id:
            self._enter(session)
        else:
            self._receive(session)

    def _receive(self, waiting: "Session | None") -> None:
        """Somebody who is not in yet: a first run, or (`waiting`) a laptop that was not let in so far."""
        from visitapp.app.newcomer import Newcomer

        newcomer = Newcomer(self._shell, self._background, self._profile, self._tools)
        newcomer.entered.connect(self._enter)
        newcomer.demo_wanted.connect(self.demo_wanted)
        self._newcomer = newcomer
        newcomer.begin(waiting)

    def _enter(self, session: "Session") -> None:
        self._session = session
        self._unlock_page = self._newcomer = None
        self.entered.emit(session)

    # Lock and cover

    def _lock(self) -> None:
        session = self._session
        if session is not None:
            self._background.run(session.shut, lambda _: self.shut_out.emit(), first=True)

    def _passphrase(self, passphrase: str) -> None:
        session = self._session
        if session is None:
            return

        def work() -> None:
            from visitapp.app.verbs import check_passphrase

            if session.is_open:
                check_passphrase(self._profile, passphrase)
            else:
                session.take_over(self._opened(passphrase))

        self._background.run(work, lambda _: self._let_back(), self._not_let_back)

    def _let_back(self) -> None:
        self._shell.unlock()
        self.came_back.emit()

    def _not_let_back(self, problem: VisitAppError) -> None:
        self._shell.show_passphrase_error(self._say(problem))
