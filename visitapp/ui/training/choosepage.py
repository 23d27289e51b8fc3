"""Where training begins: three invented families, or a case file of one's own."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Card
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.problems import FileProblems
from visitapp.ui.kit.rows import RowButton
from visitapp.ui.kit.text import Hint, Para
from visitapp.ui.theme.tokens import S
from visitapp.ui.training.presenter import Offer
from visitapp.words import Say


class ChoosePage(LivePage):
    """`chosen` carries a family's name; `file_wanted`: ask for a file."""

    chosen = Signal(str)
    file_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("training.title"), say("training.hint"), parent=parent)
        self._say = say
        self._shown: tuple[Offer, ...] = ()
        self.rows: dict[str, RowButton] = {}
        self.families = Part(S)
        card = Card(say("training.families"))
        card.add(Para(say("training.how")))
        card.add(self.families)
        card.add(Hint(say("training.private")))
        self.add(card)
        own = Card(say("training.own"))
        own.add(Para(say("training.own.words")))
        self.button = Button(say("bring.choose"), "import")
        self.button.clicked.connect(self.file_wanted)
        own.add(self.button)
        self.problems = FileProblems(say)
        self.add(own)
        self.add(self.problems)
        self.start_at = self.pane

    def show_offers(self, offers: tuple[Offer, ...]) -> None:
        """The families of the product, and how far one has come."""
        if offers == self._shown:
            return
        self._shown = offers
        for one in offers:
            tags = [(one.reached, "info")] if one.reached else []
            if one.name in self.rows:
                self.rows[one.name].show_row(one.title, [one.about], tags)
                continue
            row = RowButton(one.title, [one.about], tags, "people")
            row.clicked.connect(lambda _on=False, name=one.name: self.chosen.emit(name))
            self.rows[one.name] = row
            self.families.add(row)
        self.start_at = self.rows[offers[0].name]
        self.focus_when_shown()

    def show_problems(self, problems: tuple[str, ...]) -> None:
        """Everything that is wrong with an own file; nothing clears it."""
        self.problems.show_problems(problems)
        if problems:
            self.button.setFocus()
            self.see(self.problems)

    def commands(self) -> Sequence[Command]:
        chosen = [Command(one.title, partial(self.chosen.emit, one.name)) for one in self._shown]
        return [*chosen, Command(self._say("training.own"), self.file_wanted.emit)]
