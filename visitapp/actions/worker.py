"""The one thread that touches the vault. Jobs run one at a time; draft saves go before everything else that waits."""

import itertools
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from typing import Any, TypeVar

T = TypeVar("T")


class Urgency(IntEnum):
    """What goes first. Syncing is cut into short jobs, so nobody waits long behind it."""

    DRAFT = 0
    SCREEN = 1
    SYNC = 2
    STOP = 9


class VaultWorker:
    """Runs what is submitted on its own thread, by urgency and then in order."""

    def __init__(self) -> None:
        self._jobs: queue.PriorityQueue[tuple[int, int, Callable[[], None]]] = queue.PriorityQueue()
        self._count = itertools.count()
        self._stopped = False
        self._thread = threading.Thread(target=self._work, name="vault", daemon=True)
        self._thread.start()

    def submit(self, work: Callable[[], T], urgency: Urgency = Urgency.SCREEN) -> "Future[T]":
        """A future for what `work` returns or raises. Raises RuntimeError after `stop`."""
        if self._stopped:
            raise RuntimeError("the vault worker has stopped")
        future: Future[T] = Future()

        def job() -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                result = work()
            except BaseException as problem:  # noqa: BLE001  # handed to whoever waits for the future
                future.set_exception(problem)
            else:
                future.set_result(result)

        self._jobs.put((urgency, next(self._count), job))
        return future

    def call(self, work: Callable[[], T], urgency: Urgency = Urgency.SCREEN) -> T:
        """Run `work` there and wait for it. From the worker's own thread it runs at once."""
        if threading.current_thread() is self._thread:
            return work()
        return self.submit(work, urgency).result()

    def stop(self) -> None:
        """Do all that was submitted, then end the thread."""
        if not self._stopped:
            self._stopped = True
            self._jobs.put((Urgency.STOP, next(self._count), self._last))
            self._thread.join()

    def _last(self) -> Any:
        raise SystemExit

    def _work(self) -> None:
        while True:
            try:
                self._jobs.get()[2]()
            except SystemExit:
                return
