"""How long the screen stood still: the largest gap between two ticks of a 10 ms timer (DESIGN.md 7, UI held).

The tour's own looking (files, vault, pictures) goes on in the same thread: for that time the clock stands.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Qt, QTimer

TICK_MS = 10


class Held(QObject):
    """Counts from when it is made. Idle, its gaps are a little over TICK_MS, which is for the reader to take off."""

    def __init__(self) -> None:
        super().__init__()
        self._largest = 0.0
        self._counting = True
        self._last = self._stopped = time.perf_counter()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What is done meanwhile is not the application's."""
        with self._set(counting=False):
            yield

    @contextmanager
    def watched(self) -> Iterator[None]:
        """What is done meanwhile is the application's, also in the middle of what is not."""
        with self._set(counting=True):
            yield

    def largest(self) -> float:
        """The largest gap since the last time of asking, in seconds."""
        self._tick()
        found, self._largest = self._largest, 0.0
        return found

    @contextmanager
    def _set(self, *, counting: bool) -> Iterator[None]:
        before = self._counting
        self._turn(counting)
        try:
            yield
        finally:
            self._turn(before)

    def _turn(self, counting: bool) -> None:
        now = time.perf_counter()
        if counting and not self._counting:
            self._last += now - self._stopped
        elif self._counting and not counting:
            self._stopped = now
        self._counting = counting

    def _tick(self) -> None:
        now = time.perf_counter() if self._counting else self._stopped
        self._largest = max(self._largest, now - self._last)
        self._last = now
