"""Fields for a day and for a time, typed as people say them, with the reading shown below at once."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.reading import read_day, read_time, vocabulary
from visitapp.ui.kit.text import Small
from visitapp.words import Say, said_date


class DayField(LineField):
    """A day: 9/4/21, 9 April, friday, today, +14. `changed` carries the date, or None while it cannot be read.

    `today` is asked each time, since a page may stay open over midnight. `ahead`: without a year, one still to come.
    """

    changed = Signal(object)

    def __init__(
        self,
        say: Say,
        label: str,
        today: Callable[[], date],
        hint: str = "",
        *,
        ahead: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(label, hint or say("day.hint.ahead" if ahead else "day.hint"), 22, parent)
        self._say, self._today, self._ahead = say, today, ahead
        self._known = vocabulary(say)
        self.reading = Small()
        self.reading.hide()
        layout = self.layout()
        assert layout is not None  # noqa: S101  # made by Field
        layout.addWidget(self.reading)
        self.edited.connect(self._typed)
        self.control.editingFinished.connect(self._left)

    def day(self) -> date | None:
        """The day that is meant; None when empty or not to be read."""
        return read_day(self.value(), self._today(), self._known, ahead=self._ahead)

    def set_day(self, day: date | None) -> None:
        """Show a day; sends no `changed`."""
        self.set_value(said_date(day) if day else "")
        self.show_error("")
        self._show_reading(day)

    def _show_reading(self, day: date | None) -> None:
        words = ""
        if day:
            name = self._say("day.weekdays").split()[day.weekday()]
            words = self._say("day.reading", weekday=name, day=day)
        self.reading.setText(words)
        self.reading.setVisible(bool(words))

    def _typed(self) -> None:
        day = self.day()
        if day:
            self.show_error("")
        self._show_reading(day)
        self.changed.emit(day)

    def _left(self) -> None:
        wrong = bool(self.value().strip()) and self.day() is None
        if wrong != bool(self.error.text()):
            self.show_error(self._say("day.error") if wrong else "")


class TimeField(LineField):
    """A time of day: 1430, 14:30, 2.30pm. `changed` carries the time, or None while it cannot be read."""

    changed = Signal(object)

    def __init__(self, say: Say, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(label, hint or say("time.hint"), 8, parent)
        self._say = say
        self.edited.connect(lambda _words: self.changed.emit(self.at()))
        self.control.editingFinished.connect(self._left)

    def at(self) -> time | None:
        """The time that is meant; None when empty or not to be read."""
        return read_time(self.value())

    def set_at(self, at: time | None) -> None:
        """Show a time; sends no `changed`."""
        self.set_value(f"{at.hour:02}:{at.minute:02}" if at else "")
        self.show_error("")

    def _left(self) -> None:
        at = self.at()
        if at:
            self.set_at(at)
        elif self.value().strip():
            self.show_error(self._say("time.error"))
