"""What each parent thinks, and whether they were told what we would write."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.domain.draft import Draft
from visitapp.ui.kit.fields import AreaField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.text import Hint
from visitapp.ui.theme.tokens import L, S
from visitapp.ui.visit.changes import home, promises
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.asking import shown, value_of, yes_no
from visitapp.ui.visit.parts.section import Section
from visitapp.words import Say


class _Parent(QWidget):
    """One of those who were there."""

    changed = Signal(object)

    def __init__(self, say: Say, id_: str, name: str) -> None:
        super().__init__()
        self._id = id_
        self.words = AreaField(say("visit.parent.view", name=name), lines=2)
        self.told = yes_no(say, say("visit.parent.told", name=name))
        self.agrees = yes_no(say, say("visit.parent.agrees", name=name))
        self.words.edited.connect(lambda words: self._set(text=words))
        self.told.chosen.connect(lambda code: self._set(told_what_we_write=value_of(code)))
        self.agrees.chosen.connect(lambda code: self._set(agrees=value_of(code)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S)
        box.addWidget(named(self.words, f"parent:{id_}"))
        both = Row(gap=L)
        both.add(named(self.told, f"parent:{id_}:told"))
        both.add(named(self.agrees, f"parent:{id_}:agrees"))
        box.addWidget(both)

    def _set(self, **facts: str) -> None:
        self.changed.emit(promises.parents_view(self._id, **facts))

    def show_draft(self, draft: Draft) -> None:
        view = promises.parents_view_of(draft, self._id)
        words = view.text if view else ""
        if self.words.value() != words:
            self.words.set_value(words)
        self.told.set_value(shown(view.told_what_we_write) if view else "")
        self.agrees.set_value(shown(view.agrees) if view else "")


class ParentsViews(Section):
    """Those who were there, and anybody whose view was written down."""

    def __init__(self, say: Say, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.parents"), say("visit.parents.hint"), parent)
        self._say, self._family = say, family
        self._nobody = Hint(say("visit.parents.nobody"))
        self.add(self._nobody)
        self.people: dict[str, _Parent] = {}

    def show_draft(self, draft: Draft) -> None:
        """Show a part for each grown-up who was there. One whose words stand there stays."""
        new = {one.id: one for one in home.new_people(draft)}
        known = {**self._family.case.people, **new}
        wanted = [id_ for id_ in draft.contact.present if id_ in known and not known[id_].child]
        wanted += [id_ for id_ in self.people if id_ not in wanted and promises.parents_view_of(draft, id_)]
        for id_ in [id_ for id_ in self.people if id_ not in wanted]:
            gone = self.people.pop(id_)
            self.box.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for id_ in wanted:
            if id_ not in self.people:
                self.people[id_] = _Parent(self._say, id_, known[id_].name)
                self.people[id_].changed.connect(self.changed)
                self.add(self.people[id_])
            self.people[id_].show_draft(draft)
        self._nobody.setVisible(not wanted)
