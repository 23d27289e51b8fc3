"""Drafts: each by its own id, whole, there again after anything, and never taken away by another."""

import msgspec
import pytest
from msgspec.structs import replace

from tests.store.pen import Room, contact, named, seen
from visitapp.domain.contact import Paragraph
from visitapp.domain.draft import Draft, Prompt
from visitapp.errors import NotUnderstood
from visitapp.store import drafts
from visitapp.store.opening import Vault

AT = "2026-03-02T15:00:00+00:00"
LATER = "2026-03-02T15:00:01+00:00"


def _draft(name: str = "draft", words: str = "what I saw") -> Draft:
    visit = contact(f"visit of {name}")
    return Draft(
        id=named(name),
        case=Room().id,
        kind="visit",
        begun=AT,
        contact=visit,
        bank="2026-1",
        items=(seen(visit, words),),
        note=(Paragraph(words, "saw_or_heard"),),
        in_home=(Paragraph("typed in the home"),),
        in_home_times=(AT, LATER),
        prompts=(Prompt("card", ("Q11", "Q13"), "wording.2"),),
        movement="write_up",
        field="note",
    )


def test_a_draft_comes_back_as_it_was_with_its_checklist_and_the_field_it_was_left_at(vault: Vault) -> None:
    """Peer lesson 2 and 19."""
    drafts.save(vault, _draft(), AT)
    assert drafts.load(vault, named("draft")) == _draft()


def test_saving_again_puts_the_newer_in_its_place(vault: Vault) -> None:
    drafts.save(vault, _draft(), AT)
    newer = replace(_draft(words="what I saw and heard"), paused=True, movement="sign_happened")
    drafts.save(vault, newer, LATER)
    assert drafts.load(vault, named("draft")) == newer
    (line,) = drafts.everything(vault)
    assert (line.saved, line.paused, line.movement) == (LATER, True, "sign_happened")
    assert (line.begun, line.case) == (AT, Room().id)


def test_two_drafts_for_one_child_on_one_day_are_two(vault: Vault) -> None:
    """Peer lesson 3 and 14."""
    drafts.save(vault, _draft("one", "in the morning"), AT)
    drafts.save(vault, _draft("two", "in the evening"), LATER)
    drafts.discard(vault, named("one"))
    assert drafts.load(vault, named("one")) is None
    assert drafts.load(vault, named("two")) == _draft("two", "in the evening")


def test_the_last_saved_stands_first(vault: Vault) -> None:
    for minute, name in enumerate(("one", "two", "three")):
        drafts.save(vault, _draft(name), f"2026-03-02T15:0{minute}:00+00:00")
    assert [line.id for line in drafts.everything(vault)] == [named("three"), named("two"), named("one")]


def test_one_that_a_newer_program_saved_hides_no_other_and_tells_nothing(vault: Vault) -> None:
    """Peer lesson 21."""
    drafts.save(vault, _draft("one", "secret words"), AT)
    drafts.save(vault, _draft("two"), AT)
    newer = {**msgspec.to_builtins(_draft("one", "secret words")), "mood": 3}
    vault.execute("UPDATE draft SET content = ? WHERE id = ?", (msgspec.msgpack.encode(newer), named("one")))
    assert len(drafts.everything(vault)) == 2
    with pytest.raises(NotUnderstood) as problem:
        drafts.load(vault, named("one"))
    assert "secret" not in repr(problem.value)
    assert problem.value.__suppress_context__
    assert drafts.load(vault, named("two")) == _draft("two")


def test_throwing_away_what_is_not_there_is_nothing(vault: Vault) -> None:
    drafts.discard(vault, named("nobody"))
    assert drafts.everything(vault) == ()
