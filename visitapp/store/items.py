"""What the records say, a row an item. Rows are only ever inserted; what holds now is a fold over the set of them.

A row depends on its own record and its place in the graph, never on the order in which records came: so any order of
arrival gives equal tables, and a rebuild gives the same again.
"""

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any, get_args

import msgspec
from msgspec import Struct

from visitapp.domain.case import Kept
from visitapp.domain.contact import Contact
from visitapp.domain.days import Day
from visitapp.domain.item import Item
from visitapp.domain.items import AnyItem, Entry
from visitapp.domain.marks import Mark, Opinion
from visitapp.errors import NotUnderstood
from visitapp.store.change import plainly
from visitapp.store.connection import Connection, several
from visitapp.store.said import words_of

_ENCODER = msgspec.msgpack.Encoder()
_DECODER: msgspec.msgpack.Decoder[AnyItem] = msgspec.msgpack.Decoder(AnyItem)
_KINDS: tuple[type[Item], ...] = get_args(AnyItem)
_TAGS: dict[type, str] = {kind: str(kind.__struct_config__.tag) for kind in _KINDS}
_OF_CONTACT = frozenset(kind for kind in _KINDS if "contact" in kind.__struct_fields__)
_RUNNING_BITS = 36
"""Of a row's number; the stream's own number stands above them."""

When = tuple[date, str]
Record = tuple[str, int, str, str, When]
"""Id, depth, kind of entry, who said it, when it was entered."""


class Row(Struct, frozen=True, gc=False):
    """An item as the vault keeps it: the columns of its row, and what searching needs of it.

    `date`, `time`: its own, None where it tells none: then those of `contact` hold, and without that `entered`.
    `words`: what can be searched; "" also for what is never known.
    """

    id: str
    type: str
    known_on: str | None
    date: str | None
    time: str | None
    content: bytes
    contact: str
    entered: tuple[str, str]
    words: str


class Told(Struct, frozen=True, gc=False):
    """A record that could be read, its place, and the rows of what it says."""

    stream: str
    record: str
    depth: int
    entry: Entry
    rows: Sequence[Row]


def rows_of(entry: Entry) -> tuple[Row, ...]:
    """The rows of what an entry says. Needs no vault, so that the vault's thread only stores them."""
    day = entry.day
    written = day.isoformat()
    rows = []
    for line in entry.lines:
        item = line.item
        kind = type(item)
        own = _own_when(item)
        on, at = (own[0].isoformat(), own[1]) if own else (None, None)
        known = line.known_on.isoformat() if line.known_on else written
        rows.append(
            Row(
                item.id,
                _TAGS[kind],
                None if line.never else known,
                on,
                at,
                _ENCODER.encode(item),
                getattr(item, "contact", "") if kind in _OF_CONTACT else "",
                (known, entry.at[11:16] if known == written else ""),
                "" if line.never else words_of(item),
            )
        )
    return tuple(rows)


def insert(db: Connection, told: Iterable[Told]) -> None:
    """Insert what records say, beside the rest of their streams. Inside a change."""
    by_stream: dict[str, list[Told]] = {}
    for one in told:
        by_stream.setdefault(one.stream, []).append(one)
    for stream, own in by_stream.items():
        _insert(db, stream, own)


def forget(db: Connection, stream: str | None) -> None:
    """Drop all rows of a stream, of all when None, to make them again from the log. Inside a change."""
    first, last = (0, (1 << 63) - 1) if stream is None else span(db, stream)
    db.execute("DELETE FROM item WHERE n BETWEEN ? AND ?", (first, last))
    db.execute("DELETE FROM told WHERE n BETWEEN ? AND ?", (first, last))
    db.execute("UPDATE extent SET told = 0, items = 0 WHERE ?1 IS NULL OR stream = ?1", (stream,))


@plainly()
def count(db: Connection, stream: str) -> int:
    """How many items a stream has. It grows with every record that is taken in, so it tells whether to read again."""
    found = db.execute("SELECT items FROM extent WHERE stream = ?", (stream,)).fetchone()
    return found[0] if found else 0


@plainly()
def kept(db: Connection, stream: str) -> list[Kept]:
    """Everything that a stream's good records say, in causal order. What was corrected and what is never known, too.

    The date and time are those of what the item tells of: its own, else its contact's, else when it became known.
    Raises NotUnderstood("item") when an item is of another version than this program: rebuild() is due.
    """
    numbers = span(db, stream)
    with _collecting_later():
        told = {
            n: (record, depth, kind, by, (date.fromisoformat(at[:10]), at[11:16]))
            for n, record, depth, kind, by, at in db.execute(
                "SELECT n, record, depth, kind, said_by, at FROM told WHERE n BETWEEN ? AND ?", numbers
            )
        }
        rows = db.execute(
            "SELECT content, told, position, known_on, date, time FROM item WHERE n BETWEEN ? AND ?", numbers
        ).fetchall()
        made = _kept(rows, told)
        made.sort(key=_place)
    return made


@plainly()
def dates(db: Connection, contacts: Iterable[str]) -> dict[str, tuple[str, str]]:
    """The dates and times of those of these contacts that are here."""
    rows = db.execute(
        """SELECT id, date, time FROM item WHERE type = 'contact' AND id IN (SELECT value FROM json_each(?))
            ORDER BY n DESC""",
        (several(contacts),),
    )
    return {id: (day, time) for id, day, time in rows}  # noqa: A001  # the field's word


def span(db: Connection, stream: str) -> tuple[int, int]:
    """The first and the last number that a stream's rows may have in `told` and `item`."""
    found = db.execute("SELECT number FROM extent WHERE stream = ?", (stream,)).fetchone()
    return (found[0] << _RUNNING_BITS, (found[0] + 1 << _RUNNING_BITS) - 1) if found else (0, -1)


def _insert(db: Connection, stream: str, own: list[Told]) -> None:
    lines = sum(len(one.rows) for one in own)
    number, told, items = db.execute(
        """INSERT INTO extent (stream, told, items) VALUES (?1, ?2, ?3)
            ON CONFLICT (stream) DO UPDATE SET told = told + excluded.told, items = items + excluded.items
            RETURNING number, told - ?2, items - ?3""",
        (stream, len(own), lines),
    ).fetchone()
    first = number << _RUNNING_BITS
    db.executemany(
        "INSERT INTO told (n, record, stream, depth, kind, at, said_by) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (n, one.record, stream, one.depth, one.entry.kind, one.entry.at, one.entry.by)
            for n, one in enumerate(own, first + told)
        ],
    )
    places = [(n, place, row) for n, one in enumerate(own, first + told) for place, row in enumerate(one.rows)]
    db.executemany(
        """INSERT INTO item (n, told, position, id, type, known_on, date, time, content)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (n, told, place, row.id, row.type, row.known_on, row.date, row.time, row.content)
            for n, (told, place, row) in enumerate(places, first + items)
        ],
    )


def _kept(rows: list[Any], told: Mapping[int, Record]) -> list[Kept]:
    try:
        items: list[Any] = [_DECODER.decode(row[0]) for row in rows]
    except msgspec.DecodeError:
        # The message would carry what the item says.
        raise NotUnderstood("item") from None
    kinds = list(map(type, items))
    contacts = {one.id: (one.last_day(), one.time) for one in _first_of(Contact, kinds, items, rows, told)}
    marks = {one.id: one.contact for one in _first_of(Mark, kinds, items, rows, told)}
    days: dict[str | None, Any] = {None: None}
    made: list[Kept] = []
    for item, tag, (_, n, position, known_on, on, at) in zip(items, kinds, rows, strict=True):
        record, depth, kind, by, entered = told[n]
        known = days[known_on] if known_on in days else _day(days, known_on)
        if known is not None and known != entered[0]:
            entered = (known, "")
        if on is not None:
            day, time = _day(days, on), at
        elif tag in _OF_CONTACT:
            day, time = contacts.get(item.contact, entered)
        elif tag is Opinion:
            day, time = contacts.get(marks.get(item.mark, ""), entered)
        else:
            day, time = entered
        made.append(Kept(item, known, day, time, (depth, record, position), record, by, kind))
    return made


def _first_of(
    wanted: type,
    kinds: list[type],
    items: list[Any],
    rows: list[Any],
    told: Mapping[int, Record],
) -> list[Any]:
    """The items of a type, so that of two with one id (never by our own hand) the first in causal order comes last."""
    found = [index for index, kind in enumerate(kinds) if kind is wanted]
    found.sort(key=lambda index: (told[rows[index][1]][1], told[rows[index][1]][0], rows[index][2]), reverse=True)
    return [items[index] for index in found]


def _own_when(item: Any) -> When | None:
    """The date that an item itself tells, and the time, if any."""
    if type(item) is Contact:
        return item.last_day(), item.time
    for field in ("date", "since"):
        day = getattr(item, field, None)
        if type(day) is Day:
            return (day.last() if field == "date" else day.first()), ""
    return None


def _day(days: dict[str | None, Any], written: str) -> date:
    # A case's items share few days: each is read once.
    if written not in days:
        days[written] = date.fromisoformat(written)
    day: date = days[written]
    return day


def _place(kept: Kept) -> tuple[int, str, int]:
    return kept.place


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Without Python's search for cycles: tens of thousands of objects are made and all of them stay."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
