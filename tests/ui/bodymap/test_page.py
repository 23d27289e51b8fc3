"""The page: the list does what the pictures do, every field reaches the mark, nothing is left without a name."""

from datetime import date

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from visitapp.domain.contact import Part
from visitapp.domain.marks import Account, Feature, Hours, Mark
from visitapp.ui.bodymap.compose import BodyMap
from visitapp.ui.bodymap.sheet import Sheet
from visitapp.ui.bodymap.wording import parts_of
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import Select
from visitapp.ui.theme.theme import Theme


def choose(field: Choice, code: str) -> None:
    """By clicking through the answers until it is chosen."""
    for button in field.buttons():
        button.click()
        if field.value() == code:
            return
    pytest.fail(code)


def select(control: Select, code: str) -> None:
    control.set_value(code)
    control.activated.emit(control.currentIndex())


def mark_of(opened: BodyMap) -> Mark:
    return opened.presenter.sheet.marks[0]


def test_the_list_sets_the_mark_that_the_picture_sets(opened: BodyMap, sheet: Sheet) -> None:
    figure = opened.page.pictures.figures["front"]
    number = figure.drawing.number("forearm", "left")
    assert number is not None
    figure.hold(number)
    QTest.keyClick(figure, Qt.Key.Key_Return)
    by_picture = mark_of(opened)
    opened.presenter.begin(sheet)
    opened.page.marks.add.click()
    places = opened.page.places
    QTest.keyClicks(places.search.control, "forearm left")
    assert places.shown() == ["Forearm, left"]
    QTest.keyClick(places.search.control, Qt.Key.Key_Return)
    by_list = mark_of(opened)
    assert (by_list.region, by_list.side, by_list.point) == (by_picture.region, by_picture.side, by_picture.point)


def test_the_list_shows_its_place_on_the_picture_and_turns_to_it(opened: BodyMap) -> None:
    opened.page.marks.add.click()
    QTest.keyClicks(opened.page.places.search.control, "sole right")
    assert list(opened.page.pictures.figures) == ["feet_top", "feet_sole"]
    assert opened.page.pictures.place.text() == "Sole of the foot, right"


def test_back_from_the_list_no_place_is_pointed_out(opened: BodyMap) -> None:
    before = opened.page.pictures.place.text()
    opened.page.marks.add.click()
    QTest.keyClicks(opened.page.places.search.control, "nose")
    assert opened.page.pictures.place.text() == "Nose"
    opened.page.places.back.click()
    assert opened.page.pictures.place.text() == before
    assert opened.page.marks.add.hasFocus()


def test_a_search_that_finds_nothing_says_so(opened: BodyMap) -> None:
    opened.page.marks.add.click()
    QTest.keyClicks(opened.page.places.search.control, "xyz")
    assert opened.page.places.none.isVisible()
    QTest.keyClick(opened.page.places.search.control, Qt.Key.Key_Return)
    assert opened.presenter.sheet.marks == ()


def test_every_field_reaches_the_mark(opened: BodyMap) -> None:
    opened.presenter.add_in_words("forearm", "left")
    changed = QSignalSpy(opened.page.mark_changed)
    editor = opened.page.editor
    select(editor.kind.control, "burn")
    choose(editor.certain, "no")
    choose(editor.seen, "told")
    select(editor.told_by.select.control, "kim")
    choose(editor.found, "no")
    QTest.keyClicks(editor.words.control, "A round mark")
    select(editor.pattern.control, "implement")
    QTest.keyClicks(editor.shape.control, "like an iron")
    QTest.keyClicks(editor.count.control, "2")
    QTest.keyClicks(editor.length.control, "20")
    QTest.keyClicks(editor.wide.control, "12.5")
    choose(editor.measured, "yes")
    editor.colours.ticks()["darker"].click()
    editor.colours.ticks()["red"].click()
    editor.features.set_open(True)
    choose(editor.features.rows["warm"], "yes")
    choose(editor.features.rows["blister"], "no")
    choose(editor.light, "torch")
    choose(editor.edges, "level")
    QTest.keyClicks(editor.least.control, "2")
    QTest.keyClicks(editor.most.control, "5")
    choose(editor.photograph, "exists_not_seen")
    QTest.keyClicks(editor.held_by.control, "Hospital")
    select(editor.same_as.control, "old")
    choose(editor.change, "worse")
    mark = mark_of(opened)
    assert mark == Mark(
        id="id1",
        contact="c1",
        child="ann",
        region="forearm",
        side="left",
        kind="burn",
        certain=False,
        seen_by="kim",
        found="no",
        text="A round mark",
        pattern="implement",
        shape="like an iron",
        count=2,
        size_mm=(20.0, 12.5),
        measured=True,
        colours=("darker than the skin around", "red"),
        features=(Feature("warm", "yes"), Feature("blister", "no")),
        light="torch",
        edges="level",
        hours_to_help=Hours(2, 5),
        photograph="exists_not_seen",
        held_by="Hospital",
        same_as="old",
        change="worse",
        point=mark.point,
    )
    assert changed.at(changed.count() - 1) == [mark]


def test_a_mark_opened_again_shows_what_stands_there(opened: BodyMap) -> None:
    opened.presenter.add_in_words("forearm", "left")
    opened.presenter.change(kind="bruise", text="Round", colours=("red",), size_mm=(8.0, 4.5), seen_by="us", count=3)
    opened.presenter.add_in_words("nose", "")
    opened.page.marks.rows["id1"].click()
    editor = opened.page.editor
    assert (editor.kind.value(), editor.words.value(), editor.colours.value()) == ("bruise", "Round", ("red",))
    assert (editor.length.value(), editor.wide.value(), editor.count.value()) == ("8", "4.5", "3")
    assert editor.seen.value() == "us"


def test_what_is_typed_is_not_disturbed_by_what_follows_from_it(opened: BodyMap) -> None:
    opened.presenter.add_in_words("nose", "")
    words = opened.page.editor.words.control
    words.setFocus()
    QTest.keyClicks(words, "about 3 days old")
    assert words.hasFocus()
    assert opened.page.editor.dated.isVisible()
    QTest.keyClicks(words, " baby")
    assert words.toPlainText() == "about 3 days old baby"
    assert not opened.page.editor.dated.isVisible()


def test_a_size_that_cannot_be_read_is_said_at_its_field(opened: BodyMap) -> None:
    opened.presenter.add_in_words("nose", "")
    editor = opened.page.editor
    QTest.keyClicks(editor.length.control, "2")
    QTest.keyClicks(editor.wide.control, "x")
    assert editor.length.error.isVisible()
    editor.wide.control.clear()
    QTest.keyClicks(editor.wide.control, "3")
    assert not editor.length.error.isVisible()
    assert mark_of(opened).size_mm == (2.0, 3.0)


def test_do_not_look_write_the_words_ring(opened: BodyMap) -> None:
    opened.presenter.add_in_words("genital", "")
    editor = opened.page.editor
    assert editor.quiet.isVisible()
    assert "Do not look" in editor.quiet.heading.text()
    assert "Ring" in editor.quiet.words.text()
    assert editor.words.isVisible()
    for hidden in (editor.colours, editor.length, editor.pattern, editor.photograph, editor.seen, editor.found):
        assert not hidden.isVisible()
    opened.presenter.add_in_words("nose", "")
    assert not editor.quiet.isVisible()
    assert editor.colours.isVisible()


def test_nothing_asks_for_the_age_of_a_mark(opened: BodyMap) -> None:
    opened.presenter.add_in_words("nose", "")
    labels = [widget.accessibleName().lower() for widget in opened.page.editor.findChildren(QWidget)]
    assert not [label for label in labels if "old" in label.split() or "age" in label.split()]


def test_a_new_account_is_brought_into_view(qtbot: QtBot, opened: BodyMap) -> None:
    opened.presenter.add_in_words("nose", "")
    panel = opened.page.editor.accounts
    assert panel.more.visibleRegion().isEmpty()
    panel.more.click()
    (editor,) = panel.editors.values()
    qtbot.waitUntil(lambda: not editor.by.select.control.visibleRegion().isEmpty())


def test_what_people_said(opened: BodyMap) -> None:
    opened.presenter.add_in_words("nose", "")
    told = QSignalSpy(opened.page.account_changed)
    panel = opened.page.editor.accounts
    panel.more.click()
    (editor,) = panel.editors.values()
    assert editor.by.select.control.hasFocus()
    select(editor.by.select.control, "child:ann")
    QTest.keyClicks(editor.words.control, "The dog did it")
    select(editor.cause.control, "pet")
    choose(editor.was_there, "yes")
    choose(editor.fits, "unknown")
    QTest.keyClicks(editor.said_on.control, "today")
    select(editor.to.select.control, "nurse")
    expected = Account(
        id="id2",
        contact="c1",
        by="child:ann",
        to="nurse",
        about=("id1",),
        cause="pet",
        text="The dog did it",
        verbatim=True,
        was_there="yes",
        said_on=date(2021, 4, 9),
    )
    assert told.at(told.count() - 1) == [expected]
    panel.more.click()
    other = list(panel.editors.values())[1]
    select(other.by.select.control, "*")
    QTest.keyClicks(other.by.other.control, "Neighbour")
    assert opened.presenter.sheet.accounts[1].by == "Neighbour"
    assert opened.presenter.sheet.accounts[0] == expected
    other.remove.click()
    assert opened.presenter.sheet.accounts == (expected,)


def test_what_was_said_before_is_asked_for_only_where_something_was(opened: BodyMap) -> None:
    """And an explanation that is told again keeps which one it is, until that one is taken away."""
    opened.presenter.add_in_words("shin", "left")
    panel = opened.page.editor.accounts
    panel.more.click()
    (editor,) = panel.editors.values()
    assert not editor.same_as.isVisibleTo(editor)
    select(opened.page.editor.same_as.control, "old")
    (editor,) = panel.editors.values()
    assert editor.same_as.isVisibleTo(editor)
    assert editor.same_as.control.itemText(1) == "Kim Hart, 12 March 2021: Off the trampoline"
    QTest.keyClicks(editor.words.control, "Off the trampoline, I said so")
    panel.more.click()
    first, second = panel.editors.values()
    assert second.same_as.control.itemText(2) == "–, at this contact: Off the trampoline, I said so"
    select(first.same_as.control, "said")
    select(second.same_as.control, "id2")
    assert [one.same_as for one in opened.presenter.sheet.accounts] == ["said", "id2"]
    first.remove.click()
    assert [one.same_as for one in opened.presenter.sheet.accounts] == [None]
    (left,) = panel.editors.values()
    assert left.same_as.value() == ""


def test_a_mark_is_taken_away_and_put_back(opened: BodyMap) -> None:
    opened.presenter.add_in_words("nose", "")
    removed = QSignalSpy(opened.page.mark_removed)
    opened.page.editor.remove.click()
    assert removed.at(0) == ["id1"]
    assert opened.page.marks.undo.isVisible()
    assert opened.page.marks.undo.button is not None
    opened.page.marks.undo.button.click()
    assert mark_of(opened).id == "id1"


def test_parts_looked_at_are_passed_on(opened: BodyMap) -> None:
    parts = QSignalSpy(opened.page.parts_changed)
    mouth = QSignalSpy(opened.page.mouth_changed)
    opened.page.parts.set_open(True)
    choose(opened.page.parts.rows["scalp"], "no")
    choose(opened.page.parts.mouth, "no")
    assert parts.at(parts.count() - 1) == [(Part("scalp", "no"),)]
    assert mouth.at(mouth.count() - 1) == ["no"]


def test_every_control_has_a_name(opened: BodyMap) -> None:
    opened.presenter.add_in_words("forearm", "left")
    opened.presenter.add_account()
    opened.page.parts.set_open(True)
    nameless = [
        widget
        for widget in opened.page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisibleTo(opened.page)
        and not widget.accessibleName()
    ]
    assert [type(widget).__name__ for widget in nameless] == []


@pytest.mark.parametrize(
    ("name", "percent", "width"),
    [("light", 100, 1134), ("light", 100, 760), ("dark", 200, 1134), ("contrast", 200, 760), ("contrast", 100, 1134)],
)
def test_nothing_scrolls_sideways(
    opened: BodyMap, qtbot: QtBot, theme: Theme, name: str, percent: int, width: int
) -> None:
    theme.set_theme(name)
    theme.set_percent(percent)
    opened.page.resize(width, 700)
    opened.presenter.add_in_words("forearm", "left")
    opened.presenter.add_account()
    for group in ("body", "head", "mouth", "hands", "feet"):
        opened.presenter.set_group(group)
        qtbot.waitUntil(lambda: opened.page.pane.widget().width() <= opened.page.pane.viewport().width())
        assert not opened.page.grab().isNull()


def test_the_place_stays_in_hand_when_the_picture_is_drawn_again(opened: BodyMap) -> None:
    figure = opened.page.pictures.figures["front"]
    opened.presenter.add_in_words("nose", "")
    opened.presenter.open("")
    assert opened.page.pictures.figures["front"] is figure


def test_how_the_skin_is_opens_when_it_is_wanted_and_shows_what_was_said(opened: BodyMap):
    opened.page.wants_place.emit("forearm", "left")
    features = opened.page.editor.features
    assert features.rows == {}, "nothing is made before it is wanted"
    features.set_open(True)
    choose(features.rows["skin_broken"], "yes")
    choose(features.rows["skin_broken"], "no")
    mark = mark_of(opened)
    assert mark.features == (Feature("skin_broken", "no"),)
    opened.page.wants_place.emit("shin", "left")
    assert not features.body.isVisibleTo(features), "another mark, about which nothing was said"
    opened.presenter.open(mark.id)
    assert features.body.isVisibleTo(features)
    assert features.rows["skin_broken"].value() == "no"


@pytest.mark.parametrize(("region", "keeps", "says"), [("chest", True, True), ("chest", False, False),
                                                       ("shin", True, False), ("genital", True, False)])  # fmt: skip
def test_clothes_stay_on(opened: BodyMap, region: str, keeps: bool, says: bool):
    opened.presenter.begin(replace(opened.presenter.sheet, clothes_stay_on=keeps))
    opened.page.wants_place.emit(region, "")
    editor = opened.page.editor
    assert editor.clothes.isVisibleTo(editor) is says
    if says:
        assert "Ann" in editor.clothes.words.text()
        choose(editor.seen, "us")
        assert not editor.clothes.isVisibleTo(editor)


def test_a_place_that_was_not_stated_closely_is_stated_at_the_mark(opened: BodyMap):
    opened.page.wants_place.emit("cheek_unspecified", "left")
    editor = opened.page.editor
    assert editor.part.isVisibleTo(editor)
    offered = [editor.part.control.itemData(place) for place in range(editor.part.control.count())]
    assert offered == ["cheek_fleshy", "cheekbone"]
    editor.part.chosen.emit("cheek_fleshy")
    mark = mark_of(opened)
    assert (mark.region, mark.side) == ("cheek_fleshy", "left")
    assert mark.point is not None, "it stands on the picture at its new place"
    assert not editor.part.isVisibleTo(editor)
    assert editor.heading.text() == "1. Cheek (fleshy part), left"


@pytest.mark.parametrize(
    ("region", "among", "not_among"),
    [("hand_unspecified", "palm", "shoulder"), ("unspecified", "shin", "genital"), ("leg_unspecified", "shin", "wrist"),
     ("shin", "", "shin")],
)  # fmt: skip
def test_what_a_place_may_be(region: str, among: str, not_among: str):
    found = parts_of(region)
    assert (among in found) if among else found == ()
    assert not_among not in found
    assert not any(one.endswith("unspecified") for one in found)


def test_tab_goes_from_the_pictures_to_the_list_of_places_and_on_to_the_foot(opened: BodyMap):
    page = opened.page
    page.pictures.figures["back"].setFocus()
    reached = []
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert reached == [page.marks.add, page.parts.button, page.done]
