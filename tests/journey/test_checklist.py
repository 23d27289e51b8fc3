"""A lead's new question through the real windows: tried in slices, signed, synced, and asked of the worker."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from visitapp.actions import asking, checklist
from visitapp.demo.tour.scene import Scene
from visitapp.demo.tour.worker import unlock
from visitapp.ui.questions.ownform import OwnForm
from visitapp.ui.questions.ownpage import OwnPage
from visitapp.ui.questions.page import ChecklistPage
from visitapp.ui.visit.flow import VisitFlow

FORM = OwnForm(
    words="Where was the dog when you saw {child}?",
    why="The team asks it.",
    source="Team meeting",
    subject="child",
    condition="!child.watched || child.watched",
    how="today",
)


def new_question(scene: Scene) -> OwnPage:
    unlock(scene, "lead")
    scene.window.pages.show("questions")
    listed = scene.page(ChecklistPage)
    scene.driver.until(lambda: listed.cards.cards.rowCount() > 40, "the list")
    scene.driver.click(listed.ways["add"])
    page = scene.page(OwnPage)
    scene.driver.until(lambda: scene.window.background.waiting == 0, "the page filled")
    page.show_form(FORM)
    return page


def synced(scene: Scene) -> None:
    syncer = scene.window.syncer
    before = syncer.last
    scene.window.sync()
    scene.driver.until(lambda: syncer.last is not before and not syncer.running, "a sync")


def test_a_question_is_tried_signed_and_asked_of_the_worker(qtbot: QtBot, scene: Scene):
    page = new_question(scene)
    page.trying.try_wanted.emit()
    scene.driver.until(lambda: page.trying.words.text().startswith("Would have come up"), "the end of the try")
    assert page.trying.rows.buttons()
    page.reason.set_value("We missed dogs twice.")
    scene.driver.click(page.sign)
    listed = scene.page(ChecklistPage)
    scene.driver.until(lambda: any("the dog" in row.heading for row in listed.cards.cards.rows), "it in the list")
    synced(scene)
    unlock(scene, "worker")
    synced(scene)
    scene.driver.until(lambda: len(scene.ask(checklist.checklist).versions) == 1, "the version on the worker's laptop")
    scene.begin(scene.family("Brindle"), "visit")
    flow = scene.page(VisitFlow)
    scene.driver.until(lambda: not flow.opening, "the visit")
    draft = scene.draft()
    words = scene.ask(lambda session: [session.say(card.wording) for card in asking.pinned(session, draft)[1]])
    assert any("Where was the dog when you saw Mia and Tom?" in one for one in words)


def test_a_try_can_be_stopped_and_what_was_typed_is_there_after_a_lock(qtbot: QtBot, scene: Scene):
    page = new_question(scene)
    page.trying.try_wanted.emit()
    page.trying.stop_wanted.emit()
    assert page.trying.words.text() == scene.window.session.say("trying.stopped")
    page.typed.emit()
    scene.window.shell.lock()
    scene.driver.until(lambda: not scene.window.session.is_open, "the vault shut")
    scene.driver.until(lambda: scene.window.shell.lock_page.field.isVisible(), "the locked page")
    scene.passphrase()
    scene.driver.press(Qt.Key.Key_Return)
    scene.driver.until(lambda: scene.window.shell.shows() == "open" and scene.window.session.is_open, "coming back")
    assert scene.window.shell.page() is page
    assert page.form().condition == FORM.condition
    assert page.trying.words.text() == scene.window.session.say("trying.stopped")
