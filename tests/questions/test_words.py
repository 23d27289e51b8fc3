"""Sentences are plain: none of the words that UX.md keeps out, and everything that a rule may need is there."""

import re

import pytest
from babel.messages.pofile import read_po

from visitapp.domain.codes import Cause, MarkKind, ViewCode, codes
from visitapp.domain.regions import REGIONS
from visitapp.questions.children import REPEATED
from visitapp.resources import resource
from visitapp.words import load

NEVER = ("hypothesis", "rival", "ledger", "tier", "trigger", "evidence matrix", "voice", "yield", "refused", "clear",
         "negative", "suspicious", "abuser", "perpetrator", "failed to", "non-compliant", "compliance")  # fmt: skip


def sentences() -> list[tuple[str, str]]:
    found = []
    for path in (one for one in resource("words", "en").iterdir() if one.name.endswith(".po")):
        with path.open("rb") as file:
            for message in read_po(file):
                ids = message.id if isinstance(message.id, tuple) else (message.id,)
                said = message.string if isinstance(message.string, tuple) else (message.string,)
                if path.name == "questions.po" or ids[0].startswith(("ask.", "rule.")):
                    found += [(ids[0], re.sub(r"{\w+}", "…", one)) for one in said if ids[0]]
    return found


@pytest.mark.parametrize("word", NEVER)
def test_words_that_are_never_used(word):
    assert [id_ for id_, said in sentences() if re.search(rf"\b{word}s?\b", said, re.IGNORECASE)] == []


def test_sentences_are_short_enough_to_be_read_out():
    for id_, said in sentences():
        assert all(len(one.split()) <= 40 for one in re.split(r"[.?!:;]", said)), id_


def test_lines_to_hold_in_mind_name_nobody():
    assert [id_ for id_, said in sentences() if id_.startswith("ask.mind.") and "…" in said] == []


def test_every_code_that_a_sentence_may_need_is_said():
    say = load()
    ids = [f"ask.place.{region}" for region in REGIONS]
    ids += [f"ask.kind.{kind}" for kind in codes(MarkKind)]
    ids += [f"ask.view.{view}" for view in codes(ViewCode)]
    ids += [f"ask.cause.{cause}" for cause in REPEATED]
    assert [one for one in ids if not say.holds(one)] == []
    assert set(codes(Cause)) >= REPEATED
