"""What stands out over time: facts over the whole case, by what they are about, each with the way to its records."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.case.patterns.words import GroupWords, PatternWords, StandsOutWords
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import LinkButton
from visitapp.ui.kit.text import Hint, Para, Rule
from visitapp.ui.theme.tokens import XS, M
from visitapp.words import Say


class PatternsPage(LivePage):
    """`visit_opened` carries a contact, `chronology_wanted` leads to everything by date."""

    visit_opened = Signal(str)
    chronology_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("overview.way.patterns"), say("stands_out.hint"), parent=parent)
        self._say = say
        self._shown: StandsOutWords | None = None
        self.part = Part()
        self.add(self.part)
        self.start_at = self.pane

    def show_patterns(self, found: StandsOutWords) -> None:
        """All of it; what has not changed stays as it is."""
        self.show_failure("")
        if found != self._shown:
            self._shown = found
            self.set_title(found.title, self._say("stands_out.hint"))
            self.part.empty()
            for group in found.groups:
                self.part.add(self._group(group))
            if not found.groups:
                self.part.add(self._none())
        self.focus_when_shown()

    def _none(self) -> Card:
        card = Card()
        card.add(Para(self._say("stands_out.none")))
        link = LinkButton(self._say("overview.way.chronology"))
        link.clicked.connect(self.chronology_wanted)
        card.add(link)
        return card

    def _group(self, group: GroupWords) -> Card:
        card = Card(group.heading)
        for place, one in enumerate(group.patterns):
            if place:
                card.add(Rule())
            card.add(self._pattern(one))
        return card

    def _pattern(self, pattern: PatternWords) -> QWidget:
        part = Part(XS)
        part.add(Para(pattern.why, selectable=True))
        links = []
        for contact, words in pattern.records:
            link = LinkButton(words)
            link.setAccessibleDescription(pattern.why)
            link.clicked.connect(lambda _on=False, contact=contact: self.visit_opened.emit(contact))
            links.append(link)
        if links:
            part.add(Row(*links, gap=M))
        if pattern.more:
            part.add(Hint(pattern.more))
        return part
