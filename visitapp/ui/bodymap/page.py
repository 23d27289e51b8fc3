"""The page of the body map: pictures on the left; marks, places or one mark on the right. Decides nothing."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property, partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from visitapp.domain.codes import Truth
from visitapp.domain.contact import Part
from visitapp.domain.marks import Account, Mark
from visitapp.ui.bodymap.accounts import AccountEditor
from visitapp.ui.bodymap.drawing import FIGURES, GROUPS, Drawings, Spot
from visitapp.ui.bodymap.editor import MarkEditor
from visitapp.ui.bodymap.marklist import MarkList
from visitapp.ui.bodymap.pictures import Pictures
from visitapp.ui.bodymap.placelist import PlaceList
from visitapp.ui.bodymap.sheet import Editing, MarkLine, Picture, Sheet
from visitapp.ui.bodymap.sides import Sides
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.order import go_on
from visitapp.ui.kit.page import Command, Page
from visitapp.ui.kit.press import PrimaryButton
from visitapp.ui.kit.turn import next_turn
from visitapp.words import Say, Text


class BodyMapPage(Page):
    """Signals out: what changed, as items. `wants_*`: what the worker did, for the presenter."""

    mark_added = Signal(Mark)
    mark_changed = Signal(Mark)
    mark_removed = Signal(str)
    account_changed = Signal(Account)
    account_removed = Signal(str)
    parts_changed = Signal(tuple)
    mouth_changed = Signal(str)
    moves_chosen = Signal(str)
    finished = Signal()

    wants_spot = Signal(Spot)
    wants_place = Signal(str, str)
    wants_view_of = Signal(str, str)
    wants_mark = Signal(str)
    wants_facts = Signal(dict)
    wants_size = Signal(str, str)
    wants_removal = Signal(str)
    wants_put_back = Signal()
    wants_account = Signal()
    wants_account_facts = Signal(str, dict)
    wants_account_removal = Signal(str)
    wants_figure = Signal(str)
    wants_group = Signal(str)
    wants_part = Signal(str, str)
    wants_mouth = Signal(str)

    def __init__(self, say: Say, drawings: Drawings, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(say("bodymap.title"), say("bodymap.hint"), wide=True, parent=parent)
        self._say, self._today = say, today
        self._sheet = Sheet(contact="", child="", name="")
        self.side = Card()
        self.sides = Sides(self.side, say("bodymap.marks"), parent=self.column)
        self.pane_beside = self.sides.pane
        self.box.addWidget(self.sides, 1)
        # Made within their places: a panel that is moved in afterwards is styled once more for every frame around it.
        self.figure = Choice(
            say("bodymap.figure"), [(one, say(f"bodymap.figure.{one}")) for one in FIGURES], show_label=False
        )
        self.add_action(self.figure)
        self.group = Choice(
            say("bodymap.views"), [(one, say(f"bodymap.views.{one}")) for one in GROUPS], show_label=False
        )
        self.pictures = Pictures(say, drawings)
        self.sides.left.addWidget(self.group)
        self.sides.left.addWidget(self.pictures, 1)
        self.marks = MarkList(say, self.side)
        self.parts = self.marks.parts
        self.side.add(self.marks)
        self.done = PrimaryButton(say("bodymap.done"), "tick")
        self.set_foot(self.done)
        self._connect()

    @cached_property
    def places(self) -> PlaceList:
        """The list of places; made when it is first wanted, or soon after the page is shown."""
        places = PlaceList(self._say, self.side)
        places.hide()
        self.side.add(places)
        places.place_chosen.connect(self.wants_place)
        places.place_held.connect(self._hold)
        places.left.connect(self._leave_list)
        return places

    @cached_property
    def _editor(self) -> MarkEditor:
        editor = MarkEditor(self._say, self._today, self.side)
        editor.hide()
        self.side.add(editor)
        return editor

    @cached_property
    def editor(self) -> MarkEditor:
        """The panel for one mark; made when it is first wanted, or soon after the page is shown."""
        editor = self._editor
        while editor.build_some():
            pass
        editor.begin(self._sheet)
        editor.changed.connect(self.wants_facts)
        editor.size_typed.connect(self.wants_size)
        editor.moves_chosen.connect(self.moves_chosen)
        editor.removed.connect(self.wants_removal)
        editor.done.connect(lambda: self.wants_mark.emit(""))
        editor.accounts.wanted.connect(self.wants_account)
        editor.accounts.changed.connect(self.wants_account_facts)
        editor.accounts.removed.connect(self.wants_account_removal)
        editor.accounts.came.connect(lambda account: next_turn(account, lambda: self._see_account(account)))
        return editor

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward=forward)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        next_turn(self, self._make_places)

    def _make_places(self) -> None:
        self.places  # noqa: B018  # made by being asked for
        next_turn(self, self._make_editor)

    def _make_editor(self) -> None:
        if "editor" not in self.__dict__ and self._editor.build_some():
            next_turn(self, self._make_editor)
        else:
            self.editor  # noqa: B018  # made by being asked for

    def _connect(self) -> None:
        self.figure.chosen.connect(self._figure_chosen)
        self.group.chosen.connect(self._group_chosen)
        self.pictures.spot_chosen.connect(self.wants_spot)
        self.pictures.mark_chosen.connect(self.wants_mark)
        self.marks.opened.connect(self.wants_mark)
        self.marks.list_wanted.connect(self._open_list)
        self.marks.put_back.connect(self.wants_put_back)
        self.parts.part_chosen.connect(self.wants_part)
        self.parts.mouth_chosen.connect(self.wants_mouth)
        self.done.clicked.connect(lambda: self.finished.emit())

    def _figure_chosen(self, code: str) -> None:
        if code:  # an answer taken away with Delete leaves the picture as it is
            self.wants_figure.emit(code)

    def _group_chosen(self, code: str) -> None:
        if code:
            self.wants_group.emit(code)

    def commands(self) -> Sequence[Command]:
        """From the command palette: the list of places, and every group of views."""
        views = [Command(self._say(f"bodymap.views.{one}"), partial(self.wants_group.emit, one)) for one in GROUPS]
        return (Command(self._say("bodymap.add_from_list"), self._open_list), *views)

    # Shown

    def show_child(self, sheet: Sheet) -> None:
        """Whose map this is, and whom the fields offer."""
        self.set_title(self._say("bodymap.title_of", name=sheet.name), self._say("bodymap.hint"))
        self._sheet = sheet
        if "editor" in self.__dict__:
            self.editor.begin(sheet)
        self.parts.show_parts(sheet.parts, sheet.mouth)
        self._show_panel(self.marks)

    def show_pictures(self, figure: str, group: str, pictures: Sequence[Picture]) -> None:
        """The pictures with their markers."""
        self.figure.set_value(figure)
        self.group.set_value(group)
        self.pictures.show_pictures(pictures)
        self.start_at = next(iter(self.pictures.figures.values()), None)

    def show_marks(self, lines: Sequence[MarkLine], removed: Text | None) -> None:
        """The list of marks."""
        self.marks.show_marks(lines, removed)

    def show_editing(self, editing: Editing | None) -> None:
        """Describe a mark; None: back to the list of marks."""
        if editing is None:
            came = not self.marks.isVisibleTo(self)
            self._show_panel(self.marks)
            if came:
                self.marks.add.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        opened = not self.editor.isVisibleTo(self) or self.editor.shown() != editing.mark.id
        self.editor.show_editing(editing)
        self._show_panel(self.editor)
        if opened:
            announce(self.editor, self._say(editing.heading))
            self.editor.kind.control.setFocus(Qt.FocusReason.OtherFocusReason)
            self.pane_beside.to_top()
            QTimer.singleShot(0, self, self._see_editor)  # once it has its place

    def _see_editor(self) -> None:
        if self.editor.isVisibleTo(self):
            self.see(self.editor.kind)

    def _see_account(self, account: AccountEditor) -> None:
        """As much of it as there is room for, from its first field on."""
        self.see(account)
        self.see(account.by)

    def show_size_error(self, wrong: bool) -> None:
        """Whether the size cannot be read."""
        self.editor.show_size_error(wrong)

    # Passed on

    def tell_added(self, mark: Mark) -> None:
        """Pass on a new mark."""
        self.mark_added.emit(mark)

    def tell_changed(self, mark: Mark) -> None:
        """Pass on a mark that is different now."""
        self.mark_changed.emit(mark)

    def tell_removed(self, mark: str) -> None:
        """Pass on that a mark was taken away."""
        self.mark_removed.emit(mark)

    def tell_account(self, account: Account) -> None:
        """Pass on what somebody said, new or different."""
        self.account_changed.emit(account)

    def tell_account_removed(self, account: str) -> None:
        """Pass on that it was taken away."""
        self.account_removed.emit(account)

    def tell_parts(self, parts: tuple[Part, ...]) -> None:
        """Pass on which parts were looked at."""
        self.parts_changed.emit(parts)

    def tell_mouth(self, mouth: Truth) -> None:
        """Pass on whether the mouth was."""
        self.mouth_changed.emit(mouth)

    # The panels on the right

    def _show_panel(self, panel: QWidget) -> None:
        places = self.__dict__.get("places")
        if places is not None and places is not panel and places.isVisibleTo(self):
            self.pictures.let_go()
        for name in ("marks", "places", "editor"):
            one = self.__dict__.get(name)  # panels that were not wanted yet are not made to be hidden
            if one is not None:
                one.setVisible(one is panel)

    def _open_list(self) -> None:
        self._show_panel(self.places)
        self.places.search.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_list(self) -> None:
        self._show_panel(self.marks)
        self.marks.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hold(self, region: str, side: str) -> None:
        self.wants_view_of.emit(region, side)
        self.pictures.hold(region, side)
