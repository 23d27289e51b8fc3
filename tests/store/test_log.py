"""The log: bytes as they came, each thing once, all of a record or nothing, and every state kept."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from tests.store.pen import Pen, Room, contact, named, note, seen, tables
from visitapp.domain.draft import Draft
from visitapp.errors import ChainBroken, NotUnderstood
from visitapp.records.chain import ChainHead
from visitapp.records.cose import What
from visitapp.records.envelope import read_record
from visitapp.store import drafts, items, log, reading, rebuilding, search, sending, streams, waiting
from visitapp.store.change import change
from visitapp.store.log import TakenIn
from visitapp.store.opening import Vault

AT = "2026-03-02T15:00:00+00:00"
VISIT = contact("visit")


def _draft(name: str = "draft") -> Draft:
    return Draft(id=named(name), case=Room().id, kind="visit", begun=AT, contact=VISIT)


def test_own_records_are_kept_byte_for_byte_with_items_and_words(vault: Vault) -> None:
    """Peer lesson 7."""
    room, pen = Room(), Pen(Room())
    room.join(vault)
    first, second = pen.says(VISIT, note(VISIT, "quince jelly")), pen.says(seen(VISIT, "a new lodger"))
    log.append_own(vault, [first.own(), second.own()], AT)
    for one in (first, second):
        kept = log.entry(vault, one.id)
        assert kept is not None
        assert (kept.signed, kept.beside) == (one.sealed.signed, one.sealed.beside)
        assert (kept.own, kept.state, kept.server_sequence, kept.received_at) == (True, "good", None, AT)
    assert [one.item for one in items.kept(vault, room.id)] == [
        VISIT,
        note(VISIT, "quince jelly"),
        seen(VISIT, "a new lodger"),
    ]
    assert [hit.item for hit in search.find(vault, "quince")] == [named("quince jelly")]
    assert log.chain_head(vault, room.id, pen.device.hex(), pen.incarnation.hex()) == ChainHead(2, second.sealed.id)
    assert log.frontier(vault, room.id) == {second.sealed.id}


def test_signing_takes_the_draft_away_in_the_same_change(vault: Vault) -> None:
    """Peer lesson 4."""
    drafts.save(vault, _draft(), AT)
    drafts.save(vault, _draft("another"), AT)
    log.append_own(vault, [Pen(Room()).says(VISIT).own()], AT, discard=named("draft"))
    assert [one.id for one in drafts.everything(vault)] == [named("another")]


def test_the_first_of_two_signatures_leaves_what_remains_of_the_draft(vault: Vault) -> None:
    drafts.save(vault, _draft(), AT)
    one = Pen(Room()).says(VISIT)
    log.append_own(vault, [one.own()], AT, save=replace(_draft(), happened_record=one.id))
    left = drafts.load(vault, named("draft"))
    assert left is not None
    assert left.happened_record == one.id


def test_a_record_that_does_not_follow_is_refused_and_the_draft_stays(vault: Vault) -> None:
    drafts.save(vault, _draft(), AT)
    pen = Pen(Room())
    first = pen.says(VISIT)
    second = pen.says(seen(VISIT, "later"))
    before = tables(vault)
    with pytest.raises(ChainBroken) as broken:
        log.append_own(vault, [second.own()], AT, discard=named("draft"))
    assert broken.value.expected == 1
    assert tables(vault) == before
    assert drafts.load(vault, named("draft")) == _draft()
    log.append_own(vault, [first.own(), second.own()], AT, discard=named("draft"))


def test_of_two_records_signed_together_none_is_kept_when_one_is_wrong(vault: Vault) -> None:
    pen = Pen(Room())
    first = pen.says(VISIT)
    pen.says(VISIT)
    third = pen.says(VISIT)
    before = tables(vault)
    with pytest.raises(ChainBroken):
        log.append_own(vault, [first.own(), third.own()], AT)
    assert tables(vault) == before


def test_a_record_that_cites_what_is_not_here_cannot_be_our_own(vault: Vault) -> None:
    room = Room()
    stranger, pen = Pen(room, "joe"), Pen(room)
    pen.sees([stranger.says(VISIT)])
    with pytest.raises(ChainBroken):
        log.append_own(vault, [pen.says(VISIT).own()], AT)


def test_taking_in_twice_changes_nothing(vault: Vault) -> None:
    """Peer lesson 16."""
    room, pen = Room(), Pen(Room())
    room.join(vault)
    page = [pen.says(VISIT).arrives(1), pen.says(seen(VISIT, "once")).arrives(2)]
    assert log.take_in(vault, page, AT) == TakenIn(2, 2, 0, 0, 0, False)
    before = tables(vault)
    assert log.take_in(vault, [*page, *page], AT) == TakenIn(0, 0, 0, 0, 0, False)
    assert tables(vault) == before


def test_the_same_record_twice_in_one_page_is_kept_once(vault: Vault) -> None:
    one = Pen(Room()).says(VISIT)
    assert log.take_in(vault, [one.arrives(1), one.arrives(1)], AT).new == 1


def test_our_own_that_comes_back_only_learns_its_number(vault: Vault) -> None:
    one = Pen(Room()).says(VISIT)
    log.append_own(vault, [one.own()], AT)
    assert log.take_in(vault, [one.arrives(7)], "later").new == 0
    kept = log.entry(vault, one.id)
    assert kept is not None
    assert (kept.own, kept.server_sequence, kept.received_at) == (True, 7, AT)
    assert sending.unsent(vault) == []


def test_what_is_cited_and_has_not_come_is_waited_for(vault: Vault) -> None:
    room, pen = Room(), Pen(Room())
    room.join(vault)
    first, second, third = pen.says(VISIT), pen.says(seen(VISIT, "second")), pen.says(seen(VISIT, "third"))
    assert log.take_in(vault, [third.arrives(3)], AT).waiting == 1
    assert log.take_in(vault, [second.arrives(2)], AT).waiting == 1
    assert items.count(vault, room.id) == 0
    assert log.frontier(vault, room.id) == frozenset()
    assert log.take_in(vault, [first.arrives(1)], AT).good == 1
    assert [one.record for one in items.kept(vault, room.id)] == [first.id, second.id, third.id]
    assert log.frontier(vault, room.id) == {third.sealed.id}
    assert sending.counts(vault).waiting == 0


def test_looking_for_what_never_came_takes_no_longer_with_a_longer_log(vault: Vault) -> None:
    room, pen, other = Room(), Pen(Room()), Pen(Room(), "joe")
    room.join(vault)

    def steps() -> int:
        taken = []
        vault.set_progress_handler(lambda: taken.append(1), 1)
        try:
            assert not waiting.lacks_a_record(vault)
        finally:
            vault.set_progress_handler(None, 1)
        return len(taken)

    log.take_in(vault, [pen.says(VISIT).arrives(1)], AT)
    before = steps()
    log.take_in(vault, [other.says(seen(VISIT, f"seen {n}")).arrives(n) for n in range(2, 60)], AT)
    assert len(log.entries(vault, room.id)) == 59
    assert steps() <= before


def test_what_came_before_its_key_is_read_when_the_key_comes(vault: Vault) -> None:
    room, pen = Room(), Pen(Room())
    room.join(vault, with_key=False)
    page = [pen.says(VISIT, note(VISIT, f"words {n}")).arrives(n + 1, opened=False) for n in range(5)]
    assert log.take_in(vault, page, AT).waiting == 5
    assert waiting.wake(vault) == 0
    room.give_key(vault)
    while waiting.wake(vault):
        pass
    assert items.count(vault, room.id) == 10
    assert len(search.find(vault, "words")) == 5
    assert [one.server_sequence for one in log.entries(vault, room.id)] == [1, 2, 3, 4, 5]


def test_a_long_chain_wakes_in_slices(vault: Vault) -> None:
    room, pen = Room(), Pen(Room())
    room.join(vault)
    first, *rest = [pen.says(seen(VISIT, f"words {n}")) for n in range(50)]
    log.take_in(vault, [one.arrives() for one in rest], AT)
    assert sending.counts(vault).waiting == 49
    log.take_in(vault, [first.arrives()], AT)
    while waiting.wake(vault, 7):
        pass
    assert items.count(vault, room.id) == 50
    assert tables(vault)["missing"] == []


def test_a_slice_is_not_longer_than_asked_for(vault: Vault) -> None:
    room, pen = Room(), Pen(Room())
    room.join(vault, with_key=False)
    log.take_in(vault, [pen.says(seen(VISIT, f"words {n}")).arrives(opened=False) for n in range(20)], AT)
    room.give_key(vault)
    assert waiting.wake(vault, 7) == 7
    assert items.count(vault, room.id) == 7
    assert log.take_in(vault, [], AT).more


def test_an_item_of_a_newer_kind_is_kept_and_understood_after_an_update(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, pen = Room(), Pen(Room())
    room.join(vault)
    new, after = pen.says(VISIT), pen.says(seen(VISIT, "after"))

    def not_yet(raw: bytes) -> None:
        raise NotUnderstood("content")

    with monkeypatch.context() as older:
        older.setattr(reading, "decode_entry", not_yet)
        arrived = new.arrives(1)
    assert (arrived.state, arrived.reason) == ("not_understood", "content")
    log.take_in(vault, [arrived, after.arrives(2)], AT)
    assert sending.counts(vault).not_understood == 1
    assert [one.record for one in items.kept(vault, room.id)] == [after.id]
    rebuilding.rebuild(vault)
    assert sending.counts(vault).not_understood == 0
    assert [one.record for one in items.kept(vault, room.id)] == [new.id, after.id]


def test_what_is_not_understood_is_cited_by_those_who_come_after(vault: Vault) -> None:
    room, pen = Room(), Pen(Room())
    newer = replace(pen.says(VISIT).arrives(1), state="not_understood", reason="version", entry=None)
    log.take_in(vault, [newer], AT)
    assert log.frontier(vault, room.id) == {bytes.fromhex(newer.id)}


def test_what_does_not_open_is_set_apart_and_blocks_nothing(vault: Vault) -> None:
    room, pen = Room(), Pen(Room())
    room.join(vault)
    bad, after = pen.says(VISIT), pen.says(seen(VISIT, "after"))
    wrong = reading.record(read_record(bad.sealed.signed), bad.sealed.beside, bytes(32), 1)
    assert (wrong.state, wrong.reason) == ("quarantined", "commitment")
    taken = log.take_in(vault, [wrong, after.arrives(2)], AT)
    assert (taken.quarantined, taken.good) == (1, 1)
    assert [(one.id, one.reason) for one in log.set_apart(vault)] == [(bad.id, "commitment")]
    assert log.set_apart(vault)[0].signed == bad.sealed.signed
    assert [one.record for one in items.kept(vault, room.id)] == [after.id]
    assert log.frontier(vault, room.id) == {after.sealed.id}


def test_a_forged_copy_that_comes_first_does_not_keep_the_right_one_out(vault: Vault) -> None:
    room, pen = Room(), Pen(Room())
    room.join(vault)
    right = pen.says(VISIT)
    forged = reading.unproven(room.id, What.RECORD, right.sealed.signed[:-1] + b"\0", right.sealed.beside, "signature")
    assert forged.id != right.id
    assert log.take_in(vault, [forged], AT).quarantined == 1
    assert log.take_in(vault, [right.arrives(1)], AT).good == 1
    assert items.count(vault, room.id) == 1
    assert len(log.set_apart(vault)) == 1


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"sequence": 3}, "chain"),
        ({"sequence": 2, "incarnation": bytes(16)}, "chain"),
        ({"sequence": 2, "device": bytes(32)}, "chain"),
        ({"sequence": 2, "stream": bytes(16)}, "stream"),
    ],
)
def test_a_record_that_does_not_follow_what_it_cites_is_set_apart(
    vault: Vault, wrong: dict[str, object], reason: str
) -> None:
    pen = Pen(Room())
    first = pen.says(VISIT)
    second = pen.write(pen.entry(VISIT), **wrong)
    log.take_in(vault, [first.arrives(1)], AT)
    arrival = replace(second.arrives(2), entry=pen.entry(VISIT), state="good", reason="")
    log.take_in(vault, [arrival], AT)
    assert [(one.id, one.reason) for one in log.set_apart(vault)] == [(second.id, reason)]


def test_a_chain_does_not_begin_in_the_middle(vault: Vault) -> None:
    pen = Pen(Room())
    first = pen.says(VISIT)
    arrival = replace(pen.says(VISIT).arrives(2), previous="", deps=())
    log.take_in(vault, [first.arrives(1), arrival], AT)
    assert [one.reason for one in log.set_apart(vault)] == ["chain"]


def test_a_record_taken_in_can_be_set_apart_later_and_stays_in_the_log(vault: Vault) -> None:
    room, pen, other = Room(), Pen(Room()), Pen(Room(), "joe")
    room.join(vault)
    lost, ours = pen.says(VISIT, note(VISIT, "from a lost laptop")), other.says(seen(VISIT, "ours"))
    log.take_in(vault, [lost.arrives(1), ours.arrives(2)], AT)
    rebuilding.quarantine(vault, lost.id, "revoked")
    assert [one.record for one in items.kept(vault, room.id)] == [ours.id]
    assert search.find(vault, "lost") == []
    assert search.find(vault, "ours") != []
    assert [(one.id, one.reason) for one in log.set_apart(vault)] == [(lost.id, "revoked")]
    assert log.frontier(vault, room.id) == {ours.sealed.id}
    before = tables(vault)
    rebuilding.rebuild(vault)
    assert tables(vault) == before


def test_statements_are_kept_beside_the_records_in_the_servers_order(vault: Vault) -> None:
    room, pen = Room(), Pen(Room())
    signed = read_record(pen.says(VISIT).sealed.signed).signed
    grant = replace(reading.statement(signed, room.id, 1), what=What.GRANT)
    one = Pen(room, "joe").says(VISIT)
    log.take_in(vault, [grant, one.arrives(2)], AT)
    assert [entry.id for entry in log.entries(vault, room.id)] == [grant.id, one.id]
    assert [(entry.id, entry.signed) for entry in log.statements(vault, room.id)] == [(grant.id, signed.raw)]
    assert [entry.id for entry in log.entries(vault, room.id, after=1)] == [one.id]
    assert log.frontier(vault, room.id) == {one.sealed.id}


def test_the_cursor_never_passes_what_was_not_kept(vault: Vault) -> None:
    """Peer lesson 12."""
    room, pen = Room(), Pen(Room())
    room.join(vault)
    one = pen.says(VISIT)

    def broken_off() -> None:
        with change(vault):
            log.take_in(vault, [one.arrives(1)], AT)
            streams.move(vault, room.id, 1, "head")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        broken_off()
    stream = streams.stream(vault, room.id)
    assert stream is not None
    assert stream.cursor == 0
    assert log.entry(vault, one.id) is None
    assert items.count(vault, room.id) == 0


def test_a_number_given_twice_does_not_take_either_record_away(vault: Vault) -> None:
    room = Room()
    room.join(vault)
    one, clone = Pen(room).says(VISIT), Pen(room).says(seen(VISIT, "on the other laptop"))
    log.take_in(vault, [one.arrives(1), clone.arrives(2)], AT)
    assert items.count(vault, room.id) == 2
    assert log.frontier(vault, room.id) == {one.sealed.id, clone.sealed.id}


def test_who_signed_what_and_when_is_told_with_what_the_server_has(
    vault: Vault, new_vault: Callable[[], Vault]
) -> None:
    room, pen = Room(), Pen(Room())
    room.join(vault)
    first, second = (
        pen.says(VISIT, at="2026-03-02T15:00:00+00:00"),
        pen.says(at="2026-03-03T09:00:00+00:00", kind="make_of_it"),
    )
    log.append_own(vault, [first.own(), second.own()], AT)
    sending.acknowledge(vault, {first.id: 1})
    assert [one.on_server for one in log.signed_entries(vault, room.id)] == [False, False]
    with change(vault):
        vault.execute("INSERT INTO receipt VALUES (?, 1, 'head', 0, x'00')", (room.id,))
    told = log.signed_entries(vault, room.id)
    assert [(one.record, one.kind, one.at, one.by, one.on_server) for one in told] == [
        (first.id, "visit", "2026-03-02T15:00:00+00:00", pen.member, True),
        (second.id, "make_of_it", "2026-03-03T09:00:00+00:00", pen.member, False),
    ]
    assert log.signed_entries(new_vault(), room.id) == []
