"""What people said: by mark or by speaker, versions side by side with their dates. Nothing here weighs them."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.case.said.beside import Beside
from visitapp.ui.case.said.versionblock import version_block
from visitapp.ui.case.said.words import MarkWords, SaidWords, SpeakerWords, VersionWords
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.part import Block, Part
from visitapp.ui.kit.press import LinkButton, QuietButton
from visitapp.ui.kit.text import Hint, Label, Para
from visitapp.words import Say

_AT_ONCE = 12


class SaidPage(LivePage):
    """`visit_opened` carries the contact, `body_opened` a mark."""

    visit_opened = Signal(str)
    body_opened = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("overview.way.said"), say("said.hint"), wide=True, parent=parent)
        self._say = say
        self._found: SaidWords | None = None
        self._most = _AT_ONCE
        self.way = Choice(
            say("said.way"),
            [("mark", say("said.by_mark")), ("speaker", say("said.by_speaker"))],
            show_label=False,
        )
        self.way.set_value("mark")
        self.way.chosen.connect(self._chosen)
        self.add(self.way)
        self.part = Part()
        self.add(self.part)
        self.more = QuietButton(say("said.more"), "down")
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        self.add(self.more)
        self.box.addStretch(1)

    def show_said(self, found: SaidWords) -> None:
        """All of it; what has not changed stays as it is."""
        self.show_failure("")
        if found != self._found:
            self._found = found
            self.set_title(found.title, self._say("said.hint"))
            self._fill()
        self.focus_when_shown()

    def _chosen(self, way: str) -> None:
        self.way.set_value(way or "mark")
        self._most = _AT_ONCE
        self._fill()

    def _show_more(self) -> None:
        before = self.part.box.count()
        self._most += _AT_ONCE
        self._fill()
        item = self.part.box.itemAt(before)
        first = item.widget() if item is not None else None
        if first is not None:
            link = first.findChild(LinkButton)
            (link or self.way).setFocus(Qt.FocusReason.OtherFocusReason)
            self.see(first)

    def _fill(self) -> None:
        found = self._found
        if found is None:
            return
        self.part.empty()
        if self.way.value() == "speaker":
            several: Sequence[MarkWords | SpeakerWords] = found.speakers
            none = "said.no_speaker"
        else:
            several, none = found.marks, "said.no_mark"
        for one in several[: self._most]:
            self.part.add(self._mark(one) if isinstance(one, MarkWords) else self._speaker(one))
        if not several:
            self.part.add(_alone(self._say(none)))
        self.more.setVisible(len(several) > self._most)

    def _mark(self, mark: MarkWords) -> Card:
        card = Card(mark.heading)
        for seen in mark.seen:
            card.add(Hint(seen))
        if mark.differ:
            card.add(Para(mark.differ))
        if mark.versions:
            card.add(Beside([self._block(one, mark.heading) for one in mark.versions]))
        else:
            card.add(Para(self._say("said.nobody")))
        if mark.medical:
            card.add(Label(self._say("said.medical")))
            card.add(Beside([self._block(one, mark.heading) for one in mark.medical]))
        link = LinkButton(self._say("body.show"))
        link.setAccessibleDescription(mark.heading)
        link.clicked.connect(lambda _on=False: self.body_opened.emit(mark.mark))
        card.add(link)
        return card

    def _block(self, version: VersionWords, of: str) -> Block:
        return version_block(self._say, version, of, self.visit_opened.emit)

    def _speaker(self, speaker: SpeakerWords) -> Card:
        card = Card(speaker.name, speaker.who)
        card.add(Beside([self._block(one, speaker.name) for one in speaker.versions]))
        return card


def _alone(words: str) -> Card:
    card = Card()
    card.add(Para(words))
    return card
