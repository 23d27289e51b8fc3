"""Walks every page of the real windows, as worker and as lead, and looks at each as somebody who listens would."""

import re
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from visitapp.actions import training
from visitapp.app.places import Pages
from visitapp.demo.tour.scene import Scene
from visitapp.demo.tour.worker import unlock
from visitapp.ui.bodymap.page import BodyMapPage
from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.page import Page
from visitapp.ui.kit.question import QuestionCard
from visitapp.ui.reference.page import ReferencePage
from visitapp.ui.visit.flow import VisitFlow

Look = Callable[[QWidget], list[str]]
MOVEMENTS = ("prepare", "be_there", "before_you_drive", "write_up", "sign_happened")


def for_leads(pages: Pages) -> dict[str, Callable[[], None]]:
    """The pages that only a lead comes to."""
    return {
        "people": pages.show_people,
        "a new question": pages.questions.own,
        "a question of the product": lambda: pages.questions.product("Q11"),
        "numbers that questions use": pages.questions.thresholds,
        "history of the list": pages.questions.history,
    }


def walk(scene: Scene, look: Callable[[str], None]) -> None:
    """Every page that a worker or a lead can come to, by name."""
    pages, driver = scene.window.pages, scene.driver
    role = scene.ask(lambda session: session.who.role)
    stream = scene.family("Brindle")
    contact = scene.ask(lambda session: session.case(stream)).contacts[1].id
    places = ["today", "cases", "search", "training", "help", "settings"]
    if role == "lead":
        places += ["inbox", "team", "questions"]
    for place in places:
        pages.show(place)
        driver.settle()
        look(f"{role}: {place}")
    opened: dict[str, Callable[[], None]] = {
        "overview": lambda: pages.cases.overview(stream),
        "chronology": lambda: pages.cases.chronology(stream),
        "body": lambda: pages.cases.body(stream),
        "patterns": lambda: pages.cases.patterns(stream),
        "family": lambda: pages.cases.family(stream),
        "views": lambda: pages.cases.views(stream),
        "said": lambda: pages.cases.said(stream),
        "visit in full": lambda: pages.cases.visit(stream, contact),
        "addendum": lambda: pages.cases.addendum(stream, contact),
        "copy": lambda: pages.cases.copy(stream, contact),
        "to copy": pages.cases.to_copy,
        "new family": pages.new_family,
        "bring": pages.bring,
        "training family": lambda: pages.train(training.story("someone-left")),
        "status": pages.show_status,
        "reference": pages.show_reference,
        "first sync": scene.window.arriving.open,
        **(for_leads(pages) if role == "lead" else {}),
    }
    for name, open_it in opened.items():
        open_it()
        driver.settle()
        look(f"{role}: {name}")
        scene.window.shell.back()
    for kind in ("quick_note", "no_reply"):
        pages.begin(stream, kind)
        driver.settle()
        look(f"{role}: {kind}")
        scene.window.shell.back()
    pages.begin(stream, "visit")
    flow = scene.page(VisitFlow)
    driver.until(lambda: not flow.opening, "the visit")
    for movement in MOVEMENTS:
        flow.go(movement)
        driver.settle()
        look(f"{role}: {movement}")
    flow.go("write_up")
    driver.settle()
    flow.open_map(scene.ask(lambda session: session.case(stream)).children[0].id, "")
    driver.until(lambda: any(one.isVisible() for one in flow.findChildren(BodyMapPage)), "the body map")
    look(f"{role}: body map")


@pytest.mark.parametrize("role", ["worker", "lead"])
def test_every_control_that_can_have_the_focus_has_a_name(qtbot: QtBot, scene: Scene, unnamed: Look, role: str):
    found: dict[str, list[str]] = {}
    unlock(scene, role)

    def look(name: str) -> None:
        without = unnamed(scene.window.shell)
        if without:
            found[name] = without

    walk(scene, look)
    assert found == {}


def test_published_figures_stand_on_the_reference_page_alone(qtbot: QtBot, scene: Scene):
    """Anywhere else they would be read as the chance that this parent did it."""
    unlock(scene, "worker")
    with_figures: set[str] = set()

    def look(name: str) -> None:
        page = scene.window.shell.page()
        assert page is not None
        for fold in page.findChildren(Fold):
            fold.set_open(True)
        words = " ".join(label.text() for label in page.findChildren(QLabel))
        if re.search(r"\bin 100\b|sensitivity|specificity|\d ?%|per cent", words):
            with_figures.add(name)

    walk(scene, look)
    assert with_figures == {"worker: reference"}


def test_a_question_leads_to_where_it_comes_from_and_back(qtbot: QtBot, scene: Scene):
    unlock(scene, "worker")
    pages, driver = scene.window.pages, scene.driver
    pages.begin(scene.family("Brindle"), "visit")
    flow = scene.page(VisitFlow)
    driver.until(lambda: not flow.opening, "the visit")
    flow.go("write_up")
    driver.settle()
    driver.until(lambda: bool(flow.findChildren(QuestionCard)), "a question")
    card = next(one for one in flow.findChildren(QuestionCard) if one.isVisibleTo(flow))
    card.origin.click()
    page = scene.page(ReferencePage)
    driver.until(lambda: bool(page.folds), "the rules")
    scene.window.shell.back()
    assert scene.window.shell.page() is flow


def test_nothing_scrolls_sideways_at_twice_the_text_size(
    qtbot: QtBot, scene: Scene, sideways: Callable[[Page], list[str]]
):
    found: dict[str, list[str]] = {}
    unlock(scene, "worker")
    scene.window.theme.set_percent(200)

    def look(name: str) -> None:
        page = scene.window.shell.page()
        inner = page.page_shown() if isinstance(page, VisitFlow) else page
        out = sideways(inner) if inner is not None else []
        if out:
            found[name] = out

    try:
        walk(scene, look)
    finally:
        scene.window.theme.set_percent(100)
    assert found == {}
