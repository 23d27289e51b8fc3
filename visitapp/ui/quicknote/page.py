"""The quick note: the words, with whom, about whom. Everything but the words is filled already."""

from PySide6.QtWidgets import QWidget

from visitapp.actions.session import Session
from visitapp.domain.codes import ContactKind, LegalResult, Outcome
from visitapp.domain.contact import ChildSeen
from visitapp.domain.draft import Draft
from visitapp.domain.organisation import PhoneCard
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.fields import SelectField
from visitapp.ui.run import Run
from visitapp.ui.visit.changes import basics, note
from visitapp.ui.visit.changes.short import about, children_about, of_kind, seen_there, with_whom
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.particulars.part import Particulars
from visitapp.ui.visit.parts.asking import listed
from visitapp.ui.visit.short import ShortForm, ShortPage
from visitapp.ui.visit.verbs import VisitVerbs
from visitapp.ui.visit.write_up.note_field import NoteField
from visitapp.words import Say

KINDS: tuple[ContactKind, ...] = (
    "phone", "referral", "school_report", "health_appointment", "hospital", "missed_appointment", "police",
    "legal_outcome", "meeting", "household_change", "moved", "school_left", "school_started", "worker_change",
    "case_closed", "case_reopened", "office_visit", "other",
)  # fmt: skip
SEEN_AT = frozenset({"school_report", "health_appointment", "hospital", "police", "office_visit"})
MISSED: tuple[Outcome, ...] = ("was_not_brought", "cancelled_by_family", "cancelled_by_us")


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
        self.how.chosen.connect(lambda code: self.changed.emit(of_kind(code)))
        for name, field in (("how", self.how), ("whom", self.whom), ("about", self.about)):
            card.add(named(field, name))
        self._add_of_kind(say, here, card)
        self.particulars = Particulars(say, here)
        self.particulars.changed.connect(self.changed)
        self.box.addWidget(self.particulars)

    def _add_of_kind(self, say: Say, here: Family, card: Card) -> None:
        """What only some kinds of contact have: who was seen, how it went, how it ended, who was not there."""
        self._kind = ""
        self.seen = TickRow(say("visit.quick_note.seen"), [(one.id, one.called) for one in here.children])
        self.seen.changed.connect(lambda ids: self.changed.emit(seen_there(ids)))
        self.outcome = Choice(say("visit.quick_note.outcome"), [(one, say(f"code.outcome.{one}")) for one in MISSED])
        self.outcome.chosen.connect(lambda code: self.changed.emit(basics.contact(outcome=code or None)))
        self.result = SelectField(say("visit.quick_note.result"), tuple(listed(say, "legal_result", LegalResult)))
        self.result.chosen.connect(lambda code: self.changed.emit(basics.contact(result=code or None)))
        self.absent = TickRow(say("visit.quick_note.absent"), [(one.id, one.in_full) for one in here.professionals])
        self.absent.changed.connect(lambda ids: self.changed.emit(basics.contact(absent=ids)))
        for name in ("seen", "outcome", "result", "absent"):
            card.add(named(getattr(self, name), name))

    def _fit(self, kind: str) -> None:
        self.seen.setVisible(kind in SEEN_AT)
        self.outcome.setVisible(kind == "missed_appointment")
        self.result.setVisible(kind in ("police", "legal_outcome"))
        self.absent.setVisible(kind == "meeting" and bool(self.absent.ticks()))
        if self._kind and kind != self._kind:
            self.particulars.open_for(kind)
        self._kind = kind

    def show_draft(self, draft: Draft) -> None:
        self.note.show_note(draft.note)
        self.whom.set_value((*draft.contact.present, *draft.contact.attended))
        self.about.set_value(children_about(draft))
        self.how.set_value(draft.contact.kind)
        self.seen.set_value([one.child for one in draft.of(ChildSeen) if one.seen == "yes"])
        self.outcome.set_value(draft.contact.outcome or "")
        self.result.set_value(draft.contact.result or "")
        self.absent.set_value(draft.contact.absent)
        self.particulars.show_draft(draft)
        self._fit(draft.contact.kind)


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
