"""Watches for keys, clicks and sleep, and says when to warn and when to lock."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from visitapp.ui.lock.idle import Idle
from visitapp.ui.lock.suspend import tell_before_sleep

_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class LockWatch(QObject):
    """`warned` carries the seconds left, `calmed` takes the warning back, `due` says: lock now."""

    warned = Signal(int)
    calmed = Signal()
    due = Signal()

    def __init__(
        self,
        lock_after: float,
        warn_before: float,
        clock: Callable[[], float] = time.time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._idle = Idle(lock_after, warn_before, clock())
        self._warning = False
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.look)
        self._sleep: QObject | None = None
        app = QApplication.instance()
        if isinstance(app, QApplication):
            # Windows, not the application: a filter on everything would cost the screen more than all painting.
            app.focusWindowChanged.connect(self.listen_to)
            app.applicationStateChanged.connect(self._app_state)

    def listen_to(self, window: QObject | None) -> None:
        """Hear the keys and clicks of a window; of every one that takes the focus by itself."""
        if window is not None:
            window.installEventFilter(self)

    def start(self) -> None:
        """Begin to count, from now."""
        self._sleep = self._sleep or tell_before_sleep(self.due.emit, self)
        self._idle.tick(self._clock())
        self.touch()
        self._timer.start()

    def stop(self) -> None:
        """Count no more: it is locked."""
        self._timer.stop()
        self._warning = False

    def counts(self) -> bool:
        """Whether it counts now."""
        return self._timer.isActive()

    def set_times(self, lock_after: float, warn_before: float) -> None:
        """Other times, in seconds."""
        self._idle.set_times(lock_after, warn_before)

    def touch(self) -> None:
        """Somebody is there."""
        self._idle.touch(self._clock())
        if self._warning:
            self._warning = False
            self.calmed.emit()

    def look(self) -> None:
        """Warn or lock where it is time; comes by itself every second."""
        now = self._clock()
        state = self._idle.tick(now)
        if state == "lock":
            self.stop()
            self.due.emit()
        elif state == "warn":
            self._warning = True
            self.warned.emit(max(1, round(self._idle.left(now))))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS and self._timer.isActive():
            self.touch()
        return False

    def _app_state(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationSuspended and self._timer.isActive():
            self.due.emit()
