"""Reading the log again: after an update, after new tables, and days that no calendar has."""

import pytest

from tests.store.pen import Pen, Room, contact, note, seen, tables
from visitapp.errors import NotUnderstood
from visitapp.records.content import encode_entry
from visitapp.store import items, log, reading, rebuilding, search
from visitapp.store.change import change
from visitapp.store.opening import Vault

AT = "2026-03-02T15:00:00+00:00"
VISIT = contact("visit")


def test_a_rebuild_makes_the_same_tables_again(vault: Vault) -> None:
    rooms = [Room("one"), Room("two")]
    for room in rooms:
        room.join(vault)
        pen, other = Pen(room), Pen(room, "joe")
        for n in range(5):
            one = pen.says(contact(f"{room.id} {n}"), note(VISIT, f"words {n}", f"{room.id} note {n}"))
            other.sees([one])
            log.take_in(vault, [one.arrives(), other.says(seen(VISIT, f"{room.id} seen {n}")).arrives()], AT)
        log.take_in(vault, [other.says(VISIT).arrives() for _ in range(2)][1:], AT)
    before = tables(vault)
    assert before["missing"] != []
    rebuilding.rebuild(vault, rooms[0].id)
    assert tables(vault) == before
    rebuilding.rebuild(vault)
    assert tables(vault) == before
    assert len(search.find(vault, "words")) == 10


def test_an_update_reads_again_only_what_the_version_before_did_not_understand(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    rooms = [Room("one"), Room("two")]

    def not_yet(raw: bytes) -> None:
        raise NotUnderstood("content")

    for room in rooms:
        room.join(vault)
    assert not rebuilding.after_update(vault, "1.0")
    with monkeypatch.context() as older:
        older.setattr(reading, "decode_entry", not_yet)
        log.take_in(vault, [Pen(rooms[0]).says(VISIT).arrives(1)], AT)
    log.take_in(vault, [Pen(rooms[1]).says(VISIT).arrives(1)], AT)
    assert not rebuilding.after_update(vault, "1.0")
    assert items.count(vault, rooms[0].id) == 0
    assert rebuilding.after_update(vault, "1.1")
    assert items.count(vault, rooms[0].id) == 1
    assert not rebuilding.after_update(vault, "1.1")
    assert not rebuilding.after_update(vault, "1.2")


def test_new_tables_are_filled_again_from_the_log(vault: Vault) -> None:
    room = Room()
    room.join(vault)
    log.take_in(vault, [Pen(room).says(VISIT).arrives(1)], AT)
    assert not rebuilding.after_update(vault, "1.0")
    with change(vault):
        vault.execute("DELETE FROM item")
        vault.execute("UPDATE extent SET items = 0")
        vault.execute("PRAGMA user_version = 99")
    assert rebuilding.after_update(vault, "1.0")
    assert [one.item for one in items.kept(vault, room.id)] == [VISIT]


DAY = b"\x93\xcd\x07\xea\x03\x02"  # 2026-03-02


@pytest.mark.parametrize(
    ("right", "written", "states"),
    [
        (DAY, DAY, ["good", "good"]),
        (DAY, b"\x93\xcd\x27\x0f\x0c\xc0", ["good", "good"]),  # December 9999
        (DAY, b"\x93\xcd\x07\xea\x0d\x02", ["not_understood", "good"]),
        (DAY, b"\x93\xcd\x07\xea\x02\x1e", ["not_understood", "good"]),
        (DAY, b"\x93\xcd\x07\xea\xc0\x02", ["not_understood", "good"]),
        (DAY, b"\x93\xcd\x00\x00\x03\x02", ["not_understood", "good"]),
        (b"2026-03-02T15:00", b"soon, I think...", ["not_understood", "good"]),
        (b"2026-03-02T15:00", b"2026-13-02T15:00", ["not_understood", "good"]),
    ],
)
def test_a_day_that_no_calendar_has_blocks_nothing(
    vault: Vault, right: bytes, written: bytes, states: list[str]
) -> None:
    room, pen = Room(), Pen(Room())
    room.join(vault)
    entry = pen.entry(VISIT)
    raw = encode_entry(entry)
    assert right in raw
    page = [pen.write(entry, raw.replace(right, written)), pen.says(seen(VISIT, "after"))]
    log.take_in(vault, [one.arrives(number) for number, one in enumerate(page, 1)], AT)
    assert [one.state for one in log.entries(vault, room.id)] == states
    assert items.kept(vault, room.id)[-1].record == page[1].id
