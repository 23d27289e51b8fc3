"""Who may sign: root -> issuer (a lead's device) -> device, and root -> the server's receipt key.

    ORGANISATION = {0: 1, 1: root public key, 2: recovery public key}                         signed by the root
    CERTIFICATE  = {0: 1, 1: organisation, 2: role, 3: member, 4: signing public key, 5: wrapping public key,
                    6: issuer's certificate, empty when the root signs, 7: issued at}         signed by the issuer

The organisation's id is the first 16 bytes of the hash of its statement, so it stands for the root key; a device pins
it when it joins. A certificate's id is the device's id everywhere. Names are not here: they are content.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from msgspec import Struct

from visitapp.crypto import signing, wrapping
from visitapp.crypto.signing import SigningKey
from visitapp.errors import NotAuthentic
from visitapp.records.cose import ID, Signed, What, read1, sign1
from visitapp.records.fields import digest, identifier, lay, number, octets, optional, take


class Role(IntEnum):
    """What a certified key is for."""

    ISSUER = 1
    DEVICE = 2
    RECEIPT = 3


class Organisation(Struct, frozen=True, gc=False):
    """An organisation: its root's signing key and the key that everything can be recovered with."""

    id: bytes
    root: bytes
    recovery: bytes
    signed: bytes


class Certificate(Struct, frozen=True, gc=False):
    """A certified key. `id` is the device's id (32 bytes). `member`: 16 bytes, empty for a server.

    `wrapping` is the hybrid public key, empty for a server. `issuer`: the certificate that signed, empty for the root.
    `issued_at`: UTC in milliseconds, as claimed.
    """

    id: bytes
    organisation: bytes
    role: Role
    member: bytes
    signing: bytes
    wrapping: bytes
    issuer: bytes
    issued_at: int
    signed: bytes


def make_organisation(root: SigningKey, recovery_public: bytes) -> Organisation:
    """The statement that founds an organisation."""
    return read_organisation(sign1(What.ORGANISATION, lay(root.public, recovery_public), root).raw)


def read_organisation(raw: bytes) -> Organisation:
    """An organisation, checked against its own root. Whether it is *ours* is told by its id alone."""
    signed = read1(What.ORGANISATION, raw)
    root, recovery = take(signed.payload, octets(signing.PUBLIC), octets(wrapping.PUBLIC))
    signed.verify(root)
    return Organisation(signed.id[:ID], root, recovery, raw)


def make_certificate(
    *,
    organisation: bytes,
    role: Role,
    member: bytes = b"",
    signing_public: bytes,
    wrapping_public: bytes = b"",
    issuer: bytes = b"",
    issued_at: int,
    key: SigningKey,
) -> Certificate:
    """A certificate signed by the root (`issuer` empty) or by an issuer, whose secret key is `key`."""
    payload = lay(organisation, int(role), member, signing_public, wrapping_public, issuer, issued_at)
    return read_certificate(sign1(What.CERTIFICATE, payload, key).raw)


def read_certificate(raw: bytes) -> Certificate:
    """A certificate whose form is right. Believe it only after check_certificate()."""
    return _read(read1(What.CERTIFICATE, raw))


def check_certificate(certificate: Certificate, organisation: Organisation, known: Mapping[bytes, Certificate]) -> None:
    """Raises NotAuthentic unless the chain to the organisation's root holds. `known`: certificates checked before.

    Reasons: "organisation", "issuer" (not known, or may not issue this), "signature".
    """
    if certificate.organisation != organisation.id:
        raise NotAuthentic("organisation")
    signed = read1(What.CERTIFICATE, certificate.signed)
    if certificate.role != Role.DEVICE:
        signed.verify(organisation.root)
        return
    issuer = known.get(certificate.issuer)
    if issuer is None or issuer.role != Role.ISSUER:
        raise NotAuthentic("issuer")
    signed.verify(issuer.signing)


def certified(organisation: Organisation, statements: Iterable[bytes]) -> dict[bytes, Certificate]:
    """The certificates among these statements, by id, all checked; an issuer stands before what it signed.

    Raises what read_certificate() and check_certificate() raise, at the first that fails.
    """
    known: dict[bytes, Certificate] = {}
    for raw in statements:
        certificate = read_certificate(raw)
        check_certificate(certificate, organisation, known)
        known[certificate.id] = certificate
    return known


def _read(signed: Signed) -> Certificate:
    organisation, role, member, signing_public, wrapping_public, issuer, issued_at = take(
        signed.payload,
        identifier,
        number,
        optional(identifier),
        octets(signing.PUBLIC),
        optional(octets(wrapping.PUBLIC)),
        optional(digest),
        number,
    )
    if role not in tuple(Role):
        raise NotAuthentic("role")
    # A person's device has a member and a wrapping key; a server has neither. Only a device's comes from an issuer.
    if (bool(member), bool(wrapping_public), bool(issuer)) != (role != 3, role != 3, role == 2):
        raise NotAuthentic("form")
    return Certificate(
        signed.id,
        organisation,
        Role(role),
        member,
        signing_public,
        wrapping_public,
        issuer,
        issued_at,
        signed.raw,
    )
