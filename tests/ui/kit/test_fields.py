"""Fields say their errors, keep plain text plain, and lists lead to what is chosen."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from visitapp.resources import resource
from visitapp.ui.kit.card import ErrorSummary, Facts
from visitapp.ui.kit.cardlist import CardList, CardRow
from visitapp.ui.kit.day import DayField, TimeField
from visitapp.ui.kit.fields import AreaField, LineField, PassphraseField, SelectField
from visitapp.ui.kit.page import Page
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.table import Table
from visitapp.ui.kit.text import Label, Para, Prose


def test_an_error_stands_above_the_field_and_in_its_description(qtbot: QtBot, theme):
    field = LineField("Whom you told", "First name and role")
    qtbot.addWidget(field)
    field.show()
    field.show_error("Say whom you told.")
    assert field.error.isVisible()
    assert field.error.y() < field.control.y()
    assert field.control.accessibleName() == "Whom you told"
    assert field.control.accessibleDescription() == "Say whom you told. First name and role"
    field.show_error("")
    assert not field.error.isVisible()
    assert field.control.accessibleDescription() == "First name and role"


def test_a_note_is_never_taken_for_markup(qtbot: QtBot):
    para = Para("<b>Ann</b> & <img src='x'>")
    qtbot.addWidget(para)
    assert para.textFormat() == Qt.TextFormat.PlainText


def test_showing_words_sends_nothing_and_typing_does(qtbot: QtBot):
    area, line = AreaField("Note"), LineField("Name")
    qtbot.addWidget(area)
    qtbot.addWidget(line)
    for field in (area, line):
        with qtbot.assertNotEmitted(field.edited):
            field.set_value("as it was")
        with qtbot.waitSignal(field.edited) as told:
            qtbot.keyClick(field.control, Qt.Key.Key_X)
        assert "x" in told.args[0]


def test_tab_leaves_a_note(qtbot: QtBot):
    area = AreaField("Note")
    qtbot.addWidget(area)
    assert area.control.tabChangesFocus()


def test_a_select_tells_its_code(qtbot: QtBot, theme):
    field = SelectField("Address", (("a", "12 Hill Street"), ("b", "Flat 3")))
    qtbot.addWidget(field)
    field.show()
    assert field.value() == ""
    with qtbot.waitSignal(field.chosen) as told:
        qtbot.keyClick(field.control, Qt.Key.Key_Down)
    assert told.args == ["a"]
    field.set_value("b")
    assert field.value() == "b"


def test_a_passphrase_is_hidden_until_asked_for(qtbot: QtBot, theme):
    field = PassphraseField("Passphrase", "Show passphrase")
    qtbot.addWidget(field)
    field.line.set_value("four plain words here")
    assert field.line.control.displayText() != "four plain words here"
    field.show_it.click()
    assert field.line.control.displayText() == "four plain words here"
    field.clear()
    assert field.value() == ""
    assert not field.show_it.isChecked()


def test_a_day_shows_how_it_was_read(qtbot: QtBot, say, theme):
    field = DayField(say, "Day", lambda: date(2021, 4, 9))
    qtbot.addWidget(field)
    field.show()
    told: list[date | None] = []
    field.changed.connect(told.append)
    qtbot.keyClicks(field.control, "yesterday")
    assert told[-1] == date(2021, 4, 8)
    assert field.reading.text() == "Thursday, 8 April 2021"
    field.set_day(date(2021, 4, 1))
    assert field.value() == "1 April 2021"
    assert field.day() == date(2021, 4, 1)


def test_a_day_that_cannot_be_read_is_told_on_leaving(qtbot: QtBot, say, theme):
    field = DayField(say, "Day", lambda: date(2021, 4, 9))
    qtbot.addWidget(field)
    field.show()
    qtbot.keyClicks(field.control, "soonish")
    assert not field.error.isVisible()
    field.control.editingFinished.emit()
    assert field.error.isVisible()
    assert field.day() is None


def test_a_time_is_put_as_one_reads_it(qtbot: QtBot, say, theme):
    field = TimeField(say, "Time")
    qtbot.addWidget(field)
    qtbot.keyClicks(field.control, "2.30pm")
    assert field.at() == time(14, 30)
    field.control.editingFinished.emit()
    assert field.value() == "14:30"


def test_the_error_summary_leads_to_the_field(qtbot: QtBot, theme):
    page = Page("Visit")
    qtbot.addWidget(page)
    field = LineField("Whom you told")
    page.add(field)
    page.show()
    page.activateWindow()
    page.show_errors("One thing to put right", [("Say whom you told.", field)])
    summary = page.findChild(ErrorSummary)
    assert summary.isVisible()
    assert summary.accessibleDescription() == "Say whom you told."
    summary.findChild(QAbstractButton).click()
    qtbot.waitUntil(field.control.hasFocus)
    page.show_errors("", [])
    assert not summary.isVisible()


def test_a_button_that_stays_at_the_foot_lives_on(qtbot: QtBot, theme):
    page = Page("Visit")
    qtbot.addWidget(page)
    stays = Button("Go on")
    page.set_foot(stays, Button("Back"))
    page.set_foot(stays)
    page.show()
    qtbot.waitExposed(page)
    assert stays.isVisible()


def test_cards_open_by_key_and_keep_their_place(qtbot: QtBot, theme):
    cards = CardList("Chronology")
    qtbot.addWidget(cards)
    cards.show_rows([CardRow(str(n), f"{n} April 2021") for n in range(1, 4)])
    cards.show()
    cards.set_key("2")
    cards.show_rows([CardRow(str(n), f"{n} April 2021") for n in (3, 2)])
    assert cards.key() == "2"
    with qtbot.waitSignal(cards.opened) as told:
        qtbot.keyClick(cards, Qt.Key.Key_Return)
    assert told.args == ["2"]
    cards.show_rows([])
    assert cards.key() == ""


def test_a_table_opens_its_row_and_folds_where_it_is_narrow(qtbot: QtBot, theme):
    table = Table("Cases", ["Case", "Last seen", "Due by"], 0)
    qtbot.addWidget(table)
    table.show_rows([["Hill family", "12 March 2021", "12 April 2021"], ["Marsh family", "", "3 May 2021"]])
    table.resize(900, 300)
    table.show()
    qtbot.waitExposed(table)
    assert table.model().columnCount() == 3
    table.set_row(1)
    table.resize(260, 300)
    assert table.model().columnCount() == 1
    assert table.model().index(1, 0).data() == "Case: Marsh family\nDue by: 3 May 2021"
    with qtbot.waitSignal(table.opened) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [1]


def test_a_table_gives_its_room_to_the_columns_whose_words_would_wrap(qtbot: QtBot, theme):
    table = Table("Cases", ["Case", "Last seen", "Marks", "Replies"])
    qtbot.addWidget(table)
    table.show_rows([["Hill family", "Mia: 29 September 2026", "0", "0"]])
    table.resize(480, 300)
    table.show()
    qtbot.waitExposed(table)
    short = table.columnWidth(2)
    assert table.columnWidth(1) > table.columnWidth(0) > short
    assert table.rowHeight(0) == 44  # one line: nothing wraps while the columns of figures have more than they need
    table.resize(table.width() + 80, 300)
    assert table.columnWidth(2) == short + 20  # what is left when nothing wraps goes to all


def test_facts_of_several_stand_in_the_same_columns_also_when_shown_anew(qtbot: QtBot, theme):
    facts = Facts()
    qtbot.addWidget(facts)
    facts.show()

    def stands() -> bool:
        words = {one.text(): one for one in facts.findChildren(Prose)}
        day, nobody, tom, alone = (words[one] for one in ("12 March 2021", "Nobody has recorded it", "Tom", "Alone"))
        return day.x() == nobody.x() > alone.x() and day.y() < tom.y() < alone.y() and facts.layout().rowCount() == 3

    for _ in range(2):
        facts.show_facts([("Last seen", "12 March 2021")])
        facts.add_facts([("Alone", "Nobody has recorded it")], Label("Tom"))
        qtbot.waitUntil(stands)


@pytest.mark.parametrize(("width", "height"), [(900, 300), (200, 120)])
def test_a_table_shows_a_row_whole_and_lets_the_page_scroll(qtbot: QtBot, theme, width: int, height: int):
    page = QScrollArea()
    qtbot.addWidget(page)
    table = Table("Cases", ["Case", "Last seen", "Due by", "Marks"])
    table.show_rows([["Hill family", "12 March 2021", "12 April 2021", "0"]] * 9)
    inner = QWidget()
    QVBoxLayout(inner).addWidget(table)
    page.setWidget(inner)
    page.setWidgetResizable(True)
    page.resize(width, height)
    page.show()
    qtbot.waitUntil(lambda: table.viewport().height() >= table.rowHeight(0))


def test_every_icon_is_on_the_grid_in_the_ink_it_is_given():
    icons = sorted(resource("icons").glob("*.svg"))
    assert len(icons) > 50
    for icon in icons:
        drawn = icon.read_text(encoding="utf-8")
        assert 'viewBox="0 0 24 24"' in drawn, icon.name
        assert 'stroke-width="2"' in drawn, icon.name
        assert "#" not in drawn, icon.name
