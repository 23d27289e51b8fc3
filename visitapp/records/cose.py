"""Signed statements: COSE_Sign1 (RFC 9052), untagged, attached payload, Ed25519, and nothing that could vary.

    [ protected, {}, payload, signature ]
    protected = {1: -19 (Ed25519, RFC 9864), 16: "application/vnd.visitapp.<what>+cbor" (typ, RFC 9596)}

`what` is under the signature, so that no statement can be passed off as one of another kind. A statement's id is the
SHA-256 of its payload, never of its signature. The bytes are written by hand over cbor2 (decision 0001).
"""

from enum import IntEnum
from hashlib import sha256

from msgspec import Struct

from visitapp.crypto.signing import SIGNATURE, SigningKey, verify
from visitapp.errors import NotAuthentic, NotUnderstood
from visitapp.records.canonical import encode, octets, scan, write

ID = 16
"""Bytes of an organisation's, a stream's, an incarnation's and a member's id."""
HASH = 32
"""Bytes of a hash: of record, statement, certificate (device) and epoch ids."""
MOST = 256 * 1024
"""Bytes of a record or statement in all, with what lies beside it."""


class What(IntEnum):
    """What a signed statement is."""

    RECORD = 0
    ORGANISATION = 1
    CERTIFICATE = 2
    EPOCH = 3
    GRANT = 4
    RESTART = 5
    RECEIPT = 6


def what_of(number: int) -> What:
    """The kind of statement with a number. Raises NotUnderstood("what") for a number of a later version."""
    try:
        return What(number)
    except ValueError:
        raise NotUnderstood("what") from None


_PROTECTED = {what: encode({1: -19, 16: f"application/vnd.visitapp.{what.name.lower()}+cbor"}) for what in What}


# What stands before the payload; in the first case with the context and no external data.
_TO_BE_SIGNED = {what: b"\x84" + write("Signature1") + octets(_PROTECTED[what]) + octets(b"") for what in What}
_SIGNED = {what: b"\x84" + octets(_PROTECTED[what]) + write({}) for what in What}


class Signed(Struct, frozen=True, gc=False):
    """A statement whose form is right. Its signature is not checked before verify()."""

    what: What
    id: bytes
    payload: bytes
    signature: bytes
    raw: bytes

    def verify(self, public: bytes) -> None:
        """Raises NotAuthentic("signature") unless the holder of this public key signed it."""
        verify(public, self.signature, to_be_signed(self.what, self.payload))


def to_be_signed(what: What, payload: bytes) -> bytes:
    """The Sig_structure of RFC 9052, 4.4, with no external data."""
    return _TO_BE_SIGNED[what] + octets(payload)


def sign1(what: What, payload: bytes, key: SigningKey) -> Signed:
    """A signed statement."""
    signature = key.sign(to_be_signed(what, payload))
    raw = _SIGNED[what] + octets(payload) + octets(signature)
    return Signed(what, sha256(payload).digest(), payload, signature, raw)


def read1(what: What, raw: bytes) -> Signed:
    """A statement of the kind that is expected. Raises NotAuthentic: "form", "size", "what" when of another kind."""
    if len(raw) > MOST:
        raise NotAuthentic("size")
    match scan(raw):
        case [bytes(protected), dict(), bytes(payload), bytes(signature)] if len(signature) == SIGNATURE:
            pass
        case _:
            raise NotAuthentic("form")
    if protected != _PROTECTED[what]:
        raise NotAuthentic("what")
    if _SIGNED[what] + octets(payload) + octets(signature) != raw:
        raise NotAuthentic("form")
    return Signed(what, sha256(payload).digest(), payload, signature, raw)


def id_of(raw: bytes) -> bytes:
    """The id of any signed statement, of a later version too. Raises NotAuthentic("form"); checks nothing else."""
    match scan(raw):
        case [bytes(), dict(), bytes(payload), bytes()]:
            return sha256(payload).digest()
    raise NotAuthentic("form")
