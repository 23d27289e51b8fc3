"""Joining by an invite code: 128 random bits that a lead passes on by hand or voice, and what is sealed under it.

    code      = 26 characters of Crockford's base 32, a check character, in groups of four with hyphens
    invite id = HKDF-SHA256(code, info "visitapp invite id"), 16 bytes: all that the server ever learns of the code
    sealed    = salt (32) | commitment (32) | ciphertext, under a key from the code for one purpose:
                "invite"  lead -> joining device: whom to trust, where the server is, who one will be
                "request" joining device -> lead: its two public keys
                "answer"  lead -> joining device: its certificate, and its issuer's

The server carries all three and can read or replace none of them: it never sees the code.
"""

import secrets
from typing import Any

from msgspec import Struct

from visitapp.crypto import signing, wrapping
from visitapp.crypto.sealing import KEY, derive, seal, unseal
from visitapp.errors import InviteRefused, NotAuthentic, NotUnderstood
from visitapp.records.certificates import (
    Certificate,
    Organisation,
    Role,
    check_certificate,
    read_certificate,
    read_organisation,
)
from visitapp.records.cose import ID
from visitapp.records.fields import Check, blob, identifier, lay, number, octets, take, text

CODE = 16
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans("OIL", "011", " -\t\u00a0\u2010\u2011\u2013")
_GROUP = 4
_LETTERS = 26


class Invite(Struct, frozen=True, kw_only=True):
    """What a joining device learns. `server`: the address. `expires`: UTC in milliseconds. `role`: ISSUER or DEVICE."""

    organisation: Organisation
    receipt: Certificate
    server: str
    member: bytes
    role: Role
    name: str
    expires: int


class Request(Struct, frozen=True):
    """What a joining device asks to be certified: its public keys."""

    signing: bytes
    wrapping: bytes


class Answer(Struct, frozen=True):
    """The device's certificate, checked to the root, and the issuer's, None where the root itself signed."""

    certificate: Certificate
    issuer: Certificate | None


def new_code() -> bytes:
    """A fresh code, 16 bytes."""
    return secrets.token_bytes(CODE)


def show_code(code: bytes) -> str:
    """The code as it is passed on: 27 characters in groups of four."""
    value = int.from_bytes(code, "big") << 2
    letters = [value >> shift & 31 for shift in range(5 * (_LETTERS - 1), -1, -5)]
    shown = "".join(_ALPHABET[letter] for letter in (*letters, _check(letters)))
    return "-".join(shown[start : start + _GROUP] for start in range(0, len(shown), _GROUP))


def read_code(typed: str) -> bytes:
    """The code that somebody typed: case, spaces and hyphens do not matter, O is 0, I and L are 1.

    Raises InviteRefused("records.invite_mistyped").
    """
    letters = [_ALPHABET.find(letter) for letter in typed.strip().upper().translate(_READ_AS)]
    if len(letters) != _LETTERS + 1 or -1 in letters or _check(letters[:-1]) != letters[-1] or letters[-2] & 3:
        raise InviteRefused("records.invite_mistyped")
    value = 0
    for letter in letters[:-1]:
        value = value << 5 | letter
    return (value >> 2).to_bytes(CODE, "big")


def invite_id(code: bytes) -> bytes:
    """The id (16 bytes) under which the server keeps an invite."""
    return derive(code, b"", b"visitapp invite id", ID)


def seal_invite(code: bytes, invite: Invite) -> bytes:
    """What the server keeps for the joining device."""
    return _seal(
        code,
        "invite",
        lay(
            invite.organisation.signed,
            invite.receipt.signed,
            invite.server,
            invite.member,
            int(invite.role),
            invite.name,
            invite.expires,
        ),
    )


def open_invite(code: bytes, sealed: bytes, now: int) -> Invite:
    """The invite. `now`: UTC in milliseconds. Raises InviteRefused: records.invite_wrong, records.invite_expired."""
    organisation_raw, receipt_raw, server, member, role, name, expires = _open(
        code, "invite", sealed, blob, blob, text, identifier, number, text, number
    )
    try:
        organisation = read_organisation(organisation_raw)
        receipt = read_certificate(receipt_raw)
        check_certificate(receipt, organisation, {})
    except (NotAuthentic, NotUnderstood):
        raise InviteRefused("records.invite_wrong") from None
    if receipt.role != Role.RECEIPT or role not in (Role.ISSUER, Role.DEVICE):
        raise InviteRefused("records.invite_wrong")
    if now > expires:
        raise InviteRefused("records.invite_expired")
    return Invite(
        organisation=organisation,
        receipt=receipt,
        server=server,
        member=member,
        role=Role(role),
        name=name,
        expires=expires,
    )


def seal_request(code: bytes, request: Request) -> bytes:
    """What the joining device posts."""
    return _seal(code, "request", lay(request.signing, request.wrapping))


def open_request(code: bytes, sealed: bytes) -> Request:
    """The request of whoever had the code. Raises InviteRefused("records.invite_wrong")."""
    return Request(*_open(code, "request", sealed, octets(signing.PUBLIC), octets(wrapping.PUBLIC)))


def seal_answer(code: bytes, answer: Answer) -> bytes:
    """What the lead's device answers."""
    issuer = answer.issuer.signed if answer.issuer else b""
    return _seal(code, "answer", lay(answer.certificate.signed, issuer))


def open_answer(code: bytes, sealed: bytes, organisation: Organisation, request: Request) -> Answer:
    """The answer, checked to the pinned organisation's root and to be about the very keys that were asked for.

    Raises InviteRefused("records.invite_wrong").
    """
    raw, issuer_raw = _open(code, "answer", sealed, blob, blob)
    try:
        issuer = read_certificate(issuer_raw) if issuer_raw else None
        if issuer is not None:
            check_certificate(issuer, organisation, {})
        certificate = read_certificate(raw)
        check_certificate(certificate, organisation, {issuer.id: issuer} if issuer else {})
    except (NotAuthentic, NotUnderstood):
        raise InviteRefused("records.invite_wrong") from None
    if (certificate.signing, certificate.wrapping) != (request.signing, request.wrapping):
        raise InviteRefused("records.invite_wrong")
    return Answer(certificate, issuer)


def _seal(code: bytes, purpose: str, plain: bytes) -> bytes:
    salt = secrets.token_bytes(KEY)
    sealed, commitment = seal(plain, code, salt, _info(purpose), invite_id(code))
    return salt + commitment + sealed


def _open(code: bytes, purpose: str, sealed: bytes, *checks: Check) -> list[Any]:
    salt, commitment, ciphertext = sealed[:KEY], sealed[KEY : 2 * KEY], sealed[2 * KEY :]
    try:
        return take(unseal(ciphertext, commitment, code, salt, _info(purpose), invite_id(code)), *checks)
    except (NotAuthentic, NotUnderstood):
        raise InviteRefused("records.invite_wrong") from None


def _info(purpose: str) -> bytes:
    return b"visitapp invite 1 " + purpose.encode()


def _check(letters: list[int]) -> int:
    """A check over GF(32), x^5 + x^2 + 1: one letter wrong, or two neighbours swapped, is always noticed."""
    state = 0
    for letter in letters:
        state = (state ^ letter) << 1
        state ^= 0b100101 if state & 32 else 0
    return state
