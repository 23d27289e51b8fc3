"""Starts a worker, lets it work on a vault, and kills it without warning at a moment that a seed chooses.

Run as a program: each line of its input is one round, as JSON {"job", "profile", "seed"}; it answers "dead" once the
worker is gone. Workers are forked from it, so that a round does not start Python anew; they tell what is done by
appending lines to `done` beside the profile, which a kill does not take back.
"""

import json
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.store.conftest import KEY
from tests.store.pen import Pen, Room, contact, named, note, seen
from visitapp.domain.contact import Paragraph
from visitapp.domain.draft import Draft
from visitapp.store import drafts, heads, log
from visitapp.store.opening import Vault, open_vault

AT = "2026-03-02T15:00:00+00:00"
Done = Callable[[str], None]


def typed(number: int) -> Draft:
    """What stands on the screen after so many saves: longer and shorter, as people type and delete."""
    words = f"{number}: " + "She said it again. " * (number * 37 % 211)
    return Draft(
        id=named("draft"), case=Room().id, kind="visit", begun=AT, contact=contact("v"), note=(Paragraph(words),)
    )


def visit(number: int) -> Draft:
    """The draft of one visit of several."""
    at = contact(f"visit {number}")
    said = tuple(seen(at, f"visit {number}, thing {n} " + "and more " * (n * 40)) for n in range(number % 7 + 1))
    return Draft(id=named(f"draft {number}"), case=Room().id, kind="visit", begun=AT, contact=at, items=said)


def typing(db: Vault, profile: Path, done: Done) -> None:
    """Save a draft again and again."""
    number = 0
    while True:
        number += 1
        drafts.save(db, typed(number), AT)
        done(f"saved {number}")


def signing(db: Vault, profile: Path, done: Done) -> None:
    """Write and sign one visit after another, as the product does: record and draft at once, then the heads."""
    pen = Pen(Room())
    number = 0
    while True:
        number += 1
        draft = visit(number)
        drafts.save(db, draft, AT)
        done(f"drafted {number}")
        one = pen.says(draft.contact, *draft.items, note(draft.contact, f"note {number}"))
        log.append_own(db, [one.own()], AT, discard=draft.id)
        done(f"signed {number} {one.id}")
        heads.write(profile, heads.of(db))
        done(f"headed {number}")


JOBS = {"typing": typing, "signing": signing}


def _work(job: str, profile: Path) -> None:
    file = os.open(profile.parent / "done", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    db = open_vault(profile, KEY)
    JOBS[job](db, profile, lambda line: os.write(file, f"{line}\n".encode()) and None)


def _kill_at(moment: random.Random, worker: int, done: Path) -> None:
    """Wait for a number of things done, then a few milliseconds more, so that the middle of a change is hit too."""
    wanted = moment.randrange(1, 40)
    while not done.exists() or done.read_bytes().count(b"\n") < wanted:
        if os.waitpid(worker, os.WNOHANG)[0]:
            raise RuntimeError("the worker ended by itself")
    until = time.perf_counter() + moment.random() * 0.012
    while time.perf_counter() < until:
        pass
    os.kill(worker, signal.SIGKILL)
    os.waitpid(worker, 0)


def main() -> None:
    """One round a line."""
    for line in sys.stdin:
        told = json.loads(line)
        profile = Path(told["profile"])
        worker = os.fork()
        if worker == 0:
            _work(told["job"], profile)
        _kill_at(random.Random(told["seed"]), worker, profile.parent / "done")
        print("dead", flush=True)  # noqa: T201  # its answer


if __name__ == "__main__":
    main()
