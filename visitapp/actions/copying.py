"""Copy for the case system: a signed visit by section, in the order of the council's form, and what was copied."""

from datetime import date
from functools import lru_cache

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
    whole = local.wholly_copied(session.db)
    for stream in streams.cases(session.db):
        own = session.of_case(stream, own_visits)
        for visit in own.visits:
            if (visit.contact, _whole(visit.size)) in whole:
                continue
            copied = local.copied(session.db, visit.contact)
            left = sum(key not in copied for key in own.keys(session, visit.contact))
            if left:
                lines.append(CopyLine(stream, own.title, visit.contact, visit.day, left))
    return tuple(sorted(lines, key=lambda line: line.date))


class _Visit(Struct, frozen=True):
    """A visit of this person's. `size`: how much was ever said of it."""

    contact: str
    day: date
    size: int


class OwnVisits:
    """This person's signed visits of one family, and which sections each has: found when first asked for."""

    def __init__(self, stream: str, title: str, visits: tuple[_Visit, ...]) -> None:
        self._stream, self.title, self.visits = stream, title, visits
        self._keys: dict[str, tuple[str, ...]] = {}

    def keys(self, session: Session, contact: str) -> tuple[str, ...]:
        """The sections of a visit that have words."""
        if contact not in self._keys:
            self._keys[contact] = tuple(one.key for one in sections(session, self._stream, contact))
        return self._keys[contact]


def own_visits(session: Session, stream: str) -> OwnVisits:
    """This person's visits of one family: for `of_case`."""
    case = session.case(stream)
    sizes = _sizes(case)
    visits = [
        _Visit(kept.item.id, kept.item.last_day(), sizes.get(kept.item.id, 0))
        for kept in case.kept
        if isinstance(kept.item, Contact) and kept.entry != "imported" and kept.by == session.who.member
    ]
    return OwnVisits(stream, title_of(case), tuple(visits))


@lru_cache(maxsize=1)
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
