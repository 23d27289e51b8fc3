"""Hears from the system that it is about to sleep, where it says so (logind over D-Bus).

Elsewhere the clock tells on waking: `Idle.tick` locks after a tick that came too late.
"""

import sys
from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, Slot

_SERVICE, _PATH, _INTERFACE = "org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager"


class _Listener(QObject):
    """Hands on the system's word that it goes to sleep."""

    def __init__(self, told: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._told = told

    @Slot(bool)
    def prepare(self, going: bool) -> None:
        """logind's PrepareForSleep: True before, False after."""
        if going:
            self._told()


def tell_before_sleep(told: Callable[[], None], parent: QObject) -> QObject | None:
    """Call `told` before the machine sleeps; None where the system cannot say."""
    if sys.platform != "linux":
        return None
    from PySide6.QtDBus import QDBusConnection  # only Linux has it

    bus = QDBusConnection.systemBus()
    if not bus.isConnected():
        return None
    listener = _Listener(told, parent)
    bus.connect(_SERVICE, _PATH, _INTERFACE, "PrepareForSleep", listener, SLOT("prepare(bool)").encode())
    return listener
