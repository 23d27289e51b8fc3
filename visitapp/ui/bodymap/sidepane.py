"""Room beside the pictures that scrolls by itself, so that they stay in sight; below them it lies flat in the page."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class SidePane(QScrollArea):
    """Holds one card. `flat`: as tall as what it holds, and the page scrolls."""

    def __init__(self, held: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flat = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(name)
        self._inside = QWidget()
        self._inside.setProperty("ground", "background")
        box = QVBoxLayout(self._inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(held)
        box.addStretch(1)
        self.setWidget(self._inside)
        self._inside.installEventFilter(self)

    def set_flat(self, flat: bool) -> None:
        """Lie flat in the page, or scroll."""
        self._flat = flat
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if flat else needed)
        self._fit()

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)

    def _tall(self) -> int:
        layout = self._inside.layout()
        assert layout is not None  # noqa: S101  # made above
        return layout.heightForWidth(self.width()) if layout.hasHeightForWidth() else layout.sizeHint().height()

    def _fit(self) -> None:
        self.setMinimumHeight(self._tall() if self._flat else 0)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._tall() if self._flat else 200)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
