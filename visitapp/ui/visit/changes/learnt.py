"""What is learnt of a child at a visit: when it was born or how old it is said to be, and how it gets about.

A birthday corrects what was recorded of the child; how it gets about is said on the day, beside what was said before.
"""

from msgspec.structs import replace

from visitapp.domain.case import Case
from visitapp.domain.codes import Milestone_
from visitapp.domain.days import Day, StatedAge
from visitapp.domain.draft import Draft
from visitapp.domain.family import Child, Milestone
from visitapp.domain.item import Correction
from visitapp.ui.bodymap.wording import NONE_YET, ROLLS
from visitapp.ui.visit.changes import Change, NewId

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

    def change(draft: Draft, new_id: NewId) -> Draft:
        known = _correction(draft, case, child)
        if known is not None and known.by is not None:
            draft = draft.without_item(known.by).without_item(known.id)
        if born is None and age is None:
            return draft
        standing = case.newest_id(child)
        recorded = next((one for one in case.children if one.id == child), None)
        if recorded is None:
            return draft
        instead = replace(recorded, id=new_id(), born=born, age=age)
        correction = Correction(id=new_id(), of=standing, by=instead.id, reason=reason)
        return draft.with_item(instead).with_item(correction)

    return change


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
