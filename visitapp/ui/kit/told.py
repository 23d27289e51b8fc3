"""Whom one told, at what time, who that is and how: the small fields that open when "told somebody" is chosen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from visitapp.domain.codes import ToldHow, ToldRole, codes
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import LineField
from visitapp.ui.theme.tokens import M, S
from visitapp.words import Say


class ToldFields(QWidget):
    """`changed` with every change. Only the name is needed."""

    changed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whom = LineField(say("question.whom"), say("question.whom.hint"), characters=30)
        self.at = LineField(say("question.at"), say("question.at.hint"), characters=8)
        self.role = Choice(say("question.role"), [(role, say(f"code.told_role.{role}")) for role in codes(ToldRole)])
        self.by = Choice(say("question.by"), [(how, say(f"code.told_how.{how}")) for how in codes(ToldHow)])
        line = QHBoxLayout()
        line.setSpacing(M)
        line.addWidget(self.whom, 2)
        line.addWidget(self.at, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(S)
        box.addLayout(line)
        box.addWidget(self.role)
        box.addWidget(self.by)
        for field in (self.whom, self.at):
            field.edited.connect(lambda _words: self.changed.emit())
        for choice in (self.role, self.by):
            choice.chosen.connect(lambda _code: self.changed.emit())

    def show_told(self, whom: str, at: str, role: str, by: str) -> None:
        """Show what was given before; sends no `changed`."""
        self.whom.set_value(whom)
        self.at.set_value(at)
        self.role.set_value(role)
        self.by.set_value(by)
