"""The parts of the write-up by name, each a way there; those in which something is written carry a tick."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.domain.contact import ChildSeen, LookedAt
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Action, ActionUpdate, Answer, NextVisit, ParentsView, Told
from visitapp.domain.marks import Mark
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.press import Button
from visitapp.ui.visit.changes.particulars import particulars_of
from visitapp.words import Say


class Contents(Card):
    """`chosen` carries the key of a part."""

    chosen = Signal(str)

    def __init__(self, say: Say, parts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(say("visit.on_this_page"), parent=parent)
        self._say = say
        self._written: set[str] = set()
        close = QVBoxLayout()
        close.setSpacing(0)
        self.box.addLayout(close)
        self._buttons: dict[str, tuple[str, Button]] = {}
        for key, words in parts:
            button = Button(words, "right", "nav")
            button.clicked.connect(lambda _on=False, key=key: self.chosen.emit(key))
            close.addWidget(button)
            self._buttons[key] = (words, button)

    def show_written(self, keys: set[str]) -> None:
        """In which parts something is written."""
        if keys == self._written:
            return
        self._written = keys
        for key, (words, button) in self._buttons.items():
            button.set_icon("tick" if key in keys else "right")
            button.setAccessibleName(self._say("visit.part.written", part=words) if key in keys else words)

    def show_open(self, key: str, count: int) -> None:
        """How many things are open in a part."""
        words, button = self._buttons[key]
        said = self._say("visit.part.open", part=words, n=count) if count else words
        if button.words() != said:
            button.setText(said)


def written(draft: Draft) -> set[str]:
    """The keys of the parts in which something is written."""
    by_type: tuple[tuple[str, tuple[type, ...]], ...] = (
        ("marks", (Mark,)),
        ("earlier", (ActionUpdate,)),
        ("next", (Action, NextVisit)),
        ("parents", (ParentsView,)),
        ("told", (Told,)),
        ("questions", (Answer,)),
    )
    found = {key for key, types in by_type if any(isinstance(one, types) for one in draft.items)}
    if particulars_of(draft):
        found.add("particulars")
    if draft.note:
        found.add("note")
    if draft.contact.purpose or draft.contact.announced != "unknown":
        found.add("this")
    if draft.contact.present:
        found.add("who")
    if any(isinstance(one, ChildSeen) and one.seen != "unknown" for one in draft.items):
        found.add("children")
    if any(isinstance(one, LookedAt) and (one.bedroom != "unknown" or one.same_as_last_time) for one in draft.items):
        found.add("home")
    return found
