"""What every route works with: settings, keys, database, clock, sessions, rates, and whom the server serves."""

import time
from collections.abc import Callable
from threading import Lock

from visitapp.errors import Refused
from visitapp.records.receipts import make_receipt
from visitapp.server import database as databases
from visitapp.server import keys as server_keys
from visitapp.server.database import Database
from visitapp.server.keys import ServerKeys
from visitapp.server.rates import Rate
from visitapp.server.refusals import no_organisation
from visitapp.server.sessions import Sessions
from visitapp.server.settings import ServerSettings
from visitapp.server.storage import organisation
from visitapp.server.storage.organisation import Served

Clock = Callable[[], float]
"""Unix seconds."""


class Service:
    """One server's parts, made at its start, closed at its end. Raises Refused: key, database, or no match of both."""

    def __init__(self, settings: ServerSettings, setup_code: str, clock: Clock = time.time) -> None:
        self.settings = settings
        self.setup_code = setup_code
        self.keys: ServerKeys = server_keys.load(settings)
        self.database = _open(settings, self.keys)
        self.sessions = Sessions(self.keys.token, settings.session_seconds, clock)
        self.device_rate = Rate(settings.device_requests_a_minute, clock)
        self.stranger_rate = Rate(settings.stranger_requests_a_minute, clock)
        self.invite_rate = Rate(settings.invite_requests_a_minute, clock)
        self._clock = clock
        self._served: Served | None = None
        self._lock = Lock()
        self._check_key()

    def _check_key(self) -> None:
        served = self.served_or_none()
        if served is not None and served.server.signing != self.keys.receipt.public:
            self.close()
            raise Refused("error.server_key_other")

    def now(self) -> int:
        """UTC in milliseconds."""
        return int(self._clock() * 1000)

    def served_or_none(self) -> Served | None:
        """Whom the server serves; None before set-up. Once known it never changes."""
        with self._lock:
            if self._served is None:
                with self.database.reading() as db:
                    self._served = organisation.find(db)
            return self._served

    def served(self) -> Served:
        """Whom the server serves. Raises RequestRefused before set-up."""
        served = self.served_or_none()
        if served is None:
            raise no_organisation()
        return served

    def receipt(self, served: Served, stream: bytes, sequence: int, head: bytes) -> bytes:
        """A signed receipt, now, as its exact bytes."""
        return make_receipt(self.keys.receipt, served.server, stream, sequence, head, self.now()).signed

    def close(self) -> None:
        """Give the database back."""
        self.database.close()


def _open(settings: ServerSettings, keys: ServerKeys) -> Database:
    if settings.database_url:
        return databases.open_url(settings.database_url)
    return databases.open_embedded(settings.data / databases.FILE, keys.database)
