"""What a record says, as bytes: a version byte and the entry as MessagePack, always the same bytes for the same entry.

An item of a type, or with a field, that this program does not know is of a newer version: authentic, kept, relayed,
folded in after an update. MessagePack's own messages carry values and never leave this file.
"""

from math import isfinite
from typing import Any

import msgspec

from visitapp.domain.items import Entry
from visitapp.errors import NotAuthentic, NotUnderstood

VERSION = 1
_VERSION_BYTE = bytes((VERSION,))
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODER = msgspec.msgpack.Decoder(Entry)
# One of these begins a fraction; in words and lengths they hardly occur, so they are looked for first.
_SINGLE, _DOUBLE = b"\xca", b"\xcb"


def encode_entry(entry: Entry) -> bytes:
    """The bytes of an entry. Raises ValueError when it would not be read again: nobody signs what nobody can read."""
    try:
        # Once round: 3 in a field of fractions becomes 3.0, as every reader will have it.
        raw = _ENCODER.encode(_DECODER.decode(_ENCODER.encode(entry)))
    except (msgspec.DecodeError, UnicodeEncodeError, OverflowError, TypeError):
        raise ValueError("an entry whose fields are not of their types") from None
    if not _finite(raw):
        raise ValueError("an entry with a fraction that is no number")
    return _VERSION_BYTE + raw


def decode_entry(raw: bytes) -> Entry:
    """The entry. Raises NotUnderstood ("version", "content") for a newer one, NotAuthentic("content") for no entry."""
    if not raw.startswith(_VERSION_BYTE):
        raise NotUnderstood("version") if raw else NotAuthentic("content")
    packed = raw[1:]
    try:
        entry = _DECODER.decode(packed)
    except msgspec.ValidationError:
        raise NotUnderstood("content") from None
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise NotAuthentic("content") from None
    if _ENCODER.encode(entry) != packed or not _finite(packed):
        raise NotAuthentic("content")
    return entry


def _finite(packed: bytes) -> bool:
    return (_SINGLE not in packed and _DOUBLE not in packed) or _all_finite(msgspec.msgpack.decode(packed))


def _all_finite(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(_all_finite, value.values()))
    if isinstance(value, list):
        return all(map(_all_finite, value))
    return not isinstance(value, float) or isfinite(value)
