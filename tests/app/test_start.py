"""What each command loads: replay, import and serve start without Qt, the desktop without the server's libraries."""

import subprocess
import sys

import pytest

LOADED = "import sys; print('\\n'.join(sorted({name.split('.')[0] for name in sys.modules})))"


def loaded(module: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"import {module}; {LOADED}"], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


@pytest.mark.parametrize("module", ["visitapp.app.replay", "visitapp.app.imports", "visitapp.app.serve"])
def test_commands_without_a_window_start_without_qt(module: str):
    assert not {one for one in loaded(module) if one.startswith(("PySide", "shiboken"))}


def test_the_desktop_starts_without_the_servers_libraries():
    assert not loaded("visitapp.app.desktop") & {"fastapi", "uvicorn", "sqlalchemy", "alembic", "psycopg"}


def test_replay_needs_no_vault_and_no_network():
    assert not loaded("visitapp.app.replay") & {"sqlcipher3", "httpx"}


def test_the_command_line_itself_loads_nothing_heavy():
    assert not loaded("visitapp.app.commands") & {"PySide6", "fastapi", "sqlcipher3", "httpx", "yaml"}
