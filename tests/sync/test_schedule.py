"""When the next cycle is due."""

from hypothesis import given
from hypothesis import strategies as st

from visitapp.sync.schedule import FIRST_PAUSE, Schedule


def test_after_a_good_cycle_the_ordinary_pause():
    assert Schedule(300).failed(0, 0.5).succeeded(10) == Schedule(300, 310, 0)


def test_pauses_grow_and_stay_within_the_ordinary_one():
    schedule, pauses = Schedule(300), []
    for _ in range(20):
        schedule = schedule.failed(0, 0.5)
        pauses.append(schedule.next)
    assert pauses[:4] == [FIRST_PAUSE, 30, 60, 120]
    assert max(pauses) == 300


@given(st.integers(0, 1000), st.floats(0, 1), st.floats(1, 10_000))
def test_a_retry_is_never_at_once_and_never_much_later_than_the_pause(failures, chance, every):
    pause = Schedule(every, 0, failures).failed(0, chance).next
    assert 0 < pause <= every * 1.25


def test_asking_makes_it_due_now():
    assert Schedule(300).succeeded(0).asked(5).wait(5) == 0
