"""Each child in the write-up: the row, and what else fits the age: words, or how a baby was seen."""

from typing import cast

from PySide6.QtWidgets import QWidget

from visitapp.domain.codes import Interpreter, Undressed
from visitapp.domain.draft import Draft
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import AreaField, LineField
from visitapp.ui.kit.text import Rule
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.visit.changes import children, learnt
from visitapp.ui.visit.changes.children import cells
from visitapp.ui.visit.family import ChildHere, Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.added import Added
from visitapp.ui.visit.parts.asking import listed, shown, value_of
from visitapp.ui.visit.parts.child_row import ChildRow
from visitapp.ui.visit.parts.section import Section
from visitapp.ui.visit.wording import AGED, FACTS, MOVES, learnt_words
from visitapp.words import Say


class ChildInFull(ChildRow):
    """A child's row with what belongs below it. Texts are (re)shown only where they differ."""

    def __init__(self, say: Say, family: Family, here: ChildHere, parent: QWidget | None = None) -> None:
        super().__init__(say, here, parent)
        self._say, self._family = say, family
        self.learnt = Added(say)
        self.learnt.taken_back.connect(self._take_back)
        self.add(named(self.learnt, f"child:{here.id}:learnt"))
        self.texts: dict[str, AreaField | LineField] = {}
        self.choices: dict[str, Choice] = {}
        self.harm: Tick | None = None
        if here.cells.baby:
            self._choice("undressed", listed(say, "undressed", Undressed))
        if here.cells.sleeps:
            self._line("sleeps_tonight")
        if here.cells.talks:
            self._add_words()
        if here.cells.interpreter:
            self._choice("interpreter", listed(say, "interpreter", Interpreter))

    def _add_words(self) -> None:
        say, called = self._say, self._here.called
        words = AreaField(say("visit.child.words", child=called), say("visit.child.words.hint"), lines=2)
        self._text("words", words)
        self._line("question")
        self.harm = Tick(say("visit.child.harm", child=called))
        self.harm.clicked.connect(lambda on: self.changed.emit(children.told_of_harm(self._here.id, yes=on)))
        self.add(named(self.harm, f"child:{self._here.id}:harm"))
        self._line("wishes")

    def _line(self, name: str) -> None:
        self._text(name, LineField(self._say(f"visit.child.{name}", child=self._here.called)))

    def _text(self, name: str, field: AreaField | LineField) -> None:
        field.control.setAccessibleName(f"{self._here.called}: {field.label.text()}")
        field.edited.connect(lambda words: self.changed.emit(children.said(self._here.id, **{name: words})))
        self.texts[name] = field
        self.add(named(field, f"child:{self._here.id}:{name}"))

    def _choice(self, name: str, options: list[tuple[str, str]]) -> None:
        choice = Choice(self._say(f"visit.child.{name}", child=self._here.called), options)
        choice.chosen.connect(lambda code: self._said_further(name, code))
        self.choices[name] = choice
        self.add(named(choice, f"child:{self._here.id}:{name}"))

    def _said_further(self, name: str, code: str) -> None:
        value = (code or None) if name == "interpreter" else value_of(code)
        self.changed.emit(children.said(self._here.id, **{name: value}))

    def _take_back(self, what: str) -> None:
        child, case = self._here.id, self._family.case
        back = {
            MOVES: learnt.gets_about(child, ""),
            AGED: learnt.aged(case, child, ""),
            FACTS: learnt.unchanged(case, child, ""),
        }
        self.changed.emit(back[what])

    def _ask_who_interpreted(self, draft: Draft) -> None:
        """Where it became known at this visit that the child speaks another language."""
        child = learnt.child_in(draft, self._family.case, self._here.id)
        if "interpreter" not in self.choices and child is not None and cells(child, self._family.today).interpreter:
            self._choice("interpreter", listed(self._say, "interpreter", Interpreter))

    def place_of(self, cell: str) -> QWidget:
        """The field of a cell; the row itself where there is none of that name."""
        return self.texts.get(cell) or self.choices.get(cell) or self.cells.get(cell) or self

    def show_draft(self, draft: Draft) -> None:
        super().show_draft(draft)
        self._ask_who_interpreted(draft)
        self.learnt.show_rows(learnt_words(self._say, self._family, draft, self._here.id))
        seen = children.row(draft, self._here.id)
        for name, field in self.texts.items():
            words = cast("str", getattr(seen, name)) if seen else ""
            if field.value() != words:
                field.set_value(words)
        for name, choice in self.choices.items():
            choice.set_value(shown(getattr(seen, name)) if seen else "")
        if self.harm is not None:
            self.harm.setChecked(children.tells_of_harm(draft, self._here.id) is not None)


class Children(Section):
    """All children of the visit."""

    def __init__(self, say: Say, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.children"), parent=parent)
        self.rows: dict[str, ChildInFull] = {}
        for number, one in enumerate(family.children):
            if number:
                self.add(Rule())
            self.rows[one.id] = ChildInFull(say, family, one)
            self.rows[one.id].changed.connect(self.changed)
            self.add(self.rows[one.id])

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft says of each child."""
        for row in self.rows.values():
            row.show_draft(draft)
