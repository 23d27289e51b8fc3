"""The people of a case: whoever reads about them gets the case as it stands, with its name and today's day."""

from datetime import date

from msgspec import Struct

from visitapp.actions.cases import title_of
from visitapp.actions.session import Session
from visitapp.domain.case import Case
from visitapp.domain.item import KEEP_FROM


class PeopleOfCase(Struct, frozen=True):
    """A case and the day on which it is looked at. `kept_from`: people, and how many entries they must not be told."""

    title: str
    case: Case
    today: date
    kept_from: tuple[tuple[str, int], ...]


def people_of_case(session: Session, stream: str) -> PeopleOfCase:
    """The people, addresses and professionals of a case."""
    case = session.case(stream)
    return PeopleOfCase(title_of(case), case, session.today(), kept_from(case))


def kept_from(case: Case) -> tuple[tuple[str, int], ...]:
    """The people of whom entries say that they must not be told, and how many do."""
    found: dict[str, int] = {}
    for kept in case.kept:
        for code in kept.item.handling:
            if code.startswith(KEEP_FROM):
                person = code.removeprefix(KEEP_FROM)
                found[person] = found.get(person, 0) + 1
    return tuple(found.items())
