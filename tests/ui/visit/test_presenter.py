"""What follows from changing a draft, without a screen."""

import pytest
from msgspec.structs import replace

from tests.ui.visit.family import FakeSession, Kitchen
from visitapp.domain.contact import Paragraph
from visitapp.ui.visit.changes import children, note
from visitapp.ui.visit.presenter import MOVEMENTS, VisitPresenter


@pytest.fixture
def presenter() -> VisitPresenter:
    session = FakeSession()
    return VisitPresenter(Kitchen().begin(session, "stream", "visit"), session.new_id)


def test_a_change_is_unsaved_until_that_version_is_saved(presenter):
    assert not presenter.unsaved
    presenter.apply(note.note((Paragraph("a"),)))
    version = presenter.version
    presenter.apply(note.note((Paragraph("ab"),)))
    presenter.saved(version)
    assert presenter.unsaved
    presenter.saved(presenter.version)
    assert not presenter.unsaved


def test_the_same_again_is_no_change(presenter):
    assert presenter.apply(note.note((Paragraph("a"),)))
    assert not presenter.apply(note.note((Paragraph("a"),)))


def test_questions_are_asked_again_for_facts_and_not_for_words(presenter):
    presenter.apply(note.note((Paragraph("a"),)))
    presenter.at("note")
    assert not presenter.wants_cards()
    presenter.apply(children.said("tom", seen="yes"))
    assert presenter.wants_cards()
    presenter.asking()
    assert not presenter.wants_cards()


def test_nothing_changes_while_it_is_signed(presenter):
    presenter.frozen = True
    assert not presenter.apply(children.said("tom", seen="yes"))


def test_movement_and_field_are_remembered(presenter):
    assert presenter.go("write_up")
    presenter.at("child:tom:words")
    assert (presenter.draft.movement, presenter.draft.field) == ("write_up", "child:tom:words")
    presenter.go("sign_happened")
    assert presenter.draft.field == ""


def test_what_was_signed_is_not_gone_back_to(presenter):
    assert presenter.open_movements() == MOVEMENTS[:-1]
    assert not presenter.go("sign_make_of_it")
    presenter.signed(replace(presenter.draft, happened_record="r1", movement="sign_make_of_it"))
    assert presenter.open_movements() == ("sign_make_of_it",)
    assert not presenter.go("write_up")
    assert not presenter.unsaved


def test_what_waits_for_its_field_is_asked_about_once_signing_was_reached(presenter: VisitPresenter):
    presenter.go("write_up")
    assert presenter.asking().movement == "write_up"
    assert not presenter.wants_cards()
    presenter.go("sign_happened")
    assert presenter.wants_cards()
    presenter.go("write_up")
    assert presenter.asking().movement == "sign_happened"
    assert presenter.draft.movement == "write_up"
