"""What the server says of a page, either way, held against receipts. Only what a receipt covers counts.

Pure: nothing here touches the vault or the network.
"""

from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct, field

from visitapp.errors import NotAuthentic
from visitapp.records.cose import What, id_of
from visitapp.records.envelope import read_record
from visitapp.records.receipts import Receipt, fold_heads, next_head
from visitapp.sync.wire import Appended, NewEntry, Page, Result, StreamReceipt

WENT_BACK, HEADS_DIFFER = "went_back", "heads_differ"


class Chain(NamedTuple):
    """A chain of ours, in hex."""

    stream: str
    device: str
    incarnation: str


class Gap(Struct):
    """The server misses records of a chain, from `expected` on; so it refused these (ids, hex)."""

    expected: int
    refused: list[str] = field(default_factory=list)


class Answer(Struct):
    """A page's results. `taken`: of each stream, number and id. `refused`: id (hex) -> code. `gaps`: of each chain."""

    taken: dict[bytes, list[tuple[int, bytes]]] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    gaps: dict[Chain, Gap] = field(default_factory=dict)


def sort_out(page: Sequence[NewEntry], answer: Appended) -> Answer:
    """What became of each entry, as the server says; not believed yet."""
    found = Answer()
    for entry, result in zip(page, answer.results, strict=True):
        one = id_of(entry.signed)
        if result.ok:
            if result.sequence is not None:
                found.taken.setdefault(entry.stream, []).append((result.sequence, one))
        elif result.code == "gap" and result.expected is not None and entry.what == What.RECORD:
            _gap(found, entry, result, result.expected)
        else:
            found.refused[one.hex()] = result.code or "refused"
    return found


def _gap(found: Answer, entry: NewEntry, result: Result, expected: int) -> None:
    envelope = read_record(entry.signed)
    core = envelope.core
    chain = Chain(core.stream.hex(), core.device.hex(), core.incarnation.hex())
    found.gaps.setdefault(chain, Gap(expected)).refused.append(envelope.id.hex())


def same_id(signed: bytes, others: Sequence[bytes]) -> bool:
    """Whether a signed entry has the id of one of these; False for bytes that are no entry."""
    try:
        return id_of(signed) in {id_of(other) for other in others}
    except NotAuthentic:
        return False


def check_covers(told: StreamReceipt, receipt: Receipt, sent: Sequence[tuple[int, bytes]]) -> None:
    """Raises NotAuthentic unless a receipt, checked to be the server's, covers what was newly taken, and no more.

    Of what has a number before `told.first` it says nothing that could be checked here.
    """
    fresh = sorted((number, one) for number, one in sent if number >= told.first)
    numbers = [number for number, _ in fresh]
    if numbers != list(range(told.first, told.first + len(fresh))) or any(n > receipt.sequence for n, _ in sent):
        raise NotAuthentic(HEADS_DIFFER)
    if receipt.sequence != told.first + len(fresh) - 1:
        raise NotAuthentic(HEADS_DIFFER)
    if fold_heads(told.before, [one for _, one in fresh]) != receipt.head:
        raise NotAuthentic(HEADS_DIFFER)


def heads_of(page: Page, after: int, head: bytes, receipt: Receipt) -> list[bytes]:
    """The head after each entry of a page that follows `after` and `head`, up to the receipt's.

    Raises NotAuthentic where the server went back, left something out or tells another story.
    """
    if not page.entries:
        raise NotAuthentic(WENT_BACK if receipt.sequence < after else HEADS_DIFFER)
    if page.before != head:
        raise NotAuthentic(HEADS_DIFFER)
    heads = []
    for number, entry in enumerate(page.entries, after + 1):
        if entry.sequence != number:
            raise NotAuthentic(HEADS_DIFFER)
        head = next_head(head, id_of(entry.signed))
        heads.append(head)
    if (receipt.sequence, receipt.head) != (page.entries[-1].sequence, head):
        raise NotAuthentic(HEADS_DIFFER)
    return heads
