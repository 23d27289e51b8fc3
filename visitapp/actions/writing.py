"""Making what is said into signed, sealed records: in a case's stream, in the organisation's, in a new one.

A record, what is read from it and what becomes of its draft are one transaction.
"""

import os
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC

from visitapp.actions.session import Session
from visitapp.crypto.signing import SigningKey
from visitapp.domain.codes import EntryKind
from visitapp.domain.draft import Draft
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.errors import DiskFull, Refused, VaultNotWritable
from visitapp.records.certificates import Certificate, Role, certified, read_organisation
from visitapp.records.chain import deps
from visitapp.records.content import encode_entry
from visitapp.records.envelope import Core, seal_record
from visitapp.records.epochs import StreamKind, StreamRole, make_epoch
from visitapp.store import heads, keys, log, reading, streams
from visitapp.store.change import change

SALT = 32
STREAM = 16
KEY = 32


def directory(session: Session) -> dict[bytes, Certificate]:
    """All certified keys known here, by id, checked to the pinned root."""
    pinned = keys.pinned(session.db)
    if pinned is None:
        raise Refused("enrol.not_joined")
    return certified(read_organisation(pinned.statement), keys.certificates(session.db))


def claimed(session: Session) -> int:
    """This laptop's clock in UTC milliseconds; it orders nothing."""
    return int(session.now().astimezone(UTC).timestamp() * 1000)


def make_case_stream(session: Session) -> str:
    """A new stream for a family: its first epoch, for this device and every lead's. Works offline."""
    pinned = keys.pinned(session.db)
    if pinned is None or not session.device.id:
        raise Refused("enrol.not_joined")
    known = directory(session)
    own = bytes.fromhex(session.device.id)
    member = known[own].member
    members = {one.id: (one, StreamRole.LEAD) for one in known.values() if one.role == Role.ISSUER}
    for one in known.values():
        if one.role == Role.DEVICE and one.member == member:
            # A second laptop of the same person reads and writes what the first does.
            members[one.id] = (one, StreamRole.WORKER)
    stream, epoch_key = os.urandom(STREAM), os.urandom(KEY)
    epoch = make_epoch(
        organisation=read_organisation(pinned.statement),
        stream=stream,
        kind=StreamKind.CASE,
        members=members.values(),
        epoch_key=epoch_key,
        author=own,
        key=SigningKey(session.device.signing),
        at=claimed(session),
    )
    id = stream.hex()  # noqa: A001  # the field's word
    db = session.db
    with change(db):
        log.append_own(db, [reading.statement(epoch.signed, id)], session.at())
        streams.keep(db, streams.Stream(id=id, kind="case", epoch=epoch.id.hex(), members=epoch.statement.hex()))
        keys.keep_epochs(db, id, {epoch.id.hex(): epoch_key})
    return id


def write(
    session: Session,
    stream: str,
    entry: Entry,
    *,
    instead: Callable[[str], Draft] | None = None,
    discard: str = "",
    many: bool = False,
) -> str:
    """Sign an entry into a stream; the record's id. `instead`: the draft that stays, `discard`: the one that is done.

    `many`: one of several in a row; the caller ends them with `settle`.
    Raises Refused when this laptop holds no key for the stream.
    """
    db, device = session.db, session.device
    known = streams.stream(db, stream)
    epoch_key = keys.epoch_key(db, known.epoch) if known is not None else None
    if known is None or epoch_key is None:
        raise Refused("writing.no_key")
    head = log.chain_head(db, stream, device.id, device.incarnation)
    previous = head.id if head else b""
    receipt = streams.highest_receipt(db, stream)
    core = Core(
        organisation=bytes.fromhex(keys.pinned(db).organisation),  # type: ignore[union-attr]  # a stream's key comes after
        stream=bytes.fromhex(stream),
        device=bytes.fromhex(device.id),
        incarnation=bytes.fromhex(device.incarnation),
        sequence=head.sequence + 1 if head else 1,
        previous=previous,
        deps=deps(log.frontier(db, stream), previous),
        epoch=bytes.fromhex(known.epoch),
        salt=os.urandom(SALT),
        receipt=(receipt.sequence, bytes.fromhex(receipt.head)) if receipt else (0, b""),
        claimed=claimed(session),
    )
    sealed = seal_record(core, encode_entry(entry), epoch_key, SigningKey(device.signing))
    record = sealed.id.hex()
    remains = instead(record) if instead else None
    log.append_own(db, [reading.written(sealed, core, entry)], session.at(), discard=discard, save=remains)
    if not many:
        settle(session)
    return record


def settle(session: Session) -> None:
    """After the commit: note outside the database where its chains stand, so that a restored copy is noticed.

    Where the disk takes no file, the one before stays, which does no harm, and the next time puts it right: what is
    signed is signed, and must not look as if it were not.
    """
    stands = heads.of(session.db)
    with suppress(DiskFull, VaultNotWritable):
        heads.write(session.profile, stands)


def sign(
    session: Session,
    draft: Draft,
    kind: EntryKind,
    items: Iterable[AnyItem],
    instead: Callable[[str], Draft] | None = None,
) -> str:
    """Sign a draft's items as one entry of a kind. The draft is done, or another stands `instead` of it."""
    lines = tuple(Line(item) for item in items)
    if session.who.member not in session.case(draft.case).professionals:
        lines = (Line(session.myself()), *lines)
    entry = Entry(kind=kind, at=session.at(), by=session.who.member, lines=lines, contact=draft.contact.id)
    return write(session, draft.case, entry, instead=instead, discard="" if instead else draft.id)
