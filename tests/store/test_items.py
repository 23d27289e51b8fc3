"""Items: dates, what is never known, corrections, looking over all cases, and errors that tell nothing."""

from datetime import date

import pytest

from tests.store.pen import Pen, Room, contact, named, note, seen
from visitapp.domain.case import Case
from visitapp.domain.days import Day
from visitapp.domain.family import Child, KnownLater, Milestone
from visitapp.domain.item import Correction
from visitapp.domain.items import Entry, Line
from visitapp.domain.judgement import View
from visitapp.domain.marks import Mark, Opinion
from visitapp.errors import NotUnderstood, VaultDamaged
from visitapp.store import items, log
from visitapp.store.opening import Vault

AT = "2026-03-05T15:00:00+00:00"
VISIT = contact("visit", "2026-03-02", "10:30")


@pytest.fixture
def room(vault: Vault) -> Room:
    room = Room()
    room.join(vault)
    return room


def test_everything_stands_as_it_was_said_in_causal_order(vault: Vault, room: Room) -> None:
    pen = Pen(room)
    first = pen.says(VISIT, seen(VISIT, "one"), at=AT)
    second = pen.says(
        View(id=named("view"), contact=VISIT.id, holds="neglect"), at="2026-03-06T09:00:00+00:00", kind="make_of_it"
    )
    log.append_own(vault, [first.own(), second.own()], AT)
    kept = items.kept(vault, room.id)
    assert [(one.record, one.place, one.by, one.entry) for one in kept] == [
        (first.id, (1, first.id, 0), pen.member, "visit"),
        (first.id, (1, first.id, 1), pen.member, "visit"),
        (second.id, (2, second.id, 0), pen.member, "make_of_it"),
    ]
    # The view was signed four days later, about the visit of the second.
    assert {(one.date, one.time) for one in kept} == {(date(2026, 3, 2), "10:30")}
    assert [one.known_on for one in kept] == [date(2026, 3, 5), date(2026, 3, 5), date(2026, 3, 6)]


def test_a_thing_has_its_own_date_else_its_contacts_else_that_of_its_entry(vault: Vault, room: Room) -> None:
    mark = Mark(id=named("mark"), contact=VISIT.id, child=named("mia"), region="shin", kind="bruise")
    said = (
        VISIT,
        mark,
        Opinion(id=named("opinion"), mark=mark.id, by="GP", says="unclear"),
        Opinion(id=named("later"), mark=mark.id, by="GP", says="unclear", date=Day(2026, 3)),
        Milestone(id=named("walks"), child=named("mia"), date=Day(2026, 2, 14), what="walks", can=True),
        Child(id=named("mia"), name="Mia"),
        seen(contact("not here"), "of another visit"),
    )
    log.append_own(vault, [Pen(room).says(*said, at=AT).own()], AT)
    assert [(str(one.date), one.time) for one in items.kept(vault, room.id)] == [
        ("2026-03-02", "10:30"),
        ("2026-03-02", "10:30"),
        ("2026-03-02", "10:30"),
        ("2026-03-31", ""),
        ("2026-02-14", ""),
        ("2026-03-05", "15:00"),
        ("2026-03-05", "15:00"),
    ]


def test_known_on_is_the_lines_own_and_never_is_never(vault: Vault, room: Room) -> None:
    lines = (
        Line(VISIT, known_on=date(2020, 5, 1)),
        Line(KnownLater(id=named("later"), text="what came out"), never=True),
        Line(seen(VISIT, "one")),
    )
    log.append_own(vault, [Pen(room).write(Entry(kind="imported", at=AT, by="m", lines=lines)).own()], AT)
    kept = items.kept(vault, room.id)
    assert [one.known_on for one in kept] == [date(2020, 5, 1), None, date(2026, 3, 5)]
    assert len(Case(kept).kept) == 2


def test_a_correction_deletes_nothing(vault: Vault, room: Room) -> None:
    """Peer lesson 6 and 29."""
    pen = Pen(room)
    wrong, right = seen(VISIT, "two dogs"), seen(VISIT, "one dog")
    log.append_own(vault, [pen.says(VISIT, wrong).own()], AT)
    why = Correction(id=named("why"), of=wrong.id, by=right.id, reason="counted again")
    log.append_own(vault, [pen.says(right, why, kind="addendum").own()], AT)
    kept = items.kept(vault, room.id)
    assert [one.item for one in kept] == [VISIT, wrong, right, why]
    assert [one.item for one in Case(kept).kept] == [VISIT, right, why]


def test_streams_do_not_mix(vault: Vault) -> None:
    rooms = [Room(f"case {n}") for n in range(3)]
    for n, room in enumerate(rooms):
        room.join(vault)
        log.append_own(vault, [Pen(room).says(*(seen(VISIT, f"{n} {m}") for m in range(n + 1))).own()], AT)
    for n, room in enumerate(rooms):
        assert [one.item for one in items.kept(vault, room.id)] == [seen(VISIT, f"{n} {m}") for m in range(n + 1)]
        assert items.count(vault, room.id) == n + 1
    assert items.kept(vault, "00" * 16) == []
    assert items.count(vault, "00" * 16) == 0


def test_an_item_that_cannot_be_read_says_so_and_nothing_of_itself(vault: Vault, room: Room) -> None:
    log.append_own(vault, [Pen(room).says(note(VISIT, "secret words")).own()], AT)
    (content,) = vault.execute("SELECT content FROM item").fetchone()
    odd = {
        NotUnderstood: content.replace(b"paragraphs", b"paragraphz"),
        VaultDamaged: content.decode("latin-1").encode("utf-8")[:-1].decode("utf-8", "ignore") + "\udcff",
    }
    for error, instead in odd.items():
        if isinstance(instead, str):
            vault.execute("UPDATE item SET content = CAST(? AS TEXT)", (instead.encode("utf-8", "surrogateescape"),))
        else:
            vault.execute("UPDATE item SET content = ?", (instead,))
        with pytest.raises(error) as problem:
            items.kept(vault, room.id)
        assert "secret" not in repr(problem.value)
        assert problem.value.__cause__ is None
        assert problem.value.__suppress_context__


def test_an_entry_without_lines_is_signed_all_the_same(vault: Vault, room: Room) -> None:
    log.append_own(vault, [Pen(room).says().own()], AT)
    assert items.kept(vault, room.id) == []
    assert len(log.signed_entries(vault, room.id)) == 1
