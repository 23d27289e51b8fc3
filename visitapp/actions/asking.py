"""The extra question for a draft: chosen at Prepare and kept, asked again while writing."""

from msgspec.structs import replace

from visitapp.actions.session import Session
from visitapp.domain.case import Case
from visitapp.domain.draft import Draft
from visitapp.domain.organisation import Thresholds
from visitapp.questions import choosing
from visitapp.questions.beside import beside_marks
from visitapp.questions.choosing import Card, Offer
from visitapp.questions.engine import ask, known_now
from visitapp.questions.rules import RuleBook, rule_book
from visitapp.resources import resource


def draft_case(session: Session, draft: Draft) -> Case:
    """The case with the open draft, as rules see it."""
    return Case([*session.kept(draft.case), *draft.kept(session.today(), session.who.member)])


def pinned(session: Session, draft: Draft) -> tuple[Draft, tuple[Card, ...]]:
    """The cards for Prepare: what is known before the visit. The first time they are chosen and kept with the draft.

    A draft is asked about with the list of questions that it was begun with, whatever was signed since.
    """
    case, list_ = session.case(draft.case), session.checklist(draft.bank)
    dues = ask(case, session.today(), list_.bank, list_.thresholds, who=session.who.member)
    chosen = choosing.cards(dues, list_.bank, list_.thresholds, draft.prompts, choosing.history(case))
    if not draft.prompts:
        draft = replace(draft, prompts=choosing.prompts(chosen))
    return draft, chosen


def rules_and_limits(session: Session) -> tuple[RuleBook, Thresholds]:
    """What the injury rules are, and the organisation's settings that they use."""
    return rule_book(resource("questions", "rules.json").read_bytes()), session.thresholds()


def offer(session: Session, draft: Draft) -> Offer:
    """The cards now, with what has been written so far; those chosen at Prepare stay while they are due.

    What is said beside the marks comes of the same asking. Rotating questions that are not shown do not wait: they
    come another time.
    """
    case, list_, contact = draft_case(session, draft), session.checklist(draft.bank), draft.contact.id
    known = known_now(case, session.today(), list_.thresholds, contact)
    dues = ask(case, session.today(), list_.bank, list_.thresholds, contact, session.who.member, known)
    history = choosing.history(case, contact)
    # What a field on the way will answer is not asked before that field was reached.
    writing = draft.movement not in ("sign_happened", "sign_make_of_it")
    chosen = choosing.cards(dues, list_.bank, list_.thresholds, draft.prompts, history, writing=writing)
    asked = [due for card in chosen for due in card.dues]
    return Offer(chosen, beside_marks(known, contact, asked, [due for due in dues if due.tier < 2]))


def cards(session: Session, draft: Draft) -> tuple[Card, ...]:
    """The cards alone."""
    return offer(session, draft).cards
