"""The main job through the real windows: two profiles, a real server over HTTP, stopped and started again.

The tour is the journey: every step of it checks the screen against the vaults and the server.
"""

import json
import os
import sqlite3
from pathlib import Path

import pytest
import sqlcipher3
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from visitapp.app.desktop import Desktop
from visitapp.app.profiles import Machine, tools
from visitapp.crypto.passphrase import Argon
from visitapp.demo.people import PASSPHRASE
from visitapp.demo.tour.short import NO_REPLY, QUIET
from visitapp.demo.tour.taken import MARKER, Stage, take
from visitapp.settings import Settings
from visitapp.store import keyfile
from visitapp.ui.theme.theme import Theme
from visitapp.words import load

STEPS = (
    "01-unlock", "02-today", "03-prepare", "04-be-there", "05-covered", "06-before-you-drive", "07-write-up",
    "08-body-map", "09-accounts", "10-extra-questions", "11-reflect", "12-signed", "13-offline-waiting",
    "14-synced-receipts", "15-lead-inbox", "16-lead-reads-visit", "17-question-back", "18-next-prepare",
    "19-chronology", "20-copy-for-case-system", "21-quick-note",
    "22-body-through-time", "23-where-questions-come-from", "24-training-own-question", "25-training-asked",
    "26-team-picture", "27-what-stands-out", "28-list-of-questions", "29-question-tried",
)  # fmt: skip


@pytest.fixture(scope="session")
def taken(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The tour, taken once by each worker; the profiles and the pictures that it left."""
    work, pictures = tmp_path_factory.mktemp("profiles"), tmp_path_factory.mktemp("pictures")
    theme = Theme(qapp, "light", 100)
    held = Machine(work, work / "settings.toml", Settings(theme="light"))
    made_with = tools(load(), lambda: Argon(salt=os.urandom(16), memory_kib=64, passes=1, lanes=1))
    stage = Stage(
        app=qapp,
        folder=work,
        pictures=pictures,
        tools=made_with,
        open_window=lambda role: Desktop(theme, work / role, made_with, held),
        further=True,
    )
    take(stage)
    return work, pictures


def test_every_step_and_every_check_holds(qtbot: QtBot, taken: tuple[Path, Path]):
    told = json.loads((taken[1] / "tour.json").read_text(encoding="utf-8"))
    assert told["ok"], told.get("problem")
    names = tuple(step["name"] for step in told["steps"] if step["picture"])
    assert names == STEPS
    assert all(step["checked"] for step in told["steps"])
    assert sorted(path.name for path in taken[1].glob("*.png")) == sorted(f"{name}.png" for name in STEPS)


@pytest.mark.parametrize(("name", "most"), [("quiet-visit", QUIET), ("no-reply-visit", NO_REPLY)])
def test_the_counted_visits_stay_within_their_inputs(taken: tuple[Path, Path], name: str, most: int):
    steps = {step["name"]: step for step in json.loads((taken[1] / "tour.json").read_text(encoding="utf-8"))["steps"]}
    assert 0 < steps[name]["inputs"] <= most


def test_the_vault_is_read_by_a_bare_script_with_the_key_and_by_nothing_else(taken: tuple[Path, Path]):
    profile = taken[0] / "worker"
    key = keyfile.unlock(profile, PASSPHRASE)

    def words(key: bytes) -> list[str]:
        db = sqlcipher3.connect(str(profile / "vault.db"))
        try:
            db.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            return [row[0] for row in db.execute("SELECT words FROM said")]
        finally:
            db.close()

    assert any(MARKER in one for one in words(key))
    with pytest.raises(sqlcipher3.DatabaseError):
        words(bytes(32))
    plain = sqlite3.connect(profile / "vault.db")
    with pytest.raises(sqlite3.DatabaseError):
        plain.execute("SELECT words FROM said")
    plain.close()


def test_the_server_holds_no_word_of_any_note(taken: tuple[Path, Path]):
    for path in (taken[0] / "server").rglob("*"):
        if path.is_file():
            assert MARKER.encode() not in path.read_bytes()
            assert b"Brindle" not in path.read_bytes()
