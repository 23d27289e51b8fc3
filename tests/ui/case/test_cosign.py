"""A visit that a colleague asks one to sign too: on Today, on its page to read and sign, in the chronology."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from visitapp.actions import asking, joint, visits
from visitapp.actions.session import Session
from visitapp.domain.contact import Paragraph
from visitapp.domain.judgement import CoSignature
from visitapp.ui.case.visit.page import VisitPage
from visitapp.ui.case.wiring import chronology_page, visit_page
from visitapp.ui.inbox.wiring import lead_visit_page
from visitapp.ui.today.wiring import today_page
from visitapp.ui.visit.changes import note
from visitapp.ui.visit.changes.joint import with_colleague

WORDS = "I heard two voices, not one."


def joint_visit(desk: Desk, author: Session, other: Session) -> str:
    stream = desk.families.brindle
    draft = visits.begin(author, stream, "visit")
    found = next(one for one in visits.prepare(author, draft).colleagues if one.member == other.who.member)
    for change in (with_colleague(found, known=other.who.member in author.case(stream).professionals),
                   note.note((Paragraph("One voice behind the door."),))):  # fmt: skip
        draft = change(draft, author.new_id)
    visits.sign_make_of_it(author, visits.sign_happened(author, draft, asking.cards(author, draft)))
    for session in (author, other):
        assert desk.office.sync(session).problem is None
    return draft.contact.id


def press(desk: Desk, page: VisitPage, button) -> None:
    button.setFocus()
    with desk.qtbot.waitSignal(page.signed):
        desk.qtbot.keyClick(button, Qt.Key.Key_Return)
    desk.settle()


def signatures(session: Session, stream: str, contact: str) -> list[CoSignature]:
    return [one for one in session.case(stream).of(CoSignature) if one.contact == contact]


def test_today_leads_to_the_visit_and_there_it_is_signed(desk: Desk):
    stream, contact = desk.families.brindle, joint_visit(desk, desk.lead, desk.worker)
    today = desk.show(today_page(desk.say, desk.run, desk.worker))
    (row,) = today.lists["to_sign"].buttons()
    assert row.accessibleName() == "Sam Lee asks you to sign your joint visit of 1 June 2026."
    with desk.qtbot.waitSignal(today.visit_opened) as opened:
        desk.qtbot.keyClick(row, Qt.Key.Key_Return)
    assert opened.args == [stream, contact]
    page = desk.show(visit_page(desk.say, desk.run, desk.worker, stream, contact))
    assert page.together.text() == "Signed by Sam Lee. Waiting for Asha Reed."
    assert page.asked.isVisible()
    page.asked.button.click()
    assert QApplication.focusWidget() is page.co_sign.sign
    press(desk, page, page.co_sign.sign)
    assert page.together.text() == "Signed by Sam Lee and Asha Reed."
    assert not page.co_sign.isVisible()
    assert not page.asked.isVisible()
    today.arrived.emit()
    desk.settle()
    assert today.lists["to_sign"].buttons() == []
    assert [one.differs for one in signatures(desk.worker, stream, contact)] == [""]


def test_words_typed_are_kept_until_they_are_signed(desk: Desk):
    stream, contact = desk.families.brindle, joint_visit(desk, desk.worker, desk.lead)
    page = desk.show(lead_visit_page(desk.say, desk.run, desk.lead, stream, contact))
    card = page.co_sign
    card.differently.set_open(True)
    card.sign_differing.click()
    assert card.words.error.text() != "", "without words there is nothing to differ"
    desk.qtbot.keyClicks(card.words.control, WORDS)
    assert not card.sign.isEnabled(), "what was typed cannot be signed away"
    page.must_save.emit()
    desk.settle()
    again = desk.show(lead_visit_page(desk.say, desk.run, desk.lead, stream, contact))
    assert again.co_sign.words.value() == WORDS
    assert again.co_sign.words.isVisible()
    press(desk, again, again.co_sign.sign_differing)
    assert [one.differs for one in signatures(desk.lead, stream, contact)] == [WORDS]
    assert again.together.text() == "Signed by Asha Reed and Sam Lee."


def test_the_chronology_says_who_signed_and_who_is_awaited(desk: Desk):
    stream = desk.families.brindle
    signed, waiting = (joint_visit(desk, desk.lead, desk.worker) for _ in range(2))
    joint.co_sign(desk.worker, stream, signed)
    page = desk.show(chronology_page(desk.say, desk.run, desk.worker, stream))
    foot = {row.key: row.foot for row in page.cards.cards.rows}
    assert foot[signed].startswith("Signed by Sam Lee and Asha Reed · ")
    assert foot[waiting].startswith("Waiting for Asha Reed · ")


def test_every_control_has_a_name(desk: Desk, unnamed):
    contact = joint_visit(desk, desk.lead, desk.worker)
    page = desk.show(visit_page(desk.say, desk.run, desk.worker, desk.families.brindle, contact))
    page.co_sign.differently.set_open(True)
    QApplication.processEvents()
    assert unnamed(page) == []
