"""What was promised: last time's, done or not; new ones; and when the next visit is to be."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Action
from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.day import DayField
from visitapp.ui.kit.fields import LineField, SelectField
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.text import Hint
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.theme.tokens import S
from visitapp.ui.visit.changes import promises
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.added import Added
from visitapp.ui.visit.parts.asking import shown, value_of
from visitapp.ui.visit.parts.section import Section
from visitapp.ui.visit.wording import by_whom
from visitapp.words import Say


class _Earlier(QWidget):
    """One promise from before: done, not done and why not."""

    changed = Signal(object)

    def __init__(self, say: Say, family: Family, action: Action) -> None:
        super().__init__()
        self._id = action.id
        options = [("yes", say("visit.promise.done")), ("no", say("visit.promise.not_done"))]
        self.done = Choice(action.what, options, by_whom(say, family, action))
        self.why = LineField(say("visit.promise.why"))
        self.why.control.setAccessibleName(f"{action.what}: {say('visit.promise.why')}")
        self.done.chosen.connect(lambda code: self.changed.emit(promises.was_done(self._id, value_of(code))))  # type: ignore[arg-type]  # codes of Truth
        self.why.edited.connect(lambda words: self.changed.emit(promises.was_done(self._id, why=words)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S)
        box.addWidget(named(self.done, f"promise:{action.id}"))
        box.addWidget(named(self.why, f"promise:{action.id}:why"))

    def show_draft(self, draft: Draft) -> None:
        update = promises.update_of(draft, self._id)
        self.done.set_value(shown(update.done) if update else "")
        self.why.setVisible(update is not None and update.done == "no")
        why = update.why if update else ""
        if self.why.value() != why:
            self.why.set_value(why)


class Earlier(Section):
    """What was promised before."""

    def __init__(self, say: Say, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.promises.earlier"), parent=parent)
        self._ids = tuple(action.id for action in family.actions)
        self.all_done = Tick(say("visit.promises.all_done", n=len(self._ids)))
        self.all_done.clicked.connect(self._all)
        if len(self._ids) > 1:
            self.add(named(self.all_done, "promises:all"))
        self.rows = {action.id: _Earlier(say, family, action) for action in family.actions}
        for row in self.rows.values():
            row.changed.connect(self.changed)
            self.add(row)
        if not self._ids:
            self.add(Hint(say("visit.promises.none")))

    def _all(self, on: bool) -> None:
        self.changed.emit(promises.all_done(self._ids, done="yes" if on else "unknown"))

    def show_draft(self, draft: Draft) -> None:
        """Show what became of each."""
        updates = [promises.update_of(draft, id_) for id_ in self._ids]
        self.all_done.setChecked(bool(updates) and all(one is not None and one.done == "yes" for one in updates))
        for row in self.rows.values():
            row.show_draft(draft)


class Next(Section):
    """The next visit, and new promises."""

    def __init__(self, say: Say, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.next"), parent=parent)
        self._say, self._family = say, family
        self.by = DayField(say, say("visit.next.by"), lambda: family.today, ahead=True)
        self.by.changed.connect(self._next)
        self.usual: Tick | None = None
        if family.next_by is not None:
            self.usual = Tick(say("visit.next.usual", day=family.next_by))
            self.usual.clicked.connect(lambda on: self._next(family.next_by if on else None))
            self.add(named(self.usual, "next:usual"))
        self.add(named(self.by, "next:by"))
        self.added = Added(say)
        self.added.taken_back.connect(lambda id_: self.changed.emit(promises.without(id_)))
        self.add(self.added)
        self.more = Fold(say("visit.promise.new"))
        self.add(named(self.more, "next:new"))
        self._add_form()

    def _add_form(self) -> None:
        say, family = self._say, self._family
        self.what = LineField(say("visit.promise.what"))
        whom = [(family.me, say("visit.promise.i"))]
        whom += [(one.id, one.name) for one in (*family.people, *family.professionals)]
        self.who = SelectField(say("visit.promise.who"), tuple(whom))
        self.who.set_value(family.me)
        self.when = DayField(say, say("visit.promise.by"), lambda: family.today, ahead=True)
        self.about = TickRow(say("visit.promise.about"), [(one.id, one.called) for one in family.children])
        self.about.set_value([one.id for one in family.children])
        self.put = Button(say("visit.promise.add"), "plus")
        self.put.clicked.connect(self._put)
        for name in ("what", "who", "when", "about", "put"):
            self.more.add(named(getattr(self, name), f"next:{name}"))

    def _put(self) -> None:
        if not self.what.value().strip():
            self.what.show_error(self._say("visit.promise.no_words"))
            self.what.setFocus()
            return
        self.changed.emit(promises.promise(self.what.value(), self.who.value(), self.when.day(), self.about.value()))
        self.what.show_error("")
        self.what.set_value("")
        self.when.set_day(None)
        self.what.setFocus()

    def _next(self, day: date | None) -> None:
        self.changed.emit(promises.next_visit(day, self._family.me))

    def show_draft(self, draft: Draft) -> None:
        """Show the next visit and what was promised here."""
        planned = promises.next_visit_of(draft)
        day = planned.by if planned else None
        if self.usual is not None:
            self.usual.setChecked(day is not None and day == self._family.next_by)
        if self.by.day() != day and not self.by.control.hasFocus():
            self.by.set_day(day)
        self.added.show_rows(
            [(one.id, f"{one.what} — {by_whom(self._say, self._family, one)}") for one in promises.new_actions(draft)]
        )
