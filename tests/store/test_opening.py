"""Opening the vault: only with its key, only one at a time, and every way in which it can fail is told apart."""

import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlcipher3

from tests.store.conftest import KEY
from tests.store.pen import Pen, Room, contact, note
from visitapp.errors import Refused, VaultDamaged, VaultInUse, VaultMissing, VaultTooNew
from visitapp.store import items, log, waiting
from visitapp.store.migrations import MIGRATIONS, version
from visitapp.store.opening import PAGE, check, create, open_vault, vault_file

MARKER = "Quince-marmalade-under-the-stairs"
BARE = """
import sys, sqlcipher3
db = sqlcipher3.connect(sys.argv[1])
db.execute("PRAGMA key = \\"x'" + sys.argv[2] + "'\\"")
print(db.execute("SELECT words FROM said").fetchall())
print(db.execute("SELECT type, kind, content FROM item_told").fetchall())
print(db.execute("SELECT said.item FROM said_words JOIN said ON said.n = said_words.rowid "
                 "WHERE said_words MATCH 'marmalade'").fetchall())
"""


@pytest.fixture
def written(profile: Path) -> Path:
    """The file of a closed vault with a visit in it."""
    db = create(profile, KEY)
    room = Room()
    room.join(db)
    pen, visit = Pen(room), contact("first")
    records = [pen.says(visit, *(note(visit, f"{MARKER} {n} {word * 400}") for n, word in enumerate("abcdefgh")))]
    records += [pen.says(contact(f"visit {n}")) for n in range(200)]
    log.append_own(db, [one.own() for one in records], "2026-03-02T15:00:00+00:00")
    while waiting.wake(db):
        pass
    db.close()
    return vault_file(profile)


def _refused(profile: Path, error: type[Exception], key: bytes = KEY) -> None:
    """Opening fails with this error and leaves the file as it was."""
    file = vault_file(profile)
    before = file.read_bytes()
    with pytest.raises(error):
        open_vault(profile, key)
    assert file.read_bytes() == before
    assert sorted(one.name for one in profile.iterdir()) in ([file.name], ["lock", file.name])


def test_a_bare_script_with_the_raw_key_reads_it(written: Path) -> None:
    ran = subprocess.run([sys.executable, "-c", BARE, written, KEY.hex()], capture_output=True, text=True, check=True)
    words, told, found = ran.stdout.splitlines()
    assert MARKER in words
    assert "contact" in told
    assert found != "[]"


def test_the_file_holds_nothing_in_plain(written: Path) -> None:
    raw = written.read_bytes()
    assert MARKER.encode() not in raw
    assert not raw.startswith(b"SQLite format 3")


def test_plain_sqlite_cannot_read_it(written: Path) -> None:
    db = sqlite3.connect(written)
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        db.execute("SELECT count(*) FROM sqlite_master")
    db.close()


def test_a_wrong_key_cannot_read_it(written: Path, capfd: pytest.CaptureFixture[str]) -> None:
    db = sqlcipher3.connect(written)
    db.execute("PRAGMA cipher_log_level = NONE")
    db.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
    with pytest.raises(sqlcipher3.DatabaseError, match="not a database"):
        db.execute("SELECT count(*) FROM sqlite_master")
    db.close()
    _refused(written.parent, VaultDamaged, bytes(32))
    assert capfd.readouterr() == ("", "")


def test_a_key_has_32_bytes(profile: Path, written: Path) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        open_vault(profile, KEY[:-1])


def test_a_profile_without_a_vault_is_missing_one(profile: Path) -> None:
    with pytest.raises(VaultMissing):
        open_vault(profile, KEY)
    profile.mkdir()
    with pytest.raises(VaultMissing):
        open_vault(profile, KEY)
    assert list(profile.iterdir()) == []


def test_what_was_written_is_there_when_it_is_opened_again(profile: Path, written: Path) -> None:
    db = open_vault(profile, KEY)
    assert items.count(db, Room().id) == 209
    assert check(db)
    assert version(db) == len(MIGRATIONS)
    db.close()


def test_no_vault_is_made_over_another(profile: Path, written: Path) -> None:
    before = written.read_bytes()
    with pytest.raises(Refused) as refused:
        create(profile, bytes(32))
    assert refused.value.message == "store.exists"
    assert written.read_bytes() == before


def test_a_vault_half_made_when_the_power_went_is_none(profile: Path) -> None:
    profile.mkdir()
    (profile / "vault.db.part").write_bytes(bytes(5000))
    (profile / "vault.db.part-journal").write_bytes(b"left over")
    with pytest.raises(VaultMissing):
        open_vault(profile, KEY)
    db = create(profile, KEY)
    assert version(db) == len(MIGRATIONS)
    db.close()
    assert sorted(one.name for one in profile.iterdir()) == ["lock", "vault.db"]


DAMAGE: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda raw: b"",
    "one page cut off": lambda raw: raw[:-PAGE],
    "half of it": lambda raw: raw[: len(raw) // 2 // PAGE * PAGE],
    "one page left": lambda raw: raw[:PAGE],
    "not whole pages": lambda raw: raw[:-100],
    "one bit of the first page": lambda raw: raw[:100] + bytes([raw[100] ^ 1]) + raw[101:],
    "the salt": lambda raw: bytes(16) + raw[16:],
    "zeros": lambda raw: bytes(len(raw)),
    "something else": lambda raw: b"%PDF-1.7" + bytes(2 * PAGE - 8),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_file_is_told_as_damaged_and_stays_as_it_is(profile: Path, written: Path, damage: str) -> None:
    written.write_bytes(DAMAGE[damage](written.read_bytes()))
    (profile / "lock").unlink()
    _refused(profile, VaultDamaged)


def test_a_plain_database_in_its_place_is_damage(profile: Path, written: Path) -> None:
    written.unlink()
    db = sqlite3.connect(written)
    db.execute("CREATE TABLE entry (id)")
    db.commit()
    db.close()
    _refused(profile, VaultDamaged)


def test_a_damaged_page_is_told_when_it_is_read_and_the_file_stays_as_it_is(profile: Path, written: Path) -> None:
    raw = written.read_bytes()
    places = range(PAGE, len(raw), PAGE)
    late = 0
    for place in places:
        written.write_bytes(raw[: place + 7] + bytes([raw[place + 7] ^ 0x20]) + raw[place + 8 :])
        before = written.read_bytes()
        try:
            db = open_vault(profile, KEY)
        except VaultDamaged:
            pass
        else:
            late += 1
            assert not check(db)
            db.close()
        assert written.read_bytes() == before
    assert 50 < late < len(places)


def test_reading_a_damaged_page_raises_the_vaults_own_error(profile: Path, written: Path) -> None:
    raw = written.read_bytes()
    # All but what opening itself must read: the pages of the schema come first.
    written.write_bytes(raw[: 30 * PAGE] + bytes(len(raw) - 30 * PAGE))
    before = written.read_bytes()
    db = open_vault(profile, KEY)
    with pytest.raises(VaultDamaged):
        items.kept(db, Room().id)
    with pytest.raises(VaultDamaged):
        log.append_own(db, [Pen(Room("other")).says(contact("x")).own()], "2026-03-02T15:00:00+00:00")
    db.close()
    assert written.read_bytes() == before


def test_a_newer_version_is_told_as_newer_and_stays_as_it_is(profile: Path, written: Path) -> None:
    db = open_vault(profile, KEY)
    db.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    db.close()
    _refused(profile, VaultTooNew)


def test_two_windows_cannot_hold_one_vault(profile: Path, written: Path) -> None:
    db = open_vault(profile, KEY)
    with pytest.raises(VaultInUse):
        open_vault(profile, KEY)
    db.close()
    db.close()
    open_vault(profile, KEY).close()


def test_another_process_cannot_hold_it_either(profile: Path, written: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom visitapp.errors import VaultInUse\n"
        "from visitapp.store.opening import open_vault\n"
        "try:\n    open_vault(Path(sys.argv[1]), bytes(range(32)))\nexcept VaultInUse:\n    print('in use')\n"
    )
    db = open_vault(profile, KEY)
    ran = subprocess.run([sys.executable, "-c", script, profile], capture_output=True, text=True, check=True)
    db.close()
    assert ran.stdout == "in use\n"


def test_a_refused_opening_gives_the_profile_free(profile: Path, written: Path) -> None:
    with pytest.raises(VaultDamaged):
        open_vault(profile, bytes(32))
    open_vault(profile, KEY).close()


def test_it_may_be_opened_on_one_thread_and_used_on_another(profile: Path, written: Path) -> None:
    db = open_vault(profile, KEY)
    counted: list[int] = []
    worker = threading.Thread(target=lambda: counted.append(items.count(db, Room().id)))
    worker.start()
    worker.join()
    db.close()
    assert counted == [209]


def test_every_setting_that_safety_rests_on_holds(profile: Path, written: Path) -> None:
    db = open_vault(profile, KEY)
    stands = {
        name: db.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "synchronous", "secure_delete", "temp_store", "foreign_keys", "trusted_schema")
    }
    config = dict(db.execute("SELECT k, v FROM said_words_config").fetchall())
    assert db.execute("PRAGMA cipher_version").fetchone()[0].startswith("4.")
    db.close()
    assert stands == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "foreign_keys": 1,
        "trusted_schema": 0,
    }
    assert config["secure-delete"] == 1


def test_nothing_is_left_in_plain_in_any_file_while_it_is_open(profile: Path, written: Path) -> None:
    db = open_vault(profile, KEY)
    room = Room("another")
    room.join(db)
    log.append_own(db, [Pen(room).says(note(contact("x"), MARKER)).own()], "2026-03-02T15:00:00+00:00")
    names = sorted(one.name for one in profile.iterdir())
    for one in profile.iterdir():
        assert MARKER.encode() not in one.read_bytes()
    db.close()
    assert "vault.db-wal" in names
