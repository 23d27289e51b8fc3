"""The inbox as rows: the child, what is asked, by when. Pure: no Qt, no clock."""

from datetime import date

from msgspec import Struct

from visitapp.actions.lead import Inbox, InboxLine
from visitapp.ui.kit.rowof import RowOf
from visitapp.words import Names, Say, said_date

Told = tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]]
PARTS = ("needs_you", "waiting", "came_in", "dates")
_ICONS = {"needs_you": "child", "waiting": "question", "came_in": "note", "dates": "calendar"}


class InboxRows(Struct, frozen=True):
    """The four parts. A row's key begins with stream/contact/; the contact is empty where it is about the case."""

    needs_you: tuple[RowOf, ...]
    waiting: tuple[RowOf, ...]
    came_in: tuple[RowOf, ...]
    dates: tuple[RowOf, ...]


def rows(say: Say, found: Inbox, on: date) -> InboxRows:
    """All four parts for a day."""
    return InboxRows(*(_part(say, part, getattr(found, part), on) for part in PARTS))


def _part(say: Say, part: str, lines: tuple[InboxLine, ...], on: date) -> tuple[RowOf, ...]:
    made, taken = [], dict[str, int]()
    for line in lines:
        row = _visit(say, line) if part == "came_in" else _asked(say, line, on)
        key = f"{line.stream}/{line.contact}/{line.what.id}"
        taken[key] = taken.get(key, 0) + 1
        made.append(RowOf(f"{key}/{taken[key]}", *row, _ICONS[part]))
    return tuple(made)


def _visit(say: Say, line: InboxLine) -> Told:
    """A visit in two lines: when, by whom, who was seen; what is new."""
    when = (said_date(line.on) if line.on else "", line.writer)
    seen = say("inbox.came", when=" · ".join(part for part in when if part), what=line.what)
    new = " ".join(say(one) for one in line.more)
    return line.title, (seen, new) if new else (seen,), ()


def _asked(say: Say, line: InboxLine, on: date) -> Told:
    if not line.children:
        return line.title, (say(line.what),), _by(say, line.by, on)
    heading = say("inbox.children", children=Names(line.children))
    return heading, (say(line.what), line.title), _by(say, line.by, on)


def _by(say: Say, by: date | None, on: date) -> tuple[tuple[str, str], ...]:
    if by is None or by > on:
        return ()
    return ((say("inbox.past"), "warn"),) if by < on else ((say("inbox.is_today"), "info"),)
