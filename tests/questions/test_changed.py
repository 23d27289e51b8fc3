"""The organisation's changes in the product's list: asked, reworded, retired; and reported where they fit no more."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.questions.telling import BANK, Telling
from visitapp.domain.checklist import Changes, OwnQuestion, Retired, Reworded
from visitapp.domain.organisation import Thresholds
from visitapp.questions.bankfile import Flaw, read_bank
from visitapp.questions.changed import changed, check_own
from visitapp.questions.choosing import cards
from visitapp.words import load

DOG = OwnQuestion(
    id="own_dog", words="Where was the dog when you saw {child}?", why="The team asks it of {child}.",
    source="Team meeting", subject="child", condition="child.under_two == false", tier=1,
)  # fmt: skip


def asked(changes: Changes, told: Telling) -> dict[str, str]:
    list_ = changed(BANK.file, changes, "1+x").bank
    return {due.question: load()(due.wording[0]) for due in told.due(bank=list_)}


def test_an_added_question_comes_with_its_own_words_and_names():
    told = Telling().child("ann", "Ann Marlowe")
    found = asked(Changes(added=(DOG,)), told)
    assert found["own_dog"] == "Where was the dog when you saw Ann?"
    list_ = changed(BANK.file, Changes(added=(DOG,)), "x").bank
    (due,) = [one for one in told.due(bank=list_) if one.question == "own_dog"]
    assert load()(due.why) == "The team asks it of Ann."


def test_children_of_one_card_are_named_together_in_own_words():
    told = Telling().child("ann", "Ann Marlowe").child("joe", "Joe Marlowe")
    list_ = changed(BANK.file, Changes(added=(DOG,)), "x").bank
    dues = [one for one in told.due(bank=list_) if one.question == "own_dog"]
    (card,) = cards(dues, list_, Thresholds())
    assert load()(card.wording) == "Where was the dog when you saw Ann and Joe?"


def test_a_reworded_question_is_asked_in_those_words_and_a_retired_one_not_at_all():
    told = Telling().child("ann", "Ann Marlowe").contact("v1", "2021-02-01").mark("m1", kind="bruise", region="ear")
    before = asked(Changes(), told)
    question = next(iter(before))
    sentence = BANK.questions[question].wording[0]
    mine = Reworded(question=question, sentence=sentence, words="In our words?")
    assert asked(Changes(reworded=(mine,)), told)[question] == "In our words?"
    assert question not in asked(Changes(retired=(Retired(question=question, reason="r"),)), told)


def test_a_retired_question_that_others_ask_for_is_not_asked_and_breaks_nothing():
    for question in ("ask_age", "ask_mobility", "ask_kind"):
        list_ = changed(BANK.file, Changes(retired=(Retired(question=question, reason="r"),)), "x")
        assert list_.left == ()
        assert list_.bank.questions[question].retired


def test_what_a_new_product_list_no_longer_has_is_reported_and_the_rest_holds():
    whole = json.loads(json.dumps({"format": "visitapp-bank/1", "version": "2", "questions": []}))
    newer = replace(read_bank(json.dumps(whole).encode()), questions=BANK.file.questions[3:])
    gone, there = BANK.file.questions[0], BANK.file.questions[5]
    changes = Changes(
        added=(DOG, replace(DOG, id="own_old", condition="child.shoe_size > 3")),
        reworded=(
            Reworded(question=gone.id, sentence=gone.wording[0], words="mine"),
            Reworded(question=there.id, sentence=there.wording[0], words="also mine"),
        ),
        retired=(Retired(question=gone.id, reason="not for us"),),
    )
    found = changed(newer, changes, "2+x")
    assert [(one.question, one.words) for one in found.left] == [
        ("own_old", DOG.words), (gone.id, "mine"), (gone.id, "not for us"),
    ]  # fmt: skip
    assert all(load()(one.why) for one in found.left)
    assert found.bank.questions[there.id].own == {there.wording[0]: "also mine"}
    assert "own_dog" in found.bank.questions


@pytest.mark.parametrize(
    ("own", "field"),
    [
        (replace(DOG, condition="child.shoe"), "ways[0].if"),
        (replace(DOG, subject="house"), "ways[0].subject"),
        (replace(DOG, tier=0), "ways[0].act"),
        (replace(DOG, source=" "), "source"),
        (replace(DOG, words=" "), "wording"),
        (replace(DOG, why=""), "why"),
        (replace(DOG, id="Q11"), "id"),
    ],
)
def test_what_cannot_stand_in_the_list_is_said_with_its_field(own: OwnQuestion, field: str):
    with pytest.raises(Flaw) as flaw:
        check_own(own, BANK.file)
    assert flaw.value.field == field
    assert load()(flaw.value.why)


@given(st.text(max_size=80), st.text(max_size=20))
def test_own_words_mean_nothing_but_their_places(words: str, name: str):
    """Somebody typed them: no format of theirs is carried out."""
    from visitapp.words import OWN, Text

    said = load()(Text("own.x", {OWN: words, "child": name}))
    assert said == words.replace("{child}", name)


def test_own_words_reach_no_attribute_and_no_width():
    from visitapp.words import OWN, Text

    words = "{child.__class__} {child:>999999999} {child!r} {0} {n} {child}"
    assert load()(Text("own.x", {OWN: words, "child": "Ann"})) == words.replace("{child}", "Ann")
