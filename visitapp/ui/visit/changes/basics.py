"""What kind of visit this is: when, where, planned or not, for what, with whom; and all of it "as last time"."""

from typing import Any

from msgspec.structs import replace

from visitapp.domain.case import Case
from visitapp.domain.contact import Contact
from visitapp.domain.draft import Draft
from visitapp.domain.standing import visits
from visitapp.ui.visit.changes import Change, NewId

_AS_LAST_TIME = ("kind", "place", "purpose", "counts_as_statutory", "announced", "address")


def contact(**facts: Any) -> Change:
    """Set fields of the contact itself."""

    def change(draft: Draft, _new_id: NewId) -> Draft:
        return replace(draft, contact=replace(draft.contact, **facts))

    return change


def last_visit(case: Case) -> Contact | None:
    """Our latest visit that took place, if there was one."""
    took_place = [one for one in visits(case) if one.outcome in (None, "seen")]
    return took_place[-1] if took_place else None


def like(last: Contact) -> Change:
    """The same kind, place, purpose and address as another visit, planned or not as that one was."""
    return contact(**{name: getattr(last, name) for name in _AS_LAST_TIME})


def unlike() -> Change:
    """Take that back: what was said of purpose, address and planning is open again; kind and place stay."""
    return contact(purpose=None, counts_as_statutory="unknown", announced="unknown", address="")


def is_like(contact: Contact, last: Contact) -> bool:
    """Whether all of that stands there."""
    return all(getattr(contact, name) == getattr(last, name) for name in _AS_LAST_TIME)
