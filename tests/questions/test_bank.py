"""The bank is refused at a desk: with the line, the question and the reason."""

import json
import re

import pytest

from tests.questions.telling import BANK, file
from visitapp.errors import BankRefused
from visitapp.questions import vocabulary
from visitapp.questions.bank import compile_bank
from visitapp.resources import resource
from visitapp.words import load

RAW = resource("questions", "bank.json").read_bytes()
ASKS = {"ask_age", "ask_mobility", "ask_region", "ask_kind"}
SILENT = {"Q25"}


def test_it_holds_every_question_of_the_reference_and_what_these_have_to_ask():
    """Q25 is a deliberate silence: there is nothing to ask. What stays silent stands in cases/Q25.yaml."""
    reference = re.findall(r"^- id: (\w+)", file("question-bank.yaml").decode(), re.MULTILINE)
    assert reference == [f"Q{number:02}" for number in range(1, 61)]
    assert set(BANK.questions) == (set(reference) - SILENT) | ASKS


def test_every_sentence_stands_in_the_catalogue():
    say = load()
    assert [one for one in BANK.sentences() if not say.holds(one)] == []


def test_tiers_and_acts_agree_with_the_reference():
    reference = {}
    for block in file("question-bank.yaml").decode().split("\n- id: ")[1:]:
        tier = int(re.search(r"^  tier: (\d)", block, re.MULTILINE).group(1))
        when = re.search(r"^  when: (\w+)", block, re.MULTILINE)
        reference[block[:3]] = (tier, when.group(1) if when else "")
    for id_, question in BANK.questions.items():
        if id_.startswith("ask_"):
            continue
        tiers = {(way.tier, way.act) for way in question.ways}
        assert reference[id_] in tiers, id_
        assert question.group == re.search(rf"- id: {id_}\n  group: (\w+)", file("question-bank.yaml").decode()).group(
            1
        )


def changed(**changes) -> bytes:
    whole = json.loads(RAW)
    question = next(one for one in whole["questions"] if one["id"] == "Q06")
    question.update(changes)
    return json.dumps(whole, indent=1).encode()


WAY = {"subject": "contact", "tier": 1, "if": "contact.short", "why": "ask.Q06.why"}


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"ways": [WAY | {"if": "contact.shrot"}]}, "undeclared reference to 'contact.shrot'"),
        ({"ways": [WAY | {"if": "contact.minutes < 'x'"}]}, "no matching overload"),
        ({"ways": [WAY | {"if": "child.under_two"}]}, "undeclared reference to 'child.under_two'"),
        ({"ways": [WAY | {"subject": "house"}]}, "'house' is no subject"),
        ({"ways": [WAY | {"tier": 0}]}, "`act` belongs to tier 0"),
        ({"ways": [WAY | {"act": "today"}]}, "`act` belongs to tier 0"),
        ({"ways": [WAY | {"tier": 3}]}, "Invalid enum value 3"),
        ({"ways": [WAY | {"again": "counted"}]}, "nothing in its condition counts"),
        ({"ways": [WAY | {"colour": "red"}]}, "unknown field `colour`"),
        ({"ways": [WAY], "wording": []}, "it has no wording"),
        ({"quiet": {"contact": "contact.nothing"}}, "undeclared reference"),
        ({"id": "Q07"}, "this id stands twice"),
    ],
)
def test_a_wrong_bank_is_refused_with_line_and_reason(changes, says):
    raw = changed(**changes)
    with pytest.raises(BankRefused) as refused:
        compile_bank(raw)
    named = refused.value.named
    assert says in named["why"]
    assert f'"id": "{named["question"]}"' in raw.decode().splitlines()[named["line"] - 1]
    assert str(named["line"]) in load()(refused.value.message, **named)


def test_broken_json_is_refused_with_its_line():
    with pytest.raises(BankRefused) as refused:
        compile_bank(b'{"format": "visitapp-bank/1",\n "version": 1,,\n}')
    assert refused.value.named["line"] == 2


def test_another_format_is_refused():
    with pytest.raises(BankRefused):
        compile_bank(RAW.replace(b"visitapp-bank/1", b"visitapp-bank/9"))


def test_a_question_that_would_ask_for_what_the_bank_does_not_hold_is_refused():
    whole = json.loads(RAW)
    whole["questions"] = [one for one in whole["questions"] if one["id"] != "ask_age"]
    with pytest.raises(BankRefused) as refused:
        compile_bank(json.dumps(whole).encode())
    assert "ask_age" in refused.value.named["why"]


def test_the_vocabulary_page_names_every_fact_once():
    page = vocabulary.page()
    names = [line.name for line in vocabulary.lines()]
    assert len(set(names)) == len(names)
    assert all(page.count(f"| `{name}` |") == 1 for name in [*names, *vocabulary.SETTINGS])
    assert all(line.name.split(".")[0] == line.subject and line.meaning for line in vocabulary.lines())


def test_the_vocabulary_page_in_the_documents_is_the_present_one():
    """Run packaging/facts.py after a change."""
    assert resource("docs", "question-facts.md").read_text(encoding="utf-8") == vocabulary.page()
