"""A walk over every page of a visit: everything has a name, nothing stands out sideways, Tab goes as one reads."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.visit.family import ACT_TODAY, QUESTION, FakeSession, Kitchen
from tests.ui.visit.walking import go
from visitapp.domain.contact import ChildSeen, Covered, Paragraph
from visitapp.domain.marks import Account, Mark
from visitapp.domain.organisation import PhoneCard
from visitapp.ui.background import Background
from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.order import stops
from visitapp.ui.kit.page import Page
from visitapp.ui.noreply.page import NoReplyPage
from visitapp.ui.quicknote.page import QuickNotePage
from visitapp.ui.theme.theme import Theme
from visitapp.ui.visit.changes import children, home, note, promises
from visitapp.ui.visit.fieldname import name_of
from visitapp.ui.visit.flow import VisitFlow
from visitapp.ui.visit.presenter import MOVEMENTS
from visitapp.words import Words

Settled = Callable[[], None]
Unnamed = Callable[[QWidget], list[str]]
Sideways = Callable[[Page], list[str]]
NOTE = (Paragraph("The kitchen was warm.", "saw_or_heard"), Paragraph("She feeds better now.", "told_by", "jess"))


def fill(flow: VisitFlow) -> None:
    """As much on the pages as there can be."""
    for change in (
        note.note(NOTE),
        note.in_home("Warm kitchen", "2026-11-20T10:31:00+00:00"),
        home.present(("jess",)),
        home.someone_else("Ray with a very long double-barrelled name", "a friend of the family from the floor below"),
        children.said("tom", seen="no"),
        children.covered("mia", (Covered("face", "chocolate"),)),
        promises.was_done("a1", "no", "The surgery did not answer."),
        promises.promise("Ring the surgery again on Monday morning before nine", "me", None, ("mia", "tom")),
        promises.told("Sam Lee, team lead", "2026-11-20 15:10", "She rings the doctor.", ("mia",)),
    ):
        flow.change(change)
    mark = Mark(id="m1", contact="now", child="mia", region="cheek_fleshy", side="left", kind="bruise", text="Round.")
    flow.change(lambda draft, _new_id: draft.with_item(mark))
    said = Account(id="acc", contact="now", by="jess", about=("m1",), text="She rolled on a brick.")
    flow.change(lambda draft, _new_id: draft.with_item(said))


def unfold(page: Page) -> None:
    for fold in page.findChildren(Fold):
        fold.set_open(True)
    QApplication.processEvents()


@pytest.fixture
def full(flow: VisitFlow, kitchen: Kitchen, settled: Settled) -> VisitFlow:
    kitchen.cards = lambda _draft: (ACT_TODAY, QUESTION)
    fill(flow)
    flow._keeper.ask_now()
    settled()
    return flow


def to_each(flow: VisitFlow, settled: Settled):
    for movement in MOVEMENTS[:-1]:
        go(flow, movement)
        settled()
        unfold(flow.page_shown())
        yield flow.page_shown()
    flow.page_shown().button.click()
    settled()
    unfold(flow.page_shown())
    yield flow.page_shown()
    flow.page_shown().button.click()
    settled()
    yield flow.page_shown()


def test_every_control_has_a_name(full: VisitFlow, settled: Settled, unnamed: Unnamed):
    assert unnamed(full.steps) == []
    for page in to_each(full, settled):
        assert unnamed(page) == [], page.movement


@pytest.mark.parametrize(("percent", "width", "height"), [(100, 1134, 640), (200, 1134, 640), (200, 700, 700)])
def test_nothing_stands_out_sideways(
    full: VisitFlow, settled: Settled, sideways: Sideways, theme: Theme, percent: int, width: int, height: int
):
    theme.set_percent(percent)
    full.resize(width, height)
    QApplication.processEvents()
    for page in to_each(full, settled):
        QApplication.processEvents()
        assert sideways(page) == [], page.movement
    assert full.width() == width


def test_tab_goes_as_one_reads(full: VisitFlow, settled: Settled, qtbot: QtBot):
    """From the top of the column to its bottom, and only then to what stands beside it."""
    for page in to_each(full, settled):
        # What was just unfolded may not have its place yet.
        qtbot.waitUntil(lambda page=page: all(after >= before - 30 for before, after in pairwise(tops(page))))


def tops(page: Page) -> list[int]:
    """How far down the middle of each stop of the column stands, in the order of Tab."""
    return [
        one.mapTo(page.column, QPoint(0, one.height() // 2)).y()
        for one in stops(page.column)
        if page.column.isAncestorOf(one)
    ]


def test_a_part_that_comes_later_is_reached_in_its_place(flow: VisitFlow, settled: Settled):
    go(flow, "write_up")
    flow.change(home.present(("jess",)))
    QApplication.processEvents()
    names = [name_of(one) for one in stops(flow.page_shown())]
    assert names.index("next:new") < names.index("parent:jess:told") < names.index("told:new")


@pytest.mark.parametrize("kind", [QuickNotePage, NoReplyPage])
@pytest.mark.parametrize("percent", [100, 200])
def test_the_short_pages_too(
    qtbot: QtBot, say: Words, background: Background, kitchen: Kitchen, session: FakeSession, numbers: PhoneCard,
    settled: Settled, theme: Theme, unnamed: Unnamed, sideways: Sideways, kind: type, percent: int,
):  # fmt: skip
    theme.set_percent(percent)
    kitchen.cards = lambda _draft: (ACT_TODAY,)
    page = kind(say, background.run, kitchen.verbs(), session, numbers)
    qtbot.addWidget(page)
    page.resize(1134, 640)
    page.show()
    page.begin("stream")
    settled()
    settled()
    assert unnamed(page) == []
    assert sideways(page) == []


def test_a_mark_opens_the_body_map_and_nothing_else_does(flow: VisitFlow, settled: Settled, qtbot: QtBot):
    go(flow, "write_up")
    assert flow.map is None
    flow.page_shown().marks.buttons["mia"].click()
    assert flow.map is not None
    qtbot.waitUntil(lambda: flow.stack.currentWidget() is flow.map.page)
    flow.map.page.wants_place.emit("cheek_fleshy", "left")
    flow.map.page.wants_facts.emit({"kind": "bruise"})
    (mark,) = flow.presenter.draft.of(Mark)
    assert (mark.child, mark.region, mark.side, mark.kind, mark.contact) == (
        "mia", "cheek_fleshy", "left", "bruise", "now",
    )  # fmt: skip
    flow.map.page.wants_account.emit()
    account = flow.map._presenter.sheet.accounts[-1].id
    flow.map.page.wants_account_facts.emit(account, {"by": "jess", "text": "She rolled on a brick."})
    (said,) = flow.presenter.draft.of(Account)
    assert (said.by, said.about) == ("jess", (mark.id,))
    flow.map.page.finished.emit()
    page = flow.page_shown()
    assert page.movement == "write_up"
    assert list(page.marks.unwell) == ["mia"], "asked of the child with a mark, and of no other"
    page.marks.unwell["mia"].buttons()[0].click()
    assert [row.unwell for row in flow.presenter.draft.of(ChildSeen) if row.child == "mia"] == ["yes"]
    row = page.marks._rows[mark.id]
    assert row.accessibleName() == "Mia: Bruise, left cheek (fleshy part)"
    row.click()
    flow.map.page.wants_removal.emit(mark.id)
    assert flow.presenter.draft.of(Mark) == ()
    assert flow.presenter.draft.of(Account) == ()
    flow.map.page.finished.emit()
    assert page.marks.unwell == {}


def test_a_question_leads_to_the_field_that_answers_it(flow: VisitFlow, settled: Settled, qtbot: QtBot):
    go(flow, "write_up")
    page = flow.page_shown()
    for field, children_, name in (
        ("child.words", ("tom",), "child:tom:words"),
        ("child.alone", ("tom",), "child:tom:alone"),
        ("child.awake", ("mia",), "child:mia:awake"),
        ("child.covered", ("mia",), "covered"),
        ("household", (), "who"),
        ("rooms.bedroom", (), "home:bedroom"),
        ("mark.account", ("mia",), "marks:mia"),
        ("visit.not_done", (), "this:not_done"),
    ):
        page.go_to_answer(field, children_)
        QApplication.processEvents()
        assert name_of(QApplication.focusWidget()) == name, field


def test_who_was_there_brings_their_view(flow: VisitFlow, qtbot: QtBot):
    go(flow, "write_up")
    page = flow.page_shown()
    assert page.parents.people == {}
    page.who.ticks.ticks()["jess"].click()
    qtbot.keyClicks(page.parents.people["jess"].words.control, "She wants")
    page.who.ticks.ticks()["jess"].click()
    assert list(page.parents.people) == ["jess"], "what was typed is not taken away"
    page.who.name.control.setText("Ray")
    page.who.put.click()
    assert "Ray" in [tick.words() for tick in page.who.ticks.ticks().values()]
    page.who.put.click()
    assert page.who.name.error.text() != ""


def test_an_empty_name_or_promise_is_told_above_its_field(flow: VisitFlow):
    go(flow, "write_up")
    page = flow.page_shown()
    page.next.put.click()
    page.told.put.click()
    assert page.next.what.error.text() != ""
    assert page.told.who.error.text() != ""
    assert flow.presenter.draft.note == ()
