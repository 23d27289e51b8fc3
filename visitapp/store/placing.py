"""Placing what came in: which records may be read now, how deep they lie in the graph, what they say.

A record is placed when every record that it cites is in the log and placed, and its epoch's key is here; till then it
waits, with a row in `missing` for each thing it lacks. Quarantined records count as there (they block nothing) and as
nothing (no depth, no items). So everything written here depends on the set of records alone.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from msgspec import Struct
from msgspec.structs import replace

from visitapp.records.cose import What
from visitapp.store import items, search
from visitapp.store.connection import Connection, several
from visitapp.store.keys import epoch_key
from visitapp.store.reading import Arrival, State, again

_RECORD = int(What.RECORD)
_FEW = 4


class Known(NamedTuple):
    """What the graph needs of an entry that is in the log."""

    stream: str
    device: str
    incarnation: str
    sequence: int
    depth: int | None
    state: State


class Placed(Struct, frozen=True, gc=False):
    """An arrival with what became of it. `needs`: what it waits for. `depth` None: no place in the graph (yet)."""

    arrival: Arrival
    state: State
    reason: str = ""
    depth: int | None = None
    needs: tuple[str, ...] = ()


def known(db: Connection, ids: Iterable[str]) -> dict[str, Known]:
    """Those of these ids that are in the log."""
    rows = db.execute(
        """SELECT id, stream, device, incarnation, sequence, depth, state
            FROM entry WHERE id IN (SELECT value FROM json_each(?))""",
        (several(ids),),
    )
    return {row[0]: Known(*row[1:]) for row in rows}


def judge(db: Connection, arrivals: Sequence[Arrival], log: dict[str, Known]) -> list[Placed]:
    """Where each arrival belongs, in the order given; `log` gets them too. Inside a change."""
    placed = []
    for arrival in arrivals:
        one = _judged(db, arrival, log)
        placed.append(one)
        log[arrival.id] = Known(
            arrival.stream, arrival.device, arrival.incarnation, arrival.sequence, one.depth, one.state
        )
    return placed


def project(db: Connection, placed: Sequence[Placed]) -> None:
    """Write what follows from placed entries: what they lack, the newest records, items, words. Inside a change.

    The words of more than a few records are indexed later: see search.index().
    """
    db.executemany(
        "INSERT OR IGNORE INTO missing (needs, entry) VALUES (?, ?)",
        [(need, one.arrival.id) for one in placed for need in one.needs],
    )
    _move_tips(db, [one.arrival for one in placed if one.depth is not None])
    told = [
        items.Told(one.arrival.stream, one.arrival.id, one.depth, one.arrival.entry, one.arrival.rows)
        for one in placed
        if one.state == "good" and one.arrival.entry is not None and one.depth is not None
    ]
    items.insert(db, told)
    search.insert(db, told, later=len(told) > _FEW)


def free(db: Connection, placed: Sequence[Placed]) -> set[str]:
    """The waiting entries that lacked one of these, and lack it no longer. Inside a change."""
    settled = several(one.arrival.id for one in placed if one.state != "waiting")
    freed = db.execute(
        "DELETE FROM missing WHERE needs IN (SELECT value FROM json_each(?)) RETURNING entry", (settled,)
    ).fetchall()
    return {entry for (entry,) in freed}


def _judged(db: Connection, arrival: Arrival, log: dict[str, Known]) -> Placed:
    if arrival.what != _RECORD or arrival.state == "quarantined":
        return Placed(arrival, arrival.state, arrival.reason)
    needs = tuple(cited for cited in arrival.cited if cited not in log or log[cited].state == "waiting")
    if arrival.state == "waiting":
        key = epoch_key(db, arrival.epoch)
        if key is None:
            return Placed(arrival, "waiting", "key", None, (*needs, arrival.epoch))
        if not needs:
            arrival = replace(again(arrival.signed, arrival.beside, key), server_sequence=arrival.server_sequence)
    if needs:
        return Placed(arrival, "waiting", "cited", None, needs)
    if arrival.state == "quarantined":
        return Placed(arrival, "quarantined", arrival.reason)
    wrong = _wrong(arrival, log)
    if wrong:
        return Placed(arrival, "quarantined", wrong)
    depth = 1 + max((log[cited].depth or 0 for cited in arrival.cited), default=0)
    return Placed(arrival, arrival.state, arrival.reason, depth)


def _wrong(arrival: Arrival, log: dict[str, Known]) -> str:
    """Why a record does not follow what it cites; "" when it does."""
    if any(log[cited].stream != arrival.stream for cited in arrival.cited):
        return "stream"
    if not arrival.previous:
        return "chain" if arrival.sequence != 1 else ""
    before = log[arrival.previous]
    chain = (before.device, before.incarnation, before.sequence + 1)
    return "" if chain == (arrival.device, arrival.incarnation, arrival.sequence) else "chain"


def _move_tips(db: Connection, arrivals: Sequence[Arrival]) -> None:
    cited = {one for arrival in arrivals for one in arrival.cited}
    db.executemany(
        "DELETE FROM tip WHERE stream = ? AND entry = ?",
        [(arrival.stream, one) for arrival in arrivals for one in arrival.cited],
    )
    db.executemany(
        "INSERT INTO tip (stream, entry) VALUES (?, ?)",
        [(arrival.stream, arrival.id) for arrival in arrivals if arrival.id not in cited],
    )
