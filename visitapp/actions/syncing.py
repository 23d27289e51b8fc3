"""What people are told of syncing, and how a cycle is put together. No success is said without a receipt."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, datetime

from msgspec import Struct
from msgspec.structs import replace

from visitapp.actions.first_sync import still_coming
from visitapp.actions.session import Session
from visitapp.actions.signing_again import sign_again
from visitapp.actions.writing import settle
from visitapp.errors import Locked, VisitAppError
from visitapp.records.certificates import read_certificate
from visitapp.store import keys, local, log, sending, streams
from visitapp.sync.cycle import run_cycle, run_one
from visitapp.sync.laptop import Laptop
from visitapp.sync.outcome import Outcome
from visitapp.sync.transport import HttpServer
from visitapp.words import Text, text

Call = Callable[[Callable[[], object]], object]


class SyncStatus(Struct, frozen=True, kw_only=True):
    """The true state. `server`: when everything was on the server (HH:MM, with the day when not today), "" for never.

    `waiting`: entries to be sent. `refused`: entries that the server did not take. `set_aside`: what came in and does
    not count. `unread`: what came in and waits for a key or for something that it rests on. `problem`: why the last
    cycle ended early. `coming`: families that are still on their way for the first time.
    """

    server: str
    waiting: int
    refused: int
    set_aside: int
    not_understood: int
    unread: int
    problem: Text | None
    alarm: bool
    coming: int = 0


class Line(Struct, frozen=True):
    """An entry that was set aside, for a lead to see: when it came, and the short code of the reason."""

    received_at: str
    reason: str
    entry: str


def server_of(session: Session) -> HttpServer:
    """A client for the pinned server of this profile."""
    pinned = keys.pinned(session.db)
    if pinned is None:
        raise Locked
    receipt = read_certificate(pinned.receipt)
    return HttpServer(pinned.server, bytes.fromhex(pinned.organisation), receipt.signing)


def cycle(session: Session, server: HttpServer, call: Call, moved: Callable[[], None] = lambda: None) -> Outcome:
    """One cycle on the caller's thread; `call` runs jobs on the vault's. A lock ends it; nothing is lost.

    `moved` is called on the vault's thread whenever a slice was taken in.
    """

    def guarded(job: Callable[[], object]) -> object:
        def work() -> object:
            # Also when it was unlocked again while the server was waited for: that is another vault.
            if session.db is not db:
                raise Locked
            return job()

        return call(work)

    try:
        db = session.db
        outcome = run_cycle(Laptop(db, guarded, session.now, moved), server)
        if not guarded(lambda: _done(session, outcome)):
            outcome = _and_then(outcome, run_cycle(Laptop(db, guarded, session.now, moved), server))
            guarded(lambda: remember(session, outcome))
    except Locked as locked:
        return Outcome(problem=locked)
    return outcome


def bring_organisation(session: Session, server: HttpServer) -> VisitAppError | None:
    """Take in the organisation's own stream, and only learn of the others; why that ended early, or None.

    For a laptop that was just let in, before its first page: it says who one is.
    """
    laptop = Laptop(session.db, lambda job: job(), session.now)
    return run_one(laptop, server, bytes.fromhex(streams.organisation(session.db)))


def _done(session: Session, outcome: Outcome) -> bool:
    """Remember a cycle; False when something was signed anew instead, which is to be sent at once."""
    if sign_again(session):
        return False
    remember(session, outcome)
    return True


def _and_then(first: Outcome, then: Outcome) -> Outcome:
    """Two cycles as one. What the first could not send was signed anew and is told by the second."""
    return replace(
        then,
        sent=first.sent + then.sent,
        received=first.received + then.received,
        set_aside=(*(code for code in first.set_aside if code not in ("fork", "gap")), *then.set_aside),
        alarms=(*first.alarms, *then.alarms),
    )


def offer_refused(session: Session) -> None:
    """Have the next cycle offer what the server refused before: membership or the server may have changed."""
    sending.offer_refused(session.db)


def remember(session: Session, outcome: Outcome) -> None:
    """Keep how the cycle went, for the status line; and where the streams stand, outside the database too.

    A cycle in which nothing was new is written down once an hour: the others are remembered until the next start.
    """
    at = session.at()
    before = session.last_sync or local.last_sync(session.db)
    whole = outcome.problem is None and not outcome.alarms
    done = at if whole else (before.done if before else "")
    problem = outcome.alarms[0] if outcome.alarms else (outcome.problem.code if outcome.problem else "")
    moved = bool(outcome.sent or outcome.received)
    alarmed = at if outcome.alarms else (before.alarmed if before else "")
    session.last_sync = local.LastSync(at=at, done=done, problem=problem, alarmed=alarmed)
    if moved:
        settle(session)
    if moved or before is None or (before.at[:13], before.problem) != (at[:13], problem):
        local.keep_last_sync(session.db, session.last_sync)


def status(session: Session, problem: VisitAppError | None = None, alarms: tuple[str, ...] = ()) -> SyncStatus:
    """How it stands, from the vault itself."""
    counts = sending.counts(session.db)
    last = session.last_sync or local.last_sync(session.db)
    done = last.done if last else ""
    today = session.today().isoformat()
    return SyncStatus(
        server=done[11:16] if done[:10] == today else done[:16].replace("T", " "),
        waiting=counts.unsent,
        refused=counts.refused,
        set_aside=counts.quarantined,
        not_understood=counts.not_understood,
        unread=counts.waiting,
        problem=text(problem.message, **problem.named) if problem is not None else None,
        alarm=bool(alarms),
        coming=still_coming(session),
    )


def set_aside(session: Session) -> tuple[Line, ...]:
    """What was set aside, the oldest first. It is kept, blocks nothing, and counts nowhere."""
    return tuple(Line(one.received_at, one.reason, one.id) for one in log.set_apart(session.db))


def receipts_csv(session: Session) -> str:
    """The receipt log of this laptop: each of our records, its number on the server, and the receipt that covers it."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["record", "stream", "number on the server", "receipt up to", "receipt head", "receipt time"])
    for one in sending.receipts(session.db):
        at = datetime.fromtimestamp(one.at / 1000, UTC).isoformat(timespec="seconds")
        writer.writerow([one.record, one.stream, one.server_sequence, one.receipt, one.head, at])
    return out.getvalue()
