"""The running note: text in which each paragraph can say where it comes from, shown beside it in the margin.

A paragraph is a line as it was typed (until Return). Its mark is kept in the paragraph itself, so that undo, cutting
and joining take it along; a new paragraph has none.
"""

from collections.abc import Callable
from typing import cast

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextBlock,
    QTextBlockFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QWidget

from visitapp.domain.codes import ParagraphMark
from visitapp.domain.contact import Paragraph
from visitapp.ui.kit.fields import Area
from visitapp.ui.kit.paint import put_icon
from visitapp.ui.theme.theme import percent_of, tokens_of
from visitapp.ui.theme.tokens import SMALL, scaled

MARKED: tuple[ParagraphMark, ...] = ("saw_or_heard", "told_by", "read_in", "my_view")
ICONS: dict[ParagraphMark, str] = {"saw_or_heard": "eye", "told_by": "speech", "read_in": "note", "my_view": "view"}
INKS: dict[ParagraphMark, str] = {"saw_or_heard": "ok", "told_by": "info", "read_in": "warn", "my_view": "question"}
_MARK = QTextFormat.Property.UserProperty.value + 1
_BY = QTextFormat.Property.UserProperty.value + 2
_WIDE_FROM = 520


class _Margin(QWidget):
    """The strip left of the text: paints what the area tells it to."""

    def __init__(self, area: "NoteArea") -> None:
        super().__init__(area)
        self._area = area

    def paintEvent(self, event: QPaintEvent) -> None:
        self._area.paint_margin(self)


class NoteArea(Area):
    """`written` comes with every change by the person, `moved` when the paragraph of the cursor or its mark is another.

    `said` turns a mark and who or what it names into the words for the margin.
    """

    written = Signal()
    moved = Signal()

    def __init__(self, said: Callable[[Paragraph], str], lines: int = 9, parent: QWidget | None = None) -> None:
        super().__init__(lines, most=60, parent=parent)
        self._said = said
        self._margin = _Margin(self)
        self._quiet = False
        self._was: tuple[int, str, str] = (-1, "", "")
        self.textChanged.connect(self._text_changed)
        self.cursorPositionChanged.connect(self._cursor_moved)
        self.updateRequest.connect(self._scroll_margin)
        self._set_margin()

    def paragraphs(self) -> tuple[Paragraph, ...]:
        """What stands there, empty lines left out."""
        return tuple(_paragraph(block) for block in self._blocks() if block.text().strip())

    def set_paragraphs(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Put these there; sends nothing. The cursor goes to the end."""
        self._quiet = True
        self.setPlainText("\n".join(paragraph.text for paragraph in paragraphs))
        for block, paragraph in zip(self._blocks(), paragraphs, strict=False):
            _put_mark(QTextCursor(block), paragraph.mark, paragraph.by)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)
        self._quiet = False
        self._margin.update()

    def here(self) -> Paragraph:
        """The paragraph in which the cursor is."""
        return _paragraph(self.textCursor().block())

    def mark(self, mark: ParagraphMark, by: str = "") -> None:
        """Mark the paragraph of the cursor, or all that are selected."""
        cursor = self.textCursor()
        first = self.document().findBlock(cursor.selectionStart())
        last = self.document().findBlock(cursor.selectionEnd())
        cursor.beginEditBlock()
        while first.isValid() and first.blockNumber() <= last.blockNumber():
            _put_mark(QTextCursor(first), mark, by)
            first = first.next()
        cursor.endEditBlock()
        self._margin.update()
        self._cursor_moved()
        self.written.emit()

    def last_by(self, mark: ParagraphMark) -> str:
        """Who or what was named last with a mark, above the cursor."""
        block = self.textCursor().block().previous()
        while block.isValid():
            one = _paragraph(block)
            if one.mark == mark and one.by:
                return one.by
            block = block.previous()
        return ""

    def _blocks(self) -> list[QTextBlock]:
        blocks, block = [], self.document().begin()
        while block.isValid():
            blocks.append(block)
            block = block.next()
        return blocks

    def _text_changed(self) -> None:
        if not self._quiet:
            self._margin.update()
            self.written.emit()

    def _cursor_moved(self) -> None:
        here = self.here()
        now = (self.textCursor().blockNumber(), here.mark, here.by)
        if now != self._was:
            self._was = now
            self.moved.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        at_end = self.textCursor().atBlockEnd()
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at_end:
            _put_mark(QTextCursor(self.textCursor().block()), "unmarked", "")
            self._cursor_moved()

    def _wide(self) -> bool:
        return self.width() >= scaled(_WIDE_FROM, percent_of(self))

    def _margin_width(self) -> int:
        return scaled(150 if self._wide() else 36, percent_of(self))

    def _set_margin(self) -> None:
        width = self._margin_width()
        if width != self.viewportMargins().left():
            self.setViewportMargins(width, 0, 0, 0)
            # While a field is first shown Qt keeps the lines as long as they were without the margin.
            super().resizeEvent(QResizeEvent(self.viewport().size(), QSize()))
        inside = self.contentsRect()
        self._margin.setGeometry(QRect(inside.left(), inside.top(), width, inside.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_margin()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_margin"):
            self._set_margin()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self.viewportMargins().left(), hint.height())

    def _scroll_margin(self, _rect: QRect, down: int) -> None:
        if down:
            self._margin.scroll(0, down)
        self._margin.update()

    def paint_margin(self, margin: QWidget) -> None:
        """A strip, an icon and the words beside each marked paragraph, and a line where the text begins."""
        t = tokens_of(self)
        painter = QPainter(margin)
        painter.fillRect(QRect(margin.width() - 1, 0, 1, margin.height()), QColor(t.line))
        font = QFont(self.font())
        font.setPixelSize(scaled(SMALL, percent_of(self)))
        painter.setFont(font)
        size, gap = scaled(16, percent_of(self)), scaled(6, percent_of(self))
        for block in self._blocks():
            one = _paragraph(block)
            place = self.blockBoundingGeometry(block).translated(self.contentOffset()).toRect()
            if one.mark == "unmarked" or not place.intersects(margin.rect().adjusted(0, 0, 10_000, 0)):
                continue
            top = place.top() + self.viewport().y() - margin.y()
            ink = QColor(getattr(t, INKS[one.mark]))
            painter.fillRect(QRect(0, top + 2, 4, place.height() - 4), ink)
            line = QFontMetrics(self.font()).lineSpacing()
            put_icon(painter, self, ICONS[one.mark], ink.name(), 4 + gap, top + (line - size) // 2, size)
            if self._wide():
                left = 4 + gap + size + gap
                room = margin.width() - left - gap
                words = QFontMetrics(font).elidedText(self._said(one), Qt.TextElideMode.ElideRight, room)
                painter.setPen(ink)
                painter.drawText(QRect(left, top, room, line), int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.end()


def _paragraph(block: QTextBlock) -> Paragraph:
    shape = block.blockFormat()
    mark = str(shape.property(_MARK) or "unmarked")
    return Paragraph(block.text(), cast("ParagraphMark", mark), str(shape.property(_BY) or ""))


def _put_mark(cursor: QTextCursor, mark: ParagraphMark, by: str) -> None:
    shape = QTextBlockFormat()
    shape.setProperty(_MARK, mark)
    shape.setProperty(_BY, by)
    cursor.mergeBlockFormat(shape)
