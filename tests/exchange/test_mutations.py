"""A file with mistakes in it gives a case or says where the mistake is; never another error, and never half a case."""

import json
import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from visitapp.errors import FileRefused
from visitapp.exchange.casefile import CaseFile, read
from visitapp.exchange.write import write
from visitapp.words import load

ROOT = Path(__file__).parents[2]
FILES = [ROOT / "tests" / "reference" / "example-case.yaml", *sorted((ROOT / "resources" / "demo").glob("*.yaml"))]
SOURCES = [path.read_text(encoding="utf-8") for path in FILES]
SOURCES.append(write(read(SOURCES[0].encode(), "").kept))
SAY = load()
WORDS = sorted({word.strip(",{}[]:") for source in SOURCES for word in source.split()})
SIGNS = [
    *[":", "-", "{", "}", "[", "]", ",", '"', "'", "#", "&a", "*a", "!", "!!int", "|", ">", "?", "%", "@", "\\", "<<"],
    *["\t", "  ", "\n", "---\n", "...\n", "\x00", "\ufeff", "\u2028", "\x85", "é", "😀", "null", "~", "unknown", "="],
    *["never", "2021-13-01", "9999-12", "0000", "-1", "1e9", ".inf", "child:", "child:x", "keep_from:"],
]


def outcome(written: str) -> CaseFile | None:
    """The case; None where the file is refused, which must be said with a line and in whole sentences."""
    try:
        return read(written.encode("utf-8", "surrogatepass"), "broken.yaml")
    except FileRefused as problem:
        refused = problem
    most = 2 + sum(written.count(end) for end in "\n\r\x85\u2028\u2029")
    for text in refused.named["problems"]:
        assert 1 <= text.args["line"] <= most
        assert SAY(text)
    assert SAY(refused.message, **refused.named)
    return None


def drop(lines: list[str], chance: random.Random) -> None:
    del lines[chance.randrange(len(lines))]


def repeat(lines: list[str], chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))


def indent(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = " " * chance.randrange(8) + lines[at].lstrip()


def swap_words(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    words = lines[at].split(" ")
    words[chance.randrange(len(words))] = chance.choice(WORDS)
    lines[at] = " ".join(words)


def put_sign(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    column = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:column] + chance.choice(SIGNS) + lines[at][column + chance.randrange(3) :]


def cut(lines: list[str], chance: random.Random) -> None:
    at = chance.randrange(len(lines))
    lines[at] = lines[at][: chance.randrange(len(lines[at]) + 1)]


MISTAKES: list[Callable[[list[str], random.Random], None]] = [drop, repeat, indent, swap_words, put_sign, cut]


def test_mistakes_are_found_or_harmless(long_run: bool) -> None:
    taken = 0
    for seed in range(20_000 if long_run else 800):
        chance = random.Random(seed)
        lines = chance.choice(SOURCES).split("\n")
        for _ in range(chance.choice([1, 1, 1, 2, 5])):
            chance.choice(MISTAKES)(lines, chance)
            lines = lines or [""]
        file = outcome("\n".join(lines))
        if file is not None:
            taken += 1
            assert read(write(file.kept).encode(), "").kept == file.kept, seed
    assert taken > 50


@pytest.mark.parametrize("source", SOURCES)
def test_a_file_that_ends_too_soon(source: str) -> None:
    for end in range(0, len(source), 37):
        outcome(source[:end])


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_any_text(written: str) -> None:
    outcome(written)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(raw: bytes) -> None:
    with pytest.raises(FileRefused):
        read(raw, "broken.yaml")


LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.text(max_size=8), st.sampled_from(WORDS))
NAMES = sorted({line.split(":")[0].strip(" -{") for source in SOURCES for line in source.split("\n") if ":" in line})
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*NAMES, *WORDS]), inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_shape_in_any_field(data: st.DataObject) -> None:
    case = {"format": "visitapp-case/1", "reference": "R", "children": [{"id": "ann", "name": "Ann"}],
            "contacts": [{"date": "2021-01-04", "kind": "phone"}]}  # fmt: skip
    top = data.draw(st.sampled_from(["children", "people", "professionals", "addresses", "contacts", "known_later"]))
    name = data.draw(st.sampled_from(NAMES))
    value = data.draw(TREES)
    target = case if data.draw(st.booleans()) else case.setdefault(top, [{}])[0]
    outcome(json.dumps({**case, name: value} if target is case else _with(case, top, {name: value})))


def _with(case: dict[str, object], top: str, fields: dict[str, object]) -> dict[str, object]:
    rows = case[top]
    assert isinstance(rows, list)
    return {**case, top: [{**rows[0], **fields}]}
