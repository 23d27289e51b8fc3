"""The lead's verbs on the list of questions: reading it, checking a change, signing a version."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import asdict

from visitapp.actions.cases import SignedNote, signed_notes
from visitapp.actions.checklists import Signed, signed_versions
from visitapp.actions.session import Session
from visitapp.actions.writing import write
from visitapp.domain.case import Case
from visitapp.domain.checklist import Changes, ChecklistVersion, OwnQuestion, together
from visitapp.domain.items import Entry, Line
from visitapp.domain.organisation import Thresholds
from visitapp.errors import Refused
from visitapp.questions.bank import language
from visitapp.questions.bankfile import Flaw, Question
from visitapp.questions.changed import Left, changed, check_own
from visitapp.questions.conditions import in_words
from visitapp.questions.expression import Wrong
from visitapp.store import streams
from visitapp.words import Text, Words, text

MOST_THRESHOLD = 1000
"""More than any threshold means anything at: days, months, hours, visits, cards."""


class Sentence(Struct, frozen=True):
    """A sentence of a question: as it is said here, and as the product says it ("" for one's own question)."""

    id: str
    words: str
    product: str


class QuestionRow(Struct, frozen=True, kw_only=True):
    """A question of the list. `own`: the organisation added it. `reworded`: sentences are in the organisation's words.

    `retired`: why it is asked no more; "" while it is asked. `sentences`: its wordings, with the places of names as
    `{child}`. `whens`: when each of its ways comes, in words.
    """

    question: Question
    own: OwnQuestion | None
    reworded: bool
    retired: str
    sentences: tuple[Sentence, ...]
    whens: tuple[Text, ...]


class VersionRow(Struct, frozen=True, kw_only=True):
    """A signed version. `by`: the lead's name. `at`: civil time with offset. `holds`: it stands now."""

    id: str
    by: str
    at: str
    reason: str
    holds: bool
    changes: Changes
    product: str


class ChecklistView(Struct, frozen=True, kw_only=True):
    """The list as it stands. `apart`: versions made apart that a new one answers for; empty where one stands.

    `left`: changes that find no place any more. `product`: the version of the product's list.
    """

    rows: tuple[QuestionRow, ...]
    changes: Changes
    thresholds: Thresholds
    versions: tuple[VersionRow, ...]
    apart: tuple[VersionRow, ...]
    left: tuple[Left, ...]
    product: str


def checklist(session: Session) -> ChecklistView:
    """The list, its history, and what is to be answered for."""
    list_ = session.checklist()
    changes = together(list_.heads)
    own = {one.id: one for one in changes.added}
    retired = {one.question: one.reason for one in changes.retired}
    reworded = {one.question for one in changes.reworded}
    heads = {one.id for one in list_.heads}
    signed = signed_notes(session, streams.organisation(session.db))
    organisation = session.organisation()
    versions = tuple(_version(organisation, one, heads, signed) for one in reversed(signed_versions(organisation)))
    return ChecklistView(
        rows=tuple(
            QuestionRow(
                question=one,
                own=own.get(one.id),
                reworded=one.id in reworded,
                retired=retired.get(one.id, ""),
                sentences=_sentences(session.say, one),
                whens=tuple(in_words(way.condition, way.subject) for way in one.ways),
            )
            for one in list_.changed.file.questions
        ),
        changes=changes,
        thresholds=list_.thresholds,
        versions=versions,
        apart=tuple(one for one in versions if one.holds) if len(heads) > 1 else (),
        left=list_.changed.left,
        product=session.product.version,
    )


def _sentences(say: Words, question: Question) -> tuple[Sentence, ...]:
    ids = dict.fromkeys((*question.wording, *(one for way in question.ways for one in way.wording)))
    found = []
    for id_ in ids:
        product = say.template(id_) if say.holds(id_) else ""
        found.append(Sentence(id_, question.own.get(id_, product), product))
    return tuple(found)


def _version(organisation: Case, one: Signed, heads: set[str], signed: dict[str, SignedNote]) -> VersionRow:
    return VersionRow(
        id=one.item.id,
        by=organisation.name(one.item.by),
        at=signed[one.kept.record].at if one.kept.record in signed else one.kept.date.isoformat(),
        reason=one.item.reason,
        holds=one.item.id in heads,
        changes=one.item.changes,
        product=one.item.product,
    )


def check(session: Session, own: OwnQuestion) -> tuple[str, Text] | None:
    """What is wrong with a question of one's own: the field and why; None when it can stand in the list."""
    if not own.source.strip():
        return "source", text("bank.why.no_source")
    try:
        check_own(own, session.product.file)
    except Flaw as flaw:
        return flaw.field, flaw.why
    return None


def sign(session: Session, changes: Changes, reason: str) -> str:
    """Sign a version for everyone, in the place of all that stand now; its id. Leads only.

    Raises Refused where the reason is missing, nothing changes, or a question cannot stand in the list.
    """
    if session.who.role != "lead":
        raise Refused("checklist.leads_only")
    if not reason.strip():
        raise Refused("checklist.no_reason")
    list_ = session.checklist()
    if len(list_.heads) < 2 and changes == together(list_.heads):
        raise Refused("checklist.nothing_changed")
    for own in changes.added:
        wrong = check(session, own)
        if wrong is not None:
            raise Refused("checklist.wrong", question=own.words or own.id, field=wrong[0], why=wrong[1])
    if changes.thresholds is not None and not _sensible(changes.thresholds):
        raise Refused("checklist.threshold_wrong", most=MOST_THRESHOLD)
    if any(not one.reason.strip() for one in changes.retired):
        raise Refused("checklist.no_reason_retired")
    try:
        changed(session.product.file, changes, "")
    except Flaw as flaw:
        raise Refused("checklist.wrong", question=flaw.question, field=flaw.field, why=flaw.why) from None
    version = ChecklistVersion(
        id=session.new_id(),
        by=session.who.member,
        product=session.product.version,
        changes=changes,
        reason=reason.strip(),
        supersedes=tuple(one.id for one in list_.heads),
    )
    entry = Entry(kind="review", at=session.at(), by=session.who.member, lines=(Line(version),))
    write(session, streams.organisation(session.db), entry)
    return version.id


def _sensible(thresholds: Thresholds) -> bool:
    numbers = [value for value in asdict(thresholds).values() if isinstance(value, int | float)]
    return all(0 <= value <= MOST_THRESHOLD for value in numbers)


def change(session: Session, edit: Callable[[Changes], Changes], reason: str) -> str:
    """Sign what an edit makes of the changes that stand now, whatever was signed since the page was filled."""
    return sign(session, edit(together(session.checklist().heads)), reason)


def look_at(subject: str, condition: str) -> tuple[Text | None, Text | None]:
    """What a condition says, in words, and why it cannot be used; None where there is nothing to say."""
    if not condition.strip():
        return None, None
    try:
        language(subject).compile(condition)
    except Wrong as wrong:
        return None, wrong.why
    return in_words(condition, subject), None
