"""What a record says, as bytes: a version byte and the entry as MessagePack, always the same bytes for the same entry.

An item of a type, or with a field, that this program does not know is of a newer version: authentic, kept, relayed,
folded in after an update. MessagePack's own messages carry values and never leave this file.
"""

import msgspec

from visitapp.domain.items import Entry
from visitapp.errors import NotAuthentic, NotUnderstood

VERSION = 1
_ENCODER = msgspec.msgpack.Encoder(order="deterministic")
_DECODER = msgspec.msgpack.Decoder(Entry)


def encode_entry(entry: Entry) -> bytes:
    """The bytes of an entry. Raises ValueError when it would not be read again: nobody signs what nobody can read."""
    raw = _ENCODER.encode(entry)
    try:
        # Once round: 3 in a field of fractions becomes 3.0, as every reader will have it.
        return bytes((VERSION,)) + _ENCODER.encode(_DECODER.decode(raw))
    except msgspec.DecodeError:
        raise ValueError("an entry whose fields are not of their types") from None


def decode_entry(raw: bytes) -> Entry:
    """The entry. Raises NotUnderstood ("version", "content") for a newer one, NotAuthentic("content") for no entry."""
    if raw[:1] != bytes((VERSION,)):
        raise NotUnderstood("version") if raw else NotAuthentic("content")
    try:
        entry = _DECODER.decode(memoryview(raw)[1:])
    except msgspec.ValidationError:
        raise NotUnderstood("content") from None
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        raise NotAuthentic("content") from None
    if _ENCODER.encode(entry) != raw[1:]:
        raise NotAuthentic("content")
    return entry
