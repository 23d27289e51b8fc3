"""The table of cases: every question comes, stays away, and is tried at its threshold (form: casetable.py)."""

from typing import Any

import msgspec
import pytest

from tests.questions.casetable import KEYS, KINDS, asked, load, questions
from tests.questions.telling import BANK, file
from visitapp.questions.due import Due

SILENCE = "Q25"
STILL_WITHOUT = {
    *(f"Q{n:02}" for n in range(14, 20)),
    *("Q57", "ask_age", "ask_mobility", "ask_region", "ask_kind"),
}
CASES = [(question, case) for question in questions() for case in load(question)]
ABOUT_MARKS = {"marks", "skin", "not_found"}


def named(pair: tuple[str, dict[str, Any]]) -> str:
    return f"{pair[0]}: {pair[1]['case']}"


def test_every_question_has_its_three_kinds_of_case():
    lacking = {
        question: missing
        for question in {*BANK.questions, SILENCE} - STILL_WITHOUT
        if (missing := set(KINDS) - {case["kind"] for case in _of(question)})
    }
    assert lacking == {}


def test_the_table_holds_no_other_question():
    reference = {line[6:9] for line in file("question-bank.yaml").decode().splitlines() if line.startswith("- id: ")}
    assert set(questions()) <= reference | set(BANK.questions)


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
