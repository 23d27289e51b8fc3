"""Going from one movement of a visit to another, as a worker does who waits for the page."""

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from visitapp.ui.visit.flow import VisitFlow

_WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def go(flow: VisitFlow, movement: str) -> None:
    """Go there and wait until the page stands: its timer wakes the loop until it does."""
    flow.go(movement)
    while flow.opening:
        QApplication.processEvents(_WAIT)
