"""Words on a page: plain text only (a note is never taken for markup), wrapped, lines of at most 75 characters."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from visitapp.ui.kit.paint import line_width, longest_word, put_icon
from visitapp.ui.theme.theme import percent_of, tokens_of
from visitapp.ui.theme.tokens import scaled

MAY_BREAK = "\u200b"
"""Within a long word (an address, a number of a paper): here a line may end. It is not seen."""


class Prose(QLabel):
    """Wrapped plain text in one role: text, title, heading, label, hint, small, error, number."""

    def __init__(
        self, text: str = "", role: str = "text", *, selectable: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._limit = self._over = 0
        self._forget()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("role", role)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        if selectable:
            self.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def limit(self) -> int:
        """The widest that a line may be, in pixels."""
        if not self._limit:
            self._limit = line_width(self.fontMetrics())
        return self._limit

    def set_kind(self, kind: str) -> None:
        """Colour by danger, warn, ok, info or question; empty for none. Never the only sign of what is meant."""
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)

    # Sizes: a layout asks for the same again and again

    def _forget(self) -> None:
        self._heights: dict[int, int] = {}
        self._hint: QSize | None = None
        self._least: QSize | None = None

    def heightForWidth(self, width: int) -> int:
        width = min(width, self._limit or self.limit())
        if width not in self._heights:
            self._heights[width] = super().heightForWidth(width + self._over)
        return self._heights[width]

    def setText(self, text: str) -> None:
        if text != self.text():
            self._forget()
            super().setText(text)

    def sizeHint(self) -> QSize:
        if self._hint is None:
            metrics = self.fontMetrics()
            longest = max((metrics.horizontalAdvance(line) for line in self.text().splitlines()), default=0)
            width = min(longest + 2, self.limit())
            self._hint = QSize(width, self.heightForWidth(width))
        return self._hint

    def minimumSizeHint(self) -> QSize:
        if self._least is None:
            metrics = self.fontMetrics()
            longest = longest_word(metrics, self.text().replace(MAY_BREAK, " "))
            self._least = QSize(min(longest + 2, self.limit()), metrics.height())
        return self._least

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._keep_lines_short()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_lines_short()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._limit = 0
            self._forget()
            if self.isVisible():  # else it is done when it is shown
                self._keep_lines_short()
            self.updateGeometry()

    def _keep_lines_short(self) -> None:
        over = max(0, self.width() - self.limit())
        if over != self._over:
            self._over = over
            self.setContentsMargins(0, 0, over, 0)


class Title(Prose):
    """The name of a page: one a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "title", parent=parent)


class Heading(Prose):
    """The name of a part of a page."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "heading", parent=parent)


class Label(Prose):
    """The name of a field, or a line that stands out."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "label", parent=parent)


class Para(Prose):
    """Ordinary writing."""

    def __init__(self, text: str = "", *, selectable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(text, "text", selectable=selectable, parent=parent)


class Hint(Prose):
    """What helps to fill a field, or stands back."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "hint", parent=parent)


class Small(Prose):
    """The smallest writing there is: who and when."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, "small", parent=parent)


class Tag(QLabel):
    """A short word in a frame. Kinds: plain, primary, danger, warn, ok, info, question; the words say it as well."""

    def __init__(self, text: str, kind: str = "plain", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("tag", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)


class Icon(QWidget):
    """An icon beside words. `ink`: text, muted, primary, danger, warn, ok, info or question. Says nothing by itself."""

    def __init__(self, name: str, ink: str = "text", size: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self.ink = ink
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        side = scaled(self._size, percent_of(self))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        put_icon(painter, self, self.name, getattr(tokens_of(self), self.ink), 0, 0, self.sizeHint().width())
        painter.end()


class Rule(QFrame):
    """A thin line between parts."""
