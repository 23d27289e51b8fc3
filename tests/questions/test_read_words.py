"""Where questions read words: a shared phrase (Q09), away (Q40), parents and partners (Q28, Q29), animals (Q31)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.questions.telling import Telling
from visitapp.domain.family import Person
from visitapp.questions.accounts import FEWEST, GROWN_UP, LONG, shared_phrase
from visitapp.questions.away import says_away, says_nowhere
from visitapp.questions.partners import former, said_parent, said_partner

WORDS = st.lists(st.sampled_from(["she", "fell", "off", "the", "bed", "balance", "clumsy", "Ann", "red"]), max_size=12)


@pytest.mark.parametrize(
    ("child", "grown_up", "phrase"),
    [
        ("I lost my balance on the stairs.", "She lost her balance on the stairs.", "I lost my balance on the stairs"),
        ("Mum says I am accident-prone and clumsy.", "She is accident-prone and clumsy.", ""),
        ("Well, he is always accident-prone.", "She is always accident-prone.", "he is always accident-prone"),
        ("He fell off the trampoline.", "He fell off the trampoline.", ""),
        ("Ann lost her balance.", "She lost her balance.", "Ann lost her balance"),
        ("I went up the slide the wrong way and fell down.", "He went up the slide the wrong way and fell down.",
         "I went up the slide the wrong way and fell down"),
        ("It was an accident.", "It was an accident.", ""),
        ("", "She lost her balance on the stairs.", ""),
    ],
)  # fmt: skip
def test_a_phrase_that_a_child_would_hardly_find_by_itself(child, grown_up, phrase):
    found = shared_phrase(child, grown_up, ["Ann"])
    assert found == (phrase if len(phrase.split()) >= FEWEST else "")


@given(WORDS, WORDS)
def test_a_shared_phrase_stands_in_both_and_is_long_enough(child, grown_up):
    found = shared_phrase(" ".join(child), " ".join(grown_up))
    words = found.split()
    assert found == "" or (found in " ".join(child) and len(words) >= FEWEST)
    assert found == "" or len(words) >= LONG or not GROWN_UP.isdisjoint(words)
    assert len(shared_phrase(" ".join(child), " ".join(child)).split()) in (0, len(child))


@pytest.mark.parametrize(
    "place",
    ["on holiday", "On holiday in Spain with the school holidays", "away with his father", "in Leeds",
     "gone to Cardiff", "visiting family", "with his father until next week",
     "staying with her aunt", "at a caravan by the sea", "abroad", "at his gran's for two weeks", "out of the area"],
)  # fmt: skip
def test_away(place):
    assert says_away(place)


@pytest.mark.parametrize(
    "place",
    ["at school", "in Year 2", "upstairs in bed", "in Hill Street nursery", "in Leeds General Infirmary", "at the shop",
     "at his grandmother's", "out", "with a friend", "in July", "gone to Nan", "at swimming", "", "not known",
     "staying in bed"],
)  # fmt: skip
def test_not_away(place):
    assert not says_away(place)


@pytest.mark.parametrize("relation", ["father", "Mother", "mum", "adoptive parent", "foster mother", "birth father"])
def test_parents(relation):
    assert said_parent(relation)
    assert not former(Person(id="p", name="P", relation=relation))


@pytest.mark.parametrize(
    "relation",
    ["Joe's father", "father of Joe", "Father of the baby", "mother's ex-partner, Joe\u2019s dad", "the twins' father"],
)
def test_parents_of_one_of_the_children(relation):
    assert said_parent(relation, ["Ann", "Joe"])
    assert not former(Person(id="p", name="P", relation=relation), ["Ann", "Joe"])


def test_a_parent_of_somebody_else_is_none_here():
    assert not said_parent("Joe's father's mother", ["Joe"])
    assert not said_parent("mother of Kim", ["Joe"])
    assert not said_parent("father, passed away", ["Joe"])


@pytest.mark.parametrize(
    ("place", "nobody_knows"),
    [("unknown", True), ("Nobody knows where she is.", True), ("went missing on Friday", True), ("has run away", True),
     ("not known where", True), ("missing from school", False), ("has not been missing", False), ("at school", False),
     ("missing his lessons, at Nan's", False), ("", False)],
)  # fmt: skip
def test_nobody_knows_where(place, nobody_knows):
    assert says_nowhere(place) is nobody_knows


@pytest.mark.parametrize(
    "relation",
    ["mother's friend", "father's mother", "grandmother", "late father", "mother of a friend", "godfather", "", "aunt"],
)
def test_not_parents(relation):
    assert not said_parent(relation)


@pytest.mark.parametrize("relation", ["mother's partner", "Kim's boyfriend", "stepfather", "step-mum", "husband"])
def test_partners(relation):
    assert said_partner(relation)


@pytest.mark.parametrize(
    "relation", ["ex-partner", "former partner", "sister's husband", "business partner", "late husband", "friend", ""]
)
def test_not_partners(relation):
    assert not said_partner(relation)


@pytest.mark.parametrize(("relation", "is_former"), [("mother's ex-partner", True), ("separated father", False)])
def test_former_partners_who_are_no_parents(relation, is_former):
    assert former(Person(id="p", name="P", relation=relation)) is is_former


def test_a_person_of_whom_it_was_said_that_it_is_not_safe_is_not_asked_after_again():
    telling = Telling().child("joe", "Joe", "2014-05-02")
    telling.say(Person(id="lee", name="Lee", relation="father"))
    telling.say(Person(id="ray", name="Ray", relation="mother's partner"))
    for number in (1, 2):
        telling.contact(f"c{number}", f"2021-06-0{number}", outcome="seen", present=("kim",)).seen("joe")
    assert {due.about for due in telling.due() if due.question == "Q29"} == {("lee",), ("ray",)}
    assert len({due.card for due in telling.due() if due.question == "Q29"}) == 2
    telling.answer("Q29", "lee", how="not_safe_to_ask").answer("Q29", "ray")
    for number in (3, 4):
        assert "Q29" not in telling.ids()
        telling.contact(f"c{number}", f"2021-06-0{number}", outcome="seen", present=("kim",)).seen("joe")
    assert [due.about for due in telling.due() if due.question == "Q29"] == [("ray",)]
