"""What is learnt of a child at a visit: when it was born or how old it is said to be, and how it gets about.

A birthday corrects what was recorded of the child; how it gets about is said on the day, beside what was said before.
"""

from typing import Any

from msgspec.structs import replace

from visitapp.domain.case import Case
from visitapp.domain.codes import Milestone_
from visitapp.domain.days import Day, StatedAge
from visitapp.domain.draft import Draft
from visitapp.domain.family import Child, Milestone
from visitapp.domain.item import Correction
from visitapp.ui.bodymap.wording import NONE_YET, ROLLS
from visitapp.ui.visit.changes import Change, NewId

FACTS = ("unborn", "verbal", "language", "disability", "school", "attends", "parental_responsibility")
_NEXT: dict[str, Milestone_] = {
    ROLLS: "crawls",
    "crawls": "pulls_to_stand",
    "bottom_shuffles": "pulls_to_stand",
    "pulls_to_stand": "walks",
    "cruises": "walks",
}
"""The furthest was asked for: what comes after it the child cannot do yet."""


def child_in(draft: Draft, case: Case, child: str) -> Child | None:
    """The child as this visit says it now, if it says anything new of it. `child`: its first id."""
    correction = _correction(draft, case, child)
    if correction is None:
        return None
    return next((one for one in draft.items if isinstance(one, Child) and one.id == correction.by), None)


def aged(case: Case, child: str, reason: str, born: Day | None = None, age: StatedAge | None = None) -> Change:
    """When a child was born, or how old it is said to be; neither takes back what this visit said."""
    if born is None and age is None:
        recorded = _recorded(case, child)
        born, age = (recorded.born, recorded.age) if recorded is not None else (None, None)
    return known(case, child, reason, born=born, age=age)


def known(case: Case, child: str, reason: str, **facts: Any) -> Change:
    """Set what is known of a child: it corrects what was recorded, with the reason. As recorded, it says nothing."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        recorded = _recorded(case, child)
        if recorded is None:
            return draft
        correction = _correction(draft, case, child)
        said = child_in(draft, case, child)
        if correction is None or said is None:
            said = replace(recorded, id=new_id(), **facts)
            correction = Correction(id=new_id(), of=case.newest_id(child), by=said.id, reason=reason)
        else:
            said = replace(said, **facts)
        if replace(said, id=child) == recorded:
            return draft.without_item(said.id).without_item(correction.id)
        return draft.with_item(said).with_item(correction)

    return change


def _recorded(case: Case, child: str) -> Child | None:
    return next((one for one in case.children if one.id == child), None)


def changed_facts(draft: Draft, case: Case, child: str) -> dict[str, Any]:
    """What this visit says of a child besides its age, field by field, where it differs from what was recorded."""
    said, recorded = child_in(draft, case, child), _recorded(case, child)
    if said is None or recorded is None:
        return {}
    return {name: getattr(said, name) for name in FACTS if getattr(said, name) != getattr(recorded, name)}


def unchanged(case: Case, child: str, reason: str) -> Change:
    """Take back all of that; the age stays as this visit says it."""
    recorded = _recorded(case, child)
    facts = {name: getattr(recorded, name) for name in FACTS} if recorded is not None else {}
    return known(case, child, reason, **facts)


def _correction(draft: Draft, case: Case, child: str) -> Correction | None:
    standing = case.newest_id(child)
    return next((one for one in draft.items if isinstance(one, Correction) and one.of == standing), None)


def gets_about(child: str, how: str) -> Change:
    """The furthest that a child gets about by itself: a milestone, rolling, or nothing yet. Empty takes it back."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        for one in milestones_of(draft, child):
            draft = draft.without_item(one.id)
        if not how:
            return draft
        said: list[tuple[Milestone_, bool]] = [("rolls", False), ("crawls", False)]
        if how != NONE_YET:
            said = [(how, True)]  # type: ignore[list-item]  # one of the milestones
            said += [(_NEXT[how], False)] if how in _NEXT else []
        for what, can in said:
            draft = draft.with_item(Milestone(id=new_id(), child=child, date=draft.contact.date, what=what, can=can))
        return draft

    return change


def milestones_of(draft: Draft, child: str) -> tuple[Milestone, ...]:
    """What the draft says of how a child gets about."""
    return tuple(one for one in draft.items if isinstance(one, Milestone) and one.child == child)


def how_it_gets_about(draft: Draft, child: str) -> str:
    """That as the one answer which was given; "" where none was."""
    said = milestones_of(draft, child)
    can = next((one.what for one in said if one.can), "")
    return can or (NONE_YET if said else "")
