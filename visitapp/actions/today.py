"""Today: what is unfinished, what the lead asked, whom to see by when, what still has to go into the case system."""

from datetime import timedelta

from msgspec import Struct

from visitapp.actions.cases import CaseLine, cases, title_of
from visitapp.actions.copying import CopyLine, not_yet_copied
from visitapp.actions.joint import ToSign, to_sign
from visitapp.actions.session import Session
from visitapp.actions.visits import DraftLine, unfinished
from visitapp.domain.judgement import QuestionBack
from visitapp.domain.standing import ChildStanding, children_standing, open_questions_back
from visitapp.store import streams

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
    """The page on which the day begins."""

    unfinished: tuple[DraftLine, ...]
    questions: tuple[Asked, ...]
    due: tuple[ToSee, ...]
    not_copied: tuple[CopyLine, ...]
    cases: tuple[CaseLine, ...]
    to_sign: tuple[ToSign, ...] = ()


def today(session: Session) -> Today:
    """Everything for today, soonest first; children without a date stand in their case only."""
    questions: list[Asked] = []
    due: list[ToSee] = []
    until = session.today() + AHEAD
    for stream in streams.cases(session.db):
        case = session.case(stream)
        title = title_of(case)
        questions += [Asked(stream, title, one) for one in open_questions_back(case, session.who.member)]
        due += [
            ToSee(stream, title, one)
            for one in children_standing(case, session.today())
            if one.by is not None and one.by <= until
        ]
    return Today(
        unfinished(session),
        tuple(questions),
        tuple(sorted(due, key=lambda one: (one.standing.by or until, one.title))),
        not_yet_copied(session),
        cases(session),
        to_sign(session),
    )
