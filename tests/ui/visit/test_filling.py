"""Questions that a small field answers are answered on their card, with the real questions and a real vault."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace
from pytestqt.qtbot import QtBot

from tests.office.made import Office, office
from tests.ui.visit.walking import go, open_map
from visitapp.actions import asking, cases, copying
from visitapp.actions.in_full import visit_in_full
from visitapp.domain.days import Day, StatedAge
from visitapp.domain.draft import Draft
from visitapp.domain.family import Child, Milestone
from visitapp.domain.judgement import Answer
from visitapp.domain.marks import Account, Mark
from visitapp.domain.organisation import PhoneCard
from visitapp.domain.standing import household
from visitapp.ui.background import Background
from visitapp.ui.bodymap.mobility import NOT_KNOWN, Mobility
from visitapp.ui.bodymap.page import BodyMapPage
from visitapp.ui.case.visit.words import words as visit_words
from visitapp.ui.kit.fields import SelectField
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.text import Hint, Para
from visitapp.ui.theme.theme import Theme
from visitapp.ui.visit.changes import basics, home, learnt, particulars
from visitapp.ui.visit.flow import VisitFlow
from visitapp.ui.visit.parts.age import AgeField
from visitapp.ui.visit.parts.filling import what_it_is
from visitapp.ui.visit.verbs import VisitVerbs
from visitapp.words import Words, text

Settled = Callable[[], None]


@pytest.fixture
def the_office(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as made:
        made.clock.now = datetime.fromisoformat("2026-11-21T10:00:00+00:00")
        yield made


@pytest.fixture
def stream(the_office: Office, background: Background) -> str:
    """A family of which next to nothing is known."""
    worker = the_office.worker
    bo = Child(id=worker.new_id(), name="Bo Ash")
    al = Child(id=worker.new_id(), name="Al Ash", born=Day(2016, 9, 1), disability="cerebral palsy")
    return background.ask(lambda: cases.begin_case(worker, "DEMO-9", "Ash family", (bo, al)))


@pytest.fixture
def flow(
    qtbot: QtBot, theme: Theme, say: Words, the_office: Office, background: Background, numbers: PhoneCard,
    opened: list[VisitFlow], stream: str, settled: Settled,
) -> VisitFlow:  # fmt: skip
    flow = VisitFlow(say, background.run, VisitVerbs(), the_office.worker, numbers)
    qtbot.addWidget(flow)
    opened.append(flow)
    flow.resize(1134, 700)
    with qtbot.waitActive(flow):
        flow.show()
        flow.activateWindow()
    flow.qtbot = qtbot
    flow.begin(stream)
    settled()
    go(flow, "write_up")
    return flow


def bo(flow: VisitFlow) -> str:
    return flow._here.children[0].id


def al(flow: VisitFlow) -> str:
    return flow._here.children[1].id


def mark(
    flow: VisitFlow, settled: Settled, child: str = "", region: str = "cheek_unspecified", kind: str = "unsure"
) -> None:
    child, contact = child or bo(flow), flow.presenter.draft.contact.id
    made = Mark(id="m1", contact=contact, child=child, region=region, kind=kind, side="left")
    flow.change(lambda draft, _new_id: draft.with_item(made))
    ask(flow, settled)


def ask(flow: VisitFlow, settled: Settled) -> None:
    """Until the questions were asked about what stands there now, and their cards came."""
    flow.qtbot.waitUntil(lambda: not flow.presenter.wants_cards() and not flow._keeper._asking)
    settled()


def asked(flow: VisitFlow) -> set[str]:
    return {due.question for card in flow.presenter.cards for due in card.dues if due.question.startswith("ask_")}


def fields(flow: VisitFlow, kind: type) -> list:
    return [one for card in flow.page_shown().questions.cards() for one in card.findChildren(kind)]


def signed_child(draft: Draft, child: str, background: Background, office: Office) -> Child:
    """The child as the case has it once the visit is signed."""
    verbs, worker = VisitVerbs(), office.worker
    background.ask(lambda: verbs.sign_happened(worker, draft, asking.cards(worker, draft)))
    return next(one for one in background.ask(lambda: worker.case(draft.case)).children if one.id == child)


def test_a_birthday_or_an_age_is_recorded_on_the_card_and_quiets_it(
    flow: VisitFlow, settled: Settled, background: Background, the_office: Office, say: Words
):
    mark(flow, settled, kind="bruise", region="shin")
    assert "ask_age" in asked(flow)
    (field,) = fields(flow, AgeField)
    field.parts["year"].control.setText("2027")
    field.put.click()
    assert field.error.isVisibleTo(field), "nobody is born tomorrow"
    for name, words in (("day", "2"), ("month", "3"), ("year", "2024")):
        field.parts[name].control.setText(words)
    field.put.click()
    ask(flow, settled)
    assert "ask_age" not in asked(flow)
    row = flow.page_shown().children_.rows[bo(flow)]
    assert [words for _, words in row.learnt._rows] == ["Born 2 March 2024, recorded at this visit"]
    child = bo(flow)
    known = signed_child(flow.presenter.draft, child, background, the_office)
    assert (known.id, known.born, known.name) == (child, Day(2024, 3, 2), "Bo Ash")
    order = [one.name for one in background.ask(lambda: the_office.worker.case(flow.presenter.draft.case)).children]
    assert order == ["Bo Ash", "Al Ash"], "whoever is corrected keeps their place"


def test_an_age_as_somebody_said_it_can_be_taken_back(flow: VisitFlow, settled: Settled):
    mark(flow, settled, kind="bruise", region="shin")
    (field,) = fields(flow, AgeField)
    field.count.control.setText("7")
    field.unit.buttons()[0].click()
    field.put.click()
    on = flow.presenter.draft.contact.last_day()
    known = learnt.child_in(flow.presenter.draft, flow._here.case, bo(flow))
    assert (known.born, known.age) == (None, StatedAge(7, "months", on))
    ask(flow, settled)
    assert "ask_age" not in asked(flow)
    flow.page_shown().children_.rows[bo(flow)].learnt.findChildren(Button)[0].click()
    assert flow.presenter.draft.of(Child) == ()
    ask(flow, settled)
    assert "ask_age" in asked(flow)


def test_how_a_child_gets_about_is_one_tap_on_the_card(flow: VisitFlow, settled: Settled):
    mark(flow, settled, al(flow), kind="bruise", region="shin")
    assert "ask_mobility" in asked(flow)
    (field,) = fields(flow, Mobility)
    rolls = next(button for button in field.answer.buttons() if button.words() == "Rolls over")
    rolls.click()
    said = {(one.what, one.can) for one in flow.presenter.draft.of(Milestone)}
    assert said == {("rolls", True), ("crawls", False)}
    ask(flow, settled)
    assert "ask_mobility" not in asked(flow)
    assert any(card.today for card in flow.presenter.cards), "rolling is not getting about"


def test_not_known_is_an_answer_that_is_asked_again(flow: VisitFlow, settled: Settled):
    mark(flow, settled, al(flow), kind="bruise", region="shin")
    (field,) = fields(flow, Mobility)
    field.chosen.emit(NOT_KNOWN)
    (answer,) = [one for one in flow.presenter.draft.of(Answer) if one.question == "ask_mobility"]
    assert (answer.how, answer.reason) == ("could_not_ask", "Not known today.")
    assert flow.presenter.draft.of(Milestone) == ()


def test_what_a_mark_is_and_where_it_is_are_answered_at_the_mark(flow: VisitFlow, settled: Settled, qtbot: QtBot):
    flow.change(learnt.aged(flow._here.case, bo(flow), "said", Day(2024, 3, 2)))
    flow.change(learnt.gets_about(bo(flow), "walks"))
    mark(flow, settled)
    kind = next(one for one in fields(flow, SelectField) if one.control.findData("scald") >= 0)
    kind.chosen.emit("bruise")
    assert [(one.kind, one.certain) for one in flow.presenter.draft.of(Mark)] == [("bruise", True)]
    ask(flow, settled)
    assert "ask_kind" not in asked(flow)
    assert "ask_region" in asked(flow)
    button = next(one for one in fields(flow, Button) if one.words().startswith("Show the place"))
    button.click()
    qtbot.waitUntil(lambda: isinstance(flow.stack.currentWidget(), BodyMapPage))
    assert flow.map._presenter._chosen == "m1"
    flow.map.page.editor.part.chosen.emit("cheekbone")
    assert [one.region for one in flow.presenter.draft.of(Mark)] == ["cheekbone"]
    flow.map.page.finished.emit()
    ask(flow, settled)
    assert "ask_region" not in asked(flow)


def test_silence_is_said_beside_a_mark_and_goes_with_what_is_filled_in(flow: VisitFlow, settled: Settled, say: Words):
    """From the same asking as the cards: as soon as age, kind or place say otherwise, so does the line."""
    silence = say("ask.silence")
    outside = say(text("ask.silence.outside_ages", child="Bo", age=text("ask.years", n=4)))

    def beside() -> str:
        ask(flow, settled)
        return flow.page_shown().marks._rows["m1"].accessibleDescription()

    account = Account(id="a1", contact=flow.presenter.draft.contact.id, by="", about=("m1",), cause="fell", text="Fell")
    flow.change(lambda draft, _new_id: draft.with_item(account))
    mark(flow, settled, kind="bruise", region="forehead")
    assert "ask_age" in asked(flow)
    assert silence not in beside()
    flow.change(learnt.aged(flow._here.case, bo(flow), "said", Day(2023, 12, 2)))
    assert beside().endswith(silence), "not yet three"
    flow.change(learnt.aged(flow._here.case, bo(flow), "said", Day(2019, 12, 2)))
    assert beside().endswith(outside), "nearly seven"
    flow.change(what_it_is("m1", "burn"))
    assert "No question" not in beside()
    flow.change(what_it_is("m1", "bruise"))
    assert beside().endswith(outside)
    flow.change(learnt.aged(flow._here.case, bo(flow), "said", Day(2025, 6, 2)))
    assert "No question" not in beside()
    assert "ask_mobility" in asked(flow)
    flow.change(learnt.gets_about(bo(flow), "walks"))
    assert beside().endswith(silence)
    go(flow, "sign_happened")
    settled()
    assert any(one.text().endswith(silence) for one in flow.page_shown().open_lines if isinstance(one, Hint))
    assert not any(silence in one.text() for one in flow.page_shown().facts.findChildren(Para)), "it is not signed"


def test_the_focus_stays_among_the_cards_when_one_goes(flow: VisitFlow, settled: Settled, qtbot: QtBot):
    mark(flow, settled)
    (field,) = fields(flow, AgeField)
    field.parts["year"].control.setText("2024")
    field.put.setFocus()
    field.put.click()
    ask(flow, settled)
    focus = flow.window().focusWidget()
    assert focus is not None
    assert flow.page_shown().questions.isAncestorOf(focus)


def test_the_body_map_asks_at_once_how_a_child_gets_about(flow: VisitFlow, settled: Settled):
    open_map(flow, bo(flow))
    flow.map.page.wants_place.emit("cheek_fleshy", "left")
    mobility = flow.map.page.editor.mobility
    assert mobility.isVisible()
    assert "Bo" in mobility.answer.label.text()
    mobility.answer.buttons()[-1].click()
    assert [(one.what, one.can) for one in flow.presenter.draft.of(Milestone)] == [("walks", True)]
    flow.map.page.finished.emit()
    open_map(flow, bo(flow))
    assert flow.map.page.editor.mobility.answer.value() == "walks"


@pytest.mark.parametrize(("how", "items"), [("none_yet", 2), ("rolls", 2), ("crawls", 2), ("walks", 1), ("", 0)])
def test_one_answer_at_a_time(flow: VisitFlow, how: str, items: int):
    for one in ("crawls", how):
        flow.change(learnt.gets_about(bo(flow), one))
    draft = flow.presenter.draft
    assert len(draft.of(Milestone)) == items
    assert learnt.how_it_gets_about(draft, bo(flow)) == how
    assert replace(draft).of(Child) == ()


def test_what_was_learnt_stands_on_the_page_of_the_visit(
    flow: VisitFlow, background: Background, the_office: Office, say: Words
):
    child, case = bo(flow), flow._here.case
    flow.change(learnt.aged(case, child, "The age became known.", Day(2024, 3, 2)))
    flow.change(learnt.gets_about(child, "walks"))
    flow.change(particulars.moved_in("Ray", "a friend", None, known=False))
    flow.change(particulars.plan_begins((child,), "child_in_need", 20, None))
    draft = flow.presenter.draft
    worker = the_office.worker
    background.ask(lambda: VisitVerbs().sign_happened(worker, draft, ()))
    found = background.ask(lambda: visit_in_full(worker, draft.case, draft.contact.id))
    part = next(part for part in visit_words(say, found).parts if part.heading == "Learnt of the family")
    told = " ".join(piece.words for item in part.items for piece in item.pieces)
    for said in ("Bo Ash, born 2 March 2024.", "Walks", "Ray: a friend.", "Ray has lived in the home", "Child in need"):
        assert said in told, said
    copied = background.ask(lambda: copying.sections(worker, draft.case, draft.contact.id))
    children = next(one.text for one in copied if one.key == "children")
    assert "Ray has lived in the home" in children
    assert "Al Ash, born" not in children, "what was known before is not told again"


def test_what_is_learnt_of_somebody_known_is_of_the_same_person(
    flow: VisitFlow, background: Background, the_office: Office, say: Words
):
    """First by name at one visit; that he looks after the children, and where they live now, at the next."""
    worker, verbs, draft = the_office.worker, VisitVerbs(), flow.presenter.draft
    with_ray = home.someone_else("Ray", "uncle", lives_here=True)(draft, worker.new_id)
    background.ask(lambda: verbs.sign_happened(worker, with_ray, ()))
    case = background.ask(lambda: worker.case(draft.case))
    (ray,) = case.people
    later = background.ask(lambda: verbs.begin(worker, draft.case, "visit"))
    for change in (
        home.present((ray,)),
        basics.contact(place="office", place_chosen_by=ray),
        particulars.looks_after(case, ray, "", "It became known."),
        particulars.new_address("4 Mill Row", None, "", (ray,)),
    ):
        later = change(later, worker.new_id)
    assert home.new_people(later) == ()
    background.ask(lambda: verbs.sign_happened(worker, later, ()))
    case = background.ask(lambda: worker.case(draft.case))
    assert [(id_, one.name, one.male_carer) for id_, one in case.people.items()] == [(ray, "Ray", True)]
    assert [one.id for one in household(case, worker.today())] == [ray]
    found = background.ask(lambda: visit_in_full(worker, later.case, later.contact.id))
    told = " ".join(
        piece.words for part in visit_words(say, found).parts for item in part.items for piece in item.pieces
    )
    for said in ("Ray: uncle. Looks after the children.", "Address: 4 Mill Row. Not to be told to Ray."):
        assert said in told, said
    copied = " ".join(
        one.text for one in background.ask(lambda: copying.sections(worker, later.case, later.contact.id))
    )
    assert say("copy.place_chosen_by", value="Ray") in copied
