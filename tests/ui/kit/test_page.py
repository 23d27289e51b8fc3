"""A page by keyboard: Return presses the button that has the focus, once, wherever the button stands."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.office.screens import shown
from visitapp.ui.kit.fields import Area
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Page
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.question import QuestionCard
from visitapp.words import Words


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


@pytest.fixture
def asking(qtbot: QtBot, theme: object, say: Words) -> tuple[Page, QuestionCard]:
    """A page that is longer than the window, with a question in the middle."""
    page = LivePage("Before you drive away")
    card = QuestionCard(say, "face", "The face could not be seen. " * 6, ["Over it was cereal."], act_today=True)
    for part in (Area(lines=30), card, Area(lines=30), Button("Write up")):
        page.add(part)
    return shown(qtbot, page), card


def test_a_field_comes_into_view_with_the_question_that_it_answers(asking: tuple[Page, QuestionCard]) -> None:
    page, card = asking
    for before in (0, page.pane.verticalScrollBar().maximum()):
        page.pane.verticalScrollBar().setValue(before)
        page.see(card.words.control)
        assert not card.words.control.visibleRegion().isEmpty()
        assert begins_in_view(card)


def begins_in_view(card: QuestionCard) -> bool:
    (name,) = [label for label in card.findChildren(QLabel) if label.text() == "Act today"]
    return name.visibleRegion().boundingRect().height() == name.height()


def test_so_it_does_when_somebody_goes_back_to_it(qtbot: QtBot, asking: tuple[Page, QuestionCard]) -> None:
    page, card = asking
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.pane.verticalScrollBar().setValue(page.pane.verticalScrollBar().maximum())
    card.way.buttons()[0].setFocus()
    qtbot.keyClick(card.way.buttons()[0], Qt.Key.Key_Backtab)
    assert card.words.control.hasFocus()
    assert begins_in_view(card)


def test_whom_one_told_comes_into_view_when_that_is_chosen(qtbot: QtBot, asking: tuple[Page, QuestionCard]) -> None:
    page, card = asking
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.resize(page.width(), 420)
    told = card.way.buttons()[1]
    page.see(told)
    qtbot.keyClick(told, Qt.Key.Key_Space)
    whom = card.told.whom.control
    assert whom.hasFocus()
    qtbot.waitUntil(lambda: whom.visibleRegion().boundingRect().height() == whom.height())
