"""Fields that come as often as there are people: one group a person, added and taken away."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.ui.cases.form import ChildForm, PersonForm
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import let_go
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.part import Block
from visitapp.ui.kit.press import Button, QuietButton
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.theme.tokens import L, M, S
from visitapp.words import Say

T = TypeVar("T", bound="Group")


class Group(Block):
    """The fields of one person. `typed` with every change, `gone` when it is taken away."""

    typed = Signal()
    gone = Signal()

    def __init__(self, say: Say, remove: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._remove = say, remove
        self.box.setSpacing(M)
        self.remove = QuietButton("", "cross")
        self.remove.clicked.connect(self.gone)

    def set_number(self, number: int) -> None:
        """Which one of its kind it is, counted from 1."""
        self.remove.setText(self._say(self._remove, number=number))

    def lines(self) -> dict[str, LineField]:
        """The fields by name."""
        return {}

    def show_values(self, values: dict[str, str]) -> None:
        """Put back what was kept."""
        for name, line in self.lines().items():
            line.set_value(values.get(name, ""))


class ChildFields(Group):
    """A child: name and birthday, or the day on which it is due."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say, "family.child.remove", parent)
        self.name = LineField(say("family.child.name"), characters=32)
        self.born = LineField(say("family.child.born"), say("family.child.born.hint"), characters=20)
        self.unborn = Tick(say("family.child.unborn"))
        for line in (self.name, self.born):
            line.edited.connect(self.typed)
            self.box.addWidget(line)
        self.unborn.toggled.connect(self._name_the_day)
        self.unborn.clicked.connect(self.typed)
        self.box.addWidget(Row(self.unborn, self.remove, gap=L))

    def _name_the_day(self, unborn: bool) -> None:
        words = self._say("family.child.due" if unborn else "family.child.born")
        self.born.label.setText(words)
        self.born.control.setAccessibleName(words)
        self.born.set_hint(self._say("family.child.due.hint" if unborn else "family.child.born.hint"))

    def lines(self) -> dict[str, LineField]:
        return {"name": self.name, "born": self.born}

    def show_values(self, values: dict[str, str]) -> None:
        super().show_values(values)
        self.unborn.setChecked(values.get("unborn") == "yes")

    def form(self) -> ChildForm:
        """What stands there."""
        return ChildForm(self.name.value(), self.born.value(), self.unborn.isChecked())


class PersonFields(Group):
    """Somebody who lives there: name, and what they are to the children."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say, "family.person.remove", parent)
        self.name = LineField(say("family.person"), characters=32)
        self.relation = LineField(say("family.relation"), say("family.relation.hint"), characters=32)
        for line in (self.name, self.relation):
            line.edited.connect(self.typed)
            self.box.addWidget(line)
        self.box.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)

    def lines(self) -> dict[str, LineField]:
        return {"name": self.name, "relation": self.relation}

    def form(self) -> PersonForm:
        """What stands there."""
        return PersonForm(self.name.value(), self.relation.value())


class Repeated(QWidget):
    """Groups one below the other, and a button for one more. The last one is emptied instead of taken away."""

    typed = Signal()

    def __init__(self, add: str, make: Callable[[], Group], gone: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make, self._gone = make, gone
        self._groups: list[Group] = []
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S)
        self.button = Button(add, "plus")
        self.button.clicked.connect(self._one_more)
        self._box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def fields(self) -> list[Group]:
        """The groups, in order."""
        return self._groups

    def of(self, kind: type[T]) -> list[T]:
        """The groups, by their kind."""
        return [group for group in self._groups if isinstance(group, kind)]

    def grow(self, count: int) -> None:
        """At least so many groups."""
        while len(self._groups) < count:
            group = self._make()
            group.typed.connect(self.typed)
            group.gone.connect(lambda group=group: self._take_away(group))
            group.setParent(self)
            self._box.insertWidget(len(self._groups), group)
            self._groups.append(group)
            group.set_number(len(self._groups))

    def _one_more(self) -> None:
        self.grow(len(self._groups) + 1)
        next(iter(self._groups[-1].lines().values())).control.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_away(self, group: Group) -> None:
        if len(self._groups) == 1:
            group.show_values({})
            next(iter(group.lines().values())).control.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self._groups.remove(group)
            let_go(group)
            for number, one in enumerate(self._groups, 1):
                one.set_number(number)
            self.button.setFocus(Qt.FocusReason.TabFocusReason)
        announce(self, self._gone)
        self.typed.emit()
