"""When to sync next. Pure: the clock and the chance are passed in; all times are seconds of a steady clock."""

from msgspec import Struct

FIRST_PAUSE = 15.0


class Schedule(Struct, frozen=True):
    """`every`: the pause after a good cycle. `failures`: how many failed in a row. `next`: when the next is due."""

    every: float
    next: float = 0.0
    failures: int = 0

    def succeeded(self, now: float) -> "Schedule":
        """After a good cycle."""
        return Schedule(self.every, now + self.every, 0)

    def failed(self, now: float, chance: float) -> "Schedule":
        """After a failed one: 15 s, 30 s, 60 s ... never longer than the ordinary pause, spread by chance (0 to 1)."""
        pause = min(self.every, FIRST_PAUSE * 2 ** min(self.failures, 12))
        return Schedule(self.every, now + pause * (0.75 + chance / 2), self.failures + 1)

    def asked(self, now: float) -> "Schedule":
        """Somebody pressed the button, or signed something."""
        return Schedule(self.every, now, self.failures)

    def wait(self, now: float) -> float:
        """Seconds until the next cycle, not below 0."""
        return max(0.0, self.next - now)
