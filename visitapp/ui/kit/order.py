"""Where Tab goes: as one reads. Qt goes by when parts were made, so that those that come later would be last."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLayout, QScrollArea, QWidget

from visitapp.ui.kit.flow import Row


def stops(root: QWidget) -> Iterator[QWidget]:
    """Where Tab stops in a widget that is shown, in the order of its layouts. Of answers to choose from: one."""
    if _stops_at(root):
        yield root
    inside = root.widget() if isinstance(root, QScrollArea) else None
    if inside is not None:
        yield from stops(inside)
    if isinstance(root, Row):
        for widget in root.shown():
            yield from stops(widget)
    layout = root.layout()
    if layout is not None:
        yield from _in_layout(layout)


def _in_layout(layout: QLayout) -> Iterator[QWidget]:
    for index in range(layout.count()):
        item = layout.itemAt(index)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None and widget.isVisible():
            yield from stops(widget)
        elif inner is not None:
            yield from _in_layout(inner)


def _stops_at(widget: QWidget) -> bool:
    if not widget.isVisible() or not widget.isEnabled():
        return False
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive():
        return widget is (group.checkedButton() or group.buttons()[0])
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)


def go_on(root: QWidget, *, forward: bool) -> bool:
    """Focus what comes next, or what came before, as one reads; at the end of `root`, what follows it in the window."""
    here = QApplication.focusWidget()
    order = list(stops(root))
    place = order.index(here) if here in order else _beside(order, here)
    place += 1 if forward else -1
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    target = order[place] if 0 <= place < len(order) else _outside(root, forward=forward)
    if target is None and order:
        target = order[0 if forward else -1]
    if target is None:
        return False
    target.setFocus(reason)
    return True


def come_in(root: QWidget, *, forward: bool) -> None:
    """Focus what stands first, or last, in what Tab has just reached from outside."""
    order = list(stops(root))
    if order:
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        order[0 if forward else -1].setFocus(reason)


def _beside(order: list[QWidget], here: QWidget | None) -> int:
    """The place of an answer that is not the one at which Tab stops: that of its group."""
    group = here.group() if isinstance(here, QAbstractButton) else None
    buttons = group.buttons() if group is not None else []
    return next((place for place, one in enumerate(order) if one in buttons), -1)


def _outside(root: QWidget, *, forward: bool) -> QWidget | None:
    """What Tab reaches in the window when it leaves `root`."""
    step: Callable[[QWidget], QWidget | None] = QWidget.nextInFocusChain if forward else QWidget.previousInFocusChain
    one = step(root)
    while one is not None and one is not root:
        if not root.isAncestorOf(one) and _stops_at(one):
            return one
        one = step(one)
    return None
