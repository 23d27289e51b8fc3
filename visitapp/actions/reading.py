"""Reading what was written: the chronology of a case, finding words, a visit in full."""

import datetime

from msgspec import Struct

from visitapp.actions.cases import SignedNote, signed_notes, title_of
from visitapp.actions.joint import Together, together
from visitapp.actions.lines import said
from visitapp.actions.session import Session
from visitapp.domain.case import Case, Kept
from visitapp.domain.codes import ContactKind
from visitapp.domain.contact import Contact, Note
from visitapp.domain.days import Day
from visitapp.domain.item import Correction
from visitapp.domain.judgement import (
    Answer,
    Decision,
    QuestionBack,
    ReadBy,
    Reply,
    View,
)
from visitapp.domain.learnt import learnt_with
from visitapp.domain.marks import Mark
from visitapp.domain.standing import contact_of
from visitapp.errors import Refused
from visitapp.words import Text


class Row(Struct, frozen=True, kw_only=True, gc=False):
    """One line of a chronology. Happened (`date`, `time`), written, signed and sent (`on_server`) stand apart.

    `written`: when a note was finished, civil time with offset; "" where only the signature says.
    `also`: the sources that a note is made of, by the marks of its paragraphs. `together`: of a joint visit.
    """

    date: Day
    time: str
    kind: ContactKind | None
    children: tuple[str, ...]
    source: str
    heading: Text
    words: str
    by: str
    known_on: datetime.date | None
    signed_at: str
    on_server: bool
    contact: str
    record: str
    item: str
    corrected: bool = False
    written: str = ""
    also: tuple[str, ...] = ()
    together: Together | None = None
    mark: bool = False


class Corrected(Struct, frozen=True):
    """A correction with what it corrects and what stands in its place (None: withdrawn)."""

    correction: Correction
    old: Kept
    new: Kept | None
    by: str


class VisitRead(Struct, frozen=True, kw_only=True):
    """A visit in full, as signed, with what came after it."""

    stream: str
    title: str
    case: Case
    contact: Contact
    items: tuple[Kept, ...]
    notes: tuple[Note, ...]
    answers: tuple[Answer, ...]
    views: tuple[View, ...]
    corrected: tuple[Corrected, ...]
    signed: tuple[SignedNote, ...]
    read_by: tuple[tuple[str, str], ...]
    replies: tuple[Kept, ...]


def chronology(session: Session, stream: str, newest: int = 0) -> tuple[Row, ...]:
    """Everything of a case by date, the newest first; what was corrected is marked and stays.

    `newest`: only as far back as that many contacts reach, to have something to show at once; 0 for all.
    """
    case = session.case(stream)
    signed = signed_notes(session, stream)
    contacts = {contact.id: contact for contact in case.contacts}
    corrected = frozenset(one.of for one in case.corrections)
    since = _since(case, newest)
    rows = [
        row
        for kept in case.all_kept
        if kept.entry != "draft"
        and (since is None or _day(kept, contacts) >= since)
        and (row := _row(case, kept, contacts, signed, corrected)) is not None
    ]
    return tuple(sorted(rows, key=lambda row: (row.date.last(), row.time), reverse=True))


def _since(case: Case, newest: int) -> datetime.date | None:
    """The day of the last of the newest contacts; None where all are meant."""
    if not newest or len(case.contacts) <= newest:
        return None
    return sorted((contact.date.last() for contact in case.contacts), reverse=True)[newest - 1]


def _day(kept: Kept, contacts: dict[str, Contact]) -> datetime.date:
    item = kept.item
    contact = item if isinstance(item, Contact) else contacts.get(getattr(item, "contact", ""))
    return contact.date.last() if contact else kept.date


def _row(
    case: Case,
    kept: Kept,
    contacts: dict[str, Contact],
    signed: dict[str, SignedNote],
    corrected: frozenset[str],
) -> Row | None:
    item = kept.item
    line = said(item, case)
    if line is None:
        return None
    contact = item if isinstance(item, Contact) else contacts.get(getattr(item, "contact", ""))
    note = signed.get(kept.record)
    return Row(
        date=contact.date if contact else Day.of(kept.date),
        time=contact.time if contact else kept.time,
        kind=contact.kind if contact else None,
        children=line.children,
        source=line.source,
        heading=line.heading,
        words=line.words,
        by=note.by if note else "",
        known_on=kept.known_on,
        signed_at=note.at if note else "",
        on_server=bool(note and note.on_server),
        contact=case.first_id(contact.id) if contact else "",
        record=kept.record,
        item=item.id,
        corrected=item.id in corrected,
        written=item.ended if isinstance(item, Note) else "",
        also=line.also,
        together=together(case, item) if isinstance(item, Contact) else None,
        mark=isinstance(item, Mark),
    )


def read_visit(session: Session, stream: str, contact: str) -> VisitRead:
    """A visit in full. Raises Refused when there is none of that id."""
    case = session.case(stream)
    found = contact_of(case, contact)
    if found is None:
        raise Refused("reading.no_such_visit")
    ids = case.ids_of(found.id)
    of_visit = [one for one in case.kept if _is_of(one, ids)]
    of_visit += learnt_with(case, found.id)
    review = (ReadBy, QuestionBack, Reply, Decision)
    items = tuple(one for one in of_visit if not isinstance(one.item, review))
    signed = signed_notes(session, stream)
    records = dict.fromkeys(one.record for one in of_visit)
    return VisitRead(
        stream=stream,
        title=title_of(case),
        case=case,
        contact=found,
        items=items,
        notes=tuple(one.item for one in items if isinstance(one.item, Note)),
        answers=tuple(one.item for one in items if isinstance(one.item, Answer)),
        views=tuple(one.item for one in items if isinstance(one.item, View)),
        corrected=_corrected(case, ids),
        signed=tuple(signed[record] for record in records if record in signed),
        read_by=tuple(
            (case.name(one.item.by), signed[one.record].at if one.record in signed else "")
            for one in of_visit
            if isinstance(one.item, ReadBy)
        ),
        replies=tuple(one for one in of_visit if isinstance(one.item, QuestionBack | Reply | Decision)),
    )


def _is_of(kept: Kept, contact: frozenset[str]) -> bool:
    """Whether something is a contact or came with it, by whichever of its ids."""
    return kept.item.id in contact or getattr(kept.item, "contact", "") in contact


def _corrected(case: Case, contact: frozenset[str]) -> tuple[Corrected, ...]:
    found = []
    for kept in case.all_kept:
        correction = kept.item
        if not isinstance(correction, Correction) or correction.of not in case.kept_by_id:
            continue
        old = case.kept_by_id[correction.of]
        if _is_of(old, contact):
            new = case.kept_by_id.get(correction.by) if correction.by else None
            found.append(Corrected(correction, old, new, case.name(kept.by)))
    return tuple(found)
