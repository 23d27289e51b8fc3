"""The pictures side by side, each with its name, and beneath them what place is in hand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from visitapp.ui.bodymap.drawing import Drawings, Spot, Spot_, spot
from visitapp.ui.bodymap.figure import FigureView
from visitapp.ui.bodymap.sheet import Picture
from visitapp.ui.kit.card import Card, clear
from visitapp.ui.kit.text import Hint, Label
from visitapp.ui.theme.tokens import XS, L
from visitapp.words import Say


class Pictures(Card):
    """One or more views. The widgets stay as long as figure and views are the same, so that focus is not lost.

    `to_read`: choosing a place with marks chooses the next of them, and nothing can be set.
    """

    spot_chosen = Signal(Spot)
    mark_chosen = Signal(str)

    def __init__(self, say: Say, drawings: Drawings, *, to_read: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._say, self._drawings, self._to_read = say, drawings, to_read
        self._none = say("bodymap.place_none_to_read" if to_read else "bodymap.place_none")
        self._chosen = ""
        self.figures: dict[str, FigureView] = {}
        self._shown: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(L)
        self._grid.setVerticalSpacing(L)
        self.box.addLayout(self._grid, 1)
        self.place = Label(self._none)
        self.box.addWidget(self.place)

    def show_pictures(self, pictures: Sequence[Picture]) -> None:
        """These views with their markers."""
        wanted = tuple((one.figure, one.view) for one in pictures)
        if wanted != self._shown:
            self._rebuild(pictures)
            self._shown = wanted
        for one in pictures:
            self._chosen = one.chosen
            self.figures[one.view].show_markers(one.markers, one.chosen)

    def _rebuild(self, pictures: Sequence[Picture]) -> None:
        focused = any(figure.hasFocus() for figure in self.figures.values())
        clear(self._grid)
        self.figures = {}
        columns = 2 if len(pictures) == 4 else len(pictures)
        for index, one in enumerate(pictures):
            self._grid.addWidget(self._framed(one), index // columns, index % columns)
        if focused:
            next(iter(self.figures.values())).setFocus()

    def _framed(self, picture: Picture) -> QWidget:
        drawing = self._drawings.figures[picture.figure][picture.view]
        name = self._say(f"bodymap.view.{picture.view}")
        figure = FigureView(self._say, drawing, name, to_read=self._to_read)
        figure.place_chosen.connect(lambda number, at: self._chose(picture, number, at))
        figure.mark_chosen.connect(self.mark_chosen)
        figure.place_said.connect(self._said)
        self.figures[picture.view] = figure
        frame = QWidget()
        frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        box = QVBoxLayout(frame)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(XS)
        box.addWidget(figure, 1)
        caption = Hint(name)
        caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        box.addWidget(caption)
        return frame

    def _chose(self, picture: Picture, number: int, at: Spot_ | None) -> None:
        if not self._to_read:
            self.spot_chosen.emit(spot(self._drawings, picture.figure, picture.view, number, at))
            return
        marks = [one.mark for one in self.figures[picture.view].marks_at(number)]
        if marks:
            place = marks.index(self._chosen) + 1 if self._chosen in marks else 0
            self.mark_chosen.emit(marks[place % len(marks)])

    def _said(self, words: str) -> None:
        self.place.setText(words or self._none)

    def hold(self, region: str, side: str) -> None:
        """Take a place in hand on every picture that shows it, and name it."""
        for figure in self.figures.values():
            number = figure.drawing.number(region, side)
            if number is not None:
                figure.hold(number)
                figure.point_out(number)
                self._said(figure.place_words(number))
            else:
                figure.point_out(None)

    def let_go(self) -> None:
        """Point out no place."""
        for figure in self.figures.values():
            figure.point_out(None)
        self._said("")
