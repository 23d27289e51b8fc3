"""The command line: exit codes, sentences on standard error, output that another program can read."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.office.made import PASSPHRASE, Office, office

EXAMPLE = Path(__file__).parent.parent / "reference" / "example-case.yaml"
BANK = Path(__file__).parent.parent.parent / "resources" / "questions" / "bank.json"


def run(*words: str, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "visitapp", *words], capture_output=True, text=True, check=False, **more
    )


def test_replay_prints_one_object_a_contact():
    done = run("replay", str(EXAMPLE), "--json")
    assert done.returncode == 0, done.stderr
    steps = [json.loads(line) for line in done.stdout.splitlines()]
    assert [step["contact"] for step in steps] == ["c1", "c2", "c3", "c4", "c5"]
    due = {step["contact"]: {(one["id"], one["child"]) for one in step["questions"]} for step in steps}
    assert ("Q11", "ann") in due["c3"]
    assert "Q12" not in {question for question, _ in due["c3"]}
    assert {("Q13", "ann"), ("Q11", "ann"), ("Q19", "ann"), ("Q01", "joe")} <= due["c4"]
    assert "Q32" in {question for question, _ in due["c4"]}
    tiers = {one["id"]: one["tier"] for one in steps[3]["questions"] if one["about"] != ["m1"]}
    assert (tiers["Q13"], tiers["Q11"], tiers["Q19"]) == (0, 0, 0)
    before = "\n".join(done.stdout.splitlines()[:4])
    assert "Ray" not in before


def test_a_file_cannot_steer_the_terminal(tmp_path: Path):
    """Its names are printed, and in quotation marks YAML takes any sign."""
    file = tmp_path / "case.yaml"
    told = EXAMPLE.read_text(encoding="utf-8").replace("name: Ann Marlowe", 'name: "\\e[2J\\u202eAnn Marlowe"', 1)
    file.write_text(told, encoding="utf-8")
    done = run("replay", str(file))
    assert done.returncode == 0, done.stderr
    assert "\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}Ann" in done.stdout
    file.write_text(told.replace("format: visitapp-case/1", 'format: "\\e[2J"'), encoding="utf-8")
    done = run("replay", str(file))
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("there", "instead"),
    [('"ask.Q14.why"', '"ask.\\u001b[2J"'), ('"version": "1"', '"version": "\\u001b[2J"')],
    ids=["a sentence that nobody wrote", "a version"],
)
def test_a_bank_cannot_steer_the_terminal(tmp_path: Path, there: str, instead: str):
    file = tmp_path / "bank.json"
    file.write_text(BANK.read_text(encoding="utf-8").replace(there, instead, 1), encoding="utf-8")
    done = run("bank", str(file))
    assert "\N{REPLACEMENT CHARACTER}[2J" in done.stdout + done.stderr
    assert "\x1b" not in done.stdout + done.stderr


def test_what_is_printed_is_utf_8_in_every_place():
    plain = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for more in ((), ("--json",)):
        there, here = (run("replay", str(EXAMPLE), *more, encoding="utf-8", env=env) for env in (plain, None))
        assert (there.returncode, there.stdout) == (0, here.stdout), there.stderr


def test_replay_for_people():
    done = run("replay", str(EXAMPLE))
    assert done.returncode == 0
    assert "Ann" in done.stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("replay",), 2),
        (("nonsense",), 2),
        (("tour", "pictures", "--percent", "300"), 2),
        (("replay", "/no/such/file.yaml"), 1),
        (("import", "/no/such/file.yaml"), 1),
    ],
)
def test_wrong_usage_is_2_and_refused_is_1_with_a_sentence(words: tuple[str, ...], code: int, tmp_path: Path):
    phrase = tmp_path / "phrase"
    phrase.write_text("anything at all\n")
    more = ("--passphrase-file", str(phrase)) if words[0] == "import" else ()
    done = run("--data", str(tmp_path), *words, *more)
    assert done.returncode == code
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("tour", "{file}/pictures"),
        ("--data", "{file}/data", "demo"),
        ("import", str(EXAMPLE), "--passphrase-file", "{file}/none"),
        ("import", str(EXAMPLE), "--passphrase-file", "{file}"),
    ],
    ids=["tour", "demo", "no file", "an empty file"],
)
def test_a_path_that_will_not_do_is_named_in_a_sentence(words: tuple[str, ...], tmp_path: Path):
    file = tmp_path / "a file"
    file.touch()
    done = run("--data", str(tmp_path), *(word.format(file=file) for word in words))
    assert done.returncode == 1
    assert str(file) in done.stderr
    assert "Traceback" not in done.stderr


def test_a_malformed_file_says_line_and_field_and_what_may_stand_there(tmp_path: Path):
    bad = tmp_path / "bad.yaml"
    bad.write_text(EXAMPLE.read_text().replace("region: ear", "region: eer"))
    done = run("replay", str(bad))
    assert done.returncode == 1
    assert "eer" in done.stderr
    line = next(n for n, one in enumerate(bad.read_text().splitlines(), 1) if "eer" in one)
    assert str(line) in done.stderr
    assert done.stdout == ""


def test_the_products_bank_can_be_used():
    done = run("bank", str(BANK))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("The list can be used: ")


def test_a_bank_that_cannot_be_used_says_where_and_why(tmp_path: Path):
    product = BANK.read_text(encoding="utf-8")
    bad = tmp_path / "bank.json"
    bad.write_text(product.replace("mark.patterned", "mark.paterned", 1), encoding="utf-8")
    done = run("bank", str(bad))
    assert (done.returncode, done.stdout) == (1, "")
    line = next(n for n, one in enumerate(bad.read_text().splitlines(), 1) if '"id": "Q14"' in one)
    assert f"Line {line}, question Q14, field ways[0].if: There is no fact called mark.paterned." in done.stderr
    assert "Is mark.patterned meant?" in done.stderr


def test_a_bank_whose_sentences_nobody_wrote_says_which(tmp_path: Path):
    product = BANK.read_text(encoding="utf-8")
    bad = tmp_path / "bank.json"
    bad.write_text(product.replace('"ask.Q14.why"', '"ask.Q14.reason"'), encoding="utf-8")
    done = run("bank", str(bad))
    assert done.returncode == 1
    assert "Question Q14: the sentence ask.Q14.reason" in done.stderr
    assert run("bank", str(tmp_path / "none.json")).returncode == 1


@pytest.fixture
def placed(tmp_path: Path) -> Office:
    """An office whose worker's profile is where the command line looks for it."""
    profiles = tmp_path / "profiles"
    profiles.mkdir()
    with office(profiles) as made:
        yield made


def test_import_brings_a_file_into_a_profile(placed: Office, tmp_path: Path):
    placed.worker.shut()
    phrase = tmp_path / "phrase"
    phrase.write_text(PASSPHRASE + "\n")
    done = run("--data", str(tmp_path), "--profile", "asha", "import", str(EXAMPLE), "--passphrase-file", str(phrase))
    assert done.returncode == 0, done.stderr
    assert "5" in done.stdout


@pytest.mark.parametrize(
    ("harm", "words"),
    [("wrong", "does not open"), ("damaged", "damaged"), ("key", "key file"), ("open", "already open")],
)
def test_what_cannot_be_opened_is_told_and_left_as_it_is(placed: Office, tmp_path: Path, harm: str, words: str):
    folder = tmp_path / "profiles" / "asha"
    if harm != "open":
        placed.worker.shut()
    vault, key = folder / "vault.db", folder / "vault.key"
    if harm == "damaged":
        vault.write_bytes(b"\0" * 4096 + vault.read_bytes()[4096:])
    if harm == "key":
        key.write_bytes(b"{")
    before = (vault.read_bytes(), key.read_bytes())
    phrase = tmp_path / "phrase"
    phrase.write_text(("wrong " if harm == "wrong" else "") + PASSPHRASE + "\n")
    done = run("--data", str(tmp_path), "--profile", "asha", "import", str(EXAMPLE), "--passphrase-file", str(phrase))
    assert done.returncode == 1
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    if harm != "open":
        assert (vault.read_bytes(), key.read_bytes()) == before
