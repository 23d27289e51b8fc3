"""An addendum: what is corrected, how, why and whose correction it is. No Qt."""

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from visitapp.actions import addenda
from visitapp.actions.in_full import Retold, VisitInFull, visit_in_full
from visitapp.actions.session import Session
from visitapp.domain.items import AnyItem
from visitapp.errors import VisitAppError
from visitapp.ui.case.addendum.correctable import (
    Correctable,
    can_be_corrected,
    can_be_withdrawn,
    corrected,
    fields,
    wrong,
)
from visitapp.ui.run import Run, why
from visitapp.words import Say, Text, text

_MOST = 150


class ToCorrect(Struct, frozen=True):
    """Something that may be corrected: its id, the part of the visit, its first words."""

    item: str
    part: str
    words: str


class Chosen(Struct, frozen=True):
    """What was chosen: all its words as signed, its fields, and whether it may be withdrawn."""

    item: str
    words: str
    fields: tuple[Correctable, ...]
    may_withdraw: bool


class Typed(Struct, frozen=True, kw_only=True):
    """The form. `values` by field."""

    withdraw: bool = False
    whose: str = "worker"
    reason: str = ""
    values: dict[str, str] = {}


class AddendumView(Protocol):
    """The page."""

    def show_items(self, title: str, items: tuple[ToCorrect, ...]) -> None:
        """What may be corrected."""

    def show_chosen(self, chosen: Chosen | None) -> None:
        """The form for what was chosen; None: back to the list."""

    def show_wrong(self, wrong: tuple[tuple[str, Text], ...]) -> None:
        """What has to be put right, by field; nothing clears it."""

    def show_busy(self, busy: bool) -> None:
        """While it is being signed."""

    def show_failure(self, words: str) -> None:
        """Why it could not be done."""

    def show_signed(self) -> None:
        """It stands."""


class AddendumPresenter:
    """Holds the visit's items and which of them was chosen."""

    def __init__(
        self,
        say: Say,
        run: Run,
        session: Session,
        stream: str,
        contact: str,
        view: AddendumView,
    ) -> None:
        self._say, self._run, self._session, self._view = say, run, session, view
        self._stream, self._contact = stream, contact
        self._items: dict[str, AnyItem] = {}
        self._told: dict[str, Retold] = {}
        self._chosen = ""
        self._busy = False

    def load(self, then: Callable[[], None]) -> None:
        """Read the visit; `then` puts back what was kept of the form."""

        def came(found: VisitInFull) -> None:
            self._came(found)
            then()

        self._run(
            lambda: visit_in_full(self._session, self._stream, self._contact),
            came,
            self._failed,
            owner=self._view,
        )

    def choose(self, item: str) -> None:
        """Correct this one; "" goes back to the list."""
        self._chosen = item if item in self._items else ""
        if not self._chosen:
            self._view.show_chosen(None)
            return
        one = self._items[item]
        words = "\n".join(piece.words for piece in self._told[item].pieces)
        self._view.show_chosen(Chosen(item, words, fields(one), can_be_withdrawn(one)))

    def sign(self, typed: Typed) -> None:
        """Sign it, when nothing is left to put right. Pressed twice, it signs once."""
        if self._busy or not self._chosen:
            return
        item = self._items[self._chosen]
        found = self._wrong(item, typed)
        self._view.show_wrong(found)
        if found:
            return
        self._set_busy(True)
        self._run(lambda: self._work(item, typed), self._done, self._failed, owner=self._view)

    def _wrong(self, item: AnyItem, typed: Typed) -> tuple[tuple[str, Text], ...]:
        found: list[tuple[str, Text]] = []
        if not typed.withdraw:
            unread = wrong(item, typed.values)
            found += unread.items()
            if not unread and corrected(item, typed.values, "") is None:
                found.append((next(iter(typed.values), "reason"), text("addendum.no_change")))
        if not typed.reason.strip():
            found.append(("reason", text("addenda.no_reason")))
        return tuple(found)

    def _work(self, item: AnyItem, typed: Typed) -> None:
        session = self._session
        instead = None if typed.withdraw else corrected(item, typed.values, session.new_id())
        addenda.add(session, self._stream, self._contact, item.id, instead, typed.reason, typed.whose)

    def _came(self, found: VisitInFull) -> None:
        case = found.read.case
        self._told = {
            one.item: one
            for one in found.told
            if not one.withdrawn and can_be_corrected(case.kept_by_id[one.item].item)
        }
        self._items = {item: case.kept_by_id[item].item for item in self._told}
        kind = self._say(f"code.contact_kind.{found.read.contact.kind}")
        title = self._say("visit_read.title", kind=kind, day=found.read.contact.date)
        self._view.show_failure("")
        self._view.show_items(
            f"{found.read.title} · {title}",
            tuple(ToCorrect(one.item, one.part, _short(one)) for one in self._told.values()),
        )

    def _done(self, _none: None) -> None:
        self._set_busy(False)
        self._view.show_signed()

    def _failed(self, error: VisitAppError) -> None:
        self._set_busy(False)
        self._view.show_failure(self._say(why(error)))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)


def _short(told: Retold) -> str:
    words = " ".join(piece.words for piece in told.pieces)
    return words if len(words) <= _MOST else words[: _MOST - 1].rsplit(" ", 1)[0] + " …"
