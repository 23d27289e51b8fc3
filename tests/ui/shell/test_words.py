"""Every sentence that a screen asks for by name is in the catalogue, and none uses a word that is never to be read."""

import re
from pathlib import Path

import pytest

import visitapp.ui
from visitapp.resources import resource

SCREENS = sorted(path for folder in visitapp.ui.__path__ for path in Path(folder).rglob("*.py"))
ASKED = re.compile(r"""\b(?:say|_say|text)\(\s*"([a-z_]+(?:\.[a-z_0-9]+)+)\"""")
NEVER = ("hypothesis", "rival", "ledger", "trigger", "evidence matrix", "voices", "yield", "suspicious")


@pytest.mark.parametrize("path", SCREENS, ids=lambda path: "/".join(path.parts[-2:]))
def test_every_sentence_is_there(say, path):
    missing = [name for name in ASKED.findall(path.read_text(encoding="utf-8")) if not say.holds(name)]
    assert missing == []


def test_no_word_that_is_never_to_be_read():
    sentences = re.findall(r'^msgstr.* "(.*)"$', resource("words", "en", "shell.po").read_text(encoding="utf-8"), re.M)
    assert len(sentences) > 100
    assert [sentence for sentence in sentences for word in NEVER if word in sentence.lower()] == []
