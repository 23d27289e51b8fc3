"""A row that goes on in the next line when it is full, so that nothing ever scrolls sideways.

A widget that places its children itself, and no QLayout: a layout written in Python keeps layout items that Qt may
delete on its own, and the process ends when it looks at one of them.
"""

from PySide6.QtCore import QChildEvent, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from visitapp.ui.theme.tokens import S

Line = list[tuple[QWidget, int, int]]


class Row(QWidget):
    """Widgets side by side at their own width, in the middle of their line, in as many lines as needed."""

    def __init__(self, *widgets: QWidget, gap: int = S, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gap = gap
        self._widgets: list[QWidget] = []
        self._measured: list[tuple[QWidget, QSize]] | None = None
        self._heights: dict[int, int] = {}
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """One more at the end."""
        widget.setParent(self)
        self._widgets.append(widget)
        # Before the row is shown itself, Qt shows its children with it; showing them now would style each one twice.
        if self.isVisible() and not _put_away(widget):
            widget.show()
        self._again()

    def shown(self) -> list[QWidget]:
        """The widgets that are not hidden, in order."""
        return [widget for widget in self._widgets if not _put_away(widget)]

    def _again(self) -> None:
        self._forget()
        self.updateGeometry()
        if self.isVisible():
            self._arrange(self.width(), move=True)

    # Sizes: asked for very often, so they are kept until something in the row asks for another place

    def _forget(self) -> None:
        self._measured = None
        self._heights.clear()

    def _hints(self) -> list[tuple[QWidget, QSize]]:
        if self._measured is None:
            self._measured = [(widget, _hint(widget)) for widget in self.shown()]
        return self._measured

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            self._heights[width] = self._arrange(width, move=False)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        sizes = [hint for _, hint in self._hints()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSizeHint(self) -> QSize:
        sizes = [_least(widget) for widget in self.shown()]
        return QSize(max((s.width() for s in sizes), default=0), max((s.height() for s in sizes), default=0))

    def _lines(self, most: int) -> list[Line]:
        lines: list[Line] = [[]]
        used = 0
        for widget, hint in self._hints():
            width = min(hint.width(), most)
            height = widget.heightForWidth(width) if widget.hasHeightForWidth() else hint.height()
            height = min(max(height, widget.minimumHeight()), widget.maximumHeight())
            if lines[-1] and used + width > most:
                lines.append([])
                used = 0
            lines[-1].append((widget, width, height))
            used += width + self._gap
        return lines

    def _arrange(self, most: int, *, move: bool) -> int:
        """Place the widgets (or only reckon); the height that they take."""
        top = 0
        for line in self._lines(most):
            tallest = max((height for _, _, height in line), default=0)
            left = 0
            for widget, width, height in line:
                if move:
                    place = QRect(QPoint(left, top + (tallest - height) // 2), QSize(width, height))
                    widget.setGeometry(self._mirrored(place))
                left += width + self._gap
            top += tallest + self._gap if line else 0
        return max(0, top - self._gap)

    def _mirrored(self, place: QRect) -> QRect:
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            place.moveLeft(self.width() - place.left() - place.width())
        return place

    # Qt's own

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._again()
        return super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._forget()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(self.width(), move=True)

    def childEvent(self, event: QChildEvent) -> None:
        super().childEvent(event)
        gone = event.child()
        # A page that never came onto the window is taken apart by Python, which may empty the row first.
        if event.removed() and any(widget is gone for widget in getattr(self, "_widgets", ())):
            self._widgets = [widget for widget in self._widgets if widget is not gone]
            self._again()


def _put_away(widget: QWidget) -> bool:
    """Whether somebody hid it; not one that is merely not shown yet."""
    return widget.isHidden() and widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)


def _hint(widget: QWidget) -> QSize:
    hint = widget.sizeHint().expandedTo(widget.minimumSizeHint()).expandedTo(widget.minimumSize())
    return hint.boundedTo(widget.maximumSize())


def _least(widget: QWidget) -> QSize:
    """As small as its policy lets a widget be, as Qt's own layouts reckon it."""
    policy, hint, least = widget.sizePolicy(), widget.sizeHint(), widget.minimumSizeHint()
    shrinks = QSizePolicy.PolicyFlag.ShrinkFlag.value
    width = least.width() if policy.horizontalPolicy().value & shrinks else max(hint.width(), least.width())
    height = least.height() if policy.verticalPolicy().value & shrinks else max(hint.height(), least.height())
    return QSize(max(0, width), max(0, height)).expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
