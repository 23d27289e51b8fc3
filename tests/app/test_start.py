"""What each command loads: replay, import and serve start without Qt, the desktop without the server's libraries."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.office.starting import APPLICATION

LOADED = "import sys; print('\\n'.join(sorted({name.split('.')[0] for name in sys.modules})))"


def loaded(module: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import {module}; {LOADED}"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize(
    "module", ["visitapp.app.replay", "visitapp.app.bankcheck", "visitapp.app.imports", "visitapp.app.serve"]
)
def test_commands_without_a_window_start_without_qt(module: str):
    assert not {one for one in loaded(module) if one.startswith(("PySide", "shiboken"))}


def test_the_desktop_starts_without_the_servers_libraries():
    assert not loaded("visitapp.app.desktop") & {"fastapi", "uvicorn", "sqlalchemy", "alembic", "psycopg"}


@pytest.mark.parametrize("module", ["visitapp.app.replay", "visitapp.app.bankcheck"])
def test_replay_and_bank_need_no_vault_and_no_network(module: str):
    assert not loaded(module) & {"sqlcipher3", "httpx"}


def test_the_command_line_itself_loads_nothing_heavy():
    assert not loaded("visitapp.app.commands") & {"PySide6", "fastapi", "sqlcipher3", "httpx", "yaml"}


BEHIND = (
    "visitapp.store", "visitapp.records", "visitapp.crypto", "visitapp.sync", "visitapp.questions", "visitapp.exchange",
    "visitapp.actions.session", "visitapp.app.places", "visitapp.app.verbs", "visitapp.app.newcomer",
    "visitapp.ui.shell.furniture", "visitapp.ui.kit.page", "visitapp.ui.cover", "visitapp.ui.lock",
    "visitapp.domain.case",
    "sqlcipher3", "cryptography", "httpx", "cbor2", "cel_expr_python", "yaml", "concurrent.futures",
)  # fmt: skip


def test_the_unlock_page_is_painted_without_what_lies_behind_it(tmp_path: Path):
    (tmp_path / "profiles" / "default").mkdir(parents=True)
    (tmp_path / "profiles" / "default" / "vault.key").touch()
    done = subprocess.run(
        [sys.executable, "-c", APPLICATION, str(tmp_path), "modules"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=True,
    )
    painted, modules = done.stdout.splitlines()
    loaded_by_then = modules.split()
    assert painted == "painted"
    assert "visitapp.ui.unlock.page" in loaded_by_then
    assert [one for one in loaded_by_then if any(one == name or one.startswith(name + ".") for name in BEHIND)] == []
