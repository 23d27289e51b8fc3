"""The fields that answer a question on its very card: age, getting about, what a mark is, where exactly it is."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visitapp.domain.codes import MarkKind, codes
from visitapp.domain.days import Day, StatedAge
from visitapp.domain.draft import Draft
from visitapp.domain.marks import Mark
from visitapp.questions.choosing import Card
from visitapp.questions.due import Due
from visitapp.ui.bodymap.mobility import NOT_KNOWN, Mobility
from visitapp.ui.kit.fields import SelectField
from visitapp.ui.kit.given import Given
from visitapp.ui.kit.press import Button
from visitapp.ui.visit.changes import Change, NewId, learnt
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.age import AgeField
from visitapp.ui.visit.wording import mark_words
from visitapp.words import Say

BORN, MILESTONES, KIND, REGION = "child.born", "child.milestones", "mark.kind", "mark.region"
_UNSURE = ("unsure",)


class Filling(QObject):
    """Makes them. `changed` carries a Change, `map_wanted` a child and a mark.

    `given` carries a card's key and what was made of it: not known is an answer too.
    """

    changed = Signal(object)
    given = Signal(str, object)
    map_wanted = Signal(str, str)

    def __init__(self, say: Say, family: Family, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say, self._family = say, family
        self._makers: dict[str, Callable[[Card, Due, Draft], list[QWidget]]] = {
            BORN: self._ages,
            MILESTONES: self._mobility,
            KIND: self._kinds,
            REGION: self._regions,
        }

    def fields(self, card: Card, draft: Draft) -> list[QWidget]:
        """The fields of all questions on a card that have one here."""
        made: list[QWidget] = []
        for due in card.dues:
            if due.field in self._makers:
                made += self._makers[due.field](card, due, draft)
        return made

    def _ages(self, card: Card, due: Due, draft: Draft) -> list[QWidget]:
        made: list[QWidget] = []
        for child in due.children:
            field = AgeField(self._say, self._family.called(child), draft.contact.last_day())
            field.recorded.connect(partial(self._aged, child))
            made.append(named(field, f"age:{child}"))
        return made

    def _aged(self, child: str, found: Day | StatedAge) -> None:
        born, age = (found, None) if isinstance(found, Day) else (None, found)
        self.changed.emit(learnt.aged(self._family.case, child, self._say("visit.age.reason"), born, age))

    def _mobility(self, card: Card, due: Due, draft: Draft) -> list[QWidget]:
        made: list[QWidget] = []
        for child in due.children:
            field = Mobility(self._say, self._family.called(child), not_known=True)
            field.answer.set_value(learnt.how_it_gets_about(draft, child))
            field.chosen.connect(partial(self._moves, card, child))
            made.append(named(field, f"mobility:{child}"))
        return made

    def _moves(self, card: Card, child: str, how: str) -> None:
        """Not known is an answer that may change: it is asked again at the next visit."""
        if how == NOT_KNOWN:
            self.changed.emit(learnt.gets_about(child, ""))
            self.given.emit(card.key, Given("could_not_ask", self._say("visit.mobility.not_known.words")))
        else:
            self.changed.emit(learnt.gets_about(child, how))

    def _marks(self, due: Due, draft: Draft) -> list[Mark]:
        """The marks of this visit that it is about; one signed before is corrected by an addendum, not here."""
        about = set(due.about)
        return [one for one in draft.of(Mark) if one.id in about or (one.same_as or "") in about]

    def _kinds(self, card: Card, due: Due, draft: Draft) -> list[QWidget]:
        options = tuple((kind, self._say(f"code.mark_kind.{kind}")) for kind in codes(MarkKind) if kind not in _UNSURE)
        made: list[QWidget] = []
        for mark in self._marks(due, draft):
            words = self._say("visit.questions.what_is", mark=mark_words(self._say, self._family, mark))
            field = SelectField(words, options)
            field.set_value(mark.kind)
            field.chosen.connect(partial(self._is, mark.id))
            made.append(named(field, f"kind:{mark.id}"))
        return made

    def _is(self, mark: str, kind: MarkKind) -> None:
        self.changed.emit(what_it_is(mark, kind))

    def _regions(self, card: Card, due: Due, draft: Draft) -> list[QWidget]:
        made: list[QWidget] = []
        for mark in self._marks(due, draft):
            words = self._say("visit.questions.show_place", mark=mark_words(self._say, self._family, mark))
            button = Button(words, "body")
            button.clicked.connect(partial(self._show_place, mark.child, mark.id))
            made.append(named(button, f"region:{mark.id}"))
        return made

    def _show_place(self, child: str, mark: str, _on: bool = False) -> None:
        self.map_wanted.emit(child, mark)


def what_it_is(mark: str, kind: MarkKind) -> Change:
    """A mark of this visit is of this kind, and that is certain."""

    def change(draft: Draft, _new_id: NewId) -> Draft:
        known = next((one for one in draft.of(Mark) if one.id == mark), None)
        return draft if known is None else draft.with_item(replace(known, kind=kind, certain=True))

    return change
