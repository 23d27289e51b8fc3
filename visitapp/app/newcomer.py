"""Somebody who is not in yet: the first run, founding an organisation, joining one, waiting to be let in."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from visitapp.actions.session import Session
from visitapp.actions.tools import Tools
from visitapp.app.verbs import enrol, organisation_name, recognise, syncing
from visitapp.errors import VisitAppError
from visitapp.ui.background import Background
from visitapp.ui.firstrun.checks import Founding, Joining, tidy_address
from visitapp.ui.firstrun.page import FirstRun
from visitapp.ui.firstrun.printing import print_words
from visitapp.ui.shell.window import Shell
from visitapp.words import Text

LOOK_AGAIN_EVERY = 15_000
"""How often a laptop that waits to be let in looks whether it is, in milliseconds."""


class Newcomer(QObject):
    """`entered` carries the open session, once."""

    entered = Signal(object)
    demo_wanted = Signal()

    def __init__(self, shell: Shell, background: Background, profile: Path, tools: Tools) -> None:
        super().__init__(shell)
        self._shell, self._background, self._profile, self._tools = shell, background, profile, tools
        self._session: Session | None = None
        self._first_run: FirstRun | None = None
        self._look = QTimer(self, interval=LOOK_AGAIN_EVERY)
        self._look.timeout.connect(self._look_again)

    def begin(self, waiting: Session | None) -> None:
        """Show the first run; for a laptop that `waiting` was not let in so far, the page on which it waits."""
        self._session = waiting
        page = self._first_run_page()
        if waiting is not None:
            page.show_waiting()
            self._look.start()
            self._look_again()

    def _say(self, problem: VisitAppError) -> str:
        return self._tools.say(Text(problem.message, problem.named))

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
        self._look.stop()
        if self._session is not None:
            self.entered.emit(self._session)

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
            # Who one is comes with the organisation's own stream; everything else with the first sync, on its page.
            with syncing.server_of(session) as server:
                syncing.bring_organisation(session, server)
            recognise(session)
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
