"""The team picture before a lead: what its cells say, in which order, what is opened; for nobody else."""

import re
from datetime import date

import pytest
from msgspec.structs import fields
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk
from visitapp.actions.team import TeamRow, team
from visitapp.domain.organisation import Thresholds
from visitapp.errors import Refused
from visitapp.questions.picture import OfChild, Picture
from visitapp.ui.team.page import TeamPage
from visitapp.ui.team.rows import COLUMNS, headings, meanings, orders, told
from visitapp.ui.team.wiring import team_page
from visitapp.words import Words

_NOTHING = Picture(seen=(), alone=(), due=(), marks=0, differ=0, worried=0, view_since=None, not_met=0, replies=0)


def row(title: str, **facts: object) -> TeamRow:
    return TeamRow(title.lower(), title, Picture(**{name: getattr(_NOTHING, name) for name in _names()} | facts))


def _names() -> tuple[str, ...]:
    return tuple(field.name for field in fields(Picture))


def titles(say: Words, rows: list[TeamRow], order: str) -> list[str]:
    return [one.cells[0] for one in told(say, rows, order)]


@pytest.fixture
def page(desk: Desk) -> TeamPage:
    return desk.show(team_page(desk.say, desk.run, desk.lead))


def cells(page: TeamPage, row: int) -> dict[str, str]:
    return dict(zip(COLUMNS, page._rows[row].cells, strict=True))


def test_every_family_has_its_row_of_facts(desk: Desk, page: TeamPage):
    assert [one.cells[0] for one in page._rows] == sorted(one.title for one in team(desk.lead))
    brindle = next(one for one in page._rows if one.stream == desk.families.brindle)
    said = dict(zip(COLUMNS, brindle.cells, strict=True))
    assert said["marks"] != "0"
    assert said["replies"] == "1"
    assert re.search(r"\d{1,2} \w+ \d{4}", said["seen"])


def test_return_and_the_button_open_a_family(desk: Desk, page: TeamPage, qtbot: QtBot):
    opened: list[str] = []
    page.case_opened.connect(opened.append)
    page.table.set_row(1)
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    page.open_button.click()
    assert opened == [page._rows[1].stream] * 2


def test_another_order_keeps_the_family_that_was_chosen(desk: Desk, page: TeamPage):
    page.table.set_row(1)
    chosen = page._rows[1].stream
    for name in COLUMNS:
        page.order.set_value(name)
        page.order.chosen.emit(name)
        assert page._rows[page.table.row()].stream == chosen


def test_a_worker_is_refused(desk: Desk):
    with pytest.raises(Refused):
        team(desk.worker)


def test_an_empty_laptop_says_so(desk: Desk, say: Words):
    page = desk.show(TeamPage(say))
    page.show_team((), ())
    assert page.nothing.isVisible()
    assert not page.table.isVisible()
    assert not page.open_button.isEnabled()


def test_no_order_is_by_worker_and_no_cell_names_one(desk: Desk, say: Words, page: TeamPage):
    assert [name for name, _ in orders(say)] == list(COLUMNS)
    said = " ".join(cell for one in page._rows for cell in one.cells)
    for session in (desk.worker, desk.lead):
        assert session.who.name not in said
    meant = [words for pair in meanings(say, Thresholds()) for words in pair]
    words = " ".join((*headings(say), *(words for _, words in orders(say)), *meant, say("team.hint")))
    assert not re.search(r"score|rank|risk|worst|league|severity", words, re.IGNORECASE)


def test_orders_are_by_the_fact_alone_and_by_name_where_it_is_the_same(say: Words):
    day = date(2026, 5, 1)
    rows = [
        row("Birch", seen=(OfChild("Ann", day),), marks=2, view_since=day),
        row("Alder", seen=(OfChild("Joe", day), OfChild("Kit", None)), marks=2),
        row("Cedar", seen=(OfChild("Mia", date(2026, 4, 1)),), marks=5, view_since=date(2025, 1, 1)),
    ]
    assert titles(say, rows, "family") == ["Alder", "Birch", "Cedar"]
    assert titles(say, rows, "seen") == ["Alder", "Cedar", "Birch"]
    assert titles(say, rows, "marks") == ["Cedar", "Alder", "Birch"]
    assert titles(say, rows, "view") == ["Cedar", "Birch", "Alder"]
    assert titles(say, rows, "replies") == ["Alder", "Birch", "Cedar"]


def test_one_day_for_all_children_is_said_once_and_what_is_missing_in_words(say: Words):
    day = date(2026, 5, 1)
    same = row("Birch", seen=(OfChild("Ann", day), OfChild("Joe", day)), alone=(OfChild("Ann", None),))
    other = row("Cedar", seen=(OfChild("Ann", day), OfChild("Joe", None)), due=(OfChild("Ann", day),))
    first, second = (dict(zip(COLUMNS, one.cells, strict=True)) for one in told(say, [same, other], "family"))
    assert (first["seen"], first["alone"], first["due"]) == ("1 May 2026", "no record", "no day set")
    assert second["seen"] == "Joe: no record\nAnn: 1\N{NO-BREAK SPACE}May 2026"
    assert (second["due"], second["view"]) == ("1 May 2026", "no view recorded")
