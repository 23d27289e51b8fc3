"""The two counted visits: a quiet one of two children, and one without a reply, by keyboard."""

from visitapp.demo.tour.scene import Scene
from visitapp.domain.contact import Contact
from visitapp.ui.noreply.page import NoReplyPage
from visitapp.ui.visit.flow import VisitFlow

QUIET, NO_REPLY = 16, 4


def short_steps(scene: Scene) -> None:
    """Both, with their inputs counted; no pictures of their own."""
    _quiet(scene)
    _no_reply(scene)


def _quiet(scene: Scene) -> None:
    driver = scene.driver
    stream = scene.family("Tallis")
    children = scene.ask(lambda session: session.case(stream)).children
    scene.begin(stream, "visit")
    flow = scene.page(VisitFlow)
    driver.until(lambda: not flow.opening, "the visit")
    driver.set("on")
    for child in children:
        driver.set(f"child:{child.id}:usual")
    driver.set("covered")
    driver.set("on")
    driver.fill("note", "Homework on the table, both chatty, tea cooking.", counted=False)
    driver.set("this:like")
    driver.tick("who", "Amal")
    driver.set("home:same")
    driver.set("next:usual")
    driver.set("on")
    driver.set("sign")
    driver.until(lambda: flow.presenter is not None and flow.presenter.draft.happened_record, "the first signature")
    driver.set("view:changed")
    driver.fill("view:why", "All as agreed.")
    driver.set("sign")
    driver.until(lambda: _signed(scene, stream) == "make_of_it", "the second signature")
    inputs = driver.inputs
    driver.check(
        inputs <= QUIET, f"a quiet visit of two children took {inputs} inputs besides note and answers, at most {QUIET}"
    )
    seen = {one.child: (one.seen, one.alone) for one in scene.ask(lambda session: session.case(stream)).seen}
    driver.check(
        all(seen[child.id] == ("yes", "yes") for child in children), "both children: seen, and alone, in the vault"
    )
    driver.step("quiet-visit", "A quiet visit of two children, from Prepare to both signatures.", picture=False)
    scene.done_with(flow)


def _signed(scene: Scene, stream: str) -> str:
    kept = scene.ask(lambda session: session.kept(stream))
    return kept[-1].entry if kept else ""


def _no_reply(scene: Scene) -> None:
    driver = scene.driver
    stream = scene.family("Quill")
    scene.begin(stream, "no_reply")
    page = scene.page(NoReplyPage)
    driver.set("announced")
    driver.set("soon")
    driver.set("sign")
    driver.until(lambda: scene.window.shell.page() is not page, "signed")
    inputs = driver.inputs
    driver.check(inputs == NO_REPLY, f"a visit without a reply took {inputs} inputs")
    last = scene.ask(lambda session: session.case(stream)).of(Contact)[-1]
    driver.check((last.outcome, last.announced) == ("no_reply", "yes"), "the vault says: planned, no reply")
    driver.step("no-reply-visit", "Nobody opened: four inputs.", picture=False)
