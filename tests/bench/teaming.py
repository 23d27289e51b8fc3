"""The rows of the team picture: all families of a lead's laptop, read for the first time, and after one new record."""

import time
from collections.abc import Iterator
from pathlib import Path

from msgspec.structs import replace

from tests.bench.longcase import sign_long_case
from tests.bench.rows import Row, alternate
from tests.office.made import office
from visitapp.actions.session import Session
from visitapp.actions.short import sign_quick_note
from visitapp.actions.team import team
from visitapp.actions.visits import begin
from visitapp.app.heap import leave_out_what_is_loaded
from visitapp.domain.contact import Paragraph

CONTACTS = 20


def rows(folder: Path, families: int) -> Iterator[Row]:
    """Measure; `folder` is empty."""
    with office(folder / "office") as made:
        session = made.lead
        leave_out_what_is_loaded()  # as the desktop does once its window stands
        streams = [sign_long_case(session, CONTACTS) for _ in range(families)]
        many = f"team picture of {families:,} families, {CONTACTS} contacts each"

        def first() -> float:
            session.forget()
            return _taken(session, families)

        def again() -> float:
            draft = replace(begin(session, streams[0], "quick_note"), note=(Paragraph("Rang; all well."),))
            sign_quick_note(session, draft)
            return _taken(session, families)

        yield alternate(many, first, people=2.0)
        yield alternate(f"{many}, one new record since", again, people=0.2)


def _taken(session: Session, families: int) -> float:
    begun = time.perf_counter()
    found = team(session)
    taken = time.perf_counter() - begun
    if len(found) != families or not all(row.facts.seen for row in found):
        raise AssertionError("not every family has its facts")
    return taken
