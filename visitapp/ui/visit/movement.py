"""A page of one movement of a visit: what all of them send and show."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QTimer, Signal

from visitapp.domain.draft import Draft, Movement
from visitapp.questions.choosing import Card
from visitapp.ui.kit.order import go_on
from visitapp.ui.kit.page import Page
from visitapp.words import Text


class MovementPage(Page):
    """`changed` carries a Change, `go` the movement that the worker wants next, `leave` that they stop for now.

    `origin_wanted` carries the card of which one asks where it comes from.
    `map_wanted` carries the child whose body map is to be opened, and one of its marks or nothing.
    """

    changed = Signal(object)
    go = Signal(str)
    leave = Signal()
    origin_wanted = Signal(object)
    map_wanted = Signal(str, str)
    _parts: list[Callable[[], None]] | None = None
    movement: Movement = "prepare"

    def slices(self) -> Sequence[Callable[[], None]]:
        """What the page is made of, in small parts: each is made by itself, so that making a page holds nobody up."""
        return ()

    def build_some(self) -> bool:
        """Make the next part; False when there is none left."""
        if self._parts is None:
            self._parts = list(self.slices())
        if not self._parts:
            return False
        self._parts.pop(0)()
        return True

    def whole(self) -> bool:
        """Whether no part is left to make."""
        return self._parts == []

    def build(self) -> None:
        """Make all that is left to make."""
        while self.build_some():
            pass

    def focusNextPrevChild(self, forward: bool) -> bool:
        return go_on(self, forward=forward)

    def take_focus(self) -> None:
        super().take_focus()
        QTimer.singleShot(0, self, self.see_focus)  # once what was just shown has its place

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft says; text that is just being typed stays untouched."""

    def show_beside(self, beside: Mapping[str, Sequence[Text]], draft: Draft) -> None:
        """Show what is said beside the marks about which nothing is asked, on the pages that list them."""

    def show_cards(self, cards: Sequence[Card], draft: Draft) -> None:
        """Show the questions that are due, on the pages that hold them."""
