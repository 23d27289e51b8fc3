"""One visit in full, as signed: part by part, corrections beside the original; who signed, read and replied."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.case.said.beside import Beside
from visitapp.ui.case.visit.words import EarlierWords, ItemWords, PartWords, PieceWords, ReplyWords, VisitWords
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.part import Block, Part
from visitapp.ui.kit.press import Button
from visitapp.ui.kit.text import Hint, Label, Para, Rule, Small, Tag
from visitapp.ui.theme.tokens import XL, XS, S
from visitapp.words import Say


class VisitPage(LivePage):
    """`addendum_wanted`, `copy_wanted`, `case_wanted` lead on from here."""

    addendum_wanted = Signal()
    copy_wanted = Signal()
    case_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("visit_read.name"), parent=parent)
        self._say = say
        self._shown: VisitWords | None = None
        self.part = Part()
        self.add(self.part)
        self.replies = Part()
        self.add_beside(self.replies)
        self.buttons = {
            "addendum": Button(say("visit_read.addendum"), "pen"),
            "copy": Button(say("visit_read.copy"), "copy"),
            "case": Button(say("visit_read.case"), "people"),
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
            self.part.add(self._part(part))
        if found.held_back:
            self.part.add(Hint(found.held_back))
        self._show_replies(found)
        self._show_state(found)
        self.focus_when_shown()

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

    def _part(self, part: PartWords) -> Card:
        card = Card(part.heading, part.hint)
        for item in part.items:
            card.add(self._item(item))
        return card

    def _item(self, item: ItemWords) -> QWidget:
        now = _pieces(item.pieces)
        whole = Part(S)
        if item.under:
            whole.box.setContentsMargins(XL, 0, 0, 0)
        if item.heading:
            whole.add(Small(item.heading))
        if item.tags:
            whole.add(Row(*(Tag(words, "warn") for words in item.tags)))
        if not item.earlier:
            whole.add(now)
            return whole
        blocks = [self._block("visit_read.withdrawn" if item.withdrawn else "visit_read.now", now)]
        for earlier in item.earlier:
            if earlier.pieces:
                blocks.append(self._block("visit_read.before", _pieces(earlier.pieces)))
        whole.add(Beside(blocks, least=220))
        for earlier in item.earlier:
            whole.add(self._why(earlier))
        return whole

    def _block(self, heading: str, words: QWidget) -> Block:
        block = Block()
        block.add(Label(self._say(heading)))
        block.add(words)
        return block

    def _why(self, earlier: EarlierWords) -> QWidget:
        part = Part(XS)
        part.add(Para(earlier.why))
        part.add(Small(earlier.who))
        return part

    def commands(self) -> Sequence[Command]:
        return [Command(button.words(), getattr(self, f"{way}_wanted").emit) for way, button in self.buttons.items()]


def _pieces(pieces: Sequence[PieceWords]) -> QWidget:
    part = Part(S)
    for piece in pieces:
        words, kind = piece.tag
        if words:
            one = Part(XS)
            one.add(Row(Tag(words, kind)))
            one.add(Para(piece.words, selectable=True))
            part.add(one)
        else:
            part.add(Para(piece.words, selectable=True))
    return part


def _reply(reply: ReplyWords) -> QWidget:
    part = Part(XS)
    tags = [Tag(reply.tag, "question")] if reply.tag else []
    part.add(Row(Label(reply.heading), *tags))
    if reply.words:
        part.add(Para(reply.words, selectable=True))
    return part
