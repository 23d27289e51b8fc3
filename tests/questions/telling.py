"""Tells an invented family contact by contact, and asks what is due. Days are written as in a case file."""

from datetime import date
from pathlib import Path
from typing import Any

from visitapp.domain.case import Case, Kept
from visitapp.domain.contact import ChildSeen, Contact, Covered, LookedAt, Observation, SaidToBe
from visitapp.domain.days import Day
from visitapp.domain.family import Child, Milestone, Person, Plan, Professional, Stay
from visitapp.domain.item import Correction
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import Answer, NextVisit, Told, View, Worry, WorryUpdate
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.domain.organisation import Thresholds
from visitapp.questions.bank import Bank, compile_bank
from visitapp.questions.due import Due
from visitapp.questions.engine import ask
from visitapp.resources import resource
from visitapp.words.catalogue import Catalogue

BANK: Bank = compile_bank(resource("questions", "bank.json").read_bytes())
CATALOGUE = Catalogue(resource("words", "en.mo").read_bytes())
START = "2021-01-04"


class Telling:
    """A case being told. Every `say` becomes known on its day, after what was said before."""

    def __init__(self) -> None:
        self.kept: list[Kept] = []
        self.day = START
        self._made = 0
        self.say(Professional(id="sw", sector="social_care", role="social worker", agency="us"))
        self.say(Professional(id="gp", sector="health", role="GP", agency="surgery"))
        self.say(Professional(id="tea", sector="education", role="teacher", agency="school"))
        self.say(Person(id="kim", name="Kim Marlowe", relation="mother"))
        self.say(Stay(id="kim-home", person="kim"))

    def id(self, what: str) -> str:
        self._made += 1
        return f"{what}{self._made}"

    def say(self, item: AnyItem, known: str | None = None, happened: str | None = None) -> AnyItem:
        """One item, known on a day (today's by default)."""
        day = date.fromisoformat(known or self.day)
        of = date.fromisoformat(happened or known or self.day)
        self.kept.append(Kept(item, day, of, "", (0, "", len(self.kept)), entry="imported"))
        return item

    def child(self, called: str, name: str, born: str | None = "2016-05-02", **fields: Any) -> "Telling":
        self.say(Child(id=called, name=name, born=Day.read(born) if born else None, **fields))
        return self

    def can(self, child: str, what: str, day: str, can: bool = True, known: str | None = None) -> "Telling":
        milestone = Milestone(id=self.id("ms"), child=child, date=Day.read(day), what=what, can=can)
        self.say(milestone, known=known or max(day, self.day), happened=day)
        return self

    def plan(self, child: str, kind: str) -> "Telling":
        self.say(Plan(id=self.id("plan"), child=child, kind=kind))
        return self

    def contact(self, name: str, day: str, kind: str = "home_visit", by: str = "sw", **fields: Any) -> "Telling":
        """A contact; what follows belongs to it."""
        self.day, self.at = day, name
        self.say(Contact(id=name, date=Day.read(day), kind=kind, by=by, **fields))
        return self

    def seen(self, child: str, seen: str = "yes", said_to_be: tuple[str, str] | None = None,
             covered: tuple[dict[str, str], ...] = (), **fields: Any) -> "Telling":  # fmt: skip
        where = SaidToBe(*said_to_be) if said_to_be else None
        over = tuple(Covered(**one) for one in covered)
        row = ChildSeen(id=self.id("row"), contact=self.at, child=child, seen=seen, said_to_be=where, covered=over,
                        **fields)  # fmt: skip
        self.say(row)
        return self

    def mark(
        self, name: str, child: str = "ann", region: str = "shin", kind: str = "bruise", **fields: Any
    ) -> "Telling":
        self.say(Mark(id=name, contact=self.at, child=child, region=region, kind=kind, **fields))
        return self

    def account(self, *about: str, cause: str | None = "fell", by: str = "kim", **fields: Any) -> "Telling":
        self.say(Account(id=self.id("account"), contact=self.at, by=by, about=about, cause=cause, **fields))
        return self

    def opinion(self, mark: str, says: str, by: str = "gp", knew: str = "yes") -> "Telling":
        self.say(Opinion(id=self.id("opinion"), mark=mark, by=by, says=says, knew_history=knew))
        return self

    def rooms(self, **fields: Any) -> "Telling":
        self.say(LookedAt(id=self.id("rooms"), contact=self.at, **fields))
        return self

    def noted(self, text: str, **fields: Any) -> "Telling":
        fields = {"source": "seen"} | fields
        self.say(Observation(id=self.id("note"), contact=self.at, text=text, **fields))
        return self

    def worry(self, name: str, by: str, about: str = "", **fields: Any) -> "Telling":
        self.say(Worry(id=name, contact=self.at, by=by, about=about, **fields))
        return self

    def labelled(self, worry: str, called: str) -> "Telling":
        self.say(WorryUpdate(id=self.id("label"), contact=self.at, worry=worry, called=called))
        return self

    def view(self, holds: str = "neglect", by: str = "sw", **fields: Any) -> "Telling":
        self.say(View(id=self.id("view"), contact=self.at, holds=holds, by=by, **fields))
        return self

    def told(self, who: str, *about: str, at: str = "2021-01-01T10:00") -> "Telling":
        self.say(Told(id=self.id("told"), contact=self.at, who=who, at=at, about=about))
        return self

    def next_visit(self, by: str) -> "Telling":
        self.say(NextVisit(id=self.id("next"), contact=self.at, by=date.fromisoformat(by)))
        return self

    def answer(
        self, question: str, *about: str, how: str = "answered", text: str = "as said", **fields: Any
    ) -> "Telling":
        words = text if how == "answered" else ""
        item = Answer(
            id=self.id("answer"), question=question, contact=self.at, how=how, about=about, text=words, **fields
        )
        self.say(item)
        return self

    def correct(self, of: str, instead: AnyItem | None = None) -> "Telling":
        if instead is not None:
            self.say(instead)
        self.say(Correction(id=self.id("correction"), of=of, by=instead.id if instead else None, reason="as it was"))
        return self

    def person(self, called: str, name: str) -> "Telling":
        self.say(Person(id=called, name=name))
        return self

    def lives_here(self, person: str) -> "Telling":
        self.say(Stay(id=self.id("stay"), person=person, since=Day.read(self.day)))
        return self

    # What is due

    def case(self) -> Case:
        return Case(self.kept)

    def due(self, today: str | None = None, thresholds: Thresholds | None = None, bank: Bank = BANK) -> tuple[Due, ...]:
        """What is due at the last contact, on its day or a later one."""
        day = date.fromisoformat(today or self.day)
        contact = getattr(self, "at", None)
        return ask(self.case(), day, bank, thresholds or Thresholds(), contact)

    def ids(self, today: str | None = None) -> set[str]:
        return {due.question for due in self.due(today)}

    def one(self, question: str, today: str | None = None) -> Due:
        """The only due question of an id."""
        found = [due for due in self.due(today) if due.question == question]
        assert len(found) == 1, (question, [due.question for due in self.due(today)])
        return found[0]


def unfilled(id_: str) -> str:
    """The sentence of an id as it stands in the catalogue, its forms for one and for many together."""
    return " ".join(CATALOGUE.forms(id_))


def file(path: str) -> bytes:
    return (Path(__file__).parent.parent / "reference" / path).read_bytes()
