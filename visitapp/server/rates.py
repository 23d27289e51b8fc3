"""How often one device, or one address without a session, may ask: a bucket of tokens each, kept in memory.

A limit is for this process: several processes behind one address give as many times the rate.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from visitapp.server.refusals import RequestRefused

_MOST_KEPT = 10_000


class Rate:
    """So many requests a minute for each key, a whole minute's worth at once."""

    def __init__(self, a_minute: int, clock: Callable[[], float]) -> None:
        self._most = float(a_minute)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # key -> tokens left, when counted
        self._lock = Lock()

    def take(self, key: str) -> None:
        """Count one request. Raises RequestRefused (429) when none is left."""
        now = self._clock()
        with self._lock:
            left, counted = self._buckets.pop(key, (self._most, now))
            left = min(self._most, left + max(0.0, now - counted) * self._most / 60)
            self._buckets[key] = (left - 1 if left >= 1 else left, now)
            if len(self._buckets) > _MOST_KEPT:
                self._buckets.popitem(last=False)
        if left < 1:
            raise RequestRefused(429, "rate", "Too many requests; try again in a minute.")
