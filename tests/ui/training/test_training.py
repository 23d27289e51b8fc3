"""Going through a family: read, ask, see what would have been asked; back and forward lose nothing, nothing is sent."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.desk import Desk
from visitapp.actions import training, unsent
from visitapp.actions.cases import cases
from visitapp.actions.finding import search
from visitapp.ui.kit.card import Fold
from visitapp.ui.training.askedcard import AskedCard
from visitapp.ui.training.page import TrainingPage
from visitapp.ui.training.wiring import choose_page, training_page

EXAMPLE = Path(__file__).parents[2] / "reference" / "example-case.yaml"
MINE = "Who sleeps in the flat at night, and since when?"


@pytest.fixture
def page(desk: Desk) -> TrainingPage:
    """Someone left, from its beginning."""
    unsent.forget(desk.worker, training.form("someone-left"))
    return opened(desk, "someone-left")


def opened(desk: Desk, name: str) -> TrainingPage:
    page = desk.show(training_page(desk.say, desk.run, desk.worker, training.story(name)))
    desk.settle()
    return page


def press(desk: Desk, button) -> None:
    """As by keyboard: Tab leads to it, Return presses it."""
    for _ in range(40):
        if button.hasFocus():
            break
        desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert button.hasFocus()
    desk.qtbot.keyClick(button, Qt.Key.Key_Return)
    desk.settle()


def on(desk: Desk, page: TrainingPage, contacts: int) -> None:
    """Go on by so many contacts."""
    for _ in range(contacts):
        page.reveal_wanted.emit()
        page.forward_wanted.emit()
        desk.settle()


def asked(page: TrainingPage) -> list[str]:
    return [card.words.text() for card in page.asked.findChildren(AskedCard)]


def said(page: TrainingPage) -> str:
    """Every word on the page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_the_three_families_are_offered_and_return_opens_one(desk: Desk):
    stories = []
    page = desk.show(choose_page(desk.say, desk.run, desk.worker, stories.append))
    assert list(page.rows) == list(training.FAMILIES)
    assert QApplication.focusWidget() is page.rows["nothing-on-the-skin"]
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    desk.settle()
    assert [(one.name, one.contacts) for one in stories] == [("someone-left", 19)]


def test_what_became_known_comes_first_and_the_questions_only_when_they_are_asked_for(desk: Desk, page: TrainingPage):
    on(desk, page, 12)
    assert page.title.text() == "Health appointment, 21 June 2024"
    assert "I saw it at the bath last night." in said(page)
    assert "whatever the explanation" not in said(page)
    desk.qtbot.keyClicks(page.own.control, MINE)
    press(desk, page.reveal)
    assert any("whatever the explanation" in words for words in asked(page))
    assert "Source: TEN-4-FACESp (Pierce 2021)" in said(page)
    assert "21 June 2024: bruise (left upper arm)" in said(page)
    assert page.own.value() == MINE
    assert page.forward.hasFocus()
    card = page.asked.findChildren(AskedCard)[0]
    with desk.qtbot.waitSignal(page.origin_wanted) as origin:
        card.origin.click()
    assert "t4f" in origin.args[0].rules


def test_cards_from_before_are_folded_below_the_new_ones(desk: Desk, page: TrainingPage):
    on(desk, page, 10)
    page.reveal_wanted.emit()
    desk.settle()
    folds = [fold for fold in page.asked.findChildren(Fold) if "still open" in fold.button.words()]
    assert [fold.button.words() for fold in folds] == ["3 cards from before are still open and stand there too"]
    new = [card for card in page.asked.findChildren(AskedCard) if card.isVisible()]
    assert len(new) == 2
    assert not any(folds[0].isAncestorOf(card) for card in new)
    press(desk, folds[0].button)
    assert len([card for card in page.asked.findChildren(AskedCard) if card.isVisible()]) == 5


def test_what_stands_out_by_then_is_told_below_the_cards(desk: Desk):
    unsent.forget(desk.worker, training.form("the-caller-with-a-grudge"))
    page = opened(desk, "the-caller-with-a-grudge")
    on(desk, page, 4)
    assert "No record says that we met them" not in said(page)
    page.reveal_wanted.emit()
    desk.settle()
    assert "We have known of Carl Veitch since 10 October 2022. No record says that we met them" in said(page)


def test_the_whole_way_by_keyboard_to_the_debriefing(desk: Desk, page: TrainingPage):
    assert page.pane.hasFocus()
    for contact in range(19):
        assert f"contact {contact + 1} of 19" in page.hint.text()
        press(desk, page.reveal)
        press(desk, page.forward)
    assert page.title.text() == "Debriefing"
    assert "Nobody who held the plan asked, and nobody hid it." in said(page)
    assert "11 contacts lie in between." in said(page)
    assert not page.forward.isVisible()
    press(desk, page.back)
    assert "contact 19 of 19" in page.hint.text()
    assert page.asked.isVisible()


def test_no_step_shows_what_came_out_later(desk: Desk, page: TrainingPage):
    for _ in range(15):
        assert "Hull" not in said(page)
        on(desk, page, 1)
    assert "Corazon Reyes left the home on 14 April 2024." in said(page)


def test_what_was_answered_then_stands_under_its_question(desk: Desk, page: TrainingPage):
    on(desk, page, 15)
    words = said(page)
    assert "Answered then" in words
    assert "Who lives here, who stays, who has a key?\nTala, Mateo and Lina. Nobody else since 18 May" in words


def test_a_doctors_word_of_the_afternoon_is_not_known_in_the_morning(desk: Desk, page: TrainingPage):
    on(desk, page, 12)
    assert "Blood and X-rays" not in said(page)
    on(desk, page, 1)
    assert "Blood and X-rays" in said(page)


def test_back_and_forward_lose_nothing(desk: Desk, page: TrainingPage):
    desk.qtbot.keyClicks(page.own.control, "first words")
    on(desk, page, 1)
    desk.qtbot.keyClicks(page.own.control, "second words")
    page.back_wanted.emit()
    desk.settle()
    assert (page.own.value(), page.asked.isVisible()) == ("first words", True)
    page.forward_wanted.emit()
    desk.settle()
    assert (page.own.value(), page.asked.isVisible()) == ("second words", False)


def test_where_one_has_been_leads_to_any_of_them_and_on_again(desk: Desk, page: TrainingPage):
    on(desk, page, 6)
    select = page.reached.control
    assert [select.itemText(n) for n in (0, 6)] == ["1. Referral, 6 February 2024", "7. Home visit, 8 May 2024"]
    assert select.count() == 7
    select.setFocus()
    select.setCurrentIndex(2)
    select.activated.emit(2)
    desk.settle()
    assert page.title.text() == "Meeting, 12 March 2024"
    assert (select.count(), page.reached.value()) == (7, "2")
    page.must_save.emit()
    desk.settle()
    again = opened(desk, "someone-left")
    assert again.title.text() == "Meeting, 12 March 2024"
    assert again.reached.control.count() == 7
    on(desk, again, 17)
    assert again.title.text() == "Debriefing"
    assert again.reached.control.itemText(19) == "20. Debriefing"


def test_ones_words_are_there_again_another_day_at_the_same_contact(desk: Desk, page: TrainingPage):
    on(desk, page, 4)
    desk.qtbot.keyClicks(page.own.control, MINE)
    page.must_save.emit()
    desk.settle()
    again = opened(desk, "someone-left")
    assert again.title.text() == "Phone call, 16 April 2024"
    assert again.own.value() == MINE
    offered = desk.show(choose_page(desk.say, desk.run, desk.worker, lambda _story: None))
    assert "You are at contact 5 of 19" in offered.rows["someone-left"].accessibleDescription()
    assert "contact" not in offered.rows["nothing-on-the-skin"].accessibleDescription()


def test_ones_words_are_listed_at_the_end_and_can_be_copied_and_thrown_away(desk: Desk, page: TrainingPage):
    desk.qtbot.keyClicks(page.own.control, MINE)
    on(desk, page, 19)
    desk.qtbot.keyClicks(page.debriefing.thoughts.control, "We asked about the cot.")
    assert MINE in said(page)
    page.debriefing.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Someone left\n\nReferral, 6 February 2024\n" + MINE)
    assert copied.endswith("We asked about the cot.\n")
    page.debriefing.forget.click()
    desk.settle()
    assert MINE in said(page)
    page.debriefing.forget.click()
    desk.settle()
    assert "contact 1 of 19" in page.hint.text()
    assert page.own.value() == ""
    assert unsent.kept(desk.worker, training.form("someone-left")) is None


def test_no_family_of_training_comes_into_the_vault(desk: Desk, page: TrainingPage):
    session = desk.worker
    before = [line.title for line in cases(session)], session.db.execute("SELECT count(*) FROM entry").fetchall()
    on(desk, page, 19)
    page.must_save.emit()
    desk.settle()
    after = [line.title for line in cases(session)], session.db.execute("SELECT count(*) FROM entry").fetchall()
    assert after == before
    assert search(session, "Corazon") == ()


def test_a_case_file_of_ones_own_is_gone_through_in_the_same_way(desk: Desk):
    stories = []
    page = desk.show(choose_page(desk.say, desk.run, desk.worker, stories.append, lambda _over: EXAMPLE))
    page.button.click()
    desk.settle()
    (story,) = stories
    own = desk.show(training_page(desk.say, desk.run, desk.worker, story))
    desk.settle()
    assert "Marlowe family (training)" in own.hint.text()
    on(desk, own, 5)
    assert "Ray had lived in the home for three months" in said(own)


def test_a_file_that_cannot_be_read_says_line_and_field(desk: Desk, tmp_path: Path):
    broken = tmp_path / "broken.yaml"
    broken.write_text(EXAMPLE.read_text(encoding="utf-8").replace("kind: referral", "kind: chat"), encoding="utf-8")
    page = desk.show(choose_page(desk.say, desk.run, desk.worker, pytest.fail, lambda _over: broken))
    page.button.click()
    desk.settle()
    assert page.problems.isVisible()
    words = "\n".join(label.text() for label in page.problems.findChildren(QLabel))
    assert "contacts[1].kind" in words
    assert "chat" in words


def test_nothing_due_says_so(desk: Desk, page: TrainingPage):
    press(desk, page.reveal)
    assert asked(page) == []
    assert "That is not an opinion on the mark." in said(page)


@pytest.mark.parametrize("percent", [100, 200])
def test_every_control_has_a_name_and_nothing_stands_out(
    desk: Desk, page: TrainingPage, theme, unnamed, sideways, percent
):
    theme.set_percent(percent)
    on(desk, page, 12)
    for _ in range(2):
        assert unnamed(page) == []
        desk.qtbot.waitUntil(lambda: sideways(page) == [])
        page.reveal_wanted.emit()
        desk.settle()
    on(desk, page, 7)
    assert unnamed(page) == []
    desk.qtbot.waitUntil(lambda: sideways(page) == [])
