"""What a visit tells of the family itself: said in the same record as the visit, though it names no contact."""

from visitapp.domain.case import Case, Kept
from visitapp.domain.family import Address, Child, Milestone, Partnership, Person, Plan, Stay

LEARNT = (Child, Milestone, Person, Plan, Stay, Partnership, Address)
"""Who lives there and where that is, how old a child is, what it can do, which plan holds."""
_BEFORE = ("opening", "imported")


def learnt_with(case: Case, contact: str) -> tuple[Kept, ...]:
    """All that holds now of what was learnt with a contact; what was brought in with a whole case is not."""
    kept = case.kept_by_id.get(contact)
    if kept is None or not kept.record or kept.entry in _BEFORE:
        return ()
    return tuple(one for one in case.kept if one.record == kept.record and isinstance(one.item, LEARNT))
