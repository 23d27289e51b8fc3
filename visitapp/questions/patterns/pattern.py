"""What a pattern is, and how several things are said in one sentence."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property

from msgspec import Struct

from visitapp.questions import children
from visitapp.questions.children import ChildSubject
from visitapp.questions.known import Known
from visitapp.words import Text, text

MOST_SAID = 6

Figures = dict[str, int | date]


class Pattern(Struct, frozen=True):
    """Something that stands out. `because`: the contacts it rests on, in the order in which they became known, and
    other records (people, questions put back) where no contact says it. `figures`: the numbers and days in the
    sentence, by name. It never weighs what it tells of.
    """

    id: str
    why: Text
    because: tuple[str, ...]
    children: tuple[str, ...] = ()
    figures: Mapping[str, int | date] = {}


class Sight:
    """What is known at a point, with the children looked at once for all patterns."""

    def __init__(self, known: Known) -> None:
        self.known = known

    @cached_property
    def children(self) -> list[ChildSubject]:
        """The children that are born."""
        return children.find(self.known)


class Rule(Struct, frozen=True):
    """A pattern by its id: when it comes (`meaning`, for the vocabulary page), and the function that finds it."""

    id: str
    meaning: str
    find: Callable[[Sight], Iterable[Pattern]]


def contacts_of(known: Known, contacts: Iterable[str]) -> tuple[str, ...]:
    """Each contact once, under the id that it has now, in the order in which they became known."""
    found = {known.root(one) for one in contacts if one}
    met = [meeting for one in found if (meeting := known.meetings.get(one)) is not None]
    return tuple(one.item.id for one in sorted(met, key=lambda one: one.at))


def known_on_day(known: Known, day: date | None) -> tuple[str, ...]:
    """The last contact that became known on a day: with it came what became known then without a contact of its own."""
    came = [one.item.id for one in known.meetings.values() if one.kept.known_on == day and day is not None]
    return tuple(came[-1:])


def listed(parts: Sequence[Text], *, latest: bool = False) -> Text:
    """One thing after the other; of many only so many, and how many more there are. Never empty.

    `latest`: of many the last ones are said, and how many came earlier.
    """
    said = parts[-MOST_SAID:] if latest else parts[:MOST_SAID]
    together = said[0]
    for one in said[1:]:
        together = text("pattern.then", first=together, last=one)
    more = len(parts) - len(said)
    return text("pattern.earlier" if latest else "pattern.more", first=together, n=more) if more else together
