"""What scrolls on a page. A control comes into view together with the question that it answers, where both fit."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from visitapp.ui.theme.tokens import M

_SIDE, _ABOVE = 20, 60


class Pane(QScrollArea):
    """Scrolls when the focus moves on, as any scroll area, and to whatever is to be seen."""

    def see(self, widget: QWidget) -> None:
        """Bring a widget into view. Of a card that asks something its first lines too: they say what is answered."""
        card, inside = _asking(widget), self.widget()
        if card is not None and inside is not None:
            top = card.mapTo(inside, QPoint(0, 0))
            self.ensureVisible(top.x(), top.y(), 0, M)
        self.ensureWidgetVisible(widget, _SIDE, _ABOVE)

    def focusNextPrevChild(self, forward: bool) -> bool:
        moved = super().focusNextPrevChild(forward)
        here = self.focusWidget()
        if moved and here is not None:
            self.see(here)
        return moved


def see(widget: QWidget) -> None:
    """Bring a widget into view, also where a part of the page scrolls by itself."""
    area = widget.parentWidget()
    while area is not None:
        if isinstance(area, Pane):
            area.see(widget)
        elif isinstance(area, QScrollArea):
            area.ensureWidgetVisible(widget, _SIDE, _ABOVE)
        area = area.parentWidget()


def go_to(widget: QWidget) -> None:
    """Focus a control that may just have been shown, and bring it into view once it has its place."""
    widget.setFocus()
    QTimer.singleShot(0, widget, lambda: see(widget) if widget.hasFocus() else None)


def _asking(widget: QWidget) -> QWidget | None:
    """The card with a question, or the banner, in which a widget stands."""
    above: QWidget | None = widget
    while above is not None and not above.property("banner"):
        above = above.parentWidget()
    return above
