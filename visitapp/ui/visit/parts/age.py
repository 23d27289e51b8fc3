"""How old a child is, in place: born on a day, in a month or in a year; or about so many months or years old."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.domain.days import Day, StatedAge
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.text import Hint, Prose
from visitapp.ui.theme.tokens import M, S
from visitapp.words import Say

_MOST = {"months": 18 * 12, "years": 18}


class AgeField(QWidget):
    """`recorded` carries a Day, or a StatedAge, once the button is pressed and what stands there can be read."""

    recorded = Signal(object)

    def __init__(self, say: Say, called: str, on: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._on = say, on
        self.error = Prose("", "error")
        self.error.hide()
        self.parts = {name: LineField(say(f"visit.age.{name}"), characters=size) for name, size in
                      (("day", 3), ("month", 3), ("year", 5))}  # fmt: skip
        self.count = LineField(say("visit.age.count"), characters=4)
        self.unit = Choice(say("visit.age.unit"), [(one, say(f"visit.age.{one}")) for one in _MOST], show_label=False)
        self.put = Button(say("visit.age.put"), "tick")
        self.put.clicked.connect(self._put)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S)
        born, about = say("visit.age.born", child=called), say("visit.age.about", child=called, day=on)
        for widget in (self.error, Hint(born), Row(*self.parts.values(), gap=M), Hint(about),
                       Row(self.count, self.unit, gap=M), Row(self.put)):  # fmt: skip
            box.addWidget(widget)
        for field in (*self.parts.values(), self.count):
            words = about if field is self.count else born
            field.control.setAccessibleName(f"{words} {field.label.text()}")
            field.control.returnPressed.connect(self._put)
        self.put.setAccessibleName(f"{born} {say('visit.age.put')}")
        self.setFocusProxy(self.parts["day"].control)

    def _put(self) -> None:
        found = self._born() if any(field.value().strip() for field in self.parts.values()) else self._age()
        self.error.setText("" if found else self._say("visit.age.wrong"))
        self.error.setVisible(found is None)
        if found is None:
            self.parts["day"].control.setFocus()
            return
        self.recorded.emit(found)

    def _born(self) -> Day | None:
        day, month, year = (self.parts[name].value().strip() for name in ("day", "month", "year"))
        if any(part and not (part.isascii() and part.isdigit()) for part in (day, month, year)) or len(year) != 4:
            return None
        try:
            born = Day(int(year), int(month) if month else None, int(day) if day else None)
        except ValueError:
            return None
        return born if born.first() <= self._on and born.year > self._on.year - 30 else None

    def _age(self) -> StatedAge | None:
        typed, unit = self.count.value().strip(), self.unit.value() or "months"
        if not (typed.isascii() and typed.isdigit()) or int(typed) > _MOST[unit]:
            return None
        return StatedAge(int(typed), unit, self._on)  # type: ignore[arg-type]  # one of the two
