"""What people said: versions side by side with dates, the corrected one beside the new one, never a verdict."""

from msgspec.structs import replace
from PySide6.QtCore import Qt

from tests.office.casework import FIRST_WORDS, LATER_WORDS
from tests.ui.desk import Desk
from visitapp.actions.versions import what_people_said
from visitapp.actions.writing import write
from visitapp.domain.items import Entry, Line
from visitapp.domain.marks import Mark
from visitapp.ui.case.said.beside import Beside
from visitapp.ui.case.said.words import words
from visitapp.ui.case.wiring import said_page
from visitapp.ui.kit.press import LinkButton
from visitapp.ui.kit.text import Para


def test_versions_stand_side_by_side_and_none_is_weighed(desk: Desk):
    found = words(desk.say, what_people_said(desk.worker, desk.families.brindle))
    bruise = next(mark for mark in found.marks if "bruise" in mark.heading)
    assert [(version.by, version.words, version.corrected) for version in bruise.versions] == [
        ("Jess Brindle", f"“{FIRST_WORDS}”", "Corrected later"),
        ("Ruth Brindle", "“It was not there on Tuesday.”", ""),
        ("Jess Brindle", f"“{LATER_WORDS}”", ""),
    ]
    assert bruise.differ
    said = repr(found)
    assert "does not fit" not in said
    assert "took it for an accident" not in said


def test_a_mark_that_nobody_explained_says_to_ask(desk: Desk):
    page = desk.show(said_page(desk.say, desk.run, desk.worker, desk.families.brindle))
    assert any(para.text().startswith("Nobody has said anything") for para in page.findChildren(Para))


def test_by_speaker_each_stands_with_all_they_said(desk: Desk):
    found = words(desk.say, what_people_said(desk.worker, desk.families.brindle))
    ruth = next(speaker for speaker in found.speakers if speaker.name == "Ruth Brindle")
    assert ruth.who == "grandmother"
    assert {version.by for version in ruth.versions} == {"How a mark came", "A worry"}
    tom = next(speaker for speaker in found.speakers if speaker.name == "Tom Brindle")
    assert "Asked: Who is at home in the night?" in {version.by for version in tom.versions}


def test_the_same_mark_seen_again_is_one_mark(desk: Desk):
    worker, families = desk.worker, desk.families
    case = worker.case(families.brindle)
    first = next(mark for mark in case.marks if mark.id == families.bruise)
    again = replace(first, id=worker.new_id(), contact=families.phone, same_as=first.id, text="Yellow now.")
    thrice = replace(again, id=worker.new_id(), same_as=again.id)
    lines = (Line(again), Line(thrice))
    write(
        worker,
        families.brindle,
        Entry(kind="visit", at=worker.at(), by=worker.who.member, lines=lines, contact=families.phone),
    )
    found = what_people_said(worker, families.brindle)
    bruises = [mark for mark in found.marks if mark.mark == first.id]
    assert len(bruises) == 1
    assert [sighting.words for sighting in bruises[0].seen] == ["Round, blue.", "Yellow now.", "Yellow now."]
    assert sum(isinstance(one.item, Mark) for one in worker.case(families.brindle).kept) == len(case.marks) + 2


def test_keys_lead_from_mark_to_speaker_and_to_the_visit(desk: Desk):
    page = desk.show(said_page(desk.say, desk.run, desk.worker, desk.families.brindle))
    by_mark = page.way.buttons()[0]
    assert by_mark.hasFocus()
    desk.qtbot.keyClick(by_mark, Qt.Key.Key_Right)
    assert page.way.value() == "speaker"
    link = page.part.findChildren(LinkButton)[0]
    link.setFocus()
    with desk.qtbot.waitSignal(page.visit_opened):
        desk.qtbot.keyClick(link, Qt.Key.Key_Return)


def test_columns_follow_the_room(desk: Desk):
    page = desk.show(said_page(desk.say, desk.run, desk.worker, desk.families.brindle))
    beside = max(page.part.findChildren(Beside), key=lambda one: one.columns())
    assert beside.columns() == 3
    page.resize(500, 700)
    desk.qtbot.waitUntil(lambda: beside.columns() == 1)
