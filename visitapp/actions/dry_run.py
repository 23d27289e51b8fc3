"""How often a question would have come up: each case here gone through again, knowing only what was known at the time.

The same code as `visitapp replay`, with the one question that is tried and no cards or patterns. It goes on in slices,
so that whatever else the laptop has to do comes between; nothing is written.
"""

import time
from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from visitapp.actions.cases import title_of, whole_cases
from visitapp.actions.session import Session
from visitapp.domain.checklist import OwnQuestion
from visitapp.questions.bank import Bank, compile_file
from visitapp.questions.bankfile import FORMAT, BankFile
from visitapp.questions.changed import as_question
from visitapp.questions.engine import ask
from visitapp.questions.replay import points

DAYS = 90
SLICE_SECONDS = 0.035
"""A slice holds as many contacts as go into this, and at least one: with a contact of a very long case, which takes
about 11 ms and at times twice that, it stays a job of 50 ms for the vault's thread."""


class CameUp(Struct, frozen=True):
    """One time: the family, the children, and the day and contact with which it would have come up."""

    stream: str
    title: str
    children: tuple[str, ...]
    on: date
    contact: str


class Progress(Struct, frozen=True):
    """`done` of `cases` were gone through. `found`: all times so far, as they came. `over`: that is all."""

    done: int
    cases: int
    found: tuple[CameUp, ...]
    over: bool


class DryRun:
    """One question tried on the cases of this laptop. Belongs to the vault's thread, like the session."""

    def __init__(self, session: Session, own: OwnQuestion) -> None:
        """Raises Flaw where the question cannot stand in a list."""
        self._session = session
        self._bank: Bank = compile_file(BankFile(FORMAT, "", (as_question(own),)))
        self._thresholds = session.thresholds()
        self._since = session.today() - timedelta(days=DAYS)
        self._cases = whole_cases(session)
        self._done = 0
        self._found: list[CameUp] = []
        self._steps = self._all()

    def go_on(self, seconds: float = SLICE_SECONDS) -> Progress:
        """Work for about so long; how far that came. Raises Locked after a lock, which ends it."""
        begun = before = time.monotonic()
        for _ in self._steps:
            now = time.monotonic()
            # Not where the next step, if it takes as long as this one, would end late.
            if now - begun + (now - before) > seconds:
                break
            before = now
        return Progress(self._done, len(self._cases), tuple(self._found), self._done == len(self._cases))

    def _all(self) -> Iterator[None]:
        for stream in self._cases:
            yield from self._of(stream)
            self._done += 1

    def _of(self, stream: str) -> Iterator[None]:
        self._session.kept(stream)  # reading a very long case and putting it in order are a slice each
        yield
        case = self._session.case(stream)
        yield
        for _, contact, known in points(case, self._thresholds, self._since):
            dues = ask(case, known.today, self._bank, self._thresholds, contact.id, known=known)
            new = [due for due in dues if not due.carried and not due.from_lead]
            if new:
                children = dict.fromkeys(case.name(child) for due in new for child in due.children)
                self._found.append(CameUp(stream, title_of(case), tuple(children), known.today, contact.id))
            yield
