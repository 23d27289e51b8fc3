"""The one dialog for what nobody expected, and the settings that hold at once."""

import sys
import threading

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.shell.driving import Note
from visitapp.settings import Settings
from visitapp.ui.settings.page import SettingsPage
from visitapp.ui.shell.crash import CrashDialog
from visitapp.ui.shell.unexpected import Unexpected
from visitapp.ui.shell.window import Shell


def bug() -> KeyError:
    try:
        raise KeyError("Ann Hill")
    except KeyError as error:
        return error


def dialogs(shell: Shell) -> list[CrashDialog]:
    return [dialog for dialog in shell.findChildren(CrashDialog) if dialog.isVisible()]


def test_one_crash_dialog_without_content(qtbot: QtBot, shell: Shell, note: Note):
    shell.show_crash(bug())
    shell.show_crash(bug())
    assert len(dialogs(shell)) == 1
    shown = " ".join(label.text() for label in dialogs(shell)[0].findChildren(QLabel))
    assert "Ann" not in shown
    assert "KeyError" in shown
    dialogs(shell)[0].accept()
    assert dialogs(shell) == []
    assert note.isVisible()


def test_the_cover_goes_over_a_crash_dialog(qtbot: QtBot, shell: Shell, note: Note):
    shell.show_crash(bug())
    qtbot.waitUntil(dialogs(shell)[0].isActiveWindow)
    QTest.keyClick(dialogs(shell)[0], Qt.Key.Key_F9)
    assert shell.shows() == "cover"
    assert dialogs(shell) == []


def test_no_crash_dialog_over_the_cover(shell: Shell, note: Note):
    shell.cover()
    shell.show_crash(bug())
    assert dialogs(shell) == []
    shell.unlock()
    assert len(dialogs(shell)) == 1
    shell.cover()
    assert dialogs(shell) == []


def test_what_nobody_caught_comes_to_the_dialog_once(qtbot: QtBot):
    unexpected, told = Unexpected(), []
    unexpected.happened.connect(told.append)
    before = (sys.excepthook, threading.excepthook)
    unexpected.install()
    try:
        errors = [bug(), bug()]
        for error in errors:
            sys.excepthook(KeyError, error, error.__traceback__)
        assert told == errors[:1]
        thread = threading.Thread(target=lambda: 1 / 0)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: len(told) == 2)
    finally:
        unexpected.remove()
    assert isinstance(told[1], ZeroDivisionError)
    assert (sys.excepthook, threading.excepthook) == before


# Settings


def test_settings_hold_at_once(qtbot: QtBot, theme, say):
    page = SettingsPage(say, Settings())
    qtbot.addWidget(page)
    page.theme_chosen.connect(theme.set_theme)
    page.percent_chosen.connect(theme.set_percent)
    page.show()
    page.theme.buttons()[3].click()
    page.percent.buttons()[4].click()
    assert theme.name == "contrast"
    assert theme.percent == 200
    qtbot.keyClick(page.theme.buttons()[3], Qt.Key.Key_Delete)
    assert page.theme.value() != ""
    with qtbot.waitSignal(page.lock_after_chosen) as told:
        page.minutes.buttons()[2].click()
    assert told.args == [10]
