"""The cases of the questions as data: one file a question in tests/questions/cases, read here.

A file is a list of cases. Of a case:

    case       what it is, in a few words; unique in its file
    kind       comes, stays_away (it must not come) or threshold (just this side or just that side of its threshold)
    due        yes or no: whether the file's question is due at the last contact
    expect     of the due question, as far as given: tier, when, about, children, because, carried, rules
    also       other questions that are due too; `never`: other questions that are not
    on         the day on which it is asked; left out, that of the last contact
    settings   thresholds of the organisation that differ
    children, people, professionals, addresses   instead of those of family.yaml, as in a case file
    contacts   as in a case file. Left out are: id (c1, c2 ...), date (2021-07-12), kind (home_visit), by (sw),
               outcome (seen) of a visit; `outcome: none` leaves it out

Every scalar is text, as in a case file. `due` of Q25, the deliberate silence, says whether silence is kept: nothing
about marks is due.
"""

import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import yaml

from tests.questions.telling import BANK
from visitapp.domain.case import Case, Kept
from visitapp.domain.organisation import Thresholds
from visitapp.exchange.casefile import read
from visitapp.questions.due import Due
from visitapp.questions.engine import ask

FOLDER = Path(__file__).parent / "cases"
KINDS = ("comes", "stays_away", "threshold")
FAMILY = ("children", "people", "professionals", "addresses")
KEYS = {"case", "kind", "due", "expect", "also", "never", "on", "settings", "contacts", *FAMILY}
VISITS = ("home_visit", "office_visit", "school_visit")


def load(name: str) -> Any:
    """A file of the table, every scalar as text."""
    return yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506  # builds nothing but text


def questions() -> list[str]:
    """The questions that have a file."""
    return sorted(path.stem for path in FOLDER.glob("*.yaml") if path.stem != "family")


def case_file(case: dict[str, Any]) -> bytes:
    """A case as a case file."""
    family = load("family")
    whole = {"format": "visitapp-case/1", "reference": "CASE-1"} | family
    whole |= {key: case[key] for key in FAMILY if key in case}
    whole["contacts"] = [_contact(number, one) for number, one in enumerate(case["contacts"], 1)]
    return json.dumps(whole).encode()


def _contact(number: int, given: dict[str, Any]) -> dict[str, Any]:
    contact = {"id": f"c{number}", "date": "2021-07-12", "kind": "home_visit", "by": "sw"} | given
    if contact["kind"] in VISITS:
        contact = {"outcome": "seen"} | contact
    return {key: value for key, value in contact.items() if (key, value) != ("outcome", "none")}


def _read(case: dict[str, Any]) -> tuple[tuple[Kept, ...], str, date]:
    """What the case tells, its last contact, and the day on which it is asked."""
    kept = read(case_file(case), case["case"]).kept
    last = case["contacts"][-1].get("id", f"c{len(case['contacts'])}")
    came = next(one.known_on for one in kept if one.item.id == last)
    day = date.fromisoformat(case["on"]) if "on" in case else came
    assert day is not None
    return kept, last, day


def day_asked(case: dict[str, Any]) -> str:
    """The day on which a case is asked."""
    return _read(case)[2].isoformat()


def asked(case: dict[str, Any]) -> tuple[Due, ...]:
    """What is due at the case's last contact, knowing what was recorded up to the day on which it is asked."""
    kept, last, day = _read(case)
    known = [one for one in kept if one.known_on is not None and one.known_on <= day]
    settings = msgspec.convert(case.get("settings", {}), Thresholds, strict=False)
    return ask(Case(known), day, BANK, settings, last)
