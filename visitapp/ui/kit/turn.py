"""Work on the screen that is put off to another turn of the window, so that no turn holds anybody up."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

SOON_MS = 1
"""Not 0: that is done in the same turn as all else that waits, before anybody's key or click."""


def next_turn(owner: QObject, work: Callable[[], object]) -> None:
    """Do it after what was typed or clicked meanwhile; not at all when `owner` is gone by then."""
    QTimer.singleShot(SOON_MS, owner, work)
