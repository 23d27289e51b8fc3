"""The log: every signed record and statement, its bytes exactly as they came. Everything else follows from it."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from visitapp.domain.draft import Draft
from visitapp.errors import ChainBroken
from visitapp.records.chain import ChainHead
from visitapp.store import drafts, items, waiting
from visitapp.store.change import change, plainly
from visitapp.store.connection import Connection
from visitapp.store.placing import Placed, free, judge, known, project
from visitapp.store.reading import Arrival, State


class Logged(Struct, frozen=True):
    """An entry of the log. Ids are hex. `what`: 0 a record. `server_sequence` None: not confirmed by the server.

    `refused`: the server's code, for one of our own that it did not take. `claimed`: UTC in milliseconds.
    """

    id: str
    stream: str
    what: int
    own: bool
    server_sequence: int | None
    refused: str | None
    state: State
    reason: str
    claimed: int
    received_at: str
    signed: bytes
    beside: bytes


class SignedEntry(Struct, frozen=True):
    """A record that was read: who signed it and when (civil time with offset, as they wrote it).

    `on_server`: a receipt of the server covers it.
    """

    record: str
    kind: str
    at: str
    by: str
    on_server: bool


class TakenIn(Struct, frozen=True):
    """What became of a page: new entries by state, and whether records are ready that waited: see waiting.wake()."""

    new: int
    good: int
    waiting: int
    not_understood: int
    quarantined: int
    more: bool


def append_own(
    db: Connection, own: Sequence[Arrival], at: str, *, discard: str = "", save: Draft | None = None
) -> None:
    """Add what this laptop just signed, with its items and words, in one change; it is to be sent from then on.

    `at`: now, civil time with offset. `discard`: the draft that it was signed from; or `save`: what remains of it.
    Raises ChainBroken when one does not follow its chain or cites what is not here: then nothing was added.
    """
    with change(db):
        _follow(db, own)
        _add(db, own, at, own=True)
        if discard:
            drafts.discard(db, discard)
        if save is not None:
            drafts.save(db, save, at)


def take_in(db: Connection, arrivals: Sequence[Arrival], at: str) -> TakenIn:
    """Add what came from elsewhere, checked before; what is here already only learns its number at the server.

    `at`: now, UTC. Idempotent; the order of arrival makes no difference in the end. Put it in one change() with
    streams.move(), so that the cursor never passes what was not kept.
    """
    with change(db):
        fresh, seen = _parted(db, arrivals)
        db.executemany(
            """UPDATE entry SET server_sequence = ?, refused = NULL
                WHERE id = ? AND (server_sequence IS NULL OR refused IS NOT NULL)""",
            [(one.server_sequence, one.id) for one in seen if one.server_sequence is not None],
        )
        placed = _add(db, fresh, at, own=False)
    states = [one.state for one in placed]
    return TakenIn(
        len(states),
        states.count("good"),
        states.count("waiting"),
        states.count("not_understood"),
        states.count("quarantined"),
        waiting.ready(db, 1) != [],
    )


@plainly()
def chain_head(db: Connection, stream: str, device: str, incarnation: str) -> ChainHead | None:
    """The newest record of a chain; None when it is empty. Its number may be taken twice where a laptop was cloned."""
    row = db.execute(
        """SELECT sequence, id FROM entry WHERE stream = ? AND device = ? AND incarnation = ? AND what = 0
            ORDER BY sequence DESC, own DESC LIMIT 1""",
        (stream, device, incarnation),
    ).fetchone()
    return ChainHead(row[0], bytes.fromhex(row[1])) if row else None


@plainly()
def frontier(db: Connection, stream: str) -> frozenset[bytes]:
    """The newest records of a stream, which no other here cites: for records.chain.deps()."""
    rows = db.execute("SELECT entry FROM tip WHERE stream = ?", (stream,))
    return frozenset(bytes.fromhex(entry) for (entry,) in rows)


@plainly()
def entries(db: Connection, stream: str, after: int = 0, limit: int = 500) -> list[Logged]:
    """A stream's confirmed entries in the server's order, after a number; at most so many."""
    return _logged(db, "stream = ? AND server_sequence > ? ORDER BY server_sequence LIMIT ?", (stream, after, limit))


@plainly()
def statements(db: Connection, stream: str) -> list[Logged]:
    """A stream's good statements (epochs, grants, certificates, restarts) in the server's order, our unsent ones last.

    Not what the server refused: another stood there first.
    """
    where = "stream = ? AND what <> 0 AND state = 'good' AND refused IS NULL"
    return _logged(db, f"{where} ORDER BY server_sequence IS NULL, server_sequence, n", (stream,))


@plainly()
def set_apart(db: Connection) -> list[Logged]:
    """What is quarantined, over all streams, in the order in which it came: for a lead to see.

    Not what was signed anew by its author: nothing of that is missing (see sending.stuck()).
    """
    return _logged(db, "state <> 'good' AND state = 'quarantined' AND reason <> 'signed_again' ORDER BY n", ())


@plainly()
def holes(db: Connection, limit: int) -> list[tuple[str, int]]:
    """(stream, server's number) of entries that came altered, where nothing right has come under that number."""
    return db.execute(
        """SELECT stream, server_sequence FROM entry odd WHERE state <> 'good' AND state = 'quarantined' AND device = ''
            AND server_sequence IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM entry sound WHERE sound.stream = odd.stream
                    AND sound.server_sequence = odd.server_sequence AND sound.state <> 'quarantined')
            ORDER BY n LIMIT ?""",
        (limit,),
    ).fetchall()


@plainly()
def altered_at(db: Connection, stream: str, number: int) -> list[bytes]:
    """The signed bytes of what came altered under a server's number."""
    rows = db.execute(
        """SELECT signed FROM entry WHERE stream = ? AND server_sequence = ? AND state <> 'good'
            AND state = 'quarantined' AND device = ''""",
        (stream, number),
    )
    return [signed for (signed,) in rows]


@plainly()
def entry(db: Connection, id: str) -> Logged | None:  # noqa: A002
    """One entry; None when it is not in the log."""
    return next(iter(_logged(db, "id = ?", (id,))), None)


@plainly()
def signed_entries(db: Connection, stream: str) -> list[SignedEntry]:
    """The records of a stream that were read, in causal order, and whether a receipt covers them."""
    rows = db.execute(
        """SELECT told.record, told.kind, told.at, told.said_by, coalesce(entry.server_sequence <=
                (SELECT max(sequence) FROM receipt WHERE receipt.stream = ?1), 0)
            FROM told JOIN entry ON entry.id = told.record
            WHERE told.n BETWEEN ?2 AND ?3 ORDER BY told.depth, told.record""",
        (stream, *items.span(db, stream)),
    )
    return [SignedEntry(record, kind, at, by, bool(covered)) for record, kind, at, by, covered in rows]


def _follow(db: Connection, own: Sequence[Arrival]) -> None:
    """Raises ChainBroken unless each record follows the newest of its chain."""
    heads: dict[tuple[str, str, str], tuple[int, str]] = {}
    for one in own:
        if one.what:
            continue
        chain = (one.stream, one.device, one.incarnation)
        if chain not in heads:
            head = chain_head(db, *chain)
            heads[chain] = (head.sequence, head.id.hex()) if head else (0, "")
        sequence, newest = heads[chain]
        if (one.sequence, one.previous) != (sequence + 1, newest):
            raise ChainBroken("own", sequence + 1)
        heads[chain] = (one.sequence, one.id)


def _parted(db: Connection, arrivals: Sequence[Arrival]) -> tuple[list[Arrival], list[Arrival]]:
    """The arrivals that are new, each once, and those that are in the log already."""
    here = known(db, [one.id for one in arrivals])
    fresh: dict[str, Arrival] = {}
    seen = []
    for one in arrivals:
        if one.id in here or one.id in fresh:
            seen.append(one)
        else:
            fresh[one.id] = one
    return list(fresh.values()), seen


def _add(db: Connection, arrivals: Sequence[Arrival], at: str, *, own: bool) -> list[Placed]:
    log = known(db, {cited for one in arrivals for cited in one.cited})
    placed = judge(db, arrivals, log)
    if own and any(one.state != "good" for one in placed):
        raise ChainBroken("missing")
    db.executemany(
        """INSERT INTO entry (id, stream, what, device, incarnation, sequence, own, server_sequence, state, reason,
            depth, claimed, received_at, signed, beside)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [_row(one, at, own) for one in placed],
    )
    project(db, placed)
    freed = free(db, placed)
    if freed:
        waiting.wake_records(db)
    return placed


def _row(one: Placed, at: str, own: bool) -> tuple[object, ...]:
    arrival = one.arrival
    return (
        arrival.id, arrival.stream, arrival.what, arrival.device, arrival.incarnation, arrival.sequence, own,
        arrival.server_sequence, one.state, one.reason, one.depth, arrival.claimed, at, arrival.signed,
        arrival.beside,
    )  # fmt: skip


def _logged(db: Connection, where: str, values: tuple[object, ...]) -> list[Logged]:
    rows = db.execute(
        f"""SELECT id, stream, what, own, server_sequence, refused, state, reason, claimed, received_at, signed, beside
            FROM entry WHERE {where}""",  # noqa: S608  # only this file's own words
        values,
    )
    return [_one(*row) for row in rows]


def _one(*row: Any) -> Logged:
    id, stream, what, own, *rest = row  # noqa: A001
    return Logged(id, stream, what, bool(own), *rest)
