"""A page: a title, a column to read or fill, perhaps something beside it, and buttons at the foot.

What the shell asks of a page (the page protocol): the signals `must_save` (sent before lock, cover, leaving and
closing: save what is typed, now) and `arrived` (shown, again or for the first time), and the methods `commands()` and
`take_focus()`. A page decides nothing: signals out, show_* in.
"""

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QFrame,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import ErrorSummary, clear, stack
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.paint import line_width
from visitapp.ui.kit.pane import Pane, see
from visitapp.ui.kit.text import Hint, Title
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import XL, XS, XXL, L, M, S, scaled

_ASIDE = 320
_CARD_SIDES = 2 * XL + 2
_ANY = 16_777_215


class Command(Struct, frozen=True):
    """Something that the command palette offers: what it is called, its keys if it has any, and what it does."""

    words: str
    run: Callable[[], None]
    keys: str = ""


class Page(QWidget):
    """One page. `wide` pages (tables, maps) take all the room; others keep to lines of at most 75 characters.

    `alone`: fills the window without a side bar, its column in the middle.
    """

    must_save = Signal()
    arrived = Signal()

    def __init__(
        self, title: str, hint: str = "", *, wide: bool = False, alone: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.wide, self._alone = wide, alone
        self.title = Title(title)
        self.hint = Hint(hint)
        if not hint:
            self.hint.hide()  # showing it here, before it has a parent, would flash it up as a window
        self.errors = ErrorSummary()
        self.start_at: QWidget | None = None
        self._last: QWidget | None = None
        self._actions = Row()
        self._actions.hide()
        self._build_pane()
        self._build_columns()
        self._build_foot()
        self._set_widths()

    def _build_pane(self) -> None:
        """What scrolls: the title with its actions, and room for the columns."""
        self.pane = Pane()
        self.pane.setWidgetResizable(True)
        self.pane.setFrameShape(QFrame.Shape.NoFrame)
        self.pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.pane.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.pane.setAccessibleName(self.title.text())
        inside = QWidget()
        self._whole = QVBoxLayout(inside)
        self._whole.setSpacing(M)
        names = QVBoxLayout()
        names.setSpacing(XS)
        names.addWidget(self.title)
        names.addWidget(self.hint)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(L)
        self._head.addLayout(names, 1)
        self._head.addWidget(self._actions)
        self._whole.addLayout(self._head)
        self.pane.setWidget(inside)

    def _build_columns(self) -> None:
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(XL)
        self._whole.addLayout(self._sides, 1)
        self.column = QWidget()
        self.box = QVBoxLayout(self.column)
        self._aside = QWidget()
        self._aside_box = QVBoxLayout(self._aside)
        for box in (self.box, self._aside_box):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(L)
        self._aside_box.addStretch(1)
        self._aside.hide()
        self.box.addWidget(self.errors)
        self._sides.addWidget(self.column, 3, Qt.AlignmentFlag(0) if self.wide else Qt.AlignmentFlag.AlignTop)
        self._sides.addWidget(self._aside, 2, Qt.AlignmentFlag.AlignTop)
        self._sides.addStretch(0)

    def _build_foot(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.pane, 1)
        self._foot = Foot()
        self._foot_box = QVBoxLayout(self._foot)
        self._foot.hide()
        outer.addWidget(self._foot)

    def add(self, widget: QWidget) -> None:
        """One more below in the column; buttons keep their own width."""
        stack(self.box, widget)

    def add_across(self, widget: QWidget) -> None:
        """One more as wide as the page, above the column and what stands beside it."""
        self._whole.insertWidget(self._whole.count() - 1, widget)

    def add_beside(self, widget: QWidget) -> None:
        """One more beside the column (below it where the window is narrow)."""
        self._aside_box.insertWidget(self._aside_box.count() - 1, widget)
        self._aside.show()

    def add_action(self, widget: QWidget) -> None:
        """A button to the right of the title; below it where the two would crowd each other."""
        self._actions.add(widget)
        self._actions.show()
        self._set_widths()

    def set_foot(self, *widgets: QWidget) -> None:
        """The buttons that always stand at the foot of the page, the primary one first."""
        row = Row(*widgets, gap=M)  # first: a button that stays must not go with the old row
        clear(self._foot_box)
        self._foot_box.addWidget(row)
        self._foot.setVisible(bool(widgets))

    def empty(self) -> None:
        """Take everything out of the column and from beside it; title, errors and foot stay."""
        self.box.removeWidget(self.errors)
        clear(self.box)
        self.box.addWidget(self.errors)
        clear(self._aside_box)
        self._aside_box.addStretch(1)
        self._aside.hide()

    def set_title(self, title: str, hint: str = "") -> None:
        """Another title and line below it."""
        self.title.setText(title)
        self.pane.setAccessibleName(title)
        self.hint.setText(hint)
        self.hint.setVisible(bool(hint))

    def show_errors(self, heading: str, errors: Sequence[tuple[str, QWidget]]) -> None:
        """The error summary on top, each line leading to its field; without any it goes away."""
        self.errors.show_errors(heading, errors)
        if errors:
            self.pane.verticalScrollBar().setValue(0)

    @property
    def opening(self) -> bool:
        """Whether a part of it that was asked for does not stand there yet."""
        return False

    def commands(self) -> Sequence[Command]:
        """What the command palette offers while this page is shown."""
        return ()

    def take_focus(self) -> None:
        """Go to where work was, or to `start_at`, or to the first control, or to the page itself."""
        announce(self, self.title.text())
        target = self._remembered() or self.start_at or self._first()
        (target or self.pane).setFocus(Qt.FocusReason.OtherFocusReason)

    def see(self, widget: QWidget) -> None:
        """Bring a widget into view, also where a part of the page scrolls by itself."""
        see(widget)

    def see_focus(self) -> None:
        """Bring what has the focus into view."""
        here = self.focusWidget()
        if here is not None:
            self.see(here)

    def remember_focus(self) -> None:
        """Note where the focus is, so that it can go on there."""
        self._last = self.focusWidget()

    def _remembered(self) -> QWidget | None:
        last = self._last
        if last is None or not isValid(last):
            return None
        return last if last.isVisibleTo(self) and last.isEnabled() else None

    def _first(self) -> QWidget | None:
        for place in (self.column, self._aside, self._foot):
            for widget in place.findChildren(QWidget):
                if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisibleTo(self) and widget.isEnabled():
                    return _answered(widget)
        return None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "pane"):
            self._set_widths()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_widths()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.pane.verticalScrollBar()
        steps = {Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
            return
        focus = self.focusWidget()
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if pressed and isinstance(focus, QPushButton) and focus.isEnabled():
            # Qt presses buttons with Return on some desktops only; here on all. A key that is held down presses once:
            # the page that comes after may have its button in the same place.
            if not event.isAutoRepeat():
                focus.click()
            return
        super().keyPressEvent(event)

    def _set_widths(self) -> None:
        column = line_width(self.fontMetrics()) + _CARD_SIDES
        aside = scaled(_ASIDE, percent_of(self))
        beside = self.wide or self.width() >= column * 4 // 5 + aside + XL + 2 * XXL
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        crowded = self._actions.sizeHint().width() > self.width() // 2
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if crowded else QBoxLayout.Direction.LeftToRight)
        side = Qt.AlignmentFlag.AlignLeft if crowded else Qt.AlignmentFlag.AlignRight
        self._head.setAlignment(self._actions, side | Qt.AlignmentFlag.AlignTop)
        # Below each other margins keep the lines short: Qt reckons wrapped heights by the cell, not by greatest widths.
        over = 0 if beside or self._alone else max(0, self.width() - 2 * XXL - column)
        self._sides.setContentsMargins(0, 0, over, 0)
        left = max(XXL, (self.width() - column) // 2) if self._alone else XXL
        self._whole.setContentsMargins(left, XL, left, XXL)
        self._foot_box.setContentsMargins(left, S, XXL, S)
        if not self.wide:
            self.column.setMaximumWidth(column if beside else _ANY)
        self._aside.setMinimumWidth(aside if beside else 0)
        self._aside.setMaximumWidth(round(aside * 1.4) if beside else _ANY)

    def position(self) -> QPoint:
        """How far the page is scrolled, so that it can be opened there again."""
        return QPoint(0, self.pane.verticalScrollBar().value())


class Foot(QFrame):
    """Where the buttons stand that always show."""


def _answered(widget: QWidget) -> QWidget:
    """The chosen answer of a group of radio buttons instead of its first, as with Tab."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return (group.checkedButton() if group is not None else None) or widget
