"""What the tour's steps share: the two windows, the families, and ways to look into the vaults beside the screen."""

from collections.abc import Callable
from typing import Any, TypeVar

from visitapp.actions import cases
from visitapp.actions.session import Session
from visitapp.actions.tools import Tools
from visitapp.demo.people import PASSPHRASE, Demo
from visitapp.demo.tour.driver import Driver, TourFailed, Window
from visitapp.demo.tour.marker import Marker
from visitapp.domain.case import Case
from visitapp.domain.draft import Draft
from visitapp.store import drafts
from visitapp.ui.case.overview.page import OverviewPage
from visitapp.ui.visit.flow import VisitFlow
from visitapp.ui.visit.sign.make_of_it import MakeOfItPage

T = TypeVar("T")


class Scene:
    """One tour under way. `window` is the one that is driven."""

    def __init__(
        self, tools: Tools, open_window: Callable[[str], Window], demo: Demo, driver: Driver, marker: Marker
    ) -> None:
        self.say, self.demo, self.driver, self.marker = tools.say, demo, driver, marker
        self._open = open_window
        self._windows: dict[str, Window] = {}
        self.stream = ""
        self.contact = ""
        self.question = ""

    @property
    def window(self) -> Window:
        """The window that is driven."""
        if self.driver.window is None:
            raise TourFailed("there is no window")
        return self.driver.window

    def use(self, role: str) -> Window:
        """Drive this person's window, opened when it is first wanted; the other is put out of sight."""
        if role not in self._windows:
            with self.driver.held.aside():  # starting has a budget of its own
                self._windows[role] = self._open(role)
                self._windows[role].start()
        window = self._windows[role]
        for other in self._windows.values():
            if other is not window:
                other.shell.hide()
        self.driver.window = window
        if not window.shell.isVisible():
            window.shell.show()

        def in_front() -> bool:
            if not window.shell.isActiveWindow():
                window.shell.activateWindow()
            return window.shell.isActiveWindow()

        self.driver.until(in_front, "the window in front")
        return window

    def close(self) -> None:
        """Close the windows."""
        for window in self._windows.values():
            window.shell.close()
            window.shell.deleteLater()

    def passphrase(self) -> None:
        """Type the demo's passphrase where the focus is."""
        self.driver.keys(PASSPHRASE)

    # Beside the screen

    def ask(self, work: Callable[[Session], T]) -> T:
        """Look something up in the vault of the window that is driven, on its own thread."""
        window = self.window
        found: list[Any] = []
        session = window.session
        if session is None:
            raise TourFailed("nobody has unlocked")
        window.background.run(lambda: work(session), found.append)
        self.driver.until(lambda: found, "an answer from the vault")
        result: T = found[0]
        return result

    def case(self) -> Case:
        """The tour's case as the vault has it."""
        return self.ask(lambda session: session.case(self.stream))

    def draft(self) -> Draft:
        """The newest draft as the vault has it."""

        def newest(session: Session) -> Draft | None:
            lines = drafts.everything(session.db)
            return drafts.load(session.db, lines[0].id) if lines else None

        found = self.ask(newest)
        if found is None:
            raise TourFailed("there is no draft in the vault")
        return found

    def saved(self, holds: Callable[[Draft], bool], what: str) -> None:
        """Wait until the draft in the vault says something; write it down."""
        self.driver.until(lambda: holds(self.draft()), what)
        self.driver.check(True, f"draft in the vault: {what}")

    def family(self, name: str) -> str:
        """The stream of a family by its title."""
        found = [line.stream for line in self.ask(cases.cases) if line.title.startswith(name)]
        if len(found) != 1:
            raise TourFailed(f"not one family {name}")
        return found[0]

    def page(self, kind: type[T]) -> T:
        """Wait until a page of this kind is shown."""
        shell = self.window.shell

        def shown() -> T | None:
            page: object = shell.page()
            return page if isinstance(page, kind) else None

        found = self.driver.until(shown, f"page {kind.__name__}")
        self.driver.settle()
        result: T = found
        return result

    def begin(self, stream: str, kind: str) -> None:
        """Open the family, then begin a visit, a quick note or a visit without a reply there."""
        self.driver.settle()  # as whoever looks at a page before pressing on it
        before = self.window.shell.page()
        self.window.pages.cases.overview(stream)
        self.driver.until(lambda: self.window.shell.page() is not before, "another page")
        page = self.page(OverviewPage)
        self.driver.until(lambda: page.begin[kind].isVisible(), "the family's page")
        self.driver.count_from_here()
        self.driver.click(page.begin[kind])

    def done_with(self, flow: VisitFlow) -> None:
        """Press Done after the second signature; the visit is left."""
        page = flow.page_shown()
        if not isinstance(page, MakeOfItPage):
            raise TourFailed("not at the second signature")
        self.driver.click(page.close_)
        self.driver.until(lambda: self.window.shell.page() is not flow, "the visit left")

    def tap(self) -> None:
        """Keep everything that leaves this window's laptop, for the marker."""
        self.window.syncer.server.listen(self.marker.sent.append)
