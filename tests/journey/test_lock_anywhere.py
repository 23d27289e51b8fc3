"""The idle lock in the middle of a page loses nothing, and nothing becomes final by itself (peer lessons 19, 26)."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from visitapp.actions import training
from visitapp.demo.tour.scene import Scene
from visitapp.demo.tour.worker import unlock
from visitapp.store import log
from visitapp.ui.quicknote.page import QuickNotePage
from visitapp.ui.training.page import TrainingPage
from visitapp.ui.visit.flow import VisitFlow

HALF = "half a sentence that nobody has fin"


def lock_and_come_back(scene: Scene) -> None:
    window = scene.window
    window.shell.watch.due.emit()
    scene.driver.until(lambda: not window.session.is_open, "the vault shut")
    assert window.shell.shows() == "lock"
    scene.driver.until(lambda: window.shell.lock_page.field.isVisible(), "the locked page")
    window.shell.lock_page.field.control.setFocus() if hasattr(window.shell.lock_page.field, "control") else None
    scene.passphrase()
    scene.driver.press(Qt.Key.Key_Return)
    scene.driver.until(lambda: window.shell.shows() == "open" and window.session.is_open, "coming back")


@pytest.mark.parametrize(
    ("movement", "field"),
    [("be_there", "in_home"), ("write_up", "note"), ("write_up", "parent"), ("write_up", "told:new")],
)
def test_a_visit_is_as_it_was(qtbot: QtBot, scene: Scene, movement: str, field: str):
    unlock(scene, "worker")
    stream = scene.stream = scene.family("Brindle")
    scene.window.pages.begin(stream, "visit")
    flow = scene.page(VisitFlow)
    scene.driver.until(lambda: not flow.opening, "the visit")
    flow.go(movement)
    scene.driver.settle()
    records = len(scene.ask(lambda session: log.signed_entries(session.db, stream)))
    if field in ("in_home", "note"):
        scene.driver.fill(field, HALF, counted=False)
    lock_and_come_back(scene)
    assert scene.page(VisitFlow) is flow
    draft = scene.draft()
    assert draft == flow.presenter.draft or draft.movement == movement
    if field == "in_home":
        assert draft.in_home[0].text == HALF
    if field == "note":
        assert draft.note[0].text == HALF
    assert len(scene.ask(lambda session: log.signed_entries(session.db, stream))) == records
    assert not draft.happened_record


def test_a_quick_note_is_as_it_was_and_saving_goes_on(qtbot: QtBot, scene: Scene):
    unlock(scene, "worker")
    scene.stream = scene.family("Brindle")
    scene.window.pages.begin(scene.stream, "quick_note")
    page = scene.page(QuickNotePage)
    scene.driver.fill("note", HALF, counted=False)
    lock_and_come_back(scene)
    assert scene.page(QuickNotePage) is page
    assert scene.draft().note[0].text == HALF
    scene.driver.field("note")
    scene.driver.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    scene.driver.type("ished")
    scene.saved(lambda draft: draft.note[0].text == HALF + "ished", "what was typed after the lock")


def test_training_is_at_the_same_step_with_the_words_kept(qtbot: QtBot, scene: Scene):
    unlock(scene, "worker")
    scene.window.pages.train(training.story("someone-left"))
    page = scene.page(TrainingPage)
    scene.driver.until(lambda: "contact 1 of 19" in page.hint.text(), "the first contact")
    page.reveal_wanted.emit()
    page.forward_wanted.emit()
    scene.driver.until(lambda: "contact 2 of 19" in page.hint.text(), "the second contact")
    page.own.control.setFocus()
    scene.driver.type(HALF)
    lock_and_come_back(scene)
    assert scene.page(TrainingPage) is page
    assert "contact 2 of 19" in page.hint.text()
    assert page.own.control.hasFocus()
    scene.driver.type("ished")
    assert page.own.value() == HALF + "ished"
    scene.window.shell.back()
    scene.window.pages.train(training.story("someone-left"))
    again = scene.page(TrainingPage)
    scene.driver.until(lambda: again.own.value() == HALF + "ished", "the words kept")
    assert "contact 2 of 19" in again.hint.text()


def test_a_wrong_passphrase_stays_outside_and_loses_nothing(qtbot: QtBot, scene: Scene):
    unlock(scene, "worker")
    shell = scene.window.shell
    shell.lock()
    scene.driver.until(lambda: not scene.window.session.is_open, "the vault shut")
    scene.driver.type("not the passphrase")
    scene.driver.press(Qt.Key.Key_Return)
    scene.driver.until(lambda: scene.window.background.waiting == 0, "the answer")
    assert shell.shows() == "lock"
    assert not scene.window.session.is_open


def test_somebody_is_let_in_though_the_numbers_cannot_be_copied_out(qtbot: QtBot, scene: Scene):
    numbers = scene.demo.worker / "numbers.json"
    numbers.unlink()
    (scene.demo.worker / "numbers.json.part").mkdir()
    unlock(scene, "worker")
    assert scene.window.shell.shows() == "open"
    assert scene.window.pages is not None
    assert not numbers.exists()
