"""Who is here, by name and job; a lead invites somebody and passes the code on. No figures about anybody."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from visitapp.actions.people import InviteLine, MemberLine, People
from visitapp.ui.kit.card import Banner, Card
from visitapp.ui.kit.fields import LineField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.part import Block, Part
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.text import Hint, Label, Para, Prose, Tag
from visitapp.ui.people.presenter import Wrong
from visitapp.ui.theme.tokens import XS
from visitapp.words import Say

_GROUPS = 4


class PeoplePage(LivePage):
    """`invite_pressed` (name, job), `typed` with every change, `signed` once somebody is invited, `numbers_wanted`."""

    invite_pressed = Signal(str, str)
    typed = Signal()
    signed = Signal()
    numbers_wanted = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("people.title"), say("people.hint"), parent=parent)
        self._say = say
        self._shown: People | None = None
        self.code = Banner("ok", "")
        self._big = Prose("", "number", selectable=True)
        self.code.add(self._big)
        self.code.hide()
        self.add(self.code)
        self.here = Part()
        card = Card(say("people.here"))
        card.add(self.here)
        self.add(card)
        self._build_invite()
        self.invites = Part()
        self._invites_card = Card(say("people.invites"), say("people.invites.hint"))
        self._invites_card.add(self.invites)
        self._invites_card.hide()
        self.add_beside(self._invites_card)
        self.numbers = Button(say("people.numbers.edit"), "phone")
        self.numbers.clicked.connect(self.numbers_wanted)
        self._numbers_card = Card(say("numbers.heading"), say("people.numbers.hint"))
        self._numbers_card.add(self.numbers)
        self._numbers_card.hide()
        self.add_beside(self._numbers_card)

    def _build_invite(self) -> None:
        say = self._say
        self._invite_card = Card(say("people.invite"), say("people.invite.hint"))
        self.name = LineField(say("people.name"), say("people.name.hint"), characters=40)
        self.job = LineField(say("people.job"), say("people.job.hint"), characters=40)
        for field in (self.name, self.job):
            field.edited.connect(self.typed)
            field.entered.connect(self._invite)
        self.button = PrimaryButton(say("people.invite.button"), "key")
        self.button.clicked.connect(self._invite)
        for widget in (self.name, self.job, self.button):
            self._invite_card.add(widget)
        self._invite_card.hide()
        self.add(self._invite_card)

    def _invite(self) -> None:
        self.invite_pressed.emit(self.name.value(), self.job.value())

    def show_people(self, found: People) -> None:
        """Who is here, and the invites under way."""
        self.show_failure("")
        if found == self._shown:
            return
        self._shown = found
        self.here.empty()
        for one in found.members:
            self.here.add(self._member(one))
        self.invites.empty()
        for invite in found.invites:
            self.invites.add(self._invite_line(invite))
        self._invites_card.setVisible(found.lead and bool(found.invites))
        self._invite_card.setVisible(found.lead)
        self._numbers_card.setVisible(found.lead)
        self._aside.setVisible(found.lead)
        self.start_at = self.name.control if found.lead else self.pane
        self.focus_when_shown()

    def _member(self, one: MemberLine) -> QWidget:
        part = Part(XS)
        tags = [Tag(self._say("people.me"), "primary")] if one.me else []
        if not one.joined:
            tags.append(Tag(self._say("people.not_joined"), "plain"))
        part.add(Row(Label(one.name), *tags))
        job = one.job or self._say(f"people.role.{one.role}")
        part.add(Hint(self._say("people.lead_job", job=job) if one.role == "lead" else job))
        return part

    def _invite_line(self, invite: InviteLine) -> QWidget:
        block = Block()
        block.add(Label(invite.name))
        code = Prose(_in_lines(invite.code), "number", selectable=True)
        code.setAccessibleName(self._say("people.code_of", name=invite.name, code=invite.code))
        block.add(code)
        block.add(Para(self._say("people.works" if invite.offered else "people.works_later")))
        block.add(Hint(self._say("people.until", day=invite.until)))
        return block

    def show_wrong(self, wrong: Wrong) -> None:
        """What has to be filled in first: on top, and above the field."""
        self.code.hide()
        self.name.show_error(self._say(wrong[0][1]) if wrong else "")
        heading = self._say("people.wrong", n=len(wrong)) if wrong else ""
        self.show_errors(heading, [(self._say(words), self.name) for _, words in wrong])

    def show_busy(self, busy: bool) -> None:
        """While the invite is being made the button waits."""
        self.button.setEnabled(not busy)

    def show_invited(self, name: str, code: str) -> None:
        """The code to pass on, large and in groups."""
        self.name.set_value("")
        self.job.set_value("")
        self._big.setText(_in_lines(code))
        self._big.setAccessibleName(self._say("people.code_of", name=name, code=code))
        self.code.show_words(self._say("people.invited.words"), self._say("people.invited", name=name))
        self.pane.verticalScrollBar().setValue(0)
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.signed.emit()

    def values(self) -> dict[str, str]:
        """What stands in the form, to be kept."""
        return {"name": self.name.value(), "job": self.job.value()}

    def show_values(self, values: dict[str, str]) -> None:
        """Put back what was kept."""
        self.name.set_value(values.get("name", ""))
        self.job.set_value(values.get("job", ""))

    def commands(self) -> Sequence[Command]:
        if self._shown is None or not self._shown.lead:
            return ()
        return [Command(self._say("people.numbers.edit"), self.numbers_wanted.emit)]


def _in_lines(code: str) -> str:
    """A code in lines of a few groups, so that it can be read out and never runs out of its frame."""
    groups = code.split("-")
    return "\n".join("-".join(groups[start : start + _GROUPS]) for start in range(0, len(groups), _GROUPS))
