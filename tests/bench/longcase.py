"""A family of long standing: some thousands of contacts with what was seen, said and asked at them. All invented."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from tests.bench import prose
from visitapp.actions.session import Session
from visitapp.actions.writing import make_case_stream, settle, write
from visitapp.domain.contact import ChildSeen, Contact, LookedAt, Note, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.family import CaseHeader, Child, LivedAt, Person
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.domain.judgement import Action, Answer, View, Worry
from visitapp.domain.marks import Account, Mark

_KINDS = ("home_visit", "phone", "school_visit", "meeting", "home_visit", "phone", "other")
_PLACES = (
    ("cheek_unspecified", "left"),
    ("forehead", "unknown"),
    ("shin", "left"),
    ("shin", "right"),
    ("knee", "left"),
)
_TEXT = 300


def sign_long_case(session: Session, contacts: int) -> str:
    """Sign a case with so many contacts, one every other day up to today; its stream."""
    chance = random.Random(11)
    stream = make_case_stream(session)
    family = tuple(_family(session, chance))
    first = session.today() - timedelta(days=2 * contacts)
    write(session, stream, _entry(session, "opening", family, known=first), many=True)
    children = [one.id for one in family if isinstance(one, Child)]
    notes = prose.notes(_TEXT)
    for number in range(contacts):
        day = session.today() - timedelta(days=2 * (contacts - number))
        items = tuple(_visit(session, chance, children, day, next(notes)))
        write(session, stream, _entry(session, "visit", items, items[0].id, day), many=True)
    settle(session)
    return stream


def _entry(
    session: Session, kind: str, items: tuple[AnyItem, ...], contact: str = "", known: date | None = None
) -> Entry:
    lines = tuple(Line(item, known_on=known) for item in items)
    return Entry(kind=kind, at=session.at(), by=session.who.member, lines=lines, contact=contact)  # type: ignore[arg-type]


def _family(session: Session, chance: random.Random) -> Iterator[AnyItem]:
    yield CaseHeader(id=session.new_id(), reference="LB-2000", title="Hazel family")
    yield session.myself()
    mother, father = (Person(id=session.new_id(), name=name, relation="parent") for name in ("Rose", "Dan"))
    yield from (mother, father)
    for name, months in (("Ann", 8), ("Joe", 62), ("Kit", 130)):
        child = Child(id=session.new_id(), name=name, born=Day.of(session.today() - timedelta(days=months * 30)))
        yield child
        yield LivedAt(id=session.new_id(), child=child.id, place="home", people=(mother.id, father.id))


def _visit(session: Session, chance: random.Random, children: list[str], day: date, words: str) -> Iterator[AnyItem]:
    kind = chance.choice(_KINDS)
    contact = Contact(id=session.new_id(), date=Day.of(day), kind=kind, by=session.who.member)  # type: ignore[arg-type]
    about = {"contact": contact.id}
    yield contact
    yield Note(id=session.new_id(), **about, paragraphs=(Paragraph(words),))
    if kind != "home_visit":
        return
    for child in children:
        yield ChildSeen(id=session.new_id(), **about, child=child, seen=chance.choice(("yes", "yes", "no", "unknown")))
    yield LookedAt(id=session.new_id(), **about, bedroom=chance.choice(("yes", "unknown", "refused")))
    if chance.random() < 0.15:
        region, side = chance.choice(_PLACES)
        mark = Mark(
            id=session.new_id(), **about, child=chance.choice(children), region=region, side=side, kind="bruise"
        )
        yield mark
        if chance.random() < 0.7:
            yield Account(id=session.new_id(), **about, by="Rose", about=(mark.id,), cause="fell", text=words[:80])
    if chance.random() < 0.1:
        yield Worry(id=session.new_id(), **about, by="neighbour", about=chance.choice(children), text=words[:90])
    for question in chance.sample(("Q10", "Q14", "Q26", "Q35", "Q41"), 3):
        yield Answer(id=session.new_id(), **about, question=question, text=words[:60], card=question)
    if chance.random() < 0.3:
        yield Action(id=session.new_id(), **about, what="Ring the school", who="Asha", by=day + timedelta(days=9))
    if chance.random() < 0.3:
        yield View(id=session.new_id(), **about, holds="unclear", by=session.who.member, changed="no")
