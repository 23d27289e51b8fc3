"""Counts what is read of a vault, by the statements that reach the database."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from visitapp.actions.session import Session
from visitapp.store import items

_READ = re.compile(r"FROM item WHERE n BETWEEN (\d+) AND \d+")


@contextmanager
def cases_read(session: Session) -> Iterator[list[int]]:
    """The first row number of each stream whose items were read whole, as often as they were."""
    read: list[int] = []

    def heard(statement: str) -> None:
        read.extend(int(found) for found in _READ.findall(statement))

    session.db.set_trace_callback(heard)
    try:
        yield read
    finally:
        session.db.set_trace_callback(None)


def first_row(session: Session, stream: str) -> int:
    """What `cases_read` tells of a stream."""
    return items.span(session.db, stream)[0]
