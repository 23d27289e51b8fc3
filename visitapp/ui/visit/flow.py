"""A visit from Prepare to the second signature, as one page of the window: wires pages, presenter, keeper and verbs.

Decides nothing about words or facts: pages send changes, the presenter holds the draft, the keeper saves it.
"""

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from visitapp.actions.session import Session
from visitapp.actions.visits import Prepared, Resumed
from visitapp.domain.draft import Draft, Movement
from visitapp.domain.judgement import View
from visitapp.domain.organisation import PhoneCard
from visitapp.errors import VisitAppError
from visitapp.questions.choosing import Card, Offer
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.page import Command, Page
from visitapp.ui.kit.turn import SOON_MS, next_turn
from visitapp.ui.run import Run, why
from visitapp.ui.visit.answers import of_the_view
from visitapp.ui.visit.bodymap import VisitBodyMap
from visitapp.ui.visit.changes import Change, prompts
from visitapp.ui.visit.changes.children import tidied
from visitapp.ui.visit.family import Family, family
from visitapp.ui.visit.fieldname import go_to, name_of
from visitapp.ui.visit.keeper import Keeper
from visitapp.ui.visit.movement import MovementPage
from visitapp.ui.visit.pages import VisitPages
from visitapp.ui.visit.presenter import VisitPresenter
from visitapp.ui.visit.recovered import Recovered
from visitapp.ui.visit.steps import Steps
from visitapp.ui.visit.verbs import VisitVerbs
from visitapp.words import Say, Text

BUILD_EVERY_MS = 15


class VisitFlow(Page):
    """`begin` a visit of a case or `resume` a draft. Signals:

    left       the worker stops for now; all is saved. Show the page from which they came
    signed     the first signature stands (contact id): there is something to send
    finished   the visit is done (contact id); `left` follows
    saved      HH:MM at which this laptop last took the draft
    origin_wanted   the card of which one asks where it comes from
    """

    left = Signal()
    signed = Signal(str)
    finished = Signal(str)
    saved = Signal(str)
    origin_wanted = Signal(object)

    def __init__(
        self,
        say: Say,
        run: Run,
        verbs: VisitVerbs,
        session: Session,
        numbers: PhoneCard | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(say("visit.title"), parent=parent)
        self._say, self._run, self._verbs, self._session, self._numbers = say, run, verbs, session, numbers
        self.presenter: VisitPresenter | None = None
        self.pages: VisitPages | None = None
        self._keeper: Keeper | None = None
        self._go_to_field = ""
        self._here: Family | None = None
        self.map: VisitBodyMap | None = None
        self._next: Movement | None = None
        self._asked_for = False
        self._build_soon = QTimer(self, singleShot=True)
        self._build_soon.timeout.connect(self._build_some)
        self._build()
        self.must_save.connect(self.put_down)
        QApplication.instance().focusChanged.connect(self._focus_moved)  # type: ignore[union-attr]  # there is one here

    def _build(self) -> None:
        self.pane.hide()
        self.steps = Steps(self._say)
        self.trouble = Banner("danger", "")
        self.recovered = Recovered(self._say)
        self.stack = QStackedWidget()
        inside = QWidget()
        box = QVBoxLayout(inside)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for widget in (self.steps, self.trouble, self.recovered):
            widget.hide()
            box.addWidget(widget)
        box.addWidget(self.stack, 1)
        outer = self.layout()
        assert outer is not None  # noqa: S101  # made by Page
        outer.addWidget(inside)
        self.steps.chosen.connect(self.go)
        self.steps.folded.connect(self._show_title)
        self.recovered.thrown_away.connect(self.throw_away)

    # Opening

    def begin(self, stream: str) -> None:
        """A new visit of a case."""
        self._asked_for = True
        self._run(
            lambda: self._verbs.begin(self._session, stream, "visit"), self._open, self._failed, owner=self, first=True
        )

    def resume(self, draft_id: str) -> None:
        """A draft as it was left, or as a crash left it."""
        self._asked_for = True
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
        presenter = self.presenter = VisitPresenter(draft, self._session.new_id)
        keeper = self._keeper = Keeper(presenter, self._run, self._verbs, self._session, self)
        keeper.changed.connect(self._show_draft)
        keeper.cards_came.connect(self._show_cards)
        keeper.saved.connect(self._show_saved)
        keeper.failed.connect(self._failed)
        self.pages = VisitPages(self._say, here, prepared, self._numbers, self._session.now, self.stack.addWidget, self)
        self.pages.changed.connect(keeper.apply)
        self.pages.go.connect(self.go)
        self.pages.questions_wanted.connect(partial(self.go, "write_up", "questions"))
        self.pages.leave.connect(self.leave)
        self.pages.sign.connect(self.sign)
        self.pages.done.connect(self._done)
        self.pages.map_wanted.connect(self.open_map)
        self.pages.origin_wanted.connect(self.origin_wanted)
        self._here = here
        presenter.cards_came(prepared.cards)
        if not draft.happened_record:
            keeper.apply(prompts.pinned(prepared.draft))
        if draft.saved:
            self._show_saved(draft.saved[11:16])
        self._go_to_field = draft.field
        self._bring(draft.movement)

    @property
    def opening(self) -> bool:
        """Whether a visit, or a page of it, was asked for and does not stand there yet."""
        return self._next is not None or (self._asked_for and self.presenter is None)

    def _bring(self, movement: Movement) -> None:
        """Show a movement once its page is whole: at once where it was made ahead."""
        if self.presenter is not None and self.pages is not None and self.pages.whole(movement, self.presenter.cards):
            self._show(movement)
        else:
            self._next = movement
            self._build_soon.start(SOON_MS)

    def _build_some(self) -> None:
        """Pages are made bit by bit: the one that is wanted first, then, while it is read, those that come next."""
        if self.pages is None or self.presenter is None:
            return
        draft, cards = self.presenter.draft, self.presenter.cards
        if self._next is None and not self.pages.prepare_next(draft, cards):
            return
        if self._next is not None and not self.pages.prepare(self._next, draft, cards):
            self._show(self._next)
        # Set when the part is made: what was typed or clicked meanwhile comes before the next one.
        self._build_soon.start(BUILD_EVERY_MS if self._next is None else SOON_MS)

    # Where one is

    def go(self, movement: str, field: str = "") -> None:
        """Show another movement, at a field if one is given; everything typed stays."""
        if self.presenter is None or self._keeper is None:
            return
        if self.presenter.go(cast("Movement", movement)):
            self._go_to_field = field
            self._keeper.soon()
            self._bring(cast("Movement", movement))

    def _show(self, movement: Movement) -> None:
        if self.presenter is None or self.pages is None or self._keeper is None:
            return
        self._next = None
        page = self.pages.page(movement)
        page.show_draft(self.presenter.draft)
        self.pages.show_cards(page, self.presenter.cards, self.presenter.draft)
        page.show_beside(self.presenter.beside, self.presenter.draft)
        if (before := self.focusWidget()) is not None:
            before.clearFocus()  # else Qt looks for the next control on the way out
        self.stack.setCurrentWidget(page)
        self.steps.show_at(movement, self.presenter.open_movements())
        self.steps.setVisible(movement != "be_there")
        self._show_title(self.steps.is_folded())
        if movement == "sign_happened":
            self._ask_still_open()
        elif movement == "before_you_drive":
            self._keeper.ask_now()
        if self.isVisible():
            self.take_focus()

    def open_map(self, child: str, mark: str = "") -> None:
        """The body map of a child, at one of its marks if one is given; made when it is first wanted."""
        if self.presenter is None or self._keeper is None or self._here is None:
            return
        if self.map is None:
            self.map = VisitBodyMap(self._say, self._here, self._session.new_id, self._session.today, self)
            self.map.changed.connect(self._keeper.apply)
            self.map.finished.connect(self._close_map)
            self.stack.addWidget(self.map.page)
            next_turn(self, partial(self.open_map, child, mark))
            return
        self.map.begin(child, mark, self.presenter.draft)
        self.stack.setCurrentWidget(self.map.page)
        self.map.page.take_focus()

    def _close_map(self) -> None:
        if self.map is not None:
            self._go_to_field = f"marks:{self.map.child}"
        self._bring("write_up")

    def _show_title(self, folded: bool) -> None:
        """Where there is little room, the list of steps says where one is; the title would say it again."""
        page = self.page_shown()
        if page is not None:
            page.title.setVisible(not folded or not self.steps.isVisible())

    def page_shown(self) -> MovementPage | None:
        """The page of the movement in which one is."""
        page = self.stack.currentWidget()
        return page if isinstance(page, MovementPage) else None

    def help_page(self) -> Page | None:
        """The page to which help belongs: that of the movement, or the body map before it."""
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else None

    def take_focus(self) -> None:
        page = self.page_shown()
        if page is None or not page.isVisible():
            return
        field, self._go_to_field = self._go_to_field, ""
        target = go_to(page, field) if field else None
        if target is None:
            page.take_focus()
            return
        announce(self, page.title.text())
        page.see(target)

    def remember_focus(self) -> None:
        if page := self.page_shown():
            page.remember_focus()

    def commands(self) -> Sequence[Command]:
        page = self.page_shown()
        if page is None or self.presenter is None:
            return ()
        steps = [
            Command(self._say("visit.go_to", part=self._say(f"visit.step.{one}")), partial(self.go, one))
            for one in self.presenter.open_movements()
        ]
        return [*page.commands(), *steps, Command(self._say("visit.leave"), self.leave)]

    def _focus_moved(self, _old: QWidget | None, now: QWidget | None) -> None:
        page = self.page_shown()
        if now is None or page is None or self._keeper is None or self.presenter is None or not page.isAncestorOf(now):
            return
        if self.presenter.at(name_of(now)):
            self._keeper.soon()

    # Keeping

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

    def change(self, change: Change) -> None:
        """Change the draft from outside the pages: the body map."""
        if self._keeper is not None:
            self._keeper.apply(change)

    def _show_draft(self) -> None:
        page = self.page_shown()
        if page is not None and self.presenter is not None:
            page.show_draft(self.presenter.draft)

    def _show_cards(self, cards: tuple[Card, ...]) -> None:
        page = self.page_shown()
        if page is not None and self.pages is not None and self.presenter is not None:
            self.pages.show_cards(page, cards, self.presenter.draft)
            page.show_beside(self.presenter.beside, self.presenter.draft)

    def _show_saved(self, at: str) -> None:
        self.trouble.hide()
        self.steps.show_saved(self._say("visit.saved", at=at))
        self.saved.emit(at)

    def _failed(self, problem: VisitAppError) -> None:
        self._asked_for = False
        self.stack.setEnabled(True)
        self.trouble.show_words(self._say(why(problem)))

    # Signing

    def _ask_still_open(self) -> None:
        if self.presenter is None:
            return
        draft = self.presenter.draft

        def ask() -> tuple[Offer, tuple[Text, ...]]:
            offer = self._offer(draft)
            return offer, self._verbs.still_open(self._session, draft, offer.cards)

        self._run(ask, self._show_still_open, self._failed, owner=self)

    def _show_still_open(self, found: tuple[Offer, tuple[Text, ...]]) -> None:
        offer, still_open = found
        if self.pages is not None and self.presenter is not None:
            self.pages.sign_happened().show_open(still_open, offer, self.presenter.draft)

    def sign(self, what: str) -> None:
        """Sign what is on the screen: frozen until it stands, or until it is known not to."""
        if self._keeper is None or self.presenter is None or self.presenter.frozen:
            return
        self._keeper.apply(lambda draft, _new_id: tidied(draft))
        self._keeper.freeze()
        self.stack.setEnabled(False)
        draft = self.presenter.draft
        if what == "sign_happened":
            self._run(lambda: self._sign_happened(draft), self._happened, self._not_signed, owner=self)
        else:
            self._run(lambda: self._sign_make_of_it(draft), self._made_of_it, self._not_signed, owner=self)

    def _sign_happened(self, draft: Draft) -> Draft:
        return self._verbs.sign_happened(self._session, draft, self._offer(draft).cards)

    def _offer(self, draft: Draft) -> Offer:
        """With the questions that belong to what happened; the others come with the second signature."""
        offer = self._verbs.offer(self._session, draft)
        return Offer(tuple(card for card in offer.cards if not of_the_view(card)), offer.beside)

    def _happened(self, draft: Draft) -> None:
        if self.presenter is None:
            return
        self.presenter.signed(draft)
        self.stack.setEnabled(True)
        self.recovered.hide()
        self._bring("sign_make_of_it")
        self.signed.emit(draft.contact.id)

    def _sign_make_of_it(self, draft: Draft) -> tuple[tuple[str, View], ...]:
        self._verbs.sign_make_of_it(self._session, draft)
        return self._verbs.colleagues_views(self._session, draft.case)

    def _made_of_it(self, colleagues: tuple[tuple[str, View], ...]) -> None:
        if self.presenter is None or self.pages is None or self._keeper is None:
            return
        self._keeper.stop()
        self.stack.setEnabled(True)
        self.pages.make_of_it().show_signed(colleagues)

    def _done(self) -> None:
        if self.presenter is not None:
            self.finished.emit(self.presenter.draft.contact.id)
            self.left.emit()

    def _not_signed(self, problem: VisitAppError) -> None:
        if self._keeper is not None:
            self._keeper.thaw()
        self._failed(problem)
