"""The list of questions as a lead changes it: through the pages, on real vaults."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.office.made import Office
from tests.office.screens import at_once, shown
from visitapp.actions import checklist
from visitapp.actions.writing import write
from visitapp.domain.checklist import Changes, ChecklistVersion, OwnQuestion, with_own
from visitapp.domain.items import Entry, Line
from visitapp.domain.organisation import Thresholds
from visitapp.store import streams
from visitapp.ui.kit.fields import Select
from visitapp.ui.questions import wiring
from visitapp.ui.questions.ownpage import OwnPage

DOG = OwnQuestion(
    id="own_dog", words="Where was the dog when you saw {child}?", why="The team asks it.", source="Team meeting",
    subject="child", condition="!child.under_two && child.children_at_home >= 2",
)  # fmt: skip


def choose(select: Select, code: str) -> None:
    select.setCurrentIndex(select.findData(code))
    select.activated.emit(select.currentIndex())


def filled(qtbot: QtBot, office: Office, say, question: str = "") -> OwnPage:
    page = shown(qtbot, wiring.own_page(say, at_once, office.lead, question))
    if not question:
        for field, words in ((page.words, DOG.words), (page.why, DOG.why), (page.source, DOG.source)):
            QTest.keyClicks(field.control, words)
        row = page.when.rows[0]
        choose(row.fact.control, "child.under_two")
        choose(row.comparison.control, "no")
        page.when.more.click()
        row = page.when.rows[1]
        choose(row.fact.control, "child.children_at_home")
        choose(row.comparison.control, ">=")
        QTest.keyClicks(row.value.control, "2")
    return page


def test_a_question_is_added_by_the_form_tried_and_signed(qtbot: QtBot, the_office: Office, say):
    page = filled(qtbot, the_office, say)
    assert page.when.condition() == DOG.condition
    assert page.when.said.text() == (
        "the child is under two: no, and how many children live in the home, as far as is known: 2 or more"
    )
    page.trying.button.click()
    times = len(page.trying.rows.buttons())
    assert times
    assert page.trying.words.text().startswith("Would have come up")
    page.sign.click()
    assert page.errors.isVisible()
    assert checklist.checklist(the_office.lead).versions == ()
    QTest.keyClicks(page.reason.control, "We missed dogs twice.")
    with qtbot.waitSignal(page.signed):
        page.sign.click()
    (own,) = [row.own for row in checklist.checklist(the_office.lead).rows if row.own]
    assert (own.words, own.condition, own.tier) == (DOG.words, DOG.condition, 1)


def test_an_expression_is_checked_as_one_types_and_a_complicated_one_never_goes_away(
    qtbot: QtBot, the_office: Office, say
):
    page = filled(qtbot, the_office, say)
    qtbot.mouseClick(page.when.mode.buttons()[1], Qt.MouseButton.LeftButton)
    assert page.when.expression.value() == DOG.condition
    page.when.expression.control.selectAll()
    QTest.keyClicks(page.when.expression.control, "child.overdue && (child.speks || child.watched)")
    assert page.when.expression.error.text() == "There is no fact called child.speks. Is child.speaks meant?"
    page.when.expression.control.setPlainText("child.overdue && (child.speaks || child.watched)")
    assert page.when.expression.error.isHidden()
    assert "(the child speaks, or" in page.when.said.text()
    qtbot.mouseClick(page.when.mode.buttons()[0], Qt.MouseButton.LeftButton)
    assert page.when.mode.value() == "expression"
    assert page.when.condition() == "child.overdue && (child.speaks || child.watched)"
    assert page.when.expression.error.text() == say("condition.no_form")


def test_a_value_that_is_no_number_is_told_at_the_field(qtbot: QtBot, the_office: Office, say):
    page = filled(qtbot, the_office, say)
    value = page.when.rows[1].value
    value.control.selectAll()
    QTest.keyClick(value.control, Qt.Key.Key_Delete)
    assert value.error.isHidden()  # nothing is wrong with what is not typed yet
    QTest.keyClicks(value.control, "two")
    assert value.error.text() == "two is no number. Write one, for example 3 or 4.5."
    assert page.when.subject.error.isHidden()
    value.control.selectAll()
    QTest.keyClicks(value.control, "2")
    assert value.error.isHidden()


def test_after_a_try_the_focus_is_where_it_was_and_what_came_is_in_view(qtbot: QtBot, the_office: Office, say):
    page = filled(qtbot, the_office, say)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    button = page.trying.button
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Return)
    assert button.hasFocus()
    assert "90 days" in page.trying.words.text()
    qtbot.waitUntil(lambda: not page.trying.words.visibleRegion().isEmpty())
    assert not button.visibleRegion().isEmpty()


def test_what_is_typed_is_there_again_after_a_lock(qtbot: QtBot, the_office: Office, say):
    page = filled(qtbot, the_office, say)
    QTest.keyClicks(page.reason.control, "half a reas")
    page.must_save.emit()
    again = shown(qtbot, wiring.own_page(say, at_once, the_office.lead))
    assert again.form() == page.form()


def test_an_own_question_is_retired_and_brought_back_with_a_reason(qtbot: QtBot, the_office: Office, say):
    lead = the_office.lead
    checklist.sign(lead, with_own(Changes(), DOG), "Dogs.")
    for retired in (True, False):
        page = filled(qtbot, the_office, say, "own_dog")
        assert page.form().words == DOG.words
        page.retire.click()
        assert page.errors.isVisible()
        QTest.keyClicks(page.reason.control, "No dogs any more.")
        with qtbot.waitSignal(page.signed):
            page.retire.click()
        assert lead.bank.questions["own_dog"].retired is retired
        # The page is left once it was signed: nothing more is kept of it.
        page.deleteLater()


@pytest.mark.parametrize(("question", "lost"), [("Q11", "product.lost.today"), ("Q53", "product.lost.other")])
def test_a_question_of_the_product_is_retired_only_after_it_was_said_what_is_lost(
    qtbot: QtBot, the_office: Office, say, question: str, lost: str
):
    page = shown(qtbot, wiring.product_page(say, at_once, the_office.lead, question))
    QTest.keyClicks(page.reason.control, "Our procedure asks it elsewhere.")
    page.retire.click()
    assert page.lost.isVisible()
    assert page.lost.words.text() == say(lost)
    assert checklist.checklist(the_office.lead).versions == ()
    with qtbot.waitSignal(page.signed):
        page.retire.click()
    assert the_office.lead.bank.questions[question].retired
    row = next(one for one in checklist.checklist(the_office.lead).rows if one.question.id == question)
    assert row.retired == "Our procedure asks it elsewhere."


def test_a_retirement_without_a_reason_is_not_signed(qtbot: QtBot, the_office: Office, say):
    page = shown(qtbot, wiring.product_page(say, at_once, the_office.lead, "Q11"))
    page.retire.click()
    page.retire.click()
    assert page.errors.isVisible()
    assert not the_office.lead.bank.questions["Q11"].retired


def test_a_question_of_the_product_in_own_words_and_back(qtbot: QtBot, the_office: Office, say):
    lead = the_office.lead
    page = shown(qtbot, wiring.product_page(say, at_once, lead, "Q06"))
    (sentence,) = page.areas
    page.areas[sentence].control.setPlainText("Why was it so short?")
    page.reason.set_value("Plainer.")
    with qtbot.waitSignal(page.signed):
        page.sign.click()
    assert lead.bank.questions["Q06"].own == {sentence: "Why was it so short?"}
    page = shown(qtbot, wiring.product_page(say, at_once, lead, "Q06"))
    assert page.areas[sentence].value() == "Why was it so short?"
    page.areas[sentence].control.setPlainText("")
    page.reason.set_value("The product's words are better.")
    with qtbot.waitSignal(page.signed):
        page.sign.click()
    assert lead.bank.questions["Q06"].own == {}


def test_the_list_is_looked_through_and_leads_to_its_questions(qtbot: QtBot, the_office: Office, say):
    checklist.sign(the_office.lead, with_own(Changes(), DOG), "Dogs.")
    page = shown(qtbot, wiring.checklist_page(say, at_once, the_office.lead))
    assert page.cards.cards.rowCount() == len(the_office.lead.bank.questions)
    QTest.keyClicks(page.looking.control, "the dog")
    (row,) = page.cards.cards.rows
    assert row.heading == "Where was the dog when you saw the child?"
    assert row.tags == ((say("checklist.own"), "info"),)
    assert row.words.startswith("Comes when: the child is under two: no")
    with qtbot.waitSignal(page.own_opened) as opened:
        page.cards.opened.emit(row.key)
    assert opened.args == ["own_dog"]
    with qtbot.waitSignal(page.product_opened):
        page.cards.opened.emit("Q11")


def test_numbers_are_set_with_a_reason_and_odd_ones_told_at_their_field(qtbot: QtBot, the_office: Office, say):
    page = shown(qtbot, wiring.thresholds_page(say, at_once, the_office.lead))
    cards = page.fields["cards"]
    assert cards.value() == "5"
    cards.set_value("many")
    page.reason.set_value("Fewer at a time.")
    page.sign.click()
    assert cards.error.text() == "A number from 0 to 1000."
    cards.set_value("3")
    page.fields["delay_hours"].set_value("4,5")
    page.definition.set_value("x" * 601)
    page.sign.click()
    assert page.definition.error.text() == "At most 600 characters."
    page.definition.set_value("Dr Wren, 3 May 2026: crawling or later.")
    assert page.milestones.value() == Thresholds().mobile_milestones
    page.milestones.ticks()["bottom_shuffles"].click()
    with qtbot.waitSignal(page.signed):
        page.sign.click()
    found = the_office.lead.thresholds()
    assert found.mobile_milestones == ("crawls", "pulls_to_stand", "cruises", "walks")
    assert found.mobility_definition.startswith("Dr Wren")
    assert the_office.lead.thresholds().cards == 3
    assert the_office.lead.thresholds().delay_hours == 4.5


def test_versions_made_apart_are_told_and_answered_for(qtbot: QtBot, the_office: Office, say):
    lead = the_office.lead
    for changes in (with_own(Changes(), DOG), Changes()):
        version = ChecklistVersion(id=lead.new_id(), by=lead.who.member, product="1", changes=changes, reason="apart")
        entry = Entry(kind="review", at=lead.at(), by=lead.who.member, lines=(Line(version),))
        write(lead, streams.organisation(lead.db), entry)
    listed = shown(qtbot, wiring.checklist_page(say, at_once, lead))
    assert "Two versions of the list were signed apart" in listed.apart.words.text()
    page = shown(qtbot, wiring.history_page(say, at_once, lead))
    assert page.apart.isVisible()
    page.reason.set_value("We ask about dogs.")
    with qtbot.waitSignal(page.signed):
        page.sign.click()
    assert page.apart.isHidden()
    assert page.table.model().rowCount() == 3
    listed.arrived.emit()
    assert listed.apart.isHidden()


@pytest.mark.parametrize("percent", [100, 200])
def test_nothing_scrolls_sideways_and_every_control_has_a_name(
    qtbot: QtBot, the_office: Office, say, theme, sideways, unnamed, percent: int
):
    checklist.sign(the_office.lead, with_own(Changes(), DOG), "Dogs.")
    lead = the_office.lead
    theme.set_percent(percent)
    try:
        for make in (
            lambda: wiring.checklist_page(say, at_once, lead),
            lambda: wiring.own_page(say, at_once, lead, "own_dog"),
            lambda: wiring.product_page(say, at_once, lead, "Q11"),
            lambda: wiring.thresholds_page(say, at_once, lead),
            lambda: wiring.history_page(say, at_once, lead),
        ):
            page = shown(qtbot, make())
            assert sideways(page) == []
            assert unnamed(page) == []
    finally:
        theme.set_percent(100)


def test_a_question_of_the_product_is_read_from_its_beginning(qtbot: QtBot, the_office: Office, say):
    page = shown(qtbot, wiring.product_page(say, at_once, the_office.lead, "Q11"))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.take_focus()
    assert page.pane.hasFocus()
    QTest.keyClick(page.pane, Qt.Key.Key_Tab)
    assert next(iter(page.areas.values())).control.hasFocus()
