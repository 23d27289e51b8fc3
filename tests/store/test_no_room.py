"""A full disk and a folder that takes nothing: the right sentence, and nothing that was saved is lost."""

import errno
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store.conftest import KEY
from tests.store.pen import Pen, Room, contact, named, note, tables
from visitapp.domain.contact import Paragraph
from visitapp.domain.draft import Draft
from visitapp.errors import DiskFull, VaultDamaged, VaultError, VaultNotWritable
from visitapp.store import drafts, heads, keyfile, log, search
from visitapp.store.change import change, told, told_of_files
from visitapp.store.connection import Error
from visitapp.store.files import write_whole
from visitapp.store.lock import hold
from visitapp.store.opening import Vault, check, create, open_vault, vault_file
from visitapp.words import load

AT = "2026-03-02T15:00:00+00:00"
ROOT = Path(__file__).parent.parent.parent
LONG = "She said it again and again. " * 4000


def _draft(words: str) -> Draft:
    return Draft(
        id=named("draft"), case=Room().id, kind="visit", begun=AT, contact=contact("v"), note=(Paragraph(words),)
    )


def _fill(db: Vault) -> None:
    """From now on the file may not grow: SQLite then says what it says on a full disk."""
    db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.execute(f"PRAGMA max_page_count = {pages}")


def test_a_full_disk_takes_no_draft_and_keeps_the_one_before(vault: Vault) -> None:
    drafts.save(vault, _draft("as it was"), AT)
    _fill(vault)
    with pytest.raises(DiskFull):
        drafts.save(vault, _draft(LONG), AT)
    assert drafts.load(vault, named("draft")) == _draft("as it was")
    vault.execute("PRAGMA max_page_count = 1000000")
    drafts.save(vault, _draft(LONG), AT)
    assert drafts.load(vault, named("draft")) == _draft(LONG)


def test_signing_on_a_full_disk_leaves_the_draft_and_no_half_of_a_record(vault: Vault) -> None:
    room = Room()
    room.join(vault)
    drafts.save(vault, _draft("as it was"), AT)
    _fill(vault)
    before = tables(vault)
    visit = contact("v")
    record = Pen(room).says(visit, note(visit, LONG))
    with pytest.raises(DiskFull):
        log.append_own(vault, [record.own()], AT, discard=named("draft"))
    assert tables(vault) == before
    assert drafts.load(vault, named("draft")) == _draft("as it was")
    vault.execute("PRAGMA max_page_count = 1000000")
    log.append_own(vault, [record.own()], AT, discard=named("draft"))
    assert drafts.everything(vault) == ()
    assert check(vault)


def test_what_can_be_found_is_found_on_a_full_disk(vault: Vault) -> None:
    room = Room()
    room.join(vault)
    pen, visit = Pen(room), contact("v")
    log.append_own(vault, [pen.says(visit, note(visit, "quince")).own()], AT)
    log.take_in(vault, [pen.says(note(visit, f"{n} {LONG[:2000]}")).arrives() for n in range(40)], AT)
    _fill(vault)
    assert [hit.words for hit in search.find(vault, "quince")] == ["quince"]


OUTGROW = """
import resource, signal, sys
from pathlib import Path
from tests.store.conftest import KEY
from tests.store.test_no_room import AT, LONG, _draft
from visitapp.errors import VaultError
from visitapp.store import drafts
from visitapp.store.opening import open_vault, vault_file

profile = Path(sys.argv[1])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
db = open_vault(profile, KEY)
size = vault_file(profile).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
try:
    drafts.save(db, _draft(LONG * 20), AT)
except VaultError as problem:
    print(problem.code, drafts.load(db, _draft("").id) == _draft("as it was"))
"""


def test_a_file_that_the_system_really_does_not_let_grow(profile: Path) -> None:
    """With a limit on the size of files, in a process of its own: the change fails, the vault stays whole."""
    db = create(profile, KEY)
    drafts.save(db, _draft("as it was"), AT)
    db.close()
    ran = subprocess.run([sys.executable, "-c", OUTGROW, profile], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout in ("disk-full True\n", "vault-not-writable True\n")
    db = open_vault(profile, KEY)
    assert drafts.load(db, named("draft")) == _draft("as it was")
    assert check(db)
    db.close()


@pytest.fixture
def closed_folder() -> Iterator[Path]:
    """A profile in a folder that takes no new file. The system asks nobody for leave when root runs the tests."""
    was = os.geteuid()
    with tempfile.TemporaryDirectory() as name:
        profile = Path(name) / "profile"
        profile.mkdir()
        if was == 0:
            for folder in (Path(name), profile):
                os.chown(folder, 65534, 65534)
            os.seteuid(65534)
        try:
            db = create(profile, KEY)
            drafts.save(db, _draft("as it was"), AT)
            db.close()
            (profile / "lock").unlink()
            profile.chmod(0o500)
            vault_file(profile).chmod(0o400)
            yield profile
        finally:
            profile.chmod(0o700)
            os.seteuid(was)


def test_a_folder_that_takes_nothing_is_told_and_the_vault_stays(closed_folder: Path) -> None:
    before = vault_file(closed_folder).read_bytes()
    with pytest.raises(VaultNotWritable):
        open_vault(closed_folder, KEY)
    with pytest.raises(VaultNotWritable):
        hold(closed_folder)
    with pytest.raises(VaultNotWritable):
        heads.write(closed_folder, heads.Heads(incarnation=""))
    with pytest.raises(VaultNotWritable):
        create(closed_folder / "another", KEY)
    assert vault_file(closed_folder).read_bytes() == before
    assert [one.name for one in closed_folder.iterdir()] == ["vault.db"]


def test_a_vault_that_becomes_read_only_while_it_is_open_keeps_what_it_has(vault: Vault) -> None:
    drafts.save(vault, _draft("as it was"), AT)
    vault.execute("PRAGMA query_only = ON")
    with pytest.raises(VaultNotWritable):
        drafts.save(vault, _draft("more"), AT)
    vault.execute("PRAGMA query_only = OFF")
    assert drafts.load(vault, named("draft")) == _draft("as it was")


def test_a_small_file_that_cannot_be_written_leaves_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "heads.json"
    write_whole(file, b"before")
    (tmp_path / "heads.json.part").mkdir()
    with pytest.raises(VaultNotWritable):
        write_whole(file, b"after")
    assert file.read_bytes() == b"before"


@pytest.mark.parametrize(
    ("number", "error"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EROFS, VaultNotWritable),
        (errno.EIO, VaultNotWritable),
    ],
)
def test_what_the_system_says_becomes_a_sentence(number: int, error: type[VaultError]) -> None:
    assert type(told_of_files(OSError(number, "path with a name in it"))) is error


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (13, DiskFull),
        (8, VaultNotWritable),
        (1032, VaultNotWritable),
        (778, VaultNotWritable),
        (266, VaultDamaged),
        (11, VaultDamaged),
    ],
)
def test_what_the_database_says_becomes_a_sentence(code: int, error: type[VaultError]) -> None:
    problem = Error("message with words in it")
    problem.sqlite_errorcode = code
    assert type(told(problem)) is error


def test_a_fault_of_our_own_stays_what_it_is(vault: Vault) -> None:
    with pytest.raises(Error, match="no such table"), change(vault):
        vault.execute("INSERT INTO nowhere VALUES (1)")
    assert not vault.in_transaction


def test_every_error_of_the_vault_has_its_sentence() -> None:
    say = load()
    kinds = [DiskFull, VaultNotWritable, VaultDamaged]
    for kind in kinds:
        assert say(kind.message).endswith(".")
    assert say("store.exists")


def test_a_key_file_is_not_written_by_halves(profile: Path, quick: object) -> None:
    profile.mkdir()
    (profile / "vault.key.part").mkdir()
    with pytest.raises(VaultNotWritable):
        keyfile.create(profile, "words", quick)  # type: ignore[arg-type]
    assert not keyfile.key_file(profile).exists()
