"""The running note: marks stay with their paragraphs; keys reach everything."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from visitapp.domain.contact import Paragraph
from visitapp.ui.theme.theme import Theme
from visitapp.ui.visit.family import Known
from visitapp.ui.visit.write_up.note_area import NoteArea
from visitapp.ui.visit.write_up.note_field import NoteField
from visitapp.words import Words


@pytest.fixture
def field(qtbot: QtBot, theme: Theme, say: Words) -> NoteField:
    made = NoteField(say, (Known("jess", "Jess Brindle"), Known("tom", "Tom Brindle")))
    qtbot.addWidget(made)
    made.resize(600, 500)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.area.setFocus()
    return made


def test_alt_and_a_number_mark_the_paragraph(qtbot: QtBot, field: NoteField):
    area = field.area
    qtbot.keyClicks(area, "The kitchen was warm.")
    qtbot.keyClick(area, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(area, Qt.Key.Key_Return)
    qtbot.keyClicks(area, "Feeding goes well.")
    qtbot.keyClick(area, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(area, Qt.Key.Key_Return)
    qtbot.keyClicks(area, "Ring the surgery.")
    assert area.paragraphs() == (
        Paragraph("The kitchen was warm.", "saw_or_heard"),
        Paragraph("Feeding goes well.", "my_view"),
        Paragraph("Ring the surgery."),
    )


def test_told_by_asks_who_and_goes_back_to_the_text(qtbot: QtBot, field: NoteField):
    qtbot.keyClicks(field.area, "She feeds better.")
    qtbot.keyClick(field.area, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert field.by.control.hasFocus()
    qtbot.keyClicks(field.by.control, "je")
    assert field.by.value() == "jess Brindle"
    qtbot.keyClick(field.by.control, Qt.Key.Key_Return)
    assert field.area.hasFocus()
    assert field.area.paragraphs() == (Paragraph("She feeds better.", "told_by", "jess"),)
    qtbot.keyClick(field.area, Qt.Key.Key_Return)
    qtbot.keyClicks(field.area, "And sleeps.")
    qtbot.keyClick(field.area, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert field.area.paragraphs()[1] == Paragraph("And sleeps.", "told_by", "jess")


def test_read_in_takes_any_words(qtbot: QtBot, field: NoteField):
    qtbot.keyClicks(field.area, "Two missed appointments.")
    qtbot.keyClick(field.area, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(field.by.control, "clinic letter")
    assert field.area.paragraphs() == (Paragraph("Two missed appointments.", "read_in", "clinic letter"),)


def test_alt_0_takes_the_mark_away(qtbot: QtBot, field: NoteField):
    field.show_note((Paragraph("a", "my_view"),))
    qtbot.keyClick(field.area, Qt.Key.Key_0, Qt.KeyboardModifier.AltModifier)
    assert field.area.paragraphs() == (Paragraph("a"),)


def test_undo_brings_a_paragraph_back_with_its_mark(qtbot: QtBot, field: NoteField):
    field.show_note((Paragraph("one", "saw_or_heard"), Paragraph("two", "told_by", "jess")))
    field.area.selectAll()
    qtbot.keyClick(field.area, Qt.Key.Key_Delete)
    assert field.area.paragraphs() == ()
    field.area.undo()
    assert field.area.paragraphs() == (Paragraph("one", "saw_or_heard"), Paragraph("two", "told_by", "jess"))


def test_splitting_a_paragraph_leaves_both_halves_marked(qtbot: QtBot, field: NoteField):
    field.show_note((Paragraph("one two", "told_by", "jess"),))
    cursor = field.area.textCursor()
    cursor.setPosition(3)
    field.area.setTextCursor(cursor)
    qtbot.keyClick(field.area, Qt.Key.Key_Return)
    assert [one.mark for one in field.area.paragraphs()] == ["told_by", "told_by"]


def test_the_row_shows_the_mark_of_the_paragraph_with_the_cursor(qtbot: QtBot, field: NoteField):
    field.show_note((Paragraph("one", "saw_or_heard"), Paragraph("two", "told_by", "tom")))
    assert (field.marks.value(), field.by.value(), field.by.isVisible()) == ("told_by", "Tom Brindle", True)
    field.area.moveCursor(QTextCursor.MoveOperation.Start)
    assert (field.marks.value(), field.by.isVisible()) == ("saw_or_heard", False)


def test_showing_what_stands_there_moves_no_cursor(qtbot: QtBot, field: NoteField):
    note = (Paragraph("one", "saw_or_heard"), Paragraph("two"))
    field.show_note(note)
    field.area.moveCursor(QTextCursor.MoveOperation.Start)
    field.show_note(note)
    assert field.area.textCursor().position() == 0


@pytest.mark.parametrize("width", [640, 1056, 1100])
def test_no_line_is_longer_than_the_field_when_it_is_first_shown(qtbot: QtBot, theme: Theme, width: int):
    theme.set_percent(200)
    area = NoteArea(lambda _one: "I saw or heard")
    qtbot.addWidget(area)
    area.resize(width, 400)
    area.show()
    qtbot.waitExposed(area)
    area.setPlainText("Cereal over one cheek. She looked round at the door, then at the cat, then at us again.")
    lines = area.document().firstBlock().layout()
    widest = max(lines.lineAt(number).naturalTextWidth() for number in range(lines.lineCount()))
    assert widest <= area.viewport().width()


def test_an_age_of_a_bruise_is_answered_quietly_and_goes_away_in_quotation_marks(qtbot: QtBot, field: NoteField):
    written: list[tuple[Paragraph, ...]] = []
    field.written.connect(written.append)
    qtbot.keyClicks(field.area, "The bruise is about three days old.")
    qtbot.waitUntil(field.dated.isVisible)
    assert "“about three days old”: the colour of a bruise does not show how old it is" in field.dated.text()
    assert "systematic review" in field.dated.text()
    assert written[-1] == (Paragraph("The bruise is about three days old."),)  # what is written stays as written
    assert field.area.hasFocus()
    qtbot.keyClick(field.area, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)  # told by somebody
    qtbot.waitUntil(lambda: not field.dated.isVisible())


def test_it_is_said_again_when_the_note_is_opened_again(qtbot: QtBot, field: NoteField):
    field.show_note((Paragraph("Yellow bruise, a week old."),))
    qtbot.waitUntil(field.dated.isVisible)
    field.show_note((Paragraph("“Yellow bruise, a week old,” said Kim."),))
    qtbot.waitUntil(lambda: not field.dated.isVisible())
