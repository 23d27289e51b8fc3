"""Where this laptop's chains stand, kept in a small file outside the database: so that a restored copy is noticed.

    heads.json = {"version": 1, "incarnation", "chains": {stream: [sequence, id]},
                  "receipts": {stream: [sequence, head]}}

It is written after a commit. A database that has less than its file says was put back from a copy, and goes on in a
new incarnation; one that has more was only interrupted before the file was written.
"""

from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from visitapp.store.change import plainly
from visitapp.store.connection import Connection
from visitapp.store.files import write_whole
from visitapp.store.keys import device

VERSION = 1
Place = tuple[int, str]


# Both go from stream to stream through an index, so that they cost what there is of streams, not of history.
_CHAINS = """
    WITH RECURSIVE own (stream) AS (
        SELECT min(stream) FROM entry WHERE own = 1 AND incarnation = ?1
        UNION ALL
        SELECT (SELECT min(entry.stream) FROM entry WHERE own = 1 AND incarnation = ?1 AND entry.stream > own.stream)
        FROM own WHERE stream IS NOT NULL)
    SELECT entry.stream, entry.sequence, entry.id FROM own JOIN entry ON entry.n = (
        SELECT n FROM entry WHERE own = 1 AND incarnation = ?1 AND entry.stream = own.stream
        ORDER BY sequence DESC LIMIT 1)"""
_RECEIPTS = """
    WITH RECURSIVE given (stream) AS (
        SELECT min(stream) FROM receipt
        UNION ALL
        SELECT (SELECT min(receipt.stream) FROM receipt WHERE receipt.stream > given.stream)
        FROM given WHERE stream IS NOT NULL)
    SELECT receipt.stream, receipt.sequence, receipt.head FROM given JOIN receipt ON receipt.stream = given.stream
        AND receipt.sequence = (SELECT max(sequence) FROM receipt WHERE receipt.stream = given.stream)"""


class Heads(Struct, frozen=True, kw_only=True):
    """`chains`: the newest own record of each stream in this incarnation. `receipts`: the highest of each stream."""

    incarnation: str
    chains: dict[str, Place] = {}
    receipts: dict[str, Place] = {}
    version: int = VERSION


def heads_file(profile: Path) -> Path:
    """Where a profile's file is."""
    return profile / "heads.json"


@plainly()
def of(db: Connection) -> Heads:
    """How the database stands."""
    held = device(db)
    incarnation = held.incarnation if held else ""
    chains = db.execute(_CHAINS, (incarnation,))
    receipts = db.execute(_RECEIPTS)
    return Heads(
        incarnation=incarnation,
        chains={stream: (sequence, id) for stream, sequence, id in chains},  # noqa: A001  # the field's word
        receipts={stream: (sequence, head) for stream, sequence, head in receipts},
    )


def write(profile: Path, heads: Heads) -> None:
    """Put the file in place in one step. Raises DiskFull, VaultNotWritable."""
    write_whole(heads_file(profile), msgspec.json.encode(heads))


def read(profile: Path) -> Heads | None:
    """The file; None when there is none that can be read."""
    try:
        found = msgspec.json.decode(heads_file(profile).read_bytes(), type=Heads)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    return found if found.version == VERSION else None


def check(db: Connection, heads: Heads | None) -> Literal["same", "behind"]:
    """Whether the database has all that the file says it once had.

    Without a file nobody can tell: "behind" where there are records of our own, because a new incarnation costs
    nothing and a number given twice costs trust.
    """
    stands = of(db)
    if heads is None:
        return "behind" if stands.chains else "same"
    if heads.incarnation != stands.incarnation:
        return "behind"
    chains = all(_has(db, id) for _, id in heads.chains.values())  # noqa: A001
    receipts = all(
        sequence <= stands.receipts.get(stream, (0, ""))[0] for stream, (sequence, _) in heads.receipts.items()
    )
    return "same" if chains and receipts else "behind"


def _has(db: Connection, id: str) -> bool:  # noqa: A002
    return db.execute("SELECT 1 FROM entry WHERE id = ?", (id,)).fetchone() is not None
