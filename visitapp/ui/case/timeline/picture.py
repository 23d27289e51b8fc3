"""A timeline as one focusable widget: what is in hand is said in words. Only what can be seen is painted.

Left and Right go from one thing to the next of a lane, Up and Down to the nearest of another lane, Home and End to the
first and last, Plus and Minus show less or more time, Return opens what is in hand. With the mouse a press takes a
thing in hand, and another press on it opens it.
"""

from bisect import bisect_left
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from visitapp.actions.timeline import Happening, Lane, Timeline
from visitapp.ui.case.timeline.painting import INK, days_to_name, paint_bar, paint_shape, soft_of
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.paint import ring
from visitapp.ui.theme.theme import percent_of, tokens_of
from visitapp.ui.theme.tokens import SMALL, S, Tokens, scaled
from visitapp.words import Say, said_date

_LANE, _AXIS, _RADIUS, _PAD = 28, 30, 6, 14
_LABEL_SHARE, _LABEL_MOST = 3, 230
_LEAST_DAYS, _ZOOM = 14, 2.0
_NAME_ROOM = 90
_APART = 2


class TimelinePicture(QWidget):
    """`said` carries the sentence of what is in hand; `opened` a contact; `zoomed` whether all of the time is shown."""

    said = Signal(str)
    opened = Signal(str)
    zoomed = Signal(bool)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._lanes: tuple[Lane, ...] = ()
        self._days: list[list[int]] = []
        self._names: list[str] = []
        self._whole = (0.0, 1.0)
        self._start, self._span = 0.0, 1.0
        self._lane, self._item = -1, 0
        self._painted: tuple[object, QPixmap] | None = None
        self._reckoned: tuple[object, tuple[int, int]] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("timeline.name"))

    # Shown

    def show_timeline(self, found: Timeline) -> None:
        """This and nothing else; all of its time, the newest thing in hand."""
        self._lanes = found.lanes
        self._days = [[one.day.toordinal() for one in lane.happenings] for lane in found.lanes]
        self._names = [self._say(lane.heading) for lane in found.lanes]
        first, last = found.first.toordinal(), found.last.toordinal()
        self._whole = (float(first), float(max(_LEAST_DAYS, last - first)))
        self._start, self._span = self._whole
        newest = [(days[-1], -number) for number, days in enumerate(self._days) if days]
        self._lane = -max(newest)[1] if newest else -1
        self._item = len(self._days[self._lane]) - 1 if newest else 0
        self._painted = self._reckoned = None
        self.updateGeometry()
        self.update()
        self.zoomed.emit(True)
        self._tell(aloud=False)

    def in_hand(self) -> Happening | None:
        """What is in hand; None where nothing is recorded."""
        return self._lanes[self._lane].happenings[self._item] if self._lane >= 0 else None

    def words(self) -> str:
        """What is in hand, in words."""
        one = self.in_hand()
        if one is None:
            return self._say("timeline.nothing")
        lane = self._lanes[self._lane]
        number = self._say("timeline.place", place=self._item + 1, of=len(lane.happenings))
        return self._say("timeline.in_hand", lane=self._names[self._lane], words=one.words, place=number)

    def _tell(self, *, aloud: bool = True) -> None:
        words = self.words()
        self.setAccessibleDescription(f"{words} {self._say('timeline.keys')}")
        self.said.emit(words)
        if aloud:
            announce(self, words)

    # Time

    def zoom(self, factor: float) -> None:
        """Show less time (above 1) or more (below), around what is in hand."""
        middle = self._middle()
        span = min(self._whole[1], max(float(_LEAST_DAYS), self._span / factor))
        share = (middle - self._start) / self._span if self._span else 0.5
        self._look(middle - span * min(1.0, max(0.0, share)), span)

    def pan(self, share: float) -> None:
        """Go on by a share of what is shown: above 0 later, below earlier."""
        self._look(self._start + self._span * share, self._span)

    def is_whole(self) -> bool:
        """Whether all of the time is shown."""
        return self._span >= self._whole[1]

    def _middle(self) -> float:
        one = self.in_hand()
        day = float(one.day.toordinal()) if one is not None else self._start
        inside = self._start <= day <= self._start + self._span
        return day if inside else self._start + self._span / 2

    def _look(self, start: float, span: float) -> None:
        first, whole = self._whole
        self._span = min(span, whole)
        self._start = min(max(first, start), first + whole - self._span)
        self._painted = None
        self.update()
        self.zoomed.emit(self.is_whole())

    # Where things are

    def _label_width(self) -> int:
        font = QFontMetrics(self._small())
        # One more: Qt rounds, and would cut the last letters of words that just fit.
        widest = max((font.horizontalAdvance(name) for name in self._names), default=0) + 1
        return min(widest + 2 * S, self.width() // _LABEL_SHARE, scaled(_LABEL_MOST, percent_of(self)))

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(scaled(SMALL, percent_of(self)))
        return font

    def _x(self, day: float) -> float:
        left, wide = self._room()
        return left + (day - self._start) / self._span * wide

    def _room(self) -> tuple[int, int]:
        """Where the time begins, and how wide it is, in pixels; reckoned once for a size."""
        key = (self.width(), percent_of(self))
        if self._reckoned is None or self._reckoned[0] != key:
            pad = scaled(_PAD, key[1])
            left = self._label_width() + pad
            self._reckoned = (key, (left, max(1, self.width() - left - pad)))
        return self._reckoned[1]

    def _y(self, lane: int) -> float:
        return (lane + 0.5) * scaled(_LANE, percent_of(self))

    def place_of(self, lane: int, item: int) -> QPointF:
        """Where a thing is, in pixels; of a span its beginning, or the edge where that is further back."""
        one = self._lanes[lane].happenings[item]
        day = float(one.day.toordinal())
        if one.until is not None and one.until.toordinal() >= self._start:
            day = max(day, self._start)
        return QPointF(self._x(day), self._y(lane))

    def _at(self, point: QPointF) -> tuple[int, int] | None:
        """What is nearest to a point on its lane."""
        lane = int(point.y() // scaled(_LANE, percent_of(self)))
        if not 0 <= lane < len(self._lanes) or not self._days[lane] or point.x() < self._label_width():
            return None
        happenings = self._lanes[lane].happenings
        if happenings[0].until is not None:
            for item in reversed(range(len(happenings))):
                one = happenings[item]
                until = float((one.until or one.day).toordinal())
                if self._x(float(one.day.toordinal())) - 4 <= point.x() <= self._x(until) + 4:
                    return lane, item
            return None
        item = min(range(len(happenings)), key=lambda item: abs(self.place_of(lane, item).x() - point.x()))
        near = abs(self.place_of(lane, item).x() - point.x()) <= scaled(_PAD, percent_of(self))
        return (lane, item) if near else None

    def sizeHint(self) -> QSize:
        percent = percent_of(self)
        return QSize(scaled(480, percent), len(self._lanes) * scaled(_LANE, percent) + scaled(_AXIS, percent))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, self.sizeHint().height())

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if self._lane < 0:
            super().keyPressEvent(event)
        elif key in steps:
            self._go(self._lane, self._item + steps[Qt.Key(key)])
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._other_lane(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(self._lane, 0 if key == Qt.Key.Key_Home else len(self._days[self._lane]) - 1)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(_ZOOM)
        elif key == Qt.Key.Key_Minus:
            self.zoom(1 / _ZOOM)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open()
        else:
            super().keyPressEvent(event)

    def _other_lane(self, step: int) -> None:
        one = self.in_hand()
        lane = self._lane + step
        while 0 <= lane < len(self._lanes) and not self._days[lane]:
            lane += step
        if one is None or not 0 <= lane < len(self._lanes):
            return
        days, day = self._days[lane], one.day.toordinal()
        place = bisect_left(days, day)
        near = [item for item in (place - 1, place) if 0 <= item < len(days)]
        self._go(lane, min(near, key=lambda item: abs(days[item] - day)))

    def _go(self, lane: int, item: int) -> None:
        if not 0 <= item < len(self._days[lane]):
            return
        self._lane, self._item = lane, item
        day = float(self._days[lane][item])
        if not self._start <= day <= self._start + self._span:
            self._look(day - self._span / 2, self._span)
        self.update()
        self._tell()

    def _open(self) -> None:
        one = self.in_hand()
        if one is not None and one.contact:
            self.opened.emit(one.contact)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            return
        if found == (self._lane, self._item):
            self._open()
        else:
            self._go(*found)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.rect().isEmpty():
            return
        t = tokens_of(self)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture(t))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._lane >= 0:
            size = scaled(_RADIUS, percent_of(self)) + 4
            at = self.place_of(self._lane, self._item)
            painter.setPen(QPen(QColor(t.focus), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self._x(self._start) - size <= at.x() <= self.width():
                painter.drawRoundedRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size), 4, 4)
        if self.hasFocus():
            ring(painter, QRect(0, 0, self.width(), self.height()), t.focus, "")
        painter.end()

    def _picture(self, t: Tokens) -> QPixmap:
        """All but what is in hand; painted once for a size, a theme and a stretch of time."""
        dense = self.devicePixelRatioF()
        key = (self.width(), self.height(), dense, t, percent_of(self), self._start, self._span)
        if self._painted is None or self._painted[0] != key:
            pixmap = QPixmap(round(self.width() * dense), round(self.height() * dense))
            pixmap.setDevicePixelRatio(dense)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(self._small())
            self._paint_ground(painter, t)
            for number, lane in enumerate(self._lanes):
                self._paint_lane(painter, t, number, lane)
            painter.end()
            self._painted = (key, pixmap)
        return self._painted[1]

    def _paint_ground(self, painter: QPainter, t: Tokens) -> None:
        """The names of the lanes, a line below each, and the axis."""
        percent, left = percent_of(self), self._label_width()
        tall, metrics = scaled(_LANE, percent), painter.fontMetrics()
        for number, name in enumerate(self._names):
            painter.setPen(QColor(t.muted))
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, left - 2 * S)
            where = QRectF(S, number * tall, left - S, tall)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
            painter.setPen(QPen(QColor(t.line), 1))
            painter.drawLine(QPointF(0, (number + 1) * tall), QPointF(self.width(), (number + 1) * tall))
        bottom = len(self._names) * tall
        most = max(2, (self.width() - left) // scaled(_NAME_ROOM, percent))
        first, last = (date.fromordinal(int(day)) for day in (self._start, self._start + self._span))
        for day in days_to_name(first, last, most):
            x = self._x(float(day.toordinal()))
            painter.setPen(QPen(QColor(t.line), 1))
            painter.drawLine(QPointF(x, 0), QPointF(x, bottom + 4))
            painter.setPen(QColor(t.muted))
            named = str(day.year) if (day.month, day.day) == (1, 1) else said_date(day).partition(" ")[2][:3]
            where = QRectF(x - 60, bottom + 4, 120, scaled(_AXIS, percent) - 4)
            painter.drawText(where, int(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter), named)

    def _paint_lane(self, painter: QPainter, t: Tokens, number: int, lane: Lane) -> None:
        ink, y = getattr(t, INK[lane.kind]), self._y(number)
        size = scaled(_RADIUS, percent_of(self))
        if lane.happenings and lane.happenings[0].until is not None:
            for one in lane.happenings:
                self._paint_span(painter, t, lane.kind, one, y)
            return
        end = self._start + self._span
        last: dict[str, float] = {}
        days = self._days[number]
        left, wide = self._room()
        for item in range(bisect_left(days, int(self._start)), len(days)):
            if days[item] > end:
                break
            x, shape = left + (days[item] - self._start) / self._span * wide, lane.happenings[item].shape
            if x - last.get(shape, -size) >= _APART:  # what would lie upon another of its kind is not painted again
                last[shape] = x
                paint_shape(painter, shape, QPointF(x, y), size, ink, t.surface)

    def _paint_span(self, painter: QPainter, t: Tokens, kind: str, one: Happening, y: float) -> None:
        start, until = float(one.day.toordinal()), float((one.until or one.day).toordinal())
        if until < self._start or start > self._start + self._span:
            return
        left, right = (self._x(min(max(day, self._start), self._start + self._span)) for day in (start, until))
        tall = scaled(_RADIUS, percent_of(self)) * 1.2
        known = self._x(float(one.learned.toordinal())) if one.learned is not None else left
        place = QRectF(left, y - tall, max(3.0, right - left), 2 * tall)
        paint_bar(painter, place, known, getattr(t, INK[kind]), soft_of(t, kind))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._painted = self._reckoned = None
            self.updateGeometry()
            self.update()
