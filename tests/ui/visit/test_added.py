"""Rows that come and go with every letter typed stay in their page."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from visitapp.ui.kit.press import Button
from visitapp.ui.theme.theme import Theme
from visitapp.ui.visit.parts.added import Added
from visitapp.words import Words


def test_rows_that_change_faster_than_they_show_open_no_window(qtbot: QtBot, theme: Theme, say: Words):
    added = Added(say)
    qtbot.addWidget(added)
    added.show()
    before = set(QApplication.topLevelWidgets())
    for letters in ("S", "Sa", "Sam"):
        added.show_rows([("told", letters)], frozenset({"told"}))
    QApplication.processEvents()
    assert [one for one in QApplication.topLevelWidgets() if one not in before and one.isVisible()] == []
    added.show_rows([("told", "Sam"), ("more", "Jo")], frozenset({"told"}))
    QApplication.processEvents()
    assert [button.accessibleName() for button in added.findChildren(Button)] == [
        say("visit.take_back.what", what="Jo")
    ]
