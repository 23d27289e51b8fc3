"""Makes the office: founded, invited and joined as people do it, with a quick key derivation."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from visitapp.actions import enrol, syncing
from visitapp.actions.session import Session
from visitapp.actions.tools import Tools
from visitapp.crypto.passphrase import Argon
from visitapp.demo.people import let_in, synced
from visitapp.server.running import RunningServer
from visitapp.server.settings import ServerSettings
from visitapp.sync.outcome import Outcome
from visitapp.words import load

PASSPHRASE = "larch kettle harbour nine"
NOON = datetime.fromisoformat("2026-06-01T12:00:00+01:00")


class Clock:
    """A clock that tests set. Every look is a second later, so that no two things are at the same time."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        self.now += timedelta(seconds=1)
        return self.now


def quick() -> Argon:
    """A derivation that costs nothing: for tests only."""
    return Argon(salt=os.urandom(16), memory_kib=64, passes=1, lanes=1)


def random_id() -> str:
    return os.urandom(16).hex()


class Office(Struct):
    """The server, the lead's and the worker's open sessions, and what new profiles are made with."""

    folder: Path
    server: RunningServer
    lead: Session
    worker: Session
    tools: Tools
    clock: Clock

    def sync(self, session: Session, call: Callable[[Callable[[], object]], object] = lambda job: job()) -> Outcome:
        """One cycle; what went wrong is in the outcome."""
        with syncing.server_of(session) as server:
            return syncing.cycle(session, server, call)

    def hire(self, name: str) -> Session:
        """One more worker, joined by an invite of the lead's."""
        code = enrol.invite(self.lead, name, "worker", "Social worker")
        synced(self.lead)
        opened = enrol.look_at_invite(self.server.address, code, self.clock())
        session = enrol.begin_joining(
            self.folder / name.split()[0].lower(), PASSPHRASE, self.server.address, opened, self.tools
        )
        let_in(self.lead, session)
        return session


@contextmanager
def office(folder: Path) -> Iterator[Office]:
    """An office in an empty folder, closed in the end."""
    clock = Clock()
    tools = Tools(quick, clock, random_id, load())
    with RunningServer(ServerSettings(data=folder / "server", port=0), clock=lambda: clock.now.timestamp()) as server:
        lead = enrol.found_organisation(
            folder / "lead",
            PASSPHRASE,
            name="Larchbrook",
            own_name="Sam Lee",
            job="Team lead",
            address=server.address,
            code=server.setup_code,
            tools=tools,
        ).session
        made = Office(folder, server, lead, lead, tools, clock)
        try:
            made.worker = made.hire("Asha Reed")
            yield made
        finally:
            for session in (made.lead, made.worker):
                session.shut()
