"""The one way in which values become bytes: CBOR with RFC 8949 core deterministic encoding, and nothing beside it.

Values: bool, None, int (64 bits, signed), bytes, str, list, and maps whose keys are all int >= 0 or all str. (With such
keys "shorter first" and "bytewise" are the same order, so the library's canonical form is the deterministic one.)
Tags, floats, duplicate keys, indefinite lengths, trailing bytes and longer-than-needed forms are refused: what is
decoded encodes again to the same bytes.

`write` and `scan` are the same without the checks, for callers that lay out and check every value themselves.
"""

from itertools import repeat
from typing import Any, NoReturn

import cbor2

from visitapp.errors import NotAuthentic

_LEAST, _MOST = -(1 << 63), (1 << 63) - 1
_DEPTH = 16
# Every tag that the library would act upon (a regular expression, a number of any size) before we could look.
_LIBRARY_TAGS = (*range(6), 25, 28, 29, 30, 35, 36, 37, 52, 54, 100, 256, 258, 260, 261, 1004, 43000, 55799)


def encode(value: Any) -> bytes:
    """The bytes of a value. Raises ValueError for a value that has none here (a float, a mixed map, a tuple)."""
    if not _plain(value):
        raise ValueError("not a value of the canonical form")
    return cbor2.dumps(value, canonical=True)


def decode(raw: bytes) -> Any:
    """The value of bytes that encode() makes. Raises NotAuthentic("form") for all others."""
    value = scan(raw)
    if not _plain(value) or cbor2.dumps(value, canonical=True) != raw:
        raise NotAuthentic("form")
    return value


def write(value: Any) -> bytes:
    """encode() for a value whose types are right and whose maps are already in order."""
    return cbor2.dumps(value)


def octets(value: bytes) -> bytes:
    """write() of bytes alone: for the layers around a record, which are nothing but bytes in bytes."""
    size = len(value)
    if size < 24:
        return bytes((0x40 | size,)) + value
    width = 1 if size < 1 << 8 else 2 if size < 1 << 16 else 4
    return bytes((0x58 + width // 2,)) + size.to_bytes(width, "big") + value


def scan(raw: bytes) -> Any:
    """The value that bytes begin with. Raises NotAuthentic("form") when there is none or a tag is met.

    The caller checks the type of every part and that write() gives the same bytes again.
    """
    try:
        return cbor2.loads(
            raw,
            tag_hook=_no_tag,
            semantic_decoders=_NO_TAGS,
            max_depth=_DEPTH,
            allow_indefinite=False,
            allow_duplicate_keys=False,
        )
    except (cbor2.CBORError, ValueError, OverflowError, TypeError):
        # from None: the library's message may quote what it read.
        raise NotAuthentic("form") from None


def _no_tag(*_: Any) -> NoReturn:
    raise ValueError("tag")


_NO_TAGS = dict.fromkeys(_LIBRARY_TAGS, _no_tag)


def _plain(value: Any, depth: int = _DEPTH) -> bool:
    kind = type(value)
    if kind is bytes or kind is str or kind is bool or value is None:
        return True
    if kind is int:
        return bool(_LEAST <= value <= _MOST)
    if kind is list:
        return depth > 1 and all(map(_plain, value, repeat(depth - 1)))
    return kind is dict and depth > 1 and _plain_keys(value) and all(map(_plain, value.values(), repeat(depth - 1)))


def _plain_keys(value: dict[Any, Any]) -> bool:
    kinds = set(map(type, value))
    return kinds <= {str} or (kinds == {int} and min(value) >= 0 and max(value) <= _MOST)
