"""kill -9 at any moment: what was told as saved is there, and a visit is a draft or wholly signed, never neither."""

from collections.abc import Callable
from pathlib import Path

from tests.faults.nursery import typed, visit
from tests.store.conftest import KEY
from tests.store.pen import Room, note, tables
from visitapp.store import drafts, heads, items, log, rebuilding, search
from visitapp.store.opening import Vault, check, open_vault

Done = Callable[[], list[list[str]]]
Killed = Callable[[str, int], Path]


def test_typing_loses_nothing_that_was_saved(killed: Killed, done: Done, seed: int) -> None:
    db = open_vault(killed("typing", seed), KEY)
    saved = int(done()[-1][1])
    (line,) = drafts.everything(db)
    draft = drafts.load(db, line.id)
    # The save that was under way when the end came is there whole, or not at all.
    assert draft in (typed(saved), typed(saved + 1))
    assert check(db)
    db.close()


def test_signing_leaves_a_draft_or_a_whole_record(killed: Killed, done: Done, seed: int) -> None:
    profile = killed("signing", seed)
    db = open_vault(profile, KEY)
    signed = {int(told[1]): told[2] for told in done() if told[0] == "signed"}
    drafted = max(int(told[1]) for told in done() if told[0] == "drafted")
    left = [line.id for line in drafts.everything(db)]
    stands = [one.record for one in log.signed_entries(db, Room().id)]
    assert stands[: len(signed)] == [signed[number] for number in sorted(signed)]
    for number in range(1, drafted + 1):
        is_signed = number <= len(stands)
        assert is_signed != (visit(number).id in left), number
        if is_signed:
            _whole(db, stands[number - 1], number)
    assert len(stands) in (len(signed), len(signed) + 1)
    assert heads.check(db, heads.read(profile) or heads.of(db)) == "same"
    _consistent(db)
    db.close()


def _whole(db: Vault, record: str, number: int) -> None:
    draft = visit(number)
    said = (draft.contact, *draft.items, note(draft.contact, f"note {number}"))
    assert tuple(one.item for one in items.kept(db, Room().id) if one.record == record) == said
    assert search.find(db, f"note {number}")


def _consistent(db: Vault) -> None:
    """Everything follows from the log, and the file is whole."""
    before = tables(db)
    rebuilding.rebuild(db)
    assert tables(db) == before
    assert check(db)
