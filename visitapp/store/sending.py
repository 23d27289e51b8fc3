"""What is still to be sent, derived from the log: our own entries that the server has not confirmed."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from visitapp.store.change import change, plainly
from visitapp.store.connection import Connection, several

PAGE = 500
BYTES = 4 * 1024 * 1024
SIGNED_AGAIN = "signed_again"
_WAITS = "own = 1 AND server_sequence IS NULL"


class Unsent(Struct, frozen=True):
    """An entry to send, as it was signed. `what`: 0 a record, else the kind of statement."""

    id: str
    stream: str
    what: int
    signed: bytes
    beside: bytes


class Counts(Struct, frozen=True, kw_only=True):
    """How many entries: `unsent` to be sent; `refused` by the server and so held back; and by state."""

    unsent: int
    refused: int
    quarantined: int
    not_understood: int
    waiting: int


class Confirmed(Struct, frozen=True):
    """A record of our own and the first receipt that covers it, for the receipt log. `at`: UTC in milliseconds."""

    record: str
    stream: str
    server_sequence: int
    receipt: int
    head: str
    at: int


@plainly()
def unsent(db: Connection, limit: int = PAGE, most: int = BYTES) -> list[Unsent]:
    """The next page to send: in the order of signing, so that each chain is in order; at most so many, so many bytes.

    What was refused is left out, and what stands behind it in its chain, which the server could only refuse too.
    """
    if db.execute(f"SELECT 1 FROM entry WHERE {_WAITS} LIMIT 1").fetchone() is None:  # noqa: S608  # no input in it
        return []
    rows = db.execute(
        f"""WITH held AS MATERIALIZED (
                SELECT stream, device, incarnation, min(sequence) AS first FROM entry
                WHERE refused IS NOT NULL AND what = 0 GROUP BY stream, device, incarnation)
            SELECT id, stream, what, signed, beside FROM entry WHERE {_WAITS} AND refused IS NULL
                AND NOT (what = 0 AND EXISTS (
                    SELECT 1 FROM held WHERE held.stream = entry.stream AND held.device = entry.device
                        AND held.incarnation = entry.incarnation AND held.first < entry.sequence))
            ORDER BY n LIMIT ?""",  # noqa: S608  # no input in it
        (limit,),
    )
    page: list[Unsent] = []
    size = 0
    for row in rows:
        one = Unsent(*row)
        size += len(one.signed) + len(one.beside)
        if page and size > most:
            break
        page.append(one)
    return page


def acknowledge(db: Connection, sequences: Mapping[str, int]) -> None:
    """The server has these entries, by id, under these numbers. In one change() with streams.keep_receipt()."""
    with change(db):
        db.executemany(
            "UPDATE entry SET server_sequence = ?, refused = NULL WHERE id = ?",
            [(sequence, id) for id, sequence in sequences.items()],  # noqa: A001  # the field's word
        )


@plainly()
def confirmed(db: Connection, ids: Iterable[str]) -> set[str]:
    """Those of these entries that a page or a receipt of the server's has covered."""
    rows = db.execute(
        "SELECT id FROM entry WHERE server_sequence IS NOT NULL AND id IN (SELECT value FROM json_each(?))",
        (several(ids),),
    )
    return {id for (id,) in rows}  # noqa: A001  # the field's word


def set_aside(db: Connection, refused: Mapping[str, str]) -> None:
    """The server did not take these entries of ours: id -> its code. They stay, are shown, and hold up no other."""
    with change(db):
        db.executemany(
            "UPDATE entry SET refused = ? WHERE id = ? AND server_sequence IS NULL",
            [(code, id) for id, code in refused.items()],  # noqa: A001
        )


def offer_refused(db: Connection) -> None:
    """Send what was refused once more with the next cycle: membership or the server may have changed."""
    with change(db):
        db.execute(f"UPDATE entry SET refused = NULL WHERE {_WAITS} AND refused IS NOT NULL")  # noqa: S608


def offer_from(db: Connection, stream: str, device: str, incarnation: str, sequence: int) -> int:
    """The server misses records of a chain of ours: send them again from this number on. How many it had confirmed."""
    with change(db):
        return db.execute(
            """UPDATE entry SET server_sequence = NULL WHERE own = 1 AND what = 0 AND stream = ? AND device = ?
                AND incarnation = ? AND sequence >= ? AND server_sequence IS NOT NULL""",
            (stream, device, incarnation, sequence),
        ).rowcount


@plainly()
def stuck(db: Connection) -> list[Unsent]:
    """Records of ours that their chain cannot take any more, because it went on without them, in the order of signing.

    From the first on that the server refused, where that was for its place in the chain: nothing behind it can ever be
    taken. One refused for another reason is for people to look at, and holds what stands behind it.
    """
    rows = db.execute(
        f"""WITH broken AS (
                SELECT stream, device, incarnation, refused AS why, min(sequence) AS first FROM entry
                WHERE {_WAITS} AND what = 0 AND refused IS NOT NULL GROUP BY stream, device, incarnation)
            SELECT id, entry.stream, what, signed, beside FROM entry JOIN broken USING (device, incarnation)
            WHERE {_WAITS} AND what = 0 AND entry.stream = broken.stream AND sequence >= first
                AND why IN ('fork', 'gap') ORDER BY n"""  # noqa: S608  # no input in it
    ).fetchall()
    return [Unsent(*row) for row in rows]


def signed_again(db: Connection, ids: Sequence[str]) -> None:
    """These records of ours were never taken and are signed anew: they stay in the log and count nowhere.

    In one change() with a rebuild of their streams.
    """
    with change(db):
        db.executemany(
            f"""UPDATE entry SET own = 0, refused = NULL, state = 'quarantined', reason = '{SIGNED_AGAIN}', depth = NULL
                WHERE id = ?""",  # noqa: S608  # this file's own word
            [(id,) for id in ids],  # noqa: A001
        )


def offer_again(db: Connection, stream: str, after: int) -> None:
    """The server has lost what came after this number (a restart says so): send ours again, take in all again."""
    with change(db):
        db.execute("UPDATE entry SET server_sequence = NULL WHERE stream = ? AND server_sequence > ?", (stream, after))
        db.execute("UPDATE stream SET cursor = min(cursor, ?) WHERE id = ?", (after, stream))


@plainly()
def waiting(db: Connection) -> int:
    """How many entries wait to be sent."""
    (number,) = db.execute(f"SELECT count(*) FROM entry WHERE {_WAITS} AND refused IS NULL").fetchone()  # noqa: S608
    return int(number)


@plainly()
def counts(db: Connection) -> Counts:
    """How much waits to be sent, and what is odd."""
    unsent, refused = db.execute(
        f"SELECT count(*), count(refused) FROM entry WHERE {_WAITS}"  # noqa: S608
    ).fetchone()
    odd = dict(
        db.execute(
            "SELECT state, count(*) FROM entry WHERE state <> 'good' AND reason <> ? GROUP BY state", (SIGNED_AGAIN,)
        ).fetchall()
    )
    return Counts(
        unsent=unsent - refused,
        refused=refused,
        quarantined=odd.get("quarantined", 0),
        not_understood=odd.get("not_understood", 0),
        waiting=odd.get("waiting", 0),
    )


@plainly()
def refusals(db: Connection) -> tuple[str, ...]:
    """The codes of the server for what it did not take, each once."""
    rows = db.execute(f"SELECT DISTINCT refused FROM entry WHERE {_WAITS} AND refused IS NOT NULL ORDER BY refused")  # noqa: S608
    return tuple(code for (code,) in rows)


@plainly()
def receipts(db: Connection) -> list[Confirmed]:
    """Our own records that a receipt covers, by stream and number: the receipt log that a person may take out."""
    rows = db.execute(
        """SELECT e.id, e.stream, e.server_sequence, r.sequence, r.head, r.at
            FROM entry e JOIN receipt r ON r.stream = e.stream AND r.sequence = (
                SELECT min(sequence) FROM receipt WHERE stream = e.stream AND sequence >= e.server_sequence)
            WHERE e.own = 1 AND e.what = 0 ORDER BY e.stream, e.server_sequence"""
    )
    return [Confirmed(*row) for row in rows]
