"""The end of a story: what came out afterwards, what one makes of it, and one's own words contact by contact."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Card, Facts
from visitapp.ui.kit.fields import AreaField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.part import Block, Part
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.text import Hint, Label, Para
from visitapp.ui.theme.tokens import XS, M, S
from visitapp.ui.training.words import LaterWords, OwnWords
from visitapp.words import Say


class Debriefing(Part):
    """`forgotten`: one's own words are to be thrown away; asked twice."""

    forgotten = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._say = say
        self.later = Part(M)
        came = Card(say("training.later"), say("training.later.hint"))
        came.add(self.later)
        self.thoughts = AreaField(say("training.thoughts"), say("training.thoughts.hint"), lines=4)
        think = Card()
        think.add(self.thoughts)
        self.words = Part(M)
        own = Card(say("training.own_words"), say("training.own_words.hint"))
        own.add(self.words)
        self.copy = Button(say("training.copy"), "copy")
        self.forget = Button(say("training.forget"), "bin", "quiet")
        self.forget.clicked.connect(self._forget)
        own.add(Row(self.copy, self.forget, gap=M))
        for card in (came, think, own):
            self.add(card)

    def show_words(self, later: tuple[LaterWords, ...], own: tuple[OwnWords, ...], thoughts: str) -> None:
        """All of it."""
        self.later.empty()
        for one in later:
            self.later.add(self._later(one))
        if not later:
            self.later.add(Para(self._say("training.no_later")))
        self.words.empty()
        for mine in own:
            self.words.add(_own(mine))
        if not own:
            self.words.add(Para(self._say("training.no_words")))
        self.thoughts.set_value(thoughts)
        self.copy.setText(self._say("training.copy"))
        self.forget.setText(self._say("training.forget"))

    def _later(self, one: LaterWords) -> Block:
        block = Block()
        block.add(Para(one.words, selectable=True))
        block.add(Facts(one.days))
        if one.between:
            block.add(Hint(one.between))
        return block

    def _forget(self) -> None:
        sure = self._say("training.forget.sure")
        if self.forget.words() == sure:
            self.forgotten.emit()
        else:
            self.forget.setText(sure)


def _own(one: OwnWords) -> Part:
    part = Part(XS)
    part.add(Label(one.heading))
    part.add(Para(one.words, selectable=True))
    part.box.setContentsMargins(0, 0, 0, S)
    return part
