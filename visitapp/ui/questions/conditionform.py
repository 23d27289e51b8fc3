"""When a question comes: rows of fact, comparison and value, or an expression; what it says stands below in words."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.questions.conditions import COMPARISONS, Form, FormRow, as_form, written
from visitapp.questions.vocabulary import KINDS, facts_of
from visitapp.ui.kit.card import let_go
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import AreaField, LineField, SelectField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.part import Block, Part
from visitapp.ui.kit.press import QuietButton
from visitapp.ui.kit.text import Hint, Label
from visitapp.ui.theme.tokens import M, S
from visitapp.words import Say

_NUMBERS = ("int", "double")


class ConditionRow(Block):
    """One row of the form. `changed` with every change, `gone` when it is taken away."""

    changed = Signal()
    gone = Signal()

    def __init__(self, say: Say, subject: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._subject = say, subject
        self._types = {name: fact.type for name, fact in facts_of(subject).items()}
        facts = tuple((name, fact.meaning[:1].upper() + fact.meaning[1:]) for name, fact in facts_of(subject).items())
        self.fact = SelectField(say("condition.fact"), facts)
        self.comparison = SelectField(say("condition.comparison"))
        self.value = LineField(say("condition.value"), characters=16)
        self.remove = QuietButton(say("condition.remove"), "bin")
        self.fact.chosen.connect(self._fact_chosen)
        self.comparison.chosen.connect(lambda _: self.changed.emit())
        self.value.edited.connect(lambda _: self.changed.emit())
        self.remove.clicked.connect(self.gone)
        self.add(self.fact)
        self.add(Row(self.comparison, self.value, self.remove, gap=M))
        self._offer()

    def _fact_chosen(self, _name: str) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        type_ = self._types.get(self.fact.value(), "bool")
        offered = COMPARISONS[type_]
        self.comparison.control.set_options(
            tuple((code, self._say(f"condition.sign.{_CODES.get(code, code)}")) for code in offered)
        )
        self.comparison.set_value(offered[0])
        self.value.setVisible(type_ != "bool")
        self.value.set_hint(self._say("condition.value.number") if type_ in _NUMBERS else "")

    def row(self) -> FormRow | None:
        """What stands there; None while no fact is chosen."""
        if not self.fact.value():
            return None
        shown = not self.value.isHidden()
        return FormRow(self.fact.value(), self.comparison.value(), self.value.value().strip() if shown else "")

    def show_number(self) -> None:
        """Say at the value that it should be a number, where it is none. One that is not typed yet is not wrong."""
        row, wrong = self.row(), False
        if row is not None and row.value and self._types[row.fact] in _NUMBERS:
            try:
                written(Form((row,)), self._subject)
            except ValueError:
                wrong = True
        words = self._say("condition.not_a_number", value=row.value) if row is not None and wrong else ""
        if words != self.value.error.text():
            self.value.show_error(words)

    def show_row(self, row: FormRow) -> None:
        """Put a row there."""
        self.fact.set_value(row.fact)
        self._offer()
        self.comparison.set_value(row.comparison)
        self.value.set_value(row.value)


_CODES = {"==": "is", "!=": "is_not", "<": "less", "<=": "most", ">": "more", ">=": "least"}


class ConditionForm(Part):
    """`changed` with every change by the person. The subject decides which facts there are."""

    changed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(M, parent)
        self._say = say
        self.rows: list[ConditionRow] = []
        subjects = tuple((kind.name, kind.meaning[:1].upper() + kind.meaning[1:]) for kind in KINDS.values())
        self.subject = SelectField(say("checklist.subject"), subjects, say("checklist.subject.hint"))
        self.subject.chosen.connect(self._subject_chosen)
        self.mode = Choice(
            say("condition.mode"), [(mode, say(f"condition.mode.{mode}")) for mode in ("form", "expression")]
        )
        self.mode.chosen.connect(self._mode_chosen)
        self._form = Part(S)
        self._rows = Part(S)
        self.joined = Choice(say("condition.joined"), [(one, say(f"condition.joined.{one}")) for one in ("and", "or")])
        self.joined.set_value("and")
        self.joined.chosen.connect(self._changed)
        self.more = QuietButton(say("condition.add"), "plus")
        self.more.clicked.connect(lambda: self._add_row(None))
        for widget in (self.joined, self._rows, self.more):
            self._form.add(widget)
        self.expression = AreaField(say("condition.expression"), say("condition.expression.hint"), lines=2)
        self.expression.edited.connect(self._changed)
        self._said_label, self.said = Label(say("condition.said")), Hint("")
        for part in (self.subject, self.mode, self._form, self.expression, self._said_label, self.said):
            self.add(part)
        self.show_condition("child", "")

    def _changed(self, _what: object = None) -> None:
        self.changed.emit()

    def _subject_chosen(self, _subject: str) -> None:
        self._put(Form((), "and"))
        self._changed()

    def _mode_chosen(self, mode: str) -> None:
        if mode == "expression":
            self.expression.set_value(self._of_form())
        else:
            form = as_form(self.expression.value(), self.subject.value())
            if form is None and self.expression.value().strip():
                # Nothing that was typed goes away because somebody looked at the form.
                self.mode.set_value("expression")
                self.expression.show_error(self._say("condition.no_form"))
                return
            self._put(form or Form(()))
        self._show_mode()
        self._changed()

    def _show_mode(self) -> None:
        form = self.mode.value() != "expression"
        self._form.setVisible(form)
        self.expression.setVisible(not form)

    def _put(self, form: Form) -> None:
        for row in list(self.rows):
            self._drop(row)
        for one in form.rows or (None,):
            self._add_row(one)
        self.joined.set_value(form.joined)
        self._show_joined()

    def _add_row(self, row: FormRow | None) -> None:
        made = ConditionRow(self._say, self.subject.value() or "child")
        if row is not None:
            made.show_row(row)
        made.changed.connect(self._changed)
        made.gone.connect(lambda made=made: self._remove(made))
        self.rows.append(made)
        self._rows.add(made)
        self._show_joined()

    def _remove(self, row: ConditionRow) -> None:
        at = self.rows.index(row)
        self._drop(row)
        if not self.rows:
            self._add_row(None)
        self.rows[min(at, len(self.rows) - 1)].fact.setFocus()
        self._show_joined()
        self._changed()

    def _drop(self, row: ConditionRow) -> None:
        self.rows.remove(row)
        let_go(row)

    def _show_joined(self) -> None:
        self.joined.setVisible(len(self.rows) > 1)

    def condition(self) -> str:
        """The expression that stands there; "" while the form is empty; what cannot be said is left to the check."""
        return self.expression.value().strip() if self.mode.value() == "expression" else self._of_form()

    def _of_form(self) -> str:
        rows = tuple(row for one in self.rows if (row := one.row()) is not None)
        joined = "or" if self.joined.value() == "or" else "and"
        try:
            return written(Form(rows, joined), self.subject.value() or "child")  # type: ignore[arg-type]  # one of two
        except ValueError:
            return ""

    def show_condition(self, subject: str, condition: str) -> None:
        """Put a condition there: in the form where that can say it, else as an expression."""
        self.subject.set_value(subject)
        form = as_form(condition, subject) if condition else Form(())
        self._put(form or Form(()))
        self.expression.set_value(condition)
        self.mode.set_value("form" if form is not None else "expression")
        self._show_mode()

    def show_said(self, said: str, error: str) -> None:
        """What it says in words, and what is wrong with it."""
        self.said.setText(said)
        for widget in (self._said_label, self.said):
            widget.setVisible(bool(said))
        for row in self.rows:
            row.show_number()
        shown = self.expression if self.mode.value() == "expression" else self.subject
        for field in (self.expression, self.subject):
            field.show_error(error if field is shown else "")
