"""Every worked case of injury-vectors.yaml: what a visit with these marks must ask, and must not ask."""

from datetime import date, timedelta
from math import ceil

import pytest
import yaml

from tests.questions.telling import BANK, Telling, file
from visitapp.domain.days import DAYS_A_MONTH
from visitapp.domain.organisation import Thresholds
from visitapp.questions import injury
from visitapp.questions.choosing import cards
from visitapp.words import load

DAY = date(2021, 6, 7)
SAY = load()
VECTORS = yaml.safe_load(file("injury-vectors.yaml"))
RULES = set(injury.RULES)


def told(vector, region=None) -> Telling:
    telling = Telling()
    born = (
        None if vector["age"] == "unknown" else (DAY - timedelta(days=ceil(vector["age"] * DAYS_A_MONTH))).isoformat()
    )
    if born is not None and vector["age"] < 5:  # the last whole day before five months
        born = (DAY - timedelta(days=int(5 * DAYS_A_MONTH))).isoformat()
    telling.child("ann", "Ann Marlowe", born)
    telling.contact("c1", DAY.isoformat(), outcome="seen").seen("ann")
    if vector["mobile"] != "unknown":
        telling.can("ann", "crawls", DAY.isoformat(), can=vector["mobile"] == "yes")
    for number, mark in enumerate(vector["marks"]):
        fields = dict(mark) | ({"region": region} if region else {})
        telling.mark(f"m{number}", **fields)
    if vector.get("account", "none") != "none":
        telling.account("m0", cause=vector["account"]["cause"], fits=vector["account"]["fits"])
    return telling


def spoken(telling: Telling) -> tuple[set[str], set[str]]:
    """The questions that are due, and the rules that they carry."""
    dues = telling.due()
    return {due.question for due in dues}, {rule for due in dues for rule in due.rules}


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["id"])
def test_vector(vector):
    telling = told(vector)
    questions, rules = spoken(telling)
    said = questions | rules
    assert set(vector.get("fires", ())) <= said
    assert not set(vector.get("not", ())) & said
    if vector.get("silent"):
        assert not rules
        assert not questions & {*(f"Q{number}" for number in range(11, 25)), "Q57"}
        assert not questions & {"ask_age", "ask_mobility", "ask_region", "ask_kind"}


@pytest.mark.parametrize(
    "vector", [one for one in VECTORS if "fires_once_answered_fleshy" in one], ids=lambda v: v["id"]
)
def test_once_the_part_is_known(vector):
    questions, rules = spoken(told(vector, region="cheek_fleshy"))
    assert set(vector["fires_once_answered_fleshy"]) <= questions | rules
    assert "ask_region" not in questions


@pytest.mark.parametrize("vector", [one for one in VECTORS if "says" in one], ids=lambda vector: vector["id"])
def test_outside_its_ages_is_said_on_the_card_and_is_no_all_clear(vector):
    assert vector["says"] == "outside the rule's ages"
    told_on = [SAY(why) for card in cards(told(vector).due(), BANK, Thresholds()) for why in card.why]
    assert (
        "Ann was 4 years or older: outside the ages of the rule about places on the body. "
        "That is not an opinion on the mark."
    ) in told_on
    younger = vector | {"age": 47.9}
    assert not any("outside" in SAY(why) for card in cards(told(younger).due(), BANK, Thresholds()) for why in card.why)


def test_every_rule_of_the_vectors_is_decided():
    named = {one for vector in VECTORS for key in ("fires", "not") for one in vector.get(key, ())}
    assert {one for one in named if one[0] not in "Qa"} <= RULES
    assert {one for one in named if one[0] in "Qa"} <= set(BANK.questions)
