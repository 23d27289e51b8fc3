"""Keeps what is typed into a form, at most a second after the first keystroke that is not kept yet."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from visitapp.actions import unsent
from visitapp.actions.session import Session
from visitapp.actions.unsent import Unsent
from visitapp.errors import VisitAppError
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.run import Run, why
from visitapp.words import Say

_SOON, _AGAIN = 900, 5_000


class Keeper(QObject):
    """One form of one page. `read` asks the page what stands in its fields; empty values are not worth keeping.

    What the disk did not take is told on the page, and tried again until it does.
    """

    def __init__(
        self, say: Say, page: LivePage, run: Run, session: Session, form: str, read: Callable[[], dict[str, str]]
    ) -> None:
        super().__init__(page)
        self._say, self._page = say, page
        self._run, self._session, self._form, self._read = run, session, form, read
        self._done = self._dirty = self._told = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.save)

    def load(self, done: Callable[[Unsent], None]) -> None:
        """Hand back what was kept, if anything was."""

        def came(found: Unsent | None) -> None:
            if found is not None:
                done(found)

        self._run(lambda: unsent.kept(self._session, self._form), came, owner=self)

    def typed(self) -> None:
        """Something was typed: it is kept within a second."""
        self._dirty = True
        if not self._timer.isActive():
            self._timer.start(_SOON)

    def save(self) -> None:
        """Keep it now, if something is not kept yet."""
        self._timer.stop()
        if self._done or not self._dirty:
            return
        values = {field: words for field, words in self._read().items() if words.strip()}
        if not values:
            self.forget()
            return
        self._dirty = False
        self._do(lambda: unsent.keep(self._session, self._form, values))

    def forget(self) -> None:
        """It was signed: forget what was kept. What is typed from now on is kept again."""
        self._timer.stop()
        self._dirty = False
        self._do(lambda: unsent.forget(self._session, self._form))

    def finished(self) -> None:
        """It was signed, and the page has done its work: forget what was kept, and keep nothing more."""
        self._done = True
        self.forget()

    def _do(self, work: Callable[[], object]) -> None:
        self._run(work, self._kept, self._not_kept, owner=self, first=True)

    def _kept(self, _result: object) -> None:
        if self._told:
            self._told = False
            self._page.show_failure("")

    def _not_kept(self, problem: VisitAppError) -> None:
        self._dirty = self._told = True
        self._page.show_failure(self._say(why(problem)))
        if not self._timer.isActive():
            self._timer.start(_AGAIN)
