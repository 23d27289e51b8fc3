"""The frozen drawings: never changed silently, every place there on its own side, no gap and no overlap."""

import csv
import hashlib
import random
from pathlib import Path

import pytest

from visitapp.domain.regions import REGIONS
from visitapp.resources import resource
from visitapp.ui.bodymap.drawing import FIGURES, GROUPS, Drawing, Drawings, Place, figure_for, spot, spot_of

VIEWS = tuple(view for views in GROUPS.values() for view in views)
ALL = [(figure, view) for figure in FIGURES for view in VIEWS]
PINNED = {"v1": "77e26d1dd230fe203ad776543bdb3a8a4e81879cea87af231a40682d6146797a"}
REFERENCE = Path(__file__).parents[2] / "reference" / "regions.csv"


def test_a_released_drawing_never_changes() -> None:
    for version, known in PINNED.items():
        raw = resource("bodymap", f"{version}.json").read_bytes()
        assert hashlib.sha256(raw).hexdigest() == known, "make a new version: marks were set on this one"
    assert {path.stem for path in resource("bodymap").iterdir()} == set(PINNED)


def test_every_figure_has_every_view(drawings: Drawings) -> None:
    assert drawings.version == "v1"
    assert {figure: tuple(views) for figure, views in drawings.figures.items()} == dict.fromkeys(FIGURES, VIEWS)


@pytest.mark.parametrize("figure", FIGURES)
def test_every_region_is_on_each_of_its_views_with_its_sides(drawings: Drawings, figure: str) -> None:
    with REFERENCE.open(newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        for view in filter(None, row["views"].split("|")):
            sides = {"left", "right"} if row["sided"] == "yes" else {""}
            if view in ("head_left", "head_right") and row["sided"] == "yes":
                sides = {view.removeprefix("head_")}
            places = drawings.figures[figure][view].places
            assert {place.side for place in places if place.region == row["id"]} == sides, (row["id"], view)


@pytest.mark.parametrize(("figure", "view"), ALL)
def test_a_place_is_known_once_and_sided_only_where_its_region_is(drawings: Drawings, figure: str, view: str) -> None:
    places = drawings.figures[figure][view].places
    assert len({(place.region, place.side) for place in places}) == len(places)
    for place in places:
        assert (place.side != "") == REGIONS[place.region].sided


@pytest.mark.parametrize(("figure", "view"), ALL)
def test_left_and_right_are_the_childs_own(drawings: Drawings, figure: str, view: str) -> None:
    drawing = drawings.figures[figure][view]
    if view in ("head_left", "head_right"):
        assert {place.side for place in drawing.places} <= {"", view.removeprefix("head_")}
        return
    from_behind = view in ("back", "head_back")
    for place in drawing.places:
        if place.side:
            at_the_viewers_right = place.at[0] > drawing.size[0] / 2
            assert at_the_viewers_right == ((place.side == "left") != from_behind), place.region


@pytest.mark.parametrize(("figure", "view"), ALL)
def test_places_cover_the_outline_without_gap_or_overlap(drawings: Drawings, figure: str, view: str) -> None:
    drawing = drawings.figures[figure][view]
    dice = random.Random(f"{figure} {view}")
    inside = wrong = 0
    for _ in range(500):
        x, y = dice.uniform(0, drawing.size[0]), dice.uniform(0, drawing.size[1])
        within = _in(drawing.outline, x, y)
        holding = [place for place in drawing.places if _in(place.rings, x, y)]
        drawn = [place for place in holding if not place.aside]
        inside += within
        wrong += len(drawn) != within or len(holding) > 1
        at = drawing.at(x, y)
        assert (at is not None) == (within or bool(holding))
        if len(holding) == 1 and at is not None:
            assert drawing.places[at] == holding[0]
    assert inside > 80
    assert wrong <= 1, "a hair's breadth at most"


@pytest.mark.parametrize(("figure", "view"), ALL)
def test_the_middle_of_a_place_is_in_it_and_everything_is_on_the_sheet(
    drawings: Drawings, figure: str, view: str
) -> None:
    drawing = drawings.figures[figure][view]
    wide, tall = drawing.size
    for number, place in enumerate(drawing.places):
        assert drawing.at(*place.at) == number, place.region
        x, y = drawing.thousandths(*place.at)
        assert drawing.at(*drawing.units(x, y)) == number, "kept in thousandths it stays in its place"
        assert all(0 <= x <= wide and 0 <= y <= tall for ring in place.rings for x, y in ring)


@pytest.mark.parametrize(("figure", "view"), ALL)
def test_arrows_reach_every_place(drawings: Drawings, figure: str, view: str) -> None:
    drawing = drawings.figures[figure][view]
    reached, waiting = {drawing.order[0]}, [drawing.order[0]]
    while waiting:
        here = waiting.pop()
        for way in ("left", "right", "up", "down"):
            found = drawing.next(here, way)
            if found is not None and found not in reached:
                reached.add(found)
                waiting.append(found)
    assert reached == set(range(len(drawing.places)))


@pytest.mark.parametrize("figure", FIGURES)
def test_no_detail_on_the_genital_area(drawings: Drawings, figure: str) -> None:
    drawing = drawings.figures[figure]["front"]
    place = _place(drawing, "genital")
    for line in drawing.lines:
        assert sum(_in(place.rings, x, y) for x, y in line) <= len(line) * 0.3


def test_a_spot_in_the_middle_is_the_one_from_the_list(drawings: Drawings) -> None:
    drawing = drawings.figures["child"]["front"]
    number = drawing.number("forearm", "left")
    assert number is not None
    assert spot(drawings, "child", "front", number) == spot_of(drawings, "child", "forearm", "left")
    assert spot_of(drawings, "child", "unspecified", "").point is None
    assert spot_of(drawings, "child", "forearm", "").point is None


def test_the_figure_follows_the_age() -> None:
    assert [figure_for(months) for months in (None, 0, 23.9, 24, 143.9, 144)] == [
        "child",
        "infant",
        "infant",
        "child",
        "child",
        "adolescent",
    ]


def _place(drawing: Drawing, region: str) -> Place:
    return next(place for place in drawing.places if place.region == region)


def _in(rings: tuple[tuple[tuple[float, float], ...], ...], x: float, y: float) -> bool:
    odd = False
    for ring in rings:
        for (ax, ay), (bx, by) in zip(ring, (*ring[1:], ring[0]), strict=True):
            if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                odd = not odd
    return odd
