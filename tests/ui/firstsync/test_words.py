"""How far the first sync is: every state in words that are true of it."""

import pytest

from visitapp.actions.first_sync import FirstSync
from visitapp.ui.firstsync.words import through, words
from visitapp.words import text

FOUR = ("a", "b", "c", "d")


def state(here: int = 0, families: tuple[str, ...] = FOUR, **other) -> FirstSync:
    given = {"taken": 7, "entries": 1040, "organisation": True, "heard": True, **other}
    return FirstSync(here=families[:here], families=families, **given)


@pytest.mark.parametrize(
    ("found", "says"),
    [
        (state(heard=False, organisation=False), "Nothing has come yet."),
        (
            state(organisation=False),
            "First comes what your organisation has signed: who is who, and the numbers to ring.",
        ),
        (state(), "None of 4 families is here yet. The one with the newest entries comes first."),
        (state(families=("a",)), "Your family is not here yet."),
        (state(1), "1 of 4 families is here. You can already work with it."),
        (state(3), "3 of 4 families are here. You can already work with these."),
        (state(4), "The families are here. The last entries are still on their way."),
    ],
)
def test_each_state_has_its_sentence(say, found, says):
    told = words(say, found, busy=True)
    assert told.sentence == says
    assert (told.part, told.of) == (len(found.here), len(found.families))
    assert not told.through


def test_the_entries_are_counted_and_a_break_is_told_with_its_reason(say):
    broken = state(2, problem=text("error.offline"), tried="14:02")
    told = words(say, broken, busy=False)
    assert told.detail == "7 of 1,040 entries have come in."
    assert told.trouble.startswith("The last try at 14:02 stopped: Working offline.")
    assert words(say, broken, busy=True).trouble == ""


def test_the_end(say):
    assert through(say, 4).sentence == "All 4 families are here."
    assert through(say, 1).sentence == "Your family is here."
    assert through(say, 0).sentence == "Everything that the server has for you is here."
