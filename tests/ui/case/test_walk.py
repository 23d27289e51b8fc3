"""Every page of cases: each control has a name, nothing stands out sideways, at any text size and in every theme."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from tests.ui.desk import Desk
from visitapp.ui.case.addendum.page import AddendumPage
from visitapp.ui.case.overview.page import OverviewPage
from visitapp.ui.case.said.page import SaidPage
from visitapp.ui.case.wiring import (
    addendum_page,
    body_page,
    chronology_page,
    family_page,
    overview_page,
    patterns_page,
    said_page,
    views_page,
    visit_page,
)
from visitapp.ui.cases.newfamily import NewFamilyPage
from visitapp.ui.cases.wiring import bring_page, cases_page, new_family_page
from visitapp.ui.copying.wiring import copy_list_page, copy_page
from visitapp.ui.kit.order import stops
from visitapp.ui.kit.page import Page
from visitapp.ui.search.page import SearchPage
from visitapp.ui.search.wiring import search_page
from visitapp.ui.theme.theme import Theme
from visitapp.ui.today.wiring import today_page

MAKE: dict[str, Callable[[Desk], Page]] = {
    "today": lambda desk: today_page(desk.say, desk.run, desk.worker),
    "cases": lambda desk: cases_page(desk.say, desk.run, desk.worker),
    "new family": lambda desk: new_family_page(desk.say, desk.run, desk.worker),
    "bring": lambda desk: bring_page(desk.say, desk.run, desk.worker),
    "overview": lambda desk: overview_page(desk.say, desk.run, desk.worker, desk.families.brindle),
    "chronology": lambda desk: chronology_page(desk.say, desk.run, desk.worker, desk.families.brindle),
    "patterns": lambda desk: patterns_page(desk.say, desk.run, desk.worker, desk.families.brindle),
    "patterns, none": lambda desk: patterns_page(desk.say, desk.run, desk.worker, desk.families.ash),
    "family": lambda desk: family_page(desk.say, desk.run, desk.worker, desk.families.brindle),
    "views": lambda desk: views_page(desk.say, desk.run, desk.worker, desk.families.brindle),
    "body": lambda desk: body_page(desk.say, desk.run, desk.worker, desk.families.brindle, desk.families.bruise),
    "body, none": lambda desk: body_page(desk.say, desk.run, desk.worker, desk.families.ash),
    "said": lambda desk: said_page(desk.say, desk.run, desk.worker, desk.families.brindle),
    "visit": lambda desk: visit_page(desk.say, desk.run, desk.worker, desk.families.brindle, desk.families.visit),
    "addendum": lambda desk: addendum_page(desk.say, desk.run, desk.worker, desk.families.brindle, desk.families.visit),
    "search": lambda desk: search_page(desk.say, desk.run, desk.worker),
    "copy": lambda desk: copy_page(desk.say, desk.run, desk.worker, desk.families.brindle, desk.families.visit),
    "copy list": lambda desk: copy_list_page(desk.say, desk.run, desk.worker),
}


def open_up(desk: Desk, page: Page) -> None:
    """Show what opens only when it is wanted."""
    if isinstance(page, AddendumPage):
        page.list.buttons()[1].click()
        page.button.click()
    if isinstance(page, NewFamilyPage):
        page.children_.button.click()
        page.button.click()
    if isinstance(page, OverviewPage):
        page.timeline.as_table.click()
    if isinstance(page, SaidPage):
        page.way.buttons()[1].click()
    if isinstance(page, SearchPage):
        desk.qtbot.keyClicks(page.looking.control, "mia")
    desk.settle()


@pytest.mark.parametrize("name", MAKE)
@pytest.mark.parametrize(
    ("look", "percent", "width"), [("light", 100, 1134), ("contrast", 200, 1134), ("dark", 200, 760)]
)
def test_everything_has_a_name_and_nothing_stands_out(
    desk: Desk,
    theme: Theme,
    unnamed: Callable[[QWidget], list[str]],
    sideways: Callable[[Page], list[str]],
    name: str,
    look: str,
    percent: int,
    width: int,
):
    theme.set_theme(look)
    theme.set_percent(percent)
    page = desk.show(MAKE[name](desk), width=width)
    for _ in range(2):
        assert unnamed(page) == []
        assert sideways(page) == []
        open_up(desk, page)


@pytest.mark.parametrize("name", MAKE)
def test_tab_goes_down_the_page_and_comes_round(desk: Desk, name: str):
    """From top to bottom, column by column: as one reads; no stop twice, none left out."""
    page = desk.show(MAKE[name](desk))
    order = list(stops(page))
    assert len(order) == len(set(order))
    assert order
    assert page.focusWidget() is not None


@pytest.mark.parametrize("name", MAKE)
def test_no_name_of_a_child_stands_in_a_window_title(desk: Desk, name: str):
    assert desk.show(MAKE[name](desk)).window().windowTitle() == ""
