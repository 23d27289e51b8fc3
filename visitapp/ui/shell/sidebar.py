"""The side bar: the places, and below them cover and lock. Folds to icons where there is little room.

Where large text meets a low window the buttons share its height, never below 44 pixels; below that the places scroll.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from visitapp.ui.kit.press import Button
from visitapp.ui.kit.text import Icon, Prose
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import CONTROL, XS, M, S, scaled
from visitapp.words import Say

PLACES = ("today", "cases", "inbox", "team", "questions", "search", "training", "help", "settings")
_FOR_LEADS = ("inbox", "team", "questions")
_ICONS = {"team": "table", "questions": "list"}
_WIDE, _NARROW = 208, 44


class SideBar(QFrame):
    """`wanted` carries the place. `lead`: the places for leads are there. Arrows move between the places."""

    wanted = Signal(str)
    cover_wanted = Signal()
    lock_wanted = Signal()

    def __init__(self, say: Say, *, lead: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(say("shell.sidebar"))
        self._say = say
        self._folded = False
        self._places: dict[str, Button] = {}
        self._words: dict[Button, str] = {}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(M, M, M, M)
        self._box.setSpacing(XS)
        self._name = Prose(say("shell.name"), "heading")
        self._head = QHBoxLayout()
        self._head.setContentsMargins(M, XS, 0, S)
        self._head.setSpacing(S)
        self._head.addWidget(Icon("visitapp", "primary"))
        self._head.addWidget(self._name, 1)
        self._box.addLayout(self._head)
        self._scroll, above = self._room_for_places()
        group = QButtonGroup(self)
        for key in PLACES:
            button = self._button(say(f"shell.place.{key}"), _ICONS.get(key, key), above)
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _on, key=key: self.wanted.emit(key))
            self._places[key] = button
        above.addStretch(1)
        cover = self._button(say("shell.cover"), "calendar", self._box)
        lock = self._button(say("shell.lock"), "lock", self._box)
        cover.clicked.connect(self.cover_wanted)
        lock.clicked.connect(self.lock_wanted)
        cover.setToolTip(say("shell.cover.keys"))
        lock.setToolTip(say("shell.lock.keys"))
        self.set_lead(lead)
        self._fit()

    def _room_for_places(self) -> tuple[QScrollArea, QVBoxLayout]:
        """Where the places stand: they scroll where large text leaves too little room, cover and lock never do."""
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(XS)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        for widget in (scroll.viewport(), inside):  # the bar's own ground shows, in every theme
            widget.setAutoFillBackground(False)
        self._box.addWidget(scroll, 1)
        return scroll, box

    def _button(self, words: str, icon: str, box: QVBoxLayout) -> Button:
        button = Button(words, icon, "nav")
        self._words[button] = words
        button.installEventFilter(self)
        box.addWidget(button)
        return button

    def set_lead(self, lead: bool) -> None:
        """Whether the places of a lead are shown."""
        for key in _FOR_LEADS:
            self._places[key].setVisible(lead)
        self._share_height()

    def places(self) -> Sequence[tuple[str, str]]:
        """The places that are shown, as (key, words)."""
        return [(key, self._words[button]) for key, button in self._places.items() if not button.isHidden()]

    def set_current(self, key: str) -> None:
        """Mark the place that is shown."""
        self._places[key].setChecked(True)

    def take_focus(self) -> None:
        """Go to the place that is shown."""
        current = next((button for button in self._places.values() if button.isChecked()), self._places["today"])
        current.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_folded(self, folded: bool) -> None:
        """Icons alone, or icons with words; the names stay for those who listen, and show as tips."""
        if folded == self._folded:
            return
        self._folded = folded
        for button, words in self._words.items():
            tip = button.toolTip()
            button.setText("" if folded else words)
            button.setAccessibleName(words)
            button.setToolTip(tip or (words if folded else ""))
        self._name.setVisible(not folded)
        self._head.setContentsMargins(0 if folded else M, XS, 0, S)
        margin = XS if folded else M
        self._box.setContentsMargins(margin, M, margin, M)
        self._fit()

    def folded(self) -> bool:
        """Whether only icons are shown."""
        return self._folded

    def _fit(self) -> None:
        side = (_NARROW if self._folded else _WIDE) + (2 * XS if self._folded else 2 * M)
        self.setFixedWidth(scaled(side, percent_of(self)))
        self._share_height()

    def _share_height(self) -> None:
        """The same height for each button; one whose words need more lines keeps what it needs."""
        buttons = [button for button in self._words if not button.isHidden()]
        margins, whole = self._box.contentsMargins(), scaled(CONTROL, percent_of(self))
        wide = self.width() - margins.left() - margins.right()
        head = max(self._head.sizeHint().height(), self._head.totalHeightForWidth(wide))
        room = self.height() - margins.top() - margins.bottom() - head - XS * len(buttons)
        share = min(whole, max(CONTROL, room // len(buttons)))
        for button in buttons:
            needs = button.heightForWidth(wide)
            button.setFixedHeight(needs if needs > whole else share)

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._share_height()  # the name above the places has its new height only now
        return done

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_name"):
            self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of the buttons: however one comes to have the focus, it is scrolled into view; arrows go round."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, Button) and self._scroll.isAncestorOf(watched):
            self._scroll.ensureWidgetVisible(watched, 0, 0)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                self._step(step)
                return True
        return super().eventFilter(watched, event)

    def _step(self, step: int) -> None:
        buttons = [button for button in self._words if button.isVisible()]
        at = next((place for place, button in enumerate(buttons) if button.hasFocus()), None)
        if at is not None:
            buttons[(at + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
