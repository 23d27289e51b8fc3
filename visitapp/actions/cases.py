"""Cases: the list, one opened, one brought in from a case file, one begun by hand."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from visitapp.actions.session import Session
from visitapp.actions.writing import make_case_stream, settle, write
from visitapp.domain.case import Case
from visitapp.domain.contact import Contact
from visitapp.domain.family import CaseHeader, Child
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.domain.organisation import Member, OrganisationName
from visitapp.domain.standing import open_questions_back
from visitapp.exchange import casefile, entries
from visitapp.store import coming, drafts, log, streams
from visitapp.store.change import change


class CaseLine(Struct, frozen=True):
    """A case in a list. `open_questions`: questions put back that nobody has answered yet.

    `half_here`: it is coming in for the first time, and its newest entries are not here yet.
    """

    stream: str
    title: str
    reference: str
    children: tuple[str, ...]
    last_contact: date | None
    drafts: int
    open_questions: int
    half_here: bool = False


class SignedNote(Struct, frozen=True):
    """When and by whom a record was signed, and whether a receipt of the server covers it."""

    record: str
    at: str
    by: str
    on_server: bool
    entry: str = ""


class OpenCase(Struct, frozen=True):
    """A case on the screen."""

    stream: str
    case: Case
    signed: dict[str, SignedNote]


def title_of(case: Case) -> str:
    """The case's title, else its number."""
    header = next(iter(case.of(CaseHeader)), None)
    return (header.title or header.reference) if header else ""


def organisation_name(session: Session) -> str:
    """What the organisation is called; "" before its stream has come in."""
    names = session.organisation().of(OrganisationName)
    return names[-1].name if names else ""


def title(session: Session, stream: str) -> str:
    """The title of a case, which is not read for it again."""
    return session.of_case(stream, line).title


def whole_cases(session: Session) -> tuple[str, ...]:
    """The streams of the cases that are here whole: what is told of a day or a date rests on these alone."""
    half = coming.half_here(session.db)
    return tuple(stream for stream in streams.cases(session.db) if stream not in half)


def line(session: Session, stream: str) -> CaseLine:
    """One case for a list, but for its drafts: for `of_case`."""
    case = session.case(stream)
    header = next(iter(case.of(CaseHeader)), None)
    return CaseLine(
        stream,
        title_of(case),
        header.reference if header else "",
        tuple(child.name for child in case.children),
        max((contact.last_day() for contact in case.of(Contact)), default=None),
        0,
        len(open_questions_back(case, session.who.member)),
    )


def cases(session: Session) -> tuple[CaseLine, ...]:
    """All cases on this laptop, by title."""
    counts: dict[str, int] = {}
    for draft in drafts.everything(session.db):
        counts[draft.case] = counts.get(draft.case, 0) + 1
    half = coming.half_here(session.db)
    found = [session.of_case(stream, line) for stream in streams.cases(session.db)]
    lines = [replace(one, drafts=counts.get(one.stream, 0), half_here=one.stream in half) for one in found]
    return tuple(sorted(lines, key=lambda one: one.title.casefold()))


def open_case(session: Session, stream: str) -> OpenCase:
    """A case with everything known, and what is signed and on the server."""
    return OpenCase(stream, session.case(stream), signed_notes(session, stream))


def signed_notes(session: Session, stream: str) -> dict[str, SignedNote]:
    """Every record of a stream by id: when it was signed, by whom, and whether the server has confirmed it."""
    names = {member.id: member.name for member in session.organisation().of(Member)}
    return {
        one.record: SignedNote(one.record, one.at, names.get(one.by, one.by), one.on_server, one.kind)
        for one in log.signed_entries(session.db, stream)
    }


def import_case(session: Session, path: Path) -> str:
    """Bring a case file in as records signed by this person, with the file's own dates. The stream of the new case.

    What was asked may be one of the organisation's own questions. Raises FileRefused, with every problem found, and
    takes nothing in.
    """
    return take_in(session, casefile.read_path(path, casefile.QUESTIONS | session.bank.questions.keys()))


def take_in(session: Session, file: casefile.CaseFile) -> str:
    """Make a stream for a case that was read, and sign its entries: all of them or, on a full disk, none."""
    made = entries.entries(file, session.who.member, session.new_id, session.at())
    return _made(session, made)


def begin_case(
    session: Session, reference: str, title: str, children: tuple[Child, ...], more: tuple[AnyItem, ...] = ()
) -> str:
    """A new family, begun by hand. `more`: what else is known already (people, address, plans)."""
    header = CaseHeader(id=session.new_id(), reference=reference, title=title)
    items: tuple[AnyItem, ...] = (header, *children, *more, session.myself())
    lines = tuple(Line(item) for item in items)
    return _made(session, [Entry(kind="opening", at=session.at(), by=session.who.member, lines=lines)])


def _made(session: Session, made: Iterable[Entry]) -> str:
    with change(session.db):
        stream = make_case_stream(session)
        for entry in made:
            write(session, stream, entry, many=True)
    settle(session)
    return stream
