"""Whom I told, of what, at what time."""

from datetime import date

from PySide6.QtWidgets import QWidget

from visitapp.domain.codes import ToldHow, ToldRole, codes
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Told
from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.day import TimeField
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.press import Button
from visitapp.ui.visit.changes import promises
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.added import Added
from visitapp.ui.visit.parts.markticks import MarkTicks
from visitapp.ui.visit.parts.section import Section
from visitapp.words import Names, Say


class WhoWasTold(Section):
    """Those who were told so far, and a way to add one."""

    def __init__(self, say: Say, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.told"), say("visit.told.hint"), parent)
        self._say, self._family = say, family
        self._day: date = family.today
        self.added = Added(say)
        self.added.taken_back.connect(lambda id_: self.changed.emit(promises.without(id_)))
        self.add(self.added)
        self.more = Fold(say("visit.told.new"))
        self.add(named(self.more, "told:new"))
        self.who = LineField(say("visit.told.who"), say("visit.told.who.hint"), characters=40)
        self.at = TimeField(say, say("visit.told.at"))
        self.role = Choice(say("question.role"), [(one, say(f"code.told_role.{one}")) for one in codes(ToldRole)])
        self.how = Choice(say("question.by"), [(one, say(f"code.told_how.{one}")) for one in codes(ToldHow)])
        self.marks = MarkTicks(say, family)
        self.about = TickRow(say("visit.promise.about"), [(one.id, one.called) for one in family.children])
        self.said = LineField(say("visit.told.said"))
        self.put = Button(say("visit.told.add"), "plus")
        self.put.clicked.connect(self._put)
        for name in ("who", "at", "role", "how", "about", "marks", "said", "put"):
            self.more.add(named(getattr(self, name), f"told:{name}"))

    def _put(self) -> None:
        if not self.who.value().strip():
            self.who.show_error(self._say("visit.told.no_name"))
            self.who.setFocus()
            return
        at = self.at.at()
        when = f"{self._day} {at:%H:%M}" if at else str(self._day)
        about = (*self.about.value(), *self.marks.value())
        role, how = self.role.value(), self.how.value()
        self.changed.emit(promises.told(self.who.value(), when, self.said.value(), about, role=role, how=how))
        for choice in (self.role, self.how):
            choice.set_value("")
        for field in (self.who, self.at, self.said):
            field.set_value("")
            field.show_error("")
        self.who.setFocus()

    def show_draft(self, draft: Draft) -> None:
        """Show who was told so far."""
        self._day = draft.contact.last_day()
        self.marks.show_draft(draft)
        told = promises.told_of(draft)
        on_cards = frozenset(one.id for one in told if one.card)  # taken back where they were said: on the card
        self.added.show_rows([(one.id, self._words(one)) for one in told], on_cards)

    def _words(self, told: Told) -> str:
        time = told.at.partition(" ")[2]
        words = self._say("visit.told.at_time", who=told.who, time=time) if time else told.who
        children = Names(one.called for one in self._family.children if one.id in told.about)
        parts = [words, *([self._say("visit.names", names=children)] if children else []), told.said]
        return " · ".join(part for part in parts if part)
