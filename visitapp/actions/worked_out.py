"""What was worked out of whole cases, kept in memory so that a page costs what is new, not what there is.

Today, the inbox and the team picture show a little of every case on the laptop. Each such little is kept with what it
rests on; only where that has changed is the case read and worked out again. A lock throws all of it away.
"""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")


class WorkedOut:
    """One answer for each case and each question put to it (the function that answers)."""

    def __init__(self) -> None:
        self._held: dict[tuple[str, Callable[..., Any]], tuple[Hashable, Any]] = {}

    def of(self, stream: str, work: Callable[..., T], rests_on: Hashable, make: Callable[[], T]) -> T:
        """What `work` answered about a case, while `rests_on` is the same; else what `make` answers now."""
        held = self._held.get((stream, work))
        if held is None or held[0] != rests_on:
            held = (rests_on, make())
            self._held[stream, work] = held
        answer: T = held[1]
        return answer
