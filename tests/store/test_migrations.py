"""Migrations: from every released version to the same tables as a fresh vault, each step whole, none ever edited."""

import json
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from visitapp.errors import VaultTooNew
from visitapp.store import migrations
from visitapp.store.change import change
from visitapp.store.connection import Connection, Error, connect
from visitapp.store.migrations import MIGRATIONS, upgrade, version
from visitapp.store.opening import Vault

RELEASED: list[str] = json.loads((Path(__file__).parent / "released.json").read_text(encoding="utf-8"))


def _bare(path: Path) -> Connection:
    db: Connection = connect(path, isolation_level=None)
    db.execute(f"PRAGMA key = \"x'{bytes(32).hex()}'\"")
    return db


def _schema(db: Connection) -> list[tuple[str, str, str]]:
    rows = db.execute("SELECT type, name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name").fetchall()
    return [(kind, name, " ".join(sql.split())) for kind, name, sql in rows]


def _at_version(path: Path, number: int) -> Connection:
    """A vault as the program of that version made it."""
    db = _bare(path)
    for statements in MIGRATIONS[:number]:
        for statement in statements:
            db.execute(statement)
    db.execute(f"PRAGMA user_version = {number}")
    return db


def _hash(statements: tuple[str, ...]) -> str:
    return sha256("\n;\n".join(statements).encode()).hexdigest()


def test_a_released_step_is_never_edited() -> None:
    assert [_hash(statements) for statements in MIGRATIONS[: len(RELEASED)]] == RELEASED


@pytest.mark.parametrize("number", range(len(MIGRATIONS) + 1))
def test_every_version_becomes_what_a_fresh_vault_is(
    tmp_path: Path, new_vault: Callable[[], Vault], number: int
) -> None:
    old = _at_version(tmp_path / "old.db", number)
    assert upgrade(old) == number
    fresh = new_vault()
    assert _schema(old) == _schema(fresh)
    assert version(old) == version(fresh) == len(MIGRATIONS)
    assert old.execute("PRAGMA application_id").fetchone() == fresh.execute("PRAGMA application_id").fetchone()
    old.close()


def test_a_second_time_there_is_nothing_to_do(vault: Vault) -> None:
    before = vault.total_changes
    assert upgrade(vault) == len(MIGRATIONS)
    assert vault.total_changes == before


def test_a_newer_vault_is_refused_unchanged(vault: Vault) -> None:
    vault.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = _schema(vault)
    with pytest.raises(VaultTooNew):
        upgrade(vault)
    assert _schema(vault) == before


def test_a_step_that_fails_half_way_leaves_the_version_before(vault: Vault, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _schema(vault)
    broken = ("CREATE TABLE later (id TEXT)", "INSERT INTO nowhere VALUES (1)")
    monkeypatch.setattr(migrations, "MIGRATIONS", (*MIGRATIONS, broken))
    with pytest.raises(Error, match="nowhere"):
        upgrade(vault)
    assert _schema(vault) == before
    assert version(vault) == len(MIGRATIONS)
    with change(vault):
        vault.execute("CREATE TABLE proves_that_no_transaction_is_open (id TEXT)")
