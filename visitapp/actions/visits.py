"""A visit from Prepare to both signatures: begun, saved, resumed, asked about, signed."""

from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from visitapp.actions.asking import draft_case, pinned
from visitapp.actions.cases import title
from visitapp.actions.joint import Colleague, colleagues
from visitapp.actions.session import Session
from visitapp.actions.writing import sign
from visitapp.domain.case import Case
from visitapp.domain.contact import ChildSeen, Contact, LookedAt, Note
from visitapp.domain.days import Day
from visitapp.domain.draft import Draft, DraftKind
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import Action, Answer, View
from visitapp.domain.marks import Mark
from visitapp.domain.standing import (
    ChildStanding,
    children_standing,
    is_ours,
    latest_views,
    open_actions,
    safety_notes,
    unexplained_marks,
    view_held,
)
from visitapp.errors import NotUnderstood, Refused
from visitapp.questions.choosing import Card
from visitapp.store import drafts, log
from visitapp.words import Names, Text, text


class DraftLine(Struct, frozen=True):
    """An unfinished visit in a list. `by`: until when the second signature is wanted, where the first stands."""

    id: str
    stream: str
    title: str
    kind: str
    begun: str
    saved: str
    movement: str
    paused: bool
    by: date | None = None


class Resumed(Struct, frozen=True):
    """A draft opened again. `recovered`: it was not left on purpose; say from when it is."""

    draft: Draft
    recovered: bool
    saved: str


class Prepared(Struct, frozen=True):
    """What Prepare shows, in its order. `others_today`: who else wrote or writes about these children today.

    `colleagues`: who of the organisation may have been there too.
    """

    draft: Draft
    case: Case
    safety: tuple[str, ...]
    children: tuple[ChildStanding, ...]
    ours: tuple[Action, ...]
    theirs: tuple[Action, ...]
    hold_in_mind: tuple[Text, ...]
    unexplained: tuple[Mark, ...]
    cards: tuple[Card, ...]
    my_view: View | None
    others_today: tuple[str, ...]
    colleagues: tuple[Colleague, ...] = ()


def begin(session: Session, stream: str, kind: DraftKind) -> Draft:
    """A new draft for a case, saved at once, so that there is always something to come back to."""
    now = session.now()
    contact = Contact(
        id=session.new_id(),
        date=Day.of(now.date()),
        time=f"{now:%H:%M}",
        kind="phone" if kind == "quick_note" else "home_visit",
        by=session.who.member,
        place={"quick_note": "phone", "no_reply": "doorstep"}.get(kind, "home"),  # type: ignore[arg-type]  # codes
        outcome="no_reply" if kind == "no_reply" else None,
    )
    items: tuple[AnyItem, ...] = ()
    if kind == "visit":
        children = session.case(stream).children
        items = tuple(
            ChildSeen(id=session.new_id(), contact=contact.id, child=child.id) for child in children if not child.unborn
        )
        items += (LookedAt(id=session.new_id(), contact=contact.id),)
    draft = Draft(
        id=session.new_id(),
        case=stream,
        kind=kind,
        begun=session.at(),
        contact=contact,
        bank=session.bank.version,
        items=items,
        movement="prepare" if kind == "visit" else "write_up",
    )
    drafts.save(session.db, replace(draft, saved=draft.begun), draft.begun)
    return draft


def save(session: Session, draft: Draft) -> str:
    """Save what is on the screen; the time at which it was saved, HH:MM."""
    at = session.at()
    drafts.save(session.db, replace(draft, saved=at, paused=False), at)
    return at[11:16]


def pause(session: Session, draft: Draft) -> None:
    """Leave on purpose: it stands in the list of unfinished visits."""
    at = session.at()
    drafts.save(session.db, replace(draft, saved=at, paused=True), at)


def resume(session: Session, id: str) -> Resumed:  # noqa: A002  # the field's word
    """Open a draft again, as it was left or as the crash left it. Raises Refused when it is no longer there."""
    draft = drafts.load(session.db, id)
    if draft is None:
        raise Refused("visits.no_such_draft")
    return Resumed(draft, not draft.paused, draft.saved)


def discard(session: Session, id: str) -> None:  # noqa: A002  # the field's word
    """Throw a draft away, because the person said so."""
    drafts.discard(session.db, id)


def unfinished(session: Session) -> tuple[DraftLine, ...]:
    """All drafts, the newest first."""
    lines = [_line(session, one) for one in drafts.everything(session.db)]
    return tuple(sorted(lines, key=lambda line: line.saved, reverse=True))


def _line(session: Session, one: drafts.DraftLine) -> DraftLine:
    of, by = title(session, one.case), None
    if one.movement == "sign_make_of_it":
        by = _second_signature_by(session, one.id)
    return DraftLine(one.id, one.case, of, one.kind, one.begun, one.saved, one.movement, one.paused, by)


def _second_signature_by(session: Session, id: str) -> date | None:  # noqa: A002  # the field's word
    """The organisation's limit after the first signature; None where the draft cannot be read here."""
    try:
        draft = drafts.load(session.db, id)
    except NotUnderstood:  # it says so itself when it is opened
        return None
    first = log.entry(session.db, draft.happened_record) if draft is not None else None
    if first is None:
        return None
    signed = datetime.fromisoformat(first.received_at).date()
    return signed + timedelta(days=session.thresholds().make_of_it_days)


def prepare(session: Session, draft: Draft) -> Prepared:
    """What to know before going in. The cards are chosen once and kept with the draft."""
    case = session.case(draft.case)
    today = session.today()
    draft, cards = pinned(session, draft)
    actions = open_actions(case)
    return Prepared(
        draft=draft,
        case=case,
        safety=tuple(f"{address.label}: {address.safety}" for address in safety_notes(case)),
        children=children_standing(case, today),
        ours=tuple(action for action in actions if is_ours(case, action)),
        theirs=tuple(action for action in actions if not is_ours(case, action)),
        hold_in_mind=tuple(card.mind for card in cards if card.mind is not None)[:3],
        unexplained=unexplained_marks(case),
        cards=cards,
        my_view=view_held(case, session.who.member),
        others_today=_others_today(session, draft, case),
        colleagues=colleagues(session, draft.case),
    )


def _others_today(session: Session, draft: Draft, case: Case) -> tuple[str, ...]:
    today = Day.of(session.today())
    me = session.who.member
    names = [case.name(one.by) for one in case.contacts if one.date == today and one.by not in ("", me)]
    return tuple(dict.fromkeys(name for name in names if name))


def still_open(session: Session, draft: Draft, cards: tuple[Card, ...]) -> tuple[Text, ...]:
    """What is still open, in plain words, for the page before the first signature. None of it holds anything up."""
    case = draft_case(session, draft)
    found: list[Text] = []
    unsaid = Names(case.name(one.child) for one in draft.items if isinstance(one, ChildSeen) and one.seen == "unknown")
    if unsaid:
        found.append(text("visits.open.seen", children=unsaid))
    if not any(paragraph.text.strip() for paragraph in draft.note):
        found.append(text("visits.open.note"))
    answered = {one.card for one in draft.items if isinstance(one, Answer) and one.how != "offered"}
    left = [card for card in cards if card.key not in answered]
    act = sum(card.today for card in left)
    if act:
        found.append(text("visits.open.act_today", n=act))
    if len(left) > act:
        times = session.thresholds().carries
        found.append(text("visits.open.questions", n=len(left) - act, times=times))
    return tuple(found)


def sign_happened(session: Session, draft: Draft, cards: tuple[Card, ...] = ()) -> Draft:
    """Sign what happened: one record. Returns the draft that waits for the second signature, already saved.

    Cards shown and left open are kept as `offered`, so that they can be carried. The record and the change of the
    draft are one transaction: after a crash the visit is either a draft or signed.
    """
    if draft.happened_record:
        raise Refused("visits.already_signed")
    answered = {one.card for one in draft.items if isinstance(one, Answer)}
    left_open = tuple(
        Answer(
            id=session.new_id(),
            question=due.question,
            contact=draft.contact.id,
            how="offered",
            about=due.about,
            children=due.children,
            card=card.key,
            bank=draft.bank,
            today=card.today,
        )
        for card in cards
        if card.key not in answered
        for due in card.dues
    )
    facts = (draft.contact, *draft.facts(), *notes_of(session, draft), *left_open)
    waiting = replace(draft, items=draft.make_of_it(), movement="sign_make_of_it", saved=session.at(), paused=True)
    record = sign(session, draft, "visit", facts, instead=lambda record: replace(waiting, happened_record=record))
    return replace(waiting, happened_record=record)


def sign_make_of_it(session: Session, draft: Draft) -> None:
    """Sign what I make of it: the second record. The draft is done."""
    if not draft.happened_record:
        raise Refused("visits.sign_happened_first")
    sign(session, draft, "make_of_it", draft.make_of_it())


def colleagues_views(session: Session, stream: str) -> tuple[tuple[str, View], ...]:
    """What each colleague held last. Shown after one's own is signed."""
    case = session.case(stream)
    return tuple((case.name(view.by), view) for view in latest_views(case) if view.by != session.who.member)


def notes_of(session: Session, draft: Draft) -> tuple[Note, ...]:
    """The notes of a draft as they will be signed; other short kinds of draft use it too."""
    begun, ended = draft.in_home_times
    notes: tuple[Note, ...] = ()
    if any(paragraph.text.strip() for paragraph in draft.in_home):
        notes += (
            Note(
                id=session.new_id(),
                contact=draft.contact.id,
                paragraphs=draft.in_home,
                written="in_the_home",
                begun=begun,
                ended=ended,
            ),
        )
    if any(paragraph.text.strip() for paragraph in draft.note):
        notes += (
            Note(
                id=session.new_id(),
                contact=draft.contact.id,
                paragraphs=draft.note,
                begun=draft.begun,
                ended=session.at(),
            ),
        )
    return notes
