"""The equal list: every mark that the map shows, with when it was seen; one of them open, with what was said of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.case.body.presenter import MarkRow
from visitapp.ui.case.said.beside import Beside
from visitapp.ui.case.said.versionblock import version_block
from visitapp.ui.case.said.words import MarkWords
from visitapp.ui.kit.card import Card, let_go
from visitapp.ui.kit.part import Block, Part
from visitapp.ui.kit.press import LinkButton, QuietButton
from visitapp.ui.kit.rows import RowButton
from visitapp.ui.kit.text import Hint, Label, Para
from visitapp.ui.theme.tokens import M, S
from visitapp.words import Say

_AT_ONCE = 30


class MarkList(Card):
    """`chosen` carries a mark to open or to close, `visit_opened` a contact. Past thirty, `more` shows the rest."""

    chosen = Signal(str)
    visit_opened = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("body.marks"), parent=parent)
        self._say = say
        self._most = _AT_ONCE
        self._shown: tuple[MarkRow, ...] = ()
        self.rows: dict[str, RowButton] = {}
        self._made: dict[str, tuple[MarkRow, QWidget]] = {}
        self.none = Hint()
        self.add(self.none)
        self._part = Part(S)
        self.add(self._part)
        self.more = QuietButton(say("said.more"), "down")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self.add(self.more)

    def show_marks(self, rows: Sequence[MarkRow], none: str) -> QWidget | None:
        """These marks; `none`: what to say where there are none. What is open now, where that is new."""
        self.none.setText(none)
        self.none.setVisible(bool(none))
        before = {row.key for row in self._shown if row.said}
        self._shown = tuple(rows)
        opened = next((place for place, row in enumerate(rows) if row.said), -1)
        self._most = max(self._most, opened + 1)
        self._fill()
        key = rows[opened].key if opened >= 0 else ""
        return self.rows[key] if key and key not in before else None

    def _show_more(self) -> None:
        first = self._shown[self._most].key
        self._most = len(self._shown)
        self._fill()
        self.rows[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self) -> None:
        """Rows that say the same stay as they are, with the focus."""
        kept, self._made, self.rows = self._made, {}, {}
        while self._part.box.takeAt(0) is not None:
            pass
        for row in self._shown[: self._most]:
            known = kept.pop(row.key, None)
            held = known[1] if known else _Held()
            assert isinstance(held, _Held)  # noqa: S101  # made here
            if known is None:
                held.button.clicked.connect(lambda _on=False, key=row.key: self.chosen.emit(key))
            if known is None or known[0] != row:
                held.button.show_row(row.heading, row.lines)
                held.show_open(self._open(row) if row.said else None)
            self._made[row.key] = (row, held)
            self.rows[row.key] = held.button
            self._part.box.addWidget(held)
        for _, gone in kept.values():
            let_go(gone)
        self.more.setVisible(len(self._shown) > self._most)

    def _open(self, row: MarkRow) -> QWidget:
        """What stands below the row that is open."""
        block = Block()
        words = row.said
        if words is None:
            return block
        if row.note:
            block.add(Hint(row.note))
        for seen in words.seen:
            block.add(Para(seen))
        self._add_said(block, words)
        for contact, visit in row.visits:
            link = LinkButton(visit)
            link.clicked.connect(lambda _on=False, contact=contact: self.visit_opened.emit(contact))
            block.add(link)
        return block

    def _add_said(self, block: Block, words: MarkWords) -> None:
        block.add(Label(self._say("overview.way.said")))
        if words.differ:
            block.add(Para(words.differ))
        if not words.versions:
            block.add(Para(self._say("said.nobody")))
        several = [(words.versions, ""), (words.medical, self._say("said.medical"))]
        for versions, heading in several:
            if versions and heading:
                block.add(Label(heading))
            if versions:
                made = [version_block(self._say, one, words.heading, self.visit_opened.emit) for one in versions]
                for one in made:
                    one.setProperty("ground", "surface")
                block.add(Beside(made))


class _Held(Part):
    """A row and what is open below it."""

    def __init__(self) -> None:
        super().__init__(M)
        self.button = RowButton("")
        self.add(self.button)
        self._open: QWidget | None = None

    def show_open(self, widget: QWidget | None) -> None:
        """Something below the row; None: nothing."""
        if self._open is not None:
            let_go(self._open)
        self._open = widget
        if widget is not None:
            self.add(widget)
