"""The families: found by a few letters, begun once, brought in wholly or not at all; what is typed is never lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from visitapp.actions import unsent
from visitapp.actions.cases import cases
from visitapp.domain.family import Plan
from visitapp.ui.cases.newfamily import NewFamilyPage
from visitapp.ui.cases.wiring import bring_page, cases_page, new_family_page
from visitapp.ui.kit.press import LinkButton

EXAMPLE = Path(__file__).parents[2] / "reference" / "example-case.yaml"


def titles(page) -> list[str]:
    return [row.heading for row in page.cards.cards.rows]


def test_a_child_is_found_and_return_opens_the_family(desk: Desk):
    page = desk.show(cases_page(desk.say, desk.run, desk.worker))
    assert titles(page)[:2] == ["Ash family", "Brindle family"]
    desk.qtbot.keyClicks(page.looking.control, "noor")
    assert titles(page) == ["Tallis family"]
    with desk.qtbot.waitSignal(page.case_opened) as opened:
        desk.qtbot.keyClick(page.looking.control, Qt.Key.Key_Return)
    assert opened.args == [desk.families.tallis]


def test_down_goes_into_the_list(desk: Desk):
    page = desk.show(cases_page(desk.say, desk.run, desk.worker))
    desk.qtbot.keyClick(page.looking.control, Qt.Key.Key_Down)
    assert page.cards.hasFocus()
    desk.qtbot.keyClick(page.cards, Qt.Key.Key_Down)
    with desk.qtbot.waitSignal(page.case_opened) as opened:
        desk.qtbot.keyClick(page.cards, Qt.Key.Key_Return)
    assert opened.args == [desk.families.brindle]


def test_nothing_found_says_so(desk: Desk):
    page = desk.show(cases_page(desk.say, desk.run, desk.worker))
    desk.qtbot.keyClicks(page.looking.control, "zzz")
    assert page.no_match.isVisible()
    assert not page.cards.isVisible()
    assert not page.none.isVisible()


def press(desk: Desk, page: NewFamilyPage) -> None:
    page.button.setFocus()
    desk.qtbot.keyClick(page.button, Qt.Key.Key_Return)
    desk.settle()


def test_a_family_is_begun_by_keyboard_once(desk: Desk):
    page = desk.show(new_family_page(desk.say, desk.run, desk.worker))
    before = len(cases(desk.worker))
    assert QApplication.focusWidget() is page.name.control
    desk.qtbot.keyClicks(page.name.control, "Elm family")
    for _ in range(2):
        desk.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    desk.qtbot.keyClicks(QApplication.focusWidget(), "Kit Elm")
    page.plan.set_value("child_in_need")
    page.every.set_value("20")
    with desk.qtbot.waitSignal(page.begun) as begun:
        page.button.click()
        page.button.click()
    desk.settle()
    assert len(cases(desk.worker)) == before + 1
    case = desk.worker.case(begun.args[0])
    assert [child.name for child in case.children] == ["Kit Elm"]
    assert [plan.visit_every_days for plan in case.of(Plan)] == [20]
    assert unsent.kept(desk.worker, "family") is None


def test_what_is_wrong_stands_on_top_and_leads_to_its_field(desk: Desk):
    page = desk.show(new_family_page(desk.say, desk.run, desk.worker))
    press(desk, page)
    assert page.errors.isVisible()
    links = page.errors.findChildren(LinkButton)
    assert links[0].words() == "Say what this family is called."
    links[1].click()
    assert QApplication.focusWidget() is page.children_.fields()[0].lines()["name"].control


def test_children_are_added_and_taken_away(desk: Desk):
    page = desk.show(new_family_page(desk.say, desk.run, desk.worker))
    page.children_.button.click()
    assert QApplication.focusWidget() is page.children_.fields()[1].lines()["name"].control
    page.children_.fields()[1].lines()["name"].set_value("Second")
    page.children_.fields()[0].remove.click()
    assert [fields.lines()["name"].value() for fields in page.children_.fields()] == ["Second"]
    assert page.children_.fields()[0].remove.words() == "Take child 1 away"
    page.children_.fields()[0].remove.click()
    assert [fields.lines()["name"].value() for fields in page.children_.fields()] == [""]


def test_a_form_that_is_left_comes_back(desk: Desk):
    page = desk.show(new_family_page(desk.say, desk.run, desk.worker))
    desk.qtbot.keyClicks(page.name.control, "Half a family")
    page.children_.button.click()
    desk.qtbot.keyClicks(page.children_.fields()[1].lines()["name"].control, "Second")
    page.must_save.emit()
    desk.settle()
    again = desk.show(new_family_page(desk.say, desk.run, desk.worker))
    assert again.form().title == "Half a family"
    assert [child.name for child in again.form().children] == ["", "Second"]
    unsent.forget(desk.worker, "family")


def test_what_is_typed_is_kept_within_a_second(desk: Desk):
    page = desk.show(new_family_page(desk.say, desk.run, desk.worker))
    desk.qtbot.keyClicks(page.name.control, "Elder")
    desk.qtbot.waitUntil(lambda: unsent.kept(desk.worker, "family") is not None, timeout=1_000)
    found = unsent.kept(desk.worker, "family")
    assert found is not None
    assert found.values == {"title": "Elder"}
    unsent.forget(desk.worker, "family")


def test_a_file_is_taken_in_whole(desk: Desk):
    page = desk.show(bring_page(desk.say, desk.run, desk.worker, lambda _page: EXAMPLE))
    with desk.qtbot.waitSignal(page.brought) as brought:
        desk.qtbot.keyClick(page.button, Qt.Key.Key_Return)
    assert [child.name for child in desk.worker.case(brought.args[0]).children] == ["Ann Marlowe", "Joe Marlowe"]


@pytest.mark.parametrize("there", [True, False])
def test_a_file_that_is_wrong_is_not_taken_in_and_every_reason_is_named(desk: Desk, tmp_path: Path, there: bool):
    bad = tmp_path / "bad.yaml"
    if there:
        bad.write_text(EXAMPLE.read_text().replace("kind: home_visit", "kind: home_vist"))
    before = len(cases(desk.worker))
    page = desk.show(bring_page(desk.say, desk.run, desk.worker, lambda _page: bad))
    page.button.click()
    desk.settle()
    assert page.problems.refused.isVisible()
    assert len(cases(desk.worker)) == before
    page.problems.copy.click()
    said = QGuiApplication.clipboard().text()
    assert ("line 37" in said and "line 62" in said) if there else "bad.yaml could not be opened" in said
    assert page.button.isEnabled()


def test_no_file_chosen_changes_nothing(desk: Desk):
    page = desk.show(bring_page(desk.say, desk.run, desk.worker, lambda _page: None))
    page.button.click()
    assert not page.problems.refused.isVisible()
