"""Signed, not yet in the case system: this person's visits with sections that were not copied, the oldest first."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Card
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.rowlist import RowList
from visitapp.ui.kit.rowof import RowOf
from visitapp.ui.kit.text import Para
from visitapp.words import Say

_MOST = 50


class CopyListPage(LivePage):
    """`copy_opened` carries the stream and contact."""

    copy_opened = Signal(str, str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("today.not_copied"), say("today.not_copied.hint"), parent=parent)
        self.list = RowList(say("today.not_copied"), say("today.more"), _MOST)
        self.list.opened.connect(lambda key: self.copy_opened.emit(*key.split("/")))
        self.add(self.list)
        self.none = Card(say("copying.nothing"))
        self.none.add(Para(say("copying.nothing.words")))
        self.none.hide()
        self.add(self.none)

    def show_rows(self, rows: tuple[RowOf, ...]) -> None:
        """These visits."""
        self.show_failure("")
        self.list.show_rows(rows)
        self.none.setVisible(not rows)
        self.focus_when_shown()
