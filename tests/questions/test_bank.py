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
    ("changes", "field", "says"),
    [
        ({"ways": [WAY | {"if": "contact.shrot"}]}, "ways[0].if", "called contact.shrot. Is contact.short meant?"),
        ({"ways": [WAY | {"if": "contact.xyz"}]}, "ways[0].if", "no fact called contact.xyz."),
        (
            {"ways": [WAY | {"if": "contact.minutes < 'x'"}]},
            "ways[0].if",
            "At character 17: a whole number cannot stand beside a word with <.",
        ),
        ({"ways": [WAY | {"if": "contact.minutes"}]}, "ways[0].if", "compare it with something"),
        ({"ways": [WAY | {"if": "contact.short &&"}]}, "ways[0].if", "missing at the end"),
        ({"ways": [WAY | {"if": "contact.short = true"}]}, "ways[0].if", "At character 15 it cannot be read"),
        ({"ways": [WAY | {"if": "contact.minutes + 1 > 2"}]}, "ways[0].if", "may not be used"),
        ({"ways": [WAY | {"if": " "}]}, "ways[0].if", "There is no condition"),
        ({"ways": [WAY | {"if": "!" * 1001}]}, "ways[0].if", "longer than 1000 characters"),
        ({"ways": [WAY, WAY | {"if": "child.under_two"}]}, "ways[1].if", "no fact called child.under_two"),
        ({"ways": [WAY | {"subject": "house"}]}, "ways[0].subject", "house is nothing that a question can be about"),
        ({"ways": [WAY | {"tier": 0}]}, "ways[0].act", "acted on"),
        ({"ways": [WAY | {"act": "today"}]}, "ways[0].act", "acted on"),
        ({"ways": [WAY | {"tier": 3}]}, "ways[0].tier", "3 may not stand here"),
        ({"ways": [WAY | {"again": "counted"}]}, "ways[0].again", "Nothing in its condition counts"),
        ({"ways": [WAY | {"colour": "red"}]}, "ways[0]", "no field called colour"),
        ({"ways": [{"subject": "contact"}]}, "ways[0]", "field if is missing"),
        ({"ways": [WAY] * 21}, "ways", "longer than 20"),
        ({"ways": [WAY], "wording": []}, "wording", "It has no wording."),
        ({"source": " "}, "source", "It has no source."),
        ({"source": 3}, "source", "of the kind str"),
        ({"quiet": {"contact": "contact.nothing"}}, "quiet.contact", "no fact called contact.nothing"),
        ({"id": "Q07"}, "id", "This id stands twice."),
        ({"id": "a b"}, "id", "begin with a letter"),
    ],
)  # fmt: skip
def test_a_wrong_bank_is_refused_with_line_question_field_and_reason(changes, field, says):
    raw = changed(**changes)
    with pytest.raises(BankRefused) as refused:
        compile_bank(raw)
    named, say = refused.value.named, load()
    assert says in say(named["why"])
    assert named["field"] == field
    assert f'"id": "{named["question"]}"' in raw.decode().splitlines()[named["line"] - 1]
    sentence = say(refused.value.message, **named)
    assert f"Line {named['line']}, question {named['question']}, field {field}: " in sentence


def test_broken_json_is_refused_with_its_line():
    with pytest.raises(BankRefused) as refused:
        compile_bank(b'{"format": "visitapp-bank/1",\n "version": 1,,\n}')
    assert refused.value.named["line"] == 2


def test_another_format_is_refused():
    with pytest.raises(BankRefused) as refused:
        compile_bank(RAW.replace(b"visitapp-bank/1", b"visitapp-bank/9"))
    assert refused.value.named["field"] == "format"


def test_a_question_that_would_ask_for_what_the_bank_does_not_hold_is_refused():
    whole = json.loads(RAW)
    whole["questions"] = [one for one in whole["questions"] if one["id"] != "ask_age"]
    with pytest.raises(BankRefused) as refused:
        compile_bank(json.dumps(whole).encode())
    assert "ask_age" in load()(refused.value.named["why"])


def test_the_vocabulary_page_names_every_fact_once():
    page = vocabulary.page()
    names = [line.name for line in vocabulary.lines()]
    assert len(set(names)) == len(names)
    assert all(page.count(f"| `{name}` |") == 1 for name in [*names, *vocabulary.SETTINGS])
    assert all(line.name.split(".")[0] == line.subject and line.meaning for line in vocabulary.lines())


def test_the_vocabulary_page_in_the_documents_is_the_present_one():
    """Run packaging/facts.py after a change."""
    assert resource("docs", "question-facts.md").read_text(encoding="utf-8") == vocabulary.page()
