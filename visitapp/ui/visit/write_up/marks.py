"""Marks seen at this visit. The body map opens only when there is one."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.domain.draft import Draft
from visitapp.domain.marks import Account, Mark
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.rows import RowButton
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.section import Section
from visitapp.ui.visit.wording import mark_words
from visitapp.words import Say


class Marks(Section):
    """`map_wanted` carries the child whose body map is to be opened, and one of its marks or nothing."""

    map_wanted = Signal(str, str)

    def __init__(self, say: Say, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.marks"), say("visit.marks.hint"), parent)
        self._say, self._family = say, family
        self._rows: dict[str, RowButton] = {}
        self.buttons: dict[str, Button] = {}
        row = Row()
        for one in family.children:
            button = Button(say("visit.marks.on", child=one.called), "body")
            button.clicked.connect(lambda _on=False, id_=one.id: self.map_wanted.emit(id_, ""))
            self.buttons[one.id] = button
            row.add(named(button, f"marks:{one.id}"))
        self.add(row)

    def show_draft(self, draft: Draft) -> None:
        """Show a line for each mark, with how many explanations were given."""
        marks = {one.id: one for one in draft.items if isinstance(one, Mark)}
        for gone in set(self._rows) - set(marks):
            widget = self._rows.pop(gone)
            self.box.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        for id_, mark in marks.items():
            if id_ not in self._rows:
                self._rows[id_] = RowButton("", icon="mark")
                self._rows[id_].clicked.connect(partial(self.map_wanted.emit, mark.child, id_))
                self.box.insertWidget(self.box.count() - 1, named(self._rows[id_], f"mark:{id_}"))
            self._show_mark(self._rows[id_], mark, draft)

    def _show_mark(self, row: RowButton, mark: Mark, draft: Draft) -> None:
        said = sum(isinstance(one, Account) and mark.id in one.about for one in draft.items)
        lines = [mark.text] if mark.text else []
        lines.append(self._say("visit.marks.said", n=said) if said else self._say("visit.marks.nothing_said"))
        row.show_row(mark_words(self._say, self._family, mark), lines)
