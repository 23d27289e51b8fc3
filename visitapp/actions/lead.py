"""The lead's inbox in four parts, and what a reader of a visit may say: read, question back, a short reply, a decision.

Everything here is facts about a child or a promise. Nothing counts or compares workers.
"""

from datetime import date, timedelta

from msgspec import Struct

from visitapp.actions.carried import gone_to_lead
from visitapp.actions.cases import signed_notes, title_of, whole_cases
from visitapp.actions.lines import contact_heading, mark_heading
from visitapp.actions.session import Session
from visitapp.actions.writing import write
from visitapp.domain.case import Case
from visitapp.domain.contact import Contact
from visitapp.domain.days import Day
from visitapp.domain.item import Item
from visitapp.domain.items import Entry, Line
from visitapp.domain.joint import to_sign
from visitapp.domain.judgement import Answer, Decision, Dissent, QuestionBack, ReadBy, Reply, Told
from visitapp.domain.marks import Mark
from visitapp.domain.standing import children_standing, contact_of, open_actions, open_questions_back, plans_in_force
from visitapp.errors import Refused
from visitapp.words import Names, Text, text

DATES_AHEAD = timedelta(days=14)


class InboxLine(Struct, frozen=True, kw_only=True):
    """One thing to read or do: the child, what is asked, by when. `contact` empty: about the case as a whole.

    `on`, `writer`, `more`: of a visit that came in, its day, who wrote it and what is new.
    """

    stream: str
    contact: str
    title: str
    children: tuple[str, ...]
    what: Text
    more: tuple[Text, ...] = ()
    by: date | None = None
    since: str = ""
    on: Day | None = None
    writer: str = ""


class Inbox(Struct, frozen=True):
    """The four parts."""

    needs_you: tuple[InboxLine, ...]
    waiting: tuple[InboxLine, ...]
    came_in: tuple[InboxLine, ...]
    dates: tuple[InboxLine, ...]


def inbox(session: Session) -> Inbox:
    """What came in and what is asked of this lead, over all cases on this laptop."""
    found = [session.of_case(stream, _of_case) for stream in whole_cases(session)]
    return Inbox(
        tuple(sorted((line for one in found for line in one.needs_you), key=_soonest)),
        tuple(line for one in found for line in one.waiting),
        tuple(sorted((line for one in found for line in one.came_in), key=lambda line: line.since, reverse=True)),
        tuple(sorted((line for one in found for line in one.dates), key=_soonest)),
    )


def _of_case(session: Session, stream: str) -> Inbox:
    case = session.case(stream)
    return Inbox(
        tuple(_needs_you(session, stream, case)),
        tuple(_waiting(session, stream, case)),
        tuple(_came_in(session, stream, case)),
        tuple(_dates(session, stream, case)),
    )


def _soonest(line: InboxLine) -> tuple[date, str]:
    return line.by or date.min, line.title


def _line(case: Case, stream: str, contact: str, children: tuple[str, ...], what: Text, **more: object) -> InboxLine:
    names = tuple(case.name(child) for child in children) or tuple(child.name for child in case.children)
    return InboxLine(stream=stream, contact=contact, title=title_of(case), children=names, what=what, **more)  # type: ignore[arg-type]  # fields by name


def _needs_you(session: Session, stream: str, case: Case) -> list[InboxLine]:
    lines = []
    today = session.today()
    read = _read_by(case, session.who.member)
    for answer in case.of(Answer):
        if case.first_id(answer.contact) in read or not (answer.today or answer.how == "not_safe_to_ask"):
            continue
        if answer.how == "not_safe_to_ask":
            what = text("lead.not_safe_to_ask", matter=_matter(session, answer))
            lines.append(_line(case, stream, answer.contact, answer.children, what))
        elif _nobody_named(answer) and not _somebody_told(case, answer):
            what = text("lead.act_today_open", matter=_matter(session, answer))
            lines.append(_line(case, stream, answer.contact, answer.children, what))
    for standing in children_standing(case, today):
        on_plan = bool(plans_in_force(case, standing.child.id, today))
        if on_plan and standing.by is not None and standing.by < today:
            what = text("lead.past_date", by=standing.by)
            lines.append(_line(case, stream, "", (standing.child.id,), what, by=standing.by))
    lines += [
        _line(case, stream, reply.contact, (), text("lead.please_ring", by=case.name(reply.by)))
        for reply in case.of(Reply)
        if reply.what == "please_ring_me" and case.first_id(reply.contact) not in read
    ]
    return _each_once(lines)


def _matter(session: Session, answer: Answer) -> Text:
    """What a question is about, in the words that a worker holds in mind: short, and without names."""
    question = session.bank.questions.get(answer.question)
    return text(question.mind if question is not None and question.mind else "lead.a_question")


def _nobody_named(answer: Answer) -> bool:
    return answer.how in ("offered", "could_not_ask") or (answer.how == "told" and not answer.told_who.strip())


def _somebody_told(case: Case, answer: Answer) -> bool:
    """Whether somebody outside the family is named at the other end of this very matter: told on its card, or of what
    it is about, at that contact. Who was told of something else answers nothing.
    """
    first = case.first_id
    about = {first(one.removeprefix("child:")) for one in (*answer.about, *answer.children)}
    for told in case.of(Told):
        if first(told.contact) != first(answer.contact) or not told.who or _of_family(case, told.who):
            continue
        named = {first(one.removeprefix("child:")) for one in told.about}
        if told.card == answer.card if told.card else not named.isdisjoint(about):
            return True
    return False


def _of_family(case: Case, id: str) -> bool:  # noqa: A002  # the field's word
    first = case.first_id(id.removeprefix("child:"))
    return first in case.people or any(child.id == first for child in case.children)


def _each_once(lines: list[InboxLine]) -> list[InboxLine]:
    found: dict[tuple[str, str, str, tuple[str, ...]], InboxLine] = {}
    for line in lines:
        matter = line.what.args.get("matter")
        found.setdefault((line.contact, line.what.id, matter.id if matter else "", line.children), line)
    return list(found.values())


def _waiting(session: Session, stream: str, case: Case) -> list[InboxLine]:
    lines = [
        _line(case, stream, one.id, (), text("joint.asked", by=case.name(one.by), day=one.date))
        for one in to_sign(case, session.who.member)
    ]
    lines += [
        _line(case, stream, question.contact, question.children, text("lead.question_open", words=question.text))
        for question in open_questions_back(case)
    ]
    lines += [
        _line(case, stream, contact, due.children, text("lead.carried", question=due.wording[0]))
        for due, contact in gone_to_lead(session, case)
    ]
    asked = {question.id for question in case.of(QuestionBack) if question.by == session.who.member}
    read = _read_by(case, session.who.member)
    lines += [
        _line(case, stream, answer.contact, answer.children, text("lead.question_answered", words=answer.text))
        for answer in case.of(Answer)
        if answer.answers in asked and case.first_id(answer.contact) not in read
    ]
    return lines


def _came_in(session: Session, stream: str, case: Case) -> list[InboxLine]:
    signed = signed_notes(session, stream)
    read = _read_by(case, session.who.member)
    lines = []
    for kept in case.kept:
        contact = kept.item
        if not isinstance(contact, Contact) or kept.entry == "imported":
            continue
        first = case.first_id(contact.id)
        if kept.by == session.who.member or first in read:
            continue
        at = signed[kept.record].at if kept.record in signed else ""
        lines.append(
            _line(
                case,
                stream,
                first,
                (),
                contact_heading(case, contact),
                more=_whats_new(case, first),
                since=at,
                on=contact.date,
                writer=case.name(kept.by) if kept.by else "",
            )
        )
    return lines


def _whats_new(case: Case, contact: str) -> tuple[Text, ...]:
    """The marks, then who was seen alone; nothing of that where nobody was seen, as on the phone."""
    found: list[Text] = []
    marks = [mark for mark in case.of(Mark) if case.first_id(mark.contact) == contact]
    if marks:
        found.append(text("lead.new_marks", n=len(marks), first=mark_heading(case, marks[0])))
    seen = [one for one in case.seen_at.get(contact, ()) if one.seen == "yes"]
    alone = Names(case.name(one.child) for one in seen if one.alone == "yes")
    if seen:
        found.append(text("lead.alone", children=alone) if alone else text("lead.nobody_alone"))
    return tuple(found)


def _dates(session: Session, stream: str, case: Case) -> list[InboxLine]:
    today, until = session.today(), session.today() + DATES_AHEAD
    lines = []
    for one in children_standing(case, today):
        past = one.by is not None and one.by < today
        # On a plan and past the date: that stands in what needs the lead today.
        if one.by is None or one.by > until or (past and plans_in_force(case, one.child.id, today)):
            continue
        what = text("lead.past_date" if past else "lead.to_be_seen", by=one.by)
        lines.append(_line(case, stream, "", (one.child.id,), what, by=one.by))
    lines += [
        _line(
            case,
            stream,
            action.contact,
            action.about,
            text("lead.action_due", what=action.what, by=action.by),
            by=action.by,
        )
        for action in open_actions(case)
        if action.by is not None and action.by <= until
    ]
    return lines


def _read_by(case: Case, member: str) -> frozenset[str]:
    return frozenset(case.first_id(one.contact) for one in case.of(ReadBy) if one.by == member)


def _review(session: Session, stream: str, contact: str, *items: Item) -> None:
    lines = tuple(Line(item) for item in items)  # type: ignore[arg-type]  # each is one of the union
    entry = Entry(kind="review", at=session.at(), by=session.who.member, lines=lines, contact=contact)
    case = session.case(stream)
    if session.who.member not in case.professionals:
        entry = Entry(kind="review", at=entry.at, by=entry.by, lines=(Line(session.myself()), *lines), contact=contact)
    write(session, stream, entry)


def mark_read(session: Session, stream: str, contact: str) -> None:
    """Say that this visit was read through. Saying it twice changes nothing."""
    case = session.case(stream)
    if case.first_id(contact) in _read_by(case, session.who.member):
        return
    kept = case.kept_by_id.get(contact)
    if kept is None:
        raise Refused("reading.no_such_visit")
    _review(
        session,
        stream,
        contact,
        ReadBy(id=session.new_id(), contact=contact, record=kept.record, by=session.who.member),
    )


def question_back(session: Session, stream: str, contact: str, words: str, children: tuple[str, ...] = ()) -> None:
    """Put a question back to the writer of a visit: the first prompt of the next visit. Refused without words."""
    if not words.strip():
        raise Refused("lead.no_question")
    found = contact_of(session.case(stream), contact)
    if found is None:
        raise Refused("reading.no_such_visit")
    question = QuestionBack(
        id=session.new_id(),
        text=words.strip(),
        contact=contact,
        to=found.by,
        by=session.who.member,
        children=children,
    )
    _review(session, stream, contact, question)


def reply(session: Session, stream: str, contact: str, what: str, words: str = "", when: str = "") -> None:
    """A short reply: good_catch, i_see_it_differently (words), lets_talk (when), i_take_this_on, please_ring_me."""
    if what in ("good_catch", "i_see_it_differently") and not words.strip():
        raise Refused("lead.reply_words")
    if what == "lets_talk" and not when.strip():
        raise Refused("lead.reply_when")
    one = Reply(
        id=session.new_id(), contact=contact, what=what, text=words.strip(), when=when.strip(), by=session.who.member
    )
    _review(session, stream, contact, one)


def decide(session: Session, stream: str, contact: str, what: str, why: str, dissent: str = "") -> None:
    """Record a decision. Refused without reasons: those who carry it out, and the family, will read them."""
    if not what.strip():
        raise Refused("lead.no_decision")
    if not why.strip():
        raise Refused("lead.no_reasons")
    decision = Decision(
        id=session.new_id(),
        contact=contact,
        what=what.strip(),
        why=why.strip(),
        by=session.who.member,
        dissent=(Dissent(text=dissent.strip()),) if dissent.strip() else (),
    )
    _review(session, stream, contact, decision)
