"""A question as it would have been shown: its words, why it comes now, what it rests on. Nothing to fill in."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.press import LinkButton
from visitapp.ui.kit.text import Hint, Para, Small
from visitapp.ui.training.words import AskedWords
from visitapp.words import Say


class AskedCard(Banner):
    """One card a matter, as in a visit. `origin_wanted`: somebody asks where the question comes from."""

    origin_wanted = Signal()

    def __init__(self, say: Say, words: AskedWords, parent: QWidget | None = None) -> None:
        super().__init__(words.kind, words.wording, heading=words.heading, parent=parent)
        self.setAccessibleName(f"{words.heading}. {words.wording}")
        for why in words.why:
            self.add(Hint(why))
        for more in (*words.more, words.aloud):
            if more:
                self.add(Para(more))
        for line in words.foot:
            self.add(Small(line))
        self.origin = LinkButton(say("question.origin"))
        self.origin.setAccessibleName(f"{say('question.origin')} {words.wording}")
        self.origin.clicked.connect(lambda: self.origin_wanted.emit())
        self.add(self.origin)
