"""The streams on this laptop: their kind, how far they are taken in, under which epoch one writes, their receipts."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from visitapp.records.receipts import Receipt
from visitapp.store.change import change, plainly
from visitapp.store.connection import Connection, several
from visitapp.store.keys import keep_fact, read_fact

Kind = Literal["organisation", "case", "thread", "person"]


class Stream(Struct, frozen=True, kw_only=True):
    """A stream. Ids are hex. `cursor`, `head`: entries taken in without a gap, in the server's order, and their head.

    `epoch`: the newest, under which one writes. `members`: the membership's head. "" where there is none yet.
    """

    id: str
    kind: Kind
    cursor: int = 0
    head: str = ""
    epoch: str = ""
    members: str = ""


class ReceiptHead(Struct, frozen=True):
    """The highest receipt of a stream: after how many entries, the head, when (UTC in milliseconds)."""

    sequence: int
    head: str
    at: int


class _Changes(Struct, frozen=True):
    seen: int


def keep(db: Connection, stream: Stream) -> None:
    """Add a stream, or put it in the place of what was known of it."""
    with change(db):
        db.execute(
            "INSERT OR REPLACE INTO stream (id, kind, cursor, head, epoch, members) VALUES (?, ?, ?, ?, ?, ?)",
            (stream.id, stream.kind, stream.cursor, stream.head, stream.epoch, stream.members),
        )


@plainly()
def stream(db: Connection, id: str) -> Stream | None:  # noqa: A002  # the field's word
    """One stream; None when it is not on this laptop."""
    row = db.execute("SELECT id, kind, cursor, head, epoch, members FROM stream WHERE id = ?", (id,)).fetchone()
    return _stream(row) if row else None


@plainly()
def everything(db: Connection) -> tuple[Stream, ...]:
    """All streams on this laptop."""
    rows = db.execute("SELECT id, kind, cursor, head, epoch, members FROM stream ORDER BY id")
    return tuple(_stream(row) for row in rows)


@plainly()
def cases(db: Connection) -> tuple[str, ...]:
    """The streams of cases."""
    return tuple(id for (id,) in db.execute("SELECT id FROM stream WHERE kind = 'case' ORDER BY id"))  # noqa: A001


@plainly()
def organisation(db: Connection) -> str:
    """The organisation's own stream; "" before this laptop is in one."""
    found = db.execute("SELECT id FROM stream WHERE kind = 'organisation'").fetchone()
    return found[0] if found else ""


def move(db: Connection, id: str, cursor: int, head: str) -> None:  # noqa: A002
    """A stream's entries are taken in up to `cursor`, with this head. In one change with take_in()."""
    with change(db):
        db.execute("UPDATE stream SET cursor = ?, head = ? WHERE id = ?", (cursor, head, id))


def changed_members(db: Connection, id: str, epoch: str, members: str) -> None:  # noqa: A002
    """A stream's newest epoch and membership head."""
    with change(db):
        db.execute("UPDATE stream SET epoch = ?, members = ? WHERE id = ?", (epoch, members, id))


def keep_receipt(db: Connection, receipt: Receipt) -> None:
    """Keep a checked receipt, for ever."""
    with change(db):
        db.execute(
            "INSERT OR IGNORE INTO receipt (stream, sequence, head, at, signed) VALUES (?, ?, ?, ?, ?)",
            (receipt.stream.hex(), receipt.sequence, receipt.head.hex(), receipt.at, receipt.signed),
        )


@plainly()
def highest_receipt(db: Connection, id: str) -> ReceiptHead | None:  # noqa: A002
    """The highest receipt of a stream; None before the first."""
    row = db.execute(
        "SELECT sequence, head, at FROM receipt WHERE stream = ? ORDER BY sequence DESC LIMIT 1", (id,)
    ).fetchone()
    return ReceiptHead(*row) if row else None


@plainly()
def receipt_at(db: Connection, id: str, sequence: int) -> ReceiptHead | None:  # noqa: A002
    """The receipt that this laptop has for exactly so many entries, to hold another one against it."""
    row = db.execute(
        "SELECT sequence, head, at FROM receipt WHERE stream = ? AND sequence = ?", (id, sequence)
    ).fetchone()
    return ReceiptHead(*row) if row else None


@plainly()
def heads_at(db: Connection, id: str, sequences: Sequence[int]) -> dict[int, str]:  # noqa: A002
    """The heads by the receipts that this laptop has for exactly so many entries each."""
    rows = db.execute(
        "SELECT sequence, head FROM receipt WHERE stream = ? AND sequence IN (SELECT value FROM json_each(?))",
        (id, several(sequences)),
    )
    return dict(rows.fetchall())


def changes_seen(db: Connection) -> int:
    """How far the server's list of changed streams has been followed."""
    found = read_fact(db, "changes", _Changes)
    return found.seen if found else 0


def saw_changes(db: Connection, seen: int) -> None:
    """The server's list of changed streams has been followed so far, and every stream on it taken in."""
    keep_fact(db, "changes", _Changes(seen))


def _stream(row: tuple[str, Kind, int, str, str, str]) -> Stream:
    id, kind, cursor, head, epoch, members = row  # noqa: A001
    return Stream(id=id, kind=kind, cursor=cursor, head=head, epoch=epoch, members=members)
