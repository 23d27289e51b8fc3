"""A visit without a reply: expected or not, when the next try is, sign. Words are welcome and not asked for."""

from PySide6.QtWidgets import QWidget

from visitapp.actions.session import Session
from visitapp.domain.codes import Outcome
from visitapp.domain.days import working_days_after
from visitapp.domain.draft import Draft
from visitapp.domain.organisation import PhoneCard
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.day import DayField, TimeField
from visitapp.ui.kit.fields import AreaField
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.run import Run
from visitapp.ui.visit.changes import basics, note, promises
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.asking import shown, value_of
from visitapp.ui.visit.short import ShortForm, ShortPage
from visitapp.ui.visit.verbs import VisitVerbs
from visitapp.words import Say

OUTCOMES: tuple[Outcome, ...] = ("no_reply", "refused", "cancelled_by_family")


class NoReplyForm(ShortForm):
    """How it went is filled already: nobody answered."""

    def __init__(self, say: Say, here: Family, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._soon = working_days_after(here.today, 1)
        self._add_how(say)
        self._add_next(say, here)
        words = Card()
        self.words = AreaField(say("visit.no_reply.words"), say("visit.no_reply.words.hint"))
        self.words.edited.connect(lambda text: self.changed.emit(note.note(note.paragraphs(text))))
        words.add(named(self.words, "words"))
        self.box.addWidget(words)
        self.start_at = self.announced.buttons()[0]

    def _add_how(self, say: Say) -> None:
        card = Card()
        self.outcome = Choice(say("visit.this.outcome"), [(one, say(f"code.outcome.{one}")) for one in OUTCOMES])
        self.outcome.chosen.connect(lambda code: self.changed.emit(basics.contact(outcome=code or "no_reply")))
        planned = [("yes", say("visit.this.planned")), ("no", say("visit.this.unannounced"))]
        self.announced = Choice(say("visit.this.announced"), planned)
        self.announced.chosen.connect(lambda code: self.changed.emit(basics.contact(announced=value_of(code))))
        self.at = TimeField(say, say("visit.this.time"))
        self.at.changed.connect(lambda at: self.changed.emit(basics.contact(time=f"{at:%H:%M}" if at else "")))
        for name, field in (("outcome", self.outcome), ("announced", self.announced), ("time", self.at)):
            card.add(named(field, name))
        self.box.addWidget(card)

    def _add_next(self, say: Say, here: Family) -> None:
        card = Card(say("visit.no_reply.next"))
        self.soon = Tick(say("visit.no_reply.soon", day=self._soon))
        self.soon.clicked.connect(
            lambda on: self.changed.emit(promises.next_visit(self._soon if on else None, here.me))
        )
        self.by = DayField(say, say("visit.next.by"), lambda: here.today, ahead=True)
        self.by.changed.connect(lambda day: self.changed.emit(promises.next_visit(day, here.me)))
        card.add(named(self.soon, "soon"))
        card.add(named(self.by, "by"))
        self.box.addWidget(card)

    def show_draft(self, draft: Draft) -> None:
        self.outcome.set_value(draft.contact.outcome or "")
        self.announced.set_value(shown(draft.contact.announced))
        planned = promises.next_visit_of(draft)
        day = planned.by if planned else None
        self.soon.setChecked(day == self._soon)
        if self.by.day() != day and not self.by.control.hasFocus():
            self.by.set_day(day)
        if not self.at.control.hasFocus():
            self.at.set_value(draft.contact.time)
        if note.paragraphs(self.words.value()) != draft.note:
            self.words.set_value(note.words_of(draft.note))


class NoReplyPage(ShortPage):
    """Nobody answered, or the visit was declined or cancelled at the door."""

    def __init__(
        self,
        say: Say,
        run: Run,
        verbs: VisitVerbs,
        session: Session,
        numbers: PhoneCard | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(say, run, verbs, session, numbers, "no_reply", NoReplyForm, parent)
