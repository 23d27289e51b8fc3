"""What is known of children, people, home and plans, an item in a sentence: what no contact tells by itself."""

from collections.abc import Iterable
from functools import singledispatch
from typing import Any

from visitapp.domain.case import Case
from visitapp.domain.family import Address, Child, Milestone, Partnership, Person, Plan, Stay
from visitapp.exchange.telling import Telling
from visitapp.words import Names, Text, text

_ORDER = (Child, Person, Stay, Address, Plan, Milestone)


def in_order(items: Iterable[Any]) -> list[Any]:
    """Those of which something is said here, children first; within a kind as they came."""
    found = [item for item in items if isinstance(item, _ORDER)]
    return sorted(found, key=lambda item: _ORDER.index(type(item)))


@singledispatch
def said_of_family(item: Any, case: Case) -> Text | None:
    """An item's sentence; None for what is told elsewhere."""
    return None


@said_of_family.register
def _(item: Child, case: Case) -> Text:
    if item.born is None:
        return text("training.family.child_age_unknown", name=item.name)
    id_ = "training.family.child_at" if item.school else "training.family.child"
    return text(id_, name=item.name, born=item.born, place=item.school)


@said_of_family.register
def _(item: Person, case: Case) -> Text | None:
    if item.male_carer:
        id_ = "training.family.carer_who" if item.relation else "training.family.carer"
        return text(id_, name=item.name, relation=item.relation)
    return text("training.family.person", name=item.name, relation=item.relation) if item.relation else None


@said_of_family.register
def _(item: Stay, case: Case) -> Text:
    who = case.name(item.person)
    if item.until is not None:
        return text("training.family.left", who=who, date=item.until)
    if item.until_unknown:
        return text("training.family.left_unknown", who=who)
    if item.since is None:
        return text("training.family.lives_here", who=who)
    return text("training.family.lives", who=who, date=item.since)


@said_of_family.register
def _(item: Partnership, case: Case) -> Text:
    return text("training.family.partners", one=case.name(item.person), other=case.name(item.partner_of))


@said_of_family.register
def _(item: Plan, case: Case) -> Text:
    id_ = "training.family.plan_since" if item.since else "training.family.plan"
    id_ = "training.family.plan_until" if item.until else id_
    day = item.until or item.since
    return text(id_, child=case.name(item.child), plan=text(f"code.plan.{item.kind}"), date=day)


@said_of_family.register
def _(item: Milestone, case: Case) -> Text:
    id_ = "training.family.can" if item.can else "training.family.cannot"
    return text(id_, child=case.name(item.child), what=text(f"code.milestone.{item.what}"), date=item.date)


@said_of_family.register
def _(item: Address, case: Case) -> Text:
    if item.keep_from:
        names = Names(case.name(person) for person in item.keep_from)
        return text("training.family.address_kept", label=item.label, names=names)
    return text("training.family.address", label=item.label)


def family_lines(item: Any, telling: Telling) -> list[str]:
    """An item's sentence as it is told in a copy; none where nothing is to be said."""
    sentence = said_of_family(item, telling.case)
    return [] if sentence is None else [telling.say(sentence)]
