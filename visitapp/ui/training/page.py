"""One contact of a story: what became known, what one would ask, then what would have been asked; and the debriefing.

What one writes stands beside what is shown, and is not compared with it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from visitapp.ui.case.visit.partcard import part_card
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Card, Fold
from visitapp.ui.kit.fields import AreaField, SelectField
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.text import Heading, Hint, Para
from visitapp.ui.theme.tokens import M, S
from visitapp.ui.training.askedcard import AskedCard
from visitapp.ui.training.debriefing import Debriefing
from visitapp.ui.training.words import AskedWords, LaterWords, LessonWords, OwnWords
from visitapp.words import Say


class TrainingPage(LivePage):
    """`written` carries one's words at the contact, `thought` those at the end. `reveal_wanted`, `forward_wanted`,
    `back_wanted`, `copy_wanted`, `forget_wanted` lead on, `place_wanted` to where one was; `origin_wanted` carries the
    card of which one asks where it comes from.
    """

    written = Signal(str)
    thought = Signal(str)
    origin_wanted = Signal(object)
    reveal_wanted = Signal()
    forward_wanted = Signal()
    back_wanted = Signal()
    copy_wanted = Signal()
    forget_wanted = Signal()
    place_wanted = Signal(int)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("training.title"), parent=parent)
        self._say = say
        self._lesson: LessonWords | None = None
        self.known = Fold(say("training.known"), open_=True)
        self.asked = Part(M)
        self.debriefing = Debriefing(say)
        for widget in (self.asked, self.known, self.debriefing):
            self.add(widget)
        self.own = AreaField(say("training.own_question"), say("training.own_question.hint"), lines=8)
        self.beside = Card()
        self.beside.add(self.own)
        self.beside.add(Hint(say("training.private.short")))
        self.add_beside(self.beside)
        self.reached = SelectField(say("training.go_to"))
        jump = Card()
        jump.add(self.reached)
        self.add_beside(jump)
        self.reveal = PrimaryButton(say("training.reveal"), "question")
        self.forward = PrimaryButton(say("training.forward"), "forward")
        self.back = Button(say("training.back"), "back")
        self.set_foot(self.reveal, self.forward, self.back)
        self._listen()
        # A contact is read first: arrows and page keys scroll at once, Tab goes on to the field.
        self.start_at = self.pane

    def _listen(self) -> None:
        self.own.edited.connect(self.written)
        self.reached.chosen.connect(lambda place: self.place_wanted.emit(int(place)))
        self.debriefing.thoughts.edited.connect(self.thought)
        self.debriefing.copy.clicked.connect(self.copy_wanted)
        self.debriefing.forgotten.connect(self.forget_wanted)
        self.reveal.clicked.connect(self.reveal_wanted)
        self.forward.clicked.connect(self.forward_wanted)
        self.back.clicked.connect(self.back_wanted)

    def show_lesson(self, lesson: LessonWords, own: str, *, shown: bool, first: bool, last: bool) -> None:
        """A contact, with one's own words; `shown`: with what would have been asked."""
        self._lesson = lesson
        self.set_title(lesson.title, lesson.hint)
        self._fill_known(lesson)
        self._fill_asked(lesson)
        self.own.set_value(own)
        self.debriefing.hide()
        self.known.show()
        self.beside.show()
        self.back.setEnabled(not first)
        self.forward.setText(self._say("training.to_debriefing" if last else "training.forward"))
        self._set_shown(on=shown)
        self._arrive()

    def _fill_known(self, lesson: LessonWords) -> None:
        body = Part()
        if lesson.family:
            card = Card(self._say("training.family"))
            for line in lesson.family:
                card.add(Para(line, selectable=True))
            body.add(card)
        for part in lesson.parts:
            body.add(part_card(self._say, part))
        self.known.empty()
        self.known.add(body)

    def _fill_asked(self, lesson: LessonWords) -> None:
        self.asked.empty()
        self.asked.add(Heading(self._say("training.asked")))
        for one in lesson.asked:
            self.asked.add(self._card(one))
        if lesson.silence or not lesson.asked:
            self.asked.add(Para(lesson.silence or self._say("training.nothing_new")))
        if lesson.carried:
            cards = [self._card(one) for one in lesson.carried]
            self._fold("training.carried", len(cards), cards, open_=not lesson.asked)
        if lesson.waiting:
            self._fold("training.waiting", len(lesson.waiting), [Hint(line) for line in lesson.waiting])

        if lesson.patterns:
            card = Card(self._say("replay.patterns"), self._say("training.patterns.hint"))
            for line in lesson.patterns:
                card.add(Para(line, selectable=True))
            self.asked.add(card)

    def _card(self, words: AskedWords) -> AskedCard:
        card = AskedCard(self._say, words)
        card.origin_wanted.connect(lambda: self.origin_wanted.emit(words))
        return card

    def _fold(self, heading: str, n: int, widgets: Sequence[QWidget], *, open_: bool = False) -> None:
        inside = Part(S)
        for widget in widgets:
            inside.add(widget)
        fold = Fold(self._say(heading, n=n), open_=open_)
        fold.add(inside)
        self.asked.add(fold)

    def show_asked(self) -> None:
        """What would have been asked, beside one's own words. What became known folds away and can be opened again."""
        self._set_shown(on=True)
        self.pane.verticalScrollBar().setValue(0)
        self.forward.setFocus(Qt.FocusReason.OtherFocusReason)
        lesson = self._lesson
        if lesson is not None:
            said = [self._say("training.asked"), *(one.wording for one in lesson.asked), lesson.silence]
            announce(self, " ".join(part for part in said if part))

    def _set_shown(self, *, on: bool) -> None:
        self.asked.setVisible(on)
        self.known.set_open(not on)
        self.reveal.setVisible(not on)
        self.forward.setVisible(on)

    def show_debriefing(
        self, title: str, later: tuple[LaterWords, ...], own: tuple[OwnWords, ...], thoughts: str
    ) -> None:
        """The end."""
        self._lesson = None
        self.set_title(self._say("training.debriefing"), title)
        self.debriefing.show_words(later, own, thoughts)
        for widget in (self.known, self.asked, self.beside, self.reveal, self.forward):
            widget.hide()
        self.back.setEnabled(True)
        self.debriefing.show()
        self._arrive()

    def show_reached(self, places: tuple[str, ...], at: int) -> None:
        """Where one has been; `at`: where one is."""
        numbered = enumerate(places)
        self.reached.control.set_options(tuple((str(n), f"{n + 1}. {words}") for n, words in numbered))
        self.reached.set_value(str(at))

    def put_on_clipboard(self, words: str) -> None:
        """One's own words, to be pasted elsewhere."""
        QGuiApplication.clipboard().setText(words)
        announce(self, self._say("training.copied"), at_once=True)
        self.debriefing.copy.setText(self._say("training.copied"))

    def _arrive(self) -> None:
        """At the top of what is shown, to be read."""
        self.pane.verticalScrollBar().setValue(0)
        if self.isVisible():
            self.pane.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.title.text())

    def commands(self) -> Sequence[Command]:
        ways = ((self.reveal, self.reveal_wanted), (self.forward, self.forward_wanted), (self.back, self.back_wanted))
        return [
            Command(button.words(), signal.emit) for button, signal in ways if button.isVisible() and button.isEnabled()
        ]
