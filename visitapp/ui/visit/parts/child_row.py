"""One child's row: all in one tick when nothing is different, else the cells that fit the age."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.domain.contact import ChildSeen, SaidToBe
from visitapp.domain.draft import Draft
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.text import Heading
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.theme.tokens import L, M, S
from visitapp.ui.visit.changes import children
from visitapp.ui.visit.family import ChildHere
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.asking import shown, value_of, yes_no
from visitapp.words import Say


class ChildRow(QWidget):
    """`changed` carries a Change. Seen is always there; the other cells by age (`ChildHere.cells`)."""

    changed = Signal(object)

    def __init__(self, say: Say, here: ChildHere, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = here
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S)
        self.usual = Tick(say(_usual(here)))
        self.usual.setAccessibleName(f"{here.called}: {self.usual.words()}")
        self.usual.clicked.connect(self._usual_ticked)
        self._box.addWidget(Row(Heading(here.called), named(self.usual, f"child:{here.id}:usual"), gap=L))
        self.cells: dict[str, Choice] = {}
        row = Row(gap=L)
        for name in _names(here):
            cell = yes_no(say, say(f"visit.child.{name}"))
            cell.setAccessibleName(f"{here.called}: {say(f'visit.child.{name}')}")
            for button in cell.buttons():
                button.setAccessibleDescription(cell.accessibleName())
            cell.chosen.connect(lambda code, name=name: self._said(name, code))
            self.cells[name] = cell
            row.add(named(cell, f"child:{here.id}:{name}"))
        self._box.addWidget(row)
        self._add_not_seen(say)

    def _add_not_seen(self, say: Say) -> None:
        called = self._here.called
        self.place = LineField(say("visit.child.said_to_be", child=called))
        self.by = LineField(say("visit.child.said_by"), characters=40)
        self._not_seen = QWidget()
        box = QVBoxLayout(self._not_seen)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(M)
        for field, name in ((self.place, "place"), (self.by, "by")):
            field.edited.connect(lambda _words: self._said_to_be())
            box.addWidget(named(field, f"child:{self._here.id}:{name}"))
        self._not_seen.hide()
        self._box.addWidget(self._not_seen)

    def add(self, widget: QWidget) -> None:
        """One more below the cells."""
        self._box.addWidget(widget)

    def _usual_ticked(self, on: bool) -> None:
        facts = {name: value if on else "unknown" for name, value in children.usual(self._here.cells).items()}
        self.changed.emit(children.said(self._here.id, **facts))

    def _said(self, name: str, code: str) -> None:
        self.changed.emit(children.said(self._here.id, **{name: value_of(code)}))

    def _said_to_be(self) -> None:
        place, by = self.place.value().strip(), self.by.value().strip()
        where = SaidToBe(place, by) if place or by else None
        self.changed.emit(children.said(self._here.id, said_to_be=where))

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft says of this child."""
        seen = children.row(draft, self._here.id)
        self.usual.setChecked(children.is_usual(seen, self._here.cells))
        for name, cell in self.cells.items():
            cell.set_value(shown(getattr(seen, name)) if seen else "")
        self._not_seen.setVisible(seen is not None and seen.seen == "no")
        self._show_said_to_be(seen)

    def _show_said_to_be(self, seen: ChildSeen | None) -> None:
        said = (seen.said_to_be if seen else None) or SaidToBe()
        for field, words in ((self.place, said.place), (self.by, said.by)):
            if field.value().strip() != words:
                field.set_value(words)


def _names(here: ChildHere) -> tuple[str, ...]:
    fits = here.cells
    talking = ("spoken_to", "alone") if fits.talks else ()
    return ("seen", *talking, *(("awake",) if fits.baby else ()))


def _usual(here: ChildHere) -> str:
    fits = here.cells
    if fits.talks and fits.baby:
        return "visit.child.usual.both"
    if fits.talks:
        return "visit.child.usual.talks"
    return "visit.child.usual.baby" if fits.baby else "visit.child.usual.seen"
