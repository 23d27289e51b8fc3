"""What a laptop in the wrong hands can sign: its key is right, what it says is not what VisitApp would write."""

import os
from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from tests.faults.evil import Row
from tests.office.said import note_of
from visitapp.actions.session import Session
from visitapp.crypto.signing import SigningKey
from visitapp.records.content import encode_entry
from visitapp.records.envelope import Core, seal_record
from visitapp.store import keys, log, streams

Forged = tuple[Row, str] | None
"""The entry, and the words that are rightly shown of it, "" for none; None: nothing to forge from yet."""
Forger = Callable[[Session, str, str], Forged]


def core_of(session: Session, stream: str, /, **other: Any) -> Core:
    """The core that comes next in this laptop's chain."""
    device = session.device
    known = streams.stream(session.db, stream)
    pinned = keys.pinned(session.db)
    assert known is not None
    assert pinned is not None
    head = log.chain_head(session.db, stream, device.id, device.incarnation)
    core = Core(
        organisation=bytes.fromhex(pinned.organisation),
        stream=bytes.fromhex(stream),
        device=bytes.fromhex(device.id),
        incarnation=bytes.fromhex(device.incarnation),
        sequence=head.sequence + 1 if head else 1,
        previous=head.id if head else b"",
        epoch=bytes.fromhex(known.epoch),
        salt=os.urandom(32),
        claimed=1,
    )
    return replace(core, **other)


def sealed(session: Session, core: Core, plain: bytes, key: bytes | None = None) -> Row:
    epoch_key = key or keys.epoch_key(session.db, core.epoch.hex())
    assert epoch_key is not None
    made = seal_record(core, plain, epoch_key, SigningKey(session.device.signing))
    return Row(0, made.signed, made.beside)


def _fork(session: Session, stream: str, words: str) -> Forged:
    """A second record under a number of its chain: both are kept and shown."""
    device = session.device
    head = log.chain_head(session.db, stream, device.id, device.incarnation)
    if head is None:
        return None
    core = core_of(session, stream)
    before = session.db.execute(
        "SELECT id FROM entry WHERE stream = ? AND device = ? AND incarnation = ? AND sequence = ? AND what = 0",
        (stream, device.id, device.incarnation, head.sequence - 1),
    ).fetchone()
    previous = bytes.fromhex(before[0]) if before else b""
    if head.sequence > 1 and not previous:
        return None
    core = replace(core, sequence=head.sequence, previous=previous)
    return sealed(session, core, encode_entry(note_of(session, words))), words


def _chain(session: Session, stream: str, plain: bytes, key: bytes | None = None, /, **other: Any) -> Row:
    """The first record of a chain of its own, in which something is as it should not be."""
    first = {"incarnation": os.urandom(16), "sequence": 1, "previous": b""} | other
    return sealed(session, core_of(session, stream, **first), plain, key)


def _says(**other: Any) -> Forger:
    """A note that is odd and rightly signed: it is shown."""
    return lambda session, stream, words: (
        _chain(session, stream, encode_entry(note_of(session, words)), **other),
        words,
    )


def _hides(**other: Any) -> Forger:
    """A note that must not be shown."""
    return lambda session, stream, words: (_chain(session, stream, encode_entry(note_of(session, words)), **other), "")


def _other_key(**other: Any) -> Forger:
    return lambda session, stream, words: (
        _chain(session, stream, encode_entry(note_of(session, words)), os.urandom(32), **other),
        "",
    )


def _plain(plain: bytes, **other: Any) -> Forger:
    return lambda session, stream, words: (_chain(session, stream, plain, **other), "")


def _of_another(session: Session, stream: str, words: str) -> Forged:
    return _chain(session, stream, encode_entry(replace(note_of(session, words), by="00" * 16))), ""


_LARGEST = (1 << 63) - 1
FORGED: dict[str, Forger] = {
    "a fork": _fork,
    "a new chain": _says(),
    "in another's name": _of_another,
    "a number as large as can be": _hides(sequence=_LARGEST, previous=bytes(32)),
    "cites what never was": _hides(deps=(bytes(32),)),
    "an epoch that never was": _other_key(epoch=bytes(32)),
    "under another key": _other_key(),
    "of another family's stream": _hides(stream=bytes(16)),
    "of another organisation": _hides(organisation=bytes(16)),
    "a time as far off as can be": _says(claimed=_LARGEST),
    "a receipt that never was": _says(receipt=(_LARGEST, bytes(32))),
    "a newer version": _plain(b"\x02\xc0"),
    "no content": _plain(b"\x01\xc1"),
    "nothing": _plain(b""),
    "nested": _plain(b"\x01" + b"\x91" * 60_000),
    "an unknown kind": _plain(b"\x01\x80", kind=77),
}
