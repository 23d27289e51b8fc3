"""What the server sends, checked before anything of it is kept. Nothing here touches the vault or the network.

A stream's entries are read in the server's order. Statements move the trust (certificates, members, keys) along; a
record counts when a member's certified device signed it. What fails is kept and set aside with its reason: one bad
entry never holds up the rest.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress

from msgspec import Struct, field
from msgspec.structs import replace

from visitapp.crypto.wrapping import WrappingKey
from visitapp.errors import NotAMember, NotAuthentic, NotUnderstood, RecordError
from visitapp.records.certificates import Certificate, Organisation, check_certificate, read_certificate
from visitapp.records.cose import What, read1, what_of
from visitapp.records.envelope import Envelope, check_record, read_record
from visitapp.records.epochs import Epoch, Grant, open_epoch, open_grant, read_epoch, read_grant
from visitapp.records.membership import Membership, advance
from visitapp.records.receipts import read_restart
from visitapp.store import reading
from visitapp.store.reading import Arrival
from visitapp.sync.wire import StoredEntry

_TRUST = (What.CERTIFICATE, What.EPOCH, What.GRANT)


class Trust(Struct, kw_only=True):
    """Whom this laptop believes. `certificates` grows as they come in; the rest was pinned when it joined."""

    organisation: Organisation
    receipt: Certificate
    device: bytes
    wrapping: WrappingKey
    certificates: dict[bytes, Certificate]


class Known(Struct, kw_only=True):
    """What is known of one stream: its members so far, and the keys that this laptop holds (epoch id -> key).

    `followed`: the ids of the statements that made the members what they are, our own unsent ones included.
    """

    stream: bytes
    membership: Membership | None = None
    keys: dict[bytes, bytes] = field(default_factory=dict)
    followed: set[bytes] = field(default_factory=set)

    def follow(self, statement: Epoch | Grant, certificates: Mapping[bytes, Certificate]) -> Membership:
        """The members once a statement counts. Raises as advance(); then nothing has changed."""
        self.membership = advance(self.membership, statement, certificates)
        self.followed.add(statement.statement)
        return self.membership


class Verified(Struct, kw_only=True):
    """A page after checking, and what it added to the trust. `stood`: the (number, head) that authors say they saw."""

    arrivals: list[Arrival]
    certificates: list[Certificate]
    keys: dict[bytes, bytes]
    stood: set[tuple[int, bytes]]


class _Proved(Struct, frozen=True, gc=False):
    """A record whose author is proved. `refused`: the code of why it must not count; "" when it may."""

    entry: StoredEntry
    envelope: Envelope
    member: bytes
    key: bytes | None
    refused: str


def verify(entries: Sequence[StoredEntry], known: Known, trust: Trust) -> Verified:
    """Check entries in order; `known` and `trust` are moved along. Raises nothing for what the server sent.

    Ends before a statement on which trust rests when it came altered: what follows could not be judged without it.
    """
    found = Verified(arrivals=[], certificates=[], keys={}, stood=set())
    proved: list[Arrival | _Proved] = []
    # First all headers are read, then all authors proved, then all is opened: taken one record at a time, the three
    # drive each other out of the processor's caches, which takes a quarter longer.
    headers = [_header(entry) for entry in entries]
    for entry, header in zip(entries, headers, strict=True):
        try:
            one = _one(entry, header, known, trust, found)
        except NotUnderstood as problem:
            one = _kept_for_later(entry, known.stream, problem)
        except RecordError as problem:
            if entry.what in _TRUST:
                break
            one = reading.unproven(
                known.stream.hex(), entry.what, entry.signed, entry.beside, problem.why, entry.sequence
            )
        proved.append(one)
    found.arrivals = [_opened(one, found) if isinstance(one, _Proved) else one for one in proved]
    return found


def _header(entry: StoredEntry) -> Envelope | None:
    """A record's header; None for what is none, and for one that cannot be read: its turn to be told comes later."""
    with suppress(RecordError):
        return read_record(entry.signed) if entry.what == What.RECORD else None
    return None


def _one(entry: StoredEntry, header: Envelope | None, known: Known, trust: Trust, found: Verified) -> Arrival | _Proved:
    what = what_of(entry.what)
    if what == What.RECORD:
        return _record(entry, header or read_record(entry.signed), known, trust)
    signed = read1(what, entry.signed)
    match what:
        case What.CERTIFICATE:
            _certificate(entry, trust, found)
        case What.EPOCH | What.GRANT:
            _members(entry, what, known, trust, found)
        case What.RESTART:
            if read_restart(entry.signed, trust.receipt).stream != known.stream:
                raise NotAuthentic("stream")
        case What.ORGANISATION:
            if entry.signed != trust.organisation.signed:
                raise NotAuthentic("organisation")
        case _:
            raise NotAuthentic("what")
    return reading.statement(signed, known.stream.hex(), entry.sequence)


def _record(entry: StoredEntry, envelope: Envelope, known: Known, trust: Trust) -> _Proved:
    core = envelope.core
    certificate = trust.certificates.get(core.device)
    if certificate is None:
        raise NotAMember("uncertified")
    check_record(envelope, entry.beside, certificate.signing)
    if (core.organisation, core.stream) != (trust.organisation.id, known.stream):
        raise NotAuthentic("stream")
    refused = ""
    try:
        if known.membership is None:
            raise NotAMember("member")
        known.membership.check_writer(core.device, core.epoch)
    except NotAMember as problem:
        refused = problem.why
    return _Proved(entry, envelope, certificate.member, known.keys.get(core.epoch), refused)


def _opened(one: _Proved, found: Verified) -> Arrival:
    arrival = reading.record(one.envelope, one.entry.beside, one.key, one.entry.sequence)
    if one.refused:
        return reading.refused(arrival, one.refused)
    if arrival.entry is not None and arrival.entry.by != one.member.hex():
        # Signed by one person in the name of another: kept, told, and never shown as the other's words.
        return reading.refused(arrival, "author")
    receipt = one.envelope.core.receipt
    if receipt[0]:
        found.stood.add(receipt)
    return arrival


def _certificate(entry: StoredEntry, trust: Trust, found: Verified) -> None:
    certificate = read_certificate(entry.signed)
    check_certificate(certificate, trust.organisation, trust.certificates)
    trust.certificates[certificate.id] = certificate
    found.certificates.append(certificate)


def _members(entry: StoredEntry, what: What, known: Known, trust: Trust, found: Verified) -> None:
    statement: Epoch | Grant = read_epoch(entry.signed) if what == What.EPOCH else read_grant(entry.signed)
    if statement.statement in known.followed:
        # One of our own that comes back.
        return
    if statement.stream != known.stream:
        raise NotAuthentic("stream")
    if statement.organisation != trust.organisation.id:
        raise NotAuthentic("organisation")
    membership = known.follow(statement, trust.certificates)
    try:
        if isinstance(statement, Epoch):
            keys = {statement.id: open_epoch(statement, trust.device, trust.wrapping)}
        else:
            keys = open_grant(statement, membership.epochs, trust.device, trust.wrapping)
    except NotAMember:
        return
    known.keys.update(keys)
    found.keys.update(keys)


def _kept_for_later(entry: StoredEntry, stream: bytes, problem: NotUnderstood) -> Arrival:
    """A statement of a newer version: kept as it came, under the hash of its bytes, and told apart.

    One that this version would know under its own number was given another on the way: that is no newer version.
    """
    kept = reading.unproven(stream.hex(), entry.what, entry.signed, entry.beside, problem.why, entry.sequence)
    others = (what for what in What if what != entry.what)
    return kept if any(_is(what, entry.signed) for what in others) else replace(kept, state="not_understood")


def _is(what: What, signed: bytes) -> bool:
    try:
        return read1(what, signed).what == what
    except NotAuthentic:
        return False
