"""The lead's page of one visit: the visit in full as signed, and below it what may be said to it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.case.visit.page import VisitPage
from visitapp.ui.inbox.forms import QuestionForm, ReplyForm
from visitapp.ui.inbox.presenter import ReadByLead
from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.words import Say, Text


class LeadVisitPage(VisitPage):
    """`read_pressed`; `send_pressed` carries a replies.Typed; `typed` with every change; `signed` once one stands.

    `question_back` is the field of a question back, `send_question` its button.
    """

    read_pressed = Signal()
    send_pressed = Signal(object)
    typed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say, parent)
        self.buttons["copy"].hide()
        self.done = Banner("ok", "")
        self.done.hide()
        self.question, self.reply = QuestionForm(say), ReplyForm(say)
        self.question_back, self.send_question = self.question.field, self.question.button
        for widget in (self.reply, self.question, self.done):
            # Above what stands beside the visit: one reads and replies at once.
            self._aside_box.insertWidget(0, widget)
        for form in (self.question, self.reply):
            form.send_pressed.connect(self.send_pressed)
            form.typed.connect(self.typed)
        self._build_ways()

    def _build_ways(self) -> None:
        self.mark_read = PrimaryButton(self._say("inbox.read"), "tick")
        self.mark_read.clicked.connect(self.read_pressed)
        self.to_question = Button(self._say("inbox.question"), "question")
        self.to_question.clicked.connect(self._go_to_question)
        self.to_reply = Button(self._say("inbox.reply"), "pen")
        self.to_reply.clicked.connect(self._go_to_reply)
        self.set_foot(self.mark_read, self.to_question, self.to_reply)

    def _go_to_question(self) -> None:
        self.see(self.question)
        self.question_back.control.setFocus(Qt.FocusReason.TabFocusReason)

    def _go_to_reply(self) -> None:
        self.see(self.reply)
        buttons = self.reply.which.buttons()
        chosen = next((button for button in buttons if button.isChecked()), buttons[0])
        chosen.setFocus(Qt.FocusReason.TabFocusReason)

    def show_read(self, found: ReadByLead) -> None:
        """The visit, and what may be said to it: to one's own visit, nothing."""
        self.question.show_children(found.children)
        for widget in (self.question, self.reply, self.to_question, self.to_reply):
            widget.setVisible(not found.own)
        left = self.mark_read.hasFocus()
        self.mark_read.setVisible(not (found.own or found.words.read_by_me))
        self._foot.setVisible(not found.own)
        if left and not self.mark_read.isVisible():
            self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.show_visit(found.words)

    def show_wrong(self, what: str, found: tuple[tuple[str, Text], ...]) -> None:
        """What has to be filled in first: on top, and above each field."""
        self.done.show_words("")
        fields = {**self.question.fields(), **self.reply.fields()}
        for field in fields.values():
            field.show_error("")
        for name, words in reversed(found):
            fields[name].show_error(self._say(words))
        heading = self._say("inbox.wrong", n=len(found)) if found else ""
        self.show_errors(heading, [(self._say(words), fields[name]) for name, words in found])

    def show_busy(self, busy: bool) -> None:
        """While something is being signed, nothing else can be."""
        for button in (self.mark_read, self.question.button, self.reply.button):
            button.setEnabled(not busy)

    def show_done(self, what: str) -> None:
        """It is signed: its form is empty again, and what becomes of it is said."""
        if what == "question":
            self.question.show_values({})
        elif what != "read":
            self.reply.clear(what)
        words = {"read": "inbox.done.read", "question": "inbox.done.question", "decision": "inbox.done.decision"}
        self.done.show_words(self._say(words.get(what, "inbox.done.reply")))
        if what != "read":
            self.see(self.done)
            self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.signed.emit()

    def values(self) -> dict[str, str]:
        """What stands in the forms, to be kept."""
        return {**self.question.values(), **self.reply.values()}

    def show_values(self, values: dict[str, str]) -> None:
        """Put back what was kept."""
        self.question.show_values(values)
        self.reply.show_values(values)

    def commands(self) -> Sequence[Command]:
        ways = ("addendum", "case", "patterns")
        found = [Command(self.buttons[way].words(), getattr(self, f"{way}_wanted").emit) for way in ways]
        if self.mark_read.isVisibleTo(self):
            found.append(Command(self._say("inbox.read"), self.read_pressed.emit))
        if self.question.isVisibleTo(self):
            found.append(Command(self._say("inbox.question"), self._go_to_question))
            found.append(Command(self._say("inbox.reply"), self._go_to_reply))
        return found
