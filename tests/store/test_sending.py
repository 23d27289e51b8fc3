"""What is still to be sent is derived from the log: in order, in pages, and one refused item holds up no other."""

import pytest

from tests.store.pen import Pen, Room, contact, named, seen
from visitapp.records.receipts import Receipt
from visitapp.store import items, log, sending, streams
from visitapp.store.opening import Vault
from visitapp.store.sending import Confirmed, Counts

AT = "2026-03-02T15:00:00+00:00"
VISIT = contact("visit")


@pytest.fixture
def ids(vault: Vault) -> list[str]:
    """Two chains of three records each, written in turn."""
    pens = [Pen(Room("one")), Pen(Room("two"))]
    for pen in pens:
        pen.room.join(vault)
    written = [pen.says(seen(VISIT, f"{pen.room.id} {n}")) for n in range(3) for pen in pens]
    log.append_own(vault, [one.own() for one in written], AT)
    return [one.id for one in written]


def _unsent(vault: Vault, **page: int) -> list[str]:
    return [one.id for one in sending.unsent(vault, **page)]


def test_everything_signed_is_to_be_sent_in_the_order_of_signing(vault: Vault, ids: list[str]) -> None:
    assert _unsent(vault) == ids
    assert sending.counts(vault) == Counts(unsent=6, refused=0, quarantined=0, not_understood=0, waiting=0)


def test_what_is_sent_is_what_was_signed(vault: Vault, ids: list[str]) -> None:
    for one in sending.unsent(vault):
        kept = log.entry(vault, one.id)
        assert kept is not None
        assert (one.stream, one.what, one.signed, one.beside) == (kept.stream, kept.what, kept.signed, kept.beside)


def test_pages_are_of_so_many_and_so_many_bytes_and_never_empty(vault: Vault, ids: list[str]) -> None:
    assert _unsent(vault, limit=4) == ids[:4]
    one = sending.unsent(vault)[0]
    size = len(one.signed) + len(one.beside)
    assert _unsent(vault, most=size * 2 + 1) == ids[:2]
    assert _unsent(vault, most=1) == ids[:1]


def test_what_the_server_has_is_not_sent_again(vault: Vault, ids: list[str]) -> None:
    """Peer lesson 28: it is not taken away either."""
    sending.acknowledge(vault, {ids[0]: 2, ids[2]: 3})
    assert _unsent(vault) == [ids[1], *ids[3:]]
    kept = log.entry(vault, ids[2])
    assert kept is not None
    assert kept.server_sequence == 3


def test_what_came_from_others_is_never_sent(vault: Vault) -> None:
    log.take_in(vault, [Pen(Room(), "joe").says(VISIT).arrives()], AT)
    assert _unsent(vault) == []


def test_one_refused_item_holds_up_its_chain_and_no_other(vault: Vault, ids: list[str]) -> None:
    """Peer lesson 20."""
    sending.set_aside(vault, {ids[2]: "not_a_member"})
    assert _unsent(vault) == [ids[0], ids[1], ids[3], ids[5]]
    assert log.entry(vault, ids[2]).refused == "not_a_member"
    assert sending.counts(vault).refused == 1
    assert items.count(vault, Room("one").id) == 3


def test_what_was_refused_is_offered_again_when_asked_for(vault: Vault, ids: list[str]) -> None:
    sending.set_aside(vault, {ids[2]: "not_a_member"})
    sending.offer_refused(vault)
    assert _unsent(vault) == ids
    assert sending.counts(vault).refused == 0


def test_a_refusal_does_not_touch_what_the_server_has(vault: Vault, ids: list[str]) -> None:
    sending.acknowledge(vault, {ids[0]: 1})
    sending.set_aside(vault, {ids[0]: "rate"})
    kept = log.entry(vault, ids[0])
    assert kept is not None
    assert kept.refused is None


def test_what_the_server_lost_is_offered_again(vault: Vault, ids: list[str]) -> None:
    stream = Room("one").id
    sending.acknowledge(vault, {ids[0]: 5, ids[2]: 6, ids[4]: 7, ids[1]: 7})
    streams.move(vault, stream, 7, "head")
    sending.offer_again(vault, stream, 5)
    assert _unsent(vault) == [ids[2], *ids[3:]]
    moved = streams.stream(vault, stream)
    assert moved is not None
    assert moved.cursor == 5


def test_the_receipt_log_names_each_record_and_the_receipt_that_covers_it(vault: Vault, ids: list[str]) -> None:
    """Peer lesson 33."""
    stream = Room("one").id
    sending.acknowledge(vault, {ids[0]: 1, ids[2]: 2, ids[4]: 3})
    for sequence in (2, 4):
        head = bytes([sequence]) * 32
        receipt = Receipt(b"", b"", b"", bytes.fromhex(stream), sequence, head, sequence * 1000, b"signed")
        streams.keep_receipt(vault, receipt)
    assert sending.receipts(vault) == [
        Confirmed(ids[0], stream, 1, 2, "02" * 32, 2000),
        Confirmed(ids[2], stream, 2, 2, "02" * 32, 2000),
        Confirmed(ids[4], stream, 3, 4, "04" * 32, 4000),
    ]


def test_an_unknown_id_in_an_answer_changes_nothing(vault: Vault, ids: list[str]) -> None:
    sending.acknowledge(vault, {named("nobody"): 1})
    sending.set_aside(vault, {named("nobody"): "rate"})
    assert _unsent(vault) == ids
