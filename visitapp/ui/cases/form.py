"""What is typed for a new family, what is wrong with it, and the items that it becomes. Pure: no Qt, no clock."""

import re
from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct

from visitapp.actions.cases import CaseLine
from visitapp.domain.codes import PlanKind
from visitapp.domain.days import Day
from visitapp.domain.family import Address, Child, Person, Plan, Stay
from visitapp.domain.items import AnyItem
from visitapp.ui.kit.reading import Vocabulary, read_day
from visitapp.words import Text, text

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"([^\W\d_]{3,})\.?\s+(\d{4})|(\d{1,2})\s*[/.-]\s*(\d{4})")
MOST_DAYS = 365


class ChildForm(Struct, frozen=True):
    """A child as typed. `born`: the day as typed; for an unborn child the day on which it is due."""

    name: str = ""
    born: str = ""
    unborn: bool = False


class PersonForm(Struct, frozen=True):
    """Somebody who lives there, as typed."""

    name: str = ""
    relation: str = ""


class FamilyForm(Struct, frozen=True, kw_only=True):
    """The whole form. `plan`: "" for none; `every`: a visit every so many days."""

    title: str = ""
    reference: str = ""
    address: str = ""
    safety: str = ""
    plan: PlanKind | str = ""
    every: str = ""
    children: tuple[ChildForm, ...] = ()
    people: tuple[PersonForm, ...] = ()


class Wrong(Struct, frozen=True):
    """Something to put right, and the field that it is about."""

    field: str
    words: Text


def check(form: FamilyForm, known: Sequence[CaseLine], today: date, days: Vocabulary) -> tuple[Wrong, ...]:
    """What has to be put right before this can begin, in the order of the fields."""
    found = []
    if not form.title.strip():
        found.append(Wrong("title", text("family.no_title")))
    same = next((one for one in known if one.reference and one.reference == form.reference.strip()), None)
    if same is not None:
        found.append(Wrong("reference", text("family.same_reference", title=same.title)))
    named = [place for place, child in enumerate(form.children) if child.name.strip()]
    if not named:
        found.append(Wrong("child:0:name", text("family.no_child")))
    for place, child in enumerate(form.children):
        found += _child(child, f"child:{place}", today, days)
    for place, person in enumerate(form.people):
        if person.relation.strip() and not person.name.strip():
            found.append(Wrong(f"person:{place}:name", text("family.person_name")))
    if form.safety.strip() and not form.address.strip():
        found.append(Wrong("address", text("family.no_address")))
    if form.every.strip() and _days(form.every) is None:
        found.append(Wrong("every", text("family.every", most=MOST_DAYS)))
    return tuple(found)


def _child(child: ChildForm, field: str, today: date, days: Vocabulary) -> list[Wrong]:
    typed = child.born.strip()
    if not child.name.strip():
        return [Wrong(f"{field}:name", text("family.child_name"))] if typed else []
    if not typed:
        return []
    if child.unborn:
        return [] if read_day(typed, today, days, ahead=True) else [Wrong(f"{field}:born", text("family.due"))]
    born = read_born(typed, today, days)
    if born is None:
        return [Wrong(f"{field}:born", text("family.born"))]
    return [Wrong(f"{field}:born", text("family.born_later"))] if born.first() > today else []


def read_born(typed: str, today: date, days: Vocabulary) -> Day | None:
    """A birthday as people say it: a day, a month with its year, or a year; None when it is none of these."""
    said = typed.strip().lower()
    if _YEAR.fullmatch(said):
        return Day(int(said))
    if found := _MONTH.fullmatch(said):
        month = _month(found[1], days) if found[1] else int(found[3])
        year = int(found[2] or found[4])
        return Day(year, month) if month is not None and 1 <= month <= 12 else None
    day = read_day(said, today, days)
    return Day.of(day) if day else None


def _month(name: str, days: Vocabulary) -> int | None:
    places = [place for place, month in enumerate(days.months, 1) if month.startswith(name)]
    return places[0] if len(places) == 1 else None


def _days(typed: str) -> int | None:
    said = typed.strip()
    return int(said) if said.isdecimal() and len(said) < 4 and 1 <= int(said) <= MOST_DAYS else None


def children(form: FamilyForm, new_id: Callable[[], str], today: date, days: Vocabulary) -> tuple[Child, ...]:
    """The children of a form without anything wrong."""
    return tuple(
        Child(
            id=new_id(),
            name=child.name.strip(),
            born=None if child.unborn else read_born(child.born, today, days),
            unborn=child.unborn,
            due=read_day(child.born, today, days, ahead=True) if child.unborn else None,
        )
        for child in form.children
        if child.name.strip()
    )


def others(form: FamilyForm, made: Sequence[Child], new_id: Callable[[], str], today: date) -> tuple[AnyItem, ...]:
    """People, address and plans of a form without anything wrong. They hold from today on: no more is known."""
    found: list[AnyItem] = []
    if form.address.strip():
        found.append(Address(id=new_id(), label=form.address.strip(), safety=form.safety.strip()))
    for person in form.people:
        if person.name.strip():
            one = Person(id=new_id(), name=person.name.strip(), relation=person.relation.strip())
            found += [one, Stay(id=new_id(), person=one.id)]
    if form.plan:
        found += [
            Plan(
                id=new_id(),
                child=child.id,
                kind=form.plan,  # type: ignore[arg-type]  # a code of the closed list, from its own select
                visit_every_days=_days(form.every),
                since=Day.of(today),
            )
            for child in made
        ]
    return tuple(found)
