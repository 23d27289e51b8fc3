"""Syncing in the desktop: the runner, and what it came to as signals on the UI thread."""

from PySide6.QtCore import QObject, Signal

from visitapp.actions import syncing
from visitapp.actions.session import Session
from visitapp.sync.outcome import Outcome
from visitapp.sync.runner import Runner
from visitapp.sync.transport import HttpServer
from visitapp.ui.background import Background


class Syncer(QObject):
    """`told` carries every outcome, `broken` a bug; `moved`: something was taken in. All arrive on the UI thread."""

    told = Signal(object)
    moved = Signal()
    broken = Signal(object)

    def __init__(self, session: Session, server: HttpServer, background: Background, every: float) -> None:
        super().__init__()
        self._session, self.server, self._background = session, server, background
        self.last: Outcome | None = None
        self._runner = Runner(self._cycle, self._heard, self.broken.emit, every)

    def _cycle(self) -> Outcome:
        return syncing.cycle(self._session, self.server, self._background.ask, self.moved.emit)

    def _heard(self, outcome: Outcome) -> None:
        self.last = outcome
        self.told.emit(outcome)

    @property
    def running(self) -> bool:
        """Whether a cycle is under way."""
        return self._runner.running

    def start(self) -> None:
        """Begin, with a first cycle at once."""
        self._runner.start()

    def ask(self) -> None:
        """Sync now; joins the cycle that is running."""
        self._runner.ask()

    def stop(self) -> None:
        """End; does not wait for the network."""
        self._runner.stop(wait=False)
        self.server.close()
