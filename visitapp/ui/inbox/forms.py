"""The forms below a visit: a question back, and another reply or a decision."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.inbox.replies import FIELDS, ONE_LINE, REPLIES, Typed
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.fields import AreaField, LineField
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button
from visitapp.words import Say

OneField = LineField | AreaField


def _field(say: Say, name: str) -> OneField:
    label, hint = say(f"inbox.field.{name}"), say(f"inbox.field.{name}.hint")
    return LineField(label, hint) if name in ONE_LINE else AreaField(label, hint, lines=2)


class QuestionForm(Card):
    """A question back. `send_pressed` carries what is to be signed, `typed` comes with every change."""

    send_pressed = Signal(object)
    typed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("inbox.question"), parent=parent)
        self._say = say
        self.field = _field(say, "question")
        self.field.edited.connect(self.typed)
        self.add(self.field)
        self._about = Part()
        self.add(self._about)
        self._children: tuple[tuple[str, str], ...] = ()
        self._ticks: TickRow | None = None
        self._ticked: tuple[str, ...] = ()
        self.button = Button(say("inbox.question.send"), "question")
        self.button.clicked.connect(self._send)
        self.add(self.button)

    def show_children(self, children: tuple[tuple[str, str], ...]) -> None:
        """Whom a question may be about; a family with one child needs no choice."""
        if children == self._children:
            return
        self._ticked = self.about()
        self._children = children
        self._about.empty()
        self._ticks = None
        if len(children) > 1:
            self._ticks = TickRow(self._say("inbox.question.about"), children, self._say("inbox.question.about.hint"))
            self._ticks.set_value(self._ticked)
            self._ticks.changed.connect(lambda _codes: self.typed.emit())
            self._about.add(self._ticks)

    def about(self) -> tuple[str, ...]:
        """The children that are ticked."""
        return self._ticks.value() if self._ticks else self._ticked

    def _send(self) -> None:
        self.send_pressed.emit(Typed("question", {"question": self.field.value()}, self.about()))

    def fields(self) -> dict[str, OneField]:
        """Its field, by name."""
        return {"question": self.field}

    def values(self) -> dict[str, str]:
        """What stands there, to be kept."""
        return {"question": self.field.value(), "about": " ".join(self.about())}

    def show_values(self, values: Mapping[str, str]) -> None:
        """Put back what was kept."""
        self.field.set_value(values.get("question", ""))
        self._ticked = tuple(values.get("about", "").split())
        if self._ticks:
            self._ticks.set_value(self._ticked)


class ReplyForm(Card):
    """A short reply or a decision: choose which, fill it in, sign. Words of one stay while another is looked at."""

    send_pressed = Signal(object)
    typed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("inbox.reply"), parent=parent)
        self._say = say
        words = {code: say("inbox.decision" if code == "decision" else f"code.reply.{code}") for code in REPLIES}
        self.which = Choice(say("inbox.reply.which"), list(words.items()), look="list", show_label=False)
        self.which.chosen.connect(self._chosen)
        self.add(self.which)
        self._fields: dict[str, OneField] = {}
        self._parts: dict[str, Part] = {}
        for code in REPLIES:
            part = Part()
            for name, _ in FIELDS[code]:
                field = _field(say, name)
                field.edited.connect(self.typed)
                self._fields[name] = field
                part.add(field)
            part.hide()
            self._parts[code] = part
            self.add(part)
        self.button = Button("", "pen")
        self.button.clicked.connect(self._send)
        self.button.hide()
        self.add(self.button)

    def choose(self, code: str) -> None:
        """Show the form of this one; "" for none."""
        self.which.set_value(code)
        for one, part in self._parts.items():
            part.setVisible(one == code)
        self.button.setVisible(bool(code))
        if code:
            self.button.setText(self._say("inbox.decision.sign" if code == "decision" else "inbox.reply.sign"))

    def _chosen(self, code: str) -> None:
        self.choose(code)
        self.typed.emit()

    def _send(self) -> None:
        code = self.which.value()
        if code:
            self.send_pressed.emit(Typed(code, {name: self._fields[name].value() for name, _ in FIELDS[code]}))

    def fields(self) -> dict[str, OneField]:
        """All fields, by name."""
        return self._fields

    def clear(self, code: str) -> None:
        """This one is signed."""
        for name, _ in FIELDS[code]:
            self._fields[name].set_value("")
        self.choose("")

    def values(self) -> dict[str, str]:
        """What stands there, to be kept."""
        found = {name: field.value() for name, field in self._fields.items()}
        return {"which": self.which.value(), **found}

    def show_values(self, values: Mapping[str, str]) -> None:
        """Put back what was kept."""
        for name, field in self._fields.items():
            field.set_value(values.get(name, ""))
        code = values.get("which", "")
        self.choose(code if code in REPLIES else "")
