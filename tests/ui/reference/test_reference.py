"""The reference page: what each rule says, its limits, what awaits sign-off, and the published figures."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from visitapp.domain.organisation import Thresholds
from visitapp.questions.injury import RULES
from visitapp.questions.rules import rule_book
from visitapp.resources import resource
from visitapp.ui.kit.question import QuestionCard
from visitapp.ui.reference.page import ReferencePage
from visitapp.ui.reference.presenter import Reference, reference

BOOK = rule_book(resource("questions", "rules.json").read_bytes())


def found(say, rules=("t4f",), limits: Thresholds | None = None) -> Reference:
    return reference(say, BOOK, limits or Thresholds(), rules, ("TEN-4-FACESp (Pierce 2021)",))


@pytest.fixture
def page(qtbot, theme, say) -> ReferencePage:
    page = ReferencePage(say)
    qtbot.addWidget(page)
    page.resize(1134, 700)
    page.show()
    qtbot.waitExposed(page)
    page.show_reference(found(say))
    return page


def words(page: ReferencePage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def test_the_rule_that_spoke_comes_first_and_stands_open(qtbot, say, page: ReferencePage):
    shown = found(say, ("h1", "nm"))
    assert [entry.id for entry in shown.rules][:2] == ["h1", "nm"]
    assert {entry.id for entry in shown.rules} == set(RULES)
    assert [entry.id for entry in shown.rules if entry.open] == ["h1", "nm"]
    qtbot.waitUntil(lambda: "fleshy part of a cheek" in words(page))
    assert "depends on who is looked at" in words(page)
    assert "level upper edge" not in words(page)
    page.folds["h2"].set_open(True)
    qtbot.waitUntil(lambda: "level upper edge" in words(page))


def test_every_entry_says_source_in_whom_and_what_is_asked_for(say):
    for entry in (*found(say).rules, *found(say).notes):
        labels = [label for label, _ in entry.facts]
        assert {say("reference.source"), say("reference.in_whom"), say("reference.action")} <= set(labels)


def test_figures_stand_beside_why_they_are_no_probability(say):
    figures = {entry.id: " ".join(entry.figures) for entry in found(say).rules}
    assert "95.6 in 100" in figures["t4f"]
    for told in figures.values():
        assert not told or "None of this is the chance that somebody hurt a child" in told


def test_the_definition_awaits_a_designated_doctor_until_one_is_entered(say):
    assert any("awaiting a designated doctor" in line for line in found(say).mobility)
    entered = found(say, limits=Thresholds(mobility_definition="Crawls or walks."))
    assert not any("awaiting" in line for line in entered.mobility)


def test_by_keyboard_and_with_names(qtbot, page: ReferencePage, unnamed, sideways):
    page.take_focus()
    first = page.folds["t4f"].button
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert not first.isChecked()
    assert unnamed(page) == []


@pytest.mark.parametrize(
    ("name", "percent", "width"), [("dark", 100, 1134), ("contrast", 200, 1134), ("light", 200, 700)]
)
def test_nothing_is_cut_in_any_look(qtbot, theme, say, sideways, name, percent, width):
    theme.set_theme(name)
    theme.set_percent(percent)
    page = ReferencePage(say)
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show_reference(found(say))
    for fold in page.folds.values():
        fold.set_open(True)
    page.show()
    qtbot.waitUntil(lambda: not sideways(page), timeout=2000)


def test_a_card_leads_there(qtbot, theme, say):
    card = QuestionCard(say, "k", "Who was told?")
    qtbot.addWidget(card)
    card.show()
    assert card.origin.accessibleName() == "Where this comes from Who was told?"
    with qtbot.waitSignal(card.origin_wanted):
        qtbot.keyClick(card.origin, Qt.Key.Key_Space)
    assert not re.search(r"\d", card.origin.text())
