"""A quick note shows what its kind needs, and opens the small form that the kind is mostly about."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.visit.conftest import Short
from visitapp.domain.contact import ChildSeen
from visitapp.ui.quicknote.page import QuickNotePage

Settled = Callable[[], None]


@pytest.fixture
def note(make_short: Short) -> QuickNotePage:
    return make_short(QuickNotePage)


@pytest.mark.parametrize(
    ("kind", "fields", "form"),
    [
        ("phone", (), ""), ("referral", (), "worry"), ("health_appointment", ("seen",), "opinion"),
        ("missed_appointment", ("outcome",), ""), ("legal_outcome", ("result",), ""),
        ("police", ("seen", "result"), "observation"), ("meeting", ("absent",), ""),
        ("household_change", (), "household"), ("moved", (), "address"),
    ],
)  # fmt: skip
def test_a_quick_note_opens_what_its_kind_needs(note: QuickNotePage, kind: str, fields: tuple[str, ...], form: str):
    note.form.how.chosen.emit(kind)
    QApplication.processEvents()
    shown = [name for name in ("seen", "outcome", "result", "absent") if getattr(note.form, name).isVisible()]
    assert tuple(shown) == fields
    assert [name for name, one in note.form.particulars.forms.items() if one.put is not None] == (
        [form] if form else []
    )


def test_a_quick_note_says_where_only_as_far_as_its_kind_does(note: QuickNotePage):
    """A letter from school did not come "by phone"."""
    places = {}
    for kind in ("school_report", "office_visit", "phone"):
        note.form.how.chosen.emit(kind)
        places[note.presenter.draft.contact.kind] = note.presenter.draft.contact.place
    assert places == {"school_report": None, "office_visit": "office", "phone": "phone"}


def test_a_quick_note_says_how_it_ended_and_who_was_not_there(note: QuickNotePage):
    form = note.form
    form.how.chosen.emit("meeting")
    form.absent.ticks()["hv"].click()
    form.result.chosen.emit("no_further_action")
    form.outcome.chosen.emit("was_not_brought")
    form.seen.ticks()["tom"].click()
    draft = note.presenter.draft
    assert (draft.contact.absent, draft.contact.result, draft.contact.outcome) == (
        ("hv",), "no_further_action", "was_not_brought",
    )  # fmt: skip
    assert {one.child: one.seen for one in draft.of(ChildSeen)} == {"mia": "unknown", "tom": "yes"}
