"""A page by keyboard: Return presses the button that has the focus, once, wherever the button stands."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.office.screens import shown
from visitapp.ui.kit.page import Page
from visitapp.ui.kit.press import Button, PrimaryButton


@pytest.fixture
def page(qtbot: QtBot, theme: object) -> Page:
    page = Page("Sign: what happened")
    page.add(Button("Write up"))
    page.set_foot(PrimaryButton("Sign"))
    return shown(qtbot, page)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_every_button_is_pressed_with_return_as_with_space(qtbot: QtBot, page: Page, key: Qt.Key) -> None:
    for button in page.findChildren(Button):
        button.setFocus()
        with qtbot.waitSignal(button.clicked):
            qtbot.keyClick(button, key)


def test_a_key_that_is_held_down_presses_nothing_on_the_page_after(page: Page) -> None:
    pressed: list[bool] = []
    for button in page.findChildren(Button):
        button.clicked.connect(pressed.append)
        button.setFocus()
        held = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, 0, 0, 0, "", autorep=True
        )
        QApplication.sendEvent(button, held)
    assert pressed == []
