"""An invented family with two children, a baby and a schoolchild, and plain verbs that keep drafts in a dict."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta, timezone
from itertools import count

from msgspec.structs import replace

from visitapp.actions.visits import Prepared, Resumed
from visitapp.domain.case import Case, Kept
from visitapp.domain.contact import ChildSeen, Contact, LookedAt
from visitapp.domain.days import Day
from visitapp.domain.draft import Draft
from visitapp.domain.family import Address, CaseHeader, Child, Person, Plan, Professional, Stay
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import Action, NextVisit, View
from visitapp.domain.marks import Mark
from visitapp.domain.standing import children_standing, is_ours, open_actions, unexplained_marks, view_held
from visitapp.questions.choosing import Card, Due, Offer
from visitapp.ui.visit.verbs import VisitVerbs
from visitapp.words import text

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 10, 30, tzinfo=timezone(timedelta(0)))

ITEMS: tuple[tuple[str, AnyItem], ...] = (
    ("2026-09-08", CaseHeader(id="case", reference="DEMO-101", title="Brindle family")),
    (
        "2026-09-08",
        Address(
            id="flat",
            label="12 Larch Court, top floor",
            safety="The dog is loose on the stairs. Ring before you go up.",
        ),
    ),
    ("2026-09-08", Child(id="mia", name="Mia Brindle", born=Day(2026, 3, 2), verbal="no", language="en")),
    ("2026-09-08", Child(id="tom", name="Tom Brindle", born=Day(2021, 5, 14), verbal="yes", language="en")),
    ("2026-09-08", Plan(id="p1", child="mia", kind="child_in_need", visit_every_days=20, since=Day(2026, 9, 10))),
    ("2026-09-08", Plan(id="p2", child="tom", kind="child_in_need", visit_every_days=20, since=Day(2026, 9, 10))),
    ("2026-09-08", Person(id="jess", name="Jess Brindle", relation="mother")),
    ("2026-09-08", Person(id="dan", name="Dan Pryce", relation="Mia's father", male_carer=True)),
    ("2026-09-24", Person(id="gran", name="Ruth Brindle", relation="grandmother")),
    ("2026-09-08", Stay(id="s1", person="jess")),
    ("2026-09-08", Professional(id="me", sector="social_care", name="Alex Reed", role="Social worker", member="me")),
    ("2026-09-08", Professional(id="hv", sector="health", role="Health visitor", agency="community health")),
    (
        "2026-09-24",
        Contact(
            id="b2",
            date=Day(2026, 9, 24),
            kind="home_visit",
            time="14:00",
            by="me",
            place="home",
            address="flat",
            minutes=50,
            announced="yes",
            purpose="statutory",
            counts_as_statutory="yes",
            outcome="seen",
            present=("jess", "gran"),
        ),
    ),
    ("2026-09-24", ChildSeen(id="b2m", contact="b2", child="mia", seen="yes", awake="yes", undressed="partly")),
    (
        "2026-09-24",
        ChildSeen(
            id="b2t", contact="b2", child="tom", seen="yes", spoken_to="yes", alone="no", words="I can do the zip."
        ),
    ),
    ("2026-09-24", LookedAt(id="b2l", contact="b2", bedroom="yes", food="yes")),
    ("2026-09-24", Mark(id="b2k", contact="b2", child="tom", region="shin", side="left", kind="bruise")),
    (
        "2026-09-24",
        Action(
            id="a1",
            contact="b2",
            what="Ask the surgery for the feeding clinic date",
            who="me",
            by=date(2026, 10, 8),
            about=("mia",),
        ),
    ),
    (
        "2026-09-24",
        Action(
            id="a2",
            contact="b2",
            what="Keep the feeding times on the fridge each day",
            who="jess",
            by=date(2026, 10, 16),
            about=("mia",),
        ),
    ),
    ("2026-09-24", NextVisit(id="n1", contact="b2", by=date(2026, 10, 15), who="me")),
    (
        "2026-09-24",
        View(
            id="v1",
            contact="b2",
            by="me",
            holds="neglect",
            rivals=("medical",),
            would_change_it="Weight back on her line for two months.",
        ),
    ),
)


def case() -> Case:
    """The family as the team knows it."""
    return Case(
        Kept(item, date.fromisoformat(day), date.fromisoformat(day), place=(0, "", index), by="me")
        for index, (day, item) in enumerate(ITEMS)
    )


QUESTION = Card(
    key="tom:words",
    tier=2,
    today=False,
    children=("tom",),
    dues=(
        Due(
            question="Q07",
            tier=2,
            when="",
            subject="tom",
            children=("tom",),
            about=("tom",),
            why=text("visit.day", day=Day(2026, 9, 24)),
            because=(),
            rules=(),
            carried=False,
            shown=True,
            card="tom:words",
        ),
    ),
    wording=text("visit.names", names="What did Tom say in his own words, and what had you asked?"),
    why=(text("visit.names", names="Nobody has written down Tom's words since 24 September 2026."),),
    mind=text("visit.names", names="A child's own words, and the question before them."),
    field="",
)
ACT_TODAY = Card(
    key="mia:covered",
    tier=0,
    today=True,
    children=("mia",),
    dues=(
        Due(
            question="Q19",
            tier=0,
            when="today",
            subject="mia",
            children=("mia",),
            about=("mia",),
            why=text("visit.day", day=Day(2026, 11, 20)),
            because=(),
            rules=(),
            carried=False,
            shown=True,
            card="mia:covered",
        ),
    ),
    wording=text(
        "visit.names",
        names="Part of Mia's face could not be seen. Did you ask for it to be wiped or moved? "
        "If you can, go back now. If not, who will see it today?",
    ),
    why=(
        text(
            "visit.names", names="Chocolate was over her face today, and it was not seen afterwards. Mia is under five."
        ),
    ),
    mind=None,
    field="",
)


class Who:
    """The worker of these tests."""

    member, name, role, job = "me", "Alex Reed", "worker", "Social worker"


class FakeSession:
    """A clock that stands still, ids that count up."""

    who = Who()

    def __init__(self) -> None:
        self._ids: Iterator[int] = count(1)

    def today(self) -> date:
        return TODAY

    def now(self) -> datetime:
        return NOW

    def at(self) -> str:
        return NOW.isoformat(timespec="seconds")

    def new_id(self) -> str:
        return f"id{next(self._ids)}"


class Kitchen:
    """What the plain verbs below keep and note."""

    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {}
        self.saves: list[Draft] = []
        self.paused: list[Draft] = []
        self.signed: list[tuple[str, Draft]] = []
        self.cards: Callable[[Draft], tuple[Card, ...]] = due

    def verbs(self) -> VisitVerbs:
        return VisitVerbs(
            begin=self.begin,
            resume=lambda _session, id_: Resumed(self.drafts[id_], not self.drafts[id_].paused, self.drafts[id_].saved),
            save=self.save,
            pause=self.pause,
            discard=lambda _session, id_: self.drafts.pop(id_) and None,
            prepare=lambda _session, draft: prepared(draft, self.cards(draft)),
            offer=lambda _session, draft: Offer(self.cards(draft)),
            still_open=lambda _session, draft, cards: (
                (text("visits.open.questions", n=len(cards), times=3),) if cards else ()
            ),
            sign_happened=self.sign_happened,
            sign_make_of_it=lambda _session, draft: self.signed.append(("make_of_it", draft)),
            colleagues_views=lambda _session, _stream: (("Sam Lee", View(id="v9", by="sam", holds="unmet_need")),),
            sign_quick_note=lambda _session, draft: self.signed.append(("quick_note", draft)),
            sign_no_reply=lambda _session, draft: self.signed.append(("no_reply", draft)),
        )

    def begin(self, session, stream, kind):
        contact = Contact(
            id="now",
            date=Day.of(TODAY),
            time="10:30",
            kind="phone" if kind == "quick_note" else "home_visit",
            by="me",
            place={"quick_note": "phone", "no_reply": "doorstep"}.get(kind, "home"),
            outcome="no_reply" if kind == "no_reply" else None,
        )
        items = ()
        if kind == "visit":
            items = (
                *(ChildSeen(id=f"seen-{c}", contact="now", child=c) for c in ("mia", "tom")),
                LookedAt(id="looked", contact="now"),
            )
        draft = Draft(
            id="draft",
            case=stream,
            kind=kind,
            begun=session.at(),
            contact=contact,
            items=items,
            movement="prepare" if kind == "visit" else "write_up",
        )
        self.drafts[draft.id] = draft
        return draft

    def save(self, _session, draft):
        self.saves.append(draft)
        self.drafts[draft.id] = replace(draft, saved="2026-11-20T10:31:00+00:00", paused=False)
        return "10:31"

    def pause(self, _session, draft):
        self.paused.append(draft)
        self.drafts[draft.id] = replace(draft, saved="2026-11-20T10:31:00+00:00", paused=True)

    def sign_happened(self, _session, draft, cards):
        self.signed.append(("happened", draft))
        waiting = replace(draft, items=draft.make_of_it(), movement="sign_make_of_it", happened_record="r1")
        self.drafts[draft.id] = waiting
        return waiting


def due(draft: Draft) -> tuple[Card, ...]:
    """One rotating question; and one to act on today while a part of Mia was covered and not seen."""
    covered = any(
        isinstance(one, ChildSeen) and any(part.then_seen != "yes" for part in one.covered) for one in draft.items
    )
    return (ACT_TODAY, QUESTION) if covered else (QUESTION,)


def prepared(draft: Draft, cards: tuple[Card, ...]) -> Prepared:
    known = case()
    actions = open_actions(known)
    return Prepared(
        draft=draft,
        case=known,
        safety=("12 Larch Court, top floor: The dog is loose on the stairs. Ring before you go up.",),
        children=children_standing(known, TODAY),
        ours=tuple(one for one in actions if is_ours(known, one)),
        theirs=tuple(one for one in actions if not is_ours(known, one)),
        hold_in_mind=tuple(card.mind for card in cards if card.mind is not None),
        unexplained=unexplained_marks(known),
        cards=cards,
        my_view=view_held(known, "me"),
        others_today=(),
    )
