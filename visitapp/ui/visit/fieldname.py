"""Fields by name, so that a visit opens again where the worker was."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.order import stops

_NAME = "field"


def named(widget: QWidget, name: str) -> QWidget:
    """Give a widget, and all inside it, a name that stays the same from one opening to the next."""
    widget.setProperty(_NAME, name)
    return widget


def name_of(widget: QObject | None) -> str:
    """The name of the field that a widget belongs to; empty when it has none."""
    while widget is not None:
        name = widget.property(_NAME)
        if name:
            return str(name)
        widget = widget.parent()
    return ""


def go_to(root: QWidget, name: str) -> QWidget | None:
    """Focus the field of a name; the widget that has the focus then, None when the field is not on this page now."""
    for widget in root.findChildren(QWidget):
        if widget.property(_NAME) != name:
            continue
        _unfold(widget, root)
        if widget.isVisibleTo(root):
            target = first_inside(widget)
            if target is not None:
                target.setFocus(Qt.FocusReason.OtherFocusReason)
                return target
    return None


def _unfold(widget: QWidget, root: QWidget) -> None:
    """Open what the widget is folded into."""
    above = widget.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, Fold):
            above.set_open(True)
        above = above.parentWidget()


def first_inside(widget: QWidget) -> QWidget | None:
    """The first control in a widget that Tab would reach."""
    return next(stops(widget), None)
