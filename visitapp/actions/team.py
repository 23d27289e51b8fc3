"""The team picture: a table of facts, a row a family, for a lead. No worker stands in it, and nothing adds facts up."""

from msgspec import Struct

from visitapp.actions.cases import title_of, whole_cases
from visitapp.actions.session import Session
from visitapp.errors import Refused
from visitapp.questions.picture import Picture, picture


class TeamRow(Struct, frozen=True):
    """One family."""

    stream: str
    title: str
    facts: Picture


def team(session: Session) -> tuple[TeamRow, ...]:
    """All families that are here whole, by title. Only those are worked out anew in which something is new.

    Raises Refused for anybody but a lead.
    """
    if session.who.role != "lead":
        raise Refused("team.leads_only")
    rows = [session.of_case(stream, _row) for stream in whole_cases(session)]
    return tuple(sorted(rows, key=lambda row: row.title.casefold()))


def _row(session: Session, stream: str) -> TeamRow:
    case = session.case(stream)
    return TeamRow(stream, title_of(case), picture(case, session.today(), session.thresholds()))
