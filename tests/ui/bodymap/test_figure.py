"""A picture with mouse and keyboard, and what it says to a screen reader."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from visitapp.domain.marks import Mark
from visitapp.ui.bodymap.compose import BodyMap
from visitapp.ui.bodymap.figure import FigureView
from visitapp.ui.bodymap.sheet import Sheet

LEFT = Qt.MouseButton.LeftButton


def view(opened: BodyMap, name: str = "front") -> FigureView:
    return opened.page.pictures.figures[name]


def middle(figure: FigureView, region: str, side: str = "") -> QPoint:
    number = figure.drawing.number(region, side)
    assert number is not None
    return figure.pixel_of(number).toPoint()


def go_to(figure: FigureView, region: str, side: str = "") -> None:
    """By keys alone."""
    wanted = figure.drawing.number(region, side)
    figure.setFocus()
    QTest.keyClick(figure, Qt.Key.Key_Home)
    for _ in figure.drawing.places:
        if figure.held() == wanted:
            return
        QTest.keyClick(figure, Qt.Key.Key_PageDown)
    pytest.fail("not reached")


@pytest.mark.parametrize("side", ["left", "right"])
@pytest.mark.parametrize(("name", "region"), [("front", "forearm"), ("back", "buttock"), ("front", "leg_unspecified")])
def test_mouse_and_keyboard_give_the_same_mark(
    opened: BodyMap, sheet: Sheet, name: str, region: str, side: str
) -> None:
    figure = view(opened, name)
    place = figure.drawing.places[figure.drawing.number(region, side) or 0]
    go_to(figure, region, side)
    QTest.keyClick(figure, Qt.Key.Key_Return)
    by_keys = opened.presenter.sheet.marks[0]
    opened.presenter.begin(sheet)
    figure = view(opened, name)
    QTest.mouseClick(figure, LEFT, pos=middle(figure, region, side))
    by_mouse = opened.presenter.sheet.marks[0]
    assert (by_keys.region, by_keys.side, by_keys.kind) == (by_mouse.region, by_mouse.side, by_mouse.kind)
    assert (by_mouse.region, by_mouse.side) == (region, side)
    assert by_keys.point is not None
    assert by_mouse.point is not None
    for one in ("drawing", "figure", "view"):
        assert getattr(by_keys.point, one) == getattr(by_mouse.point, one)
    pixel = 1000 / figure.drawing.size[1] / figure.to_view().m11()
    assert abs(by_keys.point.y - by_mouse.point.y) <= pixel + 1
    assert (by_keys.point.x, by_keys.point.y) == figure.drawing.thousandths(*place.at)


def test_the_childs_left_is_at_the_viewers_right_from_the_front(opened: BodyMap) -> None:
    figure = view(opened)
    QTest.mouseClick(figure, LEFT, pos=middle(figure, "forearm", "left"))
    assert middle(figure, "forearm", "left").x() > figure.width() / 2
    assert opened.presenter.sheet.marks[0].side == "left"
    back = view(opened, "back")
    assert middle(back, "forearm", "left").x() < back.width() / 2


def test_a_mark_is_set_on_release_and_not_elsewhere(opened: BodyMap) -> None:
    figure = view(opened)
    here, there = middle(figure, "chest"), middle(figure, "abdomen")
    QTest.mousePress(figure, LEFT, pos=here)
    assert opened.presenter.sheet.marks == ()
    QTest.mouseMove(figure, there)
    QTest.mouseRelease(figure, LEFT, pos=there)
    assert opened.presenter.sheet.marks == ()
    QTest.mousePress(figure, LEFT, pos=here)
    QTest.mouseRelease(figure, LEFT, pos=here)
    assert [mark.region for mark in opened.presenter.sheet.marks] == ["chest"]


def test_beside_the_outline_nothing_is_marked(opened: BodyMap) -> None:
    figure = view(opened)
    QTest.mouseClick(figure, LEFT, pos=QPoint(2, 2))
    QTest.mouseClick(figure, Qt.MouseButton.RightButton, pos=middle(figure, "chest"))
    assert opened.presenter.sheet.marks == ()


def test_two_marks_in_one_place_are_both_seen_and_each_opens(opened: BodyMap) -> None:
    for _ in range(3):
        opened.presenter.add_in_words("forearm", "left")
    figure = view(opened)
    placed = [one for one in figure.placed_markers() if not one[0].earlier]
    assert len({(shown.x(), shown.y()) for _, _, shown in placed}) == 3
    asked: list[str] = []
    figure.mark_chosen.connect(asked.append)
    for _, _, shown in placed:
        QTest.mouseClick(figure, LEFT, pos=shown.toPoint())
    assert asked == ["id1", "id2", "id3"]
    assert len(opened.presenter.sheet.marks) == 3, "opening a marker sets no mark"


def test_the_place_in_hand_is_said(opened: BodyMap) -> None:
    figure = view(opened)
    go_to(figure, "forearm", "left")
    assert figure.accessibleName() == "Front"
    assert figure.accessibleDescription().startswith("Forearm, left. ")
    assert opened.page.pictures.place.text() == "Forearm, left"
    opened.presenter.add_in_words("forearm", "left")
    assert "Mark 1 is here" in figure.accessibleDescription()


def test_hovering_names_the_place(opened: BodyMap, qtbot: QtBot) -> None:
    figure = view(opened)
    QTest.mouseMove(figure, middle(figure, "abdomen"))
    assert opened.page.pictures.place.text() == "Abdomen"


def test_arrows_move_and_tab_leaves(opened: BodyMap) -> None:
    front, back = view(opened), view(opened, "back")
    front.setFocus()
    assert front.hasFocus()
    QTest.keyClick(front, Qt.Key.Key_End)
    QTest.keyClick(front, Qt.Key.Key_Home)
    first = front.held()
    QTest.keyClick(front, Qt.Key.Key_Down)
    assert front.held() != first
    QTest.keyClick(front, Qt.Key.Key_Tab)
    assert back.hasFocus()


def test_a_mark_never_moves(opened: BodyMap) -> None:
    figure = view(opened)
    QTest.mouseClick(figure, LEFT, pos=middle(figure, "knee", "right"))
    mark: Mark = opened.presenter.sheet.marks[0]
    before = figure.placed_markers()[-1][0].at
    opened.page.resize(1500, 1000)
    opened.presenter.set_figure("infant")
    opened.presenter.set_figure("child")
    assert view(opened).placed_markers()[-1][0].at == before
    assert opened.presenter.sheet.marks[0] == mark
