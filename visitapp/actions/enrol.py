"""Founding an organisation, inviting to it, and joining it with an invite code.

Network and vault are kept apart: what needs the server is a function that takes it; what changes the vault is another.
"""

import os
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from visitapp.actions.opening import session_of, who
from visitapp.actions.session import Session
from visitapp.actions.tools import Tools
from visitapp.actions.writing import claimed, write
from visitapp.crypto.signing import SigningKey
from visitapp.crypto.wrapping import WrappingKey
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.domain.organisation import Member, MemberRole, OrganisationName
from visitapp.errors import InviteRefused, OtherOrganisation, Refused
from visitapp.records import invites
from visitapp.records.certificates import (
    Certificate,
    Organisation,
    Role,
    make_certificate,
    make_organisation,
    read_certificate,
    read_organisation,
)
from visitapp.records.epochs import Epoch, StreamKind, StreamRole, make_epoch
from visitapp.store import invited, keyfile, keys, opening, streams
from visitapp.store.change import change
from visitapp.sync.transport import HttpServer

INVITE_HOLDS = timedelta(days=14)
LEAST_PASSPHRASE = 12
_JOINING = "joining"


class Founded(Struct, frozen=True):
    """A new organisation on this laptop. `sheet`: the recovery secrets, to be shown once and kept on paper."""

    session: Session
    sheet: str


class Opened(Struct, frozen=True):
    """An invite that was opened and not used yet."""

    code: bytes
    invite: invites.Invite


class Joining(Struct, frozen=True, kw_only=True):
    """A laptop that waits to be let in: what it asked, where, and the person's name as the lead wrote it."""

    code: bytes
    request: bytes
    address: str
    name: str


def check_new_passphrase(passphrase: str, again: str) -> None:
    """Raises Refused where it is too short or was not typed twice the same."""
    if len(passphrase) < LEAST_PASSPHRASE:
        raise Refused("enrol.passphrase_short", n=LEAST_PASSPHRASE)
    if passphrase != again:
        raise Refused("enrol.passphrase_differs")


def found_organisation(
    profile: Path, passphrase: str, *, name: str, own_name: str, job: str, address: str, code: str, tools: Tools
) -> Founded:
    """Found an organisation on a fresh server and make this the first lead's laptop.

    Raises Refused, SyncError, VaultError. When the server does not take it, the profile is as empty as before. It is
    asked last: an organisation that it has taken, and whose keys no vault could keep, would be lost.
    """
    if not name.strip() or not own_name.strip():
        raise Refused("enrol.names_missing")
    root, recovery = SigningKey.new(), WrappingKey.new()
    signing, wrapping = SigningKey.new(), WrappingKey.new()
    member, at = os.urandom(16), int(tools.clock().timestamp() * 1000)
    organisation = make_organisation(root, recovery.public)
    issuer = make_certificate(
        organisation=organisation.id,
        role=Role.ISSUER,
        member=member,
        signing_public=signing.public,
        wrapping_public=wrapping.public,
        issued_at=at,
        key=root,
    )
    epoch_key = os.urandom(32)
    epoch = make_epoch(
        organisation=organisation,
        stream=organisation.id,
        kind=StreamKind.ORGANISATION,
        members=[(issuer, StreamRole.LEAD)],
        epoch_key=epoch_key,
        author=issuer.id,
        key=signing,
        at=at,
    )
    device = keys.Device(
        id=issuer.id.hex(),
        member=member.hex(),
        incarnation=os.urandom(16).hex(),
        signing=signing.seed,
        wrapping=wrapping.raw,
        certificate=issuer.signed,
    )
    with HttpServer(address) as server, ExitStack() as undo:
        receipt = make_certificate(
            organisation=organisation.id,
            role=Role.RECEIPT,
            signing_public=bytes.fromhex(server.status().server_key),
            issued_at=at,
            key=root,
        )
        session = _new_vault(undo, profile, passphrase, organisation, receipt, address, device, tools)
        _begin_organisation(session, organisation, (issuer, receipt), epoch, epoch_key)
        person = Member(id=member.hex(), name=own_name.strip(), role="lead", job=job.strip())
        _say(session, OrganisationName(id=session.new_id(), name=name.strip()), person)
        session.who = who(session)
        server.set_up(code, organisation.signed, issuer.signed, receipt.signed, epoch.signed.raw)
        undo.pop_all()
    return Founded(session, recovery_sheet(name.strip(), organisation, root, recovery))


def _new_vault(
    undo: ExitStack,
    profile: Path,
    passphrase: str,
    organisation: Organisation,
    receipt: Certificate,
    address: str,
    device: keys.Device,
    tools: Tools,
) -> Session:
    """A vault in an empty profile. `undo` closes it and takes it back, unless the caller then says otherwise."""
    key = keyfile.create(profile, passphrase, tools.argon(), organisation.recovery)
    undo.callback(opening.unmake, profile)
    db = opening.create(profile, key)
    undo.callback(db.close)
    with change(db):
        keys.pin(
            db,
            keys.Pinned(
                organisation=organisation.id.hex(),
                statement=organisation.signed,
                receipt=receipt.signed,
                server=address,
            ),
        )
        keys.keep_device(db, device)
    return session_of(db, profile, say=tools.say, clock=tools.clock, new_id=tools.new_id)


def _begin_organisation(
    session: Session,
    organisation: Organisation,
    certificates: tuple[Certificate, ...],
    epoch: Epoch,
    epoch_key: bytes,
) -> None:
    stream = organisation.id.hex()
    with change(session.db):
        keys.keep_certificates(session.db, certificates)
        streams.keep(
            session.db,
            streams.Stream(id=stream, kind="organisation", epoch=epoch.id.hex(), members=epoch.statement.hex()),
        )
        keys.keep_epochs(session.db, stream, {epoch.id.hex(): epoch_key})


def _say(session: Session, *items: AnyItem) -> None:
    entry = Entry(kind="review", at=session.at(), by=session.who.member, lines=tuple(Line(item) for item in items))
    write(session, streams.organisation(session.db), entry)


def recovery_sheet(name: str, organisation: Organisation, root: SigningKey, recovery: WrappingKey) -> str:
    """What is printed once: the organisation's name and id, and its two secrets in hexadecimal, in short lines."""

    def lines(secret: bytes) -> str:
        shown = secret.hex()
        pairs = [shown[start : start + 8] for start in range(0, len(shown), 8)]
        return "\n".join(" ".join(pairs[start : start + 4]) for start in range(0, len(pairs), 4))

    return f"{name}\n{organisation.id.hex()}\n\nROOT\n{lines(root.seed)}\n\nRECOVERY\n{lines(recovery.raw)}\n"


def invite(session: Session, name: str, role: MemberRole, job: str = "") -> str:
    """Invite somebody: the code to pass on by voice or on paper. It works once this laptop has synced.

    Leads only. The person's name is signed into the organisation's stream at once.
    """
    if session.who.role != "lead":
        raise Refused("enrol.leads_only")
    if role == "lead":
        # A lead's laptop is certified by the root, which is on paper, not here.
        raise Refused("enrol.lead_by_root")
    pinned = keys.pinned(session.db)
    if pinned is None or not name.strip():
        raise Refused("enrol.names_missing")
    code, member = invites.new_code(), session.new_id()
    expires = claimed(session) + int(INVITE_HOLDS.total_seconds() * 1000)
    sealed = invites.seal_invite(
        code,
        invites.Invite(
            organisation=read_organisation(pinned.statement),
            receipt=read_certificate(pinned.receipt),
            server=pinned.server,
            member=bytes.fromhex(member),
            role=Role.DEVICE,
            name=name.strip(),
            expires=expires,
        ),
    )
    with change(session.db):
        _say(session, Member(id=member, name=name.strip(), role=role, job=job.strip()))
        invited.keep(
            session.db,
            invited.Invited(id=invites.invite_id(code).hex(), code=code, member=member, sealed=sealed, expires=expires),
        )
    return invites.show_code(code)


def look_at_invite(address: str, typed_code: str, now: datetime) -> Opened:
    """Open an invite: whom one will be, in which organisation. Network only; nothing is kept or used up.

    Raises InviteRefused (mistyped, wrong, used, expired), OtherOrganisation, Offline.
    """
    code = invites.read_code(typed_code)
    with HttpServer(address) as server:
        found = server.invite(invites.invite_id(code))
        if found.requested:
            raise InviteRefused("error.invite_used")
        opened = invites.open_invite(code, found.sealed, int(now.timestamp() * 1000))
        status = server.status()
    if status.organisation != opened.organisation.id.hex() or status.server_key != opened.receipt.signing.hex():
        raise OtherOrganisation
    return Opened(code, opened)


def begin_joining(profile: Path, passphrase: str, address: str, opened: Opened, tools: Tools) -> Session:
    """Make this laptop's vault, with its keys and what it will ask for. It is let in by `ask` and `finish_joining`."""
    signing, wrapping = SigningKey.new(), WrappingKey.new()
    device = keys.Device(
        id="",
        member=opened.invite.member.hex(),
        incarnation=os.urandom(16).hex(),
        signing=signing.seed,
        wrapping=wrapping.raw,
    )
    organisation = opened.invite.organisation
    request = invites.seal_request(opened.code, invites.Request(signing.public, wrapping.public))
    pending = Joining(code=opened.code, request=request, address=address, name=opened.invite.name)
    with ExitStack() as undo:
        session = _new_vault(undo, profile, passphrase, organisation, opened.invite.receipt, address, device, tools)
        with change(session.db):
            keys.keep_certificates(session.db, [opened.invite.receipt])
            streams.keep(session.db, streams.Stream(id=organisation.id.hex(), kind="organisation"))
            keys.keep_fact(session.db, _JOINING, pending)
        undo.pop_all()
    return session


def joining(session: Session) -> Joining | None:
    """What this laptop waits for, when a lead's laptop has not let it in yet."""
    return keys.read_fact(session.db, _JOINING, Joining)


def ask(pending: Joining) -> bytes | None:
    """Ask to be let in, and whether the answer has come: its sealed bytes, or None. Network only; asks only once."""
    with HttpServer(pending.address) as server:
        invite_id = invites.invite_id(pending.code)
        server.request_invite(invite_id, pending.request)
        return server.invite(invite_id).answer


def finish_joining(session: Session, pending: Joining, answer: bytes) -> None:
    """This laptop is certified: keep that. The first sync brings everything else. Raises InviteRefused."""
    db, held = session.db, session.device
    pinned = keys.pinned(db)
    if pinned is None:
        raise Refused("enrol.not_joined")
    asked = invites.Request(SigningKey(held.signing).public, WrappingKey(held.wrapping).public)
    found = invites.open_answer(pending.code, answer, read_organisation(pinned.statement), asked)
    device = replace(held, id=found.certificate.id.hex(), certificate=found.certificate.signed)
    with change(db):
        keys.keep_certificates(db, [*([found.issuer] if found.issuer else []), found.certificate])
        keys.keep_device(db, device)
        keys.forget_fact(db, _JOINING)
    session.device = device
