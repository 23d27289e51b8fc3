"""Pens: devices that write real, sealed and signed records to one stream, each seeing what it was shown."""

import os
from collections.abc import Iterable
from hashlib import sha256

from visitapp.crypto.signing import SigningKey
from visitapp.domain.contact import Contact, Note, Observation, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.records.chain import deps
from visitapp.records.content import encode_entry
from visitapp.records.envelope import Core, SealedRecord, read_record, seal_record
from visitapp.store import keys, streams
from visitapp.store.connection import Connection
from visitapp.store.reading import Arrival, record, written

ORGANISATION = sha256(b"organisation").digest()[:16]


class Written:
    """A record as it was written, and as it arrives anywhere."""

    def __init__(self, core: Core, sealed: SealedRecord, entry: Entry, epoch_key: bytes) -> None:
        self.core, self.sealed, self.entry, self._key = core, sealed, entry, epoch_key

    @property
    def id(self) -> str:
        return self.sealed.id.hex()

    def own(self) -> Arrival:
        """As the one who wrote it keeps it."""
        return written(self.sealed, self.core, self.entry)

    def arrives(self, sequence: int | None = None, *, opened: bool = True) -> Arrival:
        """As it comes from the server; `opened` False: the epoch's key is not here yet."""
        envelope = read_record(self.sealed.signed)
        return record(envelope, self.sealed.beside, self._key if opened else None, sequence)


class Room:
    """A stream with its one epoch, and what lies in it: for `frontier` of whoever sees all."""

    def __init__(self, name: str = "case") -> None:
        self.stream = sha256(name.encode()).digest()[:16]
        self.epoch = sha256(b"epoch" + self.stream).digest()
        self.key = sha256(b"key" + self.stream).digest()

    @property
    def id(self) -> str:
        return self.stream.hex()

    def join(self, db: Connection, *, with_key: bool = True) -> None:
        """Let a vault know the stream."""
        streams.keep(db, streams.Stream(id=self.id, kind="case", epoch=self.epoch.hex()))
        if with_key:
            self.give_key(db)

    def give_key(self, db: Connection) -> None:
        keys.keep_epochs(db, self.id, {self.epoch.hex(): self.key})


class Pen:
    """A device in a room. It cites what `sees` tells it to have seen."""

    def __init__(self, room: Room, name: str = "ann") -> None:
        self.room = room
        self.signing = SigningKey(sha256(name.encode()).digest())
        self.device = sha256(b"device" + name.encode()).digest()
        self.incarnation = sha256(b"incarnation" + name.encode()).digest()[:16]
        self.member = sha256(b"member" + name.encode()).hexdigest()[:32]
        self.sequence, self.previous = 0, b""
        self.seen: frozenset[bytes] = frozenset()

    def sees(self, others: Iterable[Written]) -> None:
        """What came in before the next record is written."""
        for other in others:
            cited = {other.core.previous, *other.core.deps}
            self.seen = (self.seen - cited) | {other.sealed.id}

    def write(self, entry: Entry, raw: bytes = b"", **core: object) -> Written:
        """The next record of this chain; `raw` instead of the entry's bytes, `core` over what a right one has."""
        fields: dict[str, object] = {
            "organisation": ORGANISATION,
            "stream": self.room.stream,
            "device": self.device,
            "incarnation": self.incarnation,
            "sequence": self.sequence + 1,
            "previous": self.previous,
            "deps": deps(self.seen, self.previous),
            "epoch": self.room.epoch,
            "salt": os.urandom(32),
            "claimed": 1_700_000_000_000 + self.sequence,
            **core,
        }
        made = Core(**fields)  # type: ignore[arg-type]
        sealed = seal_record(made, raw or encode_entry(entry), self.room.key, self.signing)
        self.sequence, self.previous = made.sequence, sealed.id
        self.seen = (self.seen - {made.previous, *made.deps}) | {sealed.id}
        return Written(made, sealed, entry, self.room.key)

    def says(self, *items: AnyItem, at: str = "2026-03-02T15:00:00+00:00", kind: str = "visit") -> Written:
        """A record that says these things."""
        return self.write(self.entry(*items, at=at, kind=kind))

    def entry(self, *items: AnyItem, at: str = "2026-03-02T15:00:00+00:00", kind: str = "visit") -> Entry:
        return Entry(kind=kind, at=at, by=self.member, lines=tuple(map(Line, items)))  # type: ignore[arg-type]


def contact(name: str, day: str = "2026-03-02", time: str = "10:30") -> Contact:
    return Contact(id=named(name), date=Day.read(day), time=time, kind="home_visit")


def note(about: Contact, words: str, name: str = "") -> Note:
    return Note(id=named(name or words), contact=about.id, paragraphs=(Paragraph(words),))


def seen(about: Contact, words: str) -> Observation:
    return Observation(id=named(words), contact=about.id, text=words, source="seen")


def named(name: str) -> str:
    """An id that is always the same for a name."""
    return sha256(name.encode()).hexdigest()[:32]


def tables(db: Connection) -> dict[str, list[tuple[object, ...]]]:
    """What follows from the log, without the numbers that only say where a row lies."""
    return {
        "items": sorted(map(repr, db.execute("SELECT * FROM item_told"))),
        "tips": db.execute("SELECT stream, entry FROM tip ORDER BY stream, entry").fetchall(),
        "entries": db.execute("SELECT id, stream, state, reason, depth FROM entry ORDER BY id").fetchall(),
        "missing": db.execute("SELECT needs, entry FROM missing ORDER BY needs, entry").fetchall(),
        "said": db.execute("SELECT stream, record, item, words FROM said ORDER BY record, item, words").fetchall(),
        "extent": db.execute("SELECT stream, told, items FROM extent ORDER BY stream").fetchall(),
    }  # type: ignore[dict-item]
