"""Getting to see the family and to know who is there: visits that did not take place, adults whom we do not know."""

from collections.abc import Iterator
from datetime import date

from visitapp.domain.family import Person, Stay
from visitapp.questions import persons
from visitapp.questions.contacts import latest_failed
from visitapp.questions.known import Known
from visitapp.questions.patterns.pattern import Pattern, Rule, Sight, contacts_of, known_on_day, listed
from visitapp.words import text

FEWEST_IN_A_ROW = 2
LATE_DAYS = 7
"""Between two visits something always becomes known some days later: that alone stands out to nobody."""


def visits_in_a_row(sight: Sight) -> Iterator[Pattern]:
    """Our latest visits in a row, two at least, with no reply, declined or called off by the family: nobody was met
    since. A visit that we called off is none of them and ends nothing.
    """
    known = sight.known
    last = latest_failed(known)
    if last is None:
        return
    row, n = last.row_of_failed()[::-1], last.failed_in_a_row()
    if n < FEWEST_IN_A_ROW:
        return
    said = [text("pattern.visit_failed", date=one.day, outcome=text(f"code.outcome.{one.item.outcome}")) for one in row]
    why = text("pattern.visits_in_a_row", n=n, since=row[0].day, visits=listed(said, latest=True))
    because = contacts_of(known, [one.id for one in row])
    yield Pattern("visits_in_a_row", why, because, (), {"visits": n, "since": row[0].day})


def adult_not_met(sight: Sight) -> Iterator[Pattern]:
    """A grown-up who lives in the home, or is a parent or partner, whom no contact of ours records as met, though we
    visited since we knew of them.
    """
    known = sight.known
    met = {known.root(one) for meeting in known.by_day if meeting.item.present and meeting.by_us
           for one in meeting.item.present}  # fmt: skip
    for one in persons.find_persons(known):
        first = _first_known(known, one.id)
        counts = known.in_household(one.id, known.today) or one.parent_or_partner()
        if one.id in met or not counts or first is None:
            continue
        since = [visit for visit in known.visits_made if visit.day >= first]
        if since:
            why = text("pattern.adult_not_met", who=one.person.name, since=first, n=len(since))
            visits = [each.id for each in since]
            because = (one.person.id, *contacts_of(known, [*known_on_day(known, first), *visits]))
            yield Pattern("adult_not_met", why, because, (), {"visits": len(since), "since": first})


def _first_known(known: Known, person: str) -> date | None:
    """The day on which somebody became known to us."""
    days = [one.kept.known_on for one in known.said_of(Person) if known.root(one.item.id) == person]
    return min((day for day in days if day is not None), default=None)


def adult_unlisted(sight: Sight) -> Iterator[Pattern]:
    """A grown-up who was present at visits of ours and is not on the household list, with how often."""
    known = sight.known
    for one in persons.find_persons(known):
        if one.met_unlisted() is None:
            continue
        visits = [each for each in known.visits_with.get(one.id, ()) if not known.in_household(one.id, each.day)]
        why = text("pattern.adult_unlisted", who=one.person.name, n=len(visits), since=visits[0].day)
        because = contacts_of(known, [each.id for each in visits])
        yield Pattern("adult_unlisted", why, because, (), {"visits": len(visits), "since": visits[0].day})


def adult_signs(sight: Sight) -> Iterator[Pattern]:
    """Signs of another adult were seen, and nobody was put on the household list on that day or since."""
    known = sight.known
    signs = [one for one in known.by_day if one.item.unknown_adult_signs == "yes"]
    if not signs:
        return
    last = signs[-1].kept.known_on
    if any(day is not None and last is not None and day >= last for day in known.household_days):
        return
    said = listed([text("pattern.day", date=one.day) for one in signs], latest=True)
    why = text("pattern.adult_signs", n=len(signs), dates=said)
    yield Pattern("adult_signs", why, contacts_of(known, [one.id for one in signs]), (), {"times": len(signs)})


def learned_late(sight: Sight) -> Iterator[Pattern]:
    """Somebody moved in after our first contact, and we came to know of it more than a week later.

    Counted from the latest day that the record allows for the arrival.
    """
    known = sight.known
    first = next((one.day for one in known.by_day if one.begun), None)
    for one in known.of(Stay):
        since, learned = one.item.since, one.kept.known_on
        person = known.people.get(known.root(one.item.person))
        if first is None or since is None or learned is None or person is None or since.first() <= first:
            continue
        days = (learned - since.last()).days
        if days > LATE_DAYS:
            why = text("pattern.learned_late", who=person.name, since=since, learned=learned, n=days)
            because = (person.id, *known_on_day(known, learned))
            yield Pattern("learned_late", why, because, (), {"days": days, "learned": learned})


RULES: tuple[Rule, ...] = (
    Rule("visits_in_a_row", "our latest visits, two or more in a row, had no reply, were declined or were called off "
         "by the family", visits_in_a_row),
    Rule("adult_not_met", "a grown-up of the home, a parent or a partner, whom we have not met at any visit since we "
         "knew of them", adult_not_met),
    Rule("adult_unlisted", "a grown-up was present at visits of ours and is not on the household list", adult_unlisted),
    Rule("adult_signs", "signs of another adult were seen, and nobody was put on the household list since",
         adult_signs),
    Rule("learned_late", f"somebody moved in after our first contact, and we came to know of it more than {LATE_DAYS} "
         "days later", learned_late),
)  # fmt: skip
