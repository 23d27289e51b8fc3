"""Where a rule may do harm: birthmarks, treatments, disabled children, clothes, what nobody looks at."""

import re
from datetime import date

import pytest
from msgspec.structs import fields

from tests.questions.telling import BANK, Telling, unfilled
from visitapp.domain.family import Child, Person
from visitapp.domain.marks import Mark
from visitapp.domain.organisation import Thresholds
from visitapp.questions import vocabulary
from visitapp.questions.beside import beside_marks
from visitapp.questions.choosing import Card, cards
from visitapp.questions.engine import known_now
from visitapp.questions.replay import replay
from visitapp.questions.skin import changed
from visitapp.words import load

SAY = load()
SILENCE = "No question from the rules. That is not an opinion on the mark."
OUTSIDE = (
    "No question from the rules. Ann was 4 years or older: outside the ages for which the rule about places on the "
    "body was made. That is not an opinion on the mark."
)


def baby(**child: str) -> Telling:
    telling = Telling().child("ann", "Ann Marlowe", "2021-01-10", **child)
    return telling.contact("c1", "2021-07-12", outcome="seen").seen("ann", awake="yes", undressed="partly")


def older(born: str = "2014-06-10", **child: str) -> Telling:
    telling = Telling().child("ann", "Ann Marlowe", born, **child)
    return telling.contact("c1", "2021-07-12", outcome="seen").seen("ann", awake="yes", alone="yes")


def on_marks(telling: Telling) -> list[Card]:
    about = {"marks", "skin"}
    return [card for card in cards(telling.due(), BANK, Thresholds()) if card.dues[0].matter in about]


def told(card: Card) -> str:
    return " ".join(SAY(one) for one in (card.wording, *card.why, *card.more))


@pytest.mark.parametrize("born", ["2021-01-10", "2018-06-10"])
def test_a_birthmark_by_a_parents_word_alone_is_a_question_to_health_and_no_injury_card(born):
    telling = older(born).mark("m1", kind="birthmark", region="lower_back").account("m1", cause="birth")
    (card,) = on_marks(telling)
    assert card.key == "skin"
    assert "999" not in told(card)
    assert "health" in told(card)
    assert not any(due.rules for due in card.dues)


def test_confirmed_it_is_quiet_until_its_colour_changes_and_then_quiet_again():
    telling = baby().mark("m1", kind="birthmark", region="lower_back", colours=("blue",))
    telling.opinion("m1", "birthmark", knew="yes")
    assert on_marks(telling) == []
    telling.contact("c2", "2021-08-12", outcome="seen").seen("ann")
    telling.mark("m2", kind="birthmark", region="lower_back", colours=("blue",), same_as="m1")
    assert on_marks(telling) == []
    telling.contact("c3", "2021-09-12", outcome="seen").seen("ann")
    telling.mark("m3", kind="birthmark", region="lower_back", colours=("blue", "yellow"), same_as="m1")
    (card,) = on_marks(telling)
    assert "looks different now" in told(card)
    assert card.today
    telling.opinion("m1", "birthmark")
    assert on_marks(telling) == []


def test_answered_with_what_health_said_it_is_asked_again_when_it_looks_otherwise():
    telling = baby().mark("m1", kind="birthmark", region="lower_back", colours=("blue",)).account("m1", cause="birth")
    telling.answer("Q11", "m1", text="The health visitor saw it at the newborn check.")
    assert on_marks(telling) == []
    telling.contact("c2", "2021-08-12", outcome="seen").seen("ann")
    telling.mark("m2", kind="birthmark", region="lower_back", colours=("blue",), same_as="m1")
    assert on_marks(telling) == []
    telling.contact("c3", "2021-09-12", outcome="seen").seen("ann")
    telling.mark("m3", kind="birthmark", region="lower_back", colours=("red",), same_as="m1")
    (card,) = on_marks(telling)
    assert "looks different now" in told(card)
    telling.answer("Q11", "m1", text="The GP saw it: the same birthmark.")
    assert on_marks(telling) == []


def test_a_confirmed_birthmark_seen_again_as_a_bruise_is_a_bruise():
    telling = baby().mark("m1", kind="birthmark", region="lower_back").opinion("m1", "birthmark", knew="yes")
    telling.contact("c2", "2021-08-12", outcome="seen").seen("ann")
    telling.mark("m2", kind="bruise", region="lower_back", same_as="m1").account("m2")
    assert {"Q11", "Q13"} <= telling.ids()


@pytest.mark.parametrize(
    ("before", "later", "differs"),
    [
        ({"colours": ("blue",)}, {"colours": ("Blue ",)}, False),
        ({"colours": ("blue",)}, {"colours": ()}, False),
        ({"colours": ("blue",)}, {"colours": ("blue", "red")}, True),
        ({"shape": "round"}, {"shape": "a line"}, True),
        ({"shape": ""}, {"shape": "round"}, False),
        ({"edges": "level"}, {"edges": "unknown"}, False),
        ({"edges": "level"}, {"edges": "irregular"}, True),
        ({"size_mm": (5.0, 5.0)}, {"size_mm": (9.0, 9.0)}, False),  # the child grows too
    ],
)
def test_what_counts_as_looking_otherwise(before, later, differs):
    one = Mark(id="a", contact="c", child="x", region="shin", kind="birthmark", **before)
    other = Mark(id="b", contact="d", child="x", region="shin", kind="birthmark", **later)
    assert changed(one, other) is differs


@pytest.mark.parametrize(
    ("cause", "asked"),
    [
        ("treatment", "comes from a treatment. Who did it, when, and what for? What was Ann ill with?"),
        ("equipment", "equipment such as a strap, splint or hoist"),
        ("procedure", "a cannula or a heel prick"), ("birth", "comes from birth"),
        ("self_injury", "Who helps Ann with it?"),
    ],
)  # fmt: skip
def test_treatments_and_the_like_are_for_health(cause, asked):
    telling = older().mark("m1", region="forearm", kind="red_mark").account("m1", cause=cause)
    (card,) = on_marks(telling)
    assert asked in told(card)
    assert "Ask health" in told(card)
    telling.answer("Q10", "m1")
    assert on_marks(telling) == []


def test_nothing_that_a_rule_reads_says_where_a_family_comes_from():
    words = re.compile(r"ethnic|race\b|racial|religio|national|origin|skin_colour|heritage", re.IGNORECASE)
    names = [field.name for kind in (Child, Person, Mark) for field in fields(kind)]
    facts = [f"{line.name} {line.meaning}" for line in vocabulary.lines() if "dress of faith" not in line.meaning]
    assert [one for one in (*names, *facts) if words.search(one)] == []


def test_a_disabled_child_is_asked_about_care_and_lifting_at_any_age():
    for telling in (baby(disability="cerebral palsy"), older(disability="cerebral palsy")):
        telling.mark("m1", region="upper_arm").account("m1")
        due = telling.one("Q11")
        assert "Who cared for, lifted or carried Ann since the mark was last not there?" in SAY(due.wording[0])


def test_missed_appointments_are_said_out_of_how_many():
    telling = Telling().child("ann", "Ann Marlowe", "2014-06-10", disability="cerebral palsy")
    telling.contact("c1", "2021-03-01", kind="health_appointment", by="gp", times=38)
    telling.contact("c2", "2021-04-01", kind="missed_appointment", by="gp", times=2)
    telling.contact("c3", "2021-05-01", kind="missed_appointment", by="gp", outcome="was_not_brought")
    said = [SAY(due.why) for due in telling.due() if due.question == "Q35"]
    assert any("3 of 41 in the six months" in why for why in said)


@pytest.mark.parametrize(
    ("fields_", "says"),
    [
        ({"region": "upper_back", "seen_by": "tea"}, True), ({"region": "thigh_back", "seen_by": "aunt"}, True),
        ({"region": "upper_back", "seen_by": "us"}, False), ({"region": "upper_back", "seen_by": "gp"}, False),
        ({"region": "upper_back"}, False), ({"region": "forearm", "seen_by": "tea"}, False),
    ],
)  # fmt: skip
def test_a_mark_reported_under_an_older_childs_clothes_is_for_a_medical_examination(fields_, says):
    (card,) = on_marks(older().mark("m1", **fields_))
    assert ("It is for a medical examination." in told(card)) is says


def test_under_two_a_carer_may_undress_the_child_and_we_never_do():
    (card,) = on_marks(baby().mark("m1", region="upper_back", seen_by="kim").account("m1"))
    assert "undress" not in told(card)
    (row,) = [card for card in cards(baby_unseen().due(), BANK, Thresholds()) if card.key == "how_it_was"]
    assert "never done by us, and never asked of a child" in told(row)


def baby_unseen() -> Telling:
    telling = Telling().child("ann", "Ann Marlowe", "2021-01-10")
    return telling.contact("c1", "2021-07-12", outcome="seen").seen("ann")


@pytest.mark.parametrize("region", ["genital", "anal"])
@pytest.mark.parametrize("found", ["yes", "no"])
def test_nobody_looks_there(region, found):
    (card,) = on_marks(older().mark("m1", region=region, seen_by="tea", found=found))
    assert "Do not look. Write the words that were used. Ring." in told(card)


def test_no_question_anywhere_asks_to_undress_a_child():
    asks = re.compile(
        r"(?<!not ask \{child\} to )\bundress\b|take (?:off|down)|lift (?:his|her|their|the) (?:top|shirt)"
    )
    for id_ in BANK.sentences():
        words = unfilled(id_)
        assert not asks.search(words.replace("change, bath or undress the child while you were there", "")), id_


def test_outside_the_rules_ages_is_said_where_nothing_is_asked_too():
    """An explained bruise on the forehead of a child of seven: no rule speaks, and that is no opinion on the mark."""

    def replayed(born: str) -> list[str]:
        telling = Telling().child("ann", "Ann Marlowe", born).can("ann", "walks", "2016-01-01")
        telling.contact("c1", "2021-07-12", kind="school_report", by="tea").seen("ann")
        telling.mark("m1", region="forehead", seen_by="tea").account("m1", by="tea", was_there="yes")
        *_, step = replay(telling.kept, BANK, Thresholds())
        assert step.dues == ()
        return [SAY(one) for one in step.beside]

    assert replayed("2014-06-10") == [OUTSIDE]
    assert replayed("2018-06-10") == [SILENCE]


def beside(telling: Telling, writing: bool = True) -> dict[str, list[str]]:
    """What stands beside each mark of the last contact, as the write-up shows it."""
    known = known_now(telling.case(), date.fromisoformat(telling.day), Thresholds(), telling.at)
    dues = telling.due()
    asked = [due for card in cards(dues, BANK, Thresholds(), writing=writing) for due in card.dues]
    found = beside_marks(known, telling.at, asked, dues)
    return {mark: [SAY(one) for one in lines] for mark, lines in found.items()}


def test_silence_is_said_beside_each_mark_about_which_nothing_is_asked():
    """A card about one mark is not silent on the others of its child that it is not about."""
    telling = older().mark("m1", region="shin").account("m1", was_there="yes")
    assert beside(telling) == {"m1": [OUTSIDE]}
    telling.mark("m2", region="forearm", kind="burn").account("m2", was_there="yes")
    assert beside(telling) == {"m1": [OUTSIDE]}


def test_beside_a_mark_it_is_said_that_a_question_waits():
    """Nobody is recorded as having said how it came: at signing that is asked, and until then it is not silence."""
    telling = older().mark("m1", region="shin")
    assert beside(telling) == {
        "m1": [
            "A question about this mark waits.",
            "Ann was 4 years or older: outside the ages of the rule about places on the body. "
            "That is not an opinion on the mark.",
        ]
    }
    assert beside(telling, writing=False) == {}


@pytest.mark.parametrize(("region", "line"), [("frenulum", OUTSIDE), ("forearm", SILENCE)])
def test_a_mark_in_the_mouth_of_an_older_child_is_outside_the_ages_too(region, line):
    """Of any kind: there the rule speaks on more than bruises."""
    telling = older().mark("m1", region=region, kind="graze").account("m1", was_there="yes")
    assert beside(telling) == {"m1": [line]}


def test_what_health_confirmed_is_silent_without_more():
    telling = older().mark("m1", region="lower_back", kind="birthmark").opinion("m1", "birthmark")
    assert beside(telling) == {"m1": [SILENCE]}
