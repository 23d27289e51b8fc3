"""Records as no family has them: things nobody knows, days before birth, the same minute, corrections of corrections.

What a hand may sign, an older version may have written or another organisation may send is drawn here by chance from a
seed: marks on children whom nobody named, contacts of nobody, people who leave and come back, dates in the future, open
drafts over corrected visits. No screen would make most of it; no rule may stumble over it.
"""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any, TypeVar

from msgspec.structs import replace

from tests.questions.telling import BANK
from visitapp.domain import codes
from visitapp.domain.case import Kept
from visitapp.domain.codes import codes as every
from visitapp.domain.contact import ChildSeen, Contact, Covered, LookedAt, Observation, PlaceProposed, SaidToBe
from visitapp.domain.days import Day, StatedAge
from visitapp.domain.family import Address, Child, Milestone, Partnership, Person, Plan, Professional, Stay
from visitapp.domain.item import Correction
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import (
    Action,
    ActionUpdate,
    Answer,
    Decision,
    Dissent,
    NextVisit,
    QuestionBack,
    Told,
    View,
    Worry,
    WorryUpdate,
)
from visitapp.domain.marks import Account, Hours, Mark, Opinion
from visitapp.domain.regions import REGIONS

T = TypeVar("T")
CHILDREN, PEOPLE, OTHERS = ("ann", "joe", "sam"), ("kim", "ray", "nan", "dad"), ("sw", "gp", "tea", "sw2")
ANYBODY = (*CHILDREN, *PEOPLE, "child:ann", "nobody", "")
FIRST, LAST = date(2021, 5, 1), date(2035, 1, 1)


class Wild:
    """A case drawn by chance. `contacts`: their ids; `day`: that of the last of them."""

    def __init__(self, seed: int, before: str = "", start: date = FIRST) -> None:
        self.chance = Random(seed)
        self.kept: list[Kept] = []
        self.contacts: list[str] = []
        self.day = start
        self._before = before
        self._ids: dict[type, list[str]] = {}
        self._family()
        for _ in range(self.chance.randint(0, 6)):
            self._contact()

    def one(self, of: Sequence[T], *often: T) -> T:
        """One of these; the others as often as all of them."""
        return self.chance.choice(often) if often and self.chance.random() < 0.6 else self.chance.choice(of)

    def known(self, *kinds: type) -> list[str]:
        """The ids of the items of these types, and one that nothing has."""
        return [*(id_ for kind in kinds for id_ in self._ids.get(kind, ())), "ghost"]

    def say(self, item: AnyItem, happened: date | None = None, entry: str = "imported") -> None:
        """One item, with the others of its day."""
        at = len(self.kept)
        place = (at, f"{self._before}r{at % 5 if self.chance.random() < 0.3 else at}", at)
        time = self.one(("", "10:00"))
        self.kept.append(Kept(item, self.day, happened or self.day, time, place, entry=entry))
        self._ids.setdefault(type(item), []).append(item.id)

    def id(self) -> str:
        return f"{self._before}i{len(self.kept)}"

    def day_of(self) -> Day:
        """A day, a month or a year: mostly of these years, also a leap day, long ago and to come."""
        some = Day.of(date(2021, 1, 1) + timedelta(self.chance.randint(0, 400)))
        return self.one(
            (Day(2020, 2, 29), Day(2024, 2, 29), Day.of(LAST), Day(2019, 7), Day(2021), Day(1900, 1, 1)), some
        )

    def _family(self) -> None:
        for child in CHILDREN[: self.chance.randint(0, 3)]:
            self.say(
                Child(
                    id=self._before + child,
                    name=self.one(("Ann A", "Joe B", "Ann C", "")),
                    born=self.one((None, self.day_of())),
                    age=self.one((None, StatedAge(3, "years", FIRST))),
                    unborn=self.one((True, False), False),
                    verbal=self.one(every(codes.Truth)),
                    language=self.one(("", "en", "pl", "not_english")),
                    disability=self.one(("", "cerebral palsy")),
                    attends=self.one(every(codes.Truth)),
                )
            )
        for person in PEOPLE[: self.chance.randint(0, 4)]:
            relation = self.one(("mother", "father", "Ann's dad", "partner", "late father", "grandmother", ""))
            self.say(
                Person(id=self._before + person, name=person, relation=relation, child=self.one((True, False), False))
            )
            for _ in range(self.chance.randint(0, 2)):  # who leaves may come back
                self.say(
                    Stay(
                        id=self.id(),
                        person=self._before + person,
                        since=self.one((None, self.day_of())),
                        until=self.one((None, self.day_of())),
                        until_unknown=self.one((True, False), False),
                    )
                )
        for id_, sector in zip(OTHERS, ("social_care", "health", "education", "social_care"), strict=True):
            if self.chance.random() < 0.9:
                self.say(Professional(id=self._before + id_, sector=sector, role=id_))

    def who(self, of: Sequence[str]) -> str:
        found = self.one(of)
        head, _, name = found.rpartition(":")
        return f"{head}:{self._before}{name}" if head else self._before + found if found else ""

    def _contact(self) -> None:
        one, truth = self.one, every(codes.Truth)
        self.day += timedelta(self.one((0, 0, 1, 5, 20, 60, 200)))
        happened = self.day if self.chance.random() < 0.8 else self.day_of().last()
        entry = one(("visit", "draft"), "imported")
        self.at = self.id()
        self.contacts.append(self.at)
        self.say(
            Contact(
                id=self.at,
                date=one((Day.of(happened), self.day_of()), Day.of(happened)),
                until=one((None, self.day_of()), None),
                times=one((0, 3), None),
                time=one(("", "10:00")),
                kind=one(every(codes.ContactKind), "home_visit"),
                by=self.who((*OTHERS, "ghost", "")),
                also_by=one(((), (self.who(OTHERS),))),
                place=one((None, *every(codes.Place))),
                minutes=one((None, 0, 9, 10)),
                announced=one(truth),
                outcome=one((None, *every(codes.Outcome)), "seen"),
                present=tuple(self.who((*PEOPLE, "ghost")) for _ in range(self.chance.randint(0, 2))),
                unknown_adult_signs=one(truth),
                unease=one(("", " ", "Cold.")),
                planned=one(((), ("See her bed.",))),
                not_done=one(((), ("Her bed.",)), ()),
                absent=one(((), (self.who(OTHERS),)), ()),
                result=one(("no_further_action", None)),
                place_proposed=one((None, PlaceProposed("kim", "the park"))),
            ),
            happened,
            entry,
        )
        for make in _MADE:
            for _ in range(one((0, 1, 2), 0)):
                self.say(make(self), happened, entry)
        for _ in range(one((0, 1, 2), 0)):
            self._correct(happened)

    def _correct(self, happened: date) -> None:
        """Withdraws something, puts another thing in its place, or corrects a correction, itself or in a ring."""
        old = self.one(self.kept).item
        how = self.one(("withdrawn", "anything", "itself", "ring"), "anew")
        new = replace(old, id=self.id())
        if how in ("anew", "ring"):
            self.say(_otherwise(self, new), happened, self.one(("addendum", "draft")))
        by = {"withdrawn": None, "anything": self.one(self.kept).item.id, "itself": old.id}.get(how, new.id)
        self.say(Correction(id=self.id(), of=old.id, by=by, reason="As it was."), happened)
        if how == "ring":
            self.say(Correction(id=self.id(), of=new.id, by=old.id, reason="As it was."), happened)
            self.say(Correction(id=self.id(), of=self.kept[-1].item.id, reason="Not so."), happened)


def _otherwise(wild: Wild, item: AnyItem) -> AnyItem:
    if isinstance(item, Mark):
        return replace(item, region=wild.one(list(REGIONS)), kind=wild.one(every(codes.MarkKind)))
    if isinstance(item, Child):
        return replace(item, born=wild.one((None, wild.day_of())))
    if isinstance(item, Contact):
        return replace(item, outcome=wild.one((None, "seen", "no_reply")))
    return item


def _row(wild: Wild) -> ChildSeen:
    one, truth = wild.one, every(codes.Truth)
    where = one((None, SaidToBe("in Leeds", "kim"), SaidToBe("nobody knows", ""), SaidToBe("", "")))
    over = one(((), (Covered("face", "paint"),), (Covered("scalp", "hijab"),)), ())
    return ChildSeen(
        id=wild.id(),
        contact=wild.at,
        child=wild.who(ANYBODY),
        seen=one(truth),
        alone=one(truth),
        awake=one(truth),
        unwell=one(truth),
        words=one(("", "No.")),
        covered=over,
        said_to_be=where,
    )


def _mark(wild: Wild) -> Mark:
    one = wild.one
    return Mark(
        id=wild.id(),
        contact=wild.at,
        child=wild.who((*CHILDREN, "nobody", "kim")),
        region=one(list(REGIONS)),
        kind=one(every(codes.MarkKind), "bruise"),
        pattern=one(every(codes.Pattern), "unknown"),
        count=one((0, 1, 3), None),
        areas=one((2, None)),
        certain=one((True, False), True),
        seen_by=one(("us", "", "gp", "kim")),
        found=one(("yes", "no"), "yes"),
        edges=one((None, "level")),
        hours_to_help=one((None, Hours(3, 9))),
        same_as=one(wild.known(Mark), None),
        colours=one(((), ("blue",), ("green",))),
        text=one(("", "bleeding", "no blood")),
    )


def _account(wild: Wild) -> Account:
    one, truth = wild.one, every(codes.Truth)
    return Account(
        id=wild.id(),
        contact=wild.at,
        by=wild.who((*PEOPLE, "child:joe", "gp", "a man")),
        same_as=one(wild.known(Account), None),
        about=one(((), (one(wild.known(Mark)),))),
        cause=one((None, *every(codes.Cause))),
        fits=one(truth),
        text=one(("", "She fell.")),
        verbatim=one((True, False)),
        was_there=one(truth),
        accepted=one((True, False)),
    )


def _observation(wild: Wild) -> Observation:
    one = wild.one
    return Observation(
        id=wild.id(),
        contact=wild.at,
        text=one(("As said.", "She is away.", "floppy")),
        source=one(("seen", "told")),
        about=wild.who(ANYBODY),
        by=wild.who((*PEOPLE, "gp", "child:joe", "")),
        on=one((wild.day_of(), None), None),
        tone=one((None, *every(codes.Tone))),
        topic=one((None, *every(codes.Topic))),
        cooperative=one((True, False)),
        change_for_child=one((True, False), False),
    )


def _answer(wild: Wild) -> Answer:
    one = wild.one
    about = one(((), (one(wild.known(Mark, Child, Contact)),)))
    return Answer(
        id=wild.id(),
        question=one(list(BANK.questions)),
        contact=wild.at,
        how=one(every(codes.AnswerHow)),
        about=about,
        text=one(("", "As said.")),
        told_who=one(("", "gp")),
        defer_to=one((None, LAST)),
        answers=one(wild.known(QuestionBack), ""),
    )


_MADE: tuple[Callable[[Wild], Any], ...] = (
    _row,
    _row,
    _mark,
    _account,
    _observation,
    _answer,
    lambda w: Opinion(
        id=w.id(),
        mark=w.one(w.known(Mark)),
        by=w.who(("gp", "tea", "ghost")),
        knew_history=w.one(("yes", "no")),
        says=w.one(every(codes.OpinionSays)),
    ),
    lambda w: LookedAt(
        id=w.id(), contact=w.at, bedroom=w.one(every(codes.Bedroom)), animal=w.one(("", "a dog", "none"))
    ),
    lambda w: Worry(
        id=w.id(), contact=w.at, by=w.who(("gp", "tea", "a neighbour", "kim")), called=w.one(("gossip", None), None)
    ),
    lambda w: WorryUpdate(id=w.id(), contact=w.at, worry=w.one(w.known(Worry)), called=w.one(("malicious", None))),
    lambda w: View(
        id=w.id(),
        contact=w.at,
        holds=w.one(("neglect", "medical", "")),
        by=w.who(("sw", "sw2")),
        protective=w.one(("", w.who(PEOPLE)), ""),
    ),
    lambda w: Milestone(
        id=w.id(), child=w.who(CHILDREN), date=w.day_of(), what=w.one(every(codes.Milestone_)), can=w.one((True, False))
    ),
    lambda w: Plan(
        id=w.id(),
        child=w.who(CHILDREN),
        kind=w.one(every(codes.PlanKind)),
        visit_every_days=w.one((None, 0, 10)),
        since=w.one((None, w.day_of())),
        until=w.one((None, w.day_of()), None),
    ),
    lambda w: Partnership(id=w.id(), person=w.who(PEOPLE), partner_of=w.who(PEOPLE)),
    lambda w: Address(id=w.id(), label="9 Dock Street", since=w.one((None, w.day_of()))),
    lambda w: Told(
        id=w.id(),
        contact=w.at,
        who=w.who(("gp", "kim", "")),
        at=w.one(("", "2021-07-01 10:00")),
        about=(w.one(w.known(Mark)),),
    ),
    lambda w: Action(
        id=w.id(), contact=w.at, what="Ring.", who=w.who((*OTHERS, *PEOPLE)), by=w.one((None, w.day, LAST))
    ),
    lambda w: ActionUpdate(id=w.id(), contact=w.at, action=w.one(w.known(Action)), done=w.one(("yes", "no"))),
    lambda w: NextVisit(id=w.id(), contact=w.at, by=w.one((None, w.day))),
    lambda w: Decision(id=w.id(), contact=w.at, what="Close it.", dissent=w.one(((), (Dissent("tea", "No."),)))),
    lambda w: QuestionBack(id=w.id(), contact=w.at, text="Who was there?", by="sw2", to=w.one(("", "sw"))),
)
"""How each kind of item is made at a contact."""
