"""What nobody caught: a fault in what a click, a timer or a painting calls, or in a thread. It goes to the one dialog.

Python would write the whole of it on standard error, words and names with it.
"""

import sys
import threading
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from visitapp.ui.background import describe


class Unexpected(QObject):
    """Says `happened` on the UI thread, once for each kind and place: what cannot be painted is painted often."""

    happened = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before: tuple[Callable[..., object], Callable[..., object]] | None = None
        self._told: set[str] = set()

    def install(self) -> None:
        """From now on, until `remove`."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._caught
        threading.excepthook = lambda args: self._tell(args.exc_value)

    def remove(self) -> None:
        """Put back what was there."""
        if self._before:
            sys.excepthook, threading.excepthook = self._before
            self._before = None

    def _caught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            self._tell(error.with_traceback(trace))

    def _tell(self, error: BaseException | None) -> None:
        if error is not None and (place := describe(error)) not in self._told:
            self._told.add(place)
            self.happened.emit(error)
