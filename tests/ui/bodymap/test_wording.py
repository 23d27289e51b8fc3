"""How places are called, and what is offered to describe a mark."""

from visitapp.domain.regions import REGIONS
from visitapp.ui.bodymap.placelist import all_places
from visitapp.ui.bodymap.wording import COLOURS, place_name
from visitapp.words import Words


def test_the_colour_list_begins_with_the_skin_around() -> None:
    assert COLOURS[:3] == ("same", "darker", "lighter")


def test_places_are_said_with_the_childs_side(say: Words) -> None:
    assert say(place_name("forearm", "left")) == "Forearm, left"
    assert say(place_name("forearm", "")) == "Forearm, side not stated"
    assert say(place_name("nose", "")) == "Nose"


def test_the_list_has_every_region_and_each_of_its_sides() -> None:
    listed = all_places()
    assert {region for _, region, _ in listed} == set(REGIONS)
    assert len(listed) == sum(3 if region.sided else 1 for region in REGIONS.values())
