"""When to warn and when to lock. Pure: the clocks are passed in, in seconds."""

from typing import Literal

State = Literal["quiet", "warn", "lock"]

SLEPT = 30.0
"""A tick that comes this many seconds late means that the machine slept: lock."""


class Idle:
    """Counts the seconds since the last key or click. `lock_after` and `warn_before` in seconds."""

    def __init__(self, lock_after: float, warn_before: float, now: float) -> None:
        self.set_times(lock_after, warn_before)
        self._touched = now
        self._ticked = now

    def set_times(self, lock_after: float, warn_before: float) -> None:
        """Other times; the warning always leaves at least half of the time before it."""
        self._lock_after = lock_after
        self._warn_before = min(warn_before, lock_after / 2)

    def touch(self, now: float) -> None:
        """Somebody is there."""
        self._touched = now

    def tick(self, now: float) -> State:
        """What holds now; to be called about once a second with a clock that runs on while the machine sleeps."""
        before, self._ticked = self._ticked, now
        slept = now - before > SLEPT
        if self._touched > now:
            # The clock was put back since then; the time that had gone by has gone by all the same.
            self._touched = min(now, self._touched - (before - now))
        if slept or self.left(now) <= 0:
            return "lock"
        return "warn" if self.left(now) <= self._warn_before else "quiet"

    def left(self, now: float) -> float:
        """Seconds until the lock."""
        return self._lock_after - (now - self._touched)
