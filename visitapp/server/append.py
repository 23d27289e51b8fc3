"""The append: a page of entries, stream by stream, each stream in one transaction under the lock of its row.

Signatures are checked before any lock is taken. The organisation's stream goes first, so that a certificate counts for
the rest of its page. What is answered was committed before.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace
from sqlalchemy import Connection

from visitapp.records.certificates import Certificate
from visitapp.records.chain import ChainHead
from visitapp.records.epochs import Epoch
from visitapp.records.membership import Membership
from visitapp.server.bodies import Appended, NewPage, Result, StreamReceipt
from visitapp.server.judging import Ready, check_signature, look_at, named_certificates
from visitapp.server.refusals import Code, too_large
from visitapp.server.service import Service
from visitapp.server.storage import certificates, chains, entries, streams
from visitapp.server.storage.chains import Key
from visitapp.server.storage.organisation import Served
from visitapp.server.storage.streams import StreamRow
from visitapp.server.walk import Standing, Walk


def take_page(service: Service, device: bytes, page: NewPage) -> Appended:
    """Append what may be appended; the results stand in the page's order. Raises RequestRefused for a whole page."""
    served = service.served()
    if len(page.entries) > service.settings.page_entries:
        raise too_large(f"A page has at most {service.settings.page_entries} entries.")
    readies = [look_at(entry, service.settings.entry_bytes, served.organisation.id) for entry in page.entries]
    with service.database.reading() as db:
        known = certificates.find(db, named_certificates(readies))
    for ready in readies:
        check_signature(ready, known)
    session = _Session(service, served, device, known)
    results: dict[int, Result] = {}
    receipts = []
    for stream, places in _by_stream(readies, served.organisation.id).items():
        answers, receipt = _append(session, stream, [readies[place] for place in places])
        results |= zip(places, answers, strict=True)
        if receipt is not None:
            receipts.append(receipt)
    return Appended([results[place] for place in range(len(readies))], receipts)


class _Session(Struct, frozen=True):
    """Who appends, and the certificates that the page speaks of; new ones join them."""

    service: Service
    served: Served
    device: bytes
    certificates: dict[bytes, Certificate]


class _Before(Struct, frozen=True):
    """What stood in a stream before the walk."""

    membership: Membership | None
    chains: dict[Key, ChainHead]


def _by_stream(readies: Sequence[Ready], first: bytes) -> dict[bytes, list[int]]:
    places: dict[bytes, list[int]] = {first: []}
    for place, ready in enumerate(readies):
        places.setdefault(ready.entry.stream, []).append(place)
    return {stream: found for stream, found in places.items() if found}


def _append(session: _Session, stream: bytes, readies: Sequence[Ready]) -> tuple[list[Result], StreamReceipt | None]:
    with session.service.database.writing() as db:
        row = streams.lock(db, stream)
        if row is None and any(isinstance(ready.said, Epoch) and ready.code is None for ready in readies):
            row = streams.make(db, stream)
        if row is None:
            return [Result(ready.id, ok=False, code=ready.code or Code.UNKNOWN_STREAM) for ready in readies], None
        standing = _load(db, session, row, readies)
        before = _Before(standing.membership, dict(standing.chains))
        walk = Walk(session.served.organisation, session.device, standing)
        results = [walk.take(ready) for ready in readies]
        if walk.rows:
            _write(db, session, walk, before)
        elif row.sequence == 0:
            streams.drop(db, row.number)
    membership, end = walk.now.membership, walk.now.row
    if membership is None or session.device not in membership.members:
        return results, None
    receipt = session.service.receipt(session.served, stream, end.sequence, end.head)
    return results, StreamReceipt(stream, row.sequence + 1, row.head, receipt)


def _load(db: Connection, session: _Session, row: StreamRow, readies: Sequence[Ready]) -> Standing:
    authors = {core.device for ready in readies if (core := getattr(ready.said, "core", None)) is not None}
    return Standing(
        row=row,
        membership=streams.membership(db, row, session.served.organisation.id),
        certificates=session.certificates,
        known=entries.known(db, row.number, {ready.id for ready in readies if ready.id}),
        chains=chains.heads(db, row.number, authors),
        room=session.service.settings.device_bytes - certificates.stored(db, session.device),
    )


def _write(db: Connection, session: _Session, walk: Walk, before: _Before) -> None:
    row, membership = walk.now.row, walk.now.membership
    entries.add(db, row.number, walk.rows)
    chains.write(db, row.number, before.chains, walk.now.chains)
    for certificate in walk.new_certificates:
        certificates.add(db, certificate)
    if membership is not None and membership != before.membership:
        streams.write_membership(db, row.number, before.membership, membership)
        row = replace(row, kind=int(membership.kind), membership=membership.head, epoch=membership.epoch)
    certificates.add_stored(db, session.device, walk.size)
    streams.advance(db, row)
