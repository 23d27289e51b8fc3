"""A short draft on one page, saved, asked about and signed like a visit: the quick note, the visit without a reply."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from visitapp.actions.session import Session
from visitapp.actions.visits import Prepared, Resumed
from visitapp.domain.draft import Draft, DraftKind
from visitapp.domain.organisation import PhoneCard
from visitapp.errors import VisitAppError
from visitapp.questions.choosing import Card as Question
from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.order import go_on
from visitapp.ui.kit.page import Page
from visitapp.ui.kit.press import PrimaryButton, QuietButton
from visitapp.ui.kit.turn import next_turn
from visitapp.ui.run import Run, why
from visitapp.ui.theme.tokens import L
from visitapp.ui.visit.changes import Change
from visitapp.ui.visit.changes.short import about, children_about
from visitapp.ui.visit.family import Family, family
from visitapp.ui.visit.fieldname import go_to, name_of, named
from visitapp.ui.visit.keeper import Keeper
from visitapp.ui.visit.parts.questions import Questions, of_a_short_contact
from visitapp.ui.visit.presenter import VisitPresenter
from visitapp.ui.visit.recovered import Recovered
from visitapp.ui.visit.verbs import VisitVerbs
from visitapp.words import Say


class ShortForm(QWidget):
    """The fields of a short draft. `changed` carries a Change. `beside`: to the right where there is room."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(0, 0, 0, 0)
        self.box.setSpacing(L)
        self.beside: QWidget | None = None
        self.start_at: QWidget | None = None

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft says."""


class ShortPage(Page):
    """`begin` one for a case or `resume` a draft. Signals:

    left    the worker stops for now; all is saved
    signed  it is signed (contact id): there is something to send; `left` follows
    saved   HH:MM at which this laptop last took the draft
    origin_wanted   the card of which one asks where it comes from
    """

    left = Signal()
    signed = Signal(str)
    saved = Signal(str)
    origin_wanted = Signal(object)

    def __init__(
        self,
        say: Say,
        run: Run,
        verbs: VisitVerbs,
        session: Session,
        numbers: PhoneCard | None,
        kind: DraftKind,
        form: Callable[[Say, Family], ShortForm],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(say(f"visit.{kind}"), say(f"visit.{kind}.hint"), parent=parent)
        self._kind, self._make = kind, form
        self.form: ShortForm | None = None
        self._say, self._run, self._verbs, self._session, self._numbers = say, run, verbs, session, numbers
        self.presenter: VisitPresenter | None = None
        self._keeper: Keeper | None = None
        self._go_to_field = ""
        self._opening = False
        self.trouble = Banner("danger", "")
        self.trouble.hide()
        self.recovered = Recovered(say)
        self.add(self.trouble)
        self.add(self.recovered)
        self.button = PrimaryButton(say(f"visit.{kind}.sign"), "pen")
        leave = QuietButton(say("visit.leave"), "pause")
        self.button.clicked.connect(self.sign)
        leave.clicked.connect(self.leave)
        self.set_foot(named(self.button, "sign"), leave)
        self.must_save.connect(self.put_down)
        self.recovered.thrown_away.connect(self.throw_away)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]  # there is one here

    @property
    def opening(self) -> bool:
        """Whether it was asked for and does not stand there yet."""
        return self._opening

    def begin(self, stream: str) -> None:
        """A new one for a case."""
        self._opening = True
        self._run(
            lambda: self._verbs.begin(self._session, stream, self._kind),
            self._open,
            self._failed,
            owner=self,
            first=True,
        )

    def resume(self, draft_id: str) -> None:
        """A draft as it was left, or as a crash left it."""
        self._opening = True
        self._run(lambda: self._verbs.resume(self._session, draft_id), self._resumed, self._failed, owner=self)

    def _resumed(self, resumed: Resumed) -> None:
        if resumed.recovered:
            self.recovered.show_recovered(resumed.draft, resumed.saved)
        self._open(resumed.draft)

    def _open(self, draft: Draft) -> None:
        self._run(
            lambda: self._verbs.prepare(self._session, draft),
            lambda prepared: self._prepared(draft, prepared),
            self._failed,
            owner=self,
        )

    def _prepared(self, draft: Draft, prepared: Prepared) -> None:
        here = family(prepared, self._session.today(), self._session.who.member)
        self.presenter = VisitPresenter(draft, self._session.new_id)
        self._keeper = Keeper(self.presenter, self._run, self._verbs, self._session, self)
        self._keeper.changed.connect(self._show)
        self._keeper.saved.connect(self.saved)
        self._keeper.failed.connect(self._failed)
        self.form = self._make(self._say, here)
        self.form.changed.connect(self.change)
        self.start_at = self.form.start_at
        self.add(self.form)
        next_turn(self, partial(self._stand, draft, here, self._keeper, self.form))

    def _stand(self, draft: Draft, here: Family, keeper: Keeper, form: ShortForm) -> None:
        if form.beside is not None:
            self.add_beside(form.beside)
        self.questions = Questions(self._say, self._numbers, here, only=of_a_short_contact)
        self.questions.changed.connect(self.change)
        self.questions.origin_wanted.connect(self.origin_wanted)
        self.add_beside(self.questions)
        keeper.cards_came.connect(self._show_cards)
        if not children_about(draft):
            self.change(about(tuple(one.id for one in here.children)))
        self._show()
        keeper.ask_now()
        self._go_to_field = draft.field
        self._opening = False
        if self.isVisible():
            self.take_focus()

    def change(self, change: Change) -> None:
        """Apply what a field sent."""
        if self._keeper is not None:
            self._keeper.apply(change)

    def _show(self) -> None:
        if self.presenter is not None and self.form is not None:
            self.form.show_draft(self.presenter.draft)

    def _show_cards(self, cards: tuple[Question, ...]) -> None:
        if self.presenter is not None:
            self.questions.show_cards(cards, self.presenter.draft)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward=forward)

    def take_focus(self) -> None:
        field, self._go_to_field = self._go_to_field, ""
        if not field or go_to(self, field) is None:
            super().take_focus()

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        if now is None or self.presenter is None or self._keeper is None or not self.isAncestorOf(now):
            return
        if self.presenter.at(name_of(now)):
            self._keeper.soon()

    def put_down(self) -> None:
        """Save now: the window locks, covers, closes or leaves this page."""
        if self._keeper is not None:
            self._keeper.put_down()

    def leave(self) -> None:
        """Stop for now."""
        self.put_down()
        self.left.emit()

    def throw_away(self) -> None:
        """Throw the draft away: the worker said so twice."""
        if self._keeper is None or self.presenter is None:
            return
        draft = self.presenter.draft.id
        self._keeper.stop()
        self._run(
            lambda: self._verbs.discard(self._session, draft), lambda _none: self.left.emit(), self._failed, owner=self
        )

    def sign(self) -> None:
        """Sign what is on the screen."""
        if self._keeper is None or self.presenter is None or self.presenter.frozen:
            return
        self._keeper.freeze()
        self.setEnabled(False)
        draft = self.presenter.draft
        self._run(lambda: self._sign(draft), lambda _none: self._is_signed(draft), self._not_signed, owner=self)

    def _sign(self, draft: Draft) -> None:
        sign = self._verbs.sign_no_reply if self._kind == "no_reply" else self._verbs.sign_quick_note
        sign(self._session, draft)

    def _is_signed(self, draft: Draft) -> None:
        if self._keeper is not None:
            self._keeper.stop()
        self.setEnabled(True)
        self.signed.emit(draft.contact.id)
        self.left.emit()

    def _not_signed(self, problem: VisitAppError) -> None:
        if self._keeper is not None:
            self._keeper.thaw()
        self._failed(problem)
        self.take_focus()

    def _failed(self, problem: VisitAppError) -> None:
        self._opening = False
        self.setEnabled(True)
        self.trouble.show_words(self._say(why(problem)))
