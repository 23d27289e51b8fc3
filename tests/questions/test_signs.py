"""Words that say that a child is unwell or bleeds: what is denied or over says nothing."""

import pytest

from tests.questions.telling import Telling
from visitapp.questions.signs import says_blood, says_unwell


@pytest.mark.parametrize(
    "words",
    ["Ann was floppy.", "Not feeding since the morning.", "She won't wake.", "He was unconscious for a minute.",
     "A seizure in the car, and then asleep", "No rash but drowsy", "Not only drowsy, also very pale.", "Listless.",
     "She is not well.", "Vomiting since noon", "She's poorly today", "Poorly. On the sofa", "looked a bit poorly",
     "She has been poorly since Sunday", "Feeding poorly", "Mum had no idea that he vomited",
     "She did not ring when he was vomiting", "He had been vomiting all morning", "Vomiting since a fall two weeks ago",
     "Was poorly last week", "Nobody knows why he was drowsy", "From the unit: drowsy", "The net was down; drowsy"],
)  # fmt: skip
def test_unwell(words):
    assert says_unwell(words)


@pytest.mark.parametrize(
    "words",
    ["Ann did not seem unwell.", "She is not at all poorly", "No vomiting since", "No signs of being drowsy.",
     "Never unwell.", "Mum denied that she had been drowsy.", "Had been poorly two weeks ago", "Was poorly last winter",
     "It isn\u2019t vomiting", "No fever or vomiting", "No longer poorly", "He walks with a limp.",
     "The dress was fitting well", "She was not unwell or drowsy.", "Does not sleep well at night",
     "He has been sleeping poorly", "eats poorly since", "did poorly at school",
     "A poorly heated flat", "Pale blue coat"],
)  # fmt: skip
def test_not_unwell(words):
    assert not says_unwell(words)


@pytest.mark.parametrize(("words", "there"), [("bleeding", True), ("Blood on the gum, dried.", True), ("It bled", True),
                                              ("not bleeding", False), ("No blood now.", False)])  # fmt: skip
def test_blood(words, there):
    assert says_blood(words) is there


@pytest.mark.parametrize(("words", "due"), [("Ann did not seem unwell.", False), ("Ann was unconscious.", True)])
def test_a_toddlers_bruise_is_for_today_only_where_she_seems_unwell(words, due):
    telling = Telling().child("ann", "Ann Marlowe", "2018-06-10").can("ann", "walks", "2020-01-01")
    telling.contact("c1", "2021-07-12", outcome="seen").seen("ann").mark("m1").account("m1", was_there="yes")
    assert ("Q57" in telling.noted(words, about="ann").ids()) is due
