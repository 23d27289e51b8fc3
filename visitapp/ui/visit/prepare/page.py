"""Prepare: in the car, before. To be read once; nothing has to be filled."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from visitapp.actions.visits import Prepared
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Action
from visitapp.domain.standing import ChildStanding, LastSeen
from visitapp.questions.choosing import Card as Question
from visitapp.ui.kit.card import Banner, Card, Facts, Fold
from visitapp.ui.kit.press import Button, PrimaryButton, QuietButton
from visitapp.ui.kit.text import Hint, Label, Para, Rule
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.movement import MovementPage
from visitapp.ui.visit.sign.make_of_it import view_facts
from visitapp.ui.visit.wording import by_whom, mark_words
from visitapp.words import Names, Say


class PreparePage(MovementPage):
    """What to know before going in, in the order in which it matters."""

    movement = "prepare"

    def __init__(self, say: Say, family: Family, prepared: Prepared, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.step.prepare"), say("visit.prepare.hint"), parent=parent)
        self._say, self._family, self._prepared = say, family, prepared
        self._questions = QuestionsToRead(say)

    def slices(self) -> Sequence[Callable[[], None]]:
        parts = (self._add_safety, self._add_children, self._add_promises, self._add_in_mind, self._add_marks)
        questions = partial(self.add_beside, self._questions)
        return (*(partial(part, self._prepared) for part in parts), questions, self._add_my_view, self._add_foot)

    def _add_foot(self) -> None:
        drive = PrimaryButton(self._say("visit.prepare.back_in_car"))
        there = Button(self._say("visit.step.be_there"))
        leave = QuietButton(self._say("visit.leave"), "pause")
        drive.clicked.connect(lambda: self.go.emit("before_you_drive"))
        there.clicked.connect(lambda: self.go.emit("be_there"))
        leave.clicked.connect(self.leave)
        self.start_at = drive
        self.set_foot(named(drive, "on"), named(there, "there"), leave)

    def _add_safety(self, prepared: Prepared) -> None:
        for line in prepared.safety:
            self.add(Banner("warn", line, heading=self._say("visit.prepare.safety")))
        if not prepared.safety:
            self.add(Banner("info", self._say("visit.prepare.no_safety")))
        if prepared.others_today:
            self.add(Banner("info", self._say("visit.prepare.others", names=Names(prepared.others_today))))

    def _add_children(self, prepared: Prepared) -> None:
        card, facts = Card(self._say("visit.children")), Facts()
        for number, standing in enumerate(prepared.children):
            above = (*((Rule(),) if number else ()), Label(child_line(self._say, self._family, standing)))
            facts.add_facts(_standing_facts(self._say, standing, self._family), *above)
        card.add(facts)
        self.add(card)

    def _add_promises(self, prepared: Prepared) -> None:
        card = Card(self._say("visit.prepare.promises"))
        for name, actions in (("ours", prepared.ours), ("theirs", prepared.theirs)):
            card.add(Label(self._say(f"visit.prepare.{name}")))
            for action in actions:
                card.add(_promise(self._say, self._family, action))
            if not actions:
                card.add(Hint(self._say("visit.promises.none")))
        self.add(card)

    def _add_in_mind(self, prepared: Prepared) -> None:
        if not prepared.hold_in_mind:
            return
        card = Card(self._say("visit.prepare.in_mind"), self._say("visit.prepare.in_mind.hint"))
        for number, one in enumerate(prepared.hold_in_mind, start=1):
            card.add(Label(f"{number}.  {self._say(one)}"))
        self.add_beside(card)

    def _add_marks(self, prepared: Prepared) -> None:
        if not prepared.unexplained:
            return
        card = Card(self._say("visit.prepare.marks"))
        for mark in prepared.unexplained:
            card.add(Para(mark_words(self._say, self._family, mark)))
        self.add_beside(card)

    def _add_my_view(self) -> None:
        view = self._family.my_view
        fold = Fold(self._say("visit.prepare.my_view"))
        if view is None:
            fold.add(Para(self._say("visit.prepare.no_view")))
        else:
            fold.add(Facts(view_facts(self._say, view)))
        self.add_beside(named(fold, "my_view"))

    def show_cards(self, cards: Sequence[Question], draft: Draft) -> None:
        self._questions.show_questions(cards)


class QuestionsToRead(Card):
    """The questions for this visit, to be read: they are answered afterwards."""

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.prepare.questions"), parent=parent)
        self._say = say
        self._shown: dict[str, tuple[Question, QWidget]] = {}
        self._none = Hint(say("visit.questions.none"))
        self.add(self._none)
        self._before = self.box.count()

    def show_questions(self, cards: Sequence[Question]) -> None:
        """Show these, each with why it comes now; what stands there already stays."""
        wanted = {card.key: card for card in cards}
        for key, (known, widget) in list(self._shown.items()):
            if wanted.get(key) != known:
                del self._shown[key]
                self.box.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        for place, card in enumerate(cards):
            if card.key not in self._shown:
                self._shown[card.key] = (card, self._one(card))
            self.box.insertWidget(self._before + place, self._shown[card.key][1])
        self._none.setVisible(not cards)

    def _one(self, card: Question) -> QWidget:
        heading = self._say("question.act_today") if card.today else ""
        banner = Banner("danger" if card.today else "question", self._say(card.wording), heading=heading)
        for why in card.why:
            banner.add(Hint(self._say(why)))
        return banner


def child_line(say: Say, family: Family, standing: ChildStanding) -> str:
    """A child by name, with the age in words where it is known."""
    child = standing.child
    if child.unborn:
        return say("visit.child.unborn", child=child.name)
    return age_words(say, family, child.id) or child.name


def age_words(say: Say, family: Family, id_: str) -> str:
    """Name and age: in months under two, then in years; the name alone where no age is known."""
    here = next((one for one in family.children if one.id == id_), None)
    if here is None:
        return ""
    months = here.months(family.today)
    if months is None:
        return here.child.name
    unit, count = ("months", months) if months < 24 else ("years", months // 12)
    return say(f"visit.child.age.{unit}", child=here.child.name, n=count)


def _standing_facts(say: Say, standing: ChildStanding, family: Family) -> list[tuple[str, str]]:
    if standing.child.unborn:
        return []
    facts = [(say("visit.child.last_seen"), _when(say, standing.seen))]
    if standing.tells_alone():
        facts.append((say("visit.child.last_alone"), _when(say, standing.alone)))
    if standing.by is not None:
        late = standing.by < family.today
        facts.append((say("visit.child.by"), say("visit.child.by.past" if late else "visit.day", day=standing.by)))
    else:
        facts.append((say("visit.child.by"), say("visit.child.no_date")))
    return facts


def _when(say: Say, seen: LastSeen | None) -> str:
    if seen is None:
        return say("visit.child.not_recorded")
    contact = seen.contact
    where = say(f"code.place.{contact.place}") if contact.place else say(f"code.contact_kind.{contact.kind}")
    return say("visit.child.when", day=contact.date, where=where.lower())


def _promise(say: Say, family: Family, action: Action) -> Para:
    return Para(f"{action.what} — {by_whom(say, family, action)}")
