"""Frames that hold things: Card, Banner, Fold, Facts, ErrorSummary."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QFrame, QGridLayout, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.press import Button, LinkButton
from visitapp.ui.kit.text import Heading, Hint, Icon, Label, Para, Prose
from visitapp.ui.kit.ticks import Radio, Tick
from visitapp.ui.theme.tokens import XL, XS, L, M, S


def stack(box: QVBoxLayout, widget: QWidget) -> None:
    """Add to a column: buttons at their own width on the left, all else as wide as the column."""
    left = isinstance(widget, QAbstractButton) and not isinstance(widget, Wide)
    box.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag(0))


def let_go(widget: QWidget) -> None:
    """Take a widget out of its page for good."""
    # Qt shows what was just put into a layout a moment later; were it not hidden, it would come as a window of its own.
    widget.hide()
    widget.setParent(None)
    widget.deleteLater()


def clear(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        inner = item.layout()
        if widget is not None:
            let_go(widget)
        elif inner is not None:
            clear(inner)


class Wide:
    """A mark for buttons that take the whole width of their column (RowButton)."""


class Card(QFrame):
    """A framed part of a page, with a heading or without."""

    def __init__(self, heading: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(XL, L, XL, XL)
        self.box.setSpacing(M)
        self.heading = Heading(heading) if heading else None
        if self.heading:
            self.box.addWidget(self.heading)
        if hint:
            self.box.addWidget(Hint(hint))

    def add(self, widget: QWidget) -> None:
        """One more below."""
        stack(self.box, widget)


class Banner(QFrame):
    """Something to know, in words, with an icon. Kinds: info, ok, warn, danger, question. `pressed` from its button."""

    pressed = Signal()

    def __init__(
        self, kind: str, words: str, button: str = "", heading: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("banner", kind)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(M, M, L, M)
        outer.setSpacing(M)
        outer.addWidget(Icon(kind, kind), 0, Qt.AlignmentFlag.AlignTop)
        self.box = QVBoxLayout()
        self.box.setSpacing(XS)
        outer.addLayout(self.box, 1)
        self.heading = Label(heading)
        self.heading.set_kind(kind)
        self.words = Para(words)
        self.box.addWidget(self.heading)
        self.box.addWidget(self.words)
        self.heading.setVisible(bool(heading))
        self.button = Button(button) if button else None
        if self.button:
            self.button.clicked.connect(self.pressed)
            self.box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def add(self, widget: QWidget) -> None:
        """One more below the words."""
        stack(self.box, widget)

    def show_words(self, words: str, heading: str = "") -> None:
        """Say something else and have it read out; nothing at all hides the banner."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.heading.setText(heading)
        self.heading.setVisible(bool(heading))
        self.setVisible(bool(words or heading))
        if words or heading:
            announce(self, f"{heading} {words}".strip(), at_once=True)


class Fold(QWidget):
    """A part that opens when it is asked for. `opened` carries whether it is open now."""

    opened = Signal(bool)

    def __init__(self, heading: str, *, open_: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(XS)
        self.button = Button(heading, "right", "quiet")
        self.button.setCheckable(True)
        self.body = QWidget()
        self.box = QVBoxLayout(self.body)
        self.box.setContentsMargins(M, 0, 0, S)
        self.box.setSpacing(M)
        outer.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(self.body)
        self.button.toggled.connect(self._toggled)
        self.body.hide()
        self.button.setChecked(open_)

    def _toggled(self, on: bool) -> None:
        self.body.setVisible(on)
        self.button.set_icon("down" if on else "right")
        self.opened.emit(on)

    def add(self, widget: QWidget) -> None:
        """One more inside."""
        stack(self.box, widget)

    def empty(self) -> None:
        """Take everything out."""
        clear(self.box)

    def set_open(self, on: bool) -> None:
        """Open or close it."""
        self.button.setChecked(on)


class Facts(QWidget):
    """What is known, as pairs of a label and words, side by side; one below the other where it is narrow."""

    def __init__(self, facts: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(L)
        self._grid.setVerticalSpacing(S)
        self._grid.setColumnStretch(1, 1)
        self.show_facts(facts)

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these and no others."""
        clear(self._grid)
        self._row = 0
        self.add_facts(facts)

    def add_facts(self, facts: Sequence[tuple[str, str]], *above: QWidget) -> None:
        """Show these too, in the same columns, with something across both above them."""
        for widget in above:
            self._grid.addWidget(widget, self._row, 0, 1, 2)
            self._row += 1
        for label, words in facts:
            self._grid.addWidget(Prose(label, "hint"), self._row, 0)
            self._grid.addWidget(Para(words), self._row, 1)
            self._row += 1


class ErrorSummary(QFrame):
    """What is to be put right, at the top of a page: each line leads to its field. Hidden while there is nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(L, M, L, M)
        self._box.setSpacing(XS)
        self.hide()

    def show_errors(self, heading: str, errors: Sequence[tuple[str, QWidget]]) -> None:
        """Show and read out the errors and take the focus; without any, hide."""
        clear(self._box)
        self.setVisible(bool(errors))
        if not errors:
            return
        self._box.addWidget(Heading(heading))
        for words, field in errors:
            link = LinkButton(words)
            link.clicked.connect(lambda _on=False, field=field: _lead_to(field))
            self._box.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(" ".join(words for words, _ in errors))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, " ".join((heading, *(words for words, _ in errors))), at_once=True)


def _lead_to(field: QWidget) -> None:
    target = field.focusProxy() or field
    if isinstance(target, Radio | Tick):
        target.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
