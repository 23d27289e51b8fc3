"""Invites: a lead leaves one, a joining device uses it once, a lead answers. What is in them the server cannot read."""

from visitapp.records.epochs import StreamRole
from visitapp.server.bodies import Done, Invite, InviteBlob, NewInvite, OpenRequest, OpenRequests
from visitapp.server.refusals import RequestRefused, bad_form, not_a_lead
from visitapp.server.service import Service
from visitapp.server.storage import invites, streams
from visitapp.server.storage.invites import InviteRow

DAY = 24 * 60 * 60 * 1000
LONGEST = 31 * DAY
"""How far ahead an invite may expire, and how long it is kept after that, in milliseconds."""


def leave(service: Service, device: bytes, body: NewInvite) -> Done:
    """Keep a lead's invite. The same again is harmless. Raises RequestRefused: not_a_lead, bad_form, invite_used."""
    _check_lead(service, device)
    if not service.now() < body.expires <= service.now() + LONGEST:
        raise bad_form("An invite expires later than now and within 31 days.")
    with service.database.writing() as db:
        invites.forget(db, service.now() - LONGEST)
        row = invites.find(db, body.id, lock=True)
        if row is None:
            invites.leave(db, body.id, device, body.expires, body.sealed)
        elif row.sealed != body.sealed:
            raise RequestRefused(409, "invite_used", "There is another invite with this id.")
    return Done()


def show(service: Service, invite: bytes) -> Invite:
    """An invite for whoever knows its id. Raises RequestRefused: invite_unknown, invite_expired."""
    with service.database.reading() as db:
        row = _valid(service, invites.find(db, invite))
    return Invite(row.sealed, row.expires, row.request is not None, row.answer)


def ask(service: Service, invite: bytes, body: InviteBlob) -> Done:
    """Use an invite, once; the same bytes again are harmless. Raises RequestRefused: invite_used and as show()."""
    with service.database.writing() as db:
        row = _valid(service, invites.find(db, invite, lock=True))
        if row.request is None:
            invites.ask(db, invite, body.blob)
        elif row.request != body.blob:
            raise RequestRefused(409, "invite_used", "This invite has been used.")
    return Done()


def waiting(service: Service, device: bytes) -> OpenRequests:
    """The joining devices that wait. Raises RequestRefused: not_a_lead."""
    _check_lead(service, device)
    with service.database.reading() as db:
        rows = invites.waiting(db)
    return OpenRequests([OpenRequest(row.id, row.expires, row.request) for row in rows if row.request is not None])


def answer(service: Service, device: bytes, invite: bytes, body: InviteBlob) -> Done:
    """Answer a joining device, once; the same bytes again are harmless.

    Raises RequestRefused: not_a_lead, invite_unknown, invite_unused, invite_used.
    """
    _check_lead(service, device)
    with service.database.writing() as db:
        row = invites.find(db, invite, lock=True)
        if row is None:
            raise _unknown()
        if row.request is None:
            raise RequestRefused(409, "invite_unused", "Nobody has used this invite yet.")
        if row.answer is None:
            invites.answer(db, invite, body.blob)
        elif row.answer != body.blob:
            raise RequestRefused(409, "invite_used", "This invite has another answer already.")
    return Done()


def _check_lead(service: Service, device: bytes) -> None:
    stream = service.served().organisation.id
    with service.database.reading() as db:
        row = streams.find(db, stream)
        if row is None or streams.role(db, row.number, device) != StreamRole.LEAD:
            raise not_a_lead()


def _valid(service: Service, row: InviteRow | None) -> InviteRow:
    """One that was used in time stays, so that its answer can be fetched."""
    if row is None:
        raise _unknown()
    if row.request is None and service.now() >= row.expires:
        raise RequestRefused(410, "invite_expired", "This invite has expired.")
    return row


def _unknown() -> RequestRefused:
    return RequestRefused(404, "invite_unknown", "There is no such invite.")
