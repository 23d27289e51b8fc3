"""A lead's laptop lets in a device that was invited: its certificate, and the organisation's keys."""

from datetime import datetime

from msgspec.structs import replace

from visitapp.crypto.signing import SigningKey
from visitapp.errors import InviteRefused
from visitapp.records import invites
from visitapp.records.certificates import Role, make_certificate
from visitapp.records.cose import What, read1
from visitapp.records.epochs import StreamRole, make_grant
from visitapp.store import invited, keys, log, reading, streams
from visitapp.store.change import change
from visitapp.store.connection import Connection
from visitapp.sync.verify import Known, Trust


def let_in(
    db: Connection, request: bytes, sealed: bytes, known: Known, trust: Trust, key: SigningKey, now: datetime
) -> bytes | None:
    """The sealed answer to a request; None when it is not about an invite of this laptop's or is not right.

    The certificate and the grant are statements of the organisation's stream, to be sent before the answer. Asked
    again after a crash, the same answer comes. `known` and `trust` are moved along.
    """
    invite = next((one for one in invited.everything(db) if one.id == request.hex()), None)
    if invite is None or known.membership is None:
        return None
    if invite.answer:
        return invite.answer
    at = int(now.timestamp() * 1000)
    if at > invite.expires:
        # The server says so too; but it is not the server's to let somebody in with a code that was found later.
        return None
    try:
        asked = invites.open_request(invite.code, sealed)
    except InviteRefused:
        return None
    certificate = make_certificate(
        organisation=trust.organisation.id,
        role=Role.DEVICE,
        member=bytes.fromhex(invite.member),
        signing_public=asked.signing,
        wrapping_public=asked.wrapping,
        issuer=trust.device,
        issued_at=at,
        key=key,
    )
    grant = make_grant(
        organisation=trust.organisation.id,
        stream=known.stream,
        members=[(certificate, StreamRole.WORKER)],
        epoch_keys=known.keys,
        author=trust.device,
        key=key,
        at=at,
        previous=known.membership.head,
    )
    trust.certificates[certificate.id] = certificate
    membership = known.follow(grant, trust.certificates)
    answer = invites.seal_answer(invite.code, invites.Answer(certificate, trust.certificates[trust.device]))
    stream = known.stream.hex()
    statements = [
        reading.statement(read1(What.CERTIFICATE, certificate.signed), stream),
        reading.statement(grant.signed, stream),
    ]
    with change(db):
        keys.keep_certificates(db, [certificate])
        log.append_own(db, statements, now.isoformat(timespec="seconds"))
        streams.changed_members(db, stream, membership.epoch.hex(), membership.head.hex())
        invited.keep(db, replace(invite, answer=answer))
    return answer
