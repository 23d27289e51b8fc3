"""The doors of the application: first run, waiting to be let in, unlocking, locking, coming back from the cover."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from visitapp.actions import enrol, numbers, syncing
from visitapp.actions.cases import organisation_name
from visitapp.actions.enrol import Tools
from visitapp.actions.opening import check_passphrase, is_set_up, unlock, who
from visitapp.actions.session import Session
from visitapp.errors import VisitAppError
from visitapp.ui.background import Background
from visitapp.ui.firstrun.checks import Founding, Joining, tidy_address
from visitapp.ui.firstrun.page import FirstRun
from visitapp.ui.firstrun.printing import print_words
from visitapp.ui.shell.window import Shell
from visitapp.ui.unlock.page import UnlockPage
from visitapp.words import Text

LOOK_AGAIN_EVERY = 15_000
"""How often a laptop that waits to be let in looks whether it is, in milliseconds."""


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
        self._first_run: FirstRun | None = None
        self._unlock_page: UnlockPage | None = None
        self._look = QTimer(self, interval=LOOK_AGAIN_EVERY)
        self._look.timeout.connect(self._look_again)
        shell.locked.connect(self._lock)
        shell.passphrase_given.connect(self._passphrase)

    def start(self) -> None:
        """Show what this profile needs first."""
        self._shell.show_numbers(numbers.numbers_on_this_laptop(self._profile))
        if is_set_up(self._profile):
            self._ask_passphrase()
        else:
            self._begin_first_run()

    def _say(self, problem: VisitAppError) -> str:
        return self._tools.say(Text(problem.message, problem.named))

    # Unlocking

    def _ask_passphrase(self) -> None:
        page = UnlockPage(self._tools.say, numbers.numbers_on_this_laptop(self._profile))
        page.passphrase_given.connect(self._first_passphrase)
        if self._hint:
            page.show_profile(self._hint)
        self._unlock_page = page
        self._shell.show_alone(page)

    def _opened(self, passphrase: str) -> Callable[[], Session]:
        tools = self._tools
        return lambda: unlock(self._profile, passphrase, say=tools.say, clock=tools.clock, new_id=tools.new_id)

    def _first_passphrase(self, passphrase: str) -> None:
        page = self._unlock_page
        if page is None:
            return
        self._background.run(
            self._opened(passphrase),
            self._first_unlocked,
            lambda problem: page.show_error(self._say(problem)),
        )

    def _first_unlocked(self, session: Session) -> None:
        self._session = session
        if session.device.id:
            self._enter(session)
        else:
            self._first_run_page().show_waiting()
            self._look.start()
            self._look_again()

    def _enter(self, session: Session) -> None:
        self._look.stop()
        self._unlock_page = self._first_run = None
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
            if session.is_open:
                check_passphrase(self._profile, passphrase)
            else:
                session.take_over(self._opened(passphrase)())

        self._background.run(work, lambda _: self._let_back(), self._not_let_back)

    def _let_back(self) -> None:
        self._shell.unlock()
        self.came_back.emit()

    def _not_let_back(self, problem: VisitAppError) -> None:
        self._shell.show_passphrase_error(self._say(problem))

    # First run

    def _first_run_page(self) -> FirstRun:
        if self._first_run is None:
            page = FirstRun(self._tools.say)
            page.join_wanted.connect(self._join)
            page.found_wanted.connect(self._found)
            page.demo_wanted.connect(self.demo_wanted)
            page.look_again.connect(self._look_again)
            page.print_wanted.connect(lambda sheet: print_words(sheet, page))
            page.recovery_kept.connect(self._done)
            page.finished.connect(self._go_in)
            page.close_wanted.connect(self._shell.close)
            self._first_run = page
            self._shell.show_alone(page)
        return self._first_run

    def _go_in(self) -> None:
        if self._session is not None:
            self._enter(self._session)

    def _begin_first_run(self) -> None:
        self._first_run_page()

    def _join(self, typed: Joining) -> None:
        page, tools = self._first_run_page(), self._tools
        address = tidy_address(typed.address)

        def work() -> Session:
            enrol.check_new_passphrase(typed.passphrase, typed.again)
            opened = enrol.look_at_invite(address, typed.code, tools.clock())
            return enrol.begin_joining(self._profile, typed.passphrase, address, opened, tools)

        def begun(session: Session) -> None:
            self._session = session
            page.show_waiting()
            self._look.start()
            self._look_again()

        self._background.run(work, begun, lambda problem: page.show_failed(self._say(problem)))

    def _look_again(self) -> None:
        session, page = self._session, self._first_run_page()
        if session is None:
            return

        def work() -> bool:
            pending = enrol.joining(session)
            if pending is None:
                return True
            answer = enrol.ask(pending)
            if answer is None:
                return False
            enrol.finish_joining(session, pending, answer)
            with syncing.server_of(session) as server:
                syncing.cycle(session, server, lambda job: job())
            session.who = who(session)
            return True

        def looked(let_in: bool) -> None:
            if let_in and self._look.isActive():
                self._look.stop()
                self._done()

        self._background.run(work, looked, lambda problem: page.show_failed(self._say(problem)), owner=page)

    def _found(self, typed: Founding) -> None:
        page, tools = self._first_run_page(), self._tools
        address = tidy_address(typed.address)

        def work() -> enrol.Founded:
            enrol.check_new_passphrase(typed.passphrase, typed.again)
            return enrol.found_organisation(
                self._profile,
                typed.passphrase,
                name=typed.organisation,
                own_name=typed.name,
                job="",
                address=address,
                code=typed.code,
                tools=tools,
            )

        def founded(made: enrol.Founded) -> None:
            self._session = made.session
            page.show_recovery(made.sheet)

        self._background.run(work, founded, lambda problem: page.show_failed(self._say(problem)))

    def _done(self) -> None:
        session, page = self._session, self._first_run_page()
        if session is not None:
            self._background.run(
                lambda: (session.who.name, organisation_name(session)), lambda names: page.show_done(*names), owner=page
            )
