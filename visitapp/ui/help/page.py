"""Help: one page of it at a time, its sections as cards, the list of pages beside it, words found in it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from visitapp.ui.help.pages import Block, HelpText, Section
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.fields import Line
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button, LinkButton
from visitapp.ui.kit.text import Hint, Label, Para, Prose
from visitapp.ui.kit.turn import next_turn
from visitapp.ui.theme.tokens import XS, L, M, S
from visitapp.words import Say


class HelpPage(LivePage):
    """Shows the pages that it is given, the first at its beginning. F1, a link or the list leads to a section."""

    def __init__(self, say: Say, texts: Sequence[HelpText], parent: QWidget | None = None) -> None:
        super().__init__(say("help.title"), say("help.hint"), parent=parent)
        self._say = say
        self._texts = {text.name: text for text in texts}
        self._cards: dict[str, QWidget] = {}
        self._lines: list[Prose] = []
        self._found: list[tuple[Prose, int]] = []
        self._at = -1
        self.shown = self._section_wanted = ""
        self._to_bring_up = False
        self.looking = Line(characters=24)
        self.looking.setAccessibleName(say("help.find"))
        find = Label(say("help.find"))
        find.setBuddy(self.looking)
        self.before = Button(say("help.find.before"), "up")
        self.after = Button(say("help.find.next"), "down")
        self.count = Hint()
        above = Part(XS)
        above.add(find)
        above.add(Row(self.looking, self.after, self.before, gap=M))
        self.add(above)
        self.add(self.count)
        self.body = Part(L)
        self.add(self.body)
        self.contents = Card(say("help.contents"))
        self.links = {text.name: LinkButton(text.title) for text in texts}
        for name, link in self.links.items():
            link.clicked.connect(partial(self.go, name))
            self.contents.add(link)
        self.add_beside(self.contents)
        self._listen()
        self.start_at = self.pane
        self.go(next(iter(self._texts)))

    def _listen(self) -> None:
        self.arrived.connect(self._soon_bring_up)
        self.looking.textEdited.connect(self._find)
        self.looking.returnPressed.connect(partial(self._step, 1))
        self.after.clicked.connect(partial(self._step, 1))
        self.before.clicked.connect(partial(self._step, -1))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(lambda: self.looking.setFocus(Qt.FocusReason.ShortcutFocusReason))
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        bar = self.pane.verticalScrollBar()
        bar.rangeChanged.connect(lambda _least, _most: self._scroll_there())
        bar.actionTriggered.connect(lambda _action: self._let_go())

    def go(self, where: str, _pressed: bool = False) -> None:
        """Show page#section. Raises KeyError for a page that is not there. `_pressed`: what a button sends along."""
        name, _, self._section_wanted = where.partition("#")
        if name != self.shown:
            self._show(self._texts[name])
        self._to_bring_up = True
        self._soon_bring_up()

    def _show(self, text: HelpText) -> None:
        self.shown = text.name
        for name, link in self.links.items():
            link.setEnabled(name != text.name)
        self.set_title(text.title, self._say("help.hint"))
        self.body.empty()
        self._cards, self._lines = {}, []
        for section in text.sections:
            card = self._section(section)
            self._cards[section.name] = card
            self.body.add(card)
        self.looking.clear()
        self._find("")

    def _section(self, section: Section) -> Card:
        card = Card(section.heading)
        if card.heading is not None:
            card.heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.append(card.heading)
        for block in section.blocks:
            card.add(self._block(block))
        return card

    def _block(self, block: Block) -> QWidget:
        if block.kind == "link":
            link = LinkButton(block.words)
            link.clicked.connect(partial(self.go, block.to))
            return link
        para = Para(block.words, selectable=True)
        self._lines.append(para)
        if not block.sign:
            return para
        item = QWidget()
        across = QHBoxLayout(item)
        across.setContentsMargins(S, 0, 0, 0)
        across.setSpacing(S)
        across.addWidget(Prose(block.sign), 0, Qt.AlignmentFlag.AlignTop)
        across.addWidget(para, 1)
        return item

    def _let_go(self) -> None:
        """The reader scrolls, or looks for words: the section that was wanted holds the page no longer."""
        self._section_wanted = ""

    def _scroll_there(self) -> None:
        """To the section that is wanted; again whenever what stands above it takes another height."""
        card, inside = self._cards.get(self._section_wanted), self.pane.widget()
        if card is not None and inside is not None:
            self.pane.verticalScrollBar().setValue(max(0, card.mapTo(inside, card.rect().topLeft()).y() - L))

    def _soon_bring_up(self) -> None:
        """Once what was just made has its place; for a page that is not shown yet, once it is."""
        if self._to_bring_up and self.isVisible():
            next_turn(self, self._bring_up)

    def _bring_up(self) -> None:
        self._to_bring_up = False
        if self._section_wanted:
            self._scroll_there()
        else:
            self.pane.verticalScrollBar().setValue(0)
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.title.text())

    # Words on the page

    def _find(self, typed: str) -> None:
        for line, _ in self._found:
            line.setSelection(0, 0)
        self._found, self._at = [], -1
        words = typed.strip().lower()
        if words:
            for line in self._lines:
                lower = line.text().lower()
                at = lower.find(words)
                while at >= 0:
                    self._found.append((line, at))
                    at = lower.find(words, at + len(words))
        self.count.setText(self._say("help.found", n=len(self._found)) if self._found else "")
        if words and not self._found:
            self.count.setText(self._say("help.not_found"))
        self.count.setVisible(bool(words))
        for button in (self.before, self.after):
            button.setEnabled(len(self._found) > 1)
        if self._found:
            self._step(1)
        elif words:
            announce(self, self.count.text())

    def _step(self, step: int) -> None:
        if not self._found:
            return
        if self._at >= 0:
            self._found[self._at][0].setSelection(0, 0)
        self._at = (self._at + step) % len(self._found)
        self._let_go()
        line, at = self._found[self._at]
        line.setSelection(at, len(self.looking.text().strip()))
        self.see(line)
        announce(self, f"{self.count.text()} {line.text()}")

    def commands(self) -> Sequence[Command]:
        pages = [Command(text.title, partial(self.go, name)) for name, text in self._texts.items()]
        return [Command(self._say("help.find"), self.looking.setFocus, "Ctrl+F"), *pages]
