"""The pages on the real verbs: a real vault, the real questions, a family from a case file."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.office.made import Office, office
from tests.ui.visit.walking import go, open_map
from visitapp.actions import cases, visits
from visitapp.domain.case import Case
from visitapp.domain.contact import ChildSeen, Contact, Note
from visitapp.domain.judgement import Answer, View
from visitapp.domain.marks import Mark
from visitapp.domain.organisation import PhoneCard
from visitapp.resources import resource
from visitapp.ui.background import Background
from visitapp.ui.theme.theme import Theme
from visitapp.ui.visit.flow import VisitFlow
from visitapp.ui.visit.verbs import VisitVerbs
from visitapp.words import Words

Settled = Callable[[], None]


@pytest.fixture
def the_office(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as made:
        made.clock.now = datetime.fromisoformat("2026-11-21T10:00:00+00:00")
        yield made


@pytest.fixture
def stream(the_office: Office, background: Background) -> str:
    return background.ask(lambda: cases.import_case(the_office.worker, resource("demo", "brindle.yaml")))


@pytest.fixture
def make(
    qtbot: QtBot, theme: Theme, say: Words, the_office: Office, background: Background, numbers: PhoneCard,
    opened: list[VisitFlow],
) -> Callable[[], VisitFlow]:  # fmt: skip
    def made() -> VisitFlow:
        flow = VisitFlow(say, background.run, VisitVerbs(), the_office.worker, numbers)
        qtbot.addWidget(flow)
        opened.append(flow)
        flow.resize(1134, 700)
        with qtbot.waitActive(flow):
            flow.show()
            flow.activateWindow()
        return flow

    return made


def case_of(the_office: Office, background: Background, stream: str) -> Case:
    return background.ask(lambda: the_office.worker.case(stream))


def test_a_visit_is_written_asked_about_and_signed(
    qtbot: QtBot, make: Callable[[], VisitFlow], the_office: Office, background: Background, stream: str,
    settled: Settled,
):  # fmt: skip
    flow = make()
    flow.begin(stream)
    settled()
    assert flow.presenter.cards != ()
    go(flow, "be_there")
    qtbot.keyClicks(flow.page_shown().area, "Mia on the mat")
    go(flow, "before_you_drive")
    for row in flow.page_shown().rows:
        row.usual.click()
    go(flow, "write_up")
    page = flow.page_shown()
    qtbot.keyClicks(page.note.area, "Mia lay on the mat and turned to her mother.")
    mia = next(one.child for one in flow.presenter.draft.of(ChildSeen))
    open_map(flow, mia)
    flow.map.page.wants_place.emit("cheek_fleshy", "left")
    flow.map.page.wants_facts.emit({"kind": "bruise"})
    flow.map.page.finished.emit()
    qtbot.waitUntil(lambda: any(card.today for card in flow.presenter.cards))
    card = next(one for one in page.questions.cards() if one.key.count("marks"))
    qtbot.keyClicks(card.words.control, "Rang Dr Hale at 11:05, she sees Mia at two.")
    settled()
    go(flow, "sign_happened")
    settled()
    with qtbot.waitSignal(flow.signed, timeout=10_000):
        flow.page_shown().button.click()
    known = case_of(the_office, background, stream)
    contact = next(one for one in known.of(Contact) if one.id == flow.presenter.draft.contact.id)
    assert contact.outcome == "seen"
    notes = {note.written: note.text for note in known.of(Note) if note.contact == contact.id}
    assert notes == {
        "in_the_home": "Mia on the mat",
        "afterwards": "Mia lay on the mat and turned to her mother.",
    }
    assert [mark.kind for mark in known.of(Mark) if mark.contact == contact.id] == ["bruise"]
    answers = [one for one in known.of(Answer) if one.contact == contact.id]
    assert {one.text for one in answers if one.how == "answered"} == {"Rang Dr Hale at 11:05, she sees Mia at two."}
    assert not any(one.question == "Q45" for one in answers), "the line on the view comes with the second signature"

    settled()
    page = flow.page_shown()
    page.changed_.buttons()[2].click()
    qtbot.keyClicks(page.why.control, "The mark is not explained.")
    page.button.click()
    qtbot.waitUntil(page.colleagues.isVisible, timeout=10_000)
    view = next(one for one in case_of(the_office, background, stream).of(View) if one.contact == contact.id)
    assert (view.changed, view.why) == ("not_sure", "The mark is not explained.")
    assert background.ask(lambda: visits.unfinished(the_office.worker)) == ()


def test_a_draft_comes_back_after_a_crash_and_after_leaving(
    qtbot: QtBot, make: Callable[[], VisitFlow], the_office: Office, background: Background, stream: str,
    settled: Settled,
):  # fmt: skip
    flow = make()
    flow.begin(stream)
    settled()
    go(flow, "write_up")
    with qtbot.waitSignal(flow.saved, timeout=10_000):
        qtbot.keyClicks(flow.page_shown().note.area, "Half a sent")
    draft = flow.presenter.draft.id
    flow._keeper.stop()
    again = make()
    again.resume(draft)
    settled()
    assert again.recovered.isVisible()
    assert again.page_shown().note.area.toPlainText() == "Half a sent"
    qtbot.keyClicks(again.page_shown().note.area, "ence")
    with qtbot.waitSignal(again.left):
        again.leave()
    settled()
    third = make()
    third.resume(draft)
    settled()
    assert third.recovered.isHidden()
    assert third.page_shown().note.area.toPlainText() == "Half a sentence"
