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


def open_map(flow: VisitFlow, child: str) -> None:
    """Open the body map of a child and wait until it stands."""
    flow.open_map(child)
    while flow.map is None or flow.stack.currentWidget() is not flow.map.page:
        QApplication.processEvents(_WAIT)
