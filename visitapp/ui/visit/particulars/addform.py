"""A small form that is folded away, made when it is first opened, and emptied when what it says is added."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.press import Button
from visitapp.ui.visit.changes import Change
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.words import Say


class AddForm(Fold):
    """`changed` carries a Change. A form fills `make` and `read`; `name` is that of its fields and sentences."""

    changed = Signal(object)

    def __init__(self, say: Say, family: Family, name: str, parent: QWidget | None = None) -> None:
        super().__init__(say(f"visit.particular.{name}"), parent=parent)
        self._say, self._family, self.name = say, family, name
        self.put: Button | None = None
        self.opened.connect(self._open)

    def _open(self, on: bool) -> None:
        if not on or self.put is not None:
            return
        self.make()
        self.put = Button(self._say("visit.particular.add"), "plus")
        self.put.setAccessibleName(f"{self._say('visit.particular.add')}: {self.button.words()}")
        self.put.clicked.connect(self._put)
        self.field(self.put, "put")

    def make(self) -> None:
        """Make the fields."""

    def read(self) -> Change | None:
        """What stands in them; None where something is missing, which is said at its field."""

    def empty(self) -> None:
        """Empty the fields after what they said was added."""

    def field(self, widget: QWidget, name: str) -> None:
        """One more field, by a name that stays the same."""
        self.add(named(widget, f"{self.name}:{name}"))

    def wanted(self, field: LineField, words: str) -> bool:
        """Whether something stands in a field that cannot do without; else it says so and has the focus."""
        missing = not field.value().strip()
        field.show_error(self._say(words) if missing else "")
        if missing:
            field.setFocus()
        return not missing

    def truth(self, name: str) -> Choice:
        """A yes or no; nothing chosen is not known."""
        answers = [("yes", self._say("code.truth.yes")), ("no", self._say("code.truth.no"))]
        return Choice(self._say(f"visit.particular.{self.name}.{name}"), answers)

    def _put(self) -> None:
        change = self.read()
        if change is not None:
            self.changed.emit(change)
            self.empty()
