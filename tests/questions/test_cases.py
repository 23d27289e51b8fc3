"""The table of cases: every question comes, stays away, and is tried at its threshold (form: casetable.py)."""

from typing import Any

import msgspec
import pytest

from tests.questions.casetable import KEYS, KINDS, asked, day_asked, load, questions
from tests.questions.telling import BANK, file
from visitapp.questions.bank import Way
from visitapp.questions.due import Due

SILENCE = "Q25"
CASES = [(question, case) for question in questions() for case in load(question)]
ABOUT_MARKS = {"marks", "skin", "not_found"}


def named(pair: tuple[str, dict[str, Any]]) -> str:
    return f"{pair[0]}: {pair[1]['case']}"


def test_every_question_has_its_three_kinds_of_case():
    lacking = {
        question: missing
        for question in {*BANK.questions, SILENCE}
        if (missing := set(KINDS) - {case["kind"] for case in _of(question)})
    }
    assert lacking == {}


def test_the_table_holds_every_question_of_the_reference_and_no_other():
    reference = {line[6:9] for line in file("question-bank.yaml").decode().splitlines() if line.startswith("- id: ")}
    assert reference == {f"Q{number:02}" for number in range(1, 61)}
    assert set(questions()) == reference | set(BANK.questions)


def _ways(question: str) -> tuple[Way, ...]:
    return BANK.questions[question].ways if question in BANK.questions else ()


def _of(question: str) -> list[dict[str, Any]]:
    return load(question) if question in questions() else []


@pytest.mark.parametrize("pair", CASES, ids=named)
def test_a_case_is_written_in_the_form_of_the_table(pair):
    question, case = pair
    assert set(case) <= KEYS
    assert case["kind"] in KINDS
    assert case["due"] in ("yes", "no")
    assert case["kind"] == "threshold" or (case["kind"] == "comes") == (case["due"] == "yes")
    assert sum(one["case"] == case["case"] for one in load(question)) == 1


@pytest.mark.parametrize("pair", CASES, ids=named)
def test_case(pair):
    question, case = pair
    dues = asked(case)
    ids = {due.question for due in dues}
    if question == SILENCE:
        assert (not [due for due in dues if due.matter in ABOUT_MARKS]) is (case["due"] == "yes")
    else:
        assert (question in ids) is (case["due"] == "yes"), sorted(ids)
    assert set(case.get("also", ())) <= ids
    assert not set(case.get("never", ())) & ids
    if "expect" in case:
        assert any(_is_so(due, case["expect"]) for due in dues if due.question == question), [
            due for due in dues if due.question == question
        ]


def _is_so(due: Due, expected: dict[str, Any]) -> bool:
    found = msgspec.to_builtins(due)
    return all(_as_text(found[key]) == value for key, value in expected.items())


def _as_text(value: Any) -> Any:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return [_as_text(one) for one in value] if isinstance(value, list | tuple) else str(value)


FOR_WORDS = [
    pair for pair in CASES if pair[1]["due"] == "yes" and any(way.tier == 0 for way in _ways(pair[0]))
]  # fmt: skip


@pytest.mark.parametrize("pair", FOR_WORDS, ids=named)
def test_a_later_contact_that_says_nothing_silences_nothing_that_must_have_words(pair):
    question, case = pair
    before = {due.about for due in asked(case) if due.question == question and due.tier == 0}
    later = {"id": "later", "kind": "phone", "by": "sw", "date": day_asked(case)}
    after = asked(case | {"contacts": [*case["contacts"], later]})
    assert before <= {due.about for due in after if due.question == question and due.tier == 0}
