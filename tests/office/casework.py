"""Families in the office: a case brought in, own visits with marks and what was said of them, a correction, replies."""

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from tests.office.made import Office
from visitapp.actions import addenda, cases, lead
from visitapp.actions.session import Session
from visitapp.actions.writing import write
from visitapp.demo.families import family
from visitapp.domain.codes import ContactKind, EntryKind, Outcome
from visitapp.domain.contact import ChildSeen, Contact, LookedAt, Note, Observation, Paragraph
from visitapp.domain.days import Day
from visitapp.domain.draft import Draft, DraftKind
from visitapp.domain.family import Child
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.domain.judgement import Action, Answer, NextVisit, ParentsView, Told, View, Worry
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.store import drafts

FIRST_WORDS = "She rolled onto her toy in the cot."
LATER_WORDS = "She rolled onto her toy in her sleep. I found it in the morning."


class Casework(Struct, frozen=True, kw_only=True):
    """What stands there. `visit`: the contact with marks; `phone`, `no_reply`: short ones.

    `account`: what was corrected. `bruise`: the mark on the younger child. `ash`: a family whose contact is not sent.
    """

    brindle: str
    tallis: str
    quill: str
    ash: str
    visit: str
    phone: str
    no_reply: str
    account: str
    bruise: str
    mia: str
    tom: str


def signed(
    session: Session,
    stream: str,
    day: date,
    items: Sequence[AnyItem] = (),
    *,
    contact: str = "",
    kind: ContactKind = "home_visit",
    entry: EntryKind = "visit",
    outcome: Outcome = "seen",
    time: str = "14:00",
    note: Sequence[Paragraph] = (),
) -> str:
    """Sign a contact with its items; its id."""
    id_ = contact or session.new_id()
    made = Contact(id=id_, date=Day.of(day), time=time, kind=kind, by=session.who.member, outcome=outcome)
    notes = (Note(id=session.new_id(), contact=id_, paragraphs=tuple(note), begun=session.at(), ended=session.at()),)
    lines = tuple(Line(item) for item in (session.myself(), made, *items, *(notes if note else ())))
    write(session, stream, Entry(kind=entry, at=session.at(), by=session.who.member, lines=lines, contact=id_))
    return id_


def begun(session: Session, stream: str, kind: DraftKind = "visit") -> Draft:
    """An unfinished draft, paused."""
    contact = Contact(id=session.new_id(), date=Day.of(session.today()), kind="home_visit", by=session.who.member)
    at = session.at()
    draft = Draft(
        id=session.new_id(), case=stream, kind=kind, begun=at, saved=at, contact=contact, movement="write_up",
        paused=True,
    )  # fmt: skip
    drafts.save(session.db, draft, at)
    return draft


def casework(office: Office) -> Casework:
    """Fill the office, and sync both laptops."""
    worker, today = office.worker, office.worker.today()
    streams = {name: cases.take_in(worker, family(name, today)) for name in ("brindle", "tallis", "quill")}
    brindle = streams["brindle"]
    case = worker.case(brindle)
    ids = {one.name.split()[0]: one.id for one in (*case.children, *case.people.values())}
    visit, bruise, account = worker.new_id(), worker.new_id(), worker.new_id()
    signed(
        worker,
        brindle,
        today - timedelta(days=3),
        _seen_and_said(worker, ids, visit, bruise, account, today),
        contact=visit,
        note=(
            Paragraph("The flat was warm.", "saw_or_heard"),
            Paragraph("Dan has been back since Sunday.", "told_by", ids["Jess"]),
            Paragraph("I think that the nights have changed.", "my_view"),
        ),
    )
    view = View(
        id=worker.new_id(), contact=visit, holds="unclear", rivals=("neglect",), by=worker.who.member,
        why="The bruise does not go with a baby who does not roll yet.",
    )  # fmt: skip
    write(
        worker,
        brindle,
        Entry(kind="make_of_it", at=worker.at(), by=worker.who.member, lines=(Line(view),), contact=visit),
    )
    phone = signed(
        worker, brindle, today - timedelta(days=1), kind="phone", entry="quick_note", time="09:40",
        note=(Paragraph("Jess rang. The doctor saw Mia on Friday."),),
    )  # fmt: skip
    no_reply = signed(worker, brindle, today - timedelta(days=2), entry="no_reply", outcome="no_reply", time="10:15")
    instead = Account(
        id=worker.new_id(), contact=visit, by=ids["Jess"], to=worker.who.member, about=(bruise,), cause="self",
        text=LATER_WORDS, verbatim=True,
    )  # fmt: skip
    addenda.add(worker, brindle, visit, account, instead, "Jess asked for her words to be put right.", "family")
    for session in (worker, office.lead):
        assert office.sync(session).problem is None
    lead.question_back(office.lead, brindle, visit, "Who saw Mia between Tuesday and Thursday?", (ids["Mia"],))
    lead.decide(office.lead, brindle, visit, "Strategy discussion tomorrow.", "A bruise on a baby.", "The GP waits.")
    for session in (office.lead, worker):
        assert office.sync(session).problem is None
    ash = cases.begin_case(worker, "DEMO-104", "Ash family", (Child(id=worker.new_id(), name="Bo Ash"),))
    signed(worker, ash, today, time="11:00", note=(Paragraph("First visit. Bo slept."),))
    return Casework(
        **streams, ash=ash, visit=visit, phone=phone, no_reply=no_reply, account=account, bruise=bruise,
        mia=ids["Mia"], tom=ids["Tom"],
    )  # fmt: skip


def _seen_and_said(
    worker: Session, ids: dict[str, str], visit: str, bruise: str, account: str, today: date
) -> tuple[AnyItem, ...]:
    new, me = worker.new_id, worker.who.member
    mia, tom, jess, ruth = ids["Mia"], ids["Tom"], ids["Jess"], ids["Ruth"]
    return (
        ChildSeen(id=new(), contact=visit, child=mia, seen="yes", awake="yes"),
        ChildSeen(
            id=new(), contact=visit, child=tom, seen="yes", alone="yes", spoken_to="yes",
            words="Dan sleeps on the settee now.", question="Who is at home in the night?",
        ),
        LookedAt(id=new(), contact=visit, bedroom="yes", food="yes", mouth="no"),
        Mark(
            id=bruise, contact=visit, child=mia, region="cheek_fleshy", side="left", kind="bruise", size_mm=(12, 9),
            text="Round, blue.", seen_by="us",
        ),
        Mark(id=new(), contact=visit, child=tom, region="shin", side="right", kind="graze", text="A scab."),
        Opinion(id=new(), mark=bruise, by=ids["Jess"], says="unclear", text="The doctor is not sure."),
        Account(
            id=account, contact=visit, by=jess, to=me, about=(bruise,), cause="self", text=FIRST_WORDS, verbatim=True
        ),
        Account(
            id=new(), contact=visit, by=ruth, to=me, about=(bruise,), cause="not_known",
            text="It was not there on Tuesday.", verbatim=True, fits="no",
        ),
        Observation(id=new(), contact=visit, about=jess, text="Jess picked Mia up at once.", source="seen"),
        Observation(id=new(), contact=visit, about=tom, text="Tom has been early.", source="told", by=jess),
        Worry(id=new(), contact=visit, by=ruth, about=mia, text="I do not know who is in the flat at night."),
        Answer(
            id=new(), question="Q16", contact=visit, how="told", children=(mia,), told_who="Doctor on call",
            told_at="15:10", text="Asked for an appointment.",
        ),
        Action(id=new(), contact=visit, what="Ring the health visitor", who=me, by=today, about=(mia,)),
        ParentsView(id=new(), contact=visit, by=jess, text="I think people fuss.", about="worry", agrees="no"),
        Told(id=new(), contact=visit, who="Doctor on call", at="29 May 15:10", said="Bring her in."),
        NextVisit(id=new(), contact=visit, by=today - timedelta(days=1), who=me),
    )  # fmt: skip
