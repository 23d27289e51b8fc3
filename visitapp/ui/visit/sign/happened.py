"""Sign: what happened. The facts as they will stand, and what is still open; nothing of it holds anything up."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.domain.draft import Draft
from visitapp.domain.marks import Mark
from visitapp.domain.organisation import PhoneCard
from visitapp.questions.choosing import Offer
from visitapp.ui.kit.card import Banner, Card, Facts
from visitapp.ui.kit.numbers import NumbersCard
from visitapp.ui.kit.press import Button, PrimaryButton, QuietButton
from visitapp.ui.kit.text import Hint, Para
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.movement import MovementPage
from visitapp.ui.visit.sign.summary import note_words, summary
from visitapp.ui.visit.wording import mark_words
from visitapp.words import Say, Text


class SignHappenedPage(MovementPage):
    """`sign` is the first signature; `questions_wanted`: back to the questions that are still open."""

    movement = "sign_happened"
    sign = Signal()
    questions_wanted = Signal()

    def __init__(self, say: Say, family: Family, numbers: PhoneCard | None, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.step.sign_happened"), say("visit.sign.hint"), parent=parent)
        self._say, self._family = say, family
        self.open = Card(say("visit.sign.open"), say("visit.sign.open.hint"))
        self.open_lines: list[QWidget] = []
        self.questions = Button(say("visit.sign.questions"), "question")
        self.questions.clicked.connect(lambda: self.questions_wanted.emit())
        self.open.add(named(self.questions, "questions"))
        self.nobody_told = Banner("warn", say("visit.sign.tells_nobody"), heading=say("question.ring"))
        self.nobody_told.hide()
        self.add(self.nobody_told)
        self.add(self.open)
        self.open.hide()
        facts = Card(say("visit.sign.facts"))
        self.facts = Facts()
        facts.add(self.facts)
        self.add(facts)
        note = Card(say("visit.note"))
        self.note = Para()
        note.add(self.note)
        self.numbers = NumbersCard(say, numbers)
        self.numbers.hide()
        self.add_beside(self.numbers)
        self.add_beside(note)
        self.button = PrimaryButton(say("visit.sign.happened"), "pen")
        back = Button(say("visit.step.write_up"), "back")
        leave = QuietButton(say("visit.leave"), "pause")
        self.button.clicked.connect(self.sign)
        back.clicked.connect(lambda: self.go.emit("write_up"))
        leave.clicked.connect(self.leave)
        self.set_foot(named(self.button, "sign"), back, leave)
        self.start_at = self.button

    def show_draft(self, draft: Draft) -> None:
        self.facts.show_facts(summary(self._say, self._family, draft))
        self.note.setText(note_words(self._say, self._family, draft))

    def show_open(self, still_open: Sequence[Text], offer: Offer, draft: Draft) -> None:
        """What is still open, the way to its questions, and what the rules say of marks without any; none is signed."""
        for line in self.open_lines:
            self.open.box.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.open_lines = [Facts([("•", self._say(one))]) for one in still_open] or [Hint(self._say("visit.sign.all"))]
        self.open_lines += [
            Hint(" · ".join((mark_words(self._say, self._family, one), *(self._say(text) for text in beside))))
            for one in draft.of(Mark)
            if (beside := offer.beside.get(one.id))
        ]
        for line in self.open_lines:
            self.open.box.insertWidget(self.open.box.indexOf(self.questions), line)
        self.questions.setVisible(bool(offer.cards))
        self.open.show()
        for part in (self.nobody_told, self.numbers):
            part.setVisible(any(card.today for card in offer.cards))
