"""The streams that this laptop takes in for the first time: how much of each was there when it heard of them.

A row stays until the whole first sync is through, so that people can be told how far it is; after a break it goes on
from the streams' cursors.
"""

from collections.abc import Sequence

from msgspec import Struct

from visitapp.store.change import change, plainly
from visitapp.store.connection import Connection

MOST = 2**40
"""More than any stream holds: a server may say any number, a row of the vault may not hold it."""


class Announced(Struct, frozen=True):
    """A stream as the server's list of changes names it: id (hex), kind (as StreamKind), its newest number."""

    stream: str
    kind: int
    sequence: int


class Coming(Struct, frozen=True):
    """A stream on its way: of `sequence` entries `taken` are here."""

    stream: str
    kind: int
    sequence: int
    taken: int

    @property
    def whole(self) -> bool:
        """Whether all of it is here."""
        return self.taken >= self.sequence


def announce(db: Connection, listed: Sequence[Announced], organisation: str) -> None:
    """Remember those that were never taken in here; forget those that are not listed any more.

    `listed`: everything that the server names as having more than this laptop worked through. `organisation`: its own
    stream, which a joining laptop holds without any entry.
    """
    before = {one.stream: one for one in everything(db)}
    names = {one.stream for one in listed}
    here = dict(db.execute("SELECT id, cursor FROM stream WHERE cursor > 0 OR epoch <> ''"))
    fresh = [one for one in listed if one.stream not in before and one.stream not in here]
    gone = [one.stream for one in before.values() if not one.whole and one.stream not in names]
    if not (fresh or gone):
        return
    # The organisation's first, then the most recently active: they are fetched in this order.
    first = len(before)
    with change(db):
        db.executemany(
            "INSERT INTO coming (stream, kind, sequence, place) VALUES (?, ?, ?, ?)",
            [
                (
                    one.stream,
                    min(one.kind, MOST),
                    min(one.sequence, MOST),
                    -1 if one.stream == organisation else first + place,
                )
                for place, one in enumerate(fresh)
            ],
        )
        db.executemany("DELETE FROM coming WHERE stream = ?", [(one,) for one in gone])


@plainly()
def everything(db: Connection) -> tuple[Coming, ...]:
    """What is on its way or came since the first sync began, in the order of fetching; empty when nothing is."""
    rows = db.execute(
        """SELECT coming.stream, coming.kind, sequence, coalesce(cursor, 0)
            FROM coming LEFT JOIN stream ON stream.id = coming.stream ORDER BY place, coming.stream"""
    )
    return tuple(Coming(*row) for row in rows)


@plainly()
def half_here(db: Connection) -> frozenset[str]:
    """The streams of which only a part is here: what their newest entries say is not known yet."""
    rows = db.execute(
        "SELECT coming.stream FROM coming JOIN stream ON stream.id = coming.stream WHERE cursor < sequence"
    )
    return frozenset(stream for (stream,) in rows)


def ends_at(db: Connection, stream: str, sequence: int) -> None:
    """The server has no more of it than this, whatever it said before."""
    if any(one.stream == stream and one.sequence > sequence for one in everything(db)):
        with change(db):
            db.execute("UPDATE coming SET sequence = ? WHERE stream = ?", (sequence, stream))


def through(db: Connection) -> None:
    """The first sync is through."""
    if everything(db):
        with change(db):
            db.execute("DELETE FROM coming")
