"""A visit in full: every item in sentences, part by part, with each earlier wording and the reason beside it."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from visitapp.actions.basis import unseen
from visitapp.actions.cases import SignedNote, signed_notes
from visitapp.actions.joint import Together, together
from visitapp.actions.overview import held_back_views
from visitapp.actions.reading import Corrected, VisitRead, read_visit
from visitapp.actions.session import Session
from visitapp.domain.case import Case, Kept
from visitapp.domain.codes import ParagraphMark
from visitapp.domain.contact import Note
from visitapp.domain.item import KEEP_FROM
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import Decision, QuestionBack, ReadBy, Reply, View
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.exchange.sections import TELLINGS
from visitapp.exchange.telling import Telling

Lines = Callable[[Any, Telling], list[str]]
_TOLD: dict[type, tuple[str, Lines]] = {
    kind: (part, lines) for part, kinds in TELLINGS.items() for kind, lines in kinds
}
_REVIEW = (ReadBy, QuestionBack, Reply, Decision)


class Piece(Struct, frozen=True):
    """Words to be read. `mark`, `by`: of a note's paragraph, where it comes from."""

    words: str
    mark: ParagraphMark | None = None
    by: str = ""


class Earlier(Struct, frozen=True):
    """What stood there before a correction. `at`: when the correction was signed, civil time with offset."""

    pieces: tuple[Piece, ...]
    reason: str
    by: str
    whose: str
    at: str


class Retold(Struct, frozen=True, kw_only=True):
    """One item in sentences. `about`: the marks that it is or speaks of, by their first ids. `in_home`: a note written
    in the home, with times.

    `earlier`: what it was before, the newest first. `withdrawn`: nothing stands in its place.
    `handling`: who must not be told, and why not to pass it on, as codes; people in it by name.
    """

    item: str
    part: str
    pieces: tuple[Piece, ...]
    about: tuple[str, ...] = ()
    in_home: bool = False
    begun: str = ""
    ended: str = ""
    earlier: tuple[Earlier, ...] = ()
    withdrawn: bool = False
    handling: tuple[tuple[str, str], ...] = ()


class VisitInFull(Struct, frozen=True, kw_only=True):
    """A visit to be read. `held_back`: how many views of colleagues wait for one's own. `member`, `lead`: who reads.

    `unseen`: what others had signed by then, and the writer had not received. `together`: of a joint visit.
    """

    read: VisitRead
    told: tuple[Retold, ...]
    held_back: int
    member: str
    lead: bool
    unseen: tuple[SignedNote, ...] = ()
    together: Together | None = None


def visit_in_full(session: Session, stream: str, contact: str) -> VisitInFull:
    """A visit in full, for this person. Raises Refused when it is not there."""
    read = read_visit(session, stream, contact)
    hidden = held_back_views(session, stream)
    retelling = _Retelling(session, stream, read)
    first = read.case.first_id
    marks = {first(kept.item.id) for kept in read.items if isinstance(kept.item, Mark)}
    opinions = tuple(one for one in read.case.kept if isinstance(one.item, Opinion) and first(one.item.mark) in marks)
    gone = tuple(one.old for one in read.corrected if one.new is None)
    told = [
        retelling.of(kept)
        for kept in (*read.items, *opinions, *gone)
        if kept.item.id not in hidden and not isinstance(kept.item, _REVIEW)
    ]
    return VisitInFull(
        read=read,
        told=tuple(one for one in told if one is not None),
        held_back=sum(isinstance(kept.item, View) and kept.item.id in hidden for kept in read.items),
        member=session.who.member,
        lead=session.who.role == "lead",
        unseen=unseen(session, stream, read.signed[0].record) if read.signed else (),
        together=together(read.case, read.contact, session.who.member),
    )


def retold(kept: Kept, telling: Telling) -> Retold | None:
    """An item in sentences, without what it was before; None where there is nothing to say of it."""
    item = kept.item
    known = _TOLD.get(type(item))
    pieces = _pieces(item, telling) if known is not None else ()
    if known is None or not pieces:
        return None
    note = item if isinstance(item, Note) else None
    return Retold(
        item=item.id,
        part=known[0],
        pieces=pieces,
        about=tuple(map(telling.case.first_id, _about(item))),
        in_home=note is not None and note.written == "in_the_home",
        begun=note.begun if note else "",
        ended=note.ended if note else "",
        handling=tuple(_handling(code, telling.case) for code in item.handling),
    )


def _pieces(item: AnyItem, telling: Telling) -> tuple[Piece, ...]:
    if isinstance(item, Note):
        case = telling.case
        return tuple(Piece(one.text, one.mark, case.name(one.by) if one.by else "") for one in item.paragraphs)
    return tuple(Piece(line) for line in _TOLD[type(item)][1](item, telling) if line)


def _handling(code: str, case: Case) -> tuple[str, str]:
    if code.startswith(KEEP_FROM):
        return "keep_from", case.name(code.removeprefix(KEEP_FROM))
    return code, ""


class _Retelling:
    """Tells items of one visit, each with what it was before."""

    def __init__(self, session: Session, stream: str, read: VisitRead) -> None:
        self._case: Case = read.case
        self._telling = Telling(read.case, session.say)
        self._signed = signed_notes(session, stream)
        self._by_new: dict[str, list[Corrected]] = {}
        for one in read.corrected:
            key = one.new.item.id if one.new is not None else one.old.item.id
            self._by_new.setdefault(key, []).append(one)

    def of(self, kept: Kept) -> Retold | None:
        """An item; None where there is nothing to say of it."""
        now = retold(kept, self._telling)
        if now is None:
            return None
        withdrawn = any(one.new is None for one in self._by_new.get(kept.item.id, ()))
        return replace(now, earlier=self._earlier(kept.item.id, frozenset()), withdrawn=withdrawn)

    def _earlier(self, item: str, seen: frozenset[str]) -> tuple[Earlier, ...]:
        found: list[Earlier] = []
        for one in self._by_new.get(item, ()):
            correction = self._case.kept_by_id[one.correction.id]
            note = self._signed.get(correction.record)
            at = note.at if note else ""
            words = _pieces(one.old.item, self._telling) if one.new is not None else ()
            found.append(Earlier(words, one.correction.reason, one.by, one.correction.whose, at))
            if one.new is not None and one.old.item.id not in seen:
                found += self._earlier(one.old.item.id, seen | {item})
        return tuple(found)


def _about(item: AnyItem) -> tuple[str, ...]:
    if isinstance(item, Mark):
        return (item.id,)
    if isinstance(item, Opinion):
        return (item.mark,)
    return item.about if isinstance(item, Account) else ()
