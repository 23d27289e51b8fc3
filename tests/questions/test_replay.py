"""`visitapp replay`: what the product would have shown, knowing only what was known."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.questions.telling import BANK, file
from visitapp.app.replay import print_steps
from visitapp.domain.organisation import Thresholds
from visitapp.errors import FileRefused
from visitapp.exchange.casefile import read
from visitapp.questions.replay import replay
from visitapp.words import load

EXAMPLE = Path(__file__).parent.parent / "reference" / "example-case.yaml"
SAY = load()
KEYS = {"id", "tier", "child", "about", "why", "because", "shown", "carried", "card", "rules"}


@pytest.fixture(scope="module")
def steps() -> dict[str, dict]:
    out = io.StringIO()
    assert print_steps(EXAMPLE, as_json=True, out=out, say=SAY) == 0
    objects = [json.loads(line) for line in out.getvalue().splitlines()]
    assert all(set(one) == {"contact", "date", "questions", "patterns"} for one in objects)
    assert all(set(question) == KEYS for one in objects for question in one["questions"])
    return {one["contact"]: one for one in objects}


def of(steps, contact, **fields) -> list[dict]:
    return [one for one in steps[contact]["questions"] if all(one[key] == value for key, value in fields.items())]


def test_a_step_for_every_contact_in_order(steps):
    assert list(steps) == ["c1", "c2", "c3", "c4", "c5"]
    assert [one["date"] for one in steps.values()] == [
        "2021-06-01",
        "2021-06-08",
        "2021-07-12",
        "2021-08-03",
        "2021-09-20",
    ]


def test_c3_a_mark_on_a_baby_over_five_months(steps):
    (due,) = of(steps, "c3", id="Q11", child="ann")
    assert (due["tier"], due["about"], due["because"], due["carried"], due["shown"]) == (0, ["m1"], ["c3"], False, True)
    assert due["rules"] == ["nm"]
    assert not of(steps, "c3", id="Q12")
    assert not of(steps, "c3", id="Q13")
    assert of(steps, "c3", id="Q18")


def test_c4_places_covered_face_and_the_bed(steps):
    for question in ("Q13", "Q11", "Q19"):
        assert {one["tier"] for one in of(steps, "c4", id=question, child="ann")} == {0}
    (q13,) = of(steps, "c4", id="Q13")
    assert (q13["about"], q13["rules"], q13["shown"]) == (["m2"], ["t4f", "nm"], True)
    assert {one["carried"] for one in of(steps, "c4", id="Q11", about=["m1"])} == {True}
    assert of(steps, "c4", id="Q01", child="joe")
    assert of(steps, "c4", id="Q32")
    assert "declined" in of(steps, "c4", id="Q32")[0]["why"]


def test_one_card_for_the_marks_of_a_child_at_a_contact(steps):
    cards = {one["card"] for one in of(steps, "c4", child="ann") if one["about"] == ["m2"]}
    assert cards == {"ann-marks-c4"}


def test_nothing_before_c5_knows_of_ray(steps):
    for contact in ("c1", "c2", "c3", "c4"):
        assert "ray" not in json.dumps(steps[contact]).lower().replace("array", "")
    assert of(steps, "c5", id="Q42")


def test_at_most_five_cards_and_two_rotating_but_for_today(steps):
    for step in steps.values():
        shown = [one for one in step["questions"] if one["shown"]]
        today = {one["card"] for one in shown if one["tier"] == 0}
        rest = {one["card"] for one in shown} - today
        assert len(rest) <= max(0, 5 - len(today))
        assert len({one["card"] for one in shown if one["tier"] == 2}) <= 2


def test_about_names_ids_of_the_file_only(steps):
    text = EXAMPLE.read_text(encoding="utf-8")
    for step in steps.values():
        for one in step["questions"]:
            assert all(f"id: {id_}" in text for id_ in [*one["about"], *one["because"]])


def test_a_file_cut_off_after_a_contact_asks_the_same_there(steps):
    kept = read(file("example-case.yaml"), "x").kept
    whole = [(step.contact.id, step.dues) for step in replay(kept, BANK, Thresholds())]
    for number, (contact, dues) in enumerate(whole):
        day = next(one.known_on for one in kept if one.item.id == contact)
        part = [one for one in kept if one.known_on is not None and one.known_on <= day]
        assert [(step.contact.id, step.dues) for step in replay(part, BANK, Thresholds())][number] == (contact, dues)


def test_printed_in_words():
    out = io.StringIO()
    assert print_steps(EXAMPLE, as_json=False, out=out, say=SAY) == 0
    said = out.getvalue()
    assert said.startswith("c1 · 1 June 2021 · Referral")
    assert "What stands out over time:\n    - " in said
    assert "Does the child need urgent medical help now? 999." in said
    assert "Source: TEN-4-FACESp" in said


def test_a_file_that_cannot_be_read_prints_nothing(tmp_path):
    broken = tmp_path / "broken.yaml"
    broken.write_text("format: visitapp-case/1\nchildren: []\n", encoding="utf-8")
    out = io.StringIO()
    with pytest.raises(FileRefused):
        print_steps(broken, as_json=True, out=out, say=SAY)
    with pytest.raises(FileRefused):
        print_steps(tmp_path / "none.yaml", as_json=True, out=out, say=SAY)
    assert out.getvalue() == ""


def test_the_command_loads_neither_qt_nor_the_server_nor_the_vault():
    check = (
        "import sys; from visitapp.app.commands import run;"
        f"code = run(['replay', {str(EXAMPLE)!r}, '--json']);"
        "odd = {'PySide6', 'fastapi', 'sqlalchemy', 'sqlcipher3', 'httpx'} & set(sys.modules);"
        "sys.exit(code or len(odd))"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, check=False)
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 5)


def test_patterns_come_with_their_records_and_only_once_they_are_known(steps):
    assert next(one["patterns"] for one in steps.values()) == []
    assert all(set(one) == {"id", "why", "because"} for step in steps.values() for one in step["patterns"])
    last = {one["id"]: one for one in steps["c5"]["patterns"]}
    assert last["learned_late"]["because"] == ["ray", "c5"]
    assert "97 days later" in last["learned_late"]["why"]
    assert last["marks_in_period"]["because"] == ["c3", "c4"]
    for contact in ("c1", "c2", "c3", "c4"):
        assert "learned_late" not in {one["id"] for one in steps[contact]["patterns"]}
