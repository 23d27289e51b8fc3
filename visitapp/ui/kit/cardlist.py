"""A list of cards that stays quick with thousands of them: heading, tags, words, foot. Model and delegate.

Only what is seen is painted; heights are reckoned once a width and kept.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from visitapp.ui.kit.cardof import CardRow as CardRow  # made without Qt, known here as well
from visitapp.ui.kit.paint import WRAP, frame, line_width, ring, words_size
from visitapp.ui.theme.theme import percent_of, tokens_of
from visitapp.ui.theme.tokens import HINT, SMALL, L, M, S, Tokens, scaled

_Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
_LEAST = 240


class CardRows(QAbstractListModel):
    """The cards of a list, in the order in which they are shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[CardRow, ...] = ()

    def put(self, rows: Sequence[CardRow]) -> None:
        """These and no others."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NONE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return ". ".join(
                part for part in (row.heading, *(words for words, _ in row.tags), row.words, row.foot) if part
            )
        return None


class _Painter(QStyledItemDelegate):
    """Paints a card and reckons how tall it is."""

    def __init__(self, view: "CardList") -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[CardRow, int], int] = {}
        self.forget()

    def forget(self) -> None:
        """After another width or text size: fonts and heights anew."""
        self._heights.clear()
        percent = percent_of(self._view)
        base = QFont(self._view.font())
        self._bold, self._hint, self._tag, self._text = QFont(base), QFont(base), QFont(base), base
        self._bold.setWeight(QFont.Weight.DemiBold)
        self._hint.setPixelSize(scaled(HINT, percent))
        self._tag.setPixelSize(scaled(SMALL, percent))
        self._tag.setWeight(QFont.Weight.DemiBold)
        # Thousands of cards are reckoned with these.
        self._metrics = tuple(QFontMetrics(font) for font in (self._bold, self._hint, self._tag, self._text))
        self._line = line_width(self._metrics[-1])

    def _places(self, row: CardRow, width: int) -> tuple[QRect, list[QRect], QRect, QRect, int]:
        bold, hint, tag, text = self._metrics
        room = min(width - 2 * L, self._line)
        size = words_size(bold, row.heading, room)
        heading = QRect(L, M, room, size.height())
        tags, x, y = [], L + size.width() + M, M
        for words, _ in row.tags:
            taken = tag.horizontalAdvance(words) + 16
            if x + taken > width - L:
                x, y = L, y + max(size.height(), tag.height() + 4) + 4
            tags.append(QRect(x, y, taken, tag.height() + 4))
            x += taken + S
        bottom = max([heading.bottom(), *(place.bottom() for place in tags)]) + 1
        height = words_size(text, row.words, room).height() if row.words else 0
        words_at = QRect(L, bottom + 4, room, height)
        bottom += height + 4 if height else 0
        height = words_size(hint, row.foot, room).height() if row.foot else 0
        foot = QRect(L, bottom + 4, room, height)
        bottom += height + 4 if height else 0
        return heading, tags, words_at, foot, bottom + M + S

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        row = self._view.cards.rows[index.row()]
        key = (row, width)
        if key not in self._heights:
            self._heights[key] = self._places(row, width)[4]
        return QSize(width, self._heights[key])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        t = tokens_of(self._view)
        row = self._view.cards.rows[index.row()]
        state, whole = option.state, option.rect
        card = QRect(whole.left(), whole.top(), whole.width(), whole.height() - S)
        heading, tags, words, foot, _ = self._places(row, whole.width())
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame(painter, card, t.primary_soft if chosen else t.surface, t.primary if chosen else t.line, 1, 10)
        painter.translate(whole.topLeft())
        painter.setFont(self._bold)
        painter.setPen(QColor(t.text))
        painter.drawText(heading, WRAP, row.heading)
        self._paint_tags(painter, t, row, tags)
        self._paint_words(painter, t, row, words)
        painter.setFont(self._hint)
        painter.setPen(QColor(t.muted))
        painter.drawText(foot, WRAP, row.foot)
        painter.translate(-whole.topLeft())
        if chosen and self._view.hasFocus():
            ring(painter, card, t.focus, "", 10)
        painter.restore()

    def _paint_tags(self, painter: QPainter, t: Tokens, row: CardRow, places: Sequence[QRect]) -> None:
        painter.setFont(self._tag)
        for place, (words, kind) in zip(places, row.tags, strict=True):
            plain = kind == "plain"
            ink = t.muted if plain else getattr(t, kind)
            frame(painter, place, t.sunken if plain else getattr(t, f"{kind}_soft"), t.line if plain else ink, 1, 6)
            painter.setPen(QColor(ink))
            painter.drawText(place, int(Qt.AlignmentFlag.AlignCenter), words)

    def _paint_words(self, painter: QPainter, t: Tokens, row: CardRow, place: QRect) -> None:
        painter.setFont(self._text)
        painter.setPen(QColor(t.text))
        if not row.hits:
            painter.drawText(place, WRAP, row.words)
            return
        layout = QTextLayout(row.words, self._text)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats([_marked(t, start, end) for start, end in row.hits])
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(place.width())
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        layout.draw(painter, QPointF(place.topLeft()))


def _marked(t: Tokens, start: int, end: int) -> QTextLayout.FormatRange:
    """How found words look: on the soft warning ground, bold and underlined."""
    found = QTextLayout.FormatRange()
    found.start, found.length = start, end - start
    form = found.format
    form.setBackground(QColor(t.warn_soft))
    form.setForeground(QColor(t.text))
    form.setFontWeight(QFont.Weight.Bold)
    form.setFontUnderline(True)
    found.format = form
    return found


class CardList(QListView):
    """Cards one below the other. `opened` carries the key on Return or click; `moved` the key with every arrow."""

    opened = Signal(str)
    moved = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards = CardRows(self)
        self.setModel(self.cards)
        self.setAccessibleName(name)
        self.setUniformItemSizes(False)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(60)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._painter = _Painter(self)
        self.setItemDelegate(self._painter)
        self.clicked.connect(lambda index: self.opened.emit(self.cards.rows[index.row()].key))
        self.selectionModel().currentChanged.connect(self._moved)

    def minimumSizeHint(self) -> QSize:
        # Enough to read a card or two at any text size: else the page scrolls.
        return QSize(160, scaled(_LEAST, percent_of(self)))

    def show_rows(self, rows: Sequence[CardRow]) -> None:
        """Show these cards and no others; the chosen one stays chosen when it is still there."""
        before = self.key()
        self.cards.put(rows)
        self.set_key(before)

    def key(self) -> str:
        """The key of the chosen card; empty when none is."""
        row = self.currentIndex().row()
        return self.cards.rows[row].key if 0 <= row < len(self.cards.rows) else ""

    def set_key(self, key: str) -> None:
        """Choose a card by key and bring it into view; an unknown key chooses nothing."""
        for place, row in enumerate(self.cards.rows):
            if row.key == key and key:
                self.setCurrentIndex(self.cards.index(place))
                return

    def _moved(self, current: QModelIndex) -> None:
        if current.isValid():
            self.moved.emit(self.cards.rows[current.row()].key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._painter.forget()
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_painter"):
            self._painter.forget()
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Before Qt does: it would make the first card the current one without choosing it.
        if not self.currentIndex().isValid() and self.cards.rows:
            self.setCurrentIndex(self.cards.index(0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.key():
            self.opened.emit(self.key())
            return
        super().keyPressEvent(event)
