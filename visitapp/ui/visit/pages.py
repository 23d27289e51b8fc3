"""Makes the pages of a visit, one for each movement, and connects what they send. Pages are made when first shown."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from visitapp.actions.visits import Prepared
from visitapp.domain.draft import Draft, Movement
from visitapp.domain.organisation import PhoneCard
from visitapp.questions.choosing import Card
from visitapp.ui.visit.be_there.page import BeTherePage
from visitapp.ui.visit.before_you_drive.page import BeforeYouDrivePage
from visitapp.ui.visit.changes import note
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.movement import MovementPage
from visitapp.ui.visit.prepare.page import PreparePage
from visitapp.ui.visit.presenter import MOVEMENTS
from visitapp.ui.visit.sign.happened import SignHappenedPage
from visitapp.ui.visit.sign.make_of_it import MakeOfItPage
from visitapp.ui.visit.write_up.page import WriteUpPage
from visitapp.words import Say


class VisitPages(QObject):
    """`changed` carries a Change; `sign` the movement that is to be signed; `map_wanted` a child and a mark.

    `questions_wanted`: the questions of the write-up.
    """

    changed = Signal(object)
    go = Signal(str)
    leave = Signal()
    sign = Signal(str)
    done = Signal()
    map_wanted = Signal(str, str)
    origin_wanted = Signal(object)
    questions_wanted = Signal()

    def __init__(
        self,
        say: Say,
        family: Family,
        prepared: Prepared,
        numbers: PhoneCard | None,
        now: Callable[[], datetime],
        place: Callable[[QWidget], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._say, self._family, self._prepared, self._numbers, self._now = say, family, prepared, numbers, now
        self._place = place
        self._ahead = list(MOVEMENTS)
        self._carded: dict[Movement, frozenset[str]] = {}
        self.made: dict[Movement, MovementPage] = {}

    def page(self, movement: Movement) -> MovementPage:
        """The page of a movement, whole."""
        page = self._begun(movement)
        page.build()
        return page

    def whole(self, movement: Movement, cards: tuple[Card, ...]) -> bool:
        """Whether nothing of a page is left to make."""
        page = self.made.get(movement)
        return page is not None and page.whole() and self._next_card(movement, cards) is None

    def _next_card(self, movement: Movement, cards: tuple[Card, ...]) -> Card | None:
        there = self._carded.get(movement, frozenset())
        return next((card for card in cards if card.key not in there), None)

    def prepare(self, movement: Movement, draft: Draft, cards: tuple[Card, ...]) -> bool:
        """Make one small part of a page, its questions one by one at the end; False when it is whole."""
        if movement not in self.made:
            self._begun(movement)
            return True
        page = self.made[movement]
        if page.build_some():
            return True
        new = self._next_card(movement, cards)
        if new is None:
            return False
        there = self._carded.get(movement, frozenset())
        self.show_cards(page, tuple(card for card in cards if card is new or card.key in there), draft)
        return True

    def show_cards(self, page: MovementPage, cards: tuple[Card, ...], draft: Draft) -> None:
        """Show these questions, and no others, on a page."""
        page.show_cards(cards, draft)
        self._carded[page.movement] = frozenset(card.key for card in cards)

    def prepare_next(self, draft: Draft, cards: tuple[Card, ...]) -> bool:
        """Make one small part of the next page that is not whole; False when there is none."""
        while self._ahead:
            if self.prepare(self._ahead[0], draft, cards):
                return True
            self._ahead.pop(0)
        return False

    def _begun(self, movement: Movement) -> MovementPage:
        if movement not in self.made:
            page = self._make(movement)
            page.changed.connect(self.changed)
            page.go.connect(self.go)
            page.leave.connect(self.leave)
            page.origin_wanted.connect(self.origin_wanted)
            page.map_wanted.connect(self.map_wanted)
            self._place(page)
            self.made[movement] = page
        return self.made[movement]

    def _make(self, movement: Movement) -> MovementPage:
        say, family, numbers = self._say, self._family, self._numbers
        makers: dict[Movement, Callable[[], MovementPage]] = {
            "prepare": lambda: PreparePage(say, family, self._prepared),
            "be_there": self._be_there,
            "before_you_drive": lambda: BeforeYouDrivePage(say, family, numbers),
            "write_up": lambda: WriteUpPage(say, family, numbers),
            "sign_happened": self._sign_happened,
            "sign_make_of_it": self._make_of_it,
        }
        return makers[movement]()

    def _be_there(self) -> BeTherePage:
        page = BeTherePage(self._say, self._family.children)
        page.typed.connect(
            lambda words: self.changed.emit(note.in_home(words, self._now().isoformat(timespec="seconds")))
        )
        return page

    def _sign_happened(self) -> SignHappenedPage:
        page = SignHappenedPage(self._say, self._family, self._numbers)
        page.sign.connect(lambda: self.sign.emit("sign_happened"))
        page.questions_wanted.connect(self.questions_wanted)
        return page

    def _make_of_it(self) -> MakeOfItPage:
        page = MakeOfItPage(self._say, self._family)
        page.sign.connect(lambda: self.sign.emit("sign_make_of_it"))
        page.done.connect(self.done)
        return page

    def make_of_it(self) -> MakeOfItPage:
        """The page of the second signature."""
        page = self.page("sign_make_of_it")
        assert isinstance(page, MakeOfItPage)  # noqa: S101  # made above
        return page

    def sign_happened(self) -> SignHappenedPage:
        """The page of the first signature."""
        page = self.page("sign_happened")
        assert isinstance(page, SignHappenedPage)  # noqa: S101  # made above
        return page
