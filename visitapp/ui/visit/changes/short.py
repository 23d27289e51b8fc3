"""What a quick note says besides its words: with whom, and about which children."""

from msgspec.structs import replace

from visitapp.domain.codes import ContactKind, Place
from visitapp.domain.contact import ChildSeen
from visitapp.domain.draft import Draft
from visitapp.ui.visit.changes import Change, NewId
from visitapp.ui.visit.changes.basics import contact

_PLACES: dict[str, Place] = {"phone": "phone", "office_visit": "office", "hospital": "hospital"}


def of_kind(kind: ContactKind) -> Change:
    """What kind of contact it was; where it took place only as far as the kind says so."""
    return contact(kind=kind, place=_PLACES.get(kind))


def with_whom(ids: tuple[str, ...], people: tuple[str, ...]) -> Change:
    """These people and professionals took part. `people`: the ids that are people of the family."""

    def change(draft: Draft, _new_id: NewId) -> Draft:
        present = tuple(one for one in ids if one in people)
        attended = tuple(one for one in ids if one not in people)
        return replace(draft, contact=replace(draft.contact, present=present, attended=attended))

    return change


def children_about(draft: Draft) -> tuple[str, ...]:
    """The children whom a short contact is about."""
    return tuple(one.child for one in draft.items if isinstance(one, ChildSeen))


def about(children: tuple[str, ...]) -> Change:
    """The contact is about these children: a row for each that says nothing of being seen."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        for one in draft.items:
            if isinstance(one, ChildSeen) and one.child not in children:
                draft = draft.without_item(one.id)
        for child in children:
            if child not in children_about(draft):
                draft = draft.with_item(ChildSeen(id=new_id(), contact=draft.contact.id, child=child))
        return draft

    return change


def seen_there(children: tuple[str, ...]) -> Change:
    """These children were seen by whoever the contact was with; of the others nothing is said."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        rows = {one.child: one for one in draft.items if isinstance(one, ChildSeen)}
        for child in dict.fromkeys((*rows, *children)):
            row = rows.get(child) or ChildSeen(id=new_id(), contact=draft.contact.id, child=child)
            draft = draft.with_item(replace(row, seen="yes" if child in children else "unknown"))
        return draft

    return change
