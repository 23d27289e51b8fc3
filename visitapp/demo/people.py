"""The demo's organisation: a lead and a worker on two profiles, and a server on this machine, all set up for real."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct

from visitapp.actions import cases, enrol, numbers, syncing
from visitapp.actions.opening import who
from visitapp.actions.session import Session
from visitapp.actions.tools import Tools
from visitapp.crypto.passphrase import Argon
from visitapp.demo.families import NAMES, family
from visitapp.domain.organisation import Number, PhoneCard
from visitapp.errors import Refused
from visitapp.server.running import RunningServer
from visitapp.server.settings import ServerSettings
from visitapp.sync.outcome import Outcome
from visitapp.words import Words

PASSPHRASE = "larch kettle harbour nine"  # noqa: S105  # the demo's own, shown on its screens
LEAD, WORKER = "Sam Lee", "Asha Reed"
NUMBERS = (
    ("Team lead: Sam Lee", "01632 960 101"),
    ("Deputy: Jo Marsh", "01632 960 102"),
    ("Duty team", "01632 960 110"),
    ("Out of hours", "01632 960 199"),
    ("Children's doctor on call", "01632 960 140"),
    ("Emergency", "999"),
    ("Police, not urgent", "101"),
    ("Interpreters", "01632 960 160"),
)  # numbers that Ofcom keeps for drama


class Demo(Struct, frozen=True):
    """Where the two profiles are, and the server between them."""

    lead: Path
    worker: Path
    server: RunningServer


def make(
    folder: Path,
    *,
    argon: Callable[[], Argon],
    clock: Callable[[], datetime],
    new_id: Callable[[], str],
    say: Words,
    families: tuple[str, ...] = NAMES,
) -> Demo:
    """Set everything up in an empty folder; the server is left running, both vaults are closed again."""
    server = server_in(folder)
    server.start()
    tools = Tools(argon, clock, new_id, say)
    lead = enrol.found_organisation(
        folder / "lead",
        PASSPHRASE,
        name="Larchbrook children's services",
        own_name=LEAD,
        job="Team lead",
        address=server.address,
        code=server.setup_code,
        tools=tools,
    ).session
    today = clock().date()
    card = PhoneCard(
        id=new_id(),
        numbers=tuple(Number(what, number) for what, number in NUMBERS),
        checked_on=today - timedelta(days=4),
    )
    numbers.set_card(lead, card)
    code = enrol.invite(lead, WORKER, "worker", "Social worker")
    synced(lead)
    opened = enrol.look_at_invite(server.address, code, clock())
    worker = enrol.begin_joining(folder / "worker", PASSPHRASE, server.address, opened, tools)
    let_in(lead, worker)
    for name in families:
        cases.take_in(worker, family(name, today))
    synced(worker)
    synced(lead)
    for session in (worker, lead):
        session.shut()
    return Demo(folder / "lead", folder / "worker", server)


def server_in(folder: Path) -> RunningServer:
    """The demo's server over its own folder, on a free port of this machine."""
    return RunningServer(ServerSettings(data=folder / "server", port=_port(folder)))


def _port(folder: Path) -> int:
    """The port of an earlier run, so that both profiles find the server again; 0 the first time."""
    try:
        return int((folder / "port").read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return 0


def remember_port(folder: Path, server: RunningServer) -> None:
    """Keep the port for the next run."""
    (folder / "port").write_text(str(server.port), encoding="ascii")


def let_in(lead: Session, worker: Session) -> None:
    """The worker asks, the lead's laptop answers, the worker's first sync brings the rest."""
    pending = enrol.joining(worker)
    if pending is None:
        raise Refused("enrol.not_joined")
    enrol.ask(pending)
    synced(lead)
    answer = enrol.ask(pending)
    if answer is None:
        raise Refused("enrol.not_joined")
    enrol.finish_joining(worker, pending, answer)
    synced(worker)
    worker.who = who(worker)
    numbers.copy_out(worker)


def synced(session: Session) -> Outcome:
    """One cycle, here and now; raises what ended it early."""
    with syncing.server_of(session) as server:
        outcome = syncing.cycle(session, server, lambda job: job())
    if outcome.problem is not None:
        raise outcome.problem
    return outcome
