"""The body: all marks of one child on one map, a slider through time, and the list that says the same. Decides nothing.

Pictures on the left, the marks with what was said of them on the right, or below where it is narrow.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QSlider, QVBoxLayout, QWidget

from visitapp.ui.bodymap.drawing import FIGURES, GROUPS, Drawings
from visitapp.ui.bodymap.pictures import Pictures
from visitapp.ui.bodymap.sheet import Picture
from visitapp.ui.bodymap.sides import Sides
from visitapp.ui.case.body.marklist import MarkList
from visitapp.ui.case.body.presenter import MarkRow, Option
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import SelectField
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.press import LinkButton
from visitapp.ui.kit.text import Hint, Label, Para
from visitapp.ui.theme.tokens import CONTROL, XS
from visitapp.words import Say

_BESIDE = 440


class BodyPage(LivePage):
    """`visit_opened` carries a contact; `chronology_wanted` where there is no mark to show.

    For the presenter: `child_chosen`, `day_chosen` (a place on the slider), `group_chosen`, `figure_chosen`,
    `mark_chosen`.
    """

    visit_opened = Signal(str)
    chronology_wanted = Signal()
    child_chosen = Signal(str)
    day_chosen = Signal(int)
    group_chosen = Signal(str)
    figure_chosen = Signal(str)
    mark_chosen = Signal(str)

    def __init__(self, say: Say, drawings: Drawings, parent: QWidget | None = None) -> None:
        super().__init__(say("overview.way.body"), say("body.hint"), wide=True, parent=parent)
        self._say = say
        self.none = Card()
        self.none.add(Para(say("body.none")))
        link = LinkButton(say("overview.way.chronology"))
        link.clicked.connect(self.chronology_wanted)
        self.none.add(link)
        self.none.hide()
        self.add(self.none)
        self.box.setAlignment(self.none, Qt.AlignmentFlag.AlignTop)
        self.child = SelectField(say("body.child"))
        self.child.chosen.connect(self.child_chosen)
        self.child.hide()
        self.add_action(self.child)
        self.figure = self._choice("bodymap.figure", FIGURES)
        self.figure.chosen.connect(self._figure)
        self.group = self._choice("bodymap.views", GROUPS)
        self.group.chosen.connect(self._group)
        self._build_time()
        self._build_sides(drawings)

    def _choice(self, label: str, codes: Sequence[str] | dict[str, tuple[str, ...]]) -> Choice:
        return Choice(self._say(label), [(one, self._say(f"{label}.{one}")) for one in codes], show_label=False)

    def _build_time(self) -> None:
        self.time = QWidget()
        box = QVBoxLayout(self.time)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(XS)
        self.day = Label()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(self._say("body.day"))
        self.slider.setPageStep(1)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.slider.valueChanged.connect(self.day_chosen)
        self.slider.setMinimumHeight(CONTROL)
        self.slider.setToolTip(self._say("body.day_keys"))
        for widget in (self.day, self.slider):
            box.addWidget(widget)

    def _build_sides(self, drawings: Drawings) -> None:
        self.marks = MarkList(self._say)
        self.marks.chosen.connect(self.mark_chosen)
        self.marks.visit_opened.connect(self.visit_opened)
        self.sides = Sides(self.marks, self._say("body.marks"), _BESIDE)
        self.pictures = Pictures(self._say, drawings, to_read=True)
        self.pictures.mark_chosen.connect(self.mark_chosen)
        self.elsewhere = Hint()
        for widget in (self.time, self.group):
            self.sides.left.addWidget(widget)
        self.sides.left.addWidget(self.pictures, 1)
        for widget in (self.elsewhere, self.figure):
            self.sides.left.addWidget(widget)
        self.box.addWidget(self.sides, 1)
        self.sides.hide()

    def _group(self, code: str) -> None:
        if code:  # an answer taken away with Delete leaves the picture as it is
            self.group_chosen.emit(code)

    def _figure(self, code: str) -> None:
        if code:
            self.figure_chosen.emit(code)

    # Shown

    def show_children(self, title: str, children: tuple[Option, ...], chosen: str) -> None:
        """Whose body it is, and whose it could be."""
        self.set_title(title, self._say("body.hint"))
        self.none.hide()
        self.sides.show()
        self.child.setVisible(len(children) > 1)
        self.child.control.set_options(children)
        self.child.set_value(chosen)

    def show_days(self, days: int, at: int, words: str, place: str) -> None:
        """On which day it is looked at, in words; `place`: where that is on the slider."""
        self.slider.blockSignals(True)
        self.slider.setRange(0, days)
        self.slider.setValue(at)
        self.slider.blockSignals(False)
        self.slider.setAccessibleDescription(f"{words}. {place}. {self._say('body.day_keys')}")
        self.slider.setVisible(days > 1)
        self.time.setVisible(days > 0)
        if self.day.text() != words:
            self.day.setText(words)
            announce(self.slider, words)

    def show_pictures(self, figure: str, group: str, pictures: Sequence[Picture], elsewhere: str) -> None:
        """The pictures with their markers."""
        self.figure.set_value(figure)
        self.group.set_value(group)
        self.pictures.show_pictures(pictures)
        self.elsewhere.setText(elsewhere)
        self.elsewhere.setVisible(bool(elsewhere))

    def show_marks(self, rows: Sequence[MarkRow], none: str) -> None:
        """The list of marks; what has just been opened is read out and brought into view."""
        opened = self.marks.show_marks(rows, none)
        self.focus_when_shown()
        if opened is not None:
            announce(self.marks, opened.accessibleName())
            QTimer.singleShot(0, opened, lambda: self._see(opened))  # once it has its place

    def _see(self, row: QWidget) -> None:
        self.sides.pane.ensureWidgetVisible(row, 0, 60)
        if not row.hasFocus() and not self.pictures.isAncestorOf(self.focusWidget() or self):
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_none(self, title: str) -> None:
        """There is no mark in the family."""
        self.set_title(self._say("body.of", name=title))
        self.sides.hide()
        self.none.show()

    def commands(self) -> Sequence[Command]:
        return [Command(self._say(f"bodymap.views.{one}"), partial(self.group_chosen.emit, one)) for one in GROUPS]
