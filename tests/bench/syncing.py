"""The rows of syncing: push 10,000 records, a fresh device pulls them, nothing to sync."""

import os
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import floors, prose
from tests.bench.rows import ROUNDS, Row, alternate
from tests.office.made import PASSPHRASE, Office, office
from visitapp.actions import syncing
from visitapp.actions.opening import unlock
from visitapp.actions.session import Session
from visitapp.actions.writing import make_case_stream, settle, write
from visitapp.domain.contact import Contact, Note, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.items import Entry, Line
from visitapp.records.cose import What
from visitapp.store import search, sending
from visitapp.sync.cycle import run_cycle
from visitapp.sync.laptop import Laptop
from visitapp.sync.outcome import Outcome
from visitapp.sync.transport import HttpServer

NEEDLE = "wensleydale"
CHARACTERS = 300
"""Of a note: with its contact and its header a record of 1 KB and a little more."""


def rows(folder: Path, count: int) -> Iterator[Row]:
    """Measure; `folder` is empty, `count` records."""
    with office(folder / "office") as made:
        stream = sign_many(made.worker, count)
        pushed = _Snapshots(made, folder / "unsent", ("server", "asha"))
        unsent = sending.unsent(made.worker.db, count + 1, most=1 << 40)
        bodies = [one.signed + one.beside for one in unsent if one.what == What.RECORD]

        def floor() -> float:
            path = folder / "floor.db"
            for old in folder.glob("floor.db*"):
                old.unlink()
            return floors.verify_and_insert(path, bodies)

        yield alternate(f"push {count:,} records of 1 KB", lambda: _push(pushed, count), floor, budget=3)
        pulled = _Snapshots(made, folder / "sent", ("server", "lead"))
        yield alternate(
            f"a fresh device pulls {count:,}, verifies, decrypts, stores, searchable",
            lambda: _pull(pulled, stream, count),
            floor,
            budget=3,
        )
        yield _nothing_to_sync(made)


class _Snapshots:
    """The office as it stood, put back before each round."""

    def __init__(self, made: Office, folder: Path, parts: tuple[str, ...]) -> None:
        self.made, self._folder, self._parts = made, folder, parts
        self._down()
        for part in parts:
            shutil.copytree(made.folder / part, folder / part)
        self._up()

    def back(self) -> None:
        """Put everything back and open it again."""
        self._down()
        for part in self._parts:
            shutil.rmtree(self.made.folder / part)
            shutil.copytree(self._folder / part, self.made.folder / part)
        # What the copying left to be written would else be counted with the first commit.
        os.sync()
        self._up()

    def _down(self) -> None:
        self.made.server.stop()
        for session in (self.made.lead, self.made.worker):
            session.shut()

    def _up(self) -> None:
        tools = self.made.tools
        for name in ("lead", "worker"):
            folder = self.made.folder / ("asha" if name == "worker" else name)
            opened = unlock(folder, PASSPHRASE, say=tools.say, clock=tools.clock, new_id=tools.new_id)
            getattr(self.made, name).take_over(opened)
        self.made.server.start()


def sign_many(session: Session, count: int) -> str:
    """Sign so many quick notes, each a record of 1 KB, into a new case; its stream."""
    stream = make_case_stream(session)
    notes = prose.notes(CHARACTERS)
    for number in range(count):
        contact = Contact(id=session.new_id(), date=Day.of(session.today()), kind="phone", by=session.who.member)
        words = next(notes) + (f" {NEEDLE}" if number == count - 1 else "")
        note = Note(id=session.new_id(), contact=contact.id, paragraphs=(Paragraph(words),))
        lines = (Line(contact), Line(note))
        entry = Entry(kind="quick_note", at=session.at(), by=session.who.member, lines=lines, contact=contact.id)
        write(session, stream, entry, many=True)
    settle(session)
    return stream


def _push(snapshots: _Snapshots, count: int) -> float:
    snapshots.back()
    worker = snapshots.made.worker
    with HttpServer(snapshots.made.server.address) as server:
        laptop = Laptop(worker.db, lambda job: job(), worker.now)
        begun = time.perf_counter()
        outcome = run_cycle(laptop, server)
        taken = time.perf_counter() - begun
    if outcome.problem or outcome.sent < count or sending.counts(worker.db).unsent:
        raise AssertionError(f"not all was sent: {outcome}")
    return taken


def _pull(snapshots: _Snapshots, stream: str, count: int) -> float:
    snapshots.back()
    lead = snapshots.made.lead
    with HttpServer(snapshots.made.server.address) as server:
        laptop = Laptop(lead.db, lambda job: job(), lead.now)
        begun = time.perf_counter()
        outcome = run_cycle(laptop, server)
        found = search.find(lead.db, NEEDLE)
        taken = time.perf_counter() - begun
    if outcome.problem or outcome.received <= count or len(found) != 1 or len(lead.kept(stream)) != 2 * count:
        raise AssertionError(f"not all came in: {outcome}")
    return taken


def _nothing_to_sync(made: Office) -> Row:
    session = made.worker
    with syncing.server_of(session) as server:

        def cycle() -> Outcome:
            return syncing.cycle(session, server, lambda job: job())

        def product() -> float:
            begun = time.perf_counter()
            outcome = cycle()
            taken = time.perf_counter() - begun
            if outcome.problem or outcome.sent or outcome.received:
                raise AssertionError(f"there was something to sync: {outcome}")
            return taken

        cycle()
        return alternate(
            "nothing to sync, live token",
            product,
            lambda: floors.one_request(made.server.address),
            budget=2,
            rounds=5 * ROUNDS,
        )
