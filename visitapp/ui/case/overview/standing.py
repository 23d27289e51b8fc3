"""A case as it stands, in words: children, household, promises, views, professionals. Pure: no Qt, no clock."""

from datetime import date

from msgspec import Struct

from visitapp.actions.overview import Overview
from visitapp.actions.visits import DraftLine
from visitapp.domain.case import Case
from visitapp.domain.codes import ViewCode, codes
from visitapp.domain.days import Day, age_on
from visitapp.domain.family import Address, Child, Person, Plan, Professional, Stay
from visitapp.domain.judgement import Action, View
from visitapp.domain.standing import (
    ChildStanding,
    LastSeen,
    children_standing,
    household,
    is_ours,
    open_actions,
    plans_in_force,
    safety_notes,
    unexplained_marks,
)
from visitapp.ui.kit.rowof import RowOf
from visitapp.words import Names, Say

_TWO_YEARS = 24
_MOST = 8
_VIEWS = frozenset(codes(ViewCode))

Pair = tuple[str, str]


class ChildWords(Struct, frozen=True):
    """One child: name, age, tags (plans), and facts as (label, words)."""

    name: str
    age: str
    tags: tuple[Pair, ...]
    facts: tuple[Pair, ...]


class ViewWords(Struct, frozen=True):
    """One person's latest view. `since`: the day, and the contact that it stands in ("" for none)."""

    by: str
    on: str
    holds: str
    more: tuple[Pair, ...]
    contact: str


class CaseWords(Struct, frozen=True, kw_only=True):
    """The whole page. Facts are pairs of a label and words. `held_back`, `half_here`: a sentence, or ""."""

    title: str
    hint: str
    safety: tuple[str, ...]
    drafts: tuple[RowOf, ...]
    children: tuple[ChildWords, ...]
    household: tuple[Pair, ...]
    around: tuple[Pair, ...]
    addresses: tuple[Pair, ...]
    professionals: tuple[Pair, ...]
    unexplained: str
    ours: tuple[Pair, ...]
    theirs: tuple[Pair, ...]
    views: tuple[ViewWords, ...]
    held_back: str
    half_here: str = ""


def words(say: Say, found: Overview) -> CaseWords:
    """Everything that the page says."""
    case, today = found.case, found.today
    actions = open_actions(case)
    here = {person.id for person in household(case, today)}
    people = tuple(case.people.values())
    marks = unexplained_marks(case)
    number = say("cases.number", number=found.reference) if found.reference else ""
    system = say("overview.system", number=found.case_system_id) if found.case_system_id else ""
    return CaseWords(
        title=found.title,
        hint=" · ".join(part for part in (number, system) if part),
        safety=tuple(f"{address.label}: {address.safety}" for address in safety_notes(case)),
        drafts=tuple(_draft(say, draft) for draft in found.drafts),
        children=tuple(_child(say, case, one, today) for one in children_standing(case, today)),
        household=tuple(_person(say, case, person) for person in people if person.id in here),
        around=tuple(_person(say, case, person) for person in people if person.id not in here),
        addresses=tuple(_address(say, case, one, today) for one in case.of(Address)),
        professionals=tuple(_professional(say, one) for one in case.professionals.values()),
        unexplained=say("overview.unexplained", n=len(marks)) if marks else "",
        ours=_promises(say, case, [one for one in actions if is_ours(case, one)]),
        theirs=_promises(say, case, [one for one in actions if not is_ours(case, one)]),
        views=tuple(_view(say, case, view) for view in reversed(found.views)),
        held_back=say("overview.held_back", n=found.held_back) if found.held_back else "",
        half_here=say("firstsync.half_here.words") if found.half_here else "",
    )


def _draft(say: Say, draft: DraftLine) -> RowOf:
    lines = (say("overview.saved", time=draft.saved[11:16]),)
    return RowOf(f"{draft.id}/{draft.kind}", say(f"overview.draft.{draft.kind}"), lines, (), "pen")


def age_words(say: Say, child: Child, today: date) -> str:
    """How old a child is, as closely as the record says."""
    if child.unborn:
        return say("age.due", day=child.due) if child.due else say("age.unborn")
    age = age_on(today, child.born, child.age)
    if age is None:
        return say("age.unknown")
    least, most = int(age.earliest), int(age.latest)
    if most < _TWO_YEARS:
        return say("age.months", n=most) if least == most else say("age.months_between", least=least, most=most)
    if least // 12 == most // 12:
        return say("age.years", n=most // 12)
    return say("age.years_between", least=least // 12, most=most // 12)


def _child(say: Say, case: Case, one: ChildStanding, today: date) -> ChildWords:
    child = one.child
    facts = []
    if not child.unborn:
        facts.append((say("overview.last_seen"), _seen(say, one.seen)))
        if one.tells_alone():
            facts.append((say("overview.last_alone"), _seen(say, one.alone)))
    if one.by is not None:
        facts.append((say("overview.to_be_seen"), say("overview.past" if one.by < today else "overview.by", by=one.by)))
    if child.born is not None and not child.unborn:
        facts.append((say("overview.born"), say("overview.day", day=child.born)))
    for label, value in (("overview.school", child.school), ("overview.disability", child.disability)):
        if value:
            facts.append((say(label), value))
    if child.parental_responsibility:
        names = Names(case.name(person) for person in child.parental_responsibility)
        facts.append((say("overview.responsibility"), say("overview.names", names=names)))
    plans = plans_in_force(case, child.id, today)
    facts += [(say("overview.plan"), _plan(say, plan)) for plan in plans]
    goals = [goal for plan in plans for goal in plan.goals]
    if goals:
        facts.append((say("overview.goals"), "\n".join(goals)))
    tags = tuple((say(f"code.plan.{plan.kind}"), "plain") for plan in plans)
    return ChildWords(child.name, age_words(say, child, today), tags, tuple(facts))


def _plan(say: Say, plan: Plan) -> str:
    kind = say(f"code.plan.{plan.kind}")
    parts = [plan.category] if plan.category else []
    if plan.since is not None:
        parts.append(say("overview.since", day=plan.since))
    if plan.visit_every_days is not None:
        parts.append(say("overview.every", n=plan.visit_every_days))
    return ", ".join((kind, *parts))


def _seen(say: Say, seen: LastSeen | None) -> str:
    if seen is None:
        return say("overview.no_record")
    kind = say(f"code.contact_kind.{seen.contact.kind}")
    return say("overview.seen_at", day=seen.contact.date, kind=kind)


def _person(say: Say, case: Case, person: Person) -> Pair:
    stays = [stay for stay in case.of(Stay) if stay.person == person.id]
    parts = [person.relation] if person.relation else []
    for stay in stays:
        if stay.until is not None:
            parts.append(say("overview.lived_until", day=stay.until))
        elif stay.until_unknown:
            parts.append(say("overview.left"))
        elif stay.since is not None:
            parts.append(say("overview.lives_since", day=stay.since))
    known = case.kept_by_id.get(person.id)
    if known is not None and known.known_on is not None:
        parts.append(say("overview.known_on", day=known.known_on))
    return person.name, ", ".join(parts)


def _professional(say: Say, one: Professional) -> Pair:
    role = one.role if one.name else ""
    return one.called, ", ".join(part for part in (role, one.agency or say(f"code.sector.{one.sector}")) if part)


def _address(say: Say, case: Case, address: Address, today: date) -> Pair:
    parts = []
    if address.until is not None and address.until.last() < today:
        parts.append(say("overview.lived_until", day=address.until))
    elif address.since is not None:
        parts.append(say("overview.since", day=address.since))
    if address.keep_from:
        names = Names(case.name(person) for person in address.keep_from)
        parts.append(say("overview.keep_from", names=names))
    return address.label, ". ".join(parts)


def _promises(say: Say, case: Case, actions: list[Action]) -> tuple[Pair, ...]:
    """The soonest first; of many only so many, and that there are more."""
    soonest = sorted(actions, key=lambda one: one.by or date.max)
    more = ((say("overview.more"), say("overview.more.words", n=len(soonest) - _MOST)),) if len(soonest) > _MOST else ()
    return (*(_promise(say, case, one) for one in soonest[:_MOST]), *more)


def _promise(say: Say, case: Case, action: Action) -> Pair:
    who = case.name(action.who)
    about = Names(case.name(child) for child in action.about)
    parts = [say("overview.promised_by", by=action.by)] if action.by else []
    parts += [say("overview.about", children=about)] if about else []
    return who, ". ".join((action.what.rstrip("."), *parts))


def _view(say: Say, case: Case, view: View) -> ViewWords:
    kept = case.kept_by_id[view.id]
    more = []
    if view.rivals:
        more.append((say("overview.rivals"), "; ".join(view_words(say, rival) for rival in view.rivals)))
    for label, value in (
        ("overview.why", view.why),
        ("overview.sits_badly", view.sits_badly),
        ("overview.would_change_it", view.would_change_it),
    ):
        if value:
            more.append((say(label), value))
    on = say("overview.day", day=Day.of(kept.date))
    return ViewWords(case.name(view.by), on, view_words(say, view.holds), tuple(more), view.contact)


def view_words(say: Say, view: str) -> str:
    """What somebody thinks it is: a code in words, or their own words."""
    return say(f"code.view.{view}") if view in _VIEWS else view
