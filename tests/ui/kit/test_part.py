"""A part that is filled, emptied and filled again while it is on the screen."""

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from visitapp.ui.kit.part import Part
from visitapp.ui.kit.text import Para


def test_what_is_taken_out_at_once_never_comes_as_a_window_of_its_own(qtbot: QtBot):
    part = Part()
    qtbot.addWidget(part)
    part.resize(400, 200)
    part.show()
    line = QWidget()
    part.add(line)
    part.empty()
    part.add(Para("Mia was seen."))
    QApplication.processEvents()
    shown = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not part]
    assert shown == []
