"""The body: all marks of one child on one map, through time; the list beside it says the same."""

from collections.abc import Sequence
from datetime import date

import pytest
from PySide6.QtCore import QLineF, Qt
from PySide6.QtTest import QTest

from tests.questions.telling import Telling
from tests.ui.desk import Desk
from visitapp.actions.body import OnBodies, marks_by_child, on_bodies
from visitapp.actions.versions import marks_with_what_was_said
from visitapp.domain.family import Child
from visitapp.domain.marks import Mark, Point
from visitapp.ui.bodymap.drawing import Drawings, load
from visitapp.ui.case.body.page import BodyPage
from visitapp.ui.case.body.presenter import BodyPresenter, MarkRow
from visitapp.ui.case.wiring import body_page, chronology_page, said_page
from visitapp.ui.kit.press import LinkButton
from visitapp.words import Words

TODAY = date(2021, 9, 1)
SPOT = Point("v1", "child", "front", 300, 330)


@pytest.fixture(scope="module")
def drawings() -> Drawings:
    return load()


class Looked:
    """A page without a screen: what it was told to show."""

    def __init__(self) -> None:
        self.rows: Sequence[MarkRow] = ()
        self.none = ""

    def show_children(self, title: str, children: Sequence[tuple[str, str]], chosen: str) -> None:
        self.title, self.children, self.child = title, children, chosen

    def show_days(self, days: int, at: int, words: str, place: str) -> None:
        self.days, self.at, self.words = days, at, words

    def show_pictures(self, figure: str, group: str, pictures: Sequence[object], elsewhere: str) -> None:
        self.figure, self.group, self.pictures, self.elsewhere = figure, group, pictures, elsewhere

    def show_marks(self, rows: Sequence[MarkRow], none: str) -> None:
        self.rows, self.none = rows, none

    def show_none(self, title: str) -> None:
        self.none = title

    def show_failure(self, words: str) -> None:
        pass

    def markers(self) -> list[tuple[str, str, bool]]:
        """The number of each marker, on which view, and whether it is a ring."""
        return [(one.name, picture.view, one.earlier) for picture in self.pictures for one in picture.markers]


def told() -> Telling:
    telling = Telling().child("ann", "Ann Marlowe", "2016-05-02").child("joe", "Joe Marlowe", "2019-05-02")
    telling.contact("c1", "2021-06-01", outcome="seen").mark("m1", region="upper_arm", side="left", point=SPOT)
    telling.mark("m2", region="upper_arm", side="left", kind="scratch", point=SPOT)
    telling.account("m1", text="He fell.")
    telling.contact("c2", "2021-07-01", outcome="seen").mark("m3", region="gum", kind="cut")
    telling.mark("m4", region="unspecified")
    telling.contact("c3", "2021-08-01", outcome="seen")
    return telling.mark("m5", region="upper_arm", side="left", same_as="m1", point=SPOT)


@pytest.fixture
def looked(say: Words, drawings: Drawings) -> tuple[BodyPresenter, Looked]:
    view = Looked()
    presenter = BodyPresenter(say, view, drawings, TODAY)
    presenter.show(OnBodies("Marlowe family", marks_by_child(told().case())))
    return presenter, view


def test_all_marks_of_one_child_stand_on_one_map(looked: tuple[BodyPresenter, Looked]):
    _, view = looked
    assert view.title == "Body: Ann Marlowe"
    assert view.words == "All days: 4 marks, 1 June 2021 to 1 August 2021"
    assert view.days == view.at == 3
    assert view.markers() == [("1", "front", False), ("2", "front", False)]
    assert (
        view.elsewhere
        == "Also marked, on other drawings: Mouth (3). On no drawing, because the place or the side was not stated: 4."
    )
    assert dict(view.children) == {"ann": "Ann Marlowe: 4 marks", "joe": "Joe Marlowe: no mark"}


def test_the_same_mark_seen_again_is_one_mark_with_its_sightings(looked: tuple[BodyPresenter, Looked]):
    presenter, view = looked
    assert view.rows[0].lines == ("Seen 2 times, 1 June 2021 to 1 August 2021", "1 version of how it came")
    assert view.rows[1].lines == ("Seen 1 June 2021", "Nobody has said how it came")
    presenter.choose("m1")
    assert [contact for contact, _ in view.rows[0].visits] == ["c1", "c3"]
    said = view.rows[0].said
    assert said is not None
    assert [version.words for version in said.versions] == ["He fell."]
    presenter.choose("m1")
    assert view.rows[0].said is None


def test_the_slider_goes_from_day_to_day(looked: tuple[BodyPresenter, Looked]):
    presenter, view = looked
    presenter.set_day(0)
    assert view.words == "1 June 2021: 2 marks seen on that day"
    assert [row.key for row in view.rows] == ["m1", "m2"]
    presenter.set_day(2)
    assert view.words == "1 August 2021: 1 mark seen on that day, 3 seen before it (rings)"
    assert view.markers() == [("1", "front", False), ("2", "front", True)]


def test_a_mark_on_another_drawing_is_turned_to(looked: tuple[BodyPresenter, Looked]):
    presenter, view = looked
    presenter.choose("m3")
    assert view.group == "mouth"
    assert ("3", "mouth", False) in view.markers()
    presenter.set_figure("infant")
    presenter.choose("m1")
    assert view.rows[0].note.startswith("It stands in the middle of its place here")


def test_the_figure_is_that_of_the_age_on_the_day(say: Words, drawings: Drawings):
    view = Looked()
    telling = Telling().child("ann", "Ann", "2019-06-01").contact("c1", "2021-05-01").mark("m1")
    telling.contact("c2", "2021-07-01").mark("m2", region="knee")
    presenter = BodyPresenter(say, view, drawings, TODAY)
    presenter.show(OnBodies("A", marks_by_child(telling.case())))
    assert view.figure == "child"
    presenter.set_day(0)
    assert view.figure == "infant"


def test_a_mark_looked_for_and_not_found_is_listed_and_not_drawn(say: Words, drawings: Drawings):
    view = Looked()
    telling = Telling().child("ann", "Ann").contact("c1", "2021-05-01").mark("m1", found="no").mark("m2", side="left")
    BodyPresenter(say, view, drawings, TODAY).show(OnBodies("A", marks_by_child(telling.case())))
    assert view.rows[0].lines[0] == "Looked for 1 May 2021, not found"
    assert [name for name, *_ in view.markers()] == ["2"]
    assert view.words == "1 mark, seen on 1 May 2021"


def test_it_opens_at_a_later_sighting_of_a_mark(say: Words, drawings: Drawings):
    view = Looked()
    presenter = BodyPresenter(say, view, drawings, TODAY, "m5")
    presenter.show(OnBodies("A", marks_by_child(told().case())))
    assert [row.key for row in view.rows if row.said] == ["m1"]


def test_what_was_said_of_a_mark_stays_with_it_when_it_is_corrected():
    telling = told()
    telling.correct("m1", Mark(id="m9", contact="c1", child="ann", region="upper_arm", side="right", kind="bruise"))
    first = marks_with_what_was_said(telling.case())
    bruise = next(mark for mark in first if any(seen.mark.id == "m9" for seen in mark.seen))
    assert [version.words for version in bruise.versions] == ["He fell."]
    assert len(bruise.seen) == 2


def test_the_marks_of_a_child_whose_name_was_put_right_stay_together():
    telling = told()
    telling.correct("ann", Child(id="ann-2", name="Anna Marlowe"))
    telling.contact("c4", "2021-08-20", outcome="seen").mark("m6", child="ann-2", region="hip", side="left")
    ann, _ = marks_by_child(telling.case())
    assert (ann.child.name, len(ann.marks)) == ("Anna Marlowe", 5)


# On the screen


@pytest.fixture
def page(desk: Desk) -> BodyPage:
    telling = told()

    def load_told(_session: object, _stream: str) -> OnBodies:
        return OnBodies("Marlowe family", marks_by_child(telling.case()))

    return desk.show(body_page(desk.say, desk.run, desk.worker, desk.families.brindle, load=load_told))


def test_marks_in_one_region_do_not_hide_each_other(page: BodyPage):
    figure = page.pictures.figures["front"]
    placed = figure.placed_markers()
    assert len(placed) == 2
    (first, set_at, shown), (_, other_set_at, other) = placed
    assert first.name == "1"
    assert set_at == other_set_at
    assert QLineF(shown, other).length() >= 24


def test_markers_follow_the_size_of_the_picture_and_are_reckoned_once_for_each(page: BodyPage):
    figure = page.pictures.figures["front"]
    before = figure.placed_markers()
    assert figure.placed_markers() is before
    figure.resize(figure.width() + 60, figure.height() + 120)
    after = figure.placed_markers()
    assert [marker.mark for marker, *_ in after] == [marker.mark for marker, *_ in before]
    assert after[0][1] != before[0][1]


def test_a_press_on_a_number_opens_the_mark(page: BodyPage):
    figure = page.pictures.figures["front"]
    _, _, shown = figure.placed_markers()[1]
    QTest.mouseClick(figure, Qt.MouseButton.LeftButton, pos=shown.toPoint())
    assert [row.key for row in page.marks._shown if row.said] == ["m2"]


def test_return_on_a_place_opens_one_mark_after_the_other(page: BodyPage):
    figure = page.pictures.figures["front"]
    number = figure.drawing.at(*figure.placed_markers()[0][0].at)
    assert number is not None
    figure.setFocus()
    figure.hold(number)
    assert "Marks 1, 2 are here" in figure.accessibleDescription()
    opened = []
    for _ in range(3):
        QTest.keyClick(figure, Qt.Key.Key_Return)
        opened += [row.key for row in page.marks._shown if row.said]
    assert opened == ["m1", "m2", "m1"]
    assert figure.hasFocus()


def test_the_slider_is_named_and_says_the_day(page: BodyPage):
    page.slider.setFocus()
    QTest.keyClick(page.slider, Qt.Key.Key_Home)
    assert page.day.text() == "1 June 2021: 2 marks seen on that day"
    assert page.slider.accessibleDescription().startswith("1 June 2021: 2 marks seen on that day. Day 1 of 3")
    QTest.keyClick(page.slider, Qt.Key.Key_Right)
    assert page.day.text().startswith("1 July 2021")
    QTest.keyClick(page.slider, Qt.Key.Key_End)
    assert page.day.text().startswith("All days")
    assert page.slider.hasFocus()


def test_the_list_leads_to_the_visit(desk: Desk, page: BodyPage):
    page.marks.rows["m1"].click()
    links = [link for link in page.marks.findChildren(LinkButton) if link.text() == "Open the visit of 1 August 2021"]
    with desk.qtbot.waitSignal(page.visit_opened) as opened:
        links[0].click()
    assert opened.args == ["c3"]


def test_another_child_is_chosen_and_a_family_without_marks_says_so(desk: Desk, page: BodyPage):
    page.child.control.setFocus()
    page.child_chosen.emit("joe")
    assert page.title.text() == "Body: Joe Marlowe"
    assert page.marks.none.text().startswith("No mark is recorded on Joe Marlowe.")
    assert not page.time.isVisible()
    empty = desk.show(body_page(desk.say, desk.run, desk.worker, desk.families.ash))
    assert empty.none.isVisible()
    assert not empty.pictures.isVisible()


def test_a_marks_line_of_the_chronology_leads_here(desk: Desk):
    page = desk.show(chronology_page(desk.say, desk.run, desk.worker, desk.families.brindle))
    with desk.qtbot.waitSignal(page.body_opened) as opened:
        page.card_opened.emit(desk.families.bruise)
    assert opened.args == [desk.families.bruise]


def test_what_people_said_of_a_mark_leads_here(desk: Desk):
    page = desk.show(said_page(desk.say, desk.run, desk.worker, desk.families.brindle))
    link = next(one for one in page.findChildren(LinkButton) if one.text() == "Show it on the body")
    with desk.qtbot.waitSignal(page.body_opened) as opened:
        link.click()
    assert opened.args[0] in {
        mark.mark for child in on_bodies(desk.worker, desk.families.brindle).children for mark in child.marks
    }
