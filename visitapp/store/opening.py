"""Opening the vault: one way, with a fixed order of pragmas, and every way in which it can fail told apart.

The key is 32 random bytes and given raw, so that SQLCipher derives nothing and a bare script can open the file:

    db = sqlcipher3.connect("vault.db"); db.execute("PRAGMA key = \"x'<64 hex digits>'\"")

One connection writes and reads, on one thread at a time; it may be made on another (the unlocking) than it is used on.
"""

from pathlib import Path
from typing import Any, BinaryIO

from visitapp.errors import Refused, VaultDamaged, VaultError, VaultMissing
from visitapp.store.change import plainly, told_of_files
from visitapp.store.connection import Connection, connect
from visitapp.store.files import settle_folder
from visitapp.store.heads import heads_file
from visitapp.store.keyfile import key_file
from visitapp.store.lock import LOCK, hold
from visitapp.store.migrations import upgrade

PAGE = 4096
KEY = 32
_PLAIN = b"SQLite format 3\0"
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
    "PRAGMA busy_timeout = 5000",
    "PRAGMA cache_size = -32000",
    # Only macOS knows the difference; there a plain fsync does not reach the disk.
    "PRAGMA fullfsync = ON",
    "PRAGMA checkpoint_fullfsync = ON",
    "PRAGMA synchronous = FULL",
)


class Vault(Connection):
    """An open vault; closing it gives the profile free."""

    _held: BinaryIO | None = None

    def holds(self, lock: BinaryIO) -> None:
        """Take over the profile's lock."""
        self._held = lock

    def close(self) -> None:
        """Close the file and give the profile free. Safe to call twice."""
        super().close()
        if self._held is not None:
            self._held.close()
            self._held = None


def vault_file(profile: Path) -> Path:
    """Where a profile's vault is."""
    return profile / "vault.db"


def create(profile: Path, key: bytes) -> Vault:
    """Make an empty vault in a profile's folder, which is made too, and open it. `key`: 32 random bytes.

    Raises Refused("store.exists") where there is one, DiskFull, VaultNotWritable. A power cut leaves a whole vault or
    none.
    """
    path = vault_file(profile)
    partial = path.with_name("vault.db.part")
    try:
        profile.mkdir(mode=0o700, parents=True, exist_ok=True)
        if path.exists():
            raise Refused("store.exists")
        partial.unlink(missing_ok=True)
        partial.with_name("vault.db.part-journal").unlink(missing_ok=True)
    except OSError as problem:
        raise told_of_files(problem) from None
    with plainly():
        db = _connect(partial, key)
        try:
            upgrade(db)
        finally:
            db.close()
        partial.replace(path)
        settle_folder(profile)
    return open_vault(profile, key)


def unmake(profile: Path) -> None:
    """Take back a vault that was made a moment ago, with its key and what stands beside it. It must be closed."""
    path = vault_file(profile)
    beside = [path.with_name(path.name + more) for more in ("-wal", "-shm")]
    with plainly():
        for file in (path, *beside, heads_file(profile), key_file(profile), profile / LOCK):
            file.unlink(missing_ok=True)


def open_vault(profile: Path, key: bytes) -> Vault:
    """Open a profile's vault and bring its tables up to date.

    Raises VaultMissing, VaultInUse, VaultTooNew, VaultNotWritable, DiskFull, and VaultDamaged when the file is cut off,
    is no vault, or this key does not open it. None of these changes the file.
    """
    path = vault_file(profile)
    _look_at(path)
    lock = hold(profile)
    try:
        db = _open(path, key)
    except BaseException:
        lock.close()
        raise
    db.holds(lock)
    return db


def check(db: Connection) -> bool:
    """Whether every page is as it was written and every table is whole. Reads the whole file: seconds, not moments."""
    try:
        with plainly():
            pages = db.execute("PRAGMA cipher_integrity_check").fetchall()
            return not pages and db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    except VaultDamaged:
        return False


def _open(path: Path, key: bytes) -> Vault:
    with plainly():
        db = _connect(path, key)
        try:
            _whole(db, path)
            upgrade(db)
            if db.execute("PRAGMA journal_mode = WAL").fetchone()[0] != "wal":
                raise VaultError
        except BaseException:
            db.close()
            raise
    return db


def _connect(path: Path, key: bytes) -> Vault:
    """A connection that has proved its key, or made a new file with it."""
    if len(key) != KEY:
        raise ValueError("a vault's key has 32 bytes")
    db: Any = connect(path, isolation_level=None, check_same_thread=False, factory=Vault)
    try:
        # SQLCipher's own log goes to stderr otherwise; what is wrong is told by our errors.
        db.execute("PRAGMA cipher_log_level = NONE")
        db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        if not db.execute("PRAGMA cipher_version").fetchone():
            raise RuntimeError("this sqlcipher3 has no SQLCipher in it")
        db.execute("SELECT count(*) FROM sqlite_master").fetchone()
        for setting in _SETTINGS:
            db.execute(setting)
    except BaseException:
        db.close()
        raise
    return db  # type: ignore[no-any-return]  # sqlite3's stubs do not follow the factory


def _look_at(path: Path) -> None:
    """What can be told without the key: that the file is there, has whole pages, and is not plain SQLite."""
    try:
        with path.open("rb") as file:
            begins = file.read(len(_PLAIN))
        size = path.stat().st_size
    except FileNotFoundError:
        raise VaultMissing from None
    except OSError as problem:
        raise told_of_files(problem) from None
    if size == 0 or size % PAGE or begins == _PLAIN:
        raise VaultDamaged


def _whole(db: Connection, path: Path) -> None:
    """Raises VaultDamaged when pages are cut off the end. After a crash the newest pages may be in the WAL instead."""
    beside = path.with_name(path.name + "-wal")
    if beside.exists() and beside.stat().st_size:
        return
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    if path.stat().st_size < pages * PAGE:
        raise VaultDamaged
