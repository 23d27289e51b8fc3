"""What a visit tells of the family itself: said in the same record as the visit, though it names no contact."""

from visitapp.domain.case import Case, Kept
from visitapp.domain.family import Address, Child, Milestone, Partnership, Person, Plan, Stay

LEARNT = (Child, Milestone, Person, Plan, Stay, Partnership, Address)
"""Who lives there and where that is, how old a child is, what it can do, which plan holds."""
_BEFORE = ("opening", "imported")


def learnt_with(case: Case, contact: str) -> tuple[Kept, ...]:
    """All that holds now of what was learnt with a contact, as an addendum put it right where one did.

    What was brought in with a whole case is none of it; what a later visit changed was learnt with that one.
    """
    kept = case.kept_by_id.get(case.first_id(contact))
    if kept is None or not kept.record or kept.entry in _BEFORE:
        return ()
    return tuple(one for one in case.kept if isinstance(one.item, LEARNT) and _said_in(case, one) == kept.record)


def _said_in(case: Case, one: Kept) -> str:
    """The record with which it was learnt: an addendum's word is part of what it puts right."""
    first = case.kept_by_id.get(case.first_id(one.item.id)) if one.entry == "addendum" else None
    return one.record if first is None else first.record
