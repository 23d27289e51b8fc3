"""The walk over a page's entries for one stream: each is taken or refused by what stands in the stream by then. Pure.

The caller loads what stands, holds the stream's row, and writes what the walk has taken.
"""

from msgspec import Struct
from msgspec.structs import replace

from visitapp.errors import ChainBroken, NotAMember, NotAuthentic, RecordError
from visitapp.records.certificates import Certificate, Organisation, Role, check_certificate
from visitapp.records.chain import ChainHead, follow
from visitapp.records.envelope import Envelope
from visitapp.records.epochs import Epoch, Grant
from visitapp.records.membership import Membership, advance
from visitapp.records.receipts import next_head
from visitapp.server.bodies import Result
from visitapp.server.judging import Ready, check_signature, code_of
from visitapp.server.refusals import Code
from visitapp.server.storage.chains import Key
from visitapp.server.storage.entries import NewRow
from visitapp.server.storage.streams import StreamRow


class Standing(Struct):
    """A stream as it stands during a walk. `known`: ids already stored, of those in the page. `room`: bytes left."""

    row: StreamRow
    membership: Membership | None
    certificates: dict[bytes, Certificate]
    known: dict[bytes, int]
    chains: dict[Key, ChainHead]
    room: int


class Walk:
    """Takes entries one by one for `device`, whose session it is."""

    def __init__(self, organisation: Organisation, device: bytes, standing: Standing) -> None:
        self._organisation = organisation
        self._device = device
        self.now = standing
        self.rows: list[NewRow] = []
        self.new_certificates: list[Certificate] = []
        self.size = 0

    def take(self, ready: Ready) -> Result:
        """Take or refuse an entry. One that is stored already is well, with its old number."""
        code = self._code(ready)
        if code is not None:
            return Result(ready.id, ok=False, code=code)
        if (sequence := self.now.known.get(ready.id)) is not None:
            return Result(ready.id, ok=True, sequence=sequence)
        if ready.size > self.now.room:
            return Result(ready.id, ok=False, code=Code.QUOTA)
        try:
            self._judge(ready)
        except RecordError as error:
            return self._refused_for(ready, error)
        return self._taken(ready)

    def _code(self, ready: Ready) -> Code | None:
        """Why the entry is refused without being judged."""
        membership = self.now.membership
        if membership is not None and self._device not in membership.members:
            return Code.NOT_A_MEMBER
        if ready.code is not None:
            return ready.code
        if membership is None and not isinstance(ready.said, Epoch):
            return Code.UNKNOWN_STREAM
        return None

    def _judge(self, ready: Ready) -> None:
        """Raises RecordError when the entry may not stand here now; else lets it count."""
        match ready.said:
            case Envelope() as envelope:
                self._judge_record(ready, envelope)
            case Epoch() | Grant() as statement:
                membership = advance(self.now.membership, statement, self.now.certificates)
                if self.now.membership is None and self._device not in membership.members:
                    raise NotAMember("member")
                self.now.membership = membership
            case Certificate() as certificate:
                check_certificate(certificate, self._organisation, self.now.certificates)
                if certificate.role == Role.RECEIPT:
                    raise NotAuthentic("form")  # the server's own came with set-up
                self.now.certificates[certificate.id] = certificate
                self.new_certificates.append(certificate)
            case _:
                raise NotAuthentic("form")  # made by set-up and by the server itself only

    def _judge_record(self, ready: Ready, envelope: Envelope) -> None:
        core = envelope.core
        if core.device not in self.now.certificates:
            raise NotAMember("uncertified")
        check_signature(ready, self.now.certificates)
        if not ready.checked:
            raise NotAuthentic("signature")
        if self.now.membership is not None:
            self.now.membership.check_writer(core.device, core.epoch)
        chain = (core.device, core.incarnation)
        self.now.chains[chain] = follow(self.now.chains.get(chain), envelope)

    def _taken(self, ready: Ready) -> Result:
        row = self.now.row
        sequence, head = row.sequence + 1, next_head(row.head, ready.id)
        entry = ready.entry
        self.rows.append(NewRow(sequence, ready.id, entry.what, head, entry.signed, entry.beside))
        self.now.row = replace(row, sequence=sequence, head=head)
        self.now.known[ready.id] = sequence
        self.now.room -= ready.size
        self.size += ready.size
        return Result(ready.id, ok=True, sequence=sequence)

    def _refused_for(self, ready: Ready, error: RecordError) -> Result:
        code = code_of(error)
        expected = error.expected if isinstance(error, ChainBroken) else None
        head = self.now.membership.head if code == Code.STALE_MEMBERSHIP and self.now.membership else None
        return Result(ready.id, ok=False, code=code, expected=expected, head=head)
