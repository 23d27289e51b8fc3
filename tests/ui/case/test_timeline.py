"""The case through time: lanes and shapes, by keyboard and in words; the table holds the same."""

import time
from datetime import date

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetrics, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.office.casework import begun
from tests.questions.telling import Telling
from tests.ui.desk import Desk
from visitapp.actions import visits
from visitapp.actions.timeline import Timeline, through_time, timeline
from visitapp.domain.days import Day
from visitapp.domain.family import Child, Stay
from visitapp.domain.judgement import Worry, WorryUpdate
from visitapp.ui.case.timeline.painting import days_to_name
from visitapp.ui.case.timeline.panel import TimelinePanel
from visitapp.ui.case.wiring import overview_page
from visitapp.ui.theme.theme import Theme
from visitapp.ui.theme.tokens import S
from visitapp.words import Words

TODAY = date(2021, 9, 1)


def told() -> Telling:
    telling = Telling().child("ann", "Ann Marlowe", "2016-05-02").child("joe", "Joe Marlowe", "2019-05-02")
    telling.contact("c1", "2021-06-01", outcome="seen").seen("ann", alone="yes").seen("joe", "no")
    telling.mark("m1", region="ear", side="left").account("m1", text="She fell off the wall.").view("neglect")
    telling.contact("c2", "2021-07-01", outcome="no_reply")
    telling.contact("c3", "2021-08-01", outcome="seen").seen("ann", alone="unknown").seen("joe", "unknown")
    telling.mark("m2", region="ear", side="left", same_as="m1").worry("w1", "neighbour", "ann", text="Shouting.")
    telling.say(WorryUpdate(id="u1", contact="c3", worry="w1", called="gossip"))
    telling.view("medical", rivals=("neglect",)).person("ray", "Ray Stone")
    telling.say(Stay(id="s1", person="ray", since=Day.read("2021-06-10")))
    return telling


def lanes(found: Timeline, say: Words) -> dict[str, list[tuple[str, str]]]:
    return {say(lane.heading): [(one.shape, say(one.words)) for one in lane.happenings] for lane in found.lanes}


@pytest.fixture
def panel(qtbot: QtBot, theme: Theme, say: Words) -> TimelinePanel:
    made = TimelinePanel(say)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show_timeline(through_time(told().case(), TODAY))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.picture.setFocus()
    return made


def test_filled_is_seen_ring_not_seen_double_ring_alone_and_unknown_is_none_of_them(say: Words):
    found = lanes(through_time(told().case(), TODAY), say)
    assert found["Ann Marlowe seen"] == [
        ("double", "1 June 2021: Ann Marlowe was seen alone by social worker (Home visit)."),
        ("filled", "1 August 2021: Ann Marlowe was seen by social worker (Home visit)."),
    ]
    assert found["Joe Marlowe seen"] == [
        ("ring", "1 June 2021: Joe Marlowe was not seen by social worker (Home visit)."),
    ]
    assert [shape for shape, _ in found["Contacts"]] == ["tick", "cross", "tick"]


def test_a_child_whose_name_was_put_right_has_one_lane(say: Words):
    telling = told()
    telling.correct("ann", Child(id="ann-2", name="Anna Marlowe"))
    telling.contact("c4", "2021-08-20", outcome="seen").seen("ann-2")
    found = lanes(through_time(telling.case(), TODAY), say)
    assert [shape for shape, _ in found["Anna Marlowe seen"]] == ["double", "filled", "filled"]
    assert "Ann Marlowe seen" not in found


def test_a_label_stays_on_a_worry_that_was_put_right_and_no_arrival_is_late_because_somebody_left(say: Words):
    telling = told()
    telling.day = "2021-06-12"
    telling.say(Stay(id="s2", person="kim", since=Day.read("2021-06-11")))
    telling.day = "2021-08-20"
    telling.correct("w1", Worry(id="w1-2", contact="c3", by="neighbour", about="ann", text="Shouting, twice."))
    stay = Stay(id="s2-2", person="kim", since=Day.read("2021-06-11"), until=Day.read("2021-08-19"))
    telling.correct("s2", stay)
    found = lanes(through_time(telling.case(), TODAY), say)
    assert "gossip" in found["Worries"][0][1]
    (words,) = [words for _, words in found["Lived here: Kim Marlowe"] if "11 June 2021" in words]
    assert "19 August 2021" in words
    assert "12 June 2021" in words, "the day on which we came to know of the arrival"
    assert "20 August 2021" not in words


def test_marks_words_and_worries_have_lanes_of_their_own(say: Words):
    found = lanes(through_time(told().case(), TODAY), say)
    assert [shape for shape, _ in found["Marks"]] == ["diamond", "diamond_open"]
    assert found["What people said"] == [("square", "1 June 2021: Kim Marlowe: She fell off the wall.")]
    ((shape, words),) = found["Worries"]
    assert (shape, "Called gossip" in words) == ("triangle", True)


def test_who_lived_here_and_when_we_came_to_know(say: Words):
    found = through_time(told().case(), TODAY)
    lane = next(lane for lane in found.lanes if say(lane.heading) == "Lived here: Ray Stone")
    (stay,) = lane.happenings
    assert (stay.day, stay.until, stay.learned) == (date(2021, 6, 10), TODAY, date(2021, 8, 1))
    assert say(stay.words) == "Ray Stone lives here, since 10 June 2021. We came to know of it on 1 August 2021."


def test_a_view_is_held_until_its_holder_thinks_otherwise(say: Words):
    found = through_time(told().case(), TODAY)
    lane = next(lane for lane in found.lanes if lane.kind == "views")
    assert [(one.day, one.until) for one in lane.happenings] == [
        (date(2021, 6, 1), date(2021, 8, 1)),
        (date(2021, 8, 1), TODAY),
    ]
    assert "Another explanation: Mainly neglect." in say(lane.happenings[1].words)


def test_views_of_colleagues_wait(desk: Desk):
    draft = begun(desk.lead, desk.families.brindle)
    assert not [lane for lane in timeline(desk.lead, desk.families.brindle).lanes if lane.kind == "views"]
    visits.discard(desk.lead, draft.id)
    assert [lane for lane in timeline(desk.lead, desk.families.brindle).lanes if lane.kind == "views"]


def test_keys_move_and_the_words_follow(panel: TimelinePanel):
    picture = panel.picture
    assert panel.words.text().startswith("Contacts (3 of 3): 1 August 2021")
    QTest.keyClick(picture, Qt.Key.Key_Left)
    assert panel.words.text() == "Contacts (2 of 3): 1 July 2021: Home visit: No reply. social worker."
    QTest.keyClick(picture, Qt.Key.Key_Home)
    QTest.keyClick(picture, Qt.Key.Key_Down)
    assert panel.words.text().startswith("Ann Marlowe seen (1 of 2): 1 June 2021: Ann Marlowe was seen alone")
    assert picture.accessibleDescription().startswith(panel.words.text())
    QTest.keyClick(picture, Qt.Key.Key_Up)
    QTest.keyClick(picture, Qt.Key.Key_Up)
    assert panel.words.text().startswith("Contacts (1 of 3)")


def test_return_opens_the_visit(qtbot: QtBot, panel: TimelinePanel):
    with qtbot.waitSignal(panel.visit_opened) as opened:
        QTest.keyClick(panel.picture, Qt.Key.Key_Return)
    assert opened.args == ["c3"]


def test_a_press_takes_in_hand_and_another_opens(qtbot: QtBot, panel: TimelinePanel):
    at = panel.picture.place_of(1, 0).toPoint()
    QTest.mouseClick(panel.picture, Qt.MouseButton.LeftButton, pos=at)
    assert panel.words.text().startswith("Ann Marlowe seen (1 of 2)")
    with qtbot.waitSignal(panel.visit_opened) as opened:
        QTest.mouseClick(panel.picture, Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == ["c1"]


def test_closer_shows_less_time_and_what_is_in_hand_stays_in_sight(panel: TimelinePanel):
    picture = panel.picture
    assert not panel.later.isEnabled()
    for _ in range(8):
        QTest.keyClick(picture, Qt.Key.Key_Plus)
    assert panel.earlier.isEnabled()
    assert 0 <= picture.place_of(0, 2).x() <= picture.width()
    QTest.keyClick(picture, Qt.Key.Key_Home)
    assert 0 <= picture.place_of(0, 0).x() <= picture.width()
    for _ in range(8):
        QTest.keyClick(picture, Qt.Key.Key_Minus)
    assert not panel.earlier.isEnabled()


def test_the_table_holds_the_same(qtbot: QtBot, panel: TimelinePanel, say: Words):
    panel.as_table.click()
    assert panel.table.isVisible()
    assert not panel.picture.isVisible()
    model = panel.table.model()
    rows = [tuple(str(model.index(row, column).data()) for column in range(3)) for row in range(model.rowCount())]
    found = through_time(told().case(), TODAY)
    assert sorted(words for _, _, words in rows) == sorted(
        say(one.words) for lane in found.lanes for one in lane.happenings
    )
    panel.table.set_row(0)
    panel.table.setFocus()
    with qtbot.waitSignal(panel.visit_opened):
        QTest.keyClick(panel.table, Qt.Key.Key_Return)
    panel.as_table.click()
    assert panel.picture.isVisible()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_shapes_are_there_in_every_theme(qtbot: QtBot, theme: Theme, panel: TimelinePanel, look: str):
    theme.set_theme(look)
    picture = panel.picture
    image = picture.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    for lane in range(3):
        at = picture.place_of(lane, 0)
        around = {image.pixel((at + QPointF(x, y)).toPoint()) for x in range(-8, 9) for y in range(-8, 9)}
        assert len(around) > 2


@pytest.mark.parametrize(
    ("first", "last", "most", "named"),
    [
        (date(2021, 1, 5), date(2021, 6, 1), 8, ["02", "03", "04", "05", "06"]),
        (date(2015, 1, 5), date(2021, 6, 1), 8, ["2016", "2017", "2018", "2019", "2020", "2021"]),
        (date(2015, 1, 5), date(2021, 6, 1), 3, ["2016", "2019"]),
        (date(2021, 6, 2), date(2021, 6, 20), 8, ["02"]),
    ],
)
def test_the_axis_is_named_as_closely_as_there_is_room(first: date, last: date, most: int, named: list[str]):
    days = days_to_name(first, last, most)
    assert [str(day.year) if len(named[0]) == 4 else f"{day.month:02}" if len(days) > 1 else f"{day.day:02}"
            for day in days] == named  # fmt: skip


def test_two_thousand_contacts_are_quick(qtbot: QtBot, theme: Theme, say: Words):
    telling = Telling().child("ann", "Ann")
    day = date(2011, 1, 1).toordinal()
    for number in range(2000):
        telling.contact(f"c{number}", date.fromordinal(day + 2 * number).isoformat(), outcome="seen")
        telling.seen("ann", alone="yes" if number % 3 else "no")
    found = through_time(telling.case(), date.fromordinal(day + 4000))
    panel = TimelinePanel(say)
    qtbot.addWidget(panel)
    panel.resize(1000, 600)
    panel.show()
    panel.show_timeline(found)
    begun_at = time.perf_counter()
    panel.picture.grab()
    painted = time.perf_counter() - begun_at
    begun_at = time.perf_counter()
    QTest.keyClick(panel.picture, Qt.Key.Key_Left)
    panel.picture.grab()
    moved = time.perf_counter() - begun_at
    assert moved < painted
    assert painted < 1.0  # a quiet machine takes some 20 ms


def test_it_stands_on_the_overview_once_that_is_painted(desk: Desk):
    page = desk.show(overview_page(desk.say, desk.run, desk.worker, desk.families.brindle))
    desk.qtbot.waitUntil(lambda: page.timeline.isVisible())
    assert page.timeline.picture.in_hand() is not None
    assert page.begin["visit"].hasFocus()
    contact = page.timeline.picture.in_hand().contact
    with desk.qtbot.waitSignal(page.visit_opened) as opened:
        page.timeline.picture.opened.emit(contact)
    assert opened.args == [contact]


def test_no_name_of_a_lane_is_cut_where_there_is_room(panel: TimelinePanel):
    picture = panel.picture
    metrics = QFontMetrics(picture._small())
    for who in ("Allocated social worker", "Health visitor", "Class teacher", "Asha Reed", "Sam Lee"):
        name = f"View: {who}"
        picture._names = [name]
        assert metrics.elidedText(name, Qt.TextElideMode.ElideRight, picture._label_width() - 2 * S) == name
