"""What the records say, a row an item. Rows are only ever inserted; what holds now is a fold over the set of them.

A row depends on its own record and on the records which that one cites, never on the order in which they came: so
any order of arrival gives equal tables, and a rebuild gives the same again.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, get_args

import msgspec
from msgspec import Struct

from visitapp.domain.case import Kept
from visitapp.domain.contact import Contact
from visitapp.domain.days import Day
from visitapp.domain.item import Item
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.domain.marks import Mark, Opinion
from visitapp.errors import NotUnderstood
from visitapp.store.change import plainly
from visitapp.store.connection import Connection
from visitapp.store.said import words_of

_ENCODER = msgspec.msgpack.Encoder()
_KINDS: tuple[type[Item], ...] = get_args(AnyItem)
_TAGS: dict[type, str] = {kind: str(kind.__struct_config__.tag) for kind in _KINDS}
_DECODERS: dict[str, msgspec.msgpack.Decoder[Any]] = {_TAGS[kind]: msgspec.msgpack.Decoder(kind) for kind in _KINDS}
_OF_CONTACT = frozenset(kind for kind in _KINDS if "contact" in kind.__struct_fields__)
# The types that the index `item_looked_for` holds; the words must be the same as in the migration that made it.
_LOOKED_FOR = """type IN (
        'case', 'child', 'contact', 'correction', 'decision', 'member', 'next_visit', 'organisation', 'phone_card',
        'question_back', 'read_by', 'reply', 'settings')"""
_COLUMNS = "stream, depth, record, position, id, type, known_on, date, time, entry_kind, signed_by, content"
_INSERT = f"INSERT INTO item ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"  # noqa: S608  # no input in it

Row = tuple[str, int, str, int, str, str, str | None, str, str, str, str, bytes]


class Found(Struct, frozen=True):
    """An item found over all streams, and the stream that it is in."""

    stream: str
    kept: Kept


def rows(stream: str, record: str, depth: int, entry: Entry) -> list[Row]:
    """The rows of an entry. Deterministic: of the entry and its place only."""
    day, time = entry.day, entry.at[11:16]
    contacts = {line.item.id: line.item for line in entry.lines if type(line.item) is Contact}
    made: list[Row] = []
    for position, line in enumerate(entry.lines):
        item = line.item
        known_on = None if line.never else (line.known_on or day).isoformat()
        on, at = _when(line, contacts) or ((line.known_on or day).isoformat(), time)
        made.append(
            (stream, depth, record, position, item.id, _TAGS[type(item)], known_on, on, at, entry.kind, entry.by,
             _ENCODER.encode(item))
        )  # fmt: skip
    return made


def insert(db: Connection, made: Iterable[Row]) -> None:
    """Insert rows, and count them by stream. Inside a change."""
    extent: dict[str, int] = {}
    made = list(made)
    for row in made:
        extent[row[0]] = extent.get(row[0], 0) + 1
    db.executemany(_INSERT, made)
    db.executemany(
        """INSERT INTO extent (stream, items) VALUES (?, ?)
            ON CONFLICT (stream) DO UPDATE SET items = items + excluded.items""",
        extent.items(),
    )


def forget(db: Connection, stream: str | None) -> None:
    """Drop all rows of a stream, of all when None, to make them again from the log. Inside a change."""
    db.execute("DELETE FROM item WHERE ?1 IS NULL OR stream = ?1", (stream,))
    db.execute("DELETE FROM extent WHERE ?1 IS NULL OR stream = ?1", (stream,))


@plainly()
def count(db: Connection, stream: str) -> int:
    """How many items a stream has. It grows with every record that is taken in, so it tells whether to read again."""
    found = db.execute("SELECT items FROM extent WHERE stream = ?", (stream,)).fetchone()
    return found[0] if found else 0


@plainly()
def kept(db: Connection, stream: str) -> list[Kept]:
    """Everything that a stream's good records say, in causal order. What was corrected and what is never known, too."""
    found = db.execute(
        """SELECT content, type, record, depth, position, known_on, date, time, entry_kind, signed_by
            FROM item WHERE stream = ? ORDER BY depth, record, position""",
        (stream,),
    ).fetchall()
    items = [_decode(row[1], row[0]) for row in found]
    contacts = {item.id: (item.last_day(), item.time) for item in items if type(item) is Contact}
    marks = {item.id: item.contact for item in items if type(item) is Mark}
    days: dict[str | None, date | None] = {None: None}
    made: list[Kept] = []
    for item, (_, _, record, depth, position, known_on, on, at, entry, by) in zip(items, found, strict=True):
        when = _of_contact(item, contacts, marks)
        if when is None:
            when = (_day(days, on), at)
        made.append(Kept(item, _day(days, known_on), when[0], when[1], (depth, record, position), record, by, entry))
    return made


@plainly()
def of_type(db: Connection, tag: str, since: date | None = None, stream: str | None = None) -> list[Found]:
    """All items of a type over all streams (or one), by date; `since` leaves out what tells of days before it.

    For case, child, contact, correction, decision, member, next_visit, organisation, phone_card, question_back,
    read_by, reply and settings an index finds them; for the others every row is read. `date` is the item's own, or the
    day of its entry. What is never known is left out.
    """
    where = f"type = ? AND {_LOOKED_FOR}" if f"'{tag}'" in _LOOKED_FOR else "type = ?"
    found = db.execute(
        f"""SELECT stream, content, type, record, depth, position, known_on, date, time, entry_kind, signed_by
            FROM item WHERE {where} AND (?2 IS NULL OR date >= ?2) AND (?3 IS NULL OR stream = ?3)
            AND known_on IS NOT NULL ORDER BY date, time, depth, record, position""",  # noqa: S608  # no input in it
        (tag, since.isoformat() if since else None, stream),
    ).fetchall()
    return [
        Found(
            row[0],
            Kept(
                _decode(row[2], row[1]), date.fromisoformat(row[6]), date.fromisoformat(row[7]), row[8],
                (row[4], row[3], row[5]), row[3], row[10], row[9],
            ),
        )
        for row in found
    ]  # fmt: skip


def said(db: Connection, entry: Entry, made: list[Row]) -> list[tuple[date, str, tuple[str, str, str, str]]]:
    """What an entry's items, whose rows are there, say in words: (date, time, (stream, record, item, words))."""
    found = []
    for line, row in zip(entry.lines, made, strict=True):
        words = "" if line.never else words_of(line.item)
        if words:
            on, at = _told_of(db, line.item, row)
            found.append((on, at, (row[0], row[2], row[4], words)))
    return found


def _told_of(db: Connection, item: AnyItem, row: Row) -> tuple[date, str]:
    """The date and time that search orders an item by: its contact's where that is known already."""
    contact = getattr(item, "contact", "")
    if contact and type(item) is not Contact:
        found = db.execute("SELECT date, time FROM item WHERE id = ? AND type = 'contact'", (contact,)).fetchone()
        if found:
            return date.fromisoformat(found[0]), found[1]
    return date.fromisoformat(row[7]), row[8]


def _when(line: Line, contacts: Mapping[str, Contact]) -> tuple[str, str] | None:
    """The item's own date and time, as far as its own entry tells."""
    item: Any = line.item
    contact = item if type(item) is Contact else contacts.get(getattr(item, "contact", ""))
    if contact is not None:
        return contact.last_day().isoformat(), contact.time
    for field in ("date", "since"):
        day = getattr(item, field, None)
        if type(day) is Day:
            return (day.last() if field == "date" else day.first()).isoformat(), ""
    return None


def _of_contact(
    item: Any, contacts: Mapping[str, tuple[date, str]], marks: Mapping[str, str]
) -> tuple[date, str] | None:
    kind = type(item)
    if kind in _OF_CONTACT:
        return contacts.get(item.contact)
    if kind is Opinion and item.date is None:
        return contacts.get(marks.get(item.mark, ""))
    return None


def _day(days: dict[str | None, date | None], written: str | None) -> Any:
    # A case's items share few days: each is read once.
    if written not in days:
        days[written] = date.fromisoformat(written or "")
    return days[written]


def _decode(tag: str, content: bytes) -> Any:
    try:
        return _DECODERS[tag].decode(content)
    except (KeyError, msgspec.DecodeError):
        # The message would carry what the item says.
        raise NotUnderstood("item") from None
