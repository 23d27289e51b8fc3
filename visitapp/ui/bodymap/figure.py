"""One picture of the body: one focusable widget that says its places to a screen reader.

Arrows move between neighbouring places, Home and End to the first and last, Page up and Page down through all of them
in order, Return or Space marks. With the mouse a mark is set on release, within the place where it was pressed.
"""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QEvent, QLineF, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from visitapp.ui.bodymap.drawing import Direction, Drawing
from visitapp.ui.bodymap.markers import Marker, fan_out
from visitapp.ui.bodymap.painting import (
    RADIUS,
    Paths,
    paint_ground,
    paint_held,
    paint_labels,
    paint_lines,
    paint_markers,
)
from visitapp.ui.bodymap.wording import place_name
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.paint import ring
from visitapp.ui.theme.theme import percent_of, tokens_of
from visitapp.ui.theme.tokens import Tokens, scaled
from visitapp.words import Say

_MARGIN = 6
# Small enough for a small window; pictures grow with the room that there is.
_TALL, _SHORT, _WIDE, _LEAST = 360, 260, 280, 180
_WAYS: dict[int, Direction] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}


class FigureView(QWidget):
    """A drawing with its markers. Numbers of places are those of the drawing. `to_read`: nothing is marked on it."""

    place_chosen = Signal(int, object)
    """A place to mark, and where in the drawing's units; None: in its middle."""
    place_said = Signal(str)
    """The name of the place in hand or under the pointer; empty: none."""
    mark_chosen = Signal(str)

    def __init__(
        self, say: Say, drawing: Drawing, name: str, *, to_read: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._keys = say("bodymap.keys_to_read" if to_read else "bodymap.keys")
        self.drawing = drawing
        self._name = name
        self._held = drawing.order[0]
        self._hover: int | None = None
        self._pressed: int | None = None
        self._pressed_mark = ""
        self._markers: tuple[Marker, ...] = ()
        self._chosen = ""
        self._painted: tuple[object, QPixmap] | None = None
        self._placed: tuple[object, list[tuple[Marker, QPointF, QPointF]]] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        if not to_read:
            self.setCursor(Qt.CursorShape.CrossCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(name)
        self._describe()

    @cached_property
    def _paths(self) -> Paths:
        return Paths(self.drawing)

    def show_markers(self, markers: Sequence[Marker], chosen: str) -> None:
        """These markers and no others; the chosen mark's has a ring."""
        if (tuple(markers), chosen) == (self._markers, self._chosen):
            return
        self._markers, self._chosen = tuple(markers), chosen
        self._describe()
        self.update()

    def hold(self, number: int) -> None:
        """Take a place in hand, as the arrows do."""
        self._held = number
        self._describe()
        self.update()

    def point_out(self, number: int | None) -> None:
        """Show a place as if the pointer were on it; None: none."""
        self._hover = number
        self.update()

    def held(self) -> int:
        """The place in hand."""
        return self._held

    def place_words(self, number: int) -> str:
        """How a place is called."""
        place = self.drawing.places[number]
        return self._say(place_name(place.region, place.side))

    def marks_at(self, number: int) -> list[Marker]:
        """The numbered markers that stand at a place."""
        return [one for one in self._markers if one.name and self.drawing.at(*one.at) == number]

    def _describe(self) -> None:
        words = [self.place_words(self._held)]
        if here := self.marks_at(self._held):
            numbers = ", ".join(one.name for one in here)
            words.append(self._say("bodymap.marks_here", n=len(here), numbers=numbers))
        words.append(self._keys)
        self.setAccessibleDescription(". ".join(words))

    # Where things are

    def to_view(self) -> QTransform:
        """From the drawing's units to pixels: as large as fits, in the middle."""
        wide, tall = self.drawing.size
        scale = min((self.width() - 2 * _MARGIN) / wide, (self.height() - 2 * _MARGIN) / tall)
        left, top = (self.width() - wide * scale) / 2, (self.height() - tall * scale) / 2
        return QTransform().translate(left, top).scale(scale, scale)

    def pixel_of(self, number: int) -> QPointF:
        """Where the middle of a place is, in pixels."""
        return self.to_view().map(QPointF(*self.drawing.places[number].at))

    def _units(self, pixel: QPointF) -> QPointF:
        return self.to_view().inverted()[0].map(pixel)

    def _place_at(self, pixel: QPointF) -> int | None:
        at = self._units(pixel)
        return self.drawing.at(at.x(), at.y())

    def placed_markers(self) -> list[tuple[Marker, QPointF, QPointF]]:
        """Each marker, where it is set, and where it is shown so that it hides no other; in pixels.

        Reckoned once for these markers and a size: with a hundred marks it takes a moment.
        """
        key = (self._markers, self.width(), self.height(), percent_of(self))
        if self._placed is None or self._placed[0] != key:
            to_view = self.to_view()
            points = [to_view.map(QPointF(*marker.at)) for marker in self._markers]
            places = fan_out([(point.x(), point.y()) for point in points], scaled(RADIUS, percent_of(self)) + 1)
            shown = [QPointF(*where) for where in places]
            self._placed = (key, list(zip(self._markers, points, shown, strict=True)))
        return self._placed[1]

    def _mark_at(self, pixel: QPointF) -> str:
        reach = scaled(RADIUS, percent_of(self)) + 2
        for marker, _, shown in reversed(self.placed_markers()):
            if marker.name and QLineF(pixel, shown).length() <= reach:
                return marker.mark
        return ""

    # Sizes

    def sizeHint(self) -> QSize:
        wide, tall = self.drawing.size
        height = scaled(_TALL if tall > 1.5 * wide else _SHORT, percent_of(self))
        return QSize(min(round(height * wide / tall), scaled(_WIDE, percent_of(self))), height)

    def minimumSizeHint(self) -> QSize:
        wide, tall = self.drawing.size
        return QSize(_LEAST, max(_LEAST, min(_SHORT, round(_LEAST * tall / wide))))

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        number = self._place_at(event.position())
        if number != self._hover:
            self._hover = number
            self._say_place()
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_mark = self._mark_at(event.position())
            self._pressed = None if self._pressed_mark else self._place_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pressed, mark = self._pressed, self._pressed_mark
        self._pressed, self._pressed_mark = None, ""
        if mark:
            if self._mark_at(event.position()) == mark:
                self.mark_chosen.emit(mark)
            return
        if pressed is not None and self._place_at(event.position()) == pressed:
            at = self._units(event.position())
            self.hold(pressed)
            self.place_chosen.emit(pressed, (at.x(), at.y()))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._say_place()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = None
        self._say_place()
        self.update()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        order = self.drawing.order
        place = order.index(self._held)
        key = event.key()
        if key in _WAYS:
            found = self.drawing.next(self._held, _WAYS[key])
            self._go(self._held if found is None else found)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(order[0 if key == Qt.Key.Key_Home else -1])
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._go(order[(place + (1 if key == Qt.Key.Key_PageDown else -1)) % len(order)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if not event.isAutoRepeat():  # a key held down is one mark
                self.place_chosen.emit(self._held, None)
        else:
            super().keyPressEvent(event)

    def _go(self, number: int) -> None:
        self.hold(number)
        self._say_place()
        announce(self, self.place_words(number))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._say_place()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._say_place()
        self.update()

    def _say_place(self) -> None:
        number = self._hover if self._hover is not None else self._held if self.hasFocus() else None
        self.place_said.emit("" if number is None else self.place_words(number))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        t, percent, to_view = tokens_of(self), percent_of(self), self.to_view()
        held = self._held if self.hasFocus() else None
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.setTransform(to_view, True)
        paint_ground(painter, self._paths, t, {one for one in (self._hover, held) if one is not None})
        painter.restore()
        painter.drawPixmap(0, 0, self._lines(t, percent, to_view))
        painter.setTransform(to_view, True)
        for number, ink in ((self._hover, t.primary), (held, t.focus)):
            if number is not None:
                paint_held(painter, self._paths, number, ink, to_view.m11())
        painter.resetTransform()
        paint_markers(painter, self.placed_markers(), t, self._chosen, percent)
        if self.hasFocus():
            ring(painter, QRect(0, 0, self.width(), self.height()), t.focus, "")
        painter.end()

    def _lines(self, t: Tokens, percent: int, to_view: QTransform) -> QPixmap:
        """The lines and words that stay as they are; painted once for a size and a theme."""
        dense = self.devicePixelRatioF()
        key = (self.width(), self.height(), dense, t, percent)
        if self._painted is None or self._painted[0] != key:
            pixmap = QPixmap(round(self.width() * dense), round(self.height() * dense))
            pixmap.setDevicePixelRatio(dense)
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            painter.setFont(self.font())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.save()
            painter.setTransform(to_view, True)
            paint_lines(painter, self._paths, t, to_view.m11())
            painter.restore()
            words = {side: self._say(f"bodymap.label.{side}") for side in ("left", "right")}
            paint_labels(painter, self.drawing, words, t, to_view, percent)
            painter.end()
            self._painted = (key, pixmap)
        return self._painted[1]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
            self.update()
