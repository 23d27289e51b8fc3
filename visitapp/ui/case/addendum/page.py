"""The addendum: choose what is wrong, correct or withdraw it, say why and whose correction it is, sign."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.case.addendum.correctable import Correctable
from visitapp.ui.case.addendum.presenter import Chosen, ToCorrect, Typed
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import AreaField, LineField, SelectField
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.part import Block, Part
from visitapp.ui.kit.press import LinkButton, PrimaryButton
from visitapp.ui.kit.rowlist import RowList
from visitapp.ui.kit.rowof import RowOf
from visitapp.ui.kit.text import Hint, Label, Para
from visitapp.words import Say, Text

_MANY = 60
_PART_NAMES = {
    "measures": "children",
    "opinions": "marks",
    "accounts": "marks",
    "worries": "observations",
    "told": "answers",
    "next_visit": "promises",
}

OneField = LineField | AreaField | SelectField


class AddendumPage(LivePage):
    """`chosen` carries an item's id ("" for none), `sign_pressed` the form, `typed` comes with every change.

    `signed` once it stands.
    """

    chosen = Signal(str)
    sign_pressed = Signal(object)
    typed = Signal()
    signed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("addendum.title"), say("addendum.hint"), parent=parent)
        self._say = say
        self._item = ""
        self._fields: dict[str, OneField] = {}
        self.list = RowList(say("addendum.which"), say("today.more"), _MANY)
        self.list.opened.connect(self.chosen)
        self._which = Card(say("addendum.which"), say("addendum.which.hint"))
        self._which.add(self.list)
        self.none = Hint(say("addendum.none"))
        self.none.hide()
        self._which.add(self.none)
        self.add(self._which)
        self._build_form()
        self.button = PrimaryButton(say("addendum.sign"), "pen")
        self.button.clicked.connect(lambda: self.sign_pressed.emit(self.form()))
        self.set_foot(self.button)
        self._foot.hide()

    def _build_form(self) -> None:
        say = self._say
        self._form = Card()
        self._was = Para("", selectable=True)
        block = Block()
        block.add(Label(say("addendum.chosen")))
        block.add(self._was)
        self.another = LinkButton(say("addendum.choose_another"))
        self.another.clicked.connect(lambda: self.chosen.emit(""))
        block.add(self.another)
        self.what = Choice(
            say("addendum.what"),
            [("correct", say("addendum.correct")), ("withdraw", say("addendum.withdraw"))],
            say("addendum.withdraw.hint"),
        )
        self.what.set_value("correct")
        self.what.chosen.connect(self._what)
        self._values = Part()
        self.whose = Choice(
            say("addendum.whose"),
            [("worker", say("addendum.whose.worker")), ("family", say("addendum.whose.family"))],
        )
        self.whose.set_value("worker")
        self.whose.chosen.connect(self._whose)
        self.reason = AreaField(say("addendum.reason"), say("addendum.reason.hint"), lines=2)
        self.reason.edited.connect(self.typed)
        for widget in (block, self.what, self._values, self.whose, self.reason):
            self._form.add(widget)
        self.add(self._form)
        self._form.hide()

    def show_items(self, title: str, items: tuple[ToCorrect, ...]) -> None:
        """What may be corrected, each with its first words."""
        self.set_title(self._say("addendum.title"), title)
        self.list.show_rows(
            [RowOf(one.item, self._say(f"visit_read.part.{_part(one.part)}"), (one.words,)) for one in items]
        )
        self.none.setVisible(not items)
        self.focus_when_shown()

    def show_chosen(self, chosen: Chosen | None) -> None:
        """The form for what was chosen; None: back to the list."""
        self._item = chosen.item if chosen else ""
        self._which.setVisible(chosen is None)
        self._form.setVisible(chosen is not None)
        self._foot.setVisible(chosen is not None)
        self.show_errors("", [])
        self._values.empty()
        self._fields = {}
        if chosen is None:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.list.buttons():
                self.list.buttons()[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self.typed.emit()
            return
        self._was.setText(chosen.words)
        for field in chosen.fields:
            self._fields[field.name] = self._made(field)
            self._values.add(self._fields[field.name])
        self.what.setVisible(chosen.may_withdraw)
        self.what.set_value("correct")
        self._values.show()
        first = next(iter(self._fields.values()), self.reason)
        first.control.setFocus(Qt.FocusReason.TabFocusReason)

    def _made(self, field: Correctable) -> OneField:
        label = self._say(field.label)
        if field.kind == "code":
            options = tuple((code, self._say(words)) for code, words in field.options)
            select = SelectField(label, options)
            select.set_value(field.value)
            select.chosen.connect(lambda _code: self.typed.emit())
            return select
        if field.kind == "words":
            area = AreaField(label, lines=2)
            area.set_value(field.value)
            area.edited.connect(self.typed)
            return area
        line = LineField(label, characters=8 if field.kind in ("number", "time") else 48)
        line.set_value(field.value)
        line.edited.connect(self.typed)
        return line

    def _what(self, code: str) -> None:
        self.what.set_value(code or "correct")
        self._values.setVisible(code != "withdraw")
        self.typed.emit()

    def _whose(self, code: str) -> None:
        self.whose.set_value(code or "worker")
        self.typed.emit()

    def form(self) -> Typed:
        """What stands there."""
        return Typed(
            withdraw=self.what.value() == "withdraw",
            whose=self.whose.value(),
            reason=self.reason.value(),
            values={name: field.value() for name, field in self._fields.items()},
        )

    def values(self) -> dict[str, str]:
        """What stands there, by field, to be kept; nothing while nothing is chosen."""
        if not self._item:
            return {}
        form = self.form()
        found = {"item": self._item, "reason": form.reason, "whose": form.whose}
        found["withdraw"] = "yes" if form.withdraw else ""
        return found | {f"value:{name}": words for name, words in form.values.items()}

    def show_values(self, values: dict[str, str]) -> None:
        """Put back what was kept, after `show_chosen`."""
        self.reason.set_value(values.get("reason", ""))
        self.whose.set_value(values.get("whose", "worker"))
        if values.get("withdraw"):
            self.what.set_value("withdraw")
            self._values.hide()
        for name, field in self._fields.items():
            field.set_value(values.get(f"value:{name}", ""))

    def show_wrong(self, wrong: tuple[tuple[str, Text], ...]) -> None:
        """What has to be put right: on top, and above each field."""
        fields: dict[str, OneField] = {**self._fields, "reason": self.reason}
        for field in fields.values():
            field.show_error("")
        for name, words in reversed(wrong):
            fields[name].show_error(self._say(words))
        heading = self._say("addendum.wrong", n=len(wrong)) if wrong else ""
        self.show_errors(heading, [(self._say(words), fields[name]) for name, words in wrong])

    def show_busy(self, busy: bool) -> None:
        """While it is being signed the button waits."""
        self.button.setEnabled(not busy)
        self.button.setText(self._say("addendum.signing" if busy else "addendum.sign"))

    def show_signed(self) -> None:
        """It stands."""
        self.signed.emit()


def _part(part: str) -> str:
    return _PART_NAMES.get(part, part)
