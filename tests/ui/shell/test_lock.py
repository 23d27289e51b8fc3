"""When the screen warns and locks, and what the curtain shows: rules without Qt, and the watch over them."""

import pytest
from pytestqt.qtbot import QtBot

from visitapp.ui.lock.idle import SLEPT, Idle
from visitapp.ui.lock.watch import LockWatch
from visitapp.ui.shell.curtain import Curtain


def tick_through(idle: Idle, start: int, end: int) -> dict[int, str]:
    return {second: idle.tick(second) for second in range(start, end)}


def test_it_warns_before_it_locks():
    states = tick_through(Idle(300, 60, 0), 1, 301)
    assert states[239] == "quiet"
    assert states[240] == "warn"
    assert states[299] == "warn"
    assert states[300] == "lock"


def test_a_key_puts_it_off():
    idle = Idle(300, 60, 0)
    tick_through(idle, 1, 290)
    idle.touch(290)
    assert idle.tick(291) == "quiet"
    assert idle.left(291) == 299


def test_a_tick_that_comes_late_means_that_the_machine_slept():
    idle = Idle(300, 60, 0)
    assert idle.tick(1) == "quiet"
    assert idle.tick(1 + SLEPT + 1) == "lock"


@pytest.mark.parametrize("back", [1, 100, 3600])
def test_a_clock_that_is_put_back_keeps_no_screen_open(back: int):
    idle = Idle(300, 60, 10_000)
    tick_through(idle, 10_001, 10_200)
    states = tick_through(idle, 10_200 - back, 10_500 - back)
    locks = next(second for second, state in states.items() if state == "lock")
    assert locks - (10_200 - back) <= 100 + min(back, 199)


def test_a_key_after_the_clock_was_put_back_counts():
    idle = Idle(300, 60, 10_000)
    tick_through(idle, 10_001, 10_200)
    idle.touch(6_600)
    assert idle.tick(6_601) == "quiet"
    assert idle.left(6_601) == 299


@pytest.mark.parametrize(("lock_after", "warn_before"), [(60, 60), (60, 300), (100, 80)])
def test_there_is_always_time_before_the_warning(lock_after: float, warn_before: float):
    assert Idle(lock_after, warn_before, 0).tick(1) == "quiet"


def test_cover_then_idle_shuts_the_vault_behind_a_plain_face():
    curtain = Curtain()
    assert curtain.cover()
    assert not curtain.cover()
    assert curtain.lock()
    assert not curtain.lock()
    assert (curtain.shows, curtain.shut) == ("cover", True)
    curtain.let_in()
    assert (curtain.shows, curtain.shut) == ("open", False)


def test_a_locked_screen_is_not_covered():
    curtain = Curtain()
    assert curtain.lock()
    assert not curtain.cover()
    assert curtain.shows == "lock"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_watch_warns_calms_and_says_when_it_is_due(qtbot: QtBot):
    clock = Clock()
    watch = LockWatch(100, 30, clock)
    watch.start()
    told: list[object] = []
    watch.warned.connect(told.append)
    watch.calmed.connect(lambda: told.append("calm"))
    watch.due.connect(lambda: told.append("due"))
    for second in (20, 45, 71, 80):
        clock.now = second
        watch.look()
    watch.touch()
    for second in (110, 139, 165, 180):
        clock.now = second
        watch.look()
    watch.stop()
    assert told == [29, 20, "calm", 15, "due"]
