"""The window as a lead sees it, and a page in it."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.shell.driving import Note
from visitapp.ui.shell.window import Shell


@pytest.fixture
def shell(qtbot: QtBot, theme, say, numbers) -> Shell:
    shell = Shell(say, lead=True, today=lambda: date(2021, 4, 9))
    shell.show_numbers(numbers)
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    qtbot.waitUntil(shell.isActiveWindow)
    return shell


@pytest.fixture
def note(qtbot: QtBot, shell: Shell) -> Note:
    note = Note()
    shell.show_place("cases", note)
    qtbot.waitUntil(note.note.control.hasFocus)
    return note
