"""The bank's schema, the loader and the product's bank agree; what is hostile is refused in little time and room."""

import copy
import json
import resource as limits
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.questions.formcheck import fits
from visitapp.errors import BankRefused
from visitapp.questions.bankfile import MOST_BYTES, read_bank
from visitapp.questions.bankschema import schema
from visitapp.resources import resource

ROOT = Path(__file__).parent.parent.parent
SCHEMA = json.loads(schema())
PRODUCT = json.loads(resource("questions", "bank.json").read_bytes())
ROOM = 700 * 1024 * 1024
"""Address space for a check: what Python, CEL and the program take by themselves, and little more. In bytes."""


def test_the_schema_beside_the_bank_is_the_present_one():
    """Run packaging/bankschema.py after a change of the format."""
    assert resource("questions", "bank.schema.json").read_bytes() == schema()


def test_the_products_bank_fits():
    assert fits(PRODUCT, SCHEMA, SCHEMA)


def loads(whole: Any) -> bool:
    try:
        read_bank(json.dumps(whole).encode())
    except BankRefused:
        return False
    return True


texts = ["today", "silent", "Q1\n", "x" * 700]
values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-1, 4),
    st.text(max_size=3),
    st.sampled_from(texts),
    st.builds(list),
    st.builds(dict),
    st.builds(lambda: ["ask.Q11"]),
    st.builds(lambda: [{} for _ in range(21)]),
)


@st.composite
def changed(draw: st.DrawFn) -> Any:
    """The product's bank with a few values changed, taken away or added, anywhere."""
    places = draw(st.lists(st.integers(0, len(PRODUCT["questions"]) - 1), min_size=1, max_size=2))
    whole = copy.deepcopy(PRODUCT | {"questions": [PRODUCT["questions"][place] for place in places]})
    for _ in range(draw(st.integers(0, 3))):
        at: Any = whole
        while isinstance(at, dict | list) and at:
            key = draw(st.sampled_from(sorted(at) if isinstance(at, dict) else range(len(at))))
            if not isinstance(at[key], dict | list) or draw(st.integers(0, 2)) == 0:
                how = draw(st.sampled_from(["put", "drop", "add"]))
                if how == "put":
                    at[key] = draw(values)
                elif how == "drop":
                    del at[key]
                elif isinstance(at, dict):
                    at[draw(st.sampled_from(["colour", "own", "retired", "quiet", "about", "again"]))] = draw(values)
                break
            at = at[key]
    return whole


@given(changed())
def test_schema_and_loader_say_the_same(whole: Any):
    assert fits(whole, SCHEMA, SCHEMA) == loads(whole)


def question(condition: str) -> dict[str, Any]:
    way = {"subject": "mark", "tier": 1, "if": condition, "why": "ask.Q06.why"}
    return {"id": "Q1", "group": "team", "matter": "m", "source": "s", "wording": ["ask.Q06"], "ways": [way]}


def bank(*conditions: str) -> bytes:
    questions = [question(one) | {"id": f"Q{number}"} for number, one in enumerate(conditions)]
    return json.dumps({"format": "visitapp-bank/1", "version": "1", "questions": questions}).encode()


MACRO = "[" + "0," * 20 + "0]"
HOSTILE = {
    "brackets": bank("(" * 499 + "true" + ")" * 496),
    "nots": bank("!" * 980 + "mark.bruise"),
    "a macro in a macro": bank("".join(f"{MACRO}.all(x{one}, " for one in range(6)) + "true" + ")" * 6),
    "a long list": bank("1 in [" + "1," * 480 + "1]"),
    "a long chain": bank(" || ".join(["1 < 2"] * 90), *([" && ".join(["1 < 2"] * 90)] * 400)),
    "a million characters": bank("true || " * 130_000 + "true"),
    "nested arrays": b"[" * (MOST_BYTES - 10),
    "nested objects": b'{"a":' * (MOST_BYTES // 5 - 10),
    "a long number": b'{"format": ' + b"9" * (MOST_BYTES - 100) + b"}",
    "a regular expression": bank("mark.kind.matches('(a+)+$')"),
    "too large": b" " * (MOST_BYTES + 1),
    "many empty questions": b'{"format":"visitapp-bank/1","version":"1","questions":[' + b"{}," * 300_000 + b"{}]}",
}
CHECK = """
import sys
from visitapp.errors import BankRefused
from visitapp.questions.bank import compile_bank
from visitapp.words import load
try:
    compile_bank(sys.stdin.buffer.read())
except BankRefused as refused:
    print(load()(refused.message, **refused.named))
else:
    print("accepted")
"""


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_ends_soon_and_in_little_room(name: str):
    found = subprocess.run(
        [sys.executable, "-c", CHECK],
        cwd=ROOT,
        input=HOSTILE[name],
        capture_output=True,
        timeout=20,
        check=True,
        preexec_fn=lambda: limits.setrlimit(limits.RLIMIT_AS, (ROOM, ROOM)),
    )
    said = found.stdout.decode()
    assert found.stderr == b""
    accepted = name in ("nots", "a long list", "a long chain")
    assert said.startswith("accepted" if accepted else "The question list cannot be used. Line ")
    assert len(said) < 400
