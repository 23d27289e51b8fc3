"""The people of the organisation and the numbers to ring: inviting, and signing a new card. No Qt."""

from collections.abc import Callable
from datetime import date
from typing import Protocol

from msgspec import Struct

from visitapp.actions import enrol, numbers
from visitapp.actions.people import People, people
from visitapp.actions.session import Session
from visitapp.domain.organisation import Number, PhoneCard
from visitapp.errors import VisitAppError
from visitapp.ui.run import Run, why
from visitapp.words import Say, Text, text

Wrong = tuple[tuple[str, Text], ...]


class PeopleView(Protocol):
    """The page of the people."""

    def show_people(self, found: People) -> None:
        """Who is here, and the invites under way."""

    def show_wrong(self, wrong: Wrong) -> None:
        """What has to be filled in first; nothing clears it."""

    def show_busy(self, busy: bool) -> None:
        """While the invite is being made."""

    def show_invited(self, name: str, code: str) -> None:
        """The code to pass on."""

    def show_failure(self, words: str) -> None:
        """Why it could not be done."""


class PeoplePresenter:
    """Who is here; a lead invites."""

    def __init__(self, say: Say, run: Run, session: Session, view: PeopleView) -> None:
        self._say, self._run, self._session, self._view = say, run, session, view
        self._busy = False

    def load(self) -> None:
        """Show who is here now."""
        self._run(lambda: people(self._session), self._view.show_people, self._failed, owner=self._view)

    def invite(self, name: str, job: str) -> None:
        """Make an invite. Pressed twice, it makes one."""
        if self._busy:
            return
        name, job = name.strip(), job.strip()
        self._view.show_wrong(() if name else (("name", text("people.no_name")),))
        if not name:
            return
        self._set_busy(True)

        def done(code: str) -> None:
            self._set_busy(False)
            self._view.show_invited(name, code)
            self.load()

        self._run(lambda: enrol.invite(self._session, name, "worker", job), done, self._failed, owner=self._view)

    def _failed(self, error: VisitAppError) -> None:
        self._set_busy(False)
        self._view.show_failure(self._say(why(error)))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)


class CardForm(Struct, frozen=True):
    """The card as typed: (whom one gets, the number) in order, and the day on which they were checked."""

    lines: tuple[tuple[str, str], ...]
    checked_on: date | None


def wrong(form: CardForm, today: date) -> Wrong:
    """What has to be put right, by field: what.<place>, number.<place>, checked_on."""
    found: list[tuple[str, Text]] = []
    for place, (what, number) in enumerate(form.lines):
        if number.strip() and not what.strip():
            found.append((f"what.{place}", text("people.no_what")))
        if what.strip() and not number.strip():
            found.append((f"number.{place}", text("people.no_number")))
    if not any(number.strip() for _, number in form.lines):
        found = [("number.0", text("numbers.empty_card"))]
    if form.checked_on is None:
        found.append(("checked_on", text("people.no_day")))
    elif form.checked_on > today:
        found.append(("checked_on", text("people.day_ahead")))
    return tuple(found)


class NumbersView(Protocol):
    """The page of the numbers."""

    def show_card(self, card: PhoneCard | None) -> None:
        """The card that is signed now."""

    def show_wrong(self, wrong: Wrong) -> None:
        """What has to be put right; nothing clears it."""

    def show_busy(self, busy: bool) -> None:
        """While it is being signed."""

    def show_signed(self) -> None:
        """It stands."""

    def show_failure(self, words: str) -> None:
        """Why it could not be done."""


class NumbersPresenter:
    """The card for everyone. Leads sign it."""

    def __init__(self, say: Say, run: Run, session: Session, view: NumbersView) -> None:
        self._say, self._run, self._session, self._view = say, run, session, view
        self._busy = False

    def load(self, then: Callable[[], None]) -> None:
        """Show the card; `then` puts back what was typed and not signed."""

        def came(card: PhoneCard | None) -> None:
            self._view.show_card(card)
            then()

        self._run(lambda: numbers.signed_card(self._session), came, self._failed, owner=self._view)

    def sign(self, form: CardForm) -> None:
        """Sign the card, when nothing is left to put right. Pressed twice, it signs once."""
        if self._busy:
            return
        found = wrong(form, self._session.today())
        self._view.show_wrong(found)
        if found or form.checked_on is None:
            return
        kept = tuple(Number(what=what.strip(), number=number.strip()) for what, number in form.lines if number.strip())
        card = PhoneCard(id=self._session.new_id(), numbers=kept, checked_on=form.checked_on)
        self._set_busy(True)
        self._run(lambda: numbers.set_card(self._session, card), self._done, self._failed, owner=self._view)

    def _done(self, _none: None) -> None:
        self._set_busy(False)
        self._view.show_signed()

    def _failed(self, error: VisitAppError) -> None:
        self._set_busy(False)
        self._view.show_failure(self._say(why(error)))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)
