"""Words that give a mark an age are noticed in our own writing, never in what somebody said."""

import pytest

from visitapp.domain.regions import REGIONS
from visitapp.ui.bodymap.placelist import all_places
from visitapp.ui.bodymap.wording import COLOURS, dates_a_mark, place_name
from visitapp.words import Words


@pytest.mark.parametrize(
    "words",
    [
        "about 3 days old",
        "a bruise, three days old",
        "looks a few days old",
        "two-day-old bruise",
        "2 to 3 days old.",
        "A week old, yellow",
        "He said “fell”. Perhaps 5 hours old",
    ],
)
def test_an_age_is_noticed(words: str) -> None:
    assert dates_a_mark(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "round, purple",
        'Mum said "it is three days old"',
        "Mum said “about 3 days old”, then left",
        "She called it ‘a week old’.",
        "'two days old', as he said",
        "Mum's words: “it's 2 days old”",
        "held by her 3 month old sister",
        "seen on a six-week-old baby",
        "the child is 4 years old",
        "old scar",
    ],
)
def test_quotations_children_and_years_are_let_be(words: str) -> None:
    assert not dates_a_mark(words)


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
