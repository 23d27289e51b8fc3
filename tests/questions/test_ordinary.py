"""Eight ordinary families, bruises and missed calls and all: nothing is for today, and most visits ask nothing more.

The files in tests/questions/ordinary/ are invented lives as they mostly are. A card counts here unless fields of the
screen answer all of it; what was asked and answered at the visit itself counts as well. Where this fails, the message
says which question came where: then the rule, or its reading of the bank's words, is looked at, not the family.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.questions.telling import BANK
from visitapp.domain.codes import VISITS
from visitapp.domain.judgement import Answer
from visitapp.domain.organisation import Thresholds
from visitapp.exchange.casefile import read
from visitapp.questions.choosing import Card
from visitapp.questions.replay import Step, replay
from visitapp.words import load

FAMILIES = sorted((Path(__file__).parent / "ordinary").glob("*.yaml"))
SAY = load()


def steps(path: Path) -> Iterator[Step]:
    return replay(read(path.read_bytes(), path.name).kept, BANK, Thresholds())


def beyond_fields(step: Step) -> list[str]:
    """What the visit was asked beside the fields: the cards still open with it, and what it answered."""
    open_ = told(step, [card for card in step.cards if not all(due.field for due in card.dues)])
    given = [one.question for one in step.case.of(Answer) if one.contact == step.contact.id]
    return open_ + [f"{step.contact.id}: {one} was answered" for one in given if not BANK.questions[one].field]


def told(step: Step, cards: list[Card]) -> list[str]:
    asked = [f"{'+'.join(due.question for due in card.dues)} ({'; '.join(map(SAY, card.why))})" for card in cards]
    return [f"{step.contact.id}, {step.contact.date}: {one}" for one in asked]


def test_there_are_eight_and_they_differ():
    assert len(FAMILIES) == 8
    made = [list(steps(path))[-1].case for path in FAMILIES]
    assert len({child.language for case in made for child in case.children}) > 2
    assert len({len(case.children) for case in made}) > 1
    assert all(any(mark for mark in case.marks) for case in made)


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_nothing_in_an_ordinary_life_is_for_today(path):
    today = [line for step in steps(path) for line in told(step, [card for card in step.cards if card.today])]
    assert today == []


@pytest.mark.parametrize("path", FAMILIES, ids=lambda path: path.stem)
def test_most_visits_of_an_ordinary_family_ask_nothing_beyond_the_fields(path):
    visits = [
        step for step in steps(path) if not VISITS.isdisjoint(step.contact.kinds) and step.contact.outcome == "seen"
    ]
    asked = [found for step in visits if (found := beyond_fields(step))]
    assert len(visits) > 5
    assert len(asked) * 2 < len(visits), "\n".join(line for found in asked for line in found)
