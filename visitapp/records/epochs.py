"""The keys of a stream: an epoch's key wrapped to each member device, and grants of it to those who come later.

    EPOCH = [ core, [[recipient, wrap], ...] ]             epoch id = SHA-256(core)
    core  = {0: 1, 1: organisation, 2: stream, 3: stream kind, 4: author, 5: parent epoch, 6: membership head before,
             7: [[certificate, stream role], ...], 8: commitment to the key, 9: at}

    GRANT = [ core, [[epoch, recipient, wrap], ...] ]
    core  = {0: 1, 1: organisation, 2: stream, 3: author, 4: membership head before, 5: [[certificate, role], ...],
             6: [epoch, ...], 7: at}

Lists are in byte order. An epoch is wrapped to every member and to the organisation's recovery key (recipient: the hash
of its public key). The HPKE info of a wrap binds epoch id, recipient and author, so that a wrap moved elsewhere opens
nothing. Whether the author might say this is `membership`'s to check; here it is form and keys only.
"""

import hmac
from collections.abc import Iterable, Mapping
from enum import IntEnum
from hashlib import sha256
from itertools import pairwise
from typing import Any

from msgspec import Struct

from visitapp.crypto.sealing import KEY, commit
from visitapp.crypto.signing import SigningKey
from visitapp.crypto.wrapping import OVERHEAD, WrappingKey, wrap
from visitapp.errors import NotAMember, NotAuthentic
from visitapp.records.canonical import decode, encode
from visitapp.records.certificates import Certificate, Organisation
from visitapp.records.cose import Signed, What, read1, sign1
from visitapp.records.fields import Check, digest, identifier, lay, listed, number, octets, optional, row, take

_MOST_MEMBERS = 10_000
_WRAP = octets(KEY + OVERHEAD)
_MEMBERS = listed(row(digest, number), _MOST_MEMBERS)


class StreamKind(IntEnum):
    """What a stream is for. The organisation's own stream has the organisation's id."""

    ORGANISATION = 1
    CASE = 2
    THREAD = 3
    PERSON = 4


class StreamRole(IntEnum):
    """What a member may do in a stream: a lead changes members too."""

    LEAD = 1
    WORKER = 2


class Epoch(Struct, frozen=True, gc=False):
    """A stream's key, wrapped. `id`: of the epoch; `statement`: of the signed statement (the membership head).

    `members`: (certificate id, role). `wraps`: recipient -> wrap. `at`: UTC in milliseconds, as claimed.
    """

    id: bytes
    statement: bytes
    organisation: bytes
    stream: bytes
    kind: StreamKind
    author: bytes
    parent: bytes
    previous: bytes
    members: tuple[tuple[bytes, StreamRole], ...]
    commitment: bytes
    at: int
    wraps: dict[bytes, bytes]
    signed: Signed


class Grant(Struct, frozen=True, gc=False):
    """Keys of epochs for further members. `wraps`: (epoch, recipient) -> wrap."""

    statement: bytes
    organisation: bytes
    stream: bytes
    author: bytes
    previous: bytes
    members: tuple[tuple[bytes, StreamRole], ...]
    epochs: tuple[bytes, ...]
    at: int
    wraps: dict[tuple[bytes, bytes], bytes]
    signed: Signed


def recovery_id(recovery_public: bytes) -> bytes:
    """The recipient id (32 bytes) of the organisation's recovery key."""
    return sha256(recovery_public).digest()


def make_epoch(
    *,
    organisation: Organisation,
    stream: bytes,
    kind: StreamKind,
    members: Iterable[tuple[Certificate, StreamRole]],
    epoch_key: bytes,
    author: bytes,
    key: SigningKey,
    at: int,
    parent: bytes = b"",
    previous: bytes = b"",
) -> Epoch:
    """An epoch signed by `author`, with this key (32 random bytes) wrapped to all members and for recovery.

    `parent`, `previous`: the epoch and the membership head that it follows; empty for a new stream.
    """
    members = sorted(members, key=lambda member: member[0].id)
    rows = [[certificate.id, int(role)] for certificate, role in members]
    commitment = _commitment(stream, epoch_key)
    core = lay(organisation.id, stream, int(kind), author, parent, previous, rows, commitment, at)
    epoch = sha256(core).digest()
    recipients = {certificate.id: certificate.wrapping for certificate, _ in members}
    recipients[recovery_id(organisation.recovery)] = organisation.recovery
    wraps = [
        [recipient, wrap(public, epoch_key, _info(epoch, recipient, author))]
        for recipient, public in sorted(recipients.items())
    ]
    return _epoch(sign1(What.EPOCH, encode([core, wraps]), key))


def read_epoch(raw: bytes) -> Epoch:
    """An epoch whose form is right: members in order, a wrap for each and one more. Raises NotAuthentic."""
    return _epoch(read1(What.EPOCH, raw))


def open_epoch(epoch: Epoch, recipient: bytes, key: WrappingKey) -> bytes:
    """The epoch's key, checked against its commitment. `recipient`: a certificate id, or recovery_id().

    Raises NotAMember("recipient") when it is not wrapped for that one, NotAuthentic("wrap", "commitment").
    """
    if recipient not in epoch.wraps:
        raise NotAMember("recipient")
    epoch_key = key.unwrap(epoch.wraps[recipient], _info(epoch.id, recipient, epoch.author))
    _check_key(epoch.stream, epoch_key, epoch.commitment)
    return epoch_key


def make_grant(
    *,
    organisation: bytes,
    stream: bytes,
    members: Iterable[tuple[Certificate, StreamRole]],
    epoch_keys: Mapping[bytes, bytes],
    author: bytes,
    key: SigningKey,
    at: int,
    previous: bytes,
) -> Grant:
    """A grant of these epochs (id -> key) to these further members, signed by `author`, who leads the stream."""
    members = sorted(members, key=lambda member: member[0].id)
    rows = [[certificate.id, int(role)] for certificate, role in members]
    epochs = sorted(epoch_keys)
    core = lay(organisation, stream, author, previous, rows, epochs, at)
    wraps = [
        [epoch, member.id, wrap(member.wrapping, epoch_keys[epoch], _info(epoch, member.id, author))]
        for epoch in epochs
        for member, _ in members
    ]
    return _grant(sign1(What.GRANT, encode([core, wraps]), key))


def read_grant(raw: bytes) -> Grant:
    """A grant whose form is right: a wrap of each epoch for each member. Raises NotAuthentic."""
    return _grant(read1(What.GRANT, raw))


def open_grant(
    grant: Grant, commitments: Mapping[bytes, bytes], recipient: bytes, key: WrappingKey
) -> dict[bytes, bytes]:
    """The keys that a grant gives to one device, by epoch. `commitments`: those of the stream's epochs (Membership).

    Raises NotAMember("recipient"), NotAuthentic("epoch", "wrap", "commitment").
    """
    if all(member != recipient for member, _ in grant.members):
        raise NotAMember("recipient")
    keys = {}
    for epoch in grant.epochs:
        if epoch not in commitments:
            raise NotAuthentic("epoch")
        keys[epoch] = key.unwrap(grant.wraps[epoch, recipient], _info(epoch, recipient, grant.author))
        _check_key(grant.stream, keys[epoch], commitments[epoch])
    return keys


def _epoch(signed: Signed) -> Epoch:
    core, wraps = _parts(signed, row(digest, _WRAP))
    organisation, stream, kind, author, parent, previous, rows, commitment, at = take(
        core,
        identifier,
        identifier,
        number,
        digest,
        optional(digest),
        optional(digest),
        _MEMBERS,
        digest,
        number,
    )
    if kind not in tuple(StreamKind):
        raise NotAuthentic("kind")
    members = _members(rows)
    by_recipient = dict(wraps)
    if not _ascending(list(by_recipient)) or len(by_recipient) != len(wraps):
        raise NotAuthentic("form")
    if len(by_recipient) != len(members) + 1 or any(member not in by_recipient for member, _ in members):
        raise NotAuthentic("wraps")
    return Epoch(
        sha256(core).digest(),
        signed.id,
        organisation,
        stream,
        StreamKind(kind),
        author,
        parent,
        previous,
        members,
        commitment,
        at,
        by_recipient,
        signed,
    )


def _grant(signed: Signed) -> Grant:
    core, wraps = _parts(signed, row(digest, digest, _WRAP))
    organisation, stream, author, previous, rows, epochs, at = take(
        core, identifier, identifier, digest, digest, _MEMBERS, listed(digest, _MOST_MEMBERS), number
    )
    members = _members(rows)
    expected = [[epoch, member] for epoch in epochs for member, _ in members]
    if not epochs or not _ascending(epochs) or [one[:2] for one in wraps] != expected:
        raise NotAuthentic("wraps")
    by_pair = {(epoch, recipient): wrapped for epoch, recipient, wrapped in wraps}
    return Grant(signed.id, organisation, stream, author, previous, members, tuple(epochs), at, by_pair, signed)


def _parts(signed: Signed, wrap_row: Check) -> tuple[bytes, list[list[bytes]]]:
    match decode(signed.payload):
        case [bytes(core), list(wraps)] if all(wrap_row(one) for one in wraps):
            return core, wraps
    raise NotAuthentic("form")


def _members(rows: list[list[Any]]) -> tuple[tuple[bytes, StreamRole], ...]:
    if not rows or not _ascending([one[0] for one in rows]) or any(one[1] not in tuple(StreamRole) for one in rows):
        raise NotAuthentic("members")
    return tuple((certificate, StreamRole(role)) for certificate, role in rows)


def _ascending(values: list[bytes]) -> bool:
    return all(one < other for one, other in pairwise(values))


def _commitment(stream: bytes, epoch_key: bytes) -> bytes:
    return commit(epoch_key, b"epoch" + stream)


def _check_key(stream: bytes, epoch_key: bytes, commitment: bytes) -> None:
    if not hmac.compare_digest(_commitment(stream, epoch_key), commitment):
        raise NotAuthentic("commitment")


def _info(epoch: bytes, recipient: bytes, author: bytes) -> bytes:
    return encode(["visitapp-wrap", epoch, recipient, author])
