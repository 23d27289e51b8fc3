"""A lead reads a visit and replies to it. Each reply is signed when its button is pressed. No Qt."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from msgspec import Struct

from visitapp.actions import lead
from visitapp.actions.in_full import visit_in_full
from visitapp.actions.session import Session
from visitapp.errors import VisitAppError
from visitapp.ui.case.visit.words import VisitWords, words
from visitapp.ui.inbox.replies import Typed, wrong
from visitapp.ui.run import Run, why
from visitapp.words import Say, Text


class ReadByLead(Struct, frozen=True, kw_only=True):
    """The visit for the page. `children`: (id, name) of the case. `own`: the lead wrote it."""

    words: VisitWords
    children: tuple[tuple[str, str], ...]
    own: bool


class LeadVisitView(Protocol):
    """The page."""

    def show_read(self, found: ReadByLead) -> None:
        """The visit and what may be said to it."""

    def show_wrong(self, what: str, found: tuple[tuple[str, Text], ...]) -> None:
        """What has to be filled in first, by field; nothing clears it."""

    def show_busy(self, busy: bool) -> None:
        """While something is being signed."""

    def show_done(self, what: str) -> None:
        """It is signed; `what` is read or what the form was."""

    def show_failure(self, words: str) -> None:
        """Why it could not be done."""


class LeadVisitPresenter:
    """One visit before one lead."""

    def __init__(self, say: Say, run: Run, session: Session, stream: str, contact: str, view: LeadVisitView) -> None:
        self._say, self._run, self._session, self._view = say, run, session, view
        self._at = (stream, contact)
        self._busy = False

    def load(self) -> None:
        """Read the visit and show it."""
        self._run(self._visit, self._view.show_read, self._failed, owner=self._view)

    def _visit(self) -> ReadByLead:
        found = visit_in_full(self._session, *self._at)
        return ReadByLead(
            words=words(self._say, found),
            children=tuple((child.id, child.name) for child in found.read.case.children),
            own=found.read.contact.by == found.member,
        )

    def mark_read(self) -> None:
        """Say that it was read through."""
        self._sign("read", lambda: lead.mark_read(self._session, *self._at))

    def send(self, typed: Typed) -> None:
        """Sign a question, a reply or a decision, when nothing is missing. Pressed twice, it signs once."""
        if self._busy:
            return
        found = wrong(typed)
        self._view.show_wrong(typed.what, found)
        if not found:
            self._sign(typed.what, partial(self._work, typed))

    def _work(self, typed: Typed) -> None:
        session = self._session
        if typed.what == "question":
            lead.question_back(session, *self._at, typed.of("question"), typed.children)
        elif typed.what == "decision":
            lead.decide(session, *self._at, typed.of("decision"), typed.of("reasons"), typed.of("dissent"))
        else:
            said = " ".join(typed.of(field) for field in ("good_catch", "talk", "take_on", "differently"))
            lead.reply(session, *self._at, typed.what, said.strip(), typed.of("when"))

    def _sign(self, what: str, work: Callable[[], None]) -> None:
        if self._busy:
            return
        self._set_busy(True)

        def done(_none: None) -> None:
            self._set_busy(False)
            self._view.show_done(what)
            self.load()

        self._run(work, done, self._failed, owner=self._view)

    def _failed(self, error: VisitAppError) -> None:
        self._set_busy(False)
        self._view.show_failure(self._say(why(error)))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self._view.show_busy(busy)
