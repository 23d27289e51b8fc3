"""`visitapp replay FILE... --table`: how often each question comes over a number of families."""

import io
import json
from pathlib import Path

import pytest

from tests.questions.telling import BANK, Telling
from visitapp.app.commands import run
from visitapp.app.replay import print_table
from visitapp.domain.organisation import Thresholds
from visitapp.errors import FileRefused
from visitapp.questions.often import Often, table
from visitapp.questions.replay import replay
from visitapp.words import load

EXAMPLE = Path(__file__).parent.parent / "reference" / "example-case.yaml"
SAY = load()


def family(marks: int) -> Telling:
    telling = Telling().child("ann", "Ann", "2018-06-10").child("joe", "Joe", "2018-01-10")
    for day in range(1, marks + 1):
        telling.contact(f"c{day}", f"2021-06-0{day}", outcome="seen").seen("ann").seen("joe")
        telling.mark(f"a{day}", "ann", region="ear").mark(f"j{day}", "joe", region="ear")
    return telling.contact("last", "2021-06-09", kind="phone")


def row(question: str, *families: Telling) -> Often:
    found = table([list(replay(one.kept, BANK, Thresholds())) for one in families], BANK)
    return next(one for one in found.rows if one.question == question)


def test_a_contact_counts_once_however_many_children_it_is_about():
    assert row("Q13", family(2)) == Often("Q13", new=2, shown=3, families=1)  # shown again at the telephone call
    assert row("Q13", family(2), family(0), family(1)) == Often("Q13", new=3, shown=5, families=2)


def test_questions_that_never_came_are_there_too():
    found = table([], BANK)
    assert {one.question for one in found.rows} == set(BANK.questions)
    assert {(one.new, one.shown, one.families) for one in found.rows} == {(0, 0, 0)}


def test_it_agrees_with_the_steps_of_the_replay():
    out = io.StringIO()
    assert print_table([EXAMPLE, EXAMPLE], as_json=True, out=out, say=SAY) == 0
    rows = {one["question"]: one for one in map(json.loads, out.getvalue().splitlines())}
    assert (rows["Q13"]["new"], rows["Q13"]["families"]) == (2, 2)  # once in each
    assert rows["Q32"]["families"] == 2


def test_printed_it_says_over_how_much_and_counts_nobody(capsys):
    assert run(["replay", str(EXAMPLE), str(EXAMPLE), "--table"]) == 0
    first, _, heads, *lines = capsys.readouterr().out.splitlines()
    assert first == "2 families, 10 contacts. Counted are contacts, never workers."
    assert heads.split("  ")[0] == "Question"
    assert any(line.split() == ["Q12", "0", "0", "0"] for line in lines)
    assert len(lines) == len(BANK.questions)


def test_several_files_without_the_table_are_wrong_usage(capsys):
    with pytest.raises(SystemExit) as usage:
        run(["replay", str(EXAMPLE), str(EXAMPLE)])
    assert usage.value.code == 2
    assert "--table" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_is_refused_and_nothing_is_printed(tmp_path):
    out = io.StringIO()
    with pytest.raises(FileRefused):
        print_table([EXAMPLE, tmp_path / "none.yaml"], as_json=False, out=out, say=SAY)
    assert out.getvalue() == ""
