"""A question of the organisation's own: its words, when it comes, its source; tried on past cases before signing."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Banner, Card
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import AreaField, LineField
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.questions.conditionform import ConditionForm
from visitapp.ui.questions.ownform import OwnForm
from visitapp.ui.questions.trycard import TryCard
from visitapp.words import Say

_HOW = ("now", "turns", "today", "settle")
_UNKNOWN = ("silent", "due")


class OwnPage(LivePage):
    """`sign_pressed` and `retire_pressed` carry an OwnForm, `typed` comes with every change, `signed` once it stands.

    `checked` (subject, condition) asks what a condition says.
    """

    sign_pressed = Signal(object)
    retire_pressed = Signal(object)
    typed = Signal()
    checked = Signal(str, str)
    signed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("own.title"), say("own.hint"), parent=parent)
        self._say = say
        self.retired = Banner("info", "")
        self.retired.hide()
        self.add(self.retired)
        self._build_words()
        self._build_when()
        self.trying = TryCard(say)
        self.trying.ended.connect(lambda: QTimer.singleShot(0, self, self._see_what_came))
        self.add(self.trying)
        self._build_sign()
        self.fields: dict[str, QWidget] = {
            "wording": self.words, "why": self.why, "source": self.source, "if": self.when.subject,
            "reason": self.reason, "act": self.how, "subject": self.when.subject,
        }  # fmt: skip
        self.start_at = self.words.control

    def _build_words(self) -> None:
        say = self._say
        card = Card(say("own.words.heading"))
        self.words = AreaField(say("own.words"), say("own.words.hint"), lines=2)
        self.why = AreaField(say("own.why"), say("own.why.hint"), lines=2)
        self.source = LineField(say("own.source"), say("own.source.hint"))
        for field in (self.words, self.why, self.source):
            field.edited.connect(lambda _words: self.typed.emit())
            card.add(field)
        self.add(card)

    def _build_when(self) -> None:
        say = self._say
        card = Card(say("own.when"))
        self.when = ConditionForm(say)
        self.when.changed.connect(self._condition_changed)
        self.how = Choice(say("own.how"), [(code, say(f"checklist.how.{code}")) for code in _HOW], say("own.how.hint"))
        self.unknown = Choice(
            say("own.unknown"), [(code, say(f"own.unknown.{code}")) for code in _UNKNOWN], say("own.unknown.hint")
        )
        self.how.set_value("now")
        self.unknown.set_value("silent")
        for choice in (self.how, self.unknown):
            choice.chosen.connect(lambda _code: self.typed.emit())
        for widget in (self.when, self.how, self.unknown):
            card.add(widget)
        self.add(card)

    def _see_what_came(self) -> None:
        """What it came to, and below it as much as fits of where."""
        for part in (self.trying.rows, self.trying):
            self.see(part)
        self.see(self.trying.words)

    def _build_sign(self) -> None:
        say = self._say
        card = Card(say("checklist.sign.heading"), say("checklist.sign.hint"))
        self.reason = LineField(say("checklist.reason"), say("checklist.reason.hint"))
        self.reason.edited.connect(lambda _words: self.typed.emit())
        card.add(self.reason)
        self.add(card)
        self.sign, self.retire = PrimaryButton(say("checklist.sign"), "pen"), Button(say("checklist.retire"), "minus")
        self.sign.clicked.connect(lambda: self.sign_pressed.emit(self.form()))
        self.retire.clicked.connect(lambda: self.retire_pressed.emit(self.form()))
        self.set_foot(self.sign, self.retire)
        self.retire.hide()

    def _condition_changed(self) -> None:
        self.checked.emit(self.when.subject.value(), self.when.condition())
        self.typed.emit()

    def form(self) -> OwnForm:
        """What stands in the fields now."""
        return OwnForm(
            self.words.value().strip(),
            self.why.value().strip(),
            self.source.value().strip(),
            self.when.subject.value(),
            self.when.condition(),
            self.how.value() or "now",
            self.unknown.value() or "silent",
            self.reason.value().strip(),
        )

    def values(self) -> dict[str, str]:
        """For keeping what is typed."""
        form = self.form()
        return {name: getattr(form, name) for name in form.__struct_fields__}

    def show_form(self, form: OwnForm) -> None:
        """Put all of it into the fields."""
        for field, words in ((self.words, form.words), (self.why, form.why)):
            field.set_value(words)
        self.source.set_value(form.source)
        self.reason.set_value(form.reason)
        self.when.show_condition(form.subject or "child", form.condition)
        self.how.set_value(form.how or "now")
        self.unknown.set_value(form.unknown or "silent")
        self.checked.emit(form.subject or "child", form.condition)

    def show_known(self, retired: str, *, known: bool) -> None:
        """Whether the question stands in the list already, and why it is retired ("" while it is asked)."""
        self.retired.show_words(self._say("checklist.retired.because", reason=retired) if retired else "")
        self.retire.setVisible(known)
        self.retire.setText(self._say("checklist.bring_back" if retired else "checklist.retire"))

    def show_said(self, said: str, error: str) -> None:
        """What the condition says in words, and what is wrong with it."""
        self.when.show_said(said, error)

    def show_wrong(self, field: str, words: str) -> None:
        """Why it cannot be signed: the summary on top leads to the field."""
        at = field.rsplit(".", 1)[-1]
        widget = self.fields.get(at, self.reason)
        self.show_errors(self._say("checklist.wrong.heading"), [(words, widget)] if words else [])

    def show_failure(self, words: str) -> None:
        super().show_failure(words)
        if words:
            self.see(self.failure)
