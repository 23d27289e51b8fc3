"""The compiled catalogue says what the standard library's reader of the same file says."""

import gettext
import io

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from visitapp.words import Words, load
from visitapp.words.catalogue import Catalogue

_IDS = st.text(st.characters(min_codepoint=1, exclude_categories=["Cs"]), min_size=1, max_size=12)
_SENTENCES = st.text(st.characters(min_codepoint=1, exclude_categories=["Cs"]), min_size=1, max_size=30)


def compiled(sentences: dict[str, tuple[str, ...]], language: str = "en_GB") -> bytes:
    whole = Catalog(locale=language, charset="utf-8")
    for id_, forms in sentences.items():
        whole.add((id_, id_ + "#many") if len(forms) > 1 else id_, forms if len(forms) > 1 else forms[0])
    file = io.BytesIO()
    write_mo(file, whole)
    return file.getvalue()


@given(st.dictionaries(_IDS, st.one_of(st.tuples(_SENTENCES), st.tuples(_SENTENCES, _SENTENCES)), max_size=20), _IDS)
def test_it_finds_what_is_there_and_nothing_else(sentences: dict[str, tuple[str, ...]], other: str):
    catalogue = Catalogue(compiled(sentences))
    for id_, forms in sentences.items():
        assert catalogue.forms(id_) == forms
    assert other in sentences or catalogue.forms(other) == ()


@pytest.mark.parametrize("language", ["en_GB", "cy", "pl"])
def test_the_form_for_a_number_is_the_languages_own(language: str):
    forms = tuple(f"form {place}" for place in range(Catalog(locale=language).num_plurals))
    raw = compiled({"days": forms}, language)
    ours, theirs = Catalogue(raw), gettext.GNUTranslations(io.BytesIO(raw))
    for n in range(120):
        assert ours.forms("days")[ours.form_for(n)] == theirs.ngettext("days", "days#many", n)


@pytest.mark.parametrize("raw", [b"", b"\xde\x12\x04\x95", b"msgid" * 20])
def test_other_bytes_are_no_catalogue(raw: bytes):
    with pytest.raises(ValueError, match="not a compiled catalogue"):
        Catalogue(raw)


def test_a_sentence_that_is_not_there_is_a_bug_and_says_which():
    words = load()
    assert isinstance(words, Words)
    with pytest.raises(KeyError, match=r"no\.such"):
        words("no.such.sentence")
