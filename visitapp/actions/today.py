"""Today: what is unfinished, what the lead asked, whom to see by when, what still has to go into the case system."""

from datetime import timedelta

from msgspec import Struct

from visitapp.actions.cases import CaseLine, cases, line, title_of, whole_cases
from visitapp.actions.copying import CopyLine, not_yet_copied, own_visits
from visitapp.actions.first_sync import FirstSync, how_far
from visitapp.actions.joint import ToSign, to_sign, to_sign_in
from visitapp.actions.session import Session
from visitapp.actions.visits import DraftLine, unfinished
from visitapp.domain.judgement import QuestionBack
from visitapp.domain.standing import ChildStanding, children_standing, open_questions_back

AHEAD = timedelta(days=14)


class Asked(Struct, frozen=True):
    """A question put back to this person."""

    stream: str
    title: str
    question: QuestionBack


class ToSee(Struct, frozen=True):
    """A child to be seen by a day."""

    stream: str
    title: str
    standing: ChildStanding


class Today(Struct, frozen=True):
    """The page on which the day begins. `first_sync`: how far it is, while it is not through."""

    unfinished: tuple[DraftLine, ...]
    questions: tuple[Asked, ...]
    due: tuple[ToSee, ...]
    not_copied: tuple[CopyLine, ...]
    cases: tuple[CaseLine, ...]
    to_sign: tuple[ToSign, ...] = ()
    first_sync: FirstSync | None = None


class _OfCase(Struct, frozen=True):
    """What one case adds to the day."""

    questions: tuple[Asked, ...]
    due: tuple[ToSee, ...]


def today(session: Session) -> Today:
    """Everything for today, soonest first; children without a date stand in their case only.

    A family that is only half here is listed, and nothing is said of its dates.
    """
    found = []
    for stream in whole_cases(session):
        found.append(session.of_case(stream, _of_case))
        for more in (line, own_visits, to_sign_in):  # now, while the case is read; the lists below find it then
            session.of_case(stream, more)
    last = session.today() + AHEAD
    return Today(
        unfinished(session),
        tuple(one for case in found for one in case.questions),
        tuple(
            sorted((one for case in found for one in case.due), key=lambda one: (one.standing.by or last, one.title))
        ),
        not_yet_copied(session),
        cases(session),
        to_sign(session),
        how_far(session),
    )


def _of_case(session: Session, stream: str) -> _OfCase:
    case, until = session.case(stream), session.today() + AHEAD
    title = title_of(case)
    return _OfCase(
        tuple(Asked(stream, title, one) for one in open_questions_back(case, session.who.member)),
        tuple(
            ToSee(stream, title, one)
            for one in children_standing(case, session.today())
            if one.by is not None and one.by <= until
        ),
    )
