"""What each of us thought, when, and the other explanations: side by side, none of them weighed or overwritten."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.case.views.words import HeldWords, ViewsWords
from visitapp.ui.kit.card import Card, Facts
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import LinkButton, QuietButton
from visitapp.ui.kit.text import Hint, Label, Para, Rule, Small, Tag
from visitapp.ui.theme.tokens import M, S
from visitapp.words import Say

_AT_ONCE = 15


class ViewsPage(LivePage):
    """`visit_opened` carries a contact."""

    visit_opened = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("overview.way.views"), say("overview.views.hint"), parent=parent)
        self._say = say
        self._shown: ViewsWords | None = None
        self._most = _AT_ONCE
        self.part = Part()
        self.add(self.part)
        self.more = QuietButton(say("said.more"), "down")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self.add(self.more)
        self.start_at = self.pane

    def show_views(self, found: ViewsWords) -> None:
        """All of it; what has not changed stays as it is."""
        self.show_failure("")
        if found != self._shown:
            self._shown = found
            self.set_title(found.title, self._say("views.hint"))
            self._fill(found)
        self.focus_when_shown()

    def _fill(self, found: ViewsWords) -> None:
        self.part.empty()
        if found.explanations:
            card = Card(self._say("views.explanations"))
            card.add(Facts(found.explanations))
            self.part.add(card)
        if found.stands_out:
            card = Card(self._say("overview.way.patterns"))
            for why in found.stands_out:
                card.add(Para(why, selectable=True))
            self.part.add(card)
        card = Card(self._say("views.each"))
        for place, one in enumerate(found.held[: self._most]):
            if place:
                card.add(Rule())
            card.add(self._held(one))
        if found.held_back:
            card.add(Hint(found.held_back))
        elif not found.held:
            card.add(Para(self._say("overview.views.none")))
        self.part.add(card)
        self.more.setVisible(len(found.held) > self._most)

    def _show_more(self) -> None:
        self._most += 2 * _AT_ONCE
        if self._shown is not None:
            self._fill(self._shown)
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _held(self, one: HeldWords) -> QWidget:
        part = Part(S)
        tags = [Tag(one.corrected, "warn")] if one.corrected else []
        part.add(Row(Label(one.holds), Small(one.heading), *tags, gap=M))
        if one.more:
            part.add(Facts(one.more))
        if one.contact:
            link = LinkButton(self._say("overview.open_visit"))
            link.setAccessibleDescription(f"{one.heading}, {one.holds}")
            link.clicked.connect(lambda _on=False: self.visit_opened.emit(one.contact))
            part.add(link)
        return part
