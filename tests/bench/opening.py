"""The rows of a long case: opening it, and its questions."""

import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import floors
from tests.bench.longcase import sign_long_case
from tests.bench.rows import Row, alternate
from tests.office.made import office
from visitapp.actions.cases import open_case
from visitapp.actions.session import Session
from visitapp.app.heap import leave_out_what_is_loaded
from visitapp.domain.items import AnyItem
from visitapp.questions import choosing
from visitapp.questions.engine import ask, known_now
from visitapp.questions.patterns.found import patterns_of
from visitapp.store import items

_ROWS = "SELECT content, told, position, known_on, date, time FROM item"


def rows(folder: Path, contacts: int) -> Iterator[Row]:
    """Measure; `folder` is empty."""
    with office(folder / "office") as made:
        session = made.worker
        leave_out_what_is_loaded()  # as the desktop does once its window stands
        stream = sign_long_case(session, contacts)
        first, last = items.span(session.db, stream)
        query = f"{_ROWS} WHERE n BETWEEN {first} AND {last}"  # two numbers
        yield alternate(
            f"open a case of {contacts:,} contacts",
            lambda: _open(session, stream, contacts),
            lambda: floors.rows_to_structs(session.db, AnyItem, query),
            budget=3,
            people=0.2,
        )
        yield alternate("its questions on cards, and its patterns", lambda: _ask(session, stream), people=0.05)


def _open(session: Session, stream: str, contacts: int) -> float:
    session.forget()
    begun = time.perf_counter()
    opened = open_case(session, stream)
    taken = time.perf_counter() - begun
    if len(opened.case.contacts) != contacts or len(opened.signed) != contacts + 1:
        raise AssertionError("the case was not opened whole")
    return taken


def _ask(session: Session, stream: str) -> float:
    case, thresholds = session.case(stream), session.thresholds()
    begun = time.perf_counter()
    known = known_now(case, session.today(), thresholds)
    dues = ask(case, session.today(), session.bank, thresholds, who=session.who.member, known=known)
    cards = choosing.cards(dues, session.bank, thresholds, (), choosing.history(case))
    found = patterns_of(known)
    taken = time.perf_counter() - begun
    if not cards or not found:
        raise AssertionError("a case like this has questions and patterns")
    return taken
