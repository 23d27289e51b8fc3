"""Children that were not seen alone, and children whom nobody outside the home has seen."""

from collections.abc import Iterator

from visitapp.questions.children import ChildSubject
from visitapp.questions.known import Known
from visitapp.questions.meetings import Meeting
from visitapp.questions.patterns.pattern import Figures, Pattern, Rule, Sight, contacts_of
from visitapp.words import text

FEWEST_NOT_ALONE = 2


def not_alone(sight: Sight) -> Iterator[Pattern]:
    """Our contacts at which a child was seen, since it was last recorded as seen alone by anybody; two at least.

    Not of a child known to be under the age from which the settings ask for time alone. Not recorded is not "no": the
    sentence says what no record says.
    """
    known = sight.known
    for child in sight.children:
        if child.old_enough_alone() is False:
            continue
        seen = known.seen.get(child.id, [])
        alone = [one for one in seen if child.row(one).alone == "yes"]
        last = alone[-1] if alone else None
        since = [one for one in seen if one.by_us and (last is None or _order(one) > _order(last))]
        if len(since) >= FEWEST_NOT_ALONE:
            yield _not_alone(known, child, last, since)


def _order(meeting: Meeting) -> tuple[object, ...]:
    return (meeting.day, meeting.time, meeting.at)


def _not_alone(known: Known, child: ChildSubject, last: Meeting | None, since: list[Meeting]) -> Pattern:
    first = last or since[0]
    days = max(0, (known.today - first.day).days)
    why = text(
        "pattern.not_alone" if last else "pattern.never_alone",
        child=known.called(child.id),
        date=first.day,
        days=text("pattern.days", n=days),
        n=len(since),
    )
    because = contacts_of(known, [one.id for one in ([last] if last else []) + since])
    figures: Figures = {"days": days, "contacts": len(since), "since": first.day}
    return Pattern("not_alone", why, because, (child.id,), figures)


def not_seen_outside(sight: Sight) -> Iterator[Pattern]:
    """Days since anybody outside the home is recorded to have seen a child, past the working days that the settings
    allow (fewer on a child protection plan). Not while it goes to school or nursery and it is term time.
    """
    known = sight.known
    for child in sight.children:
        since, working = child.unseen_since(), child.working_days_unseen()
        if since is None or working is None or working <= child.working_days_allowed() or child.at_school_now():
            continue
        day, contact = since
        days = (known.today - day).days
        never = child.last_seen_outside is None
        why = text(
            "pattern.never_seen_outside" if never else "pattern.not_seen_outside",
            child=known.called(child.id),
            date=day,
            days=text("pattern.days", n=days),
            working=text("pattern.working_days", n=working),
        )
        figures: Figures = {"days": days, "working_days": working, "since": day}
        yield Pattern("not_seen_outside", why, contacts_of(known, [contact]), (child.id,), figures)


RULES: tuple[Rule, ...] = (
    Rule("not_alone", "a child of the age for it was seen by us twice or more since it was last recorded as seen "
         "alone, or it never was", not_alone),
    Rule("not_seen_outside", "more working days than the settings allow since anybody outside the home is recorded to "
         "have seen a child; not in term time where it goes to school or nursery", not_seen_outside),
)  # fmt: skip
