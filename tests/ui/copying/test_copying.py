"""Copying for the case system: section by section by keyboard, marked as copied, gone from the list when all is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.desk import Desk
from visitapp.actions import addenda, copying
from visitapp.domain.contact import Note, Paragraph
from visitapp.ui.copying.page import CopyPage
from visitapp.ui.copying.wiring import copy_list_page, copy_page


def opened(desk: Desk, stream: str, contact: str) -> CopyPage:
    return desk.show(copy_page(desk.say, desk.run, desk.worker, stream, contact))


def test_sections_stand_in_the_order_of_the_form(desk: Desk):
    page = opened(desk, desk.families.brindle, desk.families.visit)
    made = copying.sections(desk.worker, desk.families.brindle, desk.families.visit)
    assert list(page.sections) == [one.key for one in made]
    assert page.hint.text() == "Brindle family · Home visit, 29 May 2026"


def test_return_copies_and_goes_on_to_the_next(desk: Desk):
    page = opened(desk, desk.families.brindle, desk.families.visit)
    first, second, third = list(page.sections.values())[:3]
    assert QApplication.focusWidget() is first.button
    desk.qtbot.keyClick(first.button, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == first.words
    assert QApplication.focusWidget() is second.button
    desk.qtbot.keyClick(second.button, Qt.Key.Key_Return)
    desk.settle()
    assert QApplication.focusWidget() is third.button
    assert [one.is_copied() for one in (first, second, third)] == [True, True, False]
    again = opened(desk, desk.families.brindle, desk.families.visit)
    assert [one.is_copied() for one in again.sections.values()][:3] == [True, True, False]
    assert QApplication.focusWidget() is list(again.sections.values())[2].button


def contacts(desk: Desk) -> list[str]:
    return [line.contact for line in copying.not_yet_copied(desk.worker)]


def test_what_is_wholly_copied_leaves_the_list_and_an_addendum_brings_it_back(desk: Desk):
    families, worker = desk.families, desk.worker
    assert families.phone in contacts(desk)
    page = opened(desk, families.brindle, families.phone)
    for section in list(page.sections.values()):
        section.button.click()
        desk.settle()
    assert page.count.text() == "Every section was copied."
    assert families.phone not in contacts(desk)
    old = next(
        one.item
        for one in worker.case(families.brindle).kept
        if isinstance(one.item, Note) and one.item.contact == families.phone
    )
    new = Note(id=worker.new_id(), contact=families.phone, paragraphs=(Paragraph("Jess rang twice."),))
    addenda.add(worker, families.brindle, families.phone, old.id, new, "She rang twice.")
    assert families.phone in contacts(desk)


def test_the_list_leads_to_the_visit_the_oldest_first(desk: Desk):
    page = desk.show(copy_list_page(desk.say, desk.run, desk.worker))
    with desk.qtbot.waitSignal(page.copy_opened) as opened_:
        desk.qtbot.keyClick(page.list.buttons()[0], Qt.Key.Key_Return)
    assert opened_.args == [desk.families.brindle, desk.families.visit]


def test_nothing_left_is_said(desk: Desk):
    page = desk.show(copy_list_page(desk.say, desk.run, desk.lead))
    assert page.none.isVisible()


def test_the_lead_has_nothing_to_copy_of_others(desk: Desk):
    assert copying.not_yet_copied(desk.lead) == ()
