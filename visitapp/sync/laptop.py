"""This laptop as a sync cycle sees it: checks on the sync thread, short jobs on the vault's.

`call` runs a job on the vault's thread and waits for it; a job takes a slice of a page and stays under 50 ms.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from functools import cached_property
from math import ceil
from typing import TypeVar

from msgspec import Struct

from visitapp.crypto.signing import SigningKey
from visitapp.crypto.wrapping import WrappingKey
from visitapp.errors import NotAuthentic, VaultDamaged
from visitapp.records.certificates import certified, read_certificate, read_organisation
from visitapp.records.cose import What
from visitapp.records.epochs import Epoch, Grant, read_epoch, read_grant
from visitapp.records.membership import fold_membership
from visitapp.records.receipts import Receipt, first_head, read_receipt
from visitapp.store import coming, invited, keys, log, sending, streams, waiting
from visitapp.store.change import change
from visitapp.store.connection import Connection
from visitapp.store.reading import Arrival
from visitapp.sync import keeping
from visitapp.sync.confirming import HEADS_DIFFER, WENT_BACK, check_covers, heads_of, same_id, sort_out
from visitapp.sync.cycle import Cursor, Offer, Taken
from visitapp.sync.letting_in import let_in
from visitapp.sync.verify import Known, Trust, Verified, verify
from visitapp.sync.wire import PAGE_BYTES, Appended, Moved, NewEntry, OpenRequest, Page, StreamReceipt

T = TypeVar("T")
FIRST_SLICE, LEAST_SLICE, MOST_SLICE = 100, 50, 250
SLICE_SECONDS = 0.025
"""The processor's time for a slice that is aimed at; what disk and other programs take comes on top, however short."""
ALTERED, WITHHELD, NO_RECEIPT, TWO_STORIES = "altered", "withheld", "no_receipt", "two_stories"
MOST_HOLES = 20


class _Reached(Struct, frozen=True):
    """How far a stream is taken in after a slice; the receipt comes with the last slice that it covers."""

    sequence: int
    head: bytes
    receipt: Receipt | None


class Laptop:
    """Keeps what it has checked of streams for the length of one cycle. Make a new one for each.

    `moved` is called on the vault's thread whenever a slice was taken in.
    """

    def __init__(
        self,
        db: Connection,
        call: Callable[[Callable[[], object]], object],
        now: Callable[[], datetime],
        moved: Callable[[], None] = lambda: None,
    ) -> None:
        self._db = db
        self._post = call
        self._now = now
        self._moved = moved
        device = self._call(lambda: keys.device(db))
        if device is None or not device.id:
            raise VaultDamaged
        self._held = device
        self.device = bytes.fromhex(device.id)
        self._known: dict[bytes, Known] = {}
        self._promised: set[str] = set()
        self._lacks = False
        self._slice = FIRST_SLICE

    @cached_property
    def key(self) -> SigningKey:
        """What this device signs with; made only for a new session, as most cycles need none."""
        return SigningKey(self._held.signing)

    @cached_property
    def _trust(self) -> Trust:
        # Checking every certificate takes longer than a whole cycle in which nothing is new: only when one needs them.
        pinned, certificates = self._call(lambda: (keys.pinned(self._db), keys.certificates(self._db)))
        if pinned is None:
            raise VaultDamaged
        organisation = read_organisation(pinned.statement)
        return Trust(
            organisation=organisation,
            receipt=read_certificate(pinned.receipt),
            device=self.device,
            wrapping=WrappingKey(self._held.wrapping),
            certificates=certified(organisation, certificates),
        )

    def _call(self, work: Callable[[], T]) -> T:
        return self._post(work)  # type: ignore[return-value]  # what `work` returns

    # Sending.

    def unsent(self) -> Sequence[NewEntry]:
        """The next page to send."""
        page = self._call(lambda: sending.unsent(self._db, most=PAGE_BYTES))
        return [NewEntry(bytes.fromhex(one.stream), one.what, one.signed, one.beside) for one in page]

    def acknowledge(self, page: Sequence[NewEntry], answer: Appended) -> tuple[int, tuple[str, ...], tuple[str, ...]]:
        """Hold the receipts against what was sent; only what they cover counts as sent.

        What the server says it had before stands under an old number, which this receipt says nothing of: the page that
        brings it back will.
        """
        found = sort_out(page, answer)
        sequences: dict[str, int] = {}
        before: set[str] = set()
        alarms: list[str] = []
        receipts: list[tuple[StreamReceipt, Receipt]] = []
        for told in answer.streams:
            taken = found.taken.get(told.stream, [])
            try:
                receipt = self._receipt(told, taken)
            except NotAuthentic as problem:
                alarms.append(problem.why)
                continue
            receipts.append((told, receipt))
            sequences |= {id.hex(): number for number, id in taken if number >= told.first}  # noqa: A001  # the field's word
            before |= {id.hex() for number, id in taken if number < told.first}  # noqa: A001
        self._promised |= before
        self._call(lambda: keeping.keep_answer(self._db, found, sequences, receipts))
        missed = sum(len(gap.refused) for gap in found.gaps.values())
        if len(sequences) + len(before) + len(found.refused) + missed < len(page) and not alarms:
            alarms.append(NO_RECEIPT)
        return len(sequences), tuple(found.refused.values()), tuple(alarms)

    def _receipt(self, told: StreamReceipt, taken: Sequence[tuple[int, bytes]]) -> Receipt:
        receipt = read_receipt(told.receipt, self._trust.receipt)
        if receipt.stream != told.stream:
            raise NotAuthentic("stream")
        self._not_back(receipt)
        check_covers(told, receipt, taken)
        return receipt

    def _not_back(self, receipt: Receipt) -> None:
        stream = receipt.stream.hex()
        highest, same = self._call(
            lambda: (
                streams.highest_receipt(self._db, stream),
                streams.receipt_at(self._db, stream, receipt.sequence),
            )
        )
        if highest is not None and receipt.sequence < highest.sequence:
            raise NotAuthentic(WENT_BACK)
        if same is not None and same.head != receipt.head.hex():
            raise NotAuthentic(HEADS_DIFFER)

    # Taking in.

    def changes_after(self) -> int:
        """The last change worked through."""
        return self._call(lambda: streams.changes_seen(self._db))

    def behind(self, moved: Sequence[Moved]) -> Sequence[Cursor]:
        """The streams that have more, the organisation's first: it says whom to believe in the others.

        Those that have less, too: the receipt over their end is the proof that they went back.
        """
        # The server lists what moved in order of change: the most recently active stand last.
        listed = [coming.Announced(one.stream.hex(), one.kind, one.sequence) for one in reversed(moved)]
        organisation = self._trust.organisation.id

        def cursors() -> dict[str, int]:
            coming.announce(self._db, listed, organisation.hex())
            self._moved()
            return {one.id: one.cursor for one in streams.everything(self._db)}

        here = self._call(cursors)
        found = [
            Cursor(bytes.fromhex(one.stream), here.get(one.stream, 0))
            for one in listed
            if here.get(one.stream, 0) != one.sequence
        ]
        return sorted(found, key=lambda one: one.stream != organisation)

    def caught_up(self, change: int) -> None:
        """Everything up to this change is taken in."""

        def through() -> None:
            streams.saw_changes(self._db, change)
            coming.through(self._db)

        self._call(through)

    def take_in(self, cursor: Cursor, page: Page) -> Taken:
        """Check a page against its receipt and head, then keep it slice by slice."""
        known = self._of(cursor.stream)
        try:
            heads, receipt = self._heads(cursor, page)
        except NotAuthentic as problem:
            return Taken(0, cursor.after, alarms=(problem.why,))
        verified = verify(page.entries, known, self._trust)
        two_stories = self._contradicted(cursor, page.before, heads, verified.stood)
        received = 0
        for start, arrivals in self._slices(verified.arrivals):
            end = start + len(arrivals)
            reached = _Reached(cursor.after + end, heads[end - 1], receipt if end == len(page.entries) else None)
            received += self._keep(known, verified, arrivals, reached)
        whole = len(verified.arrivals) == len(page.entries)
        if whole and page.done:
            # The receipt says so; had more been announced, it would be waited for in vain.
            self._call(lambda: coming.ends_at(self._db, cursor.stream.hex(), receipt.sequence))
        while self._call(lambda: waiting.wake(self._db, words=waiting.WORDS)):
            pass
        odd = [one for one in verified.arrivals if one.state == "quarantined"]
        altered = not whole or any(not one.device for one in odd)
        return Taken(
            received,
            cursor.after + len(verified.arrivals),
            set_aside=tuple(one.reason for one in odd),
            alarms=(*((ALTERED,) if altered else ()), *((TWO_STORIES,) if two_stories else ())),
        )

    def _contradicted(
        self, cursor: Cursor, before: bytes, heads: Sequence[bytes], stood: Iterable[tuple[int, bytes]]
    ) -> bool:
        """Whether an author had a receipt over another story than this laptop is told, as far as can be told here."""
        here = dict(enumerate((before, *heads), cursor.after))
        earlier = [(number, head) for number, head in stood if number < cursor.after]
        kept = self._call(lambda: streams.heads_at(self._db, cursor.stream.hex(), [n for n, _ in earlier]))
        here |= {number: bytes.fromhex(head) for number, head in kept.items()}
        return any(here.get(number, head) != head for number, head in stood)

    def holes(self) -> Sequence[Cursor]:
        """Entries that came altered, and of which nothing right has come since."""
        found, self._lacks = self._call(lambda: (log.holes(self._db, MOST_HOLES), waiting.lacks_a_record(self._db)))
        return [Cursor(bytes.fromhex(stream), number - 1) for stream, number in found]

    def mend(self, hole: Cursor, page: Page) -> int:
        """Take in the right bytes of an entry that came altered; what is still wrong changes nothing.

        Right is only what has the id that the receipt over the altered one covered.
        """
        came = self._call(lambda: log.altered_at(self._db, hole.stream.hex(), hole.after + 1))
        if not page.entries or not same_id(page.entries[0].signed, came):
            return 0
        known = self._of(hole.stream)
        verified = verify(page.entries[:1], known, self._trust)
        right = [
            one for one in verified.arrivals if one.state != "quarantined" and one.server_sequence == hole.after + 1
        ]
        if not right:
            return 0

        def keep() -> int:
            with change(self._db):
                keeping.keep_trust(self._db, known, verified)
                return log.take_in(self._db, right, self._now().isoformat(timespec="seconds")).new

        return self._call(keep)

    def reconciled(self) -> tuple[int, tuple[str, ...]]:
        """Whether what the server said it had came back with its pages, and whether a record cites what never came."""
        if not (self._lacks or self._promised):
            return 0, ()
        promised, self._promised = self._promised, set()
        lacks, kept = self._call(lambda: (waiting.lacks_a_record(self._db), sending.confirmed(self._db, promised)))
        alarms = (*((WITHHELD,) if lacks else ()), *((NO_RECEIPT,) if len(kept) < len(promised) else ()))
        return len(kept), alarms

    def _heads(self, cursor: Cursor, page: Page) -> tuple[list[bytes], Receipt]:
        receipt = read_receipt(page.receipt, self._trust.receipt)
        if receipt.stream != cursor.stream:
            raise NotAuthentic("stream")
        stream = self._call(lambda: streams.stream(self._db, cursor.stream.hex()))
        head = bytes.fromhex(stream.head) if stream and stream.head else first_head(cursor.stream)
        heads = heads_of(page, cursor.after, head, receipt)
        same = self._call(lambda: streams.receipt_at(self._db, cursor.stream.hex(), receipt.sequence))
        if same is not None and same.head != receipt.head.hex():
            raise NotAuthentic(HEADS_DIFFER)
        return heads, receipt

    def _slices(self, arrivals: Sequence[Arrival]) -> Iterator[tuple[int, Sequence[Arrival]]]:
        start = 0
        while left := len(arrivals) - start:
            # As many slices as it takes, all of a size.
            slice_ = arrivals[start : start + ceil(left / ceil(left / self._slice))]
            yield start, slice_
            start += len(slice_)

    def _keep(self, known: Known, verified: Verified, arrivals: Sequence[Arrival], reached: _Reached) -> int:
        stream = known.stream.hex()

        def keep() -> int:
            begun = time.thread_time()
            with change(self._db):
                keeping.keep_trust(self._db, known, verified)
                taken = log.take_in(self._db, arrivals, self._now().isoformat(timespec="seconds"))
                streams.move(self._db, stream, reached.sequence, reached.head.hex())
                if reached.receipt is not None:
                    streams.keep_receipt(self._db, reached.receipt)
                self._size_slices(len(arrivals), time.thread_time() - begun)
            self._moved()
            return taken.new

        return self._call(keep)

    def _size_slices(self, count: int, took: float) -> None:
        fits = int(count * SLICE_SECONDS / max(took, 0.001))
        self._slice = max(LEAST_SLICE, min(MOST_SLICE, fits))

    def _of(self, stream: bytes) -> Known:
        known = self._known.get(stream)
        if known is None:
            statements, held = self._call(
                lambda: (log.statements(self._db, stream.hex()), keys.epoch_keys(self._db, stream.hex()))
            )
            members: list[Epoch | Grant] = [
                read_epoch(one.signed) if one.what == What.EPOCH else read_grant(one.signed)
                for one in statements
                if one.what in (What.EPOCH, What.GRANT)
            ]
            known = Known(
                stream=stream,
                membership=fold_membership(members, self._trust.certificates) if members else None,
                keys={bytes.fromhex(epoch): key for epoch, key in held.items()},
                followed={one.statement for one in members},
            )
            self._known[stream] = known
        return known

    # Letting in.

    @property
    def lets_in(self) -> bool:
        """Whether somebody was invited from here who has not joined and still may."""
        now = int(self._now().timestamp() * 1000)
        return any(one.answer or now <= one.expires for one in self._call(lambda: invited.everything(self._db)))

    def offers(self) -> Sequence[Offer]:
        """Invites that the server does not have."""
        found = self._call(lambda: invited.everything(self._db))
        return [Offer(bytes.fromhex(one.id), one.sealed, one.expires) for one in found if not one.offered]

    def offered(self, offer: Offer) -> None:
        """The server has it."""
        self._call(lambda: invited.offered(self._db, offer.id.hex()))

    def answer(self, request: OpenRequest) -> bytes | None:
        """Certify a joining device and grant it the organisation's stream; the sealed answer."""
        known = self._of(self._trust.organisation.id)
        return self._call(
            lambda: let_in(self._db, request.id, request.request, known, self._trust, self.key, self._now())
        )

    def answered(self, request: bytes) -> None:
        """That invite is done."""
        self._call(lambda: invited.forget(self._db, request.hex()))

    def waiting(self) -> int:
        """How many entries wait to be sent."""
        return self._call(lambda: sending.waiting(self._db))
