"""The team picture in words, in the order that the lead chose. Pure: no Qt, no clock.

An order is by one column of facts, or by the family's name; where a fact is the same, by name. None is by worker.
"""

from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct

from visitapp.actions.team import TeamRow
from visitapp.domain.organisation import Thresholds
from visitapp.questions.picture import OfChild, Picture
from visitapp.ui.visit.family import first_name
from visitapp.words import Say, said_date

_Key = Callable[[Picture], tuple[int, int]]


class Told(Struct, frozen=True):
    """A family's row: its stream and a cell for each of COLUMNS."""

    stream: str
    cells: tuple[str, ...]


def _longest_ago(of: Callable[[Picture], Sequence[OfChild]]) -> _Key:
    """The child longest ago decides; a child of whom no record says it comes before all days."""

    def key(facts: Picture) -> tuple[int, int]:
        days = [one.day.toordinal() if one.day is not None else 0 for one in of(facts)]
        return (0, min(days)) if days else (1, 0)

    return key


def _most(of: Callable[[Picture], int]) -> _Key:
    return lambda facts: (0, -of(facts))


def _oldest(of: Callable[[Picture], date | None]) -> _Key:
    def key(facts: Picture) -> tuple[int, int]:
        day = of(facts)
        return (0, day.toordinal()) if day is not None else (1, 0)

    return key


_BY: dict[str, _Key] = {
    "seen": _longest_ago(lambda facts: facts.seen),
    "alone": _longest_ago(lambda facts: facts.alone),
    "due": _longest_ago(lambda facts: facts.due),
    "marks": _most(lambda facts: facts.marks),
    "differ": _most(lambda facts: facts.differ),
    "worried": _most(lambda facts: facts.worried),
    "view": _oldest(lambda facts: facts.view_since),
    "not_met": _most(lambda facts: facts.not_met),
    "replies": _most(lambda facts: facts.replies),
}
COLUMNS = ("family", *_BY)
"""The columns by name; an order has the name of its column."""


def headings(say: Say) -> tuple[str, ...]:
    """What the columns are called."""
    return tuple(say(f"team.column.{name}") for name in COLUMNS)


def orders(say: Say) -> tuple[tuple[str, str], ...]:
    """The orders to choose from: code and words."""
    return tuple((name, say(f"team.order.{name}")) for name in COLUMNS)


def meanings(say: Say, limits: Thresholds) -> tuple[tuple[str, str], ...]:
    """What stands in each column, as pairs of its name and words; how far back is the organisation's setting."""
    days = {"marks": limits.mark_window_days, "worried": limits.worry_window_days}
    return tuple(
        (say(f"team.column.{name}"), say(f"team.means.{name}", **({"days": days[name]} if name in days else {})))
        for name in COLUMNS[1:]
    )


def told(say: Say, found: Sequence[TeamRow], order: str) -> tuple[Told, ...]:
    """The rows in words."""
    ordered = sorted(found, key=lambda row: row.title.casefold())
    if order in _BY:
        by = _BY[order]
        ordered.sort(key=lambda row: by(row.facts))
    return tuple(Told(row.stream, _cells(say, row)) for row in ordered)


def _cells(say: Say, row: TeamRow) -> tuple[str, ...]:
    facts = row.facts
    return (
        row.title,
        _days(say, facts.seen, say("team.no_record")),
        _days(say, facts.alone, say("team.no_record" if facts.alone or not facts.seen else "team.babies")),
        _days(say, facts.due, say("team.no_day")),
        str(facts.marks),
        str(facts.differ),
        str(facts.worried),
        said_date(facts.view_since) if facts.view_since else say("team.no_view"),
        str(facts.not_met),
        str(facts.replies),
    )


def _days(say: Say, found: Sequence[OfChild], none: str) -> str:
    """Each child's day, the one longest ago first; one day where it is the same for all; `none` where there is none."""
    days = {one.day for one in found}
    if days <= {None}:
        return none
    if len(days) == 1:
        return "".join(said_date(day) for day in days)
    alike = len({first_name(one.child) for one in found}) < len(found)
    ordered = sorted(found, key=lambda one: (one.day or date.min, one.child))
    return "\n".join(_child(say, one.child if alike else first_name(one.child), one.day, none) for one in ordered)


def _child(say: Say, name: str, day: date | None, none: str) -> str:
    # In a narrow cell day and month stay together: "Mia:", "5 November", "2026".
    return say("team.child", child=name, day=said_date(day).replace(" ", "\N{NO-BREAK SPACE}", 1) if day else none)
