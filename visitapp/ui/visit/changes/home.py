"""Who was there, and what of the home was looked at."""

from typing import Any

from msgspec.structs import replace

from visitapp.domain.contact import LookedAt
from visitapp.domain.draft import Draft
from visitapp.domain.family import Person, Stay
from visitapp.domain.item import Correction
from visitapp.ui.visit.changes import Change, NewId


def present(people: tuple[str, ...]) -> Change:
    """These people were there, and no others."""

    def change(draft: Draft, _new_id: NewId) -> Draft:
        return replace(draft, contact=replace(draft.contact, present=people))

    return change


def someone_else(
    name: str, relation: str, *, lives_here: bool = False, male_carer: bool = False, child: bool = False
) -> Change:
    """Somebody nobody knew of was there: a person of this family from now on. Nothing happens without a name.

    `lives_here`: and one of the household, as far as is known since today. `male_carer`: a man who looks after the
    children. `child`: another child.
    """

    def change(draft: Draft, new_id: NewId) -> Draft:
        if not name.strip():
            return draft
        person = Person(id=new_id(), name=name.strip(), relation=relation.strip(), male_carer=male_carer, child=child)
        draft = draft.with_item(person)
        if lives_here:
            draft = draft.with_item(Stay(id=new_id(), person=person.id, since=draft.contact.date))
        return replace(draft, contact=replace(draft.contact, present=(*draft.contact.present, person.id)))

    return change


def new_people(draft: Draft) -> tuple[Person, ...]:
    """Those who were named here for the first time; of somebody known more may have been learnt."""
    known = {one.by for one in draft.of(Correction)}
    return tuple(one for one in draft.of(Person) if one.id not in known)


def looked_at(draft: Draft) -> LookedAt | None:
    """What the draft says of the home so far."""
    return next((one for one in draft.items if isinstance(one, LookedAt)), None)


def looked(**facts: Any) -> Change:
    """Set what was looked at in the home."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        known = looked_at(draft) or LookedAt(id=new_id(), contact=draft.contact.id)
        return draft.with_item(replace(known, **facts))

    return change


def as_last_time(*, yes: bool) -> Change:
    """All rooms seen today and found as last time, where the children sleep too; or that taken back."""
    return looked(same_as_last_time=yes, bedroom="yes" if yes else "unknown")
