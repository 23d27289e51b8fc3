"""Starts two laptops that write and sync against a real server, and kills both at moments that a seed chooses.

Run as a program: each line of its input is one round, as JSON {"folder", "writer", "reader", "address", "seed"}; it
answers "dead" once both are gone. Laptops are forked from it, so that a round does not start Python anew; they tell
what they have done by lines in `writer.done` and `reader.done` in the folder, which a kill does not take back.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.office.made import PASSPHRASE, Clock, random_id
from tests.office.said import note_of
from visitapp.actions import syncing
from visitapp.actions.opening import unlock
from visitapp.actions.session import Session
from visitapp.actions.writing import make_case_stream, settle, write
from visitapp.sync import laptop
from visitapp.sync.transport import HttpServer
from visitapp.words import load

Done = Callable[[str], None]
_SAY = load()
_SMALL_PAGE = 4_000
_MOST_STEPS = 9
_MOMENT = 0.02
_IDLE = 0.2


class Told(HttpServer):
    """Pages of a few entries, so that a round has many steps to be killed at, and a line for each step."""

    done: Done

    def append(self, entries):
        self.done("step")
        answer = super().append(entries)
        self.done("step")
        return answer

    def page(self, stream, after, limit=0):
        page = super().page(stream, after, 3)
        self.done("step")
        return page


def writing(session: Session, server: HttpServer, done: Done, moment: random.Random) -> None:
    """A new case, then some notes in it and a cycle in turn."""
    stream = make_case_stream(session)
    done(f"stream {stream}")
    while True:
        for _ in range(moment.randrange(4, 24)):
            entry = note_of(session, "word " * moment.randrange(1, 90))
            done(f"signed {write(session, stream, entry, many=True)}")
        settle(session)
        syncing.cycle(session, server, lambda job: job())


def reading(session: Session, server: HttpServer, done: Done, moment: random.Random) -> None:
    """One cycle after another."""
    while True:
        syncing.cycle(session, server, lambda job: job())


JOBS = {"writer": writing, "reader": reading}


class _Laptop:
    """One of the two, and the step at which it ends."""

    def __init__(self, job: str, round_: dict[str, str]) -> None:
        self._file = Path(round_["folder"]) / f"{job}.done"
        moment = random.Random(f"{round_['seed']} {job}")
        self._steps, self._after = moment.randrange(_MOST_STEPS), moment.random() * _MOMENT
        self.worker = os.fork()
        if self.worker == 0:
            _work(job, round_, self._file, moment)

    def reached(self) -> bool:
        """Whether its step is done. Raises RuntimeError when it ended by itself."""
        if os.waitpid(self.worker, os.WNOHANG)[0]:
            raise RuntimeError("a laptop ended by itself")
        return self._file.exists() and self._file.read_bytes().count(b"step\n") >= self._steps

    def kill(self) -> None:
        time.sleep(self._after)
        os.kill(self.worker, signal.SIGKILL)
        os.waitpid(self.worker, 0)


def _work(job: str, round_: dict[str, str], told: Path, moment: random.Random) -> None:
    file = os.open(told, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    laptop.PAGE_BYTES = _SMALL_PAGE
    session = unlock(Path(round_[job]), PASSPHRASE, say=_SAY, clock=Clock(), new_id=random_id)
    with Told(round_["address"]) as server:
        server.done = lambda line: os.write(file, f"{line}\n".encode()) and None
        server.done("begun")
        JOBS[job](session, server, server.done, moment)


def _play(round_: dict[str, str]) -> None:
    writer, reader = (_Laptop(job, round_) for job in JOBS)
    running, writer_gone = [writer, reader], 0.0
    while running:
        for one in running.copy():
            # With nobody to write, nothing more comes to the reader.
            late = one is reader and writer_gone and time.monotonic() > writer_gone + _IDLE
            if one.reached() or late:
                one.kill()
                running.remove(one)
                writer_gone = writer_gone or (one is writer and time.monotonic())
        time.sleep(0.001)


def main() -> None:
    """One round a line."""
    for line in sys.stdin:
        _play(json.loads(line))
        print("dead", flush=True)  # noqa: T201  # its answer


if __name__ == "__main__":
    main()
