"""Which cells fit which child, and what one input says. Unknown is never no."""

from datetime import date

import pytest

from tests.ui.visit.family import FakeSession, Kitchen
from visitapp.domain.contact import ChildSeen, Covered, LookedAt, SaidToBe
from visitapp.domain.days import Day, StatedAge
from visitapp.domain.draft import Draft
from visitapp.domain.family import Child
from visitapp.ui.visit.changes import Change, children, home

TODAY = date(2026, 11, 20)


@pytest.fixture
def draft() -> Draft:
    return Kitchen().begin(FakeSession(), "stream", "visit")


def then(draft: Draft, *changes: Change) -> Draft:
    session = FakeSession()
    for change in changes:
        draft = change(draft, session.new_id)
    return draft


@pytest.mark.parametrize(
    ("child", "talks", "baby", "sleeps"),
    [
        (Child(id="c", name="Ann", born=Day(2026, 3, 2)), False, True, True),
        (Child(id="c", name="Ann", born=Day(2025, 3, 2)), False, True, False),
        (Child(id="c", name="Ann", born=Day(2024, 1, 2), verbal="yes"), True, False, False),
        (Child(id="c", name="Ann", born=Day(2024, 1, 2), verbal="no"), False, True, False),
        (Child(id="c", name="Ann", born=Day(2024, 1, 2)), True, False, False),
        (Child(id="c", name="Ann", born=Day(2020, 1, 2)), True, False, False),
        (Child(id="c", name="Ann", born=Day(2020, 1, 2), verbal="no"), True, True, False),
        (Child(id="c", name="Ann", age=StatedAge(1, "years", TODAY)), False, True, False),
        (Child(id="c", name="Ann"), True, True, True),
    ],
)
def test_only_the_cells_that_fit(child, talks, baby, sleeps):
    found = children.cells(child, TODAY)
    assert (found.talks, found.baby, found.sleeps) == (talks, baby, sleeps)


def test_another_language_asks_who_interpreted():
    assert children.cells(Child(id="c", name="Ann", language="pl"), TODAY).interpreter
    assert not children.cells(Child(id="c", name="Ann", language="en"), TODAY).interpreter


def test_spoken_to_means_seen_and_the_visit_took_place(draft):
    changed = then(draft, children.said("tom", spoken_to="yes"))
    seen = children.row(changed, "tom")
    assert (seen.seen, seen.spoken_to, seen.alone) == ("yes", "yes", "unknown")
    assert changed.contact.outcome == "seen"


def test_not_seen_says_nothing_more_of_a_child(draft):
    changed = then(
        draft, children.said("tom", seen="yes", alone="yes", spoken_to="yes"), children.said("tom", seen="no")
    )
    seen = children.row(changed, "tom")
    assert (seen.seen, seen.alone, seen.spoken_to) == ("no", "unknown", "unknown")


def test_all_seen_and_covered_answer_each_other(draft):
    everything = then(draft, children.nothing_covered(("mia", "tom")))
    assert children.anything_covered(everything) == "all"
    some = then(everything, children.covered("mia", (Covered("face", "chocolate"),)))
    assert children.anything_covered(some) == "covered"
    assert children.anything_covered(then(some, children.covered_unsaid(("mia", "tom")))) == ""
    assert children.anything_covered(draft) == ""


def test_rooms_as_last_time_is_one_input_and_can_be_taken_back(draft):
    changed = then(draft, home.as_last_time(yes=True))
    assert next(one for one in changed.items if isinstance(one, LookedAt)).bedroom == "yes"
    assert home.looked_at(then(changed, home.as_last_time(yes=False))) == home.looked_at(draft)


def test_harm_told_is_seen_by_the_rules_with_the_childs_words(draft):
    changed = then(draft, children.told_of_harm("tom", yes=True), children.said("tom", words="He hit me."))
    told = children.tells_of_harm(children.tidied(changed), "tom")
    assert (told.topic, told.about, told.text) == ("child_tells", "tom", "He hit me.")
    assert children.tells_of_harm(then(changed, children.told_of_harm("tom", yes=False)), "tom") is None


def test_where_a_seen_child_is_said_to_be_is_not_signed(draft):
    changed = then(
        draft,
        children.said("tom", seen="no", said_to_be=SaidToBe("school", "Jess")),
        children.said("tom", seen="yes"),
    )
    assert children.row(changed, "tom").said_to_be is not None
    assert children.row(children.tidied(changed), "tom").said_to_be is None


def test_someone_new_is_there_and_known_from_then_on(draft):
    changed = then(draft, home.someone_else(" Ray ", "Jess's friend"), home.someone_else("  ", ""))
    (new,) = home.new_people(changed)
    assert (new.name, changed.contact.present) == ("Ray", (new.id,))


def test_a_row_is_made_where_there_was_none():
    bare = Kitchen().begin(FakeSession(), "stream", "quick_note")
    changed = then(bare, children.said("mia", seen="yes"))
    assert [one.child for one in changed.items if isinstance(one, ChildSeen)] == ["mia"]
