"""Where the questions about marks come from: what each rule says, in whom, its limits, and the published figures.

It is reached from a card and from the list of commands. Figures stand here and on no page of a visit.
"""

import re
from functools import partial

from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Card, Fold
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.text import MAY_BREAK, Hint, Label, Para
from visitapp.ui.reference.presenter import Entry, Reference
from visitapp.ui.theme.tokens import XS, S
from visitapp.words import Say


class ReferencePage(LivePage):
    """Shows what `show_reference` gives it; nothing can be changed here."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("reference.title"), say("reference.hint"), parent=parent)
        self._say = say
        self._shown: Reference | None = None
        self.folds: dict[str, Fold] = {}
        self.body = Part()
        self.add(self.body)

    def show_reference(self, found: Reference) -> None:
        """Show this; the same again leaves everything as it stands."""
        self.show_failure("")
        if found == self._shown:
            return
        self._shown = found
        self.folds = {}
        self.body.empty()
        if found.sources:
            card = Card(self._say("reference.this"))
            for source in found.sources:
                card.add(Para(source, selectable=True))
            self.body.add(card)
        self.body.add(self._standing())
        self._add_entries("reference.rules", found.rules)
        mobility = Card(self._say("reference.mobility"))
        for line in found.mobility:
            mobility.add(Para(line))
        self.body.add(mobility)
        self._add_entries("reference.notes", found.notes)
        self.focus_when_shown()

    def _standing(self) -> Card:
        card = Card(self._say("reference.standing"))
        for line in ("health_staff", "no_score", "silence", "refer"):
            card.add(Para(self._say(f"reference.standing.{line}")))
        return card

    def _add_entries(self, heading: str, entries: tuple[Entry, ...]) -> None:
        card = Card(self._say(heading))
        for entry in entries:
            fold = Fold(entry.name)
            fold.opened.connect(partial(self._fill, fold, entry))
            fold.set_open(entry.open)
            self.folds[entry.id] = fold
            card.add(fold)
        self.body.add(card)

    def _fill(self, fold: Fold, entry: Entry, _open: bool) -> None:
        """What a rule says is made when somebody opens it for the first time."""
        if fold.box.count():
            return
        for label, words in entry.facts:
            fold.add(_fact(label, words))
        if entry.figures:
            fold.add(self._figures(entry))

    def _figures(self, entry: Entry) -> QWidget:
        part = Part(S)
        part.add(Label(self._say("reference.figures")))
        part.add(Hint(self._say("reference.figures.hint")))
        for line in entry.figures:
            part.add(Para(line))
        return part


def _fact(label: str, words: str) -> Part:
    """One below the other: these are paragraphs, and the page may be narrow."""
    part = Part(XS)
    part.add(Hint(label))
    part.add(Para(re.sub(r"(?<=\w[/.])(?=\w)", MAY_BREAK, words)))
    return part
