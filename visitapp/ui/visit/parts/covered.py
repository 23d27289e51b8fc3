"""Was any part of face, hands or head not seen? One answer for all children, or what was over which part of whom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.domain.codes import BodyPart
from visitapp.domain.contact import Covered
from visitapp.domain.draft import Draft
from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.flow import Row
from visitapp.ui.theme.tokens import L, S
from visitapp.ui.visit.changes import children
from visitapp.ui.visit.family import ChildHere
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.asking import shown, value_of, yes_no
from visitapp.ui.visit.parts.section import Section
from visitapp.words import Names, Say


class _Part(QWidget):
    """One part of one child: what was over it, was it asked about, was it seen then."""

    def __init__(self, say: Say, here: ChildHere, part: BodyPart) -> None:
        super().__init__()
        self.part = part
        what = say(f"visit.covered.part.{part}").lower()
        self.by = LineField(say("visit.covered.by", child=here.called, part=what), say("visit.covered.by.hint"), 40)
        self.asked = yes_no(say, say("visit.covered.asked", child=here.called, part=what))
        self.then = yes_no(say, say("visit.covered.then", child=here.called, part=what))
        box = QVBoxLayout(self)
        box.setContentsMargins(L, 0, 0, S)
        box.setSpacing(S)
        box.addWidget(named(self.by, f"covered:{here.id}:{part}:by"))
        both = Row(gap=L)
        both.add(named(self.asked, f"covered:{here.id}:{part}:asked"))
        both.add(named(self.then, f"covered:{here.id}:{part}:then"))
        box.addWidget(both)

    def said(self) -> Covered:
        return Covered(self.part, self.by.value().strip(), value_of(self.asked.value()), value_of(self.then.value()))  # type: ignore[arg-type]  # codes of Truth

    def show_part(self, covered: Covered) -> None:
        if self.by.value().strip() != covered.by:
            self.by.set_value(covered.by)
        self.asked.set_value(shown(covered.asked))
        self.then.set_value(shown(covered.then_seen))


class _Child(QWidget):
    """The parts of one child that were covered. What was typed stays when a part is taken away and comes back."""

    changed = Signal(object)

    def __init__(self, say: Say, here: ChildHere) -> None:
        super().__init__()
        self._here = here
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S)
        options = [(part, say(f"visit.covered.part.{part}")) for part in children.FACE_HANDS_HEAD]
        self.which = TickRow(say("visit.covered.which", child=here.called), options)
        self.which.changed.connect(lambda _parts: self.tell())
        box.addWidget(named(self.which, f"covered:{here.id}"))
        self.parts: dict[BodyPart, _Part] = {}
        self._say, self._box = say, box

    def _part(self, name: BodyPart) -> _Part:
        """The row of a part, made when the part is first ticked."""
        if name not in self.parts:
            part = self.parts[name] = _Part(self._say, self._here, name)
            part.by.edited.connect(lambda _words: self.tell())
            part.asked.chosen.connect(lambda _code: self.tell())
            part.then.chosen.connect(lambda _code: self.tell())
            order = children.FACE_HANDS_HEAD
            above = sum(order.index(one) < order.index(name) for one in self.parts)
            self._box.insertWidget(above + 1, part)
        return self.parts[name]

    def tell(self) -> None:
        chosen = self.which.value()
        parts = tuple(self._part(name).said() for name in children.FACE_HANDS_HEAD if name in chosen)
        self.changed.emit(children.covered(self._here.id, parts))

    def show_draft(self, draft: Draft) -> None:
        seen = children.row(draft, self._here.id)
        said = {one.part: one for one in seen.covered} if seen else {}
        self.which.set_value(tuple(said))
        for covered in said.values():
            self._part(covered.part).show_part(covered)
        for name, part in self.parts.items():
            part.setVisible(name in said)
        self.setVisible(seen is None or seen.seen != "no")


class CoveredPart(Section):
    """The question of every visit."""

    def __init__(self, say: Say, here: tuple[ChildHere, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._say, self._here = say, here
        names = Names(one.called for one in here)
        self.answer = Choice(
            say("visit.covered.question", children=names),
            [("all", say("visit.covered.all")), ("covered", say("visit.covered.some"))],
            say("visit.covered.hint"),
            look="row",
        )
        self.answer.chosen.connect(self._answered)
        self.add(named(self.answer, "covered"))
        self.children_: list[_Child] = []
        self._open = False

    def _make_rows(self) -> None:
        """The rows are made when something was covered for the first time: most visits need none."""
        if not self.children_:
            self.children_ = [_Child(self._say, one) for one in self._here]
            for child in self.children_:
                child.changed.connect(self.changed)
                self.add(child)

    def _answered(self, code: str) -> None:
        self._open = code == "covered"
        if code == "covered":
            self._make_rows()
            for child in self.children_:
                # Nothing is said yet, so nothing may change in the draft: the rows open by themselves.
                child.show()
                child.tell()
            return
        ids = tuple(one.id for one in self._here)
        self.changed.emit(children.nothing_covered(ids) if code == "all" else children.covered_unsaid(ids))

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft says; the rows open when something was covered."""
        said = children.anything_covered(draft)
        self._open = said == "covered" or (self._open and said != "all")
        self.answer.set_value("covered" if self._open else said)
        if self._open:
            self._make_rows()
        for child in self.children_:
            if self._open:
                child.show_draft(draft)
            else:
                child.hide()
