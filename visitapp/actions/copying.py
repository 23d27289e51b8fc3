"""Copy for the case system: a signed visit by section, in the order of the council's form, and what was copied."""

from datetime import date

from msgspec import Struct

from visitapp.actions.cases import title_of
from visitapp.actions.session import Session
from visitapp.domain.contact import Contact
from visitapp.exchange.sections import read_template
from visitapp.exchange.sections import sections as made
from visitapp.resources import resource
from visitapp.store import local, streams


class CopySection(Struct, frozen=True):
    """One section as it will be pasted. `copied_at`: when it was last copied on this laptop, "" for never."""

    key: str
    heading: str
    text: str
    copied_at: str


class CopyLine(Struct, frozen=True):
    """A signed visit of this person's that is not wholly in the case system yet. `left`: sections not copied."""

    stream: str
    title: str
    contact: str
    date: date
    left: int


def sections(session: Session, stream: str, contact: str) -> tuple[CopySection, ...]:
    """The sections of a visit in the order of the template; empty ones are left out."""
    template = read_template(resource("templates", "council.yaml").read_bytes())
    copied = local.copied(session.db, contact)
    return tuple(
        CopySection(one.key, one.heading, one.text, copied.get(one.key, ""))
        for one in made(session.case(stream), contact, template, session.say)
        if one.text
    )


def mark_copied(session: Session, stream: str, contact: str, key: str) -> None:
    """Remember on this laptop that a section was copied."""
    local.mark_copied(session.db, stream, contact, key, session.at())


def not_yet_copied(session: Session) -> tuple[CopyLine, ...]:
    """This person's signed visits with sections that were not copied, the oldest first."""
    lines = []
    for stream in streams.cases(session.db):
        case = session.case(stream)
        for kept in case.kept:
            contact = kept.item
            if not isinstance(contact, Contact) or kept.entry == "imported" or kept.by != session.who.member:
                continue
            left = sum(not one.copied_at for one in sections(session, stream, contact.id))
            if left:
                lines.append(CopyLine(stream, title_of(case), contact.id, contact.last_day(), left))
    return tuple(sorted(lines, key=lambda line: line.date))
