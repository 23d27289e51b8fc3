"""Marks seen at this visit. The body map opens only when there is one, and so does "does the child seem unwell?"."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.domain.draft import Draft
from visitapp.domain.marks import Account, Mark
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.rows import RowButton
from visitapp.ui.theme.tokens import M
from visitapp.ui.visit.changes import children
from visitapp.ui.visit.family import ChildHere, Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.asking import shown, value_of, yes_no
from visitapp.ui.visit.parts.section import Section
from visitapp.ui.visit.wording import mark_words
from visitapp.words import Say, Text


class Marks(Section):
    """`map_wanted` carries the child whose body map is to be opened, and one of its marks or nothing."""

    map_wanted = Signal(str, str)

    def __init__(self, say: Say, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.marks"), say("visit.marks.hint"), parent)
        self._say, self._family = say, family
        self._rows: dict[str, RowButton] = {}
        self._beside: Mapping[str, Sequence[Text]] = {}
        self.buttons: dict[str, Button] = {}
        self.unwell: dict[str, Choice] = {}
        self._list, self._asked = Part(M), Part(M)
        row = Row()
        for one in family.children:
            button = Button(say("visit.marks.on", child=one.called), "body")
            button.clicked.connect(lambda _on=False, id_=one.id: self.map_wanted.emit(id_, ""))
            self.buttons[one.id] = button
            row.add(named(button, f"marks:{one.id}"))
        for widget in (self._list, self._asked, row):
            self.add(widget)

    def show_draft(self, draft: Draft) -> None:
        """Show a line for each mark, with how many explanations were given, and what is asked of a child with one."""
        marks = {one.id: one for one in draft.items if isinstance(one, Mark)}
        for gone in set(self._rows) - set(marks):
            _take_out(self._list, self._rows.pop(gone))
        for id_, mark in marks.items():
            if id_ not in self._rows:
                self._rows[id_] = RowButton("", icon="mark")
                self._rows[id_].clicked.connect(partial(self.map_wanted.emit, mark.child, id_))
                self._list.add(named(self._rows[id_], f"mark:{id_}"))
            self._show_mark(self._rows[id_], mark, draft)
        self._show_unwell({mark.child for mark in marks.values() if mark.found == "yes"}, draft)
        self._list.setVisible(bool(marks))
        self._asked.setVisible(bool(self.unwell))

    def show_beside(self, beside: Mapping[str, Sequence[Text]], draft: Draft) -> None:
        """What is said beside the marks about which nothing is asked."""
        self._beside = beside
        self.show_draft(draft)

    def _show_mark(self, row: RowButton, mark: Mark, draft: Draft) -> None:
        said = sum(isinstance(one, Account) and mark.id in one.about for one in draft.items)
        lines = [mark.text] if mark.text else []
        lines.append(self._say("visit.marks.said", n=said) if said else self._say("visit.marks.nothing_said"))
        lines += [self._say(one) for one in self._beside.get(mark.id, ())]
        row.show_row(mark_words(self._say, self._family, mark), lines)

    def _show_unwell(self, marked: set[str], draft: Draft) -> None:
        """A child with a mark may need a doctor at once, whatever the mark is."""
        for gone in set(self.unwell) - marked:
            _take_out(self._asked, self.unwell.pop(gone))
        for one in self._family.children:
            if one.id in marked and one.id not in self.unwell:
                self._ask(one)
            if one.id in self.unwell:
                row = children.row(draft, one.id)
                self.unwell[one.id].set_value(shown(row.unwell) if row else "")

    def _ask(self, one: ChildHere) -> None:
        choice = self.unwell[one.id] = yes_no(self._say, self._say("visit.child.unwell", child=one.called))
        choice.chosen.connect(lambda code: self.changed.emit(children.said(one.id, unwell=value_of(code))))
        self._asked.add(named(choice, f"child:{one.id}:unwell"))


def _take_out(part: Part, widget: QWidget) -> None:
    part.box.removeWidget(widget)
    widget.hide()
    widget.deleteLater()
