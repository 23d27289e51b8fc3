"""kill -9 of both laptops in the middle of syncing: nothing that was signed is lost, nothing is there twice.

The rounds follow one another on the same two profiles and one server, so that what a kill leaves behind is what the
next one meets. Each round writes into a case of its own.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest

from tests.office.made import PASSPHRASE, Office
from visitapp.actions import syncing
from visitapp.actions.opening import unlock
from visitapp.actions.session import Session
from visitapp.crypto.signing import SigningKey
from visitapp.store import heads, keys, log, sending, streams
from visitapp.store.opening import check

ROOT = Path(__file__).parent.parent.parent
SUITE, LONG = 10, 1000


@pytest.fixture
def syncers() -> Iterator[subprocess.Popen[str]]:
    """The program that starts and kills the laptops."""
    command = [sys.executable, "-m", "tests.faults.syncers"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield process
        assert process.stdin is not None
        process.stdin.close()


def test_nothing_is_lost_and_nothing_is_there_twice(
    the_office: Office, syncers: subprocess.Popen[str], tmp_path: Path, long_run: bool
) -> None:
    profiles = {"writer": the_office.worker.profile, "reader": the_office.lead.profile}
    incarnations = [keys.device(one.db).incarnation for one in (the_office.worker, the_office.lead)]
    for seed in range(LONG if long_run else SUITE):
        the_office.worker.shut()
        the_office.lead.shut()
        folder = tmp_path / f"round {seed}"
        folder.mkdir()
        told = {one: str(profile) for one, profile in profiles.items()}
        told |= {"folder": str(folder), "address": the_office.server.address, "seed": str(seed)}
        _play(syncers, told)
        # The server allows so much a minute; the next round comes later.
        the_office.clock.now += timedelta(minutes=2)
        with opened(the_office, "worker") as worker, opened(the_office, "lead") as lead:
            whole(the_office, worker, lead, (folder / "writer.done").read_text(encoding="ascii"), seed)
            # A kill is no restore: the chains go on.
            assert [keys.device(one.db).incarnation for one in (worker, lead)] == incarnations, seed
    with opened(the_office, "worker") as worker, opened(the_office, "lead") as lead:
        assert streams.cases(lead.db) == streams.cases(worker.db)
        for stream in streams.cases(worker.db):
            assert lead.kept(stream) == worker.kept(stream)
        assert check(worker.db)
        assert check(lead.db)


def _play(syncers: subprocess.Popen[str], told: dict[str, str]) -> None:
    assert syncers.stdin is not None
    assert syncers.stdout is not None
    print(json.dumps(told), file=syncers.stdin, flush=True)
    assert syncers.stdout.readline() == "dead\n"


@contextmanager
def opened(office: Office, name: str) -> Iterator[Session]:
    """The session of a profile that was left by a kill, open again."""
    session, tools = getattr(office, name), office.tools
    session.take_over(unlock(session.profile, PASSPHRASE, say=tools.say, clock=tools.clock, new_id=tools.new_id))
    yield session
    session.shut()


def whole(office: Office, worker: Session, lead: Session, told: str, seed: int) -> None:
    """After an honest cycle of both: everything told as signed is on both laptops and the server, once."""
    lines = [line.split() for line in told.splitlines()]
    stream = next((said for what, *rest in lines if what == "stream" for said in rest), "")
    signed = [said for what, *rest in lines if what == "signed" for said in rest]
    for session in (worker, lead):
        outcome = office.sync(session)
        assert (outcome.problem, outcome.alarms, outcome.set_aside) == (None, (), ()), seed
        assert heads.check(session.db, heads.read(session.profile)) == "same", seed
    assert sending.counts(worker.db).unsent == 0, seed
    if stream:
        once(worker, lead, stream, signed, seed)


def once(worker: Session, lead: Session, stream: str, signed: list[str], seed: int) -> None:
    """All that was told as signed in a stream stands on both laptops and on the server, once, in its order."""
    stands = [one.record for one in log.signed_entries(worker.db, stream)]
    assert stands[: len(signed)] == signed, seed
    # What was signed when the end came is there whole, or not at all.
    assert len(stands) - len(signed) in (0, 1), seed
    kept = worker.kept(stream)
    assert len(kept) == len({one.item.id for one in kept}) == 2 * len(stands), seed
    assert lead.kept(stream) == kept, seed
    with syncing.server_of(worker) as server:
        server.open_session(bytes.fromhex(worker.device.id), SigningKey(worker.device.signing))
        page = server.page(bytes.fromhex(stream), 0)
    assert len(page.entries) == len({entry.signed for entry in page.entries}) == len(stands) + 1, seed
