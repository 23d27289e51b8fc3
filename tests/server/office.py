"""An organisation on a real server over HTTP: the cast of the records' tests, with this server's own certificate."""

import secrets
from pathlib import Path

from msgspec import structs

from tests.records.cast import Cast, Person
from visitapp.crypto.signing import SigningKey
from visitapp.records.certificates import Certificate, Role, make_certificate
from visitapp.records.cose import What
from visitapp.records.envelope import Core, seal_record
from visitapp.records.epochs import Epoch, StreamKind, StreamRole, make_epoch
from visitapp.records.membership import Membership, advance
from visitapp.server.running import RunningServer
from visitapp.server.settings import ServerSettings
from visitapp.sync.transport import HttpServer
from visitapp.sync.wire import NewEntry, StreamReceipt

KEY = "5e" * 32
CODE = "SET-UP-CODE-FOR-TESTS"
NOW = 1_700_000_000.0


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> float:
        return self.at


class Office:
    """A server in a folder, and the people who use it."""

    def __init__(self, folder: Path, **settings: object) -> None:
        self.clock = Clock()
        values = {"data": folder / "server", "key": KEY, "setup_code": CODE, "port": 0, **settings}
        self.settings = ServerSettings(**values)  # type: ignore[arg-type]  # tests name their own settings
        self.server = RunningServer(self.settings, self.clock)
        self.cast = Cast()
        self.organisation = self.cast.organisation
        self.clients: list[HttpServer] = []
        self.receipt_certificate: Certificate
        self.office_epoch_key = secrets.token_bytes(32)
        self.office_epoch: Epoch

    def open(self, *, founded: bool = True, staffed: bool = True) -> "Office":
        """Start; found the organisation; let the workers in."""
        self.server.start()
        with HttpServer(self.server.address) as stranger:
            server_key = bytes.fromhex(stranger.status().server_key)
        self.receipt_certificate = make_certificate(
            organisation=self.organisation.id,
            role=Role.RECEIPT,
            signing_public=server_key,
            issued_at=1,
            key=self.cast.root,
        )
        self.office_epoch = self.epoch(self.organisation.id, StreamKind.ORGANISATION, self.cast.lead, self.cast.lead)
        if founded:
            self.found()
        if founded and staffed:
            self.let_in(self.cast.worker, self.cast.other)
        return self

    def restart(self, **settings: object) -> None:
        """Stop, and start again on the same port and data, with other settings or keys if one likes."""
        self.server.stop()
        values = structs.asdict(self.settings) | {"port": self.server.port} | settings
        self.server = RunningServer(ServerSettings(**values), self.clock)
        self.server.start()

    def close(self) -> None:
        for client in self.clients:
            client.close()
        self.server.stop()

    def found(self, code: str = CODE, **changed: bytes) -> StreamReceipt:
        """Set up."""
        statements = {
            "organisation": self.organisation.signed,
            "issuer": self.cast.lead.certificate.signed,
            "receipt": self.receipt_certificate.signed,
            "epoch": self.office_epoch.signed.raw,
            **changed,
        }
        with HttpServer(self.server.address) as stranger:
            return stranger.set_up(code, **statements)

    def let_in(self, *people: Person) -> None:
        """Certificates, and membership of the organisation's stream, by a new epoch."""
        client = self.client(self.cast.lead)
        certified = [self.statement(What.CERTIFICATE, person.certificate.signed) for person in people]
        self.office_epoch = self.epoch(
            self.organisation.id,
            StreamKind.ORGANISATION,
            self.cast.lead,
            self.cast.lead,
            *people,
            parent=self.office_epoch.id,
            previous=self.office_epoch.statement,
        )
        answer = client.append([*certified, self.statement(What.EPOCH, self.office_epoch.signed.raw)])
        assert all(result.ok for result in answer.results)

    def statement(self, what: What, signed: bytes, stream: bytes | None = None) -> NewEntry:
        return NewEntry(stream or self.organisation.id, int(what), signed)

    def epoch(
        self,
        stream: bytes,
        kind: StreamKind,
        author: Person,
        *members: Person,
        parent: bytes = b"",
        previous: bytes = b"",
        epoch_key: bytes = b"k" * 32,
    ) -> Epoch:
        """An epoch of a stream by somebody, for these members; a lead is a lead in it."""
        return make_epoch(
            organisation=self.organisation,
            stream=stream,
            kind=kind,
            members=[(one.certificate, self.role(one)) for one in members],
            epoch_key=epoch_key,
            author=author.device,
            key=author.signing,
            at=int(NOW * 1000),
            parent=parent,
            previous=previous,
        )

    def role(self, person: Person) -> StreamRole:
        return StreamRole.LEAD if person is self.cast.lead else StreamRole.WORKER

    def client(self, person: Person) -> HttpServer:
        """A client with an open session."""
        client = self.stranger()
        client.open_session(person.device, person.signing)
        return client

    def stranger(self) -> HttpServer:
        """A client that has pinned this organisation, without a session."""
        client = HttpServer(self.server.address, self.organisation.id, self.receipt_certificate.signing)
        self.clients.append(client)
        return client

    def case(self, author: Person, *others: Person) -> "Pen":
        """A new case stream by somebody; its first page is the pen's `epoch_entry`."""
        stream = secrets.token_bytes(16)
        epoch = self.epoch(stream, StreamKind.CASE, author, *dict.fromkeys((author, *others)))
        membership = advance(None, epoch, self.cast.certificates)
        return Pen(self, author, membership, NewEntry(stream, int(What.EPOCH), epoch.signed.raw))


class Pen:
    """Writes a device's chain in a stream."""

    def __init__(self, office: Office, person: Person, membership: Membership, epoch_entry: NewEntry) -> None:
        self.office, self.person, self.membership = office, person, membership
        self.epoch_entry = epoch_entry
        self.stream = membership.stream
        self.incarnation = secrets.token_bytes(16)
        self.sequence = 0
        self.previous = b""

    def other(self, person: Person) -> "Pen":
        """Another person's pen for the same stream."""
        return Pen(self.office, person, self.membership, self.epoch_entry)

    def write(
        self, plain: bytes = b"note", key: SigningKey | None = None, *, keep: bool = True, **changes: object
    ) -> NewEntry:
        """The next record; with keep=False it does not count in the chain."""
        values: dict[str, object] = {
            "organisation": self.office.organisation.id,
            "stream": self.stream,
            "device": self.person.device,
            "incarnation": self.incarnation,
            "sequence": self.sequence + 1,
            "previous": self.previous,
            "epoch": self.membership.epoch,
            "salt": secrets.token_bytes(32),
            "claimed": int(NOW * 1000) + self.sequence,
            **changes,
        }
        core = Core(**values)  # type: ignore[arg-type]  # tests name their own fields
        record = seal_record(core, plain, b"k" * 32, key or self.person.signing)
        if keep:
            self.sequence, self.previous = core.sequence, record.id
        return NewEntry(self.stream, int(What.RECORD), record.signed, record.beside)

    def page(self, count: int) -> list[NewEntry]:
        return [self.write() for _ in range(count)]
