"""The running note with its keys: Alt+1 to Alt+4 say where a paragraph comes from, Alt+0 takes that away."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCompleter, QWidget

from visitapp.domain.codes import ParagraphMark
from visitapp.domain.contact import Paragraph
from visitapp.domain.dating import ages_in_note
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import Field, LineField
from visitapp.ui.kit.text import Hint
from visitapp.ui.visit.family import Known, first_name
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.write_up.note_area import MARKED, NoteArea
from visitapp.words import Say

READ_AFTER_MS = 400
"""How long nobody must have typed before the note is read for words that give a bruise an age."""
_NAMED = ("told_by", "read_in")


class NoteField(Card):
    """`written` carries the paragraphs, with every keystroke and every mark."""

    written = Signal(tuple)

    def __init__(self, say: Say, people: tuple[Known, ...], lines: int = 9, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._say = say
        self._names = {one.id: one.name for one in people}
        self.area = NoteArea(self.said, lines)
        field = Field(say("visit.note"), self.area, say("visit.note.hint"))
        self.add(named(field, "note"))
        self.marks = Choice(
            say("visit.note.this_paragraph"), [(mark, say(f"visit.note.mark.{mark}")) for mark in MARKED]
        )
        self.add(named(self.marks, "note:mark"))
        self.by = LineField(say("visit.note.told_by"), characters=40)
        self.add(named(self.by, "note:by"))
        self.dated = Hint()
        self.dated.hide()
        self.add(self.dated)
        self._read_soon = QTimer(self, interval=READ_AFTER_MS, singleShot=True)
        self._read_soon.timeout.connect(self._show_dated)
        self._connect()
        self._show_here()

    def _connect(self) -> None:
        for number, mark in enumerate(MARKED, start=1):
            self._key(f"Alt+{number}", mark)
        self._key("Alt+0", "unmarked")
        self.area.written.connect(lambda: self.written.emit(self.area.paragraphs()))
        self.area.written.connect(self._read_soon.start)
        self.area.moved.connect(self._show_here)
        self.marks.chosen.connect(lambda code: self._mark(code or "unmarked"))
        self.by.edited.connect(self._name)
        # What the completer adds comes with no keystroke of its own.
        self.by.control.editingFinished.connect(lambda: self._name(self.by.value()))
        self.by.entered.connect(lambda: self.area.setFocus(Qt.FocusReason.OtherFocusReason))

    def _key(self, keys: str, mark: ParagraphMark) -> None:
        key = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        key.activated.connect(lambda: self._by_key(mark))

    def _by_key(self, mark: ParagraphMark) -> None:
        self._mark(mark)
        if mark in _NAMED:
            self.by.control.setFocus(Qt.FocusReason.OtherFocusReason)
            self.by.control.selectAll()
        else:
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def _mark(self, mark: ParagraphMark) -> None:
        here = self.area.here()
        by = ""
        if mark in _NAMED:
            by = here.by if here.mark == mark and here.by else self.area.last_by(mark)
        self.area.mark(mark, by)
        announce(self.area, self.said(self.area.here()) or self._say("code.paragraph.unmarked"))

    def _name(self, words: str) -> None:
        if self.area.here().mark not in _NAMED or self.area.here().by == self._id_of(words):
            return
        self.area.mark(self.area.here().mark, self._id_of(words))

    def _id_of(self, words: str) -> str:
        said = words.strip().casefold()
        return next((id_ for id_, name in self._names.items() if name.casefold() == said), words.strip())

    def said(self, one: Paragraph) -> str:
        """Where a paragraph comes from, in words."""
        by = first_name(self._names[one.by]) if one.by in self._names else one.by
        if by and one.mark in _NAMED:
            return self._say(f"visit.note.{one.mark}.name", name=by)
        return self._say(f"visit.note.mark.{one.mark}") if one.mark in MARKED else ""

    def _show_here(self) -> None:
        """The mark of the paragraph with the cursor, and the field for who told it or where it was read."""
        here = self.area.here()
        self.marks.set_value(here.mark if here.mark in MARKED else "")
        self.by.setVisible(here.mark in _NAMED)
        if here.mark in _NAMED:
            label = self._say(f"visit.note.{here.mark}")
            self.by.label.setText(label)
            self.by.control.setAccessibleName(label)
            self._complete(here.mark)
            if self._id_of(self.by.value()) != here.by:
                self.by.set_value(self._names.get(here.by, here.by))

    def _complete(self, mark: ParagraphMark) -> None:
        if mark != "told_by":
            self.by.control.setCompleter(None)  # type: ignore[arg-type]  # Qt's way to take it away
            return
        completer = QCompleter(sorted(self._names.values()), self.by.control)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.by.control.setCompleter(completer)

    def _show_dated(self) -> None:
        """Where our own words give a bruise an age, say quietly that its colour does not. Nothing is kept of this."""
        found = ages_in_note(self.area.paragraphs())
        words = self._say("visit.note.dated", words=found[-1]) if found else ""
        if words != self.dated.text():
            self.dated.setText(words)
            self.dated.setVisible(bool(words))
            if words:
                announce(self.area, words)

    def show_people(self, people: tuple[Known, ...]) -> None:
        """Whoever may be named."""
        self._names = {one.id: one.name for one in people}

    def show_note(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Put this note there, when it is another one than stands there."""
        if self.area.paragraphs() != paragraphs:
            self.area.set_paragraphs(paragraphs)
            self._show_here()
            self._read_soon.start()
