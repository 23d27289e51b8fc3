"""Words of our own that give a bruise an age are noticed; quotations, reports and the ages of children are let be."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from visitapp.domain.contact import Paragraph
from visitapp.domain.dating import ages_given, ages_in_note

OURS = [
    "The bruise is about three days old.",
    "A three-day-old bruise on the arm.",
    "a 3 day old bruise on her arm",
    "A 2-day-old yellow bruise.",
    "Bruise on the left cheek, 2-3 days old.",
    "The bruise looks 2 to 3 days old.",
    "yellow, so about a week old",
    "Going by the colour about four days old.",
    "An old bruise on the shin.",
    "Old yellow bruising over the back",
    "Older bruises on both arms",
    "The bruise looks old.",
    "The bruise seems fresh.",
    "There is a bruise on her arm. It looks about a week old.",
    "Bruise on left arm. About three days old.",
    "I think the bruise is about two days old.",
    "I would say the bruise is two weeks old.",
    "Mark on left arm about three days old.",
    "The mark is over a week old.",
    "The boys' bruise is three days old.",
    "Mia's bruise, roughly a fortnight old",
    "Mum said he fell. The bruise is 3 days old.",
    "Petechiae, a few hours old",
    "A black eye, perhaps 2 days old",
    "It is a bruise, approx. 3 days old.",
    "He said “fell”. The bruise is five days old.",
    "Bruise on the arm, 3/7 old.",
    "Left shin: a bruise three days old.",
    "Knee: bruise, two days old.",
]
LET_BE = [
    "Three days ago she said he fell.",
    "She said three days ago that he fell; there is a bruise.",
    "The bruise was first seen three days ago.",
    "Her bruise is from Tuesday.",
    "A new bruise.",
    "No old bruises were seen.",
    "I cannot say how old the bruise is.",
    # a child's age
    "A 2-day-old baby with a bruise.",
    "The 2-day-old baby has a bruise on the arm.",
    "Mia is 3 weeks old and has a bruise.",
    "Mia, three weeks old, has a bruise.",
    "Bruise on Mia, three weeks old.",
    "Bruise on the six week old.",
    "A bruise on her baby brother, six weeks old.",
    "The bruise is on a baby who is six weeks old.",
    "Her sister is three months old. She has a bruise.",
    "The 5-year-old bruises easily.",
    "The two year old bruised her knee.",
    "The child is 4 years old.",
    "Mark is three weeks old and feeds well.",
    "Bruise on 8 week old Mia.",
    "Bruise noted on Mia (8 weeks old).",
    "She is old enough to walk; a bruise on the shin.",
    # other things
    "The old man has a bruise.",
    "The bread was three days old.",
    "The mattress looks old; a bruise on her arm.",
    "Her bruise; the puppy is eight weeks old.",
    # reported
    "Mum said the bruise was three days old.",
    "The GP thinks the bruise is a week old.",
    "The bruise is three days old, she said.",
    "The bruise, he explained, is three days old",
    "According to Kim the bruise is two days old.",
    "I was told the bruise is three days old.",
    "Mum: the bruise is three days old.",
    "Kim Marlowe: the bruise is three days old.",
    "Her bruise was described as three days old by school.",
    # quoted, in all the ways in which people quote
    '"The bruise is three days old."',
    "“The bruise is three days old.”",
    "„The bruise is three days old.“",
    "«The bruise is three days old.»",
    "‘The bruise is three days old.’",
    "'The bruise is three days old, isn't it', as he put it",
    "“The bruise is three days old, and then nothing closes it",
    "",
]
COUNTS = st.sampled_from(["3", "two", "a few", "2-3", "five to six", "10", "a"])
UNITS = st.sampled_from(["days", "hours", "weeks", "day", "week"])
BRUISES = st.sampled_from(["bruise", "bruising", "black eye", "petechiae"])
PEOPLE = st.sampled_from(["baby", "little boy", "girl", "infant", "sister", "child"])
QUOTES = st.sampled_from(['""', "“”", "«»", "„“", "‘’", "''"])
SAYERS = st.sampled_from(
    ["Mum said", "Kim Marlowe told us", "the doctor thinks", "he explained that", "school reported"]
)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",)), max_size=200)


@pytest.mark.parametrize("words", OURS)
def test_an_age_in_our_own_words_is_noticed(words):
    assert ages_given(words)


@pytest.mark.parametrize("words", LET_BE)
def test_anything_else_is_let_be(words):
    assert [words[start:end] for start, end in ages_given(words)] == []


@given(COUNTS, UNITS, BRUISES)
def test_every_way_of_counting_is_noticed(count, unit, bruise):
    said = f"The {bruise} is {count} {unit} old."
    ((start, end),) = ages_given(said)
    assert said[start:end] == f"{count} {unit} old"


@given(COUNTS, UNITS, PEOPLE, BRUISES)
def test_the_age_of_a_child_is_never_taken_for_a_bruises(count, unit, person, bruise):
    for said in (
        f"A {count} {unit} old {person} with a {bruise} on the arm.",
        f"The {person} is {count} {unit} old and has a {bruise}.",
        f"A {bruise} on the arm of the {person}, {count} {unit} old.",
    ):
        assert not ages_given(said), said
        assert not ages_given(said, of_a_mark=True), said


@given(COUNTS, UNITS, BRUISES, QUOTES)
def test_what_is_quoted_is_never_noticed(count, unit, bruise, quotes):
    said = f"Words used: {quotes[0]}the {bruise} is {count} {unit} old{quotes[1]} and no more."
    assert not ages_given(said)
    assert not ages_given(said, of_a_mark=True)


@given(SAYERS, COUNTS, UNITS, BRUISES)
def test_what_somebody_is_reported_to_have_said_is_never_noticed(sayer, count, unit, bruise):
    assert not ages_given(f"{sayer} the {bruise} is {count} {unit} old.")
    assert not ages_given(f"{sayer} it was {count} {unit} old.", of_a_mark=True)


@given(WORDS, st.booleans())
def test_any_words_are_read_and_places_lie_within_them(words, of_a_mark):
    found = ages_given(words, of_a_mark=of_a_mark)
    assert all(0 <= start < end <= len(words) for start, end in found)
    assert found == tuple(sorted(found))


@given(WORDS)
def test_quoting_everything_silences_everything(words):
    assume("”" not in words)
    assert not ages_given(f"“{words}”")


@given(st.sampled_from(OURS), st.sampled_from(["The kitchen was warm.", "Both were well.", "We go on Monday."]))
def test_a_sentence_beside_it_changes_nothing(ours, other):
    assert len(ages_given(f"{other}\n{ours}")) == len(ages_given(ours))
    assert ages_given(f"{ours}\n{other}") == ages_given(ours)


@pytest.mark.parametrize(
    ("words", "noticed"),
    [
        ("about 3 days old", True), ("A week old, yellow", True), ("Perhaps 5 hours old", True),
        ("looks a few days old", True), ("round, purple", False), ("held by her 3 month old sister", False),
        ("seen on a six-week-old baby", False), ("old scar", False), ("Mum said about 3 days old", False),
        ("She called it ‘a week old’.", False),
    ],
)  # fmt: skip
def test_words_that_describe_one_mark(words, noticed):
    assert bool(ages_given(words, of_a_mark=True)) is noticed


def test_a_note_by_where_its_paragraphs_come_from():
    said = "The bruise is three days old."
    note = [Paragraph(said, mark) for mark in ("saw_or_heard", "told_by", "read_in", "my_view", "unmarked")]
    assert ages_in_note(note) == ("three days old",) * 3


@pytest.mark.parametrize(
    ("words", "noticed"), [("looks old", True), ("Looks fresh.", True), ("Mum said it looks old", False)]
)
def test_the_words_on_one_mark_need_not_name_it(words, noticed):
    assert bool(ages_given(words, of_a_mark=True)) is noticed
