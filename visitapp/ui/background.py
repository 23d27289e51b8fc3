"""The only threading code of the screens: one worker thread for whatever touches the vault.

`work` runs on the worker and never touches a widget; `done` or `failed` runs on the UI thread. An error that the
program raises on purpose goes to `failed`; any other to `crashed`, which opens the one crash dialog. Work that goes
`first` (saving a draft, locking) overtakes all that waits. After `close` nothing more is taken in: what waited is done
to the end, and nobody is called back.

What is given (a page among it, as most work knows the page that wants it) stays with the UI thread, and the worker has
only its number: whoever lets go of a page last takes it apart, and on another thread that ends the program.
"""

import itertools
import threading
from collections.abc import Callable
from functools import partial
from queue import PriorityQueue
from typing import Any, NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Signal

from visitapp.errors import VisitAppError

T = TypeVar("T")
Failed = Callable[[VisitAppError], None]
_Job = tuple[int, int, Callable[[], None] | None]

_FIRST, _NEXT, _LAST = 0, 1, 2


class _Task(NamedTuple):
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Failed | None
    owner: QObject | None


class _Ended(NamedTuple):
    result: Any = None
    error: Exception | None = None


class Background(QObject):
    """Runs work on the one worker thread. Make it, use it and close it on the UI thread."""

    crashed = Signal(object)
    idle = Signal()
    _finished = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs: PriorityQueue[_Job] = PriorityQueue()
        self._order = itertools.count()
        self._open = True
        self._waiting = 0
        self._tasks: dict[int, _Task] = {}
        self._ended: dict[int, _Ended] = {}
        self._finished.connect(self._back_on_screen)
        self._thread = threading.Thread(target=self._work_through, name="vault", daemon=True)
        self._thread.start()

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Failed | None = None,
        *,
        owner: QObject | None = None,
        first: bool = False,
    ) -> None:
        """Do the work behind the screen. Nobody is called back when `owner` (a page) is gone by then."""
        if not self._open:
            return
        self._waiting += 1
        number = next(self._order)
        self._tasks[number] = _Task(work, done, failed, owner)
        self._jobs.put((_FIRST if first else _NEXT, number, partial(self._work_on, number)))

    def ask(self, work: Callable[[], T]) -> T:
        """From another thread than the UI's (the sync runner): have it done on the worker and wait for the answer.

        Raises what the work raises, and RuntimeError once closed.
        """
        from concurrent.futures import Future  # the first page does not wait for it

        if not self._open:
            raise RuntimeError("closed")
        answer: Future[T] = Future()

        def job() -> None:
            try:
                answer.set_result(work())
            except BaseException as error:  # noqa: BLE001  # handed to the thread that waits
                answer.set_exception(error)

        self._jobs.put((_LAST, next(self._order), job))
        return answer.result()

    def close(self) -> None:
        """Do what waits, then end the worker. Safe to call twice."""
        if not self._open:
            return
        self._open = False
        self._jobs.put((_LAST + 1, next(self._order), None))
        self._thread.join()

    def _work_through(self) -> None:
        while (job := self._jobs.get()[2]) is not None:
            job()

    def _work_on(self, number: int) -> None:
        self._work(number)
        self._finished.emit(number)

    def _work(self, number: int) -> None:
        try:
            self._ended[number] = _Ended(self._tasks[number].work())
        except Exception as error:  # noqa: BLE001  # sorted out on the screen's thread; the worker goes on
            self._ended[number] = _Ended(error=error)

    def _back_on_screen(self, number: int) -> None:
        task, ended = self._tasks.pop(number), self._ended.pop(number)
        self._waiting -= 1
        if self._open:
            self._call(task, ended)
        if self._waiting == 0:
            self.idle.emit()

    def _call(self, task: _Task, ended: _Ended) -> None:
        error, wanted = ended.error, task.owner is None or shiboken6.isValid(task.owner)
        if error is not None and not isinstance(error, VisitAppError):
            self.crashed.emit(error)  # a bug: to the one crash dialog
        elif not wanted:
            return
        elif error is None:
            task.done(ended.result)
        elif task.failed is not None:
            task.failed(error)
        else:
            self.crashed.emit(error)

    @property
    def waiting(self) -> int:
        """How many pieces of work have not come back yet."""
        return self._waiting


def describe(error: Any) -> str:
    """What may be shown of a bug: its kind and the place in the program, never its words, which may hold a name."""
    place, trace = "", error.__traceback__
    while trace is not None:
        code = trace.tb_frame.f_code
        place = f"{_short(code.co_filename)}:{trace.tb_lineno}"
        trace = trace.tb_next
    return f"{type(error).__name__} {place}".strip()


def _short(path: str) -> str:
    """A file's path inside the program; only its name where it lies outside."""
    _, inside, rest = path.replace("\\", "/").rpartition("/visitapp/")
    return rest if inside else rest.rpartition("/")[2]
