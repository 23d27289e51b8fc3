"""One visit in full: every item told, corrections beside the original, who signed and read, and what was replied."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.office.casework import FIRST_WORDS, LATER_WORDS, begun
from tests.ui.desk import Desk
from visitapp.actions import addenda, lead, visits
from visitapp.actions.in_full import visit_in_full
from visitapp.domain.contact import Contact, Observation
from visitapp.domain.marks import Mark
from visitapp.ui.case.visit.words import VisitWords, words
from visitapp.ui.case.wiring import visit_page
from visitapp.ui.kit.text import Label, Tag


def read(desk: Desk, session=None) -> VisitWords:
    return words(desk.say, visit_in_full(session or desk.worker, desk.families.brindle, desk.families.visit))


def told(found: VisitWords) -> str:
    return "\n".join(piece.words for part in found.parts for item in part.items for piece in item.pieces)


def observation(desk: Desk, source: str) -> Observation:
    found = visit_in_full(desk.worker, desk.families.brindle, desk.families.visit).read.items
    return next(one.item for one in found if isinstance(one.item, Observation) and one.item.source == source)


def test_every_item_of_the_visit_is_told(desk: Desk):
    found = read(desk)
    assert found.title == "Home visit, 29 May 2026"
    said = told(found)
    for words_ in (
        "Mia Brindle was seen.",
        "Dan sleeps on the settee now.",
        "12 by 9 mm",
        "It was not there on Tuesday.",
        "Tom has been early.",
        "I do not know who is in the flat at night.",
        "I think people fuss.",
        "Ring the health visitor",
        "Told Doctor on call 15:10",
        "Not sure yet",
        "The doctor is not sure.",
        "31 May 2026",
    ):
        assert words_ in said, words_


def test_a_note_says_where_each_paragraph_comes_from(desk: Desk):
    note = next(part for part in read(desk).parts if part.heading == "Note").items[0]
    assert [piece.tag[0] for piece in note.pieces] == ["I saw or heard", "Told by Jess Brindle", "My view"]


def test_what_was_said_of_a_mark_stands_below_it(desk: Desk):
    marks = next(part for part in read(desk).parts if part.heading.startswith("Marks")).items
    bruise = next(place for place, item in enumerate(marks) if "Bruise" in item.pieces[0].words)
    assert [item.under for item in marks[bruise : bruise + 4]] == [False, True, True, True]


def test_a_correction_stands_beside_what_it_corrects(desk: Desk):
    marks = next(part for part in read(desk).parts if part.heading.startswith("Marks")).items
    corrected = next(item for item in marks if item.earlier)
    assert LATER_WORDS in corrected.pieces[0].words
    assert FIRST_WORDS in corrected.earlier[0].pieces[0].words
    assert corrected.earlier[0].why == "Reason: Jess asked for her words to be put right."
    assert corrected.earlier[0].who.startswith("The family's own correction, signed by Asha Reed 1 June 2026")


def test_a_corrected_mark_keeps_what_was_said_of_it_and_a_corrected_visit_all_that_came_with_it(desk: Desk):
    worker, stream, visit = desk.worker, desk.families.brindle, desk.families.visit
    case, before = worker.case(stream), read(desk)
    below = [item.under for part in before.parts if part.heading.startswith("Marks") for item in part.items]
    for mark in case.of(Mark):
        if mark.contact == visit:
            addenda.add(
                worker, stream, visit, mark.id, replace(mark, id=worker.new_id(), text="Put right."), "Misread."
            )
    (contact,) = [one for one in case.of(Contact) if one.id == case.newest_id(visit)]
    longer = replace(contact, id=worker.new_id(), minutes=71)
    addenda.add(worker, stream, visit, contact.id, longer, "Looked at the clock again.")
    after = read(desk)
    marks = next(part for part in after.parts if part.heading.startswith("Marks")).items
    assert [item.under for item in marks] == below
    assert [len(part.items) for part in after.parts] == [len(part.items) for part in before.parts]
    assert [one.minutes for one in worker.case(stream).contacts if one.id == visit] == [71]
    assert words(desk.say, visit_in_full(worker, stream, longer.id)).parts == after.parts


def test_a_correction_of_a_correction_shows_all_three(desk: Desk):
    worker, families = desk.worker, desk.families
    old = observation(desk, "seen")
    for text in ("Second words.", "Third words."):
        new = Observation(id=worker.new_id(), contact=families.visit, text=text, source="seen")
        addenda.add(worker, families.brindle, families.visit, old.id, new, "Again.")
        old = new
    seen = next(part for part in read(desk).parts if part.heading.startswith("Seen")).items
    item = next(item for item in seen if item.earlier)
    assert "Third words." in item.pieces[0].words
    assert [earlier.pieces[0].words.rpartition(": ")[2] for earlier in item.earlier] == [
        "Second words.",
        "Jess picked Mia up at once.",
    ]


def test_what_was_withdrawn_stays_readable(desk: Desk):
    worker, families = desk.worker, desk.families
    gone_ = observation(desk, "told")
    addenda.add(worker, families.brindle, families.visit, gone_.id, None, "Said about another child.")
    seen = next(part for part in read(desk).parts if part.heading.startswith("Seen")).items
    gone = next(item for item in seen if item.withdrawn)
    assert "Tom has been early." in gone.pieces[0].words
    page = desk.show(visit_page(desk.say, desk.run, worker, families.brindle, families.visit))
    assert any(label.text() == "Withdrawn; it was" for label in page.findChildren(Label))


def test_signed_sent_and_read_are_said_apart(desk: Desk):
    found = read(desk)
    what = dict(found.signed)
    assert what["Visit"].endswith("On the server")
    assert what["What I make of it"].startswith("Signed by Asha Reed")
    assert found.read_by == ()
    lead.mark_read(desk.lead, desk.families.brindle, desk.families.visit)
    assert read(desk, desk.lead).read_by[0].startswith("Read by Sam Lee 1 June 2026")
    assert read(desk, desk.lead).read_by_me


def test_replies_stand_with_whether_they_were_answered(desk: Desk):
    page = desk.show(visit_page(desk.say, desk.run, desk.worker, desk.families.brindle, desk.families.visit))
    assert {tag.text() for tag in page.replies.findChildren(Tag)} == {"Not answered yet"}
    question, decision = read(desk).replies
    assert question.heading == "Question back from Sam Lee"
    assert decision.words == (
        "Strategy discussion tomorrow.\nReasons: A bruise on a baby.\nSeen differently: The GP waits."
    )


def test_a_colleagues_view_waits(desk: Desk):
    draft = begun(desk.lead, desk.families.brindle)
    found = read(desk, desk.lead)
    assert "Not sure yet" not in told(found)
    assert found.held_back
    assert "12 by 9 mm" in told(found)
    visits.discard(desk.lead, draft.id)


def test_a_visit_that_is_not_here_says_so(desk: Desk):
    page = desk.show(visit_page(desk.say, desk.run, desk.worker, desk.families.brindle, "nowhere"))
    assert page.failure.words.text().startswith("That visit is not on this laptop.")


def test_keys_scroll_at_once_and_tab_leads_on(desk: Desk):
    page = desk.show(visit_page(desk.say, desk.run, desk.worker, desk.families.brindle, desk.families.visit))
    assert QApplication.focusWidget() is page.pane
    desk.qtbot.keyClick(page.pane, Qt.Key.Key_PageDown)
    assert page.pane.verticalScrollBar().value() > 0
    desk.qtbot.keyClick(page.pane, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.buttons["addendum"]
    with desk.qtbot.waitSignal(page.addendum_wanted):
        desk.qtbot.keyClick(page.buttons["addendum"], Qt.Key.Key_Return)
