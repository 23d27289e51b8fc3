"""Streams, cursors and receipts; and the small facts of this laptop alone."""

from visitapp.records.receipts import Receipt
from visitapp.store import local, streams
from visitapp.store.local import LastSync
from visitapp.store.opening import Vault
from visitapp.store.streams import ReceiptHead, Stream

CASE, OFFICE = "0a" * 16, "0b" * 16


def _receipt(sequence: int, head: bytes = b"\7" * 32, at: int = 1) -> Receipt:
    return Receipt(b"\1" * 32, b"\2" * 16, b"\3" * 32, bytes.fromhex(CASE), sequence, head, at, b"signed %d" % sequence)


def test_streams_are_kept_by_kind(vault: Vault) -> None:
    assert streams.organisation(vault) == ""
    streams.keep(vault, Stream(id=CASE, kind="case", epoch="e"))
    streams.keep(vault, Stream(id=OFFICE, kind="organisation"))
    assert streams.cases(vault) == (CASE,)
    assert streams.organisation(vault) == OFFICE
    assert [one.id for one in streams.everything(vault)] == [CASE, OFFICE]
    assert streams.stream(vault, "00" * 16) is None


def test_cursor_and_members_move_apart(vault: Vault) -> None:
    streams.keep(vault, Stream(id=CASE, kind="case", epoch="e1", members="m1"))
    streams.move(vault, CASE, 12, "head")
    streams.changed_members(vault, CASE, "e2", "m2")
    assert streams.stream(vault, CASE) == Stream(id=CASE, kind="case", cursor=12, head="head", epoch="e2", members="m2")


def test_receipts_are_kept_for_ever_and_the_first_of_a_number_holds(vault: Vault) -> None:
    assert streams.highest_receipt(vault, CASE) is None
    for sequence in (3, 12, 7):
        streams.keep_receipt(vault, _receipt(sequence, at=sequence))
    streams.keep_receipt(vault, _receipt(7, b"\0" * 32))
    assert streams.highest_receipt(vault, CASE) == ReceiptHead(12, ("07" * 32), 12)
    assert streams.receipt_at(vault, CASE, 7) == ReceiptHead(7, ("07" * 32), 7)
    assert streams.receipt_at(vault, CASE, 8) is None
    assert vault.execute("SELECT signed FROM receipt ORDER BY sequence").fetchall() == [
        (b"signed 3",),
        (b"signed 7",),
        (b"signed 12",),
    ]


def test_the_list_of_changes_is_followed_from_where_it_was_left(vault: Vault) -> None:
    assert streams.changes_seen(vault) == 0
    streams.saw_changes(vault, 41)
    assert streams.changes_seen(vault) == 41


def test_what_was_copied_is_remembered_from_the_first_time(vault: Vault) -> None:
    local.mark_copied(vault, CASE, "visit", "child", "15:00")
    local.mark_copied(vault, CASE, "visit", "plan", "15:01")
    local.mark_copied(vault, CASE, "visit", "child", "15:02")
    assert local.copied(vault, "visit") == {"child": "15:00", "plan": "15:01"}
    assert local.copied(vault, "another") == {}


def test_when_a_case_was_opened_and_the_last_sync_are_remembered(vault: Vault) -> None:
    assert local.opened(vault) == {}
    local.mark_opened(vault, CASE, "15:00")
    local.mark_opened(vault, CASE, "16:00")
    assert local.opened(vault) == {CASE: "16:00"}
    assert local.last_sync(vault) is None
    local.keep_last_sync(vault, LastSync(at="16:00", done="15:00", problem="offline"))
    assert local.last_sync(vault) == LastSync(at="16:00", done="15:00", problem="offline")
