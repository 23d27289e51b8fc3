"""What stands around the main job: the body through time, where a question comes from, training."""

from visitapp.actions import training
from visitapp.actions.session import Session
from visitapp.demo.tour.scene import Scene
from visitapp.domain.marks import Mark
from visitapp.store import items, streams
from visitapp.ui.case.body.page import BodyPage
from visitapp.ui.reference.page import ReferencePage
from visitapp.ui.team.page import TeamPage
from visitapp.ui.training.choosepage import ChoosePage
from visitapp.ui.training.page import TrainingPage

OWN = "Who has met each of the children alone, and where?"


def further_steps(scene: Scene) -> None:
    """22 to 25 on the worker's profile, 26 on the lead's."""
    _body(scene)
    _where_from(scene)
    _training(scene)
    _team(scene)


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


def _kept(session: Session) -> tuple[int, int]:
    """How many families and how many of their items the vault has."""
    families = streams.cases(session.db)
    return len(families), sum(items.count(session.db, one) for one in families)
