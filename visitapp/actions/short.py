"""The short ones: a phone call as a quick note, and a visit with no reply."""

from visitapp.actions.session import Session
from visitapp.actions.visits import notes_of
from visitapp.actions.writing import sign
from visitapp.domain.draft import Draft
from visitapp.errors import Refused


def sign_quick_note(session: Session, draft: Draft) -> None:
    """Sign a quick note: one record, no second signature. Refused while it has no words."""
    notes = notes_of(session, draft)
    if not notes:
        raise Refused("short.no_words")
    sign(session, draft, "quick_note", (draft.contact, *draft.items, *notes))


def sign_no_reply(session: Session, draft: Draft) -> None:
    """Sign that nobody answered; words are welcome and not asked for."""
    sign(session, draft, "no_reply", (draft.contact, *draft.items, *notes_of(session, draft)))
