"""The chronology: newest first, happened and signed and sent apart, narrowed to what was chosen, found as one types."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from tests.office.casework import signed
from tests.ui.desk import Desk
from visitapp.actions.cases import begin_case
from visitapp.actions.overview import Chronicle, chronicle
from visitapp.actions.reading import Row
from visitapp.domain.contact import Paragraph
from visitapp.domain.days import Day
from visitapp.domain.family import Child
from visitapp.ui.case.chronology.page import ChronologyPage
from visitapp.ui.case.chronology.presenter import Narrowed, narrow, worded
from visitapp.ui.case.wiring import chronology_page
from visitapp.words import Words, load, text


def opened(desk: Desk) -> ChronologyPage:
    return desk.show(chronology_page(desk.say, desk.run, desk.worker, desk.families.brindle))


def cards(page: ChronologyPage):
    return page.cards.cards.rows


def test_newest_first_with_where_each_comes_from(desk: Desk):
    page = opened(desk)
    first, second = cards(page)[:2]
    assert first.heading == "31 May 2026, 09:40 · Phone call"
    assert first.tags == (("Contact", "plain"),)
    assert second.heading == "31 May 2026, 09:40 · Note"
    assert "Written 1 June 2026" in second.foot
    assert "Signed by Asha Reed 1 June 2026" in second.foot
    assert "On the server" in second.foot


def test_a_note_shows_what_it_is_made_of_and_is_found_by_it(desk: Desk):
    page = opened(desk)
    note = next(card for card in cards(page) if "The flat was warm." in card.words)
    assert [words for words, _ in note.tags] == ["Seen or heard", "Told", "View"]
    page.source.set_value("told")
    page.source.chosen.emit("told")
    assert note.key in {card.key for card in cards(page)}


def test_what_is_not_on_the_server_says_so(desk: Desk):
    page = desk.show(chronology_page(desk.say, desk.run, desk.worker, desk.families.ash))
    assert all("Only on this laptop so far" in card.foot for card in cards(page))


def test_what_was_corrected_stays_and_is_marked(desk: Desk):
    page = opened(desk)
    tags = {card.words: [words for words, _ in card.tags] for card in cards(page)}
    assert "Corrected later" in tags["She rolled onto her toy in the cot."]
    assert "Corrected later" not in tags["She rolled onto her toy in her sleep. I found it in the morning."]


def test_it_is_found_as_one_types_and_return_opens_the_visit(desk: Desk):
    page = opened(desk)
    desk.qtbot.keyClicks(page.looking.control, "flat SUNDAY")
    (card,) = cards(page)
    assert [card.words[start:end] for start, end in card.hits] == ["flat", "Sunday"]
    assert page.count.text().startswith("1 of ")
    desk.qtbot.keyClick(page.looking.control, Qt.Key.Key_Return)
    assert page.cards.hasFocus()
    with desk.qtbot.waitSignal(page.visit_opened) as visit:
        desk.qtbot.keyClick(page.cards, Qt.Key.Key_Return)
    assert visit.args == [desk.families.visit]


def test_a_child_is_chosen_and_what_is_about_nobody_in_particular_stays(desk: Desk):
    page = opened(desk)
    page.child.set_value(desk.families.tom)
    page.child.chosen.emit(desk.families.tom)
    headings = " ".join(card.heading for card in cards(page))
    assert "Mark on Tom" in headings
    assert "Mark on Mia" not in headings
    assert "What Asha Reed made of it" in headings


def test_nothing_left_says_what_to_do(desk: Desk):
    page = opened(desk)
    desk.qtbot.keyClicks(page.looking.control, "zzz")
    assert page.count.text() == "No entry matches. Take a filter away, or type fewer letters."


def test_a_refresh_keeps_how_it_is_narrowed(desk: Desk):
    page = opened(desk)
    page.kind.set_value("phone")
    page.kind.chosen.emit("phone")
    before = cards(page)
    assert 0 < len(before) < 10
    page.arrived.emit()
    desk.settle()
    assert cards(page) == before
    assert page.kind.value() == "phone"


@pytest.fixture(scope="module")
def chronicle_(filled) -> Chronicle:
    office, families = filled
    return chronicle(office.worker, families.brindle)


WORDS = load()
ROWS = st.builds(
    Row,
    date=st.builds(Day, st.integers(2019, 2026), st.none(), st.none()),
    time=st.sampled_from(["", "14:00"]),
    kind=st.sampled_from(["home_visit", "phone", None]),
    children=st.sets(st.sampled_from(["ann", "joe"])).map(tuple),
    source=st.sampled_from(["contact", "note", "seen", "told", "view"]),
    heading=st.just(text("reading.note")),
    words=st.text("aBc ßİ", max_size=12),
    by=st.just("Asha Reed"),
    known_on=st.none(),
    signed_at=st.just(""),
    on_server=st.booleans(),
    contact=st.just("c"),
    record=st.just("r"),
    item=st.uuids().map(str),
    also=st.sets(st.sampled_from(["seen", "told"])).map(tuple),
)
NARROWED = st.builds(
    Narrowed,
    st.sampled_from(["", "ann", "joe"]),
    st.sampled_from(["", "phone"]),
    st.sampled_from(["", "told", "note"]),
    st.text("aBc ", max_size=4),
)


@given(st.lists(ROWS, max_size=12), NARROWED)
def test_narrowing_only_takes_away_and_keeps_the_order(found: list[Row], by: Narrowed):
    entries = worded(WORDS, Chronicle(stream="s", title="T", children=(), rows=tuple(found), held_back=0)).entries
    whole = [card.key for card in narrow(entries, Narrowed())]
    left = narrow(entries, by)
    keys = [card.key for card in left]
    assert keys == [key for key in whole if key in set(keys)]
    for card in left:
        row = next(row for row in found if row.item == card.key)
        assert not by.child or not row.children or by.child in row.children
        for start, end in card.hits:
            assert card.words[start:end].lower() in {word.lower() for word in by.typed.split()} or end - start > 1


def test_every_word_of_every_row_can_be_said(chronicle_: Chronicle, say: Words):
    assert len(worded(say, chronicle_).entries) == len(chronicle_.rows)


def test_of_a_long_case_the_newest_come_first_and_the_rest_follows(desk: Desk):
    worker = desk.worker
    stream = begin_case(worker, "LONG", "Long family", (Child(id=worker.new_id(), name="Ann"),))
    for days in range(40):
        signed(worker, stream, worker.today() - timedelta(days=days), note=(Paragraph(f"Note {days}."),))
    asked = []

    def load(session, stream_, newest):
        asked.append(newest)
        return chronicle(session, stream_, newest)

    page = desk.show(chronology_page(desk.say, desk.run, worker, stream, load))
    first = cards(page)
    assert page.count.text() == "The newest entries. The rest is coming …"
    assert 30 <= len(first) < 80
    desk.qtbot.waitUntil(lambda: len(cards(page)) == 80)
    assert cards(page)[: len(first)] == first
    assert asked == [30, 0]


def test_a_short_case_is_loaded_once(desk: Desk):
    asked = []

    def load(session, stream, newest):
        asked.append(newest)
        return chronicle(session, stream, newest)

    page = desk.show(chronology_page(desk.say, desk.run, desk.worker, desk.families.brindle, load))
    assert asked == [30]
    assert not page._rest_asked
