"""The payloads of statements: maps from 0 upwards, in which every field has its type and 0 is the version, 1.

lay(a, b) = encode({0: 1, 1: a, 2: b})            take(raw, check_a, check_b) = [a, b]
"""

from collections.abc import Callable
from typing import Any

from visitapp.errors import NotAuthentic, NotUnderstood
from visitapp.records.canonical import decode, encode
from visitapp.records.cose import HASH, ID

Check = Callable[[Any], bool]
_VERSION = 1
_LONGEST_TEXT = 1000


def lay(*values: Any) -> bytes:
    """The payload that holds these values after the version."""
    return encode(dict(enumerate((_VERSION, *values))))


def take(raw: bytes, *checks: Check) -> list[Any]:
    """The values of a payload after its version. Raises NotAuthentic("form"), NotUnderstood("version")."""
    found = decode(raw)
    if not isinstance(found, dict) or not number(found.get(0)):
        raise NotAuthentic("form")
    if found[0] != _VERSION:
        raise NotUnderstood("version")
    if tuple(found) != tuple(range(len(checks) + 1)):
        raise NotAuthentic("form")
    values = list(found.values())[1:]
    if not all(check(value) for check, value in zip(checks, values, strict=True)):
        raise NotAuthentic("form")
    return values


def number(value: Any) -> bool:
    """A whole number, 0 or more."""
    return type(value) is int and value >= 0


def instant(value: Any) -> bool:
    """A time in milliseconds since 1970 that a calendar has: not after the year 9999."""
    return number(value) and value < 253_402_300_800_000


def text(value: Any) -> bool:
    """A short text."""
    return type(value) is str and len(value) <= _LONGEST_TEXT


def octets(length: int) -> Check:
    """Exactly so many bytes."""
    return lambda value: type(value) is bytes and len(value) == length


def optional(check: Check) -> Check:
    """What the check says, or no bytes at all."""
    return lambda value: value == b"" or check(value)


def listed(check: Check, most: int) -> Check:
    """A list of such values, at most so many."""
    return lambda value: type(value) is list and len(value) <= most and all(check(one) for one in value)


def row(*checks: Check) -> Check:
    """A list of exactly these."""
    return lambda value: (
        type(value) is list
        and len(value) == len(checks)
        and all(check(one) for check, one in zip(checks, value, strict=True))
    )


def blob(value: Any) -> bool:
    """Bytes of any length."""
    return type(value) is bytes


identifier = octets(ID)
"""An id of 16 bytes."""
digest = octets(HASH)
"""A hash of 32 bytes."""
