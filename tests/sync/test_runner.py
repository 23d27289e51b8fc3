"""One runner, one cycle at a time; asking joins the cycle that runs (peer lessons 23 and 25)."""

import threading
from queue import Queue

from visitapp.errors import DiskFull, Offline
from visitapp.sync.outcome import Outcome
from visitapp.sync.runner import Runner

PATIENCE = 10


def test_asking_during_a_cycle_runs_one_more_and_never_two_at_once():
    inside, go_on, told = threading.Semaphore(0), threading.Semaphore(0), Queue()
    running = threading.Lock()

    def cycle():
        assert running.acquire(blocking=False), "two cycles at once"
        inside.release()
        go_on.acquire(timeout=PATIENCE)
        running.release()
        return Outcome()

    runner = Runner(cycle, told.put, told.put, every=3600)
    runner.start()
    inside.acquire(timeout=PATIENCE)
    for _ in range(5):
        runner.ask()
    go_on.release()
    told.get(timeout=PATIENCE)
    assert inside.acquire(timeout=PATIENCE)
    go_on.release()
    told.get(timeout=PATIENCE)
    runner.stop()
    assert not inside.acquire(blocking=False)
    assert told.empty()


def test_trouble_is_an_outcome_and_a_bug_is_told_and_work_goes_on():
    told, broken = Queue(), Queue()
    problems = iter([Offline(), DiskFull(), ValueError("bug"), None])

    def cycle():
        problem = next(problems)
        if problem is not None:
            raise problem
        return Outcome(sent=3)

    runner = Runner(cycle, told.put, broken.put, every=3600)
    runner.start()
    assert isinstance(told.get(timeout=PATIENCE).problem, Offline)
    runner.ask()
    assert isinstance(told.get(timeout=PATIENCE).problem, DiskFull)
    assert broken.empty()
    runner.ask()
    assert told.get(timeout=PATIENCE).problem is not None
    assert isinstance(broken.get(timeout=PATIENCE), ValueError)
    runner.ask()
    assert told.get(timeout=PATIENCE) == Outcome(sent=3)
    runner.stop()


def test_stopping_before_the_first_cycle_is_due_ends_the_thread():
    runner = Runner(lambda: Outcome(), lambda _: None, lambda _: None, every=3600)
    runner.start()
    runner.stop()
    runner.stop()
