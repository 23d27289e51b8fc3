"""The way in through the real windows: founding an organisation, inviting, joining, and what goes wrong on the way."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.office.made import PASSPHRASE
from visitapp.actions import enrol
from visitapp.app.desktop import Desktop, show
from visitapp.app.profiles import Machine, tools
from visitapp.crypto.passphrase import Argon
from visitapp.domain.organisation import Member
from visitapp.server.running import RunningServer
from visitapp.server.settings import ServerSettings
from visitapp.settings import Settings
from visitapp.ui.firstrun.checks import Founding, Joining
from visitapp.ui.firstrun.page import FirstRun
from visitapp.ui.firstrun.pages import DonePage, RecoveryPage
from visitapp.ui.shell.crash import CrashDialog
from visitapp.ui.theme.theme import Theme
from visitapp.words import load

PATIENCE = 30_000
Open = Callable[[str], Desktop]


@pytest.fixture
def server(tmp_path: Path) -> Iterator[RunningServer]:
    with RunningServer(ServerSettings(data=tmp_path / "server", port=0)) as running:
        yield running


@pytest.fixture
def open_window(qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Opens a window on a profile that may not exist yet; all are closed in the end."""
    made: list[Desktop] = []
    held = Machine(tmp_path, tmp_path / "settings.toml", Settings(theme="light"))
    theme = Theme(qapp, "light", 100)
    made_with = tools(load(), lambda: Argon(salt=os.urandom(16), memory_kib=64, passes=1, lanes=1))

    def open_(name: str) -> Desktop:
        desktop = Desktop(theme, tmp_path / name, made_with, held)
        desktop.start()
        made.append(desktop)
        return desktop

    yield open_
    for desktop in made:
        desktop.shell.close()
        desktop.shell.deleteLater()


def first_run(desktop: Desktop) -> FirstRun:
    found = desktop.shell.findChild(FirstRun)
    assert found is not None
    return found


def founded(qtbot: QtBot, desktop: Desktop, server: RunningServer) -> None:
    page = first_run(desktop)
    page.found_wanted.emit(Founding("Larchbrook", "Sam Lee", server.address, server.setup_code, PASSPHRASE, PASSPHRASE))
    qtbot.waitUntil(lambda: isinstance(page.currentWidget(), RecoveryPage), timeout=PATIENCE)
    page.recovery_kept.emit()
    qtbot.waitUntil(lambda: isinstance(page.currentWidget(), DonePage), timeout=PATIENCE)
    with qtbot.waitSignal(desktop.ready, timeout=PATIENCE):
        page.finished.emit()


def in_vault(qtbot: QtBot, desktop: Desktop, work: Callable[[], object]) -> object:
    found: list[object] = []
    desktop.background.run(work, found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=PATIENCE)
    return found[0]


def test_found_invite_and_join(qtbot: QtBot, server: RunningServer, open_window: Open):
    lead = open_window("lead")
    founded(qtbot, lead, server)
    assert lead.session.who.role == "lead"
    code = in_vault(qtbot, lead, lambda: enrol.invite(lead.session, "Asha Reed", "worker", "Social worker"))
    with qtbot.waitSignal(lead.syncer.told, timeout=PATIENCE):
        lead.sync()
    worker = open_window("worker")
    page = first_run(worker)
    page.join_wanted.emit(Joining(server.address, code, PASSPHRASE, PASSPHRASE))
    qtbot.waitUntil(lambda: page.currentWidget() is page.waiting, timeout=PATIENCE)
    qtbot.waitUntil(lambda: worker.background.waiting == 0, timeout=PATIENCE)
    with qtbot.waitSignal(lead.syncer.told, timeout=PATIENCE):
        lead.sync()
    page.look_again.emit()
    qtbot.waitUntil(lambda: isinstance(page.currentWidget(), DonePage), timeout=PATIENCE)
    with qtbot.waitSignal(worker.ready, timeout=PATIENCE):
        page.finished.emit()
    assert worker.session.who.name == "Asha Reed"
    names = in_vault(qtbot, worker, lambda: {one.name for one in worker.session.organisation().of(Member)})
    assert names == {"Sam Lee", "Asha Reed"}


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (lambda address: Joining(address, "not a code", PASSPHRASE, PASSPHRASE), "records.invite_mistyped"),
        (lambda _: Joining("http://example.org", "X", PASSPHRASE, PASSPHRASE), None),
        (lambda address: Joining(address, "X", "short", "short"), "enrol.passphrase_short"),
    ],
)
def test_what_is_typed_wrongly_is_told_and_leaves_an_empty_profile(
    qtbot: QtBot, server: RunningServer, open_window: Open, tmp_path: Path, typed: Callable[[str], Joining], says: str
):
    desktop = open_window("worker")
    page = first_run(desktop)
    told: list[str] = []
    page.show_failed = told.append
    page.join_wanted.emit(typed(server.address))
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told[0].strip()
    if says == "records.invite_mistyped":
        assert told[0] == load()(says)
    assert not (tmp_path / "worker" / "vault.db").exists()


def test_a_server_that_is_not_there_is_told(qtbot: QtBot, open_window: Open, tmp_path: Path):
    desktop = open_window("lead")
    page = first_run(desktop)
    told: list[str] = []
    page.show_failed = told.append
    page.found_wanted.emit(Founding("L", "Sam", "http://127.0.0.1:9", "X", PASSPHRASE, PASSPHRASE))
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert told[0] == load()("error.offline")
    assert not (tmp_path / "lead" / "vault.db").exists()


def test_a_fault_in_the_window_comes_to_the_one_dialog_without_words(
    qapp: QApplication, tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    """In what a click or a timer calls, nobody but Qt is there to catch it."""
    held = Machine(tmp_path, tmp_path / "settings.toml", Settings(theme="light"))
    desktop = Desktop(Theme(qapp, "light", 100), tmp_path / "new", tools(load()), held)
    shown: list[str] = []

    def faulty() -> None:
        raise KeyError("Ann Marlowe")

    def look() -> None:
        for dialog in desktop.shell.findChildren(CrashDialog):
            shown.extend(label.text() for label in dialog.findChildren(QLabel))
        desktop.shell.close()

    QTimer.singleShot(0, desktop, faulty)
    QTimer.singleShot(50, desktop, look)
    assert show(qapp, desktop) == 0
    assert "KeyError" in " ".join(shown)
    assert "Marlowe" not in " ".join([*shown, *capfd.readouterr()])
