"""The quick note: the words, with whom, about whom. Everything but the words is filled already."""

from PySide6.QtWidgets import QWidget

from visitapp.actions.session import Session
from visitapp.domain.codes import ContactKind
from visitapp.domain.draft import Draft
from visitapp.domain.organisation import PhoneCard
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.choice import TickRow
from visitapp.ui.kit.fields import SelectField
from visitapp.ui.run import Run
from visitapp.ui.visit.changes import basics, note
from visitapp.ui.visit.changes.short import about, children_about, with_whom
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.short import ShortForm, ShortPage
from visitapp.ui.visit.verbs import VisitVerbs
from visitapp.ui.visit.write_up.note_field import NoteField
from visitapp.words import Say

KINDS: tuple[ContactKind, ...] = (
    "phone", "school_report", "health_appointment", "hospital", "police", "meeting", "office_visit", "other",
)  # fmt: skip


class QuickNoteForm(ShortForm):
    """The words first; the rest stands beside them."""

    def __init__(self, say: Say, here: Family, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.note = NoteField(say, (*here.speakers, *here.professionals), lines=8)
        self.note.written.connect(lambda written: self.changed.emit(note.note(written)))
        self.box.addWidget(self.note)
        self.start_at = self.note.area
        card = self.beside = Card()
        people = tuple(one.id for one in here.people)
        self.whom = TickRow(
            say("visit.quick_note.whom"), [(one.id, one.in_full) for one in (*here.people, *here.professionals)]
        )
        self.whom.changed.connect(lambda ids: self.changed.emit(with_whom(ids, people)))
        self.about = TickRow(say("visit.quick_note.about"), [(one.id, one.called) for one in here.children])
        self.about.changed.connect(lambda ids: self.changed.emit(about(ids)))
        kinds = tuple((kind, say(f"code.contact_kind.{kind}")) for kind in KINDS)
        self.how = SelectField(say("visit.quick_note.kind"), kinds)
        self.how.chosen.connect(lambda code: self.changed.emit(basics.contact(kind=code)))
        for name, field in (("whom", self.whom), ("about", self.about), ("how", self.how)):
            card.add(named(field, name))

    def show_draft(self, draft: Draft) -> None:
        self.note.show_note(draft.note)
        self.whom.set_value((*draft.contact.present, *draft.contact.attended))
        self.about.set_value(children_about(draft))
        self.how.set_value(draft.contact.kind)


class QuickNotePage(ShortPage):
    """A phone call or another short contact."""

    def __init__(
        self,
        say: Say,
        run: Run,
        verbs: VisitVerbs,
        session: Session,
        numbers: PhoneCard | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(say, run, verbs, session, numbers, "quick_note", QuickNoteForm, parent)
