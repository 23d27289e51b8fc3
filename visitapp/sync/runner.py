"""The one sync runner: its own thread, one cycle at a time. Pressing the button joins the cycle that runs."""

import random
import threading
import time
from collections.abc import Callable

from visitapp.errors import SyncError, VaultError
from visitapp.sync.outcome import Outcome
from visitapp.sync.schedule import Schedule


class Runner:
    """Calls `cycle` when the schedule says so. `told` hears every outcome, on the runner's thread.

    What `cycle` raises of SyncError and VaultError (a full disk) is an outcome; all else is a bug and reaches `broken`.
    """

    def __init__(
        self,
        cycle: Callable[[], Outcome],
        told: Callable[[Outcome], None],
        broken: Callable[[BaseException], None],
        every: float,
    ) -> None:
        self._cycle, self._told, self._broken = cycle, told, broken
        self._schedule = Schedule(every, time.monotonic())
        self._wake = threading.Condition()
        self._stopping = False
        self.running = False
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        """Begin; the first cycle is due at once."""
        self._thread.start()

    def ask(self) -> None:
        """Sync now, or once more right after the cycle that is running."""
        with self._wake:
            self._schedule = self._schedule.asked(time.monotonic())
            self._wake.notify()

    def stop(self, *, wait: bool = True) -> None:
        """End after the cycle that is running, and wait for that or not. Nobody is told of anything from now on."""
        with self._wake:
            self._stopping = True
            self._wake.notify()
        if wait and self._thread.is_alive() and threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        while self._wait_for_turn():
            self.running = True
            try:
                outcome = self._cycle()
            except (SyncError, VaultError) as problem:
                outcome = Outcome(problem=problem)
            except Exception as problem:  # noqa: BLE001  # a bug: told once to the crash dialog, work goes on
                if not self._stopping:
                    self._broken(problem)
                outcome = Outcome(problem=SyncError())
            self.running = False
            self._after(outcome)
            if not self._stopping:
                self._told(outcome)

    def _wait_for_turn(self) -> bool:
        with self._wake:
            while not self._stopping and (left := self._schedule.wait(time.monotonic())) > 0:
                self._wake.wait(left)
            # An `ask` during the cycle must count, so what is due is moved away before the cycle begins.
            self._schedule = Schedule(self._schedule.every, float("inf"), self._schedule.failures)
            return not self._stopping

    def _after(self, outcome: Outcome) -> None:
        now = time.monotonic()
        with self._wake:
            asked = self._schedule.next <= now
            chance = random.random()  # noqa: S311  # spreads retries, hides nothing
            good = outcome.problem is None
            self._schedule = self._schedule.succeeded(now) if good else self._schedule.failed(now, chance)
            if asked:
                self._schedule = self._schedule.asked(now)
