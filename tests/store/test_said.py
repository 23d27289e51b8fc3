"""Which words of an item can be searched: every kind of item was thought of, and no field's words are lost."""

from typing import Any, get_args

from msgspec.structs import fields

from visitapp.domain.contact import ChildSeen, Contact, Covered, Note, Paragraph, PlaceProposed, SaidToBe
from visitapp.domain.days import Day
from visitapp.domain.family import KnownLater
from visitapp.domain.items import AnyItem, OfOrganisation
from visitapp.domain.judgement import Decision, Dissent, ReadBy
from visitapp.store import said
from visitapp.store.said import words_of

# Fields of free text that hold an id, a code, a date or a time: nobody looks for these.
NOT_WORDS = {
    "id", "handling", "contact", "child", "about", "by", "to", "who", "time", "kind", "region", "side", "same_as",
    "question", "card", "wording", "bank", "answers", "action", "worry", "mark", "record", "person", "partner_of",
    "member", "address", "what", "seen_by", "told_at", "at", "begun", "ended", "written", "present", "attended",
    "absent", "also_by", "supersedes", "keep_from", "parental_responsibility", "people", "languages", "language",
    "place_chosen_by", "of", "whose", "when", "role", "children",
}  # fmt: skip


def test_every_kind_of_item_is_searched_or_left_out_on_purpose() -> None:
    left_out = set(get_args(AnyItem)) - set(said._FIELDS)
    assert left_out - set(get_args(OfOrganisation)) == {
        kind for kind in left_out if kind.__name__ in ("Milestone", "Partnership", "Stay", "KnownLater", "ReadBy")
    }


def test_every_field_of_free_text_is_searched_or_left_out_on_purpose() -> None:
    for kind, searched in said._FIELDS.items():
        names = {field.name for field in fields(kind)}
        assert set(searched) <= names, kind
        free = {field.name for field in fields(kind) if field.type in (str, tuple[str, ...])}
        assert free - set(searched) - NOT_WORDS == set(), kind


def test_words_inside_parts_are_found() -> None:
    seen = ChildSeen(
        id="1", contact="c", child="k", covered=(Covered("face", by="a hat"),), said_to_be=SaidToBe("at Gran's", "Mum")
    )
    assert words_of(seen).split("\n") == ["at Gran's", "Mum", "face", "a hat", "unknown", "unknown"]
    decision = Decision(id="1", what="close", dissent=(Dissent("Sam", "too soon"),))
    assert words_of(decision).split("\n") == ["close", "Sam", "too soon"]


def test_a_note_is_its_paragraphs_and_who_told_them() -> None:
    note = Note(id="1", contact="c", paragraphs=(Paragraph("One."), Paragraph("Two.", "told_by", "Gran")))
    assert words_of(note) == "One.\nTwo.\nGran"


def test_ids_are_not_words() -> None:
    told: Any = Contact(
        id="1",
        date=Day(2026),
        kind="phone",
        place_proposed=PlaceProposed("ab" * 16, "the park"),
        unease="child:" + "cd" * 16,
    )
    assert words_of(told) == "the park"


def test_nothing_of_what_came_out_later_and_of_who_read_it() -> None:
    assert words_of(KnownLater(id="1", text="what came out")) == ""
    assert words_of(ReadBy(id="1", contact="c", record="r")) == ""
