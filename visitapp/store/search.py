"""Searching everything that was said, the newest first.

`said` holds the words, `said_words` their index (FTS5). A row's number is its date and time in the upper bits and a
running number below, so that walking the index backwards is the newest first and the search stops after `limit`.

Each change of the index writes a piece of it that must be merged later, so words that come in many small slices wait
in `said_unindexed` and are indexed a few hundred at a time; a search indexes what is left before it looks.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import date
from unicodedata import category

from msgspec import Struct

from visitapp.errors import DiskFull, VaultNotWritable
from visitapp.store import items
from visitapp.store.change import change, plainly
from visitapp.store.connection import Connection
from visitapp.store.items import Row, Told

_MINUTE_BITS, _RUNNING_BITS = 11, 30
_RUNNING = (1 << _RUNNING_BITS) - 1
_BEGIN, _END = "\x02", "\x03"
_MOST_WORDS, _MOST_CHARACTERS = 32, 1000


class Hit(Struct, frozen=True):
    """Words found. `item`: its id. `hits`: where the words stand in `words`, as (start, end), in order."""

    stream: str
    record: str
    item: str
    date: date
    words: str
    hits: tuple[tuple[int, int], ...]


@plainly()
def find(db: Connection, text: str, limit: int = 50, stream: str | None = None) -> list[Hit]:
    """What holds all these words, the newest first; the last may be only begun, from two letters on.

    Any text is harmless. Capitals and accents do not matter. A word with a sign in it (O'Neil, 12-b) is found as it
    stands there.
    """
    query = safe_query(text)
    if not query:
        return []
    # A full disk must not take away what can be found without writing.
    with suppress(DiskFull, VaultNotWritable):
        while index(db):
            pass
    rows = db.execute(
        """SELECT s.n, s.stream, s.record, s.item, highlight(said_words, 0, ?1, ?2)
            FROM said_words JOIN said s ON s.n = said_words.rowid
            WHERE said_words MATCH ?3 AND (?4 IS NULL OR s.stream = ?4)
            ORDER BY said_words.rowid DESC LIMIT ?5""",
        (_BEGIN, _END, query, stream, limit),
    )
    return [_hit(*row) for row in rows]


def safe_query(text: str) -> str:
    """An FTS5 query for what somebody typed: each word quoted, the last a beginning; "" when there is no word in it.

    One letter begins too many words to be of use: beside others it waits for the next, alone it is a word.
    """
    text = text[:_MOST_CHARACTERS].encode("utf-8", "replace").decode("utf-8").replace("\0", " ")
    words = [word for word in text.split() if any(map(_counts, word))][:_MOST_WORDS]
    begun = bool(words) and len(words[-1]) > 1
    if len(words) > 1 and not begun and not text[-1].isspace():
        words.pop()
        begun = False
    quoted = ['"' + word.replace('"', '""') + '"' for word in words]
    return " ".join(quoted) + ("*" if begun else "")


def insert(db: Connection, told: Sequence[Told], *, later: bool = False) -> None:
    """Add the words of items, whose rows are there. Inside a change. `later`: index() takes them up."""
    said = [(one, row) for one in told for row in one.rows if row.words]
    if not said:
        return
    dates = items.dates(db, {row.contact for _, row in said if row.date is None and row.contact})
    # In the order of their numbers: FTS5 writes a piece of index out whenever a number is lower than the one before.
    timed = sorted(((_minutes(row, dates), one, row) for one, row in said), key=lambda found: found[0])
    running = db.execute("SELECT number FROM said_next").fetchone()[0]
    rows = [
        (minutes << _RUNNING_BITS | running + index & _RUNNING, one.stream, one.record, row.id, row.words)
        for index, (minutes, one, row) in enumerate(timed)
    ]
    db.execute("UPDATE said_next SET number = ?", (running + len(rows),))
    db.executemany("INSERT INTO said (n, stream, record, item, words) VALUES (?, ?, ?, ?, ?)", rows)
    if later:
        db.executemany("INSERT INTO said_unindexed (n) VALUES (?)", [(row[0],) for row in rows])
    else:
        db.executemany("INSERT INTO said_words (rowid, words) VALUES (?, ?)", [(row[0], row[4]) for row in rows])


def index(db: Connection, limit: int = 200) -> int:
    """Index words that wait for it, at most so many; how many there were. 0: none is left."""
    if db.execute("SELECT 1 FROM said_unindexed LIMIT 1").fetchone() is None:
        return 0
    with change(db):
        rows = db.execute(
            "SELECT n, words FROM said WHERE n IN (SELECT n FROM said_unindexed ORDER BY n LIMIT ?) ORDER BY n",
            (limit,),
        ).fetchall()
        db.executemany("INSERT INTO said_words (rowid, words) VALUES (?, ?)", rows)
        db.executemany("DELETE FROM said_unindexed WHERE n = ?", [(n,) for n, _ in rows])
    return len(rows)


def forget(db: Connection, stream: str | None) -> None:
    """Drop all words of a stream, of all when None, to make them again from the log. Inside a change."""
    if stream is None:
        db.execute("INSERT INTO said_words (said_words) VALUES ('delete-all')")
        db.execute("DELETE FROM said")
        db.execute("DELETE FROM said_unindexed")
        return
    rows = db.execute(
        "SELECT n, words FROM said WHERE stream = ? AND n NOT IN (SELECT n FROM said_unindexed)", (stream,)
    ).fetchall()
    db.executemany("INSERT INTO said_words (said_words, rowid, words) VALUES ('delete', ?, ?)", rows)
    db.execute("DELETE FROM said_unindexed WHERE n IN (SELECT n FROM said WHERE stream = ?)", (stream,))
    db.execute("DELETE FROM said WHERE stream = ?", (stream,))


def _minutes(row: Row, dates: Mapping[str, tuple[str, str]]) -> int:
    """When an item was said: its own date and time, else its contact's where that is here, else when it was entered."""
    day, time = (row.date, row.time or "") if row.date is not None else dates.get(row.contact, row.entered)
    hour, _, minute = time.partition(":")
    known = hour.isdecimal() and minute[:2].isdecimal()
    minutes = min(int(hour) * 60 + int(minute[:2]), (1 << _MINUTE_BITS) - 1) if known else 0
    return date.fromisoformat(day).toordinal() << _MINUTE_BITS | minutes


def _hit(n: int, stream: str, record: str, item: str, marked: str) -> Hit:
    day = date.fromordinal(n >> (_MINUTE_BITS + _RUNNING_BITS))
    words, hits = _parted(marked)
    return Hit(stream, record, item, day, words, hits)


def _parted(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words without the signs that mark the hits, and where these stood."""
    first, *rest = marked.split(_BEGIN)
    words, hits = first, []
    for piece in rest:
        hit, _, after = piece.partition(_END)
        hits.append((len(words), len(words) + len(hit)))
        words += hit + after
    return words, tuple(hits)


def _counts(character: str) -> bool:
    """Whether FTS5 takes a character as part of a word: letters and numbers of any script, private signs."""
    kind = category(character)
    return kind[0] in "LN" or kind == "Co"
