"""Things that were added on this page, each in words and with a way to take it back."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from visitapp.ui.kit.card import clear
from visitapp.ui.kit.press import QuietButton
from visitapp.ui.kit.text import Para
from visitapp.ui.theme.tokens import M, S
from visitapp.words import Say


class Added(QWidget):
    """`taken_back` carries the id. Hidden while there is nothing."""

    taken_back = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._rows: tuple[tuple[str, str], ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(S)
        self.hide()

    def show_rows(self, rows: Sequence[tuple[str, str]], fixed: frozenset[str] = frozenset()) -> None:
        """Show these (id, words) and no others. `fixed`: ids that are not taken back here."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        clear(self._box)
        for id_, words in rows:
            line = QWidget()
            side = QHBoxLayout(line)
            side.setContentsMargins(0, 0, 0, 0)
            side.setSpacing(M)
            side.addWidget(Para(words), 1)
            self._box.addWidget(line)
            if id_ in fixed:
                continue
            back = QuietButton(self._say("visit.take_back"), "cross")
            back.setAccessibleName(self._say("visit.take_back.what", what=words))
            back.clicked.connect(lambda _on=False, id_=id_: self.taken_back.emit(id_))
            side.addWidget(back)
        self.setVisible(bool(rows))
