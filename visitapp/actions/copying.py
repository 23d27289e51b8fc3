"""Copy for the case system: a signed visit by section, in the order of the council's form, and what was copied."""

from datetime import date

from msgspec import Struct

from visitapp.actions.cases import title_of
from visitapp.actions.session import Session
from visitapp.domain.case import Case
from visitapp.domain.contact import Contact
from visitapp.domain.judgement import QuestionBack, ReadBy, Reply
from visitapp.exchange.sections import Template, read_template
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
    return _sections(session, session.case(stream), contact, _template())


def mark_copied(session: Session, stream: str, contact: str, key: str) -> None:
    """Remember on this laptop that a section was copied."""
    at = session.at()
    local.mark_copied(session.db, stream, contact, key, at)
    if all(one.copied_at for one in sections(session, stream, contact)):
        whole = _whole(_sizes(session.case(stream)).get(contact, 0))
        local.mark_copied(session.db, stream, contact, whole, at)


def not_yet_copied(session: Session) -> tuple[CopyLine, ...]:
    """This person's signed visits with sections that were not copied, the oldest first."""
    lines = []
    template = _template()
    for stream in streams.cases(session.db):
        case = session.case(stream)
        sizes = _sizes(case)
        for kept in case.kept:
            contact = kept.item
            if not isinstance(contact, Contact) or kept.entry == "imported" or kept.by != session.who.member:
                continue
            if _whole(sizes.get(contact.id, 0)) in local.copied(session.db, contact.id):
                continue
            left = sum(not one.copied_at for one in _sections(session, case, contact.id, template))
            if left:
                lines.append(CopyLine(stream, title_of(case), contact.id, contact.last_day(), left))
    return tuple(sorted(lines, key=lambda line: line.date))


def _template() -> Template:
    return read_template(resource("templates", "council.yaml").read_bytes())


def _sections(session: Session, case: Case, contact: str, template: Template) -> tuple[CopySection, ...]:
    copied = local.copied(session.db, contact)
    return tuple(
        CopySection(one.key, one.heading, one.text, copied.get(one.key, ""))
        for one in made(case, contact, template, session.say)
        if one.text
    )


def _sizes(case: Case) -> dict[str, int]:
    """How much was ever said of each contact, so that a visit that was wholly copied need not be made again to know."""
    found: dict[str, int] = {}
    for kept in case.all_kept:
        item = kept.item
        if not isinstance(item, ReadBy | Reply | QuestionBack):
            contact = item.id if isinstance(item, Contact) else getattr(item, "contact", "")
            found[contact] = found.get(contact, 0) + 1
    return found


def _whole(size: int) -> str:
    """The mark of a visit that was wholly copied when so much had been said of it; an addendum asks again."""
    return f"*{size}"
