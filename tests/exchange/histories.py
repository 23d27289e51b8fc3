"""Invented case histories for hypothesis: everything that a case file can hold, in the form in which it holds it."""

import datetime
from itertools import count
from typing import Any

from hypothesis import strategies as st

from visitapp.domain import codes
from visitapp.domain.case import Kept
from visitapp.domain.codes import codes as values
from visitapp.domain.contact import (
    ChildSeen,
    Contact,
    Covered,
    LookedAt,
    Measure,
    Note,
    Observation,
    Paragraph,
    PlaceProposed,
    SaidToBe,
)
from visitapp.domain.contact import Part as SeenPart
from visitapp.domain.days import Day, StatedAge
from visitapp.domain.family import (
    Address,
    CaseHeader,
    Child,
    KnownLater,
    LivedAt,
    Milestone,
    Partnership,
    Person,
    Plan,
    Professional,
    Stay,
)
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import (
    Action,
    ActionUpdate,
    Answer,
    Decision,
    Dissent,
    NextVisit,
    ParentsView,
    Told,
    View,
    Worry,
    WorryUpdate,
)
from visitapp.domain.marks import Account, Hours, Mark, Opinion
from visitapp.domain.regions import REGIONS
from visitapp.exchange.casefile import QUESTIONS

WORDS = st.one_of(
    st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=30),
    st.sampled_from(
        ["null", "yes", "10:30", "2021-04-09", "- a", "# b", "a: b", "'", '"', " x ", "~", "{", "…", "\t\n "]
    ),
).filter(lambda words: words != "unknown" and not words.startswith("child:"))
ID_STARTS = st.sampled_from(
    ["c", "m ", "a:b", "#", "yes", "[", "é", "-", "'", '"', "1", "&", "*", "!", "null", "%", "@"]
)
DATES = st.dates(datetime.date(2015, 1, 1), datetime.date(2022, 12, 31))
DAYS = st.builds(
    lambda day, parts: Day(*[day.year, day.month, day.day][:parts]), DATES, st.sampled_from([3, 3, 3, 2, 1])
)
TRUTH = st.sampled_from(values(codes.Truth))
NUMBERS = st.one_of(st.integers(0, 400).map(float), st.floats(0, 1e6, allow_nan=False))
WHOLE = st.integers(0, 500)
TIMES = st.times().map(lambda time: f"{time.hour:02}:{time.minute:02}")


def one(closed_list: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from(values(closed_list))


def maybe(strategy: st.SearchStrategy[Any], default: Any = None) -> st.SearchStrategy[Any]:
    return st.one_of(st.just(default), strategy)


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


MAYBE_WORDS = maybe(WORDS, "")
NOT_ASKED = st.sampled_from(["not_safe_to_ask", "does_not_fit", "someone_else", "could_not_ask"])


class History:
    """One history while it is drawn. `kept` grows; ids are unique and odd on purpose."""

    def __init__(self, draw: Any) -> None:
        self.draw = draw
        self.kept: list[Kept] = []
        self._number = count()

    def new(self) -> str:
        return f"{self.draw(ID_STARTS)}~{next(self._number)}"

    def keep(self, item: AnyItem, known_on: datetime.date | None) -> str:
        self.kept.append(Kept(item, known_on, datetime.date(2020, 1, 1), place=(0, "", len(self.kept))))
        return item.id

    def known(self) -> datetime.date | None:
        return self.draw(maybe(DATES))  # type: ignore[no-any-return]

    def add(self, kind: Any, known_on: datetime.date | None, /, **fields: Any) -> str:
        drawn = {name: self.draw(one) if isinstance(one, st.SearchStrategy) else one for name, one in fields.items()}
        return self.keep(kind(id=self.new(), **drawn), known_on)


def among(ids: list[str], default: Any = "") -> st.SearchStrategy[Any]:
    return maybe(st.sampled_from(ids), default) if ids else st.just(default)


def several(ids: list[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(ids), max_size=3).map(tuple) if ids else st.just(())


@st.composite
def histories(draw: Any) -> list[Kept]:
    """What is kept of a case, in the order of a file."""
    history = History(draw)
    history.add(CaseHeader, None, reference=WORDS, case_system_id=MAYBE_WORDS, title=MAYBE_WORDS)
    people = [history.new() for _ in range(draw(st.integers(0, 2)))]
    for _ in range(draw(st.integers(0, 2))):
        span = {"since": maybe(DAYS), "until": maybe(DAYS)}
        history.add(Address, history.known(), label=WORDS, keep_from=several(people), **span)
    children = [_child(history, people) for _ in range(draw(st.integers(1, 2)))]
    for person in people:
        _person(history, person, people)
    professionals = [_professional(history) for _ in range(draw(st.integers(0, 2)))]
    _Contacts(history, children, people, professionals).draw_all()
    for _ in range(draw(st.integers(0, 1))):
        history.add(KnownLater, None, text=WORDS, date=maybe(DAYS), learned_on=maybe(DAYS))
    return history.kept


def _child(history: History, people: list[str]) -> str:
    age = st.builds(StatedAge, st.integers(0, 17), st.sampled_from(["years", "months"]), DATES)
    child = history.add(
        Child, None, name=WORDS, born=maybe(DAYS), age=maybe(age), unborn=st.booleans(), due=maybe(DATES), verbal=TRUTH,
        language=MAYBE_WORDS, disability=MAYBE_WORDS, school=MAYBE_WORDS, attends=TRUTH,
        parental_responsibility=several(people),
    )  # fmt: skip
    span = {"since": maybe(DAYS), "until": maybe(DAYS)}
    if history.draw(st.booleans()):
        history.add(Milestone, None, child=child, date=DAYS, what=one(codes.Milestone_), can=st.booleans())
        history.add(
            Plan, history.known(), child=child, kind=one(codes.PlanKind), category=MAYBE_WORDS,
            visit_every_days=maybe(WHOLE), goals=some(WORDS), **span,
        )  # fmt: skip
        history.add(LivedAt, history.known(), child=child, place=WORDS, people=several(people), **span)
    return child


def _person(history: History, person: str, people: list[str]) -> None:
    draw = history.draw
    words = {"name": draw(WORDS), "relation": draw(MAYBE_WORDS)}
    item = Person(id=person, child=draw(st.booleans()), male_carer=draw(st.booleans()), **words)
    history.keep(item, history.known())
    if draw(st.booleans()):
        history.add(Partnership, history.known(), person=person, partner_of=st.sampled_from(people))
    for _ in range(draw(st.integers(0, 2))):
        left = draw(st.booleans())
        until = None if left else draw(maybe(DAYS))
        history.add(Stay, history.known(), person=person, since=maybe(DAYS), until=until, until_unknown=left)


def _professional(history: History) -> str:
    name, role = history.draw(st.tuples(MAYBE_WORDS, MAYBE_WORDS).filter(any))
    return history.add(
        Professional, None, name=name, role=role, agency=MAYBE_WORDS, sector=one(codes.Sector), languages=some(WORDS)
    )


class _Contacts:
    """The contacts of a history, each with a thing or two of every kind."""

    def __init__(self, history: History, children: list[str], people: list[str], professionals: list[str]) -> None:
        self._history = history
        self._draw = history.draw
        self._children, self._people, self._professionals = children, people, professionals
        self._anybody = maybe(st.one_of(st.sampled_from([*children, *people, *professionals]), WORDS), "")
        self._somebody = st.one_of(st.sampled_from([*people, *professionals, "the neighbour"]), WORDS)
        self._earlier: dict[type, list[str]] = {Mark: [], Account: [], Worry: [], Action: []}
        self._marks: dict[str, str] = {}
        codes_ = ["source_asked_not_to_be_named", "legal_advice", "police_or_marac", "about_third_party"]
        self._handling = some(st.sampled_from([*codes_, *(f"keep_from:{person}" for person in people)]))

    def draw_all(self) -> None:
        for _ in range(self._draw(st.integers(0, 3))):
            known = self._history.known()
            contact = self._contact(known)
            for part in (self._seen, self._marks_and_accounts, self._worries, self._said, self._promised, self._last):
                if self._draw(st.booleans()):
                    part(contact, known)

    def _add(self, kind: Any, known: datetime.date | None, contact: str, /, **fields: Any) -> str:
        return self._history.add(kind, known, contact=contact, handling=self._handling, **fields)

    def _contact(self, known: datetime.date | None) -> str:
        day, until = self._draw(DAYS), self._draw(maybe(DAYS))
        exact = day.exact and (until is None or until.exact)
        proposed = st.builds(PlaceProposed, self._anybody, MAYBE_WORDS)
        return self._history.add(
            Contact, known, handling=self._handling, date=day, until=until, times=maybe(WHOLE),
            approximate=st.booleans() if exact else True, disputed=MAYBE_WORDS, time=maybe(TIMES, ""),
            kind=one(codes.ContactKind), also=some(one(codes.ContactKind)), purpose=maybe(one(codes.Purpose)),
            counts_as_statutory=TRUTH, by=among(self._professionals), also_by=several(self._professionals),
            agency=MAYBE_WORDS, place=maybe(one(codes.Place)), minutes=maybe(WHOLE), announced=TRUTH,
            place_chosen_by=among([*self._people, *self._professionals]), place_proposed=maybe(proposed),
            outcome=maybe(one(codes.Outcome)), present=several(self._people), unknown_adult_signs=TRUTH,
            attended=several(self._professionals), absent=several(self._professionals),
            children_seen_count=maybe(WHOLE), result=maybe(one(codes.LegalResult)), unease=MAYBE_WORDS,
            planned=some(WORDS), not_done=some(WORDS),
        )  # fmt: skip

    def _seen(self, contact: str, known: datetime.date | None) -> None:
        covered = st.builds(Covered, one(codes.BodyPart), MAYBE_WORDS, TRUTH, TRUTH)
        self._add(
            ChildSeen, known, contact, child=st.sampled_from(self._children), seen=TRUTH, alone=TRUTH, spoken_to=TRUTH,
            awake=TRUTH, undressed=one(codes.Undressed), covered=some(covered), words=MAYBE_WORDS, question=MAYBE_WORDS,
            said_to_be=maybe(st.builds(SaidToBe, MAYBE_WORDS, self._anybody)), wishes=MAYBE_WORDS,
            sleeps_tonight=MAYBE_WORDS, interpreter=maybe(one(codes.Interpreter)),
        )  # fmt: skip
        self._add(
            LookedAt, known, contact, bedroom=one(codes.Bedroom), rooms_refused=some(WORDS), food=TRUTH, mouth=TRUTH,
            animal=MAYBE_WORDS, parts=some(st.builds(SeenPart, one(codes.BodyPart), maybe(one(codes.HowSeen)))),
        )  # fmt: skip

    def _marks_and_accounts(self, contact: str, known: datetime.date | None) -> None:
        child = self._draw(st.sampled_from(self._children))
        earlier = [mark for mark in self._earlier[Mark] if self._marks[mark] == child]
        hours = st.lists(NUMBERS, min_size=2, max_size=2).map(lambda pair: Hours(min(pair), max(pair)))
        mark = self._add(
            Mark, known, contact, child=child, region=st.sampled_from(list(REGIONS)), kind=one(codes.MarkKind),
            side=one(codes.Side), pattern=one(codes.Pattern), count=maybe(WHOLE), areas=maybe(WHOLE),
            size_mm=maybe(st.tuples(NUMBERS, NUMBERS)), measured=st.booleans(), text=MAYBE_WORDS,
            certain=st.booleans(), seen_by=among(["us", *self._people, *self._professionals]), found=one(codes.Found),
            photograph=maybe(one(codes.Photograph)), held_by=self._anybody, edges=maybe(one(codes.Edges)),
            hours_to_help=maybe(hours), same_as=among(earlier, None),
        )  # fmt: skip
        self._earlier[Mark].append(mark)
        self._marks[mark] = child
        if self._professionals:
            self._history.add(
                Opinion, self._history.known(), mark=mark, by=st.sampled_from(self._professionals), date=maybe(DAYS),
                says=one(codes.OpinionSays), knew_history=TRUTH, text=MAYBE_WORDS, handling=self._handling,
            )  # fmt: skip
        speakers = [*self._people, *self._professionals, *(f"child:{one}" for one in self._children)]
        account = self._add(
            Account, known, contact, by=st.sampled_from(speakers), to=self._anybody, about=several(self._earlier[Mark]),
            cause=maybe(one(codes.Cause)), text=MAYBE_WORDS, verbatim=st.booleans(), accepted=st.booleans(),
            was_there=TRUTH, fits=TRUTH, same_as=among(self._earlier[Account], None),
        )  # fmt: skip
        self._earlier[Account].append(account)

    def _worries(self, contact: str, known: datetime.date | None) -> None:
        label = maybe(one(codes.WorryLabel))
        worry = self._add(
            Worry, known, contact, by=self._somebody, about=among(self._children), text=MAYBE_WORDS, first_hand=TRUTH,
            read_back=TRUTH, called=label,
        )  # fmt: skip
        self._earlier[Worry].append(worry)
        worries = st.sampled_from(self._earlier[Worry])
        self._add(
            WorryUpdate, known, contact, worry=worries, called=label, withdrawn=TRUTH, spoken_to=TRUTH, text=MAYBE_WORDS
        )

    def _said(self, contact: str, known: datetime.date | None) -> None:
        self._add(
            Observation, known, contact, about=among([*self._children, *self._people]), text=WORDS,
            source=one(codes.Source), by=self._anybody, tone=maybe(one(codes.Tone)), topic=maybe(one(codes.Topic)),
            change_for_child=st.booleans(), cooperative=st.booleans(),
        )  # fmt: skip
        child = st.sampled_from(self._children)
        measure = one(codes.MeasureOf)
        self._add(
            Measure, known, contact, child=child, what=measure, value=NUMBERS, centile=MAYBE_WORDS, by=self._anybody
        )
        if self._people:
            self._add(
                ParentsView, known, contact, by=st.sampled_from(self._people), text=WORDS,
                about=maybe(one(codes.ParentsViewAbout)), told_what_we_write=TRUTH, agrees=TRUTH,
            )  # fmt: skip

    def _promised(self, contact: str, known: datetime.date | None) -> None:
        if self._earlier[Action]:
            action = st.sampled_from(self._earlier[Action])
            self._add(ActionUpdate, known, contact, action=action, done=TRUTH, why=MAYBE_WORDS)
        children = several(self._children)
        action_ = self._add(Action, known, contact, what=WORDS, who=self._somebody, by=maybe(DATES), about=children)
        self._earlier[Action].append(action_)
        at = st.one_of(TIMES, DATES.map(str), st.builds("{} {}".format, DATES, TIMES), st.just(""))
        self._add(
            Told, known, contact, who=self._somebody, role=MAYBE_WORDS, at=at, how=MAYBE_WORDS,
            about=several([*self._children, *self._earlier[Mark]]), said=MAYBE_WORDS, agreed=MAYBE_WORDS,
        )  # fmt: skip
        self._add(NextVisit, known, contact, by=maybe(DATES), who=self._anybody)

    def _last(self, contact: str, known: datetime.date | None) -> None:
        dissent = some(st.builds(Dissent, self._anybody, MAYBE_WORDS))
        self._add(Decision, known, contact, what=WORDS, why=MAYBE_WORDS, by=self._anybody, dissent=dissent)
        question = st.sampled_from(sorted(QUESTIONS))
        how, text, reason, until = self._draw(
            st.one_of(
                st.tuples(st.just("answered"), WORDS, st.just(""), maybe(DATES)),
                st.tuples(st.just("deferred"), st.just(""), MAYBE_WORDS, DATES),
                st.tuples(NOT_ASKED, MAYBE_WORDS, WORDS, maybe(DATES)),
                st.just(("offered", "", "", None)),
            )
        )
        self._add(Answer, known, contact, question=question, how=how, text=text, reason=reason, defer_to=until)
        paragraph = WORDS.map(lambda words: words.replace("\n", " ")).filter(str.strip).map(Paragraph)
        self._add(Note, known, contact, paragraphs=st.lists(paragraph, min_size=1, max_size=3).map(tuple))
        self._add(
            View, known, contact, holds=WORDS, rivals=some(WORDS), by=self._anybody, protective=among(self._people)
        )
