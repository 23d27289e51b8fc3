"""What a lead's table says of one case: days and counts as facts, at a point of what is known.

Nothing is weighed, added up or compared: no figure here joins two of the others, and none is of a worker. What nobody
recorded is None, never nought.
"""

from datetime import date, timedelta

from msgspec import Struct

from visitapp.domain.case import Case
from visitapp.domain.organisation import Thresholds
from visitapp.domain.standing import ChildStanding, LastSeen, children_standing, open_questions_back
from visitapp.questions import marks, views
from visitapp.questions.contacts import latest_failed
from visitapp.questions.engine import known_now
from visitapp.questions.known import Known


class OfChild(Struct, frozen=True):
    """A day of one child, by its name; None: no record says it."""

    child: str
    day: date | None


class Picture(Struct, frozen=True, kw_only=True):
    """One case.

    `seen`: when each born child was last seen; `alone`: seen alone, of no baby. `due`: who is to be seen by a day.
    `marks`: found within the window of the settings. `differ`: marks of which different causes were named. `worried`:
    different people who brought worries within their window. `view_since`: since when the view recorded last is held.
    `not_met`: our latest visits in a row with no reply, declined or called off by the family. `replies`: questions put
    back to a writer that no answer ends yet.
    """

    seen: tuple[OfChild, ...]
    alone: tuple[OfChild, ...]
    due: tuple[OfChild, ...]
    marks: int
    differ: int
    worried: int
    view_since: date | None
    not_met: int
    replies: int


def picture(case: Case, today: date, thresholds: Thresholds) -> Picture:
    """The facts of a case on a day."""
    known = known_now(case, today, thresholds)
    standing = children_standing(case, today)
    born = [one for one in standing if not one.child.unborn]
    found = marks.find(known)
    held = views.find(known)
    return Picture(
        seen=tuple(_seen(one, one.seen) for one in born),
        alone=tuple(_seen(one, one.alone) for one in born if one.tells_alone()),
        due=tuple(OfChild(one.child.name, one.by) for one in standing if one.by is not None),
        marks=sum(one.recent(thresholds.mark_window_days) for one in found),
        differ=sum(bool(one.versions(after=-1)) for one in found),
        worried=_worried(known),
        view_since=held[0].day if held else None,
        not_met=_not_met(known),
        replies=len(open_questions_back(case)),
    )


def _seen(one: ChildStanding, seen: LastSeen | None) -> OfChild:
    return OfChild(one.child.name, seen.contact.last_day() if seen is not None else None)


def _worried(known: Known) -> int:
    start = known.today - timedelta(days=known.thresholds.worry_window_days)
    recent = [one for one in known.worries if known.day_of(one.item.contact, one.kept.date) >= start]
    return len({known.voice(one.item.by) for one in recent})


def _not_met(known: Known) -> int:
    last = latest_failed(known)
    return last.failed_in_a_row() if last is not None else 0
