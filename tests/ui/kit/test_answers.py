"""Choosing and answering by keyboard and by mouse: what comes out, and that showing a value sends nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QRadioButton
from pytestqt.qtbot import QtBot

from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.question import Given, QuestionCard

OPTIONS = [("yes", "Yes"), ("no", "No"), ("unknown", "Not known")]


@pytest.fixture
def choice(qtbot: QtBot, theme) -> Choice:
    choice = Choice("Was Ann seen?", OPTIONS)
    qtbot.addWidget(choice)
    choice.show()
    return choice


def test_showing_a_choice_sends_nothing(qtbot: QtBot, choice: Choice):
    with qtbot.assertNotEmitted(choice.chosen):
        choice.set_value("no")
        choice.set_value("")
    assert choice.value() == ""


def test_arrows_choose_and_delete_takes_away(qtbot: QtBot, choice: Choice):
    told: list[str] = []
    choice.chosen.connect(told.append)
    first, second, _ = choice.buttons()
    qtbot.keyClick(first, Qt.Key.Key_Space)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    qtbot.keyClick(second, Qt.Key.Key_Delete)
    assert told == ["yes", "no", ""]
    assert choice.value() == ""


def test_arrows_pass_by_no_answer_where_the_row_wraps(qtbot: QtBot, theme):
    words = ("Answered", "Told somebody", "Could not ask", "Not safe to ask", "Does not fit this family")
    choice = Choice("How it ended", [(str(place), one) for place, one in enumerate(words)])
    qtbot.addWidget(choice)
    choice.resize(380, 400)
    choice.show()
    buttons = choice.buttons()
    assert buttons[0].y() == buttons[1].y() < buttons[2].y() == buttons[3].y()  # two in a line
    buttons[0].click()
    for place, button in enumerate(buttons[:-1]):
        qtbot.keyClick(button, Qt.Key.Key_Right)
        assert choice.value() == str(place + 1)
    qtbot.keyClick(buttons[-1], Qt.Key.Key_Right)
    assert choice.value() == "4"  # the last stays
    qtbot.keyClick(buttons[2], Qt.Key.Key_Left)
    assert choice.value() == "4"  # from an answer that is not chosen they only move


def test_the_answers_tell_their_question(choice: Choice):
    assert [button.accessibleName() for button in choice.buttons()] == ["Yes", "No", "Not known"]
    assert {button.accessibleDescription() for button in choice.buttons()} == {"Was Ann seen?"}


def test_names_with_an_ampersand_stay_whole(qtbot: QtBot):
    row = TickRow("Rooms", [("a", "Ann & Joe's bedroom")])
    qtbot.addWidget(row)
    assert row.ticks()["a"].words() == "Ann & Joe's bedroom"
    assert row.ticks()["a"].accessibleName() == "Ann & Joe's bedroom"


def test_ticks_come_in_their_order(qtbot: QtBot, theme):
    row = TickRow("Rooms", [("a", "A"), ("b", "B"), ("c", "C")])
    qtbot.addWidget(row)
    row.set_value(["c"])
    with qtbot.waitSignal(row.changed) as told:
        row.ticks()["a"].click()
    assert told.args == [("a", "c")]


@pytest.fixture
def card(qtbot: QtBot, theme, say) -> QuestionCard:
    card = QuestionCard(say, "face", "Was there any part of Ann's face that you could not see?", ["Since 12 March."])
    qtbot.addWidget(card)
    card.show()
    return card


def given(card: QuestionCard) -> list[Given | None]:
    told: list[Given | None] = []
    card.answered.connect(lambda _key, given: told.append(given))
    return told


def test_typing_is_answering(qtbot: QtBot, card: QuestionCard):
    told = given(card)
    qtbot.keyClicks(card.words.control, "No")
    assert told[-1] == Given("answered", "No")
    card.words.control.selectAll()
    qtbot.keyClick(card.words.control, Qt.Key.Key_Delete)
    assert told[-1] is None


def press(card: QuestionCard, way: str) -> None:
    words = card._say(f"question.way.{way}")
    next(button for button in card.findChildren(QRadioButton) if button.accessibleName() == words).click()


@pytest.mark.parametrize("way", ["could_not_ask", "not_safe_to_ask", "someone_else"])
def test_ways_that_need_no_words(card: QuestionCard, way: str):
    told = given(card)
    press(card, way)
    assert told == [Given(way)]


def test_told_needs_whom(qtbot: QtBot, card: QuestionCard):
    told = given(card)
    press(card, "told")
    assert told == [None]
    assert card.told.whom.isVisible()
    qtbot.keyClicks(card.told.whom.control, "Sam Lee")
    qtbot.keyClicks(card.told.at.control, "15:10")
    assert told[-1] == Given("told", "", "Sam Lee", "15:10")
    next(one for one in card.findChildren(QRadioButton) if one.accessibleName() == "Doctor").click()
    next(one for one in card.findChildren(QRadioButton) if one.accessibleName() == "By phone").click()
    assert told[-1] == Given("told", "", "Sam Lee", "15:10", "doctor", "phone")


def note(card: QuestionCard) -> str:
    return card._note.text() if card._note.isVisible() else ""


def test_words_are_kept_while_the_way_changes(qtbot: QtBot, card: QuestionCard):
    told = given(card)
    qtbot.keyClicks(card.words.control, "Rang: engaged")
    press(card, "told")
    assert told[-1] == Given("told", "Rang: engaged")
    assert "whom you told" in note(card)
    qtbot.keyClicks(card.told.whom.control, "Sam Lee")
    assert not note(card)
    press(card, "someone_else")
    assert told[-1] == Given("someone_else", "Rang: engaged")
    qtbot.keyClick(card.way.buttons()[5], Qt.Key.Key_Delete)
    assert told[-1] == Given("answered", "Rang: engaged")
    assert card.way.value() == "answered"


@pytest.mark.parametrize("way", ["answered", "does_not_fit"])
def test_a_way_that_needs_words_says_so_and_leads_to_them(qtbot: QtBot, card: QuestionCard, way: str):
    card.window().activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    press(card, way)
    assert card.words.control.hasFocus()
    assert "stays open" in note(card)
    qtbot.keyClicks(card.words.control, "No stairs")
    assert not note(card)


def test_the_same_words_again_are_said_on_the_card_alone(card: QuestionCard):
    with_words = "You wrote the same on 3 March 2026."
    card.show_same(with_words)
    assert card.findChild(QLabel, "same").text() == with_words
    card.show_same("")
    assert not card.findChild(QLabel, "same").isVisible()
    assert card.given() is None


def test_does_not_fit_needs_a_reason(qtbot: QtBot, card: QuestionCard):
    told = given(card)
    press(card, "does_not_fit")
    assert told == [None]
    qtbot.keyClicks(card.words.control, "No stairs")
    assert told[-1] == Given("does_not_fit", "No stairs")


def test_what_was_given_is_shown_again(qtbot: QtBot, card: QuestionCard):
    with qtbot.assertNotEmitted(card.answered):
        card.set_given(Given("told", "a doctor sees her", "Sam Lee", "15:10"))
    assert card.given() == Given("told", "a doctor sees her", "Sam Lee", "15:10")
    card.set_given(None)
    assert card.given() is None


def test_an_act_today_card_says_ring_and_holds_the_numbers(qtbot: QtBot, say, numbers):
    card = QuestionCard(say, "baby", "A doctor needs to see it today.", act_today=True, numbers=numbers)
    qtbot.addWidget(card)
    words = [label.text() for label in card.findChildren(type(card.words.label).__bases__[0])]
    assert "Signing tells nobody. Ring." in words
    assert "0117 496 0123" in words
