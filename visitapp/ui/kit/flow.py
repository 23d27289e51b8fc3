"""A row that goes on in the next line when it is full, so that nothing ever scrolls sideways."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from visitapp.ui.theme.tokens import S


class Flow(QLayout):
    """Items side by side at their own width, top-aligned, wrapped into as many lines as needed."""

    def __init__(self, gap: int = S, parent: QWidget | None = None) -> None:
        super().__init__(parent) if parent else super().__init__()
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QSize(max((s.width() for s in shown), default=0), max((s.height() for s in shown), default=0))

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Place the items (or only reckon); the height that they take."""
        lines: list[list[tuple[QLayoutItem, int, int]]] = [[]]
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            width = min(item.sizeHint().width(), rect.width())
            height = item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
            if lines[-1] and used + width > rect.width():
                lines.append([])
                used = 0
            lines[-1].append((item, width, height))
            used += width + self._gap
        top = rect.y()
        for line in lines:
            tallest = max((height for _, _, height in line), default=0)
            left = rect.x()
            for item, width, height in line:
                if move:
                    item.setGeometry(QRect(QPoint(left, top + (tallest - height) // 2), QSize(width, height)))
                left += width + self._gap
            top += tallest + self._gap if line else 0
        return max(0, top - rect.y() - self._gap)


class Row(QWidget):
    """Widgets in a row that wraps."""

    def __init__(self, *widgets: QWidget, gap: int = S, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(gap, self)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget) -> None:
        """One more at the end."""
        self._flow.addWidget(widget)
