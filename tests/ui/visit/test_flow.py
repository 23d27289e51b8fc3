"""A visit from end to end: kept within a second, opened again at the same field, frozen while signed, never lost."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.visit.family import ACT_TODAY, Kitchen
from tests.ui.visit.walking import go
from visitapp.domain.contact import ChildSeen, Paragraph
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Answer, View
from visitapp.errors import DiskFull
from visitapp.ui.kit.press import Button
from visitapp.ui.visit.changes import children, note
from visitapp.ui.visit.fieldname import name_of
from visitapp.ui.visit.flow import VisitFlow
from visitapp.ui.visit.keeper import SAVE_WITHIN_MS
from visitapp.ui.visit.presenter import MOVEMENTS

Settled = Callable[[], None]


def seen(draft: Draft, child: str) -> ChildSeen:
    found = children.row(draft, child)
    assert found is not None
    return found


def test_what_is_typed_is_saved_within_a_second(qtbot: QtBot, flow: VisitFlow, kitchen: Kitchen):
    go(flow, "write_up")
    with qtbot.waitSignal(flow.saved, timeout=1_000):
        qtbot.keyClicks(flow.page_shown().note.area, "Warm kitchen.")
    assert kitchen.saves[-1].note == (Paragraph("Warm kitchen."),)
    assert SAVE_WITHIN_MS < 1_000


def test_the_first_unsaved_keystroke_sets_the_time(qtbot: QtBot, flow: VisitFlow, kitchen: Kitchen, settled: Settled):
    """Typing on and on does not put saving off."""
    go(flow, "write_up")
    area = flow.page_shown().note.area
    with qtbot.waitSignal(flow.saved, timeout=1_000):
        for _ in range(12):
            qtbot.keyClicks(area, "word ", delay=5)
    qtbot.keyClicks(area, "end")
    qtbot.waitUntil(lambda: kitchen.saves[-1].note[-1].text.endswith("end"))


def test_it_opens_again_at_the_same_movement_and_field(
    qtbot: QtBot, flow: VisitFlow, make_flow: Callable[[], VisitFlow], settled: Settled
):
    go(flow, "write_up")
    words = flow.page_shown().children_.rows["tom"].texts["words"]
    words.control.setFocus()
    qtbot.keyClicks(words.control, "I can")
    flow.must_save.emit()
    settled()
    again = make_flow()
    again.resume("draft")
    settled()
    page = again.page_shown()
    assert page.movement == "write_up"
    qtbot.waitUntil(lambda: page.children_.rows["tom"].texts["words"].control.hasFocus())
    assert page.children_.rows["tom"].texts["words"].value() == "I can"
    assert again.recovered.isHidden()


def test_a_crash_is_told_and_everything_is_there(
    qtbot: QtBot, flow: VisitFlow, kitchen: Kitchen, make_flow: Callable[[], VisitFlow], settled: Settled
):
    go(flow, "write_up")
    with qtbot.waitSignal(flow.saved):
        qtbot.keyClicks(flow.page_shown().note.area, "Dog on the stairs.")
    again = make_flow()
    again.resume("draft")
    settled()
    assert again.recovered.isVisible()
    assert "10:31" in again.recovered.heading.text()
    assert "Dog on the stairs." in again.recovered.words.text()
    again.recovered.keep.click()
    assert again.recovered.isHidden()


def test_throwing_a_recovered_draft_away_is_asked_twice(
    flow: VisitFlow, kitchen: Kitchen, make_flow: Callable[[], VisitFlow], settled: Settled, qtbot: QtBot
):
    flow._keeper.stop()  # the window that crashed keeps nothing any more
    kitchen.save(None, flow.presenter.draft)
    again = make_flow()
    again.resume("draft")
    settled()
    again.recovered.away.click()
    settled()
    assert "draft" in kitchen.drafts
    with qtbot.waitSignal(again.left):
        again.recovered.away.click()
    assert "draft" not in kitchen.drafts
    again.must_save.emit()
    settled()
    assert "draft" not in kitchen.drafts


@pytest.mark.parametrize("movement", MOVEMENTS[:-1])
def test_a_lock_in_the_middle_of_any_page_loses_nothing(
    qtbot: QtBot, flow: VisitFlow, kitchen: Kitchen, settled: Settled, movement: str
):
    go(flow, movement)
    flow.change(note.note((Paragraph(f"typed at {movement}"),)))
    flow.must_save.emit()
    flow.hide()
    settled()
    assert kitchen.paused[-1].note == (Paragraph(f"typed at {movement}"),)
    assert kitchen.paused[-1].movement == movement


def test_going_back_destroys_nothing(flow: VisitFlow, qtbot: QtBot):
    go(flow, "be_there")
    qtbot.keyClicks(flow.page_shown().area, "Cold hallway")
    go(flow, "write_up")
    qtbot.keyClicks(flow.page_shown().note.area, "Later words")
    for movement in ("prepare", "be_there", "before_you_drive", "write_up", "sign_happened", "write_up"):
        go(flow, movement)
    draft = flow.presenter.draft
    assert (draft.in_home, draft.note) == ((Paragraph("Cold hallway"),), (Paragraph("Later words"),))
    assert flow.page_shown().note.area.toPlainText() == "Later words"


def test_what_was_typed_in_the_home_stays_beside_the_note(flow: VisitFlow, qtbot: QtBot):
    go(flow, "be_there")
    qtbot.keyClicks(flow.page_shown().area, "Cold hallway")
    go(flow, "write_up")
    page = flow.page_shown()
    assert page.in_home_words.text() == "Cold hallway"
    page.take_over.click()
    qtbot.keyClicks(page.note.area, ", no heating")
    draft = flow.presenter.draft
    assert draft.in_home == (Paragraph("Cold hallway"),)
    assert draft.note == (Paragraph("Cold hallway, no heating"),)
    assert draft.in_home_times[0].startswith("2026-11-20T10:30")


def test_be_there_holds_one_text_field_and_a_row_a_child(flow: VisitFlow):
    go(flow, "be_there")
    page = flow.page_shown()
    assert not flow.steps.isVisible()
    assert [row.findChildren(type(row.ticks["seen"])) != [] for row in page.rows] == [True, True]
    shown = " ".join(label.text() for label in page.findChildren(type(page.title)) if label.isVisible())
    assert "Brindle" not in shown
    page.rows[1].ticks["alone"].click()
    assert (seen(flow.presenter.draft, "tom").alone, seen(flow.presenter.draft, "tom").seen) == ("yes", "yes")
    page.rows[1].ticks["alone"].click()
    assert seen(flow.presenter.draft, "tom").alone == "unknown"


def test_something_to_act_on_today_shows_at_once_with_the_numbers(
    qtbot: QtBot, flow: VisitFlow, settled: Settled, kitchen: Kitchen
):
    go(flow, "before_you_drive")
    page = flow.page_shown()
    assert page.questions.cards() == []
    page.covered.answer.buttons()[1].click()
    page.covered.children_[0].which.ticks()["face"].click()
    qtbot.waitUntil(lambda: len(page.questions.cards()) == 1)
    card = page.questions.cards()[0]
    assert card.key == ACT_TODAY.key
    assert page.today.isVisible()
    assert page.back_in.isVisible()
    assert any("0117 496 0123" in label.text() for label in card.findChildren(type(page.title).__mro__[1]))
    qtbot.keyClicks(card.words.control, "Wiped at the sink, nothing there.")
    page.covered.children_[0].parts["face"].then.buttons()[0].click()
    settled()
    qtbot.waitUntil(lambda: not flow.presenter.wants_cards())
    settled()
    assert card in page.questions.cards()
    answered = [one for one in flow.presenter.draft.items if isinstance(one, Answer)]
    assert [one.text for one in answered] == ["Wiped at the sink, nothing there."]


def test_the_numbers_to_ring_stand_where_one_signs_with_something_to_act_on(flow: VisitFlow, settled: Settled):
    go(flow, "before_you_drive")
    page = flow.page_shown()
    page.covered.answer.buttons()[1].click()
    page.covered.children_[0].which.ticks()["face"].click()
    settled()
    go(flow, "sign_happened")
    settled()
    page = flow.page_shown()
    assert page.nobody_told.isVisible()
    assert page.numbers.isVisible()


def test_what_is_asked_after_the_first_signature_is_in_view_in_a_low_window(
    qtbot: QtBot, flow: VisitFlow, settled: Settled
):
    flow.resize(700, 300)
    go(flow, "sign_happened")
    settled()
    flow.page_shown().button.click()
    settled()
    page = flow.page_shown()
    assert page.movement == "sign_make_of_it"
    first = page.changed_.buttons()[0]
    qtbot.waitUntil(lambda: first.hasFocus() and not first.visibleRegion().isEmpty())


def test_signing_twice_and_what_colleagues_think_comes_after(
    qtbot: QtBot, flow: VisitFlow, kitchen: Kitchen, settled: Settled
):
    flow.change(children.said("tom", seen="yes"))
    go(flow, "sign_happened")
    settled()
    page = flow.page_shown()
    assert page.open_lines != []
    assert not page.numbers.isVisible()
    with qtbot.waitSignal(flow.signed) as told:
        page.button.click()
        page.button.click()
    assert told.args == ["now"]
    settled()
    assert [what for what, _ in kitchen.signed] == ["happened"]
    page = flow.page_shown()
    assert page.movement == "sign_make_of_it"
    assert page.colleagues.isHidden()
    page.changed_.buttons()[0].click()
    qtbot.keyClicks(page.why.control, "Nothing new")
    page.button.click()
    settled()
    what, draft = kitchen.signed[-1]
    (view,) = draft.make_of_it()
    assert (what, view.changed, view.why, view.by, view.holds) == ("make_of_it", "no", "Nothing new", "me", "")
    assert page.colleagues.isVisible()
    saves = len(kitchen.saves) + len(kitchen.paused)
    flow.must_save.emit()
    settled()
    assert len(kitchen.saves) + len(kitchen.paused) == saves
    with qtbot.waitSignal(flow.finished):
        page.close_.click()


def test_from_signing_one_comes_to_the_questions_also_before_their_page_was_made(flow: VisitFlow, settled: Settled):
    go(flow, "sign_happened")
    flow.page_shown().questions_wanted.emit()
    settled()
    page = flow.page_shown()
    assert page.movement == "write_up"
    assert page.question_card.isAncestorOf(page.focusWidget())


def test_a_changed_view_answers_for_the_earlier_one(qtbot: QtBot, flow: VisitFlow, kitchen: Kitchen, settled: Settled):
    go(flow, "sign_happened")
    flow.page_shown().button.click()
    settled()
    page = flow.page_shown()
    page.changed_.buttons()[1].click()
    assert page.holds.isVisible()
    page.holds.control.chosen.emit("medical")
    page.reflection.set_open(True)
    qtbot.keyClicks(page.texts["rivals"].control, "feeding problem")
    (view,) = flow.presenter.draft.make_of_it()
    assert isinstance(view, View)
    assert (view.holds, view.rivals, view.supersedes) == ("medical", ("feeding problem",), ("v1",))


def test_signing_that_fails_leaves_the_draft_as_it_was(qtbot: QtBot, make_flow, kitchen: Kitchen, settled: Settled):
    def full(*_all: object) -> Draft:
        raise DiskFull

    flow = make_flow()
    flow._verbs = replace(kitchen.verbs(), sign_happened=full)
    flow.begin("stream")
    settled()
    flow.change(note.note((Paragraph("Warm."),)))
    go(flow, "sign_happened")
    settled()
    flow.page_shown().button.click()
    settled()
    assert flow.trouble.isVisible()
    assert flow.page_shown().movement == "sign_happened"
    go(flow, "write_up")
    qtbot.keyClicks(flow.page_shown().note.area, " And dry.")
    assert flow.presenter.draft.note == (Paragraph("Warm. And dry."),)


def test_saving_that_fails_is_told_and_tried_again(qtbot: QtBot, flow: VisitFlow, kitchen: Kitchen, monkeypatch):
    def full(_session: object, _draft: Draft) -> str:
        raise DiskFull

    flow._keeper._verbs = replace(kitchen.verbs(), save=full)
    go(flow, "write_up")
    qtbot.keyClicks(flow.page_shown().note.area, "Warm.")
    qtbot.waitUntil(flow.trouble.isVisible)
    assert flow.presenter.unsaved
    flow._keeper._verbs = kitchen.verbs()
    flow._keeper.save_now()
    qtbot.waitUntil(flow.trouble.isHidden)
    assert kitchen.saves[-1].note == (Paragraph("Warm."),)


def test_the_second_signature_can_wait(
    flow: VisitFlow, make_flow: Callable[[], VisitFlow], settled: Settled, qtbot: QtBot
):
    go(flow, "sign_happened")
    flow.page_shown().button.click()
    settled()
    with qtbot.waitSignal(flow.left):
        flow.page_shown().later.click()
    settled()
    again = make_flow()
    again.resume("draft")
    settled()
    assert again.page_shown().movement == "sign_make_of_it"
    assert not again.steps.button("write_up").isEnabled()


def test_every_field_has_a_name_that_stays(flow: VisitFlow):
    """Where the worker was can be found again: every control of the pages belongs to a named field."""
    for movement in ("be_there", "before_you_drive", "write_up", "sign_happened"):
        go(flow, movement)
        page = flow.page_shown()
        controls = [one for one in page.column.findChildren(Button) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert [one.words() for one in controls if not name_of(one)] == []


class Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_no_part_of_a_page_flashes_up_as_a_window(
    make_flow: Callable[[], VisitFlow], settled: Settled, qapp: QApplication
):
    flow = make_flow()
    windows = Windows()
    qapp.installEventFilter(windows)
    flow.begin("stream")
    settled()
    for movement in MOVEMENTS[:-1]:
        go(flow, movement)
        settled()
    qapp.removeEventFilter(windows)
    assert windows.shown == []
    assert flow.isActiveWindow()
