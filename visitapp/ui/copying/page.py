"""Copy for the case system: a visit by section, each with its own button, and which of them are copied already."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from visitapp.actions.copying import CopySection
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.text import Hint, Para, Tag
from visitapp.ui.theme.tokens import M
from visitapp.words import Say, said_date


class CopyPage(LivePage):
    """`copied` carries the key of a section that lies on the clipboard now; `visit_wanted` leads to the visit."""

    copied = Signal(str)
    visit_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("copying.title"), say("copying.hint"), parent=parent)
        self._say = say
        self.sections: dict[str, SectionCard] = {}
        self._shown: tuple[tuple[str, str, str], ...] = ()
        self.count = Hint()
        self.add(self.count)
        self.part = Part()
        self.add(self.part)
        visit = Button(say("overview.open_visit"), "note")
        visit.clicked.connect(self.visit_wanted)
        self.add_action(visit)

    def show_sections(self, title: str, sections: tuple[CopySection, ...], today: date) -> None:
        """The sections in the order of the council's form. What has not changed stays as it is."""
        self.show_failure("")
        self.set_title(self._say("copying.title"), title)
        same = tuple((one.key, one.heading, one.text) for one in sections)
        if same != self._shown:
            self._shown = same
            self.part.empty()
            self.sections = {}
            for one in sections:
                card = SectionCard(self._say, one)
                card.wanted.connect(self._copy)
                self.sections[one.key] = card
                self.part.add(card)
        left = [one.key for one in sections if not one.copied_at]
        for one in sections:
            self.sections[one.key].show_copied(one.copied_at, today, following=one.key in left[:1])
        words = self._say("copying.left", n=len(left)) if left else self._say("copying.all")
        self.count.setText(words if sections else self._say("copying.none"))
        first = self.sections.get(left[0]) if left else next(iter(self.sections.values()), None)
        self.start_at = first.button if first else None
        self.focus_when_shown()

    def _copy(self, key: str) -> None:
        card = self.sections[key]
        QGuiApplication.clipboard().setText(card.words)
        announce(self, self._say("copying.copied_now", heading=card.name), at_once=True)
        keys = list(self.sections)
        after = [self.sections[one] for one in keys[keys.index(key) + 1 :]]
        following = next((one for one in after if not one.is_copied()), None)
        self.copied.emit(key)
        if following is not None:
            following.button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.see(following)


class SectionCard(Card):
    """One section: heading, the words as they will be pasted, the button. `wanted` carries its key."""

    wanted = Signal(str)

    def __init__(self, say: Say, section: CopySection, parent: QWidget | None = None) -> None:
        super().__init__(section.heading, parent=parent)
        self._say, self.words, self.name = say, section.text, section.heading
        self.add(Para(section.text, selectable=True))
        self.button: Button = PrimaryButton(say("copying.copy"), "copy")
        self.button.setAccessibleDescription(section.heading)
        self.button.clicked.connect(lambda: self.wanted.emit(section.key))
        self._tag = Tag("", "ok")
        self._tag.hide()
        self.add(Row(self.button, self._tag, gap=M))

    def is_copied(self) -> bool:
        """Whether it was copied before."""
        return not self._tag.isHidden()

    def show_copied(self, at: str, today: date, *, following: bool) -> None:
        """When it was copied; "" for not yet. `following`: it is the one to copy next."""
        self._tag.setVisible(bool(at))
        if at:
            when = datetime.fromisoformat(at)
            words = f"{when:%H:%M}" if when.date() == today else said_date(when)
            self._tag.setText(self._say("copying.copied", at=words))
        self.button.setText(self._say("copying.again" if at else "copying.copy"))
        self.button.kind = "primary" if following else "plain"
        self.button.update()
