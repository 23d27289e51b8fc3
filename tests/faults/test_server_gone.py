"""kill -9 of a real server in the middle of an answer: what it confirmed it has, the rest goes when it is back."""

import random
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.office.made import Office
from tests.office.said import note_of
from visitapp.actions.writing import make_case_stream, settle, write
from visitapp.errors import Offline, ServerRefused
from visitapp.store import log, sending
from visitapp.sync import laptop
from visitapp.sync.cycle import run_cycle
from visitapp.sync.laptop import Laptop
from visitapp.sync.outcome import Outcome
from visitapp.sync.transport import HttpServer

ROOT = Path(__file__).parent.parent.parent
SUITE, LONG = 2, 1000
_MOMENT = 0.03


class Killing(HttpServer):
    """Kills the server a moment after so many requests of a kind were sent."""

    def __init__(self, address: str, kill: Callable[[], None], step: int, moment: float) -> None:
        super().__init__(address)
        self._kill, self._left, self._moment = kill, step, moment

    def append(self, entries):
        return self._counted(lambda: super(Killing, self).append(entries))

    def page(self, stream, after, limit=500):
        return self._counted(lambda: super(Killing, self).page(stream, after, 3))

    def _counted(self, call):
        self._left -= 1
        killer = threading.Timer(self._moment, self._kill)
        if self._left == 0:
            killer.start()
        try:
            return call()
        finally:
            if self._left == 0:
                killer.join()


@contextmanager
def serving(office: Office) -> Iterator[subprocess.Popen[str]]:
    """`visitapp serve` over the office's data, at its address."""
    settings = ["--data", str(office.folder / "server"), "--port", str(office.server.port)]
    command = [sys.executable, "-m", "visitapp", "serve", *settings]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        try:
            yield process
        finally:
            process.kill()


def cycle(session, server: HttpServer) -> Outcome:
    return run_cycle(Laptop(session.db, lambda job: job(), session.now), server)


def test_a_killed_server_loses_nothing_that_it_confirmed(the_office: Office, long_run: bool, monkeypatch) -> None:
    worker, lead = the_office.worker, the_office.lead
    the_office.server.stop()
    monkeypatch.setattr(laptop, "PAGE_BYTES", 4_000)
    stream = make_case_stream(worker)
    cut_off = 0
    for seed in range(LONG if long_run else SUITE):
        moment = random.Random(seed)
        for _ in range(moment.randrange(6, 20)):
            write(worker, stream, note_of(worker, "word " * moment.randrange(1, 90)), many=True)
        settle(worker)
        for session in (worker, lead) if moment.random() < 0.7 else (worker,):
            with serving(the_office) as process:
                gone = (process.kill, moment.randrange(1, 7), moment.random() * _MOMENT)
                with Killing(the_office.server.address, *gone) as server:
                    outcome = cycle(session, server)
                cut_off += outcome.problem is not None
                assert outcome.problem is None or isinstance(outcome.problem, Offline | ServerRefused), seed
                assert outcome.alarms == (), seed
        confirmed = {one.record for one in log.signed_entries(worker.db, stream) if one.on_server}
        with serving(the_office), HttpServer(the_office.server.address) as server:
            for session in (worker, lead):
                honest = cycle(session, server)
                assert (honest.problem, honest.alarms, honest.set_aside) == (None, (), ()), seed
        assert sending.counts(worker.db).unsent == 0, seed
        assert lead.kept(stream) == worker.kept(stream), seed
        stands = log.signed_entries(worker.db, stream)
        assert all(one.on_server for one in stands), seed
        assert confirmed <= {one.record for one in log.signed_entries(lead.db, stream)}, seed
        assert len(lead.kept(stream)) == 2 * len(stands), seed
    assert cut_off
