"""The people of the tests of records: an organisation with a lead, a worker and a server, from fixed secrets.

Everything but the wraps (HPKE draws its own randomness) comes out the same each time.
"""

from hashlib import sha256, shake_256

from visitapp.crypto.signing import SigningKey
from visitapp.crypto.wrapping import WrappingKey
from visitapp.records.certificates import Certificate, Organisation, Role, make_certificate, make_organisation
from visitapp.records.envelope import Core
from visitapp.records.epochs import Epoch, StreamKind, StreamRole, make_epoch
from visitapp.records.membership import Membership, advance


def secret(name: str, length: int = 32) -> bytes:
    """Test key material by name. Known to everyone."""
    return shake_256(b"visitapp test " + name.encode()).digest(length)


class Person:
    """Somebody with a device: both keys and, once certified, the certificate."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.member = secret(name + " member", 16)
        self.signing = SigningKey(secret(name + " signing"))
        self.wrapping = WrappingKey(secret(name + " wrapping", 96))
        self.certificate: Certificate

    @property
    def device(self) -> bytes:
        return self.certificate.id


class Cast:
    """An organisation's root, recovery key, server, lead, worker and a second worker."""

    def __init__(self, name: str = "Ash Vale") -> None:
        self.root = SigningKey(secret(name + " root"))
        self.recovery = WrappingKey(secret(name + " recovery", 96))
        self.organisation: Organisation = make_organisation(self.root, self.recovery.public)
        self.lead, self.worker, self.other = Person(name + " lead"), Person(name + " worker"), Person(name + " other")
        self.server_key = SigningKey(secret(name + " server"))
        self.server = make_certificate(
            organisation=self.organisation.id,
            role=Role.RECEIPT,
            signing_public=self.server_key.public,
            issued_at=1,
            key=self.root,
        )
        self.lead.certificate = self.certify(self.lead, Role.ISSUER)
        self.worker.certificate = self.certify(self.worker, Role.DEVICE)
        self.other.certificate = self.certify(self.other, Role.DEVICE)
        self.certificates = {
            one.id: one for one in (self.server, self.lead.certificate, self.worker.certificate, self.other.certificate)
        }
        self.stream = secret(name + " case", 16)
        self.epoch_key = secret(name + " epoch")
        self.epoch: Epoch = self.make_epoch()
        self.membership: Membership = advance(None, self.epoch, self.certificates)

    def certify(self, person: Person, role: Role) -> Certificate:
        """A certificate for a person's device: by the root for a lead, by the lead for others."""
        by_root = role == Role.ISSUER
        return make_certificate(
            organisation=self.organisation.id,
            role=role,
            member=person.member,
            signing_public=person.signing.public,
            wrapping_public=person.wrapping.public,
            issuer=b"" if by_root else self.lead.device,
            issued_at=1_700_000_000_000,
            key=self.root if by_root else self.lead.signing,
        )

    def make_epoch(self) -> Epoch:
        """The case stream's first epoch, by the worker, with the lead in it."""
        return make_epoch(
            organisation=self.organisation,
            stream=self.stream,
            kind=StreamKind.CASE,
            members=[(self.worker.certificate, StreamRole.WORKER), (self.lead.certificate, StreamRole.LEAD)],
            epoch_key=self.epoch_key,
            author=self.worker.device,
            key=self.worker.signing,
            at=1_700_000_000_000,
        )

    def core(self, sequence: int = 1, previous: bytes = b"", **changes: object) -> Core:
        """A core by the worker in the case stream."""
        values: dict[str, object] = {
            "organisation": self.organisation.id,
            "stream": self.stream,
            "device": self.worker.device,
            "incarnation": secret("incarnation", 16),
            "sequence": sequence,
            "previous": previous,
            "epoch": self.epoch.id,
            "salt": sha256(f"salt {sequence}".encode()).digest(),
            "claimed": 1_700_000_000_000 + sequence,
        }
        return Core(**{**values, **changes})  # type: ignore[arg-type]  # tests name their own fields
