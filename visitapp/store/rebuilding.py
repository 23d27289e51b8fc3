"""Making items and words again from the log: after a migration, when an update understands more, without one record."""

from msgspec import Struct

from visitapp.store import items, search
from visitapp.store.change import change
from visitapp.store.connection import Connection
from visitapp.store.keys import keep_fact, read_fact
from visitapp.store.migrations import version
from visitapp.store.waiting import SLICE, place_again, wake

_RECORDS = "what = 0 AND state <> 'quarantined' AND (?1 IS NULL OR stream = ?1)"


class _ReadBy(Struct, frozen=True):
    """Which version of the program, over which version of the tables, last read the log."""

    program: str
    tables: int


def after_update(db: Connection, program: str) -> bool:
    """Make again what another version of the program may read better; whether anything was. To be called at unlock.

    `program`: the version that runs now. New tables: everything is made again. Else only the streams in which something
    was not understood.
    """
    now = _ReadBy(program, version(db))
    last = read_fact(db, "read_by", _ReadBy)
    if last == now:
        return False
    with change(db):
        keep_fact(db, "read_by", now)
        if last is not None and last.tables != now.tables:
            rebuild(db)
            return True
        odd = db.execute(
            "SELECT DISTINCT stream FROM entry WHERE state <> 'good' AND state = 'not_understood'"
        ).fetchall()
        for (stream,) in odd:
            rebuild(db, stream)
    return bool(odd)


def rebuild(db: Connection, stream: str | None = None) -> None:
    """Make again all that follows from the log, of one stream or of all. What was not understood is tried again.

    One change: what was there before stays until the new is whole.
    """
    with change(db):
        items.forget(db, stream)
        search.forget(db, stream)
        db.execute(
            "DELETE FROM missing WHERE entry IN (SELECT id FROM entry WHERE ?1 IS NULL OR stream = ?1)", (stream,)
        )
        db.execute("DELETE FROM tip WHERE ?1 IS NULL OR stream = ?1", (stream,))
        db.execute(
            f"UPDATE entry SET state = 'waiting', reason = '', depth = NULL WHERE {_RECORDS}",  # noqa: S608
            (stream,),
        )
        _place_all(db, stream)
        while wake(db):
            pass


def quarantine(db: Connection, id: str, reason: str) -> None:  # noqa: A002  # the field's word
    """Set an entry aside that was taken in: a device since found to be in other hands. Kept, shown to a lead.

    What its stream says is made again from the log without it.
    """
    with change(db):
        found = db.execute("SELECT stream FROM entry WHERE id = ?", (id,)).fetchone()
        if found:
            db.execute("UPDATE entry SET state = 'quarantined', reason = ?, depth = NULL WHERE id = ?", (reason, id))
            rebuild(db, found[0])


def _place_all(db: Connection, stream: str | None) -> None:
    last = 0
    while True:
        rows = db.execute(
            f"SELECT n, id FROM entry WHERE {_RECORDS} AND n > ?2 ORDER BY n LIMIT ?3",  # noqa: S608
            (stream, last, SLICE),
        ).fetchall()
        if not rows:
            return
        last = rows[-1][0]
        place_again(db, [id for _, id in rows])  # noqa: A001
