"""F1 in the real window: help opens at the page's own section, and Back leads to where one was."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from visitapp.demo.tour.scene import Scene
from visitapp.demo.tour.worker import unlock
from visitapp.ui.help.page import HelpPage
from visitapp.ui.today.page import TodayPage
from visitapp.ui.visit.flow import VisitFlow


def test_f1_leads_to_the_section_of_the_page_and_back_again(qtbot: QtBot, scene: Scene):
    unlock(scene, "worker")
    scene.driver.press(Qt.Key.Key_F1)
    page = scene.page(HelpPage)
    assert page.shown == "first-day"
    scene.driver.press(Qt.Key.Key_F1)
    assert scene.page(HelpPage) is page
    scene.driver.press(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    scene.page(TodayPage)
    scene.window.pages.begin(scene.family("Brindle"), "visit")
    flow = scene.page(VisitFlow)
    scene.driver.until(lambda: not flow.opening, "the visit")
    flow.go("write_up")
    scene.driver.settle()
    scene.driver.press(Qt.Key.Key_F1)
    page = scene.page(HelpPage)
    assert page.title.text() == "A visit, from Prepare to the signatures"
    line = next(one for one in page._lines if one.text() == "Write up")
    scene.driver.until(lambda: 0 <= line.mapTo(page.pane.viewport(), line.rect().topLeft()).y() < 120, "the section")
    scene.window.shell.back()
    assert scene.page(VisitFlow) is flow


def test_no_help_before_the_lock(qtbot: QtBot, scene: Scene):
    unlock(scene, "worker")
    scene.window.shell.lock()
    scene.driver.press(Qt.Key.Key_F1)
    assert scene.window.shell.shows() == "lock"
    assert isinstance(scene.window.shell.page(), TodayPage)
