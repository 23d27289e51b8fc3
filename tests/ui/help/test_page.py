"""The help page: a section brought up, words found, links followed; by keyboard alone."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from visitapp.ui.help.page import HelpPage
from visitapp.ui.help.pages import ORDER, read
from visitapp.ui.kit.press import LinkButton


@pytest.fixture
def page(qtbot: QtBot, say, theme) -> HelpPage:
    made = HelpPage(say, [read(name) for name in ORDER])
    qtbot.addWidget(made)
    made.resize(1134, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.take_focus()
    return made


def top_of(page: HelpPage, heading: str) -> int:
    """Where a section's heading stands below the top of what is seen, in pixels."""
    line = next(one for one in page._lines if one.text() == heading)
    return line.mapTo(page.pane.viewport(), QPoint(0, 0)).y()


def test_it_begins_with_the_first_day_and_lists_all_pages(page: HelpPage):
    assert page.title.text() == "Your first day"
    assert len(page.links) == len(ORDER)
    assert page.pane.hasFocus()


def test_a_section_is_brought_up(qtbot: QtBot, page: HelpPage):
    page.go("visit#sign-what-happened")
    assert page.title.text() == "A visit, from Prepare to the signatures"
    qtbot.waitUntil(lambda: 0 <= top_of(page, "Sign: what happened") < 120)


def test_the_list_leads_to_another_page_at_its_beginning(qtbot: QtBot, page: HelpPage):
    page.pane.verticalScrollBar().setValue(400)
    link = page.links["sync"]
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    assert page.title.text() == "Saving and syncing, in plain words"
    qtbot.waitUntil(lambda: page.pane.verticalScrollBar().value() == 0)


def test_a_link_on_a_page_is_followed(qtbot: QtBot, page: HelpPage):
    page.go("wrong")
    link = next(one for one in page.body.findChildren(LinkButton) if one.words() == "Correcting what is signed")
    link.click()
    qtbot.waitUntil(lambda: 0 <= top_of(page, "Correcting what is signed") < 300)
    assert page.shown == "visit"


def test_words_are_found_one_after_the_other(qtbot: QtBot, page: HelpPage):
    page.go("sync")
    qtbot.keyClick(page.pane, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.focusWidget() is page.looking
    qtbot.keyClicks(page.looking, "receipt")
    assert page.count.text().startswith("Found ")
    first = [(line, line.selectedText()) for line in page._lines if line.hasSelectedText()]
    assert [words.lower() for _, words in first] == ["receipt"]
    qtbot.keyClicks(page.looking, "zzz")
    assert page.count.text() == "Not on this page. Another page may have it."
    assert not any(line.hasSelectedText() for line in page._lines)
    page.looking.selectAll()
    qtbot.keyClicks(page.looking, "the server")
    chosen = set()
    for _ in range(3):
        qtbot.keyClick(page.looking, Qt.Key.Key_Return)
        chosen |= {(id(line), line.selectionStart()) for line in page._lines if line.hasSelectedText()}
    assert len(chosen) == 3


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", ORDER)
def test_every_page_has_names_and_nothing_stands_out(qtbot, page: HelpPage, theme, unnamed, sideways, name, percent):
    theme.set_percent(percent)
    page.go(name)
    qtbot.waitUntil(lambda: sideways(page) == [])
    assert unnamed(page) == []
