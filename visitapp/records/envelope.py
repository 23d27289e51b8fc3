"""A record: a signed header that tells nothing of the words, and the sealed words beside it.

    signed = COSE_Sign1 over the header            beside = the ciphertext, which an ordered erasure may take away
    header = [ core bytes, SHA-256 of the ciphertext, its length, key commitment ]
    core   = { 0: version, 1: suite, 2: kind, 3: organisation, 4: stream, 5: device, 6: incarnation, 7: sequence,
               8: previous, 9: deps, 10: epoch, 11: salt, 12: [sequence, head] of the newest receipt seen, 13: claimed }

The record's id is the SHA-256 of the header. Sealing: `crypto.sealing` with the epoch's key, the record's salt, an info
that binds kind, stream and epoch, and the exact core bytes as associated data.

A later version may add keys to the core and never gives 0 to 13 another meaning: an older program still checks, keeps
and relays what it cannot open yet.
"""

from collections.abc import Sequence
from enum import IntEnum
from hashlib import sha256
from typing import Annotated, Any

from msgspec import Meta, Struct, ValidationError, convert
from msgspec.structs import astuple

from visitapp.crypto.padding import STEP
from visitapp.crypto.sealing import KEY, TAG, seal, unseal
from visitapp.crypto.signing import SigningKey
from visitapp.errors import NotAuthentic, NotUnderstood, Refused
from visitapp.records.canonical import decode, scan, write
from visitapp.records.cose import HASH, ID, MOST, Signed, What, read1, sign1

VERSION = 1
SUITE = 1
"""HKDF-SHA256, AES-256-GCM, padding to 256 bytes."""
MOST_DEPS = 32


class Kind(IntEnum):
    """What a record holds, as far as everyone may see. What an entry says (a visit, a view) is told inside only."""

    ENTRY = 1


_KINDS = frozenset(map(int, Kind))


_Id = Annotated[bytes, Meta(min_length=ID, max_length=ID)]
_Hash = Annotated[bytes, Meta(min_length=HASH, max_length=HASH)]
_HashOrNone = Annotated[bytes, Meta(max_length=HASH)]
_Number = Annotated[int, Meta(ge=1, le=(1 << 63) - 1)]
_Count = Annotated[int, Meta(ge=0, le=(1 << 63) - 1)]


class Core(Struct, frozen=True, kw_only=True, array_like=True, gc=False):
    """What a record says of itself in the open, in the order of the keys. Ids: organisation, stream, incarnation 16.

    `sequence` counts from 1 in the chain of (stream, device, incarnation); `previous` is the id of the record before it
    there, b"" for the first. `deps`: the other newest records that the author could see, in byte order, at most 32.
    `receipt`: (sequence, head) of the newest receipt for the stream that the author had, (0, b"") for none.
    `claimed`: UTC in milliseconds since 1970, as the author's clock had it; orders nothing.
    """

    version: _Number = VERSION
    suite: _Number = SUITE
    kind: _Number = int(Kind.ENTRY)
    organisation: _Id
    stream: _Id
    device: _Hash
    incarnation: _Id
    sequence: _Number
    previous: _HashOrNone = b""
    deps: Annotated[tuple[_Hash, ...], Meta(max_length=MOST_DEPS)] = ()
    epoch: _Hash
    salt: _Hash
    receipt: tuple[_Count, _HashOrNone] = (0, b"")
    claimed: _Count


_FIELDS = tuple(range(len(Core.__struct_fields__)))


class Envelope(Struct, frozen=True, gc=False):
    """A record's header whose form is right; nothing is believed of it before check_record()."""

    id: bytes
    core: Core
    core_bytes: bytes
    ciphertext_hash: bytes
    ciphertext_length: int
    commitment: bytes
    signed: Signed


class SealedRecord(Struct, frozen=True, gc=False):
    """A record as it is kept and sent: its id, the signed header, the ciphertext beside it."""

    id: bytes
    signed: bytes
    beside: bytes


def seal_record(core: Core, plain: bytes, epoch_key: bytes, key: SigningKey) -> SealedRecord:
    """Seal and sign. Raises Refused when over 256 KiB in all, ValueError for a core that read_record() would refuse."""
    try:
        _core(astuple(core))
    except NotAuthentic:
        raise ValueError("not the core of a record") from None
    core_bytes = _core_bytes(core)
    if len(plain) > MOST:
        raise Refused("records.too_large")
    beside, commitment = seal(plain, epoch_key, core.salt, _info(core), core_bytes)
    header = write([core_bytes, sha256(beside).digest(), len(beside), commitment])
    signed = sign1(What.RECORD, header, key)
    if len(signed.raw) + len(beside) > MOST:
        raise Refused("records.too_large")
    return SealedRecord(signed.id, signed.raw, beside)


def read_record(raw: bytes) -> Envelope:
    """The envelope of a signed header. Raises NotAuthentic("form", "what" or "size"). Checks no signature yet."""
    signed = read1(What.RECORD, raw)
    match scan(signed.payload):
        case [bytes(core_bytes), bytes(digest), int(length), bytes(commitment)] if type(length) is int:
            pass
        case _:
            raise NotAuthentic("form")
    core = _read_core(core_bytes)
    if (
        len(digest) != HASH
        or len(commitment) != KEY
        or not 0 < length <= MOST - len(raw)
        or (core.suite == SUITE and (length < STEP or length % STEP != TAG))
        or write([core_bytes, digest, length, commitment]) != signed.payload
    ):
        raise NotAuthentic("form")
    return Envelope(signed.id, core, core_bytes, digest, length, commitment, signed)


def check_record(envelope: Envelope, beside: bytes, device_public: bytes) -> None:
    """Raises NotAuthentic: "ciphertext" when the bytes beside are not the ones signed for, "signature"."""
    if len(beside) != envelope.ciphertext_length or sha256(beside).digest() != envelope.ciphertext_hash:
        raise NotAuthentic("ciphertext")
    envelope.signed.verify(device_public)


def open_record(envelope: Envelope, beside: bytes, epoch_key: bytes) -> bytes:
    """The plain bytes of a checked record. Raises NotUnderstood("version", "kind", "suite"), as unseal()."""
    core = envelope.core
    if core.version != VERSION:
        raise NotUnderstood("version")
    if core.kind not in _KINDS:
        raise NotUnderstood("kind")
    if core.suite != SUITE:
        raise NotUnderstood("suite")
    return unseal(beside, envelope.commitment, epoch_key, core.salt, _info(core), envelope.core_bytes)


def _info(core: Core) -> bytes:
    # Every part has a fixed width, so that no two sets of parts give the same bytes.
    return b"visitapp record 1" + core.kind.to_bytes(8, "big") + core.stream + core.epoch


def _core_bytes(core: Core) -> bytes:
    return write(dict(enumerate(astuple(core))))


def _read_core(raw: bytes) -> Core:
    found = scan(raw)
    if type(found) is not dict or tuple(found)[: len(_FIELDS)] != _FIELDS:
        raise NotAuthentic("form")
    core = _core(list(found.values())[: len(_FIELDS)])
    # What a later version added is not known here; decode() sees to it that it is at least in form.
    whole = len(found) == len(_FIELDS)
    same = _core_bytes(core) == raw if whole else core.version > VERSION and decode(raw) == found
    if not same:
        raise NotAuthentic("form")
    return core


def _core(values: Sequence[Any]) -> Core:
    """The core of these values. Raises NotAuthentic("form") unless each has its type, its size and can be."""
    try:
        core = convert(values, Core, builtin_types=(bytes,))
    except ValidationError:
        # from None: msgspec's text quotes what it read.
        raise NotAuthentic("form") from None
    seen, head = core.receipt
    if (
        len(core.previous) != (HASH if core.sequence > 1 else 0)
        or len(head) != (HASH if seen else 0)
        or list(core.deps) != sorted(set(core.deps))
        or core.previous in core.deps
    ):
        raise NotAuthentic("form")
    return core
