"""Keeps what is typed into a form, at most a second after the first keystroke that is not kept yet."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from visitapp.actions import unsent
from visitapp.actions.session import Session
from visitapp.actions.unsent import Unsent
from visitapp.ui.run import Run

_SOON = 900


class Keeper(QObject):
    """One form of one page. `read` asks the page what stands in its fields; empty values are not worth keeping."""

    def __init__(
        self, page: QObject, run: Run, session: Session, form: str, read: Callable[[], dict[str, str]]
    ) -> None:
        super().__init__(page)
        self._run, self._session, self._form, self._read = run, session, form, read
        self._done = self._dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON)
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
            self._timer.start()

    def save(self) -> None:
        """Keep it now, if something is not kept yet."""
        self._timer.stop()
        if self._done or not self._dirty:
            return
        self._dirty = False
        values = {field: words for field, words in self._read().items() if words.strip()}
        if values:
            self._run(lambda: unsent.keep(self._session, self._form, values), _nothing, first=True)
        else:
            self._run(lambda: unsent.forget(self._session, self._form), _nothing, first=True)

    def forget(self) -> None:
        """It was signed: forget what was kept. What is typed from now on is kept again."""
        self._timer.stop()
        self._dirty = False
        self._run(lambda: unsent.forget(self._session, self._form), _nothing, first=True)

    def finished(self) -> None:
        """It was signed, and the page has done its work: forget what was kept, and keep nothing more."""
        self._done = True
        self.forget()


def _nothing(_result: object) -> None:
    """Nobody waits for it."""
