"""The heads outside the database: a copy that was put back is noticed, an interruption is not mistaken for one."""

from pathlib import Path

import pytest

from tests.store.conftest import KEY
from tests.store.pen import Pen, Room, contact
from visitapp.records.receipts import Receipt
from visitapp.store import heads, keys, log, streams
from visitapp.store.keys import Device
from visitapp.store.opening import Vault, create, open_vault, vault_file

AT = "2026-03-02T15:00:00+00:00"


@pytest.fixture
def pen() -> Pen:
    return Pen(Room())


def _begun(profile: Path, pen: Pen) -> Vault:
    db = create(profile, KEY)
    pen.room.join(db)
    keys.keep_device(
        db,
        Device(
            id=pen.device.hex(), member=pen.member, incarnation=pen.incarnation.hex(), signing=bytes(32),
            wrapping=bytes(96),
        ),
    )  # fmt: skip
    return db


def _sign(db: Vault, pen: Pen) -> None:
    log.append_own(db, [pen.says(contact("visit")).own()], AT)


def _receipt(db: Vault, sequence: int) -> None:
    stream = Room().stream
    streams.keep_receipt(db, Receipt(b"", b"", b"", stream, sequence, bytes([sequence]) * 32, 0, b""))


def test_the_file_says_where_every_chain_and_receipt_stands(profile: Path, pen: Pen) -> None:
    db = _begun(profile, pen)
    _sign(db, pen)
    _sign(db, pen)
    _receipt(db, 1)
    heads.write(profile, heads.of(db))
    stands = heads.read(profile)
    assert stands == heads.of(db)
    assert stands is not None
    assert stands.chains == {pen.room.id: (2, pen.previous.hex())}
    assert stands.receipts == {pen.room.id: (1, "01" * 32)}
    assert heads.check(db, stands) == "same"
    db.close()


def test_a_copy_that_was_put_back_is_behind(profile: Path, pen: Pen) -> None:
    db = _begun(profile, pen)
    _sign(db, pen)
    heads.write(profile, heads.of(db))
    db.close()
    copy = vault_file(profile).read_bytes()
    db = open_vault(profile, KEY)
    _sign(db, pen)
    heads.write(profile, heads.of(db))
    db.close()
    vault_file(profile).write_bytes(copy)
    db = open_vault(profile, KEY)
    assert heads.check(db, heads.read(profile)) == "behind"
    keys.new_incarnation(db, "ee" * 16)
    heads.write(profile, heads.of(db))
    assert heads.check(db, heads.read(profile)) == "same"
    db.close()


def test_a_copy_of_before_a_receipt_is_behind(profile: Path, pen: Pen) -> None:
    db = _begun(profile, pen)
    _receipt(db, 4)
    heads.write(profile, heads.of(db))
    db.execute("DELETE FROM receipt")
    _receipt(db, 3)
    assert heads.check(db, heads.read(profile)) == "behind"
    db.close()


def test_a_copy_of_before_the_last_incarnation_is_behind(profile: Path, pen: Pen) -> None:
    db = _begun(profile, pen)
    keys.new_incarnation(db, "ee" * 16)
    heads.write(profile, heads.of(db))
    keys.new_incarnation(db, pen.incarnation.hex())
    assert heads.check(db, heads.read(profile)) == "behind"
    db.close()


def test_an_interruption_before_the_file_was_written_is_no_restore(profile: Path, pen: Pen) -> None:
    db = _begun(profile, pen)
    _sign(db, pen)
    heads.write(profile, heads.of(db))
    _sign(db, pen)
    _receipt(db, 1)
    assert heads.check(db, heads.read(profile)) == "same"
    db.close()


def test_another_record_under_a_known_number_is_behind_too(profile: Path, pen: Pen) -> None:
    db = _begun(profile, pen)
    _sign(db, pen)
    stands = heads.of(db)
    other = heads.Heads(incarnation=stands.incarnation, chains={pen.room.id: (1, "00" * 32)})
    assert heads.check(db, other) == "behind"
    db.close()


@pytest.mark.parametrize("raw", [None, b"", b"{", b"[]", b'{"incarnation": 3}', b'{"incarnation": "a", "version": 2}'])
def test_without_a_file_nobody_can_tell_and_records_of_our_own_count_as_behind(
    profile: Path, pen: Pen, raw: bytes | None
) -> None:
    db = _begun(profile, pen)
    if raw is not None:
        heads.heads_file(profile).write_bytes(raw)
    assert heads.read(profile) is None
    assert heads.check(db, heads.read(profile)) == "same"
    _sign(db, pen)
    assert heads.check(db, heads.read(profile)) == "behind"
    db.close()


def test_the_file_is_put_in_place_in_one_step(profile: Path, pen: Pen) -> None:
    db = _begun(profile, pen)
    heads.write(profile, heads.of(db))
    names = {one.name for one in profile.iterdir()}
    assert "heads.json" in names
    assert not any(name.endswith(".part") for name in names)
    db.close()


def test_what_others_wrote_is_not_in_it(profile: Path, pen: Pen) -> None:
    db = _begun(profile, pen)
    log.take_in(db, [Pen(Room(), "joe").says(contact("visit")).arrives(1)], AT)
    assert heads.of(db).chains == {}
    db.close()
