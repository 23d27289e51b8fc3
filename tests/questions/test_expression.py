"""Conditions answer yes, no or unknown, and nothing else may be said in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visitapp.questions.expression import LONGEST, Language

LANGUAGE = Language({"a.yes": "bool", "a.age": "double", "a.count": "int", "a.kind": "string", "a.all": "strings"})


@pytest.mark.parametrize(
    ("written", "values", "says"),
    [
        ("a.age < 5.0", {"a.age": 4.99}, True),
        ("a.age < 5.0", {"a.age": 5.0}, False),
        ("a.age < 5.0", {}, None),
        ("a.age < 5.0 && a.yes", {"a.age": 6.0}, False),
        ("a.yes && a.age < 5.0", {"a.age": 6.0}, False),
        ("a.yes || a.age < 5.0", {"a.age": 4.0}, True),
        ("!a.yes", {}, None),
        ("a.kind in ['bruise', 'petechiae']", {"a.kind": "bruise"}, True),
        ("'x' in a.all", {"a.all": ["x"]}, True),
        ("'x' in a.all", {"a.all": []}, False),
        ("a.count >= 2 || a.count == -1", {"a.count": 2}, True),
    ],
)
def test_three_values(written, values, says):
    assert LANGUAGE.compile(written).holds(values) is says


@pytest.mark.parametrize(
    "written",
    [
        "a.ages < 5.0",  # no such fact
        "a.age < 5",  # a fraction against a whole number
        "a.age",  # not a yes or no
        "a.all.exists(x, x == 'y')",
        "[1].all(x, x > 0)",
        "has(a.age)",
        "size(a.kind) > 1",
        "a.count + 1 > 2",
        "a.yes ? a.yes : true",
        "a.kind.startsWith('b')",
        "a.all[0] == 'x'",
        "{'a': 1} == {'a': 1}",
        "google.protobuf.Timestamp{} == google.protobuf.Timestamp{}",
        "a.yes // and so on",
        "a.yes &&",
        "a.yes" + " && a.yes" * (LONGEST // 8),
        "(" * 400 + "true" + ")" * 400,
        "",
    ],
)
def test_what_may_not_be_said(written):
    with pytest.raises(ValueError, match=r"\w"):
        LANGUAGE.compile(written)


def test_a_value_of_the_wrong_type_is_a_bug_and_not_an_unknown():
    with pytest.raises(TypeError):
        LANGUAGE.compile("a.age < 5.0").holds({"a.age": "young"})


def test_names_in_words_are_no_facts():
    assert LANGUAGE.compile("a.kind == 'a.yes' && a.yes").names == ("a.kind", "a.yes")


facts = st.fixed_dictionaries(
    {}, optional={"a.yes": st.booleans(), "a.age": st.floats(0, 200), "a.count": st.integers(0, 9)}
)
atoms = st.sampled_from(["a.yes", "a.age < 12.0", "a.count > 3"])
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        inner.map(lambda one: f"!({one})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} && {two[1]})"),
        st.tuples(inner, inner).map(lambda two: f"({two[0]} || {two[1]})"),
    ),
    max_leaves=6,
)


@given(conditions, facts, st.data())
def test_learning_more_never_turns_a_yes_or_a_no(written, values, data):
    """What is decided with some facts unknown is decided the same whatever they turn out to be."""
    condition = LANGUAGE.compile(written)
    decided = condition.holds(values)
    more = data.draw(
        st.fixed_dictionaries({"a.yes": st.booleans(), "a.age": st.floats(0, 200), "a.count": st.integers(0, 9)})
    )
    if decided is not None:
        assert condition.holds(more | values) is decided
    assert condition.holds(more | values) is not None
