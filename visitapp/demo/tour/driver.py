"""Hands and eyes of the tour: presses, clicks and types in the real window, waits for states, takes pictures.

An input is a key or a click that sets or presses something, or a field that is filled. Going from one field to the
next (Tab) is none; the words of notes and answers are not counted. Nothing waits for a fixed time: `until` looks at a
state again and again and gives up with its name.
"""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from msgspec import Struct
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from visitapp.actions.session import Session
from visitapp.demo.tour.held import Held
from visitapp.demo.tour.marker import Marker
from visitapp.ui.background import Background
from visitapp.ui.shell.window import Shell
from visitapp.ui.visit.fieldname import go_to

PATIENCE = 60.0
LOOK_EVERY = 5


class TourFailed(Exception):
    """What was waited for did not come, or a check did not hold. Says which, never what a note says."""


class Window(Protocol):
    """A profile's window, as the composition makes it."""

    shell: Shell
    background: Background
    session: Session | None
    pages: Any
    syncer: Any
    ready: Any
    loaded: bool

    def start(self) -> None: ...
    def sync(self) -> None: ...

    def show_status(self) -> None: ...


class Step(Struct):
    """One step: its picture, what was done, what was compared and with what, how many inputs and seconds.

    `held`: the longest that the screen stood still, in seconds, idle gaps of the timer (10 ms) and all.
    """

    name: str
    picture: str
    did: str
    checked: list[str]
    inputs: int
    seconds: float
    held: float


class Driver:
    """Drives one window at a time and writes down the steps."""

    def __init__(self, folder: Path, marker: Marker) -> None:
        self.folder, self.marker = folder, marker
        self.steps: list[Step] = []
        self.window: Window | None = None
        self.held = Held()
        self._inputs = 0
        self._checked: list[str] = []
        self._begun = time.monotonic()

    # Waiting

    def until(self, holds: Callable[[], Any], what: str, patience: float = PATIENCE) -> Any:
        """Let the application work until something holds; what it gave. Raises TourFailed with `what`."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            with self.held.aside():
                found = holds()
            if found:
                return found
            self._turn()
        raise TourFailed(f"waited for: {what}")

    def _turn(self, times: int = 1) -> None:
        """Let the application do what has come up."""
        with self.held.watched():
            QTest.qWait(LOOK_EVERY * times)

    def settle(self) -> None:
        """Let everything that is under way behind the screen come back, and what was asked for stand."""
        for _ in range(2):
            self.until(self._is_settled, "work behind the screen")
            self._turn()
        self.until(self._is_settled, "work behind the screen")

    def _is_settled(self) -> bool:
        window = self._window()
        page = window.shell.page()
        opening = window.pages is not None and window.pages.opening
        return window.background.waiting == 0 and not opening and not (page is not None and page.opening)

    def _window(self) -> Window:
        if self.window is None:
            raise TourFailed("there is no window")
        return self.window

    # Inputs

    def click(self, widget: QWidget) -> None:
        """Click in the middle of a control, brought into view before as a hand on a wheel would."""
        self.show(widget)
        if not widget.isEnabled():
            raise TourFailed(f"not to be clicked: {widget.accessibleName()}")
        self._inputs += 1
        place = QPoint(min(12, widget.width() // 2), widget.height() // 2)
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        self._turn()

    def click_at(self, widget: QWidget, place: Callable[[], QPoint]) -> None:
        """Click at a place of a picture, once the picture has its size."""
        self.show(widget)
        before = None
        while before != (before := widget.size()):
            self._turn(4)
        self._inputs += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place())
        self._turn()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self._inputs += 1
        QTest.keyClick(self.focus(), key, modifiers)
        self._turn()

    def type(self, words: str, *, counted: bool = False) -> None:
        """Type words where the focus is. `counted`: a field filled, not a note or an answer."""
        self._inputs += counted
        self.keys(words)
        self._turn()

    def keys(self, words: str) -> None:
        """Key by key, as fast as the application takes them."""
        for key in words:
            QTest.keyClicks(self.focus(), key)
            QApplication.processEvents()

    def focus(self) -> QWidget:
        """The control with the focus; the window when none has it."""
        return QApplication.focusWidget() or self._window().shell

    def show(self, widget: QWidget) -> None:
        """Scroll the page until a control is in view."""
        owner: Any = widget
        while owner is not None and not hasattr(owner, "see"):
            owner = owner.parentWidget()
        if owner is not None:
            owner.see(widget)
        self._turn()

    def field(self, name: str) -> QWidget:
        """Go to the field of a name on the page that is shown, as Tab would lead there."""
        root = self._window().shell.page()
        if root is None:
            raise TourFailed("there is no page")
        found = self.until(lambda: not root.opening and go_to(root, name), f"field {name}")
        if not isinstance(found, QWidget):
            raise TourFailed(f"no field {name}")
        self.show(found)
        return found

    def set(self, name: str, step: int = 0) -> None:
        """Press a tick or button by its name, or choose an answer, `step` arrows from the first."""
        self.field(name)
        for _ in range(step):
            QTest.keyClick(self.focus(), Qt.Key.Key_Right)
        at: Any = self.focus()
        if not step or not at.isChecked():
            QTest.keyClick(at, Qt.Key.Key_Space)
        self._inputs += 1
        self._turn()

    def fill(self, name: str, words: str, *, counted: bool = True) -> None:
        """Type into a field by its name."""
        self.field(name)
        self.type(words, counted=counted)

    def tick(self, name: str, words: str) -> None:
        """Press the tick, of several in a field, whose accessible name holds these words."""
        first = self.field(name)
        group: Any = first.parentWidget()
        while group is not None and group.property("field") != name:
            group = group.parentWidget()
        every: list[QWidget] = (group or first).findChildren(QWidget)
        found = next((one for one in every if words in one.accessibleName() and one.focusPolicy()), None)
        if found is None:
            raise TourFailed(f"no such tick in {name}")
        found.setFocus()
        QTest.keyClick(found, Qt.Key.Key_Space)
        self._inputs += 1
        self._turn()

    def top(self, widget: QWidget) -> None:
        """Scroll until a part stands at the top, to be read from its beginning."""
        area = widget.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        inside = area.widget() if isinstance(area, QScrollArea) else None
        if isinstance(area, QScrollArea) and inside is not None:
            area.verticalScrollBar().setValue(widget.mapTo(inside, QPoint(0, 0)).y() - 12)
        self._turn()

    # Writing down

    def check(self, holds: bool, what: str) -> None:
        """Write down what was compared. Raises TourFailed when it does not hold."""
        if not holds:
            raise TourFailed(f"did not hold: {what}")
        self._checked.append(what)

    def step(self, name: str, did: str, *, picture: bool = True) -> Step:
        """End a step: settle, look for the marker on the disk and the wire, take the picture."""
        window = self._window()
        self.settle()
        held = round(self.held.largest(), 4)
        with self.held.aside():
            self.check(not self.marker.found(), "no file and no request holds the words of the note in plain")
            file = f"{name}.png" if picture else ""
            if file and not window.shell.grab().save(str(self.folder / file)):
                raise TourFailed("a picture could not be written")
        step = Step(name, file, did, self._checked, self._inputs, round(time.monotonic() - self._begun, 2), held)
        self.steps.append(step)
        self._inputs, self._checked, self._begun = 0, [], time.monotonic()
        return step

    def count_from_here(self) -> None:
        """Begin to count inputs anew: what went before is no part of what is counted."""
        self._inputs = 0

    @property
    def inputs(self) -> int:
        """Inputs since the last step."""
        return self._inputs
