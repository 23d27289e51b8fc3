"""What I make of it: one view by the person who signs, never written over an earlier one."""

from typing import Any

from msgspec.structs import replace

from visitapp.domain.draft import Draft
from visitapp.domain.judgement import View
from visitapp.ui.visit.changes import Change, NewId


def view_of(draft: Draft) -> View | None:
    """The view in this draft, if any was begun."""
    return next((one for one in draft.items if isinstance(one, View)), None)


def view(by: str, held: View | None, **facts: Any) -> Change:
    """Set parts of the view. With words of what one holds now, it answers for the earlier view `held`."""

    def change(draft: Draft, new_id: NewId) -> Draft:
        known = view_of(draft) or View(id=new_id(), contact=draft.contact.id, by=by)
        known = replace(known, **facts)
        return draft.with_item(replace(known, supersedes=(held.id,) if known.holds and held else ()))

    return change
