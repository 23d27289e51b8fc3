"""What people of the office say in tests: entries with a contact and a note."""

from visitapp.actions.session import Session
from visitapp.domain.contact import Contact, Note, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.items import Entry, Line


def note_of(session: Session, words: str) -> Entry:
    """A quick note of today, by the session's person."""
    contact = Contact(id=session.new_id(), date=Day.of(session.today()), kind="phone", by=session.who.member)
    note = Note(id=session.new_id(), contact=contact.id, paragraphs=(Paragraph(words),))
    lines = (Line(contact), Line(note))
    return Entry(kind="quick_note", at=session.at(), by=session.who.member, lines=lines, contact=contact.id)
