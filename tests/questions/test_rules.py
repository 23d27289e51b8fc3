"""What the injury rules are, as data: with source, in whom, limits, and what awaits sign-off."""

import json
import re
from pathlib import Path

import pytest

from tests.questions.telling import BANK, Telling, unfilled
from visitapp.domain.organisation import Thresholds
from visitapp.questions import injury
from visitapp.questions.choosing import cards
from visitapp.questions.rules import mobility_said, rule_book, said
from visitapp.resources import resource
from visitapp.words import load

RAW = resource("questions", "rules.json").read_bytes()
BOOK = rule_book(RAW)
SAY = load()
FROM_MEMORY = {"t4f", "nm", "b2", "bi2", "h2", "x1"}
UI = Path(__file__).parents[2] / "visitapp" / "ui"


def test_every_rule_has_its_data_and_every_sentence_can_be_said():
    assert {one.id for one in BOOK.rules} == set(injury.RULES)
    for one in (*BOOK.rules, *BOOK.notes):
        assert one.source.strip()
        assert all(SAY(said(sentence, Thresholds())) for sentence in one.sentences())


def test_no_rule_starts_an_enquiry_or_speaks_of_a_result():
    for one in (*BOOK.rules, *BOOK.notes):
        words = " ".join(SAY(said(sentence, Thresholds())) for sentence in one.sentences()).casefold()
        assert not re.search(r"\bnegative\b|\bpositive\b|section 47|\bs47\b|\bsuspicious\b|rules? out", words), one.id
        assert SAY(one.action)


def test_what_is_from_memory_says_that_it_awaits_sign_off():
    assert {one.id for one in BOOK.rules if one.awaiting} == FROM_MEMORY


def test_the_settings_are_named_in_the_sentences():
    older = Thresholds(ten4_under_months=60.0, any_bruise_under_months=4.5)
    assert "under 5 years old" in SAY(said("rule.t4f.says", older))
    assert "under 4.5 months old" in SAY(said("rule.t4f.says", older))


def test_the_reading_of_mobility_and_whose_it_is():
    ours = " ".join(SAY(one) for one in mobility_said(Thresholds()))
    assert "Crawls; Shuffles on the bottom; Pulls to stand; Walks holding on; Walks." in ours
    assert "awaiting a designated doctor" in ours
    theirs = Thresholds(mobile_milestones=("walks",), not_mobile_under_months=6.0, mobility_definition="Walks alone.")
    said_ = " ".join(SAY(one) for one in mobility_said(theirs))
    assert "one of these: Walks." in said_
    assert "under 6 months old" in said_
    assert said_.endswith("The definition entered for a designated doctor: Walks alone.")
    assert SAY(mobility_said(Thresholds(mobile_milestones=()))[0])


@pytest.mark.parametrize(
    "change",
    [
        lambda book: book.update(format="visitapp-rules/9"),
        lambda book: book["rules"].pop(),
        lambda book: book["rules"][0].update(id="t5f"),
        lambda book: book["rules"][0].update(chance="0.95"),
        lambda book: book["rules"][0].pop("source"),
    ],
)
def test_wrong_data_is_refused(change):
    book = json.loads(RAW)
    change(book)
    with pytest.raises(ValueError):  # noqa: PT011  # the sentence is for a developer
        rule_book(json.dumps(book).encode())


def test_published_figures_are_in_no_sentence_that_a_card_can_show():
    """No card says a rate; the catalogue's sentences for cards hold no "in 100" and no per cent."""
    for id_ in BANK.sentences():
        words = unfilled(id_)
        assert not re.search(r"\bin 100\b|%|per cent|sensitiv|specific", words), id_
    baby = Telling().child("ann", "Ann", "2021-01-10").contact("c1", "2021-06-01", outcome="seen").seen("ann")
    for card in cards(baby.mark("m1", region="ear", pattern="hand").due(), BANK, Thresholds()):
        whole = [card.wording, *card.why, *card.more, *([card.say] if card.say else [])]
        assert not any(re.search(r"\bin 100\b|%", SAY(one)) for one in whole)


def test_figures_are_named_by_the_reference_page_alone():
    speaking = [
        path
        for path in UI.rglob("*.py")
        if re.search(r"\.numbers\b.*rule|rule.*\.numbers\b|rule\.\w+\.number", path.read_text())
    ]
    assert {path.parent.name for path in speaking} <= {"reference"}
