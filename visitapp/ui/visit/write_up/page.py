"""Write up: the running note first, then all that belongs to it, in the order of a visit. Everything may stay open."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from visitapp.domain.draft import Draft
from visitapp.domain.organisation import PhoneCard
from visitapp.questions.choosing import Card as Question
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.page import Command
from visitapp.ui.kit.press import Button, PrimaryButton, QuietButton
from visitapp.ui.kit.text import Hint, Para
from visitapp.ui.visit.answers import still_open
from visitapp.ui.visit.changes import home, note
from visitapp.ui.visit.family import Family, Known
from visitapp.ui.visit.fieldname import first_inside, named
from visitapp.ui.visit.movement import MovementPage
from visitapp.ui.visit.particulars.part import Particulars
from visitapp.ui.visit.parts.covered import CoveredPart
from visitapp.ui.visit.parts.questions import Questions
from visitapp.ui.visit.parts.section import Section
from visitapp.ui.visit.write_up.children import Children
from visitapp.ui.visit.write_up.contents import Contents, written
from visitapp.ui.visit.write_up.marks import Marks
from visitapp.ui.visit.write_up.note_field import NoteField
from visitapp.ui.visit.write_up.parents import ParentsViews
from visitapp.ui.visit.write_up.promises import Earlier, Next
from visitapp.ui.visit.write_up.the_home import TheHome
from visitapp.ui.visit.write_up.this_visit import ThisVisit
from visitapp.ui.visit.write_up.told import WhoWasTold
from visitapp.ui.visit.write_up.who import WhoWasThere
from visitapp.words import Say, Text

S = TypeVar("S", bound=Section)


class WriteUpPage(MovementPage):
    """All of a visit on one page."""

    movement = "write_up"

    def __init__(self, say: Say, family: Family, numbers: PhoneCard | None, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.step.write_up"), parent=parent)
        self._say, self._family = say, family
        self._phone_card = numbers
        self._cards: tuple[Question, ...] = ()
        self.sections: list[Section] = []

    def slices(self) -> Sequence[Callable[[], None]]:
        return (
            self._add_note,
            self._add_this_visit,
            lambda: self.this_visit.add_purpose(),
            lambda: self.this_visit.add_when(),
            lambda: self.this_visit.add_others(),
            self._add_children,
            self._add_seen,
            self._add_home,
            self._add_particulars,
            self._add_promises,
            self._add_next,
            self._add_views,
            self._add_questions,
            self._add_beside,
            self._add_foot,
        )

    def _add_note(self) -> None:
        self.note = NoteField(self._say, self._family.speakers)
        self.note.written.connect(lambda written: self.changed.emit(note.note(written)))
        self.add(self.note)
        self.start_at = self.note.area

    def _put(self, section: S) -> S:
        section.changed.connect(self.changed)
        self.sections.append(section)
        self.add(section)
        return section

    def _add_this_visit(self) -> None:
        self.this_visit = self._put(ThisVisit(self._say, self._family))

    def _add_children(self) -> None:
        self.children_ = self._put(Children(self._say, self._family))

    def _add_seen(self) -> None:
        self.covered = self._put(CoveredPart(self._say, self._family.children))
        self.who = self._put(WhoWasThere(self._say, self._family.people))

    def _add_home(self) -> None:
        self.the_home = self._put(TheHome(self._say))
        self.marks = self._put(Marks(self._say, self._family))
        self.marks.map_wanted.connect(self.map_wanted)

    def _add_particulars(self) -> None:
        self.particulars = self._put(Particulars(self._say, self._family))

    def _add_promises(self) -> None:
        self.earlier = self._put(Earlier(self._say, self._family))

    def _add_next(self) -> None:
        self.next = self._put(Next(self._say, self._family))

    def _add_views(self) -> None:
        self.parents = self._put(ParentsViews(self._say, self._family))
        self.told = self._put(WhoWasTold(self._say, self._family))

    def _add_questions(self) -> None:
        self.question_card = Card(self._say("visit.questions"))
        self.questions = Questions(self._say, self._phone_card, self._family, self._say("visit.questions.none"))
        self.questions.field_wanted.connect(self.go_to_answer)
        self.questions.changed.connect(self.changed)
        self.questions.origin_wanted.connect(self.origin_wanted)
        self.questions.map_wanted.connect(self.map_wanted)
        self.question_card.add(self.questions)
        self.add(named(self.question_card, "questions"))

    def _add_beside(self) -> None:
        say = self._say
        self.in_home = Card(say("visit.in_home"))
        self.in_home_times = Hint()
        self.in_home_words = Para(selectable=True)
        self.take_over = Button(say("visit.in_home.begin"), "copy")
        self.take_over.clicked.connect(self._take_over)
        for widget in (self.in_home_times, self.in_home_words, named(self.take_over, "in_home:begin")):
            self.in_home.add(widget)
        self.add_beside(self.in_home)
        self.in_home.hide()
        self.contents = Contents(say, [(key, words) for key, words, _ in self.parts()])
        self.contents.chosen.connect(self.go_to_part)
        self.add_beside(self.contents)

    def parts(self) -> list[tuple[str, str, QWidget]]:
        """The parts of this page: key, name, widget."""
        say = self._say
        return [
            ("note", say("visit.note"), self.note),
            ("this", say("visit.this"), self.this_visit),
            ("children", say("visit.children"), self.children_),
            ("who", say("visit.who"), self.who),
            ("home", say("visit.home"), self.the_home),
            ("marks", say("visit.marks"), self.marks),
            ("particulars", say("visit.particulars"), self.particulars),
            ("earlier", say("visit.promises.earlier"), self.earlier),
            ("next", say("visit.next"), self.next),
            ("parents", say("visit.parents"), self.parents),
            ("told", say("visit.told"), self.told),
            ("questions", say("visit.questions"), self.question_card),
        ]

    def go_to_part(self, key: str) -> None:
        """Bring a part into view and go to its first field."""
        self._go_to(next(part for name, _, part in self.parts() if name == key))

    def go_to_answer(self, field: str, children: tuple[str, ...]) -> None:
        """Go to the field that answers a question, at the child that it is about."""
        kind, _, cell = field.partition(".")
        child = next((child for child in children if child in self.children_.rows), "")
        if kind == "child" and cell != "covered" and child:
            self._go_to(self.children_.rows[child].place_of(cell))
            return
        parts: dict[str, QWidget] = {"household": self.who, "rooms": self.the_home.bedroom, "mark": self.marks}
        if field == "visit.not_done":
            self.this_visit.more.set_open(True)
            self._go_to(self.this_visit.not_done)
        else:
            self._go_to(parts.get(kind, self.covered))

    def _go_to(self, part: QWidget) -> None:
        self.see(part)
        target = first_inside(part)
        if target is not None:
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.see(target)
            QTimer.singleShot(0, target, lambda: self.see(target))  # cards that just came have their place only then

    def commands(self) -> Sequence[Command]:
        return [
            Command(self._say("visit.go_to", part=words), partial(self.go_to_part, key))
            for key, words, _ in self.parts()
        ]

    def _add_foot(self) -> None:
        on = PrimaryButton(self._say("visit.write_up.on"))
        leave = QuietButton(self._say("visit.leave"), "pause")
        on.clicked.connect(lambda: self.go.emit("sign_happened"))
        leave.clicked.connect(self.leave)
        self.set_foot(named(on, "on"), leave)

    def _take_over(self) -> None:
        self.changed.emit(note.begin_from_home())
        self.note.area.setFocus()

    def show_draft(self, draft: Draft) -> None:
        for section in self.sections:
            section.show_draft(draft)
        new = tuple(Known(one.id, one.name, one.relation) for one in home.new_people(draft))
        self.note.show_people((*self._family.speakers, *new))
        self.note.show_note(draft.note)
        self._show_in_home(draft)
        self.contents.show_written(written(draft))
        self._count(draft)

    def _show_in_home(self, draft: Draft) -> None:
        self.in_home.setVisible(bool(draft.in_home))
        self.in_home_words.setText(note.words_of(draft.in_home))
        begun, ended = (time[11:16] for time in draft.in_home_times)
        self.in_home_times.setText(self._say("visit.in_home.times", begun=begun, ended=ended) if begun else "")
        self.take_over.setVisible(not any(one in draft.note for one in draft.in_home))

    def show_cards(self, cards: Sequence[Question], draft: Draft) -> None:
        self._cards = tuple(cards)
        self.questions.show_cards(self._cards, draft)
        self._count(draft)

    def show_beside(self, beside: Mapping[str, Sequence[Text]], draft: Draft) -> None:
        self.marks.show_beside(beside, draft)

    def _count(self, draft: Draft) -> None:
        """How many questions are open on this page."""
        here = {card.key for card in self.questions.cards()}
        self.contents.show_open("questions", sum(card.key in here for card in still_open(draft, self._cards)))
