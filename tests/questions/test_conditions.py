"""Conditions in words and in the form: the form says what is meant, and every condition of the product reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.questions.telling import BANK
from visitapp.domain.organisation import Thresholds
from visitapp.questions.bank import language
from visitapp.questions.conditions import COMPARISONS, Form, FormRow, as_form, in_words, written
from visitapp.questions.vocabulary import KINDS, SETTINGS, facts_of
from visitapp.words import load

LANGUAGES = {subject: language(subject) for subject in KINDS}
CONDITIONS = [(way.subject, way.condition) for question in BANK.questions.values() for way in question.ways] + [
    pair for question in BANK.questions.values() for pair in question.quiet.items()
]


@pytest.mark.parametrize(("subject", "condition"), CONDITIONS)
def test_every_condition_of_the_product_reads_in_words(subject: str, condition: str):
    said = load()(in_words(condition, subject))
    assert said
    assert not any(mark in said for mark in ("&&", "||", "==", f"{subject}."))


def test_brackets_stay_and_settings_are_named():
    said = load()(in_words("child.overdue && (child.speaks || !child.watched)", "child"))
    assert said == (
        "more working days than allowed since anybody outside the home is recorded to have seen the child, counted from"
        " the question's last answer, and (the child speaks, or on a child protection plan, under section 47 or an"
        " order: no)"
    )
    assert load()(in_words("child.children_at_home >= 3", "child")).endswith(": 3 or more")


def test_every_number_that_may_be_set_has_its_meaning():
    assert [name for name in SETTINGS if not load().holds(f"threshold.{name.removeprefix('setting.')}")] == []
    assert set(SETTINGS) <= {f"setting.{name}" for name in Thresholds.__struct_fields__}


@st.composite
def forms(draw: st.DrawFn) -> tuple[str, Form]:
    subject = draw(st.sampled_from(sorted(KINDS)))
    known = facts_of(subject)
    rows = []
    for _ in range(draw(st.integers(1, 4))):
        fact = draw(st.sampled_from(sorted(known)))
        type_ = known[fact].type
        values = {
            "bool": st.just(""),
            "int": st.integers(-9, 10**6).map(str),
            "double": st.floats(-1e6, 1e6).map(repr),
            "string": st.text("ab c'\\\"é{}", max_size=8).map(str.strip),
            "strings": st.text("ab c'\\\"é{}", max_size=8).map(str.strip),
        }
        rows.append(FormRow(fact, draw(st.sampled_from(COMPARISONS[type_])), draw(values[type_])))
    joined = draw(st.sampled_from(["and", "or"])) if len(rows) > 1 else "and"
    return subject, Form(tuple(rows), joined)


@given(forms())
def test_what_a_form_says_compiles_and_reads_back_as_the_same_form(made: tuple[str, Form]):
    subject, form = made
    condition = written(form, subject)
    LANGUAGES[subject].compile(condition)
    assert as_form(condition, subject) == form
    assert load()(in_words(condition, subject))


@pytest.mark.parametrize(
    ("condition", "subject"),
    [
        ("child.speaks && (child.watched || child.overdue)", "child"),
        ("child.children_at_home < setting.carries", "child"),
        ("child.speaks == true", "child"),
        ("!(child.speaks && child.watched)", "child"),
        ("child.nothing", "child"),
        ("child.speaks &&", "child"),
        ("mark.kind in ['bruise']", "mark"),
        ("", "child"),
    ],
)
def test_what_no_form_says_is_left_to_the_expression(condition: str, subject: str):
    assert as_form(condition, subject) is None


@pytest.mark.parametrize("value", ["", "three", "1e99", "nan"])
def test_a_number_that_is_none_is_told(value: str):
    with pytest.raises(ValueError, match=r"\w|^$"):
        written(Form((FormRow("child.age_latest", "<", value),)), "child")


@given(st.text(max_size=200))
def test_anything_at_all_is_said_somehow(condition: str):
    assert load()(in_words(condition, "child")) is not None


def test_many_brackets_end_soon():
    for condition in ("(" * 990 + "true" + ")" * 5, "!" * 900 + "child.speaks"):
        assert load()(in_words(condition, "child")) == condition
