"""What stands out over a whole case, for the person who reads it."""

from msgspec import Struct

from visitapp.actions.cases import title_of
from visitapp.actions.overview import held_back_views
from visitapp.actions.session import Session
from visitapp.domain.case import Case
from visitapp.questions.patterns.found import patterns
from visitapp.questions.patterns.pattern import Pattern


class StandsOut(Struct, frozen=True):
    """Everything that stands out in a case today."""

    title: str
    case: Case
    patterns: tuple[Pattern, ...]


def stands_out(session: Session, stream: str) -> StandsOut:
    """The patterns of a case. Views of colleagues that wait for one's own count only then."""
    case = session.case(stream)
    hidden = held_back_views(session, stream)
    if hidden:
        case = Case(one for one in session.kept(stream) if one.item.id not in hidden)
    return StandsOut(title_of(case), case, patterns(case, session.today(), session.thresholds()))
