"""The entries of a stream, as they came, each with its number and the head after it. Only ever inserted."""

from collections.abc import Collection, Sequence

from msgspec import Struct
from sqlalchemy import Connection, insert, select

from visitapp.records.receipts import first_head
from visitapp.server.schema import entry


class NewRow(Struct, frozen=True, gc=False):
    """An entry that is to be kept."""

    sequence: int
    id: bytes
    what: int
    head: bytes
    signed: bytes
    beside: bytes


class Stored(Struct, frozen=True, gc=False):
    """An entry as it is kept."""

    sequence: int
    what: int
    signed: bytes
    beside: bytes


def known(db: Connection, number: int, ids: Collection[bytes]) -> dict[bytes, int]:
    """Those of these ids that the stream holds, with their numbers."""
    rows = db.execute(select(entry.c.id, entry.c.sequence).where(entry.c.stream == number, entry.c.id.in_(list(ids))))
    return {row.id: row.sequence for row in rows}


def add(db: Connection, number: int, rows: Sequence[NewRow]) -> None:
    """Insert the entries of a page."""
    db.execute(
        insert(entry),
        [
            {
                "stream": number,
                "sequence": row.sequence,
                "id": row.id,
                "what": row.what,
                "size": len(row.signed) + len(row.beside),
                "head": row.head,
                "signed": row.signed,
                "beside": row.beside,
            }
            for row in rows
        ],
    )


def head_at(db: Connection, number: int, stream: bytes, sequence: int) -> bytes:
    """The head of a stream after so many entries, which it has."""
    if sequence == 0:
        return first_head(stream)
    where = (entry.c.stream == number) & (entry.c.sequence == sequence)
    head: bytes = db.execute(select(entry.c.head).where(where)).scalar_one()
    return head


def page_end(db: Connection, number: int, after: int, limit: int, most: int) -> int:
    """The number of the last entry of a page that holds at most `limit` entries and `most` bytes, and at least one."""
    sizes = db.execute(
        select(entry.c.sequence, entry.c.size)
        .where(entry.c.stream == number, entry.c.sequence > after)
        .order_by(entry.c.sequence)
        .limit(limit)
    ).all()
    end, size = after, 0
    for row in sizes:
        size += row.size
        if size > most and end > after:
            break
        end = row.sequence
    return end


def between(db: Connection, number: int, after: int, end: int) -> list[Stored]:
    """The entries after a number, up to and with another."""
    rows = db.execute(
        select(entry.c.sequence, entry.c.what, entry.c.signed, entry.c.beside)
        .where(entry.c.stream == number, entry.c.sequence > after, entry.c.sequence <= end)
        .order_by(entry.c.sequence)
    ).all()
    return [Stored(*row) for row in rows]
