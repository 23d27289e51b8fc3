"""A joint visit: who of us was there too, who of them can read this family, and the colleague's own signature.

The colleague signs a record of their own that names the visit and the record of it that they read.
"""

from msgspec import Struct

from visitapp.actions.cases import title_of
from visitapp.actions.readers import readers
from visitapp.actions.session import Session
from visitapp.actions.writing import write
from visitapp.domain import joint as joint_of
from visitapp.domain.case import Case
from visitapp.domain.contact import Contact
from visitapp.domain.days import Day
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.domain.judgement import CoSignature
from visitapp.domain.organisation import Member
from visitapp.domain.standing import contact_of
from visitapp.errors import Refused
from visitapp.store import streams
from visitapp.words import Names, Text, text


class Colleague(Struct, frozen=True):
    """Another member of the organisation. `reads`: this family is on their laptops too, so a visit comes to them."""

    member: str
    name: str
    job: str
    reads: bool


class ToSign(Struct, frozen=True):
    """A visit that a colleague asks this person to sign with them. `by`: that colleague's name."""

    stream: str
    title: str
    contact: str
    on: Day
    by: str


class Together(Struct, frozen=True):
    """Who signed a visit and who is awaited, in a sentence each (`waiting` None: nobody).

    `asks`: who asks the reader of the page to sign it with them; "" where nobody does.
    """

    signed: Text
    waiting: Text | None
    asks: str


def colleagues(session: Session, stream: str) -> tuple[Colleague, ...]:
    """Everybody else of the organisation, in the order in which they came."""
    members = {one.id: one for one in session.organisation().of(Member)}
    reading = readers(session, stream)
    return tuple(
        Colleague(one.id, one.name, one.job, one.id in reading)
        for one in members.values()
        if one.id != session.who.member
    )


def to_sign(session: Session) -> tuple[ToSign, ...]:
    """The visits of all families on this laptop that wait for this person's signature, the oldest first."""
    found = [one for stream in streams.cases(session.db) for one in session.of_case(stream, to_sign_in)]
    return tuple(sorted(found, key=lambda one: one.on.last()))


def to_sign_in(session: Session, stream: str) -> tuple[ToSign, ...]:
    """Those of one family: for `of_case`."""
    case = session.case(stream)
    waiting = joint_of.to_sign(case, session.who.member)
    return tuple(ToSign(stream, title_of(case), one.id, one.date, case.name(one.by)) for one in waiting)


def together(case: Case, contact: Contact, reader: str = "") -> Together | None:
    """Who signs a visit, in words; None where its author alone does. `reader`: the member who reads it."""
    both = joint_of.joint(case, contact)
    if both is None:
        return None
    signed = Names(case.name(one) for one in dict.fromkeys((contact.by, *(each.by for each in both.signed))))
    awaited = Names(case.name(one) for one in both.awaited)
    return Together(
        text("joint.signed_by", names=signed),
        text("joint.waiting_for", names=awaited) if awaited else None,
        case.name(contact.by) if reader in both.awaited else "",
    )


def co_sign(session: Session, stream: str, contact: str, differs: str = "") -> None:
    """Sign a colleague's visit too. `differs`: what one remembers differently, kept beside it in these words.

    Signing twice changes nothing. Raises Refused for a visit that nobody asked this person to sign.
    """
    case, me = session.case(stream), session.who.member
    found = contact_of(case, contact)
    if found is None:
        raise Refused("reading.no_such_visit")
    both = joint_of.joint(case, found)
    if both is None or me not in both.asked:
        raise Refused("joint.not_asked")
    if me not in both.awaited:
        return
    items: tuple[AnyItem, ...] = (
        CoSignature(
            id=session.new_id(),
            contact=contact,
            record=case.kept_by_id[contact].record,
            by=me,
            differs=differs.strip(),
        ),
    )
    lines = tuple(Line(item) for item in items)
    write(session, stream, Entry(kind="co_signature", at=session.at(), by=me, lines=lines, contact=contact))
