"""How many inputs a visit takes, driven by the keyboard alone on the real pages.

An input is a key that sets or presses something (Space, Return, a shortcut) or a field that is filled. Going from one
field to the next (Tab) is none. The note and the answers to questions are not counted.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.visit.conftest import Short
from tests.ui.visit.family import Kitchen
from visitapp.domain.contact import ChildSeen, LookedAt, Paragraph
from visitapp.domain.judgement import ActionUpdate, Answer, NextVisit, ParentsView
from visitapp.ui.noreply.page import NoReplyPage
from visitapp.ui.quicknote.page import QuickNotePage
from visitapp.ui.visit.fieldname import name_of
from visitapp.ui.visit.flow import VisitFlow

Settled = Callable[[], None]


class Keyboard:
    """Somebody who has a keyboard and no mouse. Counts inputs."""

    def __init__(self, qtbot: QtBot, root: QWidget) -> None:
        self._qtbot, self._root = qtbot, root
        self.inputs = 0

    @property
    def here(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def to(self, field: str, words: str = "") -> QWidget:
        """Tab on to a field by its name (and the control in it that is called so); fails where Tab never gets there."""
        QApplication.processEvents()
        for _ in range(200):
            if name_of(self.here) == field and words in self.here.accessibleName():
                return self.here
            self._qtbot.keyClick(self.here, Qt.Key.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"Tab does not reach {field}")

    def press(self, field: str, words: str = "") -> None:
        self.to(field, words)
        self._qtbot.keyClick(self.here, Qt.Key.Key_Space)
        self.inputs += 1

    def choose(self, field: str, step: int = 0) -> None:
        """The first answer with Space, a later one with the arrows."""
        self.to(field)
        for _ in range(step):
            self._qtbot.keyClick(self.here, Qt.Key.Key_Right)
        if not step:
            self._qtbot.keyClick(self.here, Qt.Key.Key_Space)
        self.inputs += 1

    def fill(self, field: str, words: str, *, counted: bool = True) -> None:
        self._qtbot.keyClicks(self.to(field), words)
        self.inputs += counted


def test_a_quiet_visit_of_two_children_takes_at_most_16_inputs(
    qtbot: QtBot, flow: VisitFlow, kitchen: Kitchen, settled: Settled
):
    keys = Keyboard(qtbot, flow)
    keys.press("on")
    settled()
    keys.press("child:mia:usual")
    keys.press("child:tom:usual")
    keys.choose("covered")
    keys.press("on")
    settled()
    keys.fill("note", "Warm kitchen, both well.", counted=False)
    keys.press("this:like")
    keys.press("who", "Jess")
    keys.press("home:same")
    keys.press("promises:all")
    keys.press("next:usual")
    keys.choose("parent:jess:told")
    keys.fill("question:tom:words", "I can read.", counted=False)
    keys.press("on")
    settled()
    keys.press("sign")
    settled()
    keys.choose("view:changed")
    keys.fill("view:why", "All as agreed.")
    keys.press("sign")
    settled()

    assert keys.inputs <= 16
    (_, happened), (_, made) = kitchen.signed
    seen = {one.child: one for one in happened.of(ChildSeen)}
    assert (seen["mia"].seen, seen["mia"].awake) == ("yes", "yes")
    assert (seen["tom"].seen, seen["tom"].spoken_to, seen["tom"].alone) == ("yes", "yes", "yes")
    (looked,) = happened.of(LookedAt)
    assert looked.same_as_last_time
    assert {part.part for part in looked.parts if part.how == "all"} == {"face", "hands", "scalp"}
    assert (happened.contact.purpose, happened.contact.announced, happened.contact.address) == (
        "statutory", "yes", "flat",
    )  # fmt: skip
    assert happened.contact.present == ("jess",)
    assert [one.done for one in happened.of(ActionUpdate)] == ["yes", "yes"]
    assert len(happened.of(NextVisit)) == 1
    assert [one.told_what_we_write for one in happened.of(ParentsView)] == ["yes"]
    assert [one.text for one in happened.of(Answer)] == ["I can read."]
    assert happened.note == (Paragraph("Warm kitchen, both well."),)
    (view,) = made.make_of_it()
    assert (view.changed, view.why) == ("no", "All as agreed.")


def test_a_visit_without_a_reply_takes_four_inputs(qtbot: QtBot, make_short: Short, kitchen: Kitchen, settled: Settled):
    page = make_short(NoReplyPage)
    keys = Keyboard(qtbot, page)
    keys.inputs = 1  # opening this page
    keys.choose("announced")
    keys.press("soon")
    with qtbot.waitSignals([page.signed, page.left]):
        keys.press("sign")
    assert keys.inputs == 4
    ((what, draft),) = kitchen.signed
    assert (what, draft.contact.outcome, draft.contact.announced) == ("no_reply", "no_reply", "yes")
    (planned,) = draft.of(NextVisit)
    assert str(planned.by) == "2026-11-23"
    assert [one.child for one in draft.of(ChildSeen)] == ["mia", "tom"]


def test_a_quick_note_is_words_and_a_signature(qtbot: QtBot, make_short: Short, kitchen: Kitchen, settled: Settled):
    page = make_short(QuickNotePage)
    keys = Keyboard(qtbot, page)
    assert name_of(keys.here) == "note"
    keys.fill("note", "Jess rang: clinic on Tuesday.", counted=False)
    keys.press("whom", "Jess")
    with qtbot.waitSignals([page.signed, page.left]):
        keys.press("sign")
    assert keys.inputs == 2
    ((what, draft),) = kitchen.signed
    assert (what, draft.contact.kind, draft.contact.present) == ("quick_note", "phone", ("jess",))
    assert draft.note == (Paragraph("Jess rang: clinic on Tuesday."),)


def test_a_quick_note_is_kept_when_it_is_left(qtbot: QtBot, make_short: Short, kitchen: Kitchen, settled: Settled):
    page = make_short(QuickNotePage)
    qtbot.keyClicks(page.form.note.area, "Half a sentence")
    page.must_save.emit()
    settled()
    assert kitchen.paused[-1].note == (Paragraph("Half a sentence"),)
