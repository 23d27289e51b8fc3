"""Chains, what cites what, and the server's order."""

from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records.cast import Cast, secret
from visitapp.errors import ChainBroken, NotAuthentic
from visitapp.records.chain import ChainHead, cited, deps, depth, follow, frontier
from visitapp.records.envelope import MOST_DEPS, Core, Envelope, read_record, seal_record
from visitapp.records.receipts import (
    first_head,
    fold_heads,
    make_receipt,
    make_restart,
    next_head,
    read_receipt,
    read_restart,
)

KEY = secret("chain epoch key")


def envelopes(cast: Cast, count: int) -> list[Envelope]:
    """The first records of a chain."""
    found: list[Envelope] = []
    for sequence in range(1, count + 1):
        core = cast.core(sequence, found[-1].id if found else b"")
        found.append(read_record(seal_record(core, b"", KEY, cast.worker.signing).signed))
    return found


def test_a_chain_is_followed_from_its_first_record(cast: Cast) -> None:
    head = None
    for number, envelope in enumerate(envelopes(cast, 4), 1):
        head = follow(head, envelope)
        assert head == ChainHead(number, envelope.id)


def test_a_break_in_a_chain_says_what_is_expected(cast: Cast) -> None:
    """Lesson 8: a gap is refused with the number that may come next."""
    first, second, third, _ = envelopes(cast, 4)
    head = follow(None, first)
    for before, envelope, why, expected in (
        (None, second, "gap", 1),
        (head, third, "gap", 2),
        (head, first, "fork", 2),
        (ChainHead(2, secret("another second")), third, "previous", 3),
        (ChainHead(3, third.id), second, "fork", 4),
    ):
        with pytest.raises(ChainBroken) as broken:
            follow(before, envelope)
        assert (broken.value.why, broken.value.expected) == (why, expected)


@st.composite
def histories(draw: st.DrawFn) -> list[tuple[bytes, Core]]:
    """Records of some devices that each see some of what was written before, in an order in which they were written."""
    cast, records = _CAST, list[tuple[bytes, Core]]()
    heads: dict[int, tuple[int, bytes]] = {}
    for number in range(draw(st.integers(0, 12))):
        device = draw(st.integers(0, 2))
        sequence, previous = heads.get(device, (0, b""))
        seen = draw(st.integers(0, len(records)))
        known = frontier(record for record in records[:seen])
        core = cast.core(sequence + 1, previous, device=secret(f"device {device}"), deps=deps(known, previous))
        one = sha256(f"record {number}".encode()).digest()
        heads[device] = (sequence + 1, one)
        records.append((one, core))
    return records


_CAST = Cast()


@given(histories(), st.randoms(use_true_random=False))
def test_the_frontier_is_the_same_in_any_order_and_reaches_everything(
    history: list[tuple[bytes, Core]], random: Random
) -> None:
    shuffled = list(history)
    random.shuffle(shuffled)
    tips = frontier(shuffled)
    assert tips == frontier(history)
    cores, reached, ahead = dict(history), set[bytes](), list(tips)
    while ahead:
        one = ahead.pop()
        reached.add(one)
        ahead.extend(cited(cores[one]))
    assert reached == set(cores)


@given(histories())
def test_depth_grows_along_every_citation(history: list[tuple[bytes, Core]]) -> None:
    depths: dict[bytes, int] = {}
    for one, core in history:
        depths[one] = depth(core, depths)
        assert depths[one] == 1 + max((depths[named] for named in cited(core)), default=0)


def test_what_is_withheld_is_missed(cast: Cast) -> None:
    core = cast.core(2, secret("before"), deps=(secret("withheld"),))
    assert cited(core) == (secret("before"), secret("withheld"))
    with pytest.raises(ChainBroken, match="missing"):
        depth(core, {secret("before"): 1})


def test_no_more_than_32_are_cited_and_the_rest_stay() -> None:
    seen = frozenset(secret(f"tip {n}") for n in range(40))
    some = next(iter(seen))
    first = deps(seen, some)
    assert len(first) == MOST_DEPS
    assert some not in first
    assert list(first) == sorted(first)
    record = secret("own")
    first_core = _CAST.core(1)
    after = frontier([(record, _CAST.core(2, some, deps=first)), *((tip, first_core) for tip in seen)])
    assert after == seen - {some} - set(first) | {record}
    assert set(deps(after, record)) == after - {record}


def test_heads_are_a_chain_over_the_servers_order() -> None:
    stream, one, two = secret("stream", 16), secret("one"), secret("two")
    assert first_head(stream) == sha256(stream).digest()
    head = next_head(next_head(first_head(stream), one), two)
    assert head == fold_heads(first_head(stream), [one, two])
    assert head != fold_heads(first_head(stream), [two, one])


def test_a_receipt_is_believed_from_the_certified_server_only(cast: Cast) -> None:
    other = Cast("Elsewhere")
    receipt = make_receipt(cast.server_key, cast.server, cast.stream, 3, secret("head"), 9)
    assert read_receipt(receipt.signed, cast.server) == receipt
    restart = make_restart(cast.server_key, cast.server, cast.stream, 2, secret("head"), 9)
    assert read_restart(restart.signed, cast.server) == restart
    with pytest.raises(NotAuthentic, match="server"):
        read_receipt(receipt.signed, other.server)
    with pytest.raises(NotAuthentic, match="server"):
        read_receipt(receipt.signed, cast.lead.certificate)
    with pytest.raises(NotAuthentic, match="what"):
        read_receipt(restart.signed, cast.server)
    forged = make_receipt(cast.lead.signing, cast.server, cast.stream, 3, secret("head"), 9)
    with pytest.raises(NotAuthentic, match="signature"):
        read_receipt(forged.signed, cast.server)
