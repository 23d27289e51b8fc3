"""What stands around the main job: body and patterns of a case, where questions come from, training, the team."""

from visitapp.actions import checklist, training
from visitapp.actions.session import Session
from visitapp.demo.tour.scene import Scene
from visitapp.domain.marks import Mark
from visitapp.store import items, streams
from visitapp.ui.case.body.page import BodyPage
from visitapp.ui.case.patterns.page import PatternsPage
from visitapp.ui.questions.ownpage import OwnPage
from visitapp.ui.questions.page import ChecklistPage
from visitapp.ui.reference.page import ReferencePage
from visitapp.ui.team.page import TeamPage
from visitapp.ui.training.choosepage import ChoosePage
from visitapp.ui.training.page import TrainingPage

OWN = "Who has met each of the children alone, and where?"


def further_steps(scene: Scene) -> None:
    """22 to 25 on the worker's profile, 26 to 29 on the lead's."""
    _body(scene)
    _where_from(scene)
    _training(scene)
    _team(scene)
    _stands_out(scene)
    _questions(scene)


def _body(scene: Scene) -> None:
    driver, window = scene.driver, scene.window
    window.pages.cases.body(scene.stream)
    page = scene.page(BodyPage)
    driver.until(page.sides.isVisible, "the body")
    marks = {one.same_as or one.id for one in scene.case().of(Mark) if one.found == "yes"}
    driver.check(len(page.marks.rows) == len(marks), f"as many marks as in the vault, each once: {len(marks)}")
    driver.step("22-body-through-time", "All marks of a child on one map, each with what was said of it.")


def _where_from(scene: Scene) -> None:
    driver, window = scene.driver, scene.window
    window.pages.show_reference()
    page = scene.page(ReferencePage)
    driver.until(lambda: page.folds, "the rules")
    driver.step("23-where-questions-come-from", "The rules on marks with source, limits and figures, read apart.")


def _training(scene: Scene) -> None:
    driver, window = scene.driver, scene.window
    before = scene.ask(_kept)
    window.pages.show("training")
    choose = scene.page(ChoosePage)
    driver.until(lambda: choose.rows, "the families to train with")
    driver.click(choose.rows[training.FAMILIES[0]])
    page = scene.page(TrainingPage)
    driver.until(page.reveal.isVisible, "the first contact")
    page.own.control.setFocus()
    driver.type(OWN)
    driver.step("24-training-own-question", "A contact of an invented family: one's own question first.")
    driver.click(page.reveal)
    driver.until(page.forward.isVisible, "what would have been asked")
    driver.check(page.own.value() == OWN, "one's own words stand beside it as they were typed")
    driver.check(scene.ask(_kept) == before, "no family and no record was added to the vault")
    driver.step("25-training-asked", "What would have been asked there, and why.")


def _team(scene: Scene) -> None:
    driver, window = scene.driver, scene.use("lead")
    window.sync()
    window.pages.show("team")
    page = scene.page(TeamPage)
    families = len(scene.ask(lambda session: streams.cases(session.db)))
    driver.until(lambda: page.table.model().rowCount() == families, "a row a family")
    driver.check(True, f"as many rows as families in the lead's vault: {families}")
    driver.step("26-team-picture", "Facts a family, in the order that the lead chooses; no score, no rank.")


def _stands_out(scene: Scene) -> None:
    driver, window = scene.driver, scene.window
    window.pages.cases.patterns(scene.stream)
    page = scene.page(PatternsPage)
    driver.until(lambda: page.part.box.count(), "what stands out")
    driver.step("27-what-stands-out", "Facts over the whole case, each with the records that it rests on.")


def _questions(scene: Scene) -> None:
    driver, window = scene.driver, scene.window
    window.pages.show("questions")
    page = scene.page(ChecklistPage)
    driver.until(page.count.text, "the list of questions")
    driver.step("28-list-of-questions", "Every question: its words, when it comes, its source, retired or not.")
    driver.click(page.ways["add"])
    own = scene.page(OwnPage)
    for field, words in (
        (own.words, "Who else looks after {child} in the week, and when do we meet them?"),
        (own.why, "{child} is under two."),
        (own.source, "Team meeting, 3 November 2026"),
    ):
        field.control.setFocus()
        driver.type(words)
    driver.click(own.when.mode.buttons()[1])
    own.when.expression.control.setFocus()
    driver.type("child.under_two")
    driver.click(own.trying.button)
    driver.until(lambda: own.trying.words.text() and own.trying.button.isVisible(), "the try on past cases")
    driver.check(bool(own.trying.rows.buttons()), "it would have come up in the families of the lead's vault")
    driver.check(scene.ask(checklist.checklist).versions == (), "nothing was signed by trying")
    driver.show(own.trying.rows)
    driver.step("29-question-tried", "A question of one's own, tried on the team's past cases before it is signed.")


def _kept(session: Session) -> tuple[int, int]:
    """How many families and how many of their items the vault has."""
    families = streams.cases(session.db)
    return len(families), sum(items.count(session.db, one) for one in families)
