"""Be there: one wide text field and one row a child, by first name. Nothing else; nothing depends on it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from visitapp.domain.draft import Draft
from visitapp.ui.kit.fields import Area
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.press import PrimaryButton, QuietButton
from visitapp.ui.kit.text import Label
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.theme.tokens import L
from visitapp.ui.visit.changes import children
from visitapp.ui.visit.changes.note import paragraphs
from visitapp.ui.visit.family import ChildHere
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.movement import MovementPage
from visitapp.words import Say


class ChildTicks(QWidget):
    """One child by first name: seen, and spoken to and alone where that fits. A box without a tick says nothing."""

    changed = Signal(object)

    def __init__(self, say: Say, here: ChildHere, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._here = here
        self.ticks: dict[str, Tick] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(L)
        name = Label(here.called)
        name.setMinimumWidth(name.fontMetrics().averageCharWidth() * 12)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignVCenter)
        boxes = Row(gap=L)
        for fact in ("seen", *(("spoken_to", "alone") if here.cells.talks else ("awake",))):
            tick = Tick(say(f"visit.child.{fact}"))
            tick.setAccessibleName(f"{here.called}: {say(f'visit.child.{fact}')}")
            tick.clicked.connect(lambda on, fact=fact: self._tell(fact, on))
            self.ticks[fact] = tick
            boxes.add(named(tick, f"child:{here.id}:{fact}"))
        row.addWidget(boxes, 1)

    def _tell(self, fact: str, on: bool) -> None:
        self.changed.emit(children.said(self._here.id, **{fact: "yes" if on else "unknown"}))

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft says of this child."""
        seen = children.row(draft, self._here.id)
        for fact, tick in self.ticks.items():
            tick.setChecked(seen is not None and getattr(seen, fact) == "yes")


class BeTherePage(MovementPage):
    """`typed` carries the text: the page of the visit knows the time."""

    movement = "be_there"
    typed = Signal(str)

    def __init__(self, say: Say, here: tuple[ChildHere, ...], parent: QWidget | None = None) -> None:
        super().__init__(say("visit.step.be_there"), wide=True, parent=parent)
        self._quiet = False
        self.area = Area(lines=5, most=5)
        self.area.textChanged.connect(self._typed)
        label = Label(say("visit.be_there.note"))
        label.setBuddy(self.area)
        self.area.setAccessibleName(say("visit.be_there.note"))
        self.area.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.add(label)
        self.box.addWidget(named(self.area, "in_home"), 1)
        self.rows = [ChildTicks(say, one) for one in here]
        for row in self.rows:
            row.changed.connect(self.changed)
            self.add(row)
        drive = PrimaryButton(say("visit.step.before_you_drive"))
        back = QuietButton(say("visit.step.prepare"), "back")
        drive.clicked.connect(lambda: self.go.emit("before_you_drive"))
        back.clicked.connect(lambda: self.go.emit("prepare"))
        self.set_foot(named(drive, "on"), back)
        self.start_at = self.area

    def _typed(self) -> None:
        if not self._quiet:
            self.typed.emit(self.area.toPlainText())

    def show_draft(self, draft: Draft) -> None:
        for row in self.rows:
            row.show_draft(draft)
        if paragraphs(self.area.toPlainText()) != draft.in_home:
            self._quiet = True
            self.area.setPlainText("\n".join(one.text for one in draft.in_home))
            self.area.moveCursor(QTextCursor.MoveOperation.End)
            self._quiet = False
