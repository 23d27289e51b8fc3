"""Who was there: tap the known; name someone else."""

from PySide6.QtWidgets import QWidget

from visitapp.domain.draft import Draft
from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.choice import TickRow
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.visit.changes import home
from visitapp.ui.visit.family import Known
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.section import Section
from visitapp.words import Say


class WhoWasThere(Section):
    """The people known, by name, and those named here for the first time."""

    def __init__(self, say: Say, people: tuple[Known, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._say, self._people = say, people
        self._all: tuple[Known, ...] = ()
        self.ticks = TickRow(say("visit.who"), ())
        self.add(self.ticks)
        self.more = Fold(say("visit.who.else"))
        self.name = LineField(say("visit.who.name"), characters=40)
        self.relation = LineField(say("visit.who.relation"), say("visit.who.relation.hint"), characters=40)
        self.further = {name: Tick(say(f"visit.who.{name}")) for name in ("lives_here", "male_carer", "child")}
        self.lives_here = self.further["lives_here"]
        self.put = Button(say("visit.who.add"), "plus")
        self.more.add(named(self.name, "who:name"))
        self.more.add(named(self.relation, "who:relation"))
        for name, tick in self.further.items():
            self.more.add(named(tick, f"who:{name}"))
        self.more.add(named(self.put, "who:add"))
        self.add(named(self.more, "who:else"))
        self.name.entered.connect(self.relation.setFocus)
        self.relation.entered.connect(self._put)
        self.put.clicked.connect(self._put)
        self._show_people(people)

    def _put(self) -> None:
        if not self.name.value().strip():
            self.name.show_error(self._say("visit.who.no_name"))
            self.name.setFocus()
            return
        ticked = {name: tick.isChecked() for name, tick in self.further.items()}
        self.changed.emit(home.someone_else(self.name.value(), self.relation.value(), **ticked))
        for tick in self.further.values():
            tick.setChecked(False)
        for field in (self.name, self.relation):
            field.set_value("")
            field.show_error("")
        self.name.setFocus()

    def _show_people(self, people: tuple[Known, ...]) -> None:
        if people == self._all:
            return
        self._all = people
        had_focus = self.ticks.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        options = [(one.id, one.in_full) for one in people]
        ticks = TickRow(self._say("visit.who"), options)
        ticks.changed.connect(lambda ids: self.changed.emit(home.present(ids)))
        self.box.replaceWidget(self.ticks, named(ticks, "who"))
        self.ticks.hide()
        self.ticks.deleteLater()
        self.ticks = ticks
        if had_focus:
            ticks.setFocus()

    def show_draft(self, draft: Draft) -> None:
        """Show who was there, those named here for the first time too."""
        new = tuple(Known(one.id, one.name, one.relation) for one in home.new_people(draft))
        self._show_people((*self._people, *new))
        self.ticks.set_value(draft.contact.present)
