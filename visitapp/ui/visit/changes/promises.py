"""What was promised: last time's actions, new ones, the next visit, what parents think, and who was told what."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from visitapp.domain.codes import Truth
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Action, ActionUpdate, NextVisit, ParentsView, Told
from visitapp.ui.visit.changes import Change, NewId


def update_of(draft: Draft, action: str) -> ActionUpdate | None:
    """What the draft says of an earlier action."""
    return next((one for one in draft.items if isinstance(one, ActionUpdate) and one.action == action), None)


def was_done(action: str, done: Truth | None = None, why: str | None = None) -> Change:
    """Whether an earlier action was done, and why not. Taken back with `unknown` and no reason."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        known = update_of(draft, action) or ActionUpdate(id=new_id(), contact=draft.contact.id, action=action)
        known = replace(known, done=known.done if done is None else done, why=known.why if why is None else why)
        if known.done == "unknown" and not known.why:
            return draft.without_item(known.id)
        return draft.with_item(known)

    return change


def all_done(actions: tuple[str, ...], done: Truth = "yes") -> Change:
    """Every one of these was done; `unknown` takes that back."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        for action in actions:
            draft = was_done(action, done)(draft, new_id)
        return draft

    return change


def new_actions(draft: Draft) -> tuple[Action, ...]:
    """What was promised at this visit."""
    return tuple(one for one in draft.items if isinstance(one, Action))


def promise(what: str, who: str, by: date | None, about: tuple[str, ...]) -> Change:
    """Somebody will do something. Nothing happens without words for it."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        if not what.strip():
            return draft
        return draft.with_item(
            Action(id=new_id(), contact=draft.contact.id, what=what.strip(), who=who.strip(), by=by, about=about)
        )

    return change


def without(item: str) -> Change:
    """Take back something of this draft, which was never signed."""
    return lambda draft, _new_id: draft.without_item(item)


def next_visit_of(draft: Draft) -> NextVisit | None:
    """By when the next visit is to be, if said."""
    return next((one for one in draft.items if isinstance(one, NextVisit)), None)


def next_visit(by: date | None, who: str) -> Change:
    """By when, and by whom; None takes it back."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        known = next_visit_of(draft)
        if by is None:
            return draft.without_item(known.id) if known else draft
        known = known or NextVisit(id=new_id(), contact=draft.contact.id)
        return draft.with_item(replace(known, by=by, who=who))

    return change


def parents_view_of(draft: Draft, person: str) -> ParentsView | None:
    """What this parent thinks, if said."""
    return next((one for one in draft.items if isinstance(one, ParentsView) and one.by == person), None)


def parents_view(person: str, **facts: Any) -> Change:
    """Set what a parent thinks, whether they agree, and whether they were told what we would write."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        known = parents_view_of(draft, person) or ParentsView(id=new_id(), contact=draft.contact.id, by=person, text="")
        known = replace(known, **facts)
        if not known.text.strip() and known.told_what_we_write == "unknown" and known.agrees == "unknown":
            return draft.without_item(known.id)
        return draft.with_item(known)

    return change


def told_of(draft: Draft) -> tuple[Told, ...]:
    """Who was told what, so far."""
    return tuple(one for one in draft.items if isinstance(one, Told))


def told(who: str, at: str, said: str, about: tuple[str, ...], *, role: str = "", how: str = "") -> Change:
    """Somebody was told, of these children and marks. Nothing happens without a name."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        if not who.strip():
            return draft
        return draft.with_item(
            Told(
                id=new_id(),
                contact=draft.contact.id,
                who=who.strip(),
                at=at.strip(),
                said=said.strip(),
                about=about,
                role=role,
                how=how,
            )
        )

    return change
