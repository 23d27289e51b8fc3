"""Markers stand where marks were set, and never hide each other."""

import math

from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.marks import Mark, Point
from visitapp.ui.bodymap.drawing import Drawings
from visitapp.ui.bodymap.markers import fan_out, markers, places_of

at = st.tuples(st.floats(0, 500), st.floats(0, 500))


def mark(**facts: object) -> Mark:
    given_facts = {"id": "m", "contact": "c", "child": "ann", "region": "forearm", "side": "left", "kind": "bruise"}
    return Mark(**(given_facts | facts))  # type: ignore[arg-type]  # fields by name


@given(st.lists(at, max_size=14), st.floats(3, 30))
def test_markers_never_touch(points: list[tuple[float, float]], radius: float) -> None:
    moved = fan_out(points, radius)
    assert len(moved) == len(points)
    for one in range(len(moved)):
        for other in range(one):
            assert math.dist(moved[one], moved[other]) >= 2 * radius
    assert moved == fan_out(points, radius), "the order decides, nothing else"


@given(st.lists(at, min_size=1, max_size=6))
def test_a_marker_with_room_stays_where_it_is(points: list[tuple[float, float]]) -> None:
    assert fan_out(points, 0.4)[0] == points[0]


def test_a_mark_stands_at_its_point(drawings: Drawings) -> None:
    size = drawings.figures["child"]["back"].size
    found = places_of(drawings, "child", mark(point=Point("v1", "child", "back", 250, 500)))
    assert found == (("back", (size[0] * 0.25, 500.0), True),)


def test_a_point_of_another_figure_or_version_is_not_moved_over(drawings: Drawings) -> None:
    front = drawings.figures["child"]["front"]
    number = front.number("forearm", "left")
    assert number is not None
    middle = (("front", front.places[number].at, False),)
    assert places_of(drawings, "child", mark(point=Point("v1", "infant", "front", 1, 1))) == middle
    assert places_of(drawings, "child", mark(point=Point("v0", "child", "front", 1, 1))) == middle


def test_both_sides_are_two_markers_with_one_number(drawings: Drawings) -> None:
    shown = markers(drawings, "child", "front", [mark(), mark(id="b", side="both")])
    assert [one.name for one in shown] == ["1", "2", "2"]
    assert shown[1].at != shown[2].at


def test_a_mark_without_side_or_place_is_on_no_picture(drawings: Drawings) -> None:
    assert places_of(drawings, "child", mark(side="unknown")) == ()
    assert places_of(drawings, "child", mark(region="unspecified", side="unknown")) == ()
