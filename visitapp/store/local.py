"""Small facts of this laptop alone, never sent: what was copied into the case system, opened, when it last synced."""

from msgspec import Struct

from visitapp.store.change import change, plainly
from visitapp.store.connection import Connection
from visitapp.store.keys import keep_fact, read_fact


class LastSync(Struct, frozen=True, kw_only=True):
    """The last cycle, at civil time with offset. `done`: the last that went through, or "". `problem`: its code.

    `alarmed`: when a cycle last had an alarm, or "".
    """

    at: str
    done: str = ""
    problem: str = ""
    alarmed: str = ""


def mark_copied(db: Connection, stream: str, contact: str, section: str, at: str) -> None:
    """Remember that a section of a visit was copied into the case system. The first time counts."""
    with change(db):
        db.execute(
            "INSERT OR IGNORE INTO copied (stream, contact, section, at) VALUES (?, ?, ?, ?)",
            (stream, contact, section, at),
        )


@plainly()
def copied(db: Connection, contact: str) -> dict[str, str]:
    """The sections of a visit that were copied, and when."""
    rows = db.execute("SELECT section, at FROM copied WHERE contact = ?", (contact,))
    return dict(rows.fetchall())


@plainly()
def wholly_copied(db: Connection) -> frozenset[tuple[str, str]]:
    """(contact, mark) of the visits that were copied whole: sections whose name begins with an asterisk."""
    return frozenset(db.execute("SELECT contact, section FROM copied WHERE section LIKE '*%'").fetchall())


def mark_opened(db: Connection, stream: str, at: str) -> None:
    """Remember when a case was last opened here."""
    with change(db):
        db.execute("INSERT OR REPLACE INTO opened (stream, at) VALUES (?, ?)", (stream, at))


@plainly()
def opened(db: Connection) -> dict[str, str]:
    """When each case was last opened here, by stream."""
    return dict(db.execute("SELECT stream, at FROM opened").fetchall())


def last_sync(db: Connection) -> LastSync | None:
    """The last sync cycle; None before the first."""
    return read_fact(db, "last_sync", LastSync)


def keep_last_sync(db: Connection, sync: LastSync) -> None:
    """Remember how the last cycle went."""
    keep_fact(db, "last_sync", sync)
