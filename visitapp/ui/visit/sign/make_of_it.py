"""Sign: what I make of it. One question and one line; the long reflection opens when something asks for it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.domain.codes import ViewCode
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import View
from visitapp.questions.choosing import Card as Question
from visitapp.ui.kit.card import Banner, Card, Facts, Fold
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import AreaField, LineField, SelectField
from visitapp.ui.kit.press import PrimaryButton, QuietButton
from visitapp.ui.kit.text import Hint, Label, Para
from visitapp.ui.visit.answers import of_the_view
from visitapp.ui.visit.changes import view as views
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.movement import MovementPage
from visitapp.ui.visit.parts.asking import listed
from visitapp.ui.visit.wording import view_words
from visitapp.words import Say

CHANGED = ("no", "yes", "not_sure")
OTHER = "other"
REFLECTION = ("rivals", "sits_badly", "would_expect", "seen_just_before")


class MakeOfItPage(MovementPage):
    """`sign` is the second signature; `done` closes the visit after it."""

    movement = "sign_make_of_it"
    sign = Signal()
    done = Signal()

    def __init__(self, say: Say, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.step.sign_make_of_it"), say("visit.view.hint"), parent=parent)
        self._say, self._family = say, family
        self._view: View | None = None
        self._asked: list[Question] = []
        self.signed = Banner("ok", say("visit.view.happened_signed"))
        self.add(self.signed)

    def slices(self) -> Sequence[Callable[[], None]]:
        return (self._add_line, self._add_now, self._add_reflection, self._add_signed, self._add_foot)

    def _add_line(self) -> None:
        """Does today change your view? And why, in one line."""
        say = self._say
        card = self.form = Card()
        options = [(code, say(f"visit.view.changed.{code}")) for code in CHANGED]
        self.changed_ = Choice(say("visit.view.changed"), options, say("visit.view.changed.hint"))
        self.changed_.chosen.connect(lambda code: self._set(changed=code))
        self.why = LineField(say("visit.view.why"))
        self.why.edited.connect(lambda words: self._set(why=words))
        card.add(named(self.changed_, "view:changed"))
        card.add(named(self.why, "view:why"))
        self.add(card)
        self.start_at = self.changed_.buttons()[0]

    def _add_signed(self) -> None:
        """What stood before, and what shows when it is signed."""
        say, family = self._say, self._family
        if family.my_view is not None:
            mine = Card(say("visit.view.mine"))
            mine.add(Facts(view_facts(say, family.my_view)))
            self.add_beside(mine)
        self.mine_now = Card(say("visit.view.signed_words"))
        self.mine_now.hide()
        self.add(self.mine_now)
        self.colleagues = Card(say("visit.view.colleagues"), say("visit.view.colleagues.hint"))
        self.colleagues.hide()
        self.add_beside(self.colleagues)

    def _add_now(self) -> None:
        """What one holds now, and what would change it: only where it changed, or nothing was held yet."""
        options = (*listed(self._say, "view", ViewCode), (OTHER, self._say("visit.view.other")))
        self.holds = SelectField(self._say("visit.view.holds_now"), options)
        self.own_words = LineField(self._say("visit.view.own_words"))
        self.would_change_it = LineField(self._say("visit.view.would_change"))
        self.holds.chosen.connect(self._hold)
        self.own_words.edited.connect(lambda words: self._set(holds=words))
        self.would_change_it.edited.connect(lambda words: self._set(would_change_it=words))
        for name in ("holds", "own_words", "would_change_it"):
            self.form.add(named(getattr(self, name), f"view:{name}"))

    def _add_reflection(self) -> None:
        self.reflection = Fold(self._say("visit.view.reflection"))
        self.add(named(self.reflection, "view:reflection"))
        self.texts: dict[str, AreaField] = {}
        for name in REFLECTION:
            field = AreaField(self._say(f"visit.view.{name}"), lines=2)
            field.edited.connect(lambda words, name=name: self._reflect(name, words))
            self.texts[name] = field
            self.reflection.add(named(field, f"view:{name}"))
        people = tuple((one.id, one.in_full) for one in self._family.people)
        self.protective = SelectField(self._say("visit.view.protective"), (("", "–"), *people))
        self.protective.chosen.connect(lambda code: self._set(protective=code))
        self.reflection.add(named(self.protective, "view:protective"))

    def _add_foot(self) -> None:
        self.button = PrimaryButton(self._say("visit.sign.make_of_it"), "pen")
        self.later = QuietButton(self._say("visit.view.later"), "pause")
        self.close_ = PrimaryButton(self._say("visit.done"), "tick")
        self.button.clicked.connect(self.sign)
        self.later.clicked.connect(self.leave)
        self.close_.clicked.connect(self.done)
        self.close_.hide()
        self.set_foot(named(self.button, "sign"), self.close_, self.later)

    def _set(self, **facts: object) -> None:
        self.changed.emit(views.view(self._family.me, self._family.my_view, **facts))

    def _hold(self, code: str) -> None:
        self._set(holds="" if code == OTHER else code)
        self.own_words.setVisible(code == OTHER)
        if code == OTHER:
            self.own_words.setFocus()

    def _reflect(self, name: str, words: str) -> None:
        lines = tuple(line.strip() for line in words.split("\n") if line.strip())
        self._set(**{name: lines if name == "rivals" else words})

    def show_draft(self, draft: Draft) -> None:
        self._view = views.view_of(draft)
        view = self._view or View(id="")
        self.changed_.set_value(view.changed)
        moved = view.changed in ("yes", "not_sure") or self._family.my_view is None
        self._show_holds(view, moved=moved)
        for field, words in ((self.why, view.why), (self.would_change_it, view.would_change_it)):
            if field.value() != words:
                field.set_value(words)
        self.would_change_it.setVisible(moved)
        self.protective.set_value(view.protective)
        if view.protective:
            self.reflection.set_open(True)
        for name, area in self.texts.items():
            words = "\n".join(view.rivals) if name == "rivals" else getattr(view, name)
            if area.value().strip() != words.strip() and not area.control.hasFocus():
                area.set_value(words)
            if words:
                self.reflection.set_open(True)

    def _show_holds(self, view: View, *, moved: bool) -> None:
        own = bool(view.holds) and self.holds.control.findData(view.holds) < 0
        own = own or (self.holds.value() == OTHER and not view.holds)
        self.holds.set_value(OTHER if own else view.holds)
        self.holds.setVisible(moved)
        self.own_words.setVisible(moved and own)
        if own and self.own_words.value() != view.holds:
            self.own_words.set_value(view.holds)

    def show_cards(self, cards: Sequence[Question], draft: Draft) -> None:
        if self._asked:
            return
        self._asked = [card for card in cards if of_the_view(card)]
        for place, card in enumerate(self._asked):
            banner = Banner("question", self._say(card.wording))
            for why in card.why:
                banner.add(Hint(self._say(why)))
            self.form.box.insertWidget(place, banner)
        if any(due.field != "view.changed" for card in self._asked for due in card.dues):
            self.reflection.set_open(True)

    def show_signed(self, colleagues: Sequence[tuple[str, View]]) -> None:
        """It is signed: what colleagues think shows now, and nothing can be changed any more."""
        self.signed.show_words(self._say("visit.view.both_signed"))
        for name, view in colleagues:
            self.colleagues.add(Label(name))
            self.colleagues.add(Facts(view_facts(self._say, view)))
        if not colleagues:
            self.colleagues.add(Para(self._say("visit.view.no_colleagues")))
        self.colleagues.show()
        self.form.hide()
        self.reflection.hide()
        self.mine_now.add(
            Facts(view_facts(self._say, self._view)) if self._view else Para(self._say("visit.view.nothing"))
        )
        self.mine_now.show()
        self.button.hide()
        self.later.hide()
        self.close_.show()
        self.close_.setFocus()


def view_facts(say: Say, view: View) -> list[tuple[str, str]]:
    """A view as pairs of label and words; what was left empty is left out."""
    facts = [
        (say("visit.view.changed"), say(f"visit.view.changed.{view.changed}") if view.changed else ""),
        (say("visit.view.why"), view.why),
        (say("visit.view.holds"), view_words(say, view.holds)),
        (say("visit.view.rivals"), "; ".join(view_words(say, one) for one in view.rivals)),
        (say("visit.view.would_change"), view.would_change_it),
        *((say(f"visit.view.{name}"), getattr(view, name)) for name in REFLECTION[1:]),
    ]
    return [(label, words) for label, words in facts if words.strip()]
