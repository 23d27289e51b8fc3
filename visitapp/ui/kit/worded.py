"""A control that paints its words itself, wrapped beside an indicator or icon, and says what room they take.

Layouts ask for the same sizes again and again, and each asking wraps the words anew: what was reckoned is kept until
the words, the font or the style change.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from visitapp.ui.kit.paint import longest_word, words_size
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import CONTROL, scaled

if TYPE_CHECKING:
    _Control = QAbstractButton
else:
    _Control = object


class Worded(_Control):
    """Stands before Qt's class among the bases of a button; `_beside` says what stands left and right of the words."""

    _words = ""
    _above = 12
    """Room above and below the words together, in pixels."""
    _hint: QSize | None = None
    _least: QSize | None = None
    _heights: dict[int, int] | None = None

    def _prepare(self) -> None:
        """As every control of the kit: as high as its words need, one hand over all of it."""
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def words(self) -> str:
        """The words as they are read."""
        return self._words

    def _beside(self) -> int:
        """What stands left and right of the words, in pixels."""
        raise AssertionError("each control says it itself")

    def _one_line(self) -> int:
        """The width with all words in one line."""
        return self._beside() + self.fontMetrics().horizontalAdvance(self._words) + 2

    def _narrowest(self) -> int:
        return self._beside() + longest_word(self.fontMetrics(), self._words) + 2

    def heightForWidth(self, width: int) -> int:
        if self._heights is None:
            self._heights = {}
        if width not in self._heights:
            words = words_size(self.fontMetrics(), self._words, width - self._beside()).height()
            self._heights[width] = max(scaled(CONTROL, percent_of(self)), words + self._above)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        if self._hint is None:
            width = self._one_line()
            self._hint = QSize(width, self.heightForWidth(width))
        return self._hint

    def minimumSizeHint(self) -> QSize:
        if self._least is None:
            self._least = QSize(self._narrowest(), scaled(CONTROL, percent_of(self)))
        return self._least

    def _measure_again(self) -> None:
        self._hint = self._least = self._heights = None
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure_again()

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)
