"""Says something to people who listen to the screen, without moving the focus."""

from PySide6 import QtGui
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str, *, at_once: bool = False) -> None:
    """Have a sentence read out; `at_once` for errors and warnings."""
    # By the module's name: PySide makes these classes, with all their roles and states, when they are first named.
    event = QtGui.QAccessibleAnnouncementEvent(widget, words)
    if at_once:
        event.setPoliteness(QtGui.QAccessible.AnnouncementPoliteness.Assertive)
    QtGui.QAccessible.updateAccessibility(event)
