"""One visit in full, as signed: part by part, corrections beside the original; who signed, read and replied."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.case.visit.cosign import CoSignCard
from visitapp.ui.case.visit.partcard import part_card
from visitapp.ui.case.visit.words import ReplyWords, VisitWords
from visitapp.ui.kit.card import Banner, Card
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.text import Hint, Label, Para, Rule, Small, Tag
from visitapp.ui.theme.tokens import XS
from visitapp.words import Say


class VisitPage(LivePage):
    """`addendum_wanted`, `copy_wanted`, `case_wanted`, `patterns_wanted` lead on from here.

    `signed`: something on it was.
    """

    signed = Signal()
    addendum_wanted = Signal()
    copy_wanted = Signal()
    case_wanted = Signal()
    patterns_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("visit_read.name"), parent=parent)
        self._say = say
        self._shown: VisitWords | None = None
        self.asked = Banner("info", "", button=say("co_sign.to_end"))
        self.asked.hide()
        self.add(self.asked)
        self.together = Label("")
        self.together.hide()
        self.add(self.together)
        self.part = Part()
        self.add(self.part)
        self.co_sign = CoSignCard(say)
        self.co_sign.hide()
        self.add(self.co_sign)
        self.asked.pressed.connect(self._to_co_sign)
        self.replies = Part()
        self.add_beside(self.replies)
        self.buttons = {
            "addendum": Button(say("visit_read.addendum"), "pen"),
            "copy": Button(say("visit_read.copy"), "copy"),
            "case": Button(say("visit_read.case"), "people"),
            "patterns": Button(say("overview.way.patterns"), "eye"),
        }
        ways = Card(say("visit_read.ways"))
        for way, button in self.buttons.items():
            button.clicked.connect(getattr(self, f"{way}_wanted"))
            ways.add(button)
        self.ways = ways
        self.add_beside(ways)
        self.state = Part()
        self.add_beside(self.state)
        # A page to be read: arrows and page keys scroll it at once, Tab goes on to what can be done.
        self.start_at = self.pane

    def show_visit(self, found: VisitWords) -> None:
        """All of it; what has not changed stays as it is."""
        self.show_failure("")
        if found == self._shown:
            return
        self._shown = found
        self.set_title(found.title, found.hint)
        self.part.empty()
        for part in found.parts:
            self.part.add(part_card(self._say, part))
        if found.held_back:
            self.part.add(Hint(found.held_back))
        self.together.setText(found.together)
        self.together.setVisible(bool(found.together))
        self._show_to_sign(found.to_sign)
        self._show_replies(found)
        self._show_state(found)
        self.focus_when_shown()

    def _show_to_sign(self, words: str) -> None:
        """Whoever was there too reads first; the place to sign stands below what is read."""
        self.asked.show_words(self._say("co_sign.read_first"), words) if words else self.asked.hide()
        self.co_sign.setVisible(bool(words))

    def _to_co_sign(self) -> None:
        self.see(self.co_sign)
        self.co_sign.setFocus(Qt.FocusReason.TabFocusReason)

    def _show_replies(self, found: VisitWords) -> None:
        self.replies.empty()
        if found.replies:
            card = Card(self._say("visit_read.replies"))
            for place, one in enumerate(found.replies):
                if place:
                    card.add(Rule())
                card.add(_reply(one))
            self.replies.add(card)
        self.replies.setVisible(bool(found.replies))

    def _show_state(self, found: VisitWords) -> None:
        self.state.empty()
        card = Card(self._say("visit_read.state"))
        for what, how in found.signed:
            one = Part(XS)
            one.add(Label(what))
            one.add(Small(how))
            card.add(one)
        for sentence in found.read_by or (self._say("visit_read.not_read"),):
            card.add(Para(sentence))
        self.state.add(card)

    def commands(self) -> Sequence[Command]:
        return [Command(button.words(), getattr(self, f"{way}_wanted").emit) for way, button in self.buttons.items()]


def _reply(reply: ReplyWords) -> QWidget:
    part = Part(XS)
    tags = [Tag(reply.tag, "question")] if reply.tag else []
    part.add(Row(Label(reply.heading), *tags))
    if reply.words:
        part.add(Para(reply.words, selectable=True))
    return part
