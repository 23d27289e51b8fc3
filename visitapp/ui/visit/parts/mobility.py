"""Asked at once when a mark is entered and nobody recorded it: does the child get about without help?"""

from msgspec.structs import replace
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.domain.codes import Milestone_
from visitapp.domain.draft import Draft
from visitapp.domain.family import Milestone
from visitapp.ui.kit.choice import Choice
from visitapp.ui.visit.changes import Change, NewId
from visitapp.ui.visit.fieldname import named
from visitapp.words import Say

MILESTONES = "child.milestones"
NOT_YET = "not_yet"
WAYS: tuple[Milestone_, ...] = ("crawls", "bottom_shuffles", "pulls_to_stand", "cruises", "walks")


class Mobility(QWidget):
    """One tap. `changed` carries a Change."""

    changed = Signal(object)

    def __init__(self, say: Say, child: str, called: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        options = [(NOT_YET, say("visit.mobility.not_yet")), *((way, say(f"code.milestone.{way}")) for way in WAYS)]
        self.answer = Choice(say("visit.mobility", child=called), options)
        self.answer.chosen.connect(lambda code: self.changed.emit(gets_about(child, code)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(named(self.answer, f"mobility:{child}"))


def gets_about(child: str, how: str) -> Change:
    """A child gets about in this way today, or in none yet; empty takes it back."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        known = next((one for one in draft.items if isinstance(one, Milestone) and one.child == child), None)
        if not how:
            return draft.without_item(known.id) if known else draft
        day = draft.contact.date
        made = known or Milestone(id=new_id(), child=child, date=day, what="crawls", can=False)
        if how == NOT_YET:
            return draft.with_item(replace(made, date=day, what="crawls", can=False))
        return draft.with_item(replace(made, date=day, what=how, can=True))

    return change
