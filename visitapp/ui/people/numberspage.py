"""The numbers to ring: a lead changes the card that everybody has, offline and on the locked screen."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from visitapp.domain.organisation import PhoneCard
from visitapp.ui.kit.card import Banner, Card, let_go
from visitapp.ui.kit.day import DayField
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.part import Block, Part
from visitapp.ui.kit.press import Button, PrimaryButton, QuietButton
from visitapp.ui.people.presenter import CardForm, Wrong
from visitapp.words import Say

_EMPTY = 3


class NumberLine(Block):
    """One number: whom one gets, and the number. `gone` when it is taken off the card, `raised` to stand earlier."""

    gone = Signal()
    raised = Signal()
    typed = Signal()

    def __init__(self, say: Say, what: str = "", number: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.what = LineField(say("people.what"), characters=40)
        self.number = LineField(say("people.number"), characters=24)
        self.remove = QuietButton(say("people.number.remove"), "bin")
        self.up = QuietButton(say("people.number.up"), "up")
        self._say = say
        self.what.set_value(what)
        self.number.set_value(number)
        self._name()
        self.remove.clicked.connect(self.gone)
        self.up.clicked.connect(self.raised)
        for field in (self.what, self.number):
            field.edited.connect(self._edited)
            self.add(field)
        self.add(Row(self.up, self.remove))

    def _edited(self) -> None:
        self._name()
        self.typed.emit()

    def _name(self) -> None:
        what = self.what.value().strip()
        for button, id_ in ((self.remove, "people.number.remove"), (self.up, "people.number.up")):
            button.setAccessibleName(self._say(f"{id_}_of", what=what) if what else self._say(id_))

    def pair(self) -> tuple[str, str]:
        """What stands there."""
        return self.what.value(), self.number.value()


class NumbersPage(LivePage):
    """`sign_pressed` carries a CardForm, `typed` comes with every change, `signed` once the card stands."""

    sign_pressed = Signal(object)
    typed = Signal()
    signed = Signal()

    def __init__(self, say: Say, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(say("numbers.heading"), say("people.card.hint"), parent=parent)
        self._say = say
        self.lines: list[NumberLine] = []
        self.done = Banner("ok", "")
        self.done.hide()
        self.add(self.done)
        card = Card(say("people.card"), say("people.card.order"))
        self._lines = Part()
        self.more = Button(say("people.number.add"), "plus")
        self.more.clicked.connect(self._add_empty)
        card.add(self._lines)
        card.add(self.more)
        self.add(card)
        checked = Card()
        self.checked = DayField(say, say("people.checked"), today, say("people.checked.hint"))
        self.checked.changed.connect(lambda _day: self.typed.emit())
        checked.add(self.checked)
        self.add(checked)
        self.button = PrimaryButton(say("people.card.sign"), "pen")
        self.button.clicked.connect(lambda: self.sign_pressed.emit(self.form()))
        self.set_foot(self.button)

    def _show_lines(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self._lines.empty()
        self.lines = []
        for what, number in pairs or (("", ""),) * _EMPTY:
            self._add(what, number)
        self.start_at = self.lines[0].what.control

    def _add(self, what: str = "", number: str = "") -> NumberLine:
        line = NumberLine(self._say, what, number)
        line.typed.connect(self.typed)
        line.gone.connect(lambda: self._remove(line))
        line.raised.connect(lambda: self._raise(line))
        self.lines.append(line)
        self._lines.add(line)
        return line

    def _add_empty(self) -> None:
        self._add().what.control.setFocus(Qt.FocusReason.TabFocusReason)

    def _remove(self, line: NumberLine) -> None:
        self.lines.remove(line)
        let_go(line)
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.typed.emit()

    def _raise(self, line: NumberLine) -> None:
        place = self.lines.index(line)
        if place:
            self.lines.insert(place - 1, self.lines.pop(place))
            self._lines.box.removeWidget(line)
            self._lines.box.insertWidget(place - 1, line)
            line.up.setFocus(Qt.FocusReason.OtherFocusReason)
            self.typed.emit()

    def show_card(self, card: PhoneCard | None) -> None:
        """The card that is signed now."""
        self.show_failure("")
        self._show_lines(tuple((one.what, one.number) for one in card.numbers) if card else ())
        self.checked.set_day(card.checked_on if card else None)
        self.focus_when_shown()

    def form(self) -> CardForm:
        """What stands there."""
        return CardForm(tuple(line.pair() for line in self.lines), self.checked.day())

    def values(self) -> dict[str, str]:
        """What stands there, to be kept."""
        found = {"checked": self.checked.value(), "lines": str(len(self.lines))}
        for place, (what, number) in enumerate(line.pair() for line in self.lines):
            found |= {f"what.{place}": what, f"number.{place}": number}
        return found

    def show_values(self, values: dict[str, str]) -> None:
        """Put back what was kept, after `show_card`."""
        count = int(values.get("lines", "0"))
        self._show_lines(
            tuple((values.get(f"what.{place}", ""), values.get(f"number.{place}", "")) for place in range(count))
        )
        self.checked.set_value(values.get("checked", ""))

    def show_wrong(self, wrong: Wrong) -> None:
        """What has to be put right: on top, and above each field."""
        self.done.show_words("")
        fields: dict[str, LineField] = {"checked_on": self.checked}
        if wrong and not self.lines:
            self._add()
        for place, line in enumerate(self.lines):
            fields |= {f"what.{place}": line.what, f"number.{place}": line.number}
        for field in fields.values():
            field.show_error("")
        for name, words in reversed(wrong):
            fields[name].show_error(self._say(words))
        heading = self._say("people.wrong", n=len(wrong)) if wrong else ""
        self.show_errors(heading, [(self._say(words), fields[name]) for name, words in wrong])

    def show_busy(self, busy: bool) -> None:
        """While it is being signed the button waits."""
        self.button.setEnabled(not busy)

    def show_signed(self) -> None:
        """It stands."""
        self.done.show_words(self._say("people.card.signed"))
        self.see(self.done)
        self.signed.emit()
