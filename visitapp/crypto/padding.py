"""Padding to steps, so that a length says little: one byte 0x80, then zeros (ISO/IEC 7816-4), never none."""

from visitapp.errors import NotAuthentic

STEP = 256
"""Bytes a step."""


def pad(plain: bytes) -> bytes:
    """The bytes filled up to the next multiple of STEP; 1 to STEP bytes longer."""
    return plain + b"\x80" + bytes(-(len(plain) + 1) % STEP)


def unpad(padded: bytes) -> bytes:
    """What pad() was given. Raises NotAuthentic for anything that pad() does not make."""
    plain = padded.rstrip(b"\0")
    if len(padded) % STEP or not plain.endswith(b"\x80") or len(padded) - len(plain) >= STEP:
        raise NotAuthentic("padding")
    return plain[:-1]
