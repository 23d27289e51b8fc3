"""What comes into the log: a record or statement as it came, and what could be read of it.

Made before the vault is touched (opening a record needs no database), so that the vault's thread only stores.
Who may sign what is checked before; here a record is opened with its epoch's key and told apart:

    good             opened and understood
    not_understood   authentic, of a newer version: kept and relayed, read again by a rebuild
    waiting          the epoch's key, or a record that it cites, is not here yet
    quarantined      kept with its reason, shown to a lead, blocks nothing
"""

from hashlib import sha256
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from visitapp.domain.items import Entry
from visitapp.errors import NotAuthentic, NotUnderstood
from visitapp.records.content import decode_entry
from visitapp.records.cose import Signed, What
from visitapp.records.envelope import Core, Envelope, SealedRecord, open_record, read_record
from visitapp.store.items import Row, rows_of

State = Literal["good", "not_understood", "waiting", "quarantined"]


class Arrival(Struct, frozen=True, kw_only=True, gc=False):
    """A record or statement for the log. Ids are hex; `signed` and `beside` are the very bytes that came.

    `what`: 0 a record, else the kind of statement (records.cose.What). `previous`, `deps`: what a record cites.
    `claimed`: UTC in milliseconds. `epoch`: under which a record is sealed. `entry`, `rows`: what it says, when it is
    good. `reason`: a short code for what is not good. `server_sequence`: its number in the stream, None when not
    confirmed.
    """

    id: str
    stream: str
    what: int
    signed: bytes
    beside: bytes = b""
    device: str = ""
    incarnation: str = ""
    sequence: int = 0
    previous: str = ""
    deps: tuple[str, ...] = ()
    epoch: str = ""
    claimed: int = 0
    entry: Entry | None = None
    rows: tuple[Row, ...] = ()
    state: State = "good"
    reason: str = ""
    server_sequence: int | None = None

    @property
    def cited(self) -> tuple[str, ...]:
        """All records that it names."""
        return (self.previous, *self.deps) if self.previous else self.deps


def record(envelope: Envelope, beside: bytes, epoch_key: bytes | None, server_sequence: int | None = None) -> Arrival:
    """A record whose signature and membership were checked, opened. `epoch_key` None: not here yet, so it waits.

    Raises nothing: what does not open is told by `state` and `reason`.
    """
    if epoch_key is None:
        return _of_core(envelope, beside, server_sequence, None, "waiting", "key")
    try:
        entry = decode_entry(open_record(envelope, beside, epoch_key))
    except NotUnderstood as problem:
        return _of_core(envelope, beside, server_sequence, None, "not_understood", problem.why)
    except NotAuthentic as problem:
        return _of_core(envelope, beside, server_sequence, None, "quarantined", problem.why)
    return _of_core(envelope, beside, server_sequence, entry, "good", "")


def written(sealed: SealedRecord, core: Core, entry: Entry) -> Arrival:
    """A record of our own, just sealed."""
    return _arrival(sealed.id, core, sealed.signed, sealed.beside, None, entry, "good", "")


def statement(signed: Signed, stream: str, server_sequence: int | None = None) -> Arrival:
    """A checked statement of a stream: an epoch, a grant, a certificate, a restart; or one of our own."""
    return Arrival(
        id=signed.id.hex(), stream=stream, what=int(signed.what), signed=signed.raw, server_sequence=server_sequence
    )


def refused(arrival: Arrival, reason: str) -> Arrival:
    """An authentic arrival that must not count, by the code of the reason: no member, a revoked device."""
    return replace(arrival, state="quarantined", reason=reason, entry=None, rows=())


def unproven(
    stream: str, what: int, signed: bytes, beside: bytes, reason: str, server_sequence: int | None = None
) -> Arrival:
    """Bytes whose form or signature is wrong. Their id is a hash of all of them, never the id that they claim.

    Otherwise whoever forges a header with a bad signature first would keep the genuine record out.
    """
    # A length first, so that no other split of the same bytes has the same id.
    id = sha256(b"unproven" + len(signed).to_bytes(8, "big") + signed + beside).hexdigest()  # noqa: A001
    return Arrival(
        id=id,
        stream=stream,
        what=what,
        signed=signed,
        beside=beside,
        state="quarantined",
        reason=reason,
        server_sequence=server_sequence,
    )


def again(signed: bytes, beside: bytes, epoch_key: bytes | None) -> Arrival:
    """A record of the log read again: its signature was checked when it came."""
    return record(read_record(signed), beside, epoch_key)


def epoch_of(signed: bytes) -> str:
    """The epoch under which a record of the log is sealed."""
    return read_record(signed).core.epoch.hex()


def _of_core(
    envelope: Envelope, beside: bytes, server_sequence: int | None, entry: Entry | None, state: State, reason: str
) -> Arrival:
    return _arrival(envelope.id, envelope.core, envelope.signed.raw, beside, server_sequence, entry, state, reason)


def _arrival(
    id: bytes,  # noqa: A002  # the field's word
    core: Core,
    signed: bytes,
    beside: bytes,
    server_sequence: int | None,
    entry: Entry | None,
    state: State,
    reason: str,
) -> Arrival:
    return Arrival(
        id=id.hex(),
        stream=core.stream.hex(),
        what=int(What.RECORD),
        signed=signed,
        beside=beside,
        device=core.device.hex(),
        incarnation=core.incarnation.hex(),
        sequence=core.sequence,
        previous=core.previous.hex(),
        deps=tuple(dep.hex() for dep in core.deps),
        epoch=core.epoch.hex(),
        claimed=core.claimed,
        entry=entry,
        rows=rows_of(entry) if entry is not None else (),
        state=state,
        reason=reason,
        server_sequence=server_sequence,
    )
