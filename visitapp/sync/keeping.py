"""What a cycle writes into the vault once it was checked: jobs of the vault's thread, inside one change each."""

from collections.abc import Mapping, Sequence

from visitapp.records.epochs import StreamKind
from visitapp.records.receipts import Receipt, first_head
from visitapp.store import keys, sending, streams
from visitapp.store.change import change
from visitapp.store.connection import Connection
from visitapp.sync.confirming import Answer
from visitapp.sync.verify import Known, Verified
from visitapp.sync.wire import StreamReceipt


def keep_answer(
    db: Connection, found: Answer, sequences: Mapping[str, int], receipts: Sequence[tuple[StreamReceipt, Receipt]]
) -> None:
    """What became of a page that was sent: numbers that receipts cover, refusals, the receipts themselves.

    `found` gets a refusal more for a gap that nothing can fill.
    """
    with change(db):
        sending.acknowledge(db, sequences)
        for chain, gap in found.gaps.items():
            # Those that it misses go again with the next cycle; where there are none, nothing can fill the gap.
            if not sending.offer_from(db, *chain, gap.expected):
                found.refused |= dict.fromkeys(gap.refused, "gap")
        sending.set_aside(db, found.refused)
        for told, receipt in receipts:
            streams.keep_receipt(db, receipt)
            _move_past_own(db, told, receipt)


def _move_past_own(db: Connection, told: StreamReceipt, receipt: Receipt) -> None:
    """Where nothing but our own entries is new, there is nothing to fetch."""
    stream = streams.stream(db, told.stream.hex())
    if stream is None:
        return
    head = stream.head or first_head(told.stream).hex()
    if stream.cursor == told.first - 1 and head == told.before.hex():
        streams.move(db, stream.id, receipt.sequence, receipt.head.hex())


def keep_trust(db: Connection, known: Known, verified: Verified) -> None:
    """What a page added to the trust: certificates, a stream's members, its keys. Inside a change."""
    keys.keep_certificates(db, verified.certificates)
    _keep_stream(db, known)
    keys.keep_epochs(db, known.stream.hex(), {epoch.hex(): key for epoch, key in verified.keys.items()})


def _keep_stream(db: Connection, known: Known) -> None:
    stream, membership = known.stream.hex(), known.membership
    if membership is None:
        return
    epoch, members = membership.epoch.hex(), membership.head.hex()
    if streams.stream(db, stream) is None:
        kind = StreamKind(membership.kind).name.lower()
        streams.keep(db, streams.Stream(id=stream, kind=kind, epoch=epoch, members=members))  # type: ignore[arg-type]  # the names
    else:
        streams.changed_members(db, stream, epoch, members)
