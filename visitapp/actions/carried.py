"""Questions that were left open so often that they go to the lead, and no more to the worker.

How often is a setting (`Thresholds.carries`). It is a fact about a question, and nothing is counted by worker.
"""

from collections import Counter

from visitapp.actions.session import Session
from visitapp.domain.case import Case
from visitapp.domain.judgement import Answer, Decision, QuestionBack, Reply
from visitapp.questions.due import Due
from visitapp.questions.engine import ask

_LEFT_OPEN = ("offered", "deferred")


def gone_to_lead(session: Session, case: Case) -> tuple[tuple[Due, str], ...]:
    """Each such question with the contact at which it was left open last, until somebody has taken it up there."""
    thresholds = session.thresholds()
    last, times = _left_open(case)
    if not any(count >= thresholds.carries for count in times.values()):
        return ()  # nothing can be due to a lead: the questions need not be asked
    said: list[QuestionBack | Reply | Decision] = [*case.of(QuestionBack), *case.of(Reply), *case.of(Decision)]
    taken_up = {one.contact for one in said}
    found = []
    for due in ask(case, session.today(), session.bank, thresholds):
        contact = last.get(due.question, "")
        if due.to_lead and contact not in taken_up:
            found.append((due, contact))
    return tuple(found)


def _left_open(case: Case) -> tuple[dict[str, str], Counter[str]]:
    """For each question the contact at which it was left open last, and at how many contacts it was."""
    contacts: dict[str, list[str]] = {}
    for answer in case.of(Answer):
        if answer.how in _LEFT_OPEN:
            contacts.setdefault(answer.question, []).append(answer.contact)
    last = {question: found[-1] for question, found in contacts.items()}
    return last, Counter({question: len(set(found)) for question, found in contacts.items()})
