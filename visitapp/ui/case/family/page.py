"""The people of a case: who lives and lived there, who they are to each other, addresses, professionals."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.case.family.words import FamilyWords, OneWords
from visitapp.ui.case.said.beside import Beside
from visitapp.ui.kit.card import Banner, Card, Facts
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.part import Block, Part
from visitapp.ui.kit.press import LinkButton
from visitapp.ui.kit.text import Label, Small
from visitapp.words import Say

_LEAST = 320


class FamilyPage(LivePage):
    """`chronology_wanted` leads to everything by date."""

    chronology_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("overview.way.family"), say("people_of.hint"), wide=True, parent=parent)
        self._say = say
        self._shown: FamilyWords | None = None
        self.part = Part()
        self.add(self.part)
        self.link = LinkButton(say("overview.way.chronology"))
        self.link.clicked.connect(self.chronology_wanted)
        self.add(self.link)
        self.box.addStretch(1)
        self.start_at = self.pane

    def show_family(self, found: FamilyWords) -> None:
        """All of it; what has not changed stays as it is."""
        self.show_failure("")
        if found != self._shown:
            self._shown = found
            self.set_title(found.title, self._say("people_of.hint"))
            self.part.empty()
            if found.careful:
                self.part.add(Banner("warn", "\n".join(found.careful), heading=self._say("people_of.careful")))
            for heading, these in found.groups:
                card = Card(heading)
                card.add(Beside([_one(one) for one in these], least=_LEAST))
                self.part.add(card)
        self.focus_when_shown()


def _one(one: OneWords) -> Block:
    block = Block()
    block.add(Label(one.name))
    if one.who:
        block.add(Small(one.who))
    if one.facts:
        block.add(Facts(one.facts))
    return block
