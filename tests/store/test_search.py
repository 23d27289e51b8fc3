"""Search: every word of every visit, the newest first, and nothing that anyone can type does harm."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.pen import Pen, Room, contact, named, note, seen
from visitapp.domain.contact import Note, Paragraph
from visitapp.domain.family import Child
from visitapp.domain.items import Entry, Line
from visitapp.domain.judgement import View
from visitapp.domain.marks import Mark
from visitapp.store import log, search, waiting
from visitapp.store.opening import Vault

AT = "2026-03-05T15:00:00+00:00"
VISIT = contact("visit", "2026-03-02", "10:30")


@pytest.fixture
def room(vault: Vault) -> Room:
    room = Room()
    room.join(vault)
    return room


@pytest.fixture
def said(vault: Vault, room: Room) -> Vault:
    """A vault in which a few things were said."""
    words = ("Ann fell off the swing", 'O\'Neil said: "I fell"', "Zoë lives at 12-b", "café au lait", "مرحبا بالعالم")
    log.append_own(vault, [Pen(room).says(VISIT, *(seen(VISIT, one) for one in words)).own()], AT)
    return vault


def _words(vault: Vault, text: str) -> set[str]:
    return {hit.words for hit in search.find(vault, text)}


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("swing", {"Ann fell off the swing"}),
        ("SWI", {"Ann fell off the swing"}),
        ("fell", {"Ann fell off the swing", 'O\'Neil said: "I fell"'}),
        ("fell ann", {"Ann fell off the swing"}),
        ("fell neil", {'O\'Neil said: "I fell"'}),
        ("o'neil", {'O\'Neil said: "I fell"'}),
        ("neil'o", set()),
        ("zoe", {"Zoë lives at 12-b"}),
        ("12-b", {"Zoë lives at 12-b"}),
        ("CAFE", {"café au lait"}),
        ("cafe\u0301", {"café au lait"}),
        ("مرحبا", {"مرحبا بالعالم"}),
        ("an", {"Ann fell off the swing"}),
        ("a", set()),
        ("ann f", {"Ann fell off the swing"}),
        ("ann z ", set()),
        ("swing AND nothing", set()),
        ("", set()),
        (' - " * ', set()),
        ("ann - ", {"Ann fell off the swing"}),
    ],
)
def test_words_are_found_however_they_are_typed(said: Vault, typed: str, found: set[str]) -> None:
    assert _words(said, typed) == found


@pytest.mark.parametrize(
    "typed",
    [
        '"', '""', '"""', "*", "ann*", "^ann", "ann OR swing", "NOT swing", "NEAR(ann swing)", "words:ann", "-ann",
        "{words}:ann", "(", ")", "ann)", "a AND", "'; DROP TABLE said; --", "\0", "ann\0swing", "\ud800", "ann \udfff",
        "+", ":", "said_words",
        "x" * 100_000, "x " * 10_000, '" OR 1 --', "%", "_", "\x02\x03", "🙂", "ﷺ", "\u200b", "a\u0301" * 500,
    ],
)  # fmt: skip
def test_signs_of_the_query_language_are_only_signs(said: Vault, typed: str) -> None:
    search.find(said, typed)
    assert _words(said, "swing") == {"Ann fell off the swing"}


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(st.characters(), max_size=40))
def test_any_text_is_harmless(said: Vault, typed: str) -> None:
    for hit in search.find(said, typed):
        assert hit.hits


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(), max_size=60))
def test_a_query_is_nothing_but_quoted_words(typed: str) -> None:
    query = search.safe_query(typed)
    outside = query.replace('""', "").split('"')[::2]
    assert all(part in ("", " ", "*") for part in outside)


def test_hits_say_where_the_words_stand(said: Vault) -> None:
    hit = search.find(said, "fel swin")
    assert hit == []
    (hit,) = search.find(said, "fell swin")
    assert [hit.words[start:end] for start, end in hit.hits] == ["fell", "swing"]
    assert (hit.date, hit.item, hit.stream) == (date(2026, 3, 2), named("Ann fell off the swing"), Room().id)


def test_signs_that_mark_hits_cannot_be_smuggled_in(vault: Vault, room: Room) -> None:
    log.append_own(vault, [Pen(room).says(note(VISIT, "before \x02here\x03 after\x00end\x1f")).own()], AT)
    (hit,) = search.find(vault, "here")
    assert hit.words == "before  here  after end "
    assert [hit.words[start:end] for start, end in hit.hits] == ["here"]


def test_the_newest_stand_first_whatever_the_order_in_which_they_came(vault: Vault, room: Room) -> None:
    pen = Pen(room)
    days = [date(2026, 1, 1) + timedelta(days=(n * 37) % 50) for n in range(50)]
    records = [pen.says(visit := contact(f"{day}", str(day)), note(visit, "quince", f"note {day}")) for day in days]
    for one in records:
        log.append_own(vault, [one.own()], AT)
    found = search.find(vault, "quince", 20)
    assert [hit.date for hit in found] == sorted(days, reverse=True)[:20]


def test_of_one_day_the_later_hour_stands_first(vault: Vault, room: Room) -> None:
    pen = Pen(room)
    for time in ("11:00", "", "23:59", "09:30"):
        visit = contact(f"at {time}", "2026-03-02", time)
        log.append_own(vault, [pen.says(visit, note(visit, f"quince {time}")).own()], AT)
    assert [hit.words for hit in search.find(vault, "quince")] == [
        "quince 23:59",
        "quince 11:00",
        "quince 09:30",
        "quince ",
    ]


def test_what_was_signed_later_about_a_visit_stands_by_the_visits_day(vault: Vault, room: Room) -> None:
    pen = Pen(room)
    log.append_own(vault, [pen.says(VISIT).own()], AT)
    log.append_own(
        vault, [pen.says(View(id=named("v"), contact=VISIT.id, holds="quince"), at="2026-04-01T09:00:00Z").own()], AT
    )
    assert search.find(vault, "quince")[0].date == date(2026, 3, 2)


def test_only_one_case_can_be_searched(vault: Vault) -> None:
    for name in ("one", "two"):
        room = Room(name)
        room.join(vault)
        log.append_own(vault, [Pen(room).says(note(VISIT, f"quince in {name}")).own()], AT)
    assert len(search.find(vault, "quince")) == 2
    assert [hit.words for hit in search.find(vault, "quince", stream=Room("two").id)] == ["quince in two"]


def test_what_just_came_in_is_found_at_once_though_it_is_indexed_later(vault: Vault, room: Room) -> None:
    pen = Pen(room)
    log.take_in(vault, [pen.says(note(VISIT, f"quince {n}")).arrives() for n in range(30)], AT)
    assert vault.execute("SELECT count(*) FROM said_unindexed").fetchone() == (30,)
    assert len(search.find(vault, "quince")) == 30
    assert waiting.wake(vault) == 0


def test_words_wait_for_their_index_in_slices(vault: Vault, room: Room) -> None:
    pen = Pen(room)
    log.take_in(vault, [pen.says(note(VISIT, f"quince {n}")).arrives() for n in range(30)], AT)
    assert [waiting.wake(vault, 12) for _ in range(4)] == [12, 12, 6, 0]


def test_what_is_for_the_debriefing_only_is_not_found(vault: Vault, room: Room) -> None:
    lines = (Line(note(VISIT, "quince")), Line(note(VISIT, "quince too", "never"), never=True))
    log.append_own(vault, [Pen(room).write(Entry(kind="imported", at=AT, by="m", lines=lines)).own()], AT)
    assert _words(vault, "quince") == {"quince"}


def test_names_marks_and_every_paragraph_are_found_and_ids_are_not(vault: Vault, room: Room) -> None:
    paragraphs = (Paragraph("She was calm"), Paragraph("He shouted", "told_by", "Mrs Quill"))
    said = (
        Child(id=named("mia"), name="Mia Rowan"),
        Note(id=named("note"), contact=VISIT.id, paragraphs=paragraphs),
        Mark(id=named("mark"), contact=VISIT.id, child=named("mia"), region="shin", kind="head_injury", text="blue"),
        View(id=named("view"), contact=VISIT.id, holds="unclear", rivals=("tired", "ill"), by=named("ann")),
    )
    log.append_own(vault, [Pen(room).says(*said).own()], AT)
    for typed in ("rowan", "calm", "shouted", "quill", "head injury", "shin", "blue", "tired", "ill"):
        assert len(search.find(vault, typed)) == 1, typed
    assert search.find(vault, named("mia")) == []
    assert search.find(vault, named("ann")) == []


def test_deleted_words_leave_the_index(vault: Vault, room: Room) -> None:
    log.append_own(vault, [Pen(room).says(note(VISIT, "quincequince")).own()], AT)
    search.forget(vault, room.id)
    assert search.find(vault, "quincequince") == []
    blocks = b"".join(block for (block,) in vault.execute("SELECT block FROM said_words_data"))
    assert b"quince" not in blocks


def test_an_odd_time_does_not_stop_anything(vault: Vault, room: Room) -> None:
    for time in ("99:99", "soon", "7", "25:00", "1:2:3", "²:³"):
        visit = contact(f"at {time}", "9999-12-31", time)
        log.take_in(vault, [Pen(room, time).says(visit, note(visit, "quince", time)).arrives()], AT)
    assert len(search.find(vault, "quince")) == 6
