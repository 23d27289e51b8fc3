"""The keys that this laptop holds, and the organisation that it is pinned to. All of it lies inside the vault."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from visitapp.errors import VaultDamaged
from visitapp.records.certificates import Certificate
from visitapp.store.change import change, plainly
from visitapp.store.connection import Connection

T = TypeVar("T")


class Device(Struct, frozen=True, kw_only=True):
    """This laptop in the organisation. Ids are hex; `id` is its certificate's, "" before it is certified.

    `signing`: seed of 32 bytes. `wrapping`: the hybrid secret key, 96 bytes. `certificate`: its signed bytes.
    `incarnation`: of its chains; a new one after a restore or a clone.
    """

    id: str
    member: str
    incarnation: str
    signing: bytes
    wrapping: bytes
    certificate: bytes = b""


class Pinned(Struct, frozen=True, kw_only=True):
    """The organisation, pinned when this laptop joined. `statement`: its signed founding statement.

    `receipt`: the signed certificate of the server's receipt key. `server`: the address.
    """

    organisation: str
    statement: bytes
    receipt: bytes
    server: str


def device(db: Connection) -> Device | None:
    """This laptop's keys; None before it has any."""
    return read_fact(db, "device", Device)


def keep_device(db: Connection, device: Device) -> None:
    """Put this laptop's keys in the place of what stood there."""
    keep_fact(db, "device", device)


def new_incarnation(db: Connection, incarnation: str) -> None:
    """Begin new chains: this laptop's earlier ones may go on elsewhere. `incarnation`: 32 fresh hex digits."""
    held = device(db)
    if held is None:
        raise ValueError("a laptop without keys has no chains")
    keep_device(db, replace(held, incarnation=incarnation))


def pinned(db: Connection) -> Pinned | None:
    """The organisation that this laptop is in; None before it joined."""
    return read_fact(db, "pinned", Pinned)


def pin(db: Connection, pinned: Pinned) -> None:
    """Pin the organisation, or its server's new address."""
    keep_fact(db, "pinned", pinned)


def keep_certificates(db: Connection, certificates: Iterable[Certificate]) -> None:
    """Add checked certificates to the directory, an issuer before what it signed. Those known already stay."""
    rows = [(one.id.hex(), one.member.hex(), one.signed) for one in certificates]
    with change(db):
        db.executemany("INSERT OR IGNORE INTO certificate (id, member, signed) VALUES (?, ?, ?)", rows)


@plainly()
def certificates(db: Connection) -> tuple[bytes, ...]:
    """All certificates known, signed bytes, in the order in which they can be checked."""
    return tuple(signed for (signed,) in db.execute("SELECT signed FROM certificate ORDER BY n"))


def keep_epochs(db: Connection, stream: str, keys: Mapping[str, bytes]) -> None:
    """Keep keys of a stream's epochs (id -> 32 bytes), for ever. What waited for them is ready: see log.wake()."""
    with change(db):
        db.executemany(
            "INSERT OR IGNORE INTO epoch (id, stream, key) VALUES (?, ?, ?)",
            [(epoch, stream, key) for epoch, key in keys.items()],
        )
        db.executemany("DELETE FROM missing WHERE needs = ?", [(epoch,) for epoch in keys])


@plainly()
def epoch_keys(db: Connection, stream: str) -> dict[str, bytes]:
    """The keys of a stream's epochs that this laptop holds, by epoch id."""
    return dict(db.execute("SELECT id, key FROM epoch WHERE stream = ?", (stream,)).fetchall())


@plainly()
def epoch_key(db: Connection, epoch: str) -> bytes | None:
    """One epoch's key; None when it is not here."""
    found = db.execute("SELECT key FROM epoch WHERE id = ?", (epoch,)).fetchone()
    return found[0] if found else None


def keep_fact(db: Connection, name: str, fact: Struct) -> None:
    """Keep one small typed thing by name."""
    with change(db):
        db.execute("INSERT OR REPLACE INTO fact (name, value) VALUES (?, ?)", (name, msgspec.msgpack.encode(fact)))


@plainly()
def read_fact(db: Connection, name: str, kind: type[T]) -> T | None:
    """A small typed thing by name; None when there is none. Raises VaultDamaged when it is of another form."""
    found = db.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
    try:
        return msgspec.msgpack.decode(found[0], type=kind) if found else None
    except msgspec.DecodeError:
        raise VaultDamaged from None


def forget_fact(db: Connection, name: str) -> None:
    """Forget a small typed thing that has done its work."""
    with change(db):
        db.execute("DELETE FROM fact WHERE name = ?", (name,))
