"""The lead's part of the tour: what came in, a visit in full, a question back."""

from visitapp.actions import lead, reading
from visitapp.demo.tour.scene import Scene
from visitapp.demo.tour.worker import SAID, unlock
from visitapp.domain.judgement import QuestionBack
from visitapp.domain.marks import Account
from visitapp.domain.standing import contact_of
from visitapp.store import sending

QUESTION = "Who had Mia between breakfast and your visit?"


def lead_steps(scene: Scene) -> None:
    """15 to 17, on the lead's own profile."""
    unlock(scene, "lead")
    _inbox(scene)
    _reads(scene)
    _asks_back(scene)


def _inbox(scene: Scene) -> None:
    driver, window = scene.driver, scene.window
    window.sync()
    driver.until(lambda: contact_of(scene.case(), scene.contact), "the visit on the lead's laptop")
    came = scene.ask(lead.inbox).came_in
    driver.check(scene.contact in {line.contact for line in came}, "the visit stands under what came in")
    driver.check(scene.ask(lambda session: session.who.role) == "lead", "this is the lead's own vault")
    window.pages.show("inbox")
    driver.settle()
    driver.step("15-lead-inbox", "The lead's inbox in its four parts.")


def _reads(scene: Scene) -> None:
    driver, window = scene.driver, scene.window
    window.pages.open_for_lead(scene.stream, scene.contact)
    driver.settle()
    read = scene.ask(lambda session: reading.read_visit(session, scene.stream, scene.contact))
    driver.check(
        scene.marker.words in read.notes[0].text, "the note from the home is in the lead's vault, word for word"
    )
    accounts = [one.item.text for one in read.items if isinstance(one.item, Account)]
    driver.check(accounts == [SAID], "so is what was said about the mark")
    driver.step("16-lead-reads-visit", "The visit in full, as it was signed.")


def _asks_back(scene: Scene) -> None:
    driver, window = scene.driver, scene.window
    scene.question = QUESTION
    page = driver.until(window.shell.page, "the page of the visit")
    page.question_back.control.setFocus()
    driver.show(page.question_back)
    driver.type(QUESTION)
    driver.step("17-question-back", "A question back: the first prompt of the worker's next visit.")
    driver.click(page.send_question)
    driver.until(lambda: scene.case().of(QuestionBack), "the question signed")
    driver.check(scene.case().of(QuestionBack)[0].text == QUESTION, "the question is signed in the lead's vault")
    window.sync()
    driver.until(lambda: scene.ask(lambda session: sending.counts(session.db)).unsent == 0, "the question sent")
    driver.check(True, "a receipt of the server covers it")
