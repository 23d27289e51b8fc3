"""The row of the held screen: the largest gap of a 10 ms timer while a large pull runs, above the largest when idle.

The pull runs in a process of its own, as in the application: the runner's thread, the vault's worker, Qt's loop; the
server is another process.
"""

import json
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.rows import Row
from tests.bench.syncing import sign_many
from tests.office.made import PASSPHRASE, Clock, office, random_id
from visitapp.actions.opening import unlock
from visitapp.app.heap import leave_out_what_is_loaded
from visitapp.app.syncer import Syncer
from visitapp.store import items
from visitapp.sync.outcome import Outcome
from visitapp.sync.transport import HttpServer
from visitapp.ui.background import Background
from visitapp.words import load

TICK = 10
IDLE_SECONDS = 2.0
ROUNDS = 5
_SMALL = 2_000


def rows(folder: Path, count: int) -> Iterator[Row]:
    """Measure; `folder` is empty."""
    with office(folder / "office") as made:
        stream = sign_many(made.worker, count)
        made.sync(made.worker)
    held, idle = [], []
    with _serving(folder / "office" / "server", made.server.port) as address:
        for number in range(1 if count < _SMALL else ROUNDS):
            profile = folder / f"lead-{number}"
            shutil.copytree(folder / "office" / "lead", profile)
            told = subprocess.run(
                [sys.executable, "-m", "tests.bench.holding", str(profile), address, stream, str(count)],
                capture_output=True,
                text=True,
                check=True,
            )
            gaps = json.loads(told.stdout.splitlines()[-1])
            idle.append(gaps["idle"])
            held.append(max(0.0, gaps["held"] - gaps["idle"]))
            shutil.rmtree(profile)
    yield Row(
        work=f"UI held by a pull of {count:,}: largest gap of a {TICK} ms timer above idle",
        product=held,
        floor=idle,
        people=0.05,
    )


@contextmanager
def _serving(data: Path, port: int) -> Iterator[str]:
    """`visitapp serve` as its own process; its address."""
    options = ["--data", str(data), "--port", str(port)]
    server = subprocess.Popen([sys.executable, "-m", "visitapp", "serve", *options], stdout=subprocess.PIPE, text=True)
    try:
        if server.stdout is None or not server.stdout.readline():
            raise AssertionError("the server did not start")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


class Gaps(Struct):
    """The largest gap between two ticks of a timer, in seconds."""

    last: float = 0.0
    largest: float = 0.0

    def tick(self) -> None:
        now = time.perf_counter()
        self.largest = max(self.largest, now - self.last)
        self.last = now

    def begin(self) -> None:
        self.last, self.largest = time.perf_counter(), 0.0


def _measure(profile: Path, address: str, stream: str, count: int) -> dict[str, float]:
    """In a process of its own: the largest gaps in seconds, idle and while a fresh profile takes in everything."""
    app = QApplication([])
    window = QWidget()
    window.show()
    background, gaps, measured = Background(), Gaps(), {}
    session = unlock(profile, PASSPHRASE, say=load(), clock=Clock(), new_id=random_id)
    timer = QTimer(interval=TICK)
    timer.timeout.connect(gaps.tick)
    with HttpServer(address) as server:
        syncer = Syncer(session, server, background, 3600)

        def begin() -> None:
            measured["idle"] = gaps.largest
            gaps.begin()
            syncer.start()

        def told(outcome: Outcome) -> None:
            measured["held"] = gaps.largest
            if outcome.problem is not None or outcome.received <= count:
                raise AssertionError(f"not all came in: {outcome}")
            app.quit()

        syncer.told.connect(told)
        syncer.broken.connect(lambda _: app.exit(1))
        QTimer.singleShot(int(IDLE_SECONDS * 1000), begin)
        leave_out_what_is_loaded()  # as the desktop does before it first syncs
        gaps.begin()
        timer.start()
        if app.exec() or items.count(session.db, stream) != 2 * count:
            raise AssertionError("the pull broke off")
        background.run(session.shut, lambda _: None)
        background.close()
    return measured


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_measure(Path(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))) + "\n")
