"""The server's side of the promise: where each stream stood, under the server's certified key.

    head 0 of a stream = SHA-256(stream id)          head n = SHA-256(head n-1 || id of entry n)

in the order that the server gave to the stream's records and statements, from 1. A receipt says (stream, sequence,
head, time); success is said to a person only on one. When a server is restored from a copy, it says so in a RESTART:
an entry of the stream, so that a regression is explained or else an alarm.

    RECEIPT, RESTART = {0: 1, 1: organisation, 2: server's certificate, 3: stream, 4: sequence, 5: head, 6: at}
"""

from collections.abc import Iterable
from hashlib import sha256

from msgspec import Struct

from visitapp.crypto.signing import SigningKey
from visitapp.errors import NotAuthentic
from visitapp.records.certificates import Certificate, Role
from visitapp.records.cose import What, read1, sign1
from visitapp.records.fields import digest, identifier, instant, lay, number, take


class Receipt(Struct, frozen=True, gc=False):
    """Where a stream stood: `head` after `sequence` entries. `at`: UTC in milliseconds. Also read from a RESTART."""

    id: bytes
    organisation: bytes
    server: bytes
    stream: bytes
    sequence: int
    head: bytes
    at: int
    signed: bytes


def first_head(stream: bytes) -> bytes:
    """The head of a stream without entries."""
    return sha256(stream).digest()


def next_head(head: bytes, entry: bytes) -> bytes:
    """The head once an entry's id is added."""
    return sha256(head + entry).digest()


def fold_heads(head: bytes, entries: Iterable[bytes]) -> bytes:
    """The head once all these ids are added, in order."""
    for entry in entries:
        head = sha256(head + entry).digest()
    return head


def make_receipt(key: SigningKey, server: Certificate, stream: bytes, sequence: int, head: bytes, at: int) -> Receipt:
    """A receipt by the server's key. `at`: UTC in milliseconds."""
    return _make(What.RECEIPT, key, server, stream, sequence, head, at)


def read_receipt(raw: bytes, server: Certificate) -> Receipt:
    """A receipt of this server, a certificate checked before. Raises NotAuthentic: "form", "server", "signature"."""
    return _read(What.RECEIPT, raw, server)


def make_restart(key: SigningKey, server: Certificate, stream: bytes, sequence: int, head: bytes, at: int) -> Receipt:
    """The server's word that a stream starts again after `sequence` entries, at that head, after a restore."""
    return _make(What.RESTART, key, server, stream, sequence, head, at)


def read_restart(raw: bytes, server: Certificate) -> Receipt:
    """A restart by this server. Raises as read_receipt()."""
    return _read(What.RESTART, raw, server)


def _make(
    what: What, key: SigningKey, server: Certificate, stream: bytes, sequence: int, head: bytes, at: int
) -> Receipt:
    signed = sign1(what, lay(server.organisation, server.id, stream, sequence, head, at), key)
    return Receipt(signed.id, server.organisation, server.id, stream, sequence, head, at, signed.raw)


def _read(what: What, raw: bytes, server: Certificate) -> Receipt:
    signed = read1(what, raw)
    organisation, by, stream, sequence, head, at = take(
        signed.payload, identifier, digest, identifier, number, digest, instant
    )
    if by != server.id or organisation != server.organisation or server.role != Role.RECEIPT:
        raise NotAuthentic("server")
    signed.verify(server.signing)
    return Receipt(signed.id, organisation, by, stream, sequence, head, at, raw)
