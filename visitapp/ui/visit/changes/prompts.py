"""The questions that were chosen at Prepare, kept with the draft."""

from msgspec.structs import replace

from visitapp.domain.draft import Draft
from visitapp.ui.visit.changes import Change


def pinned(prepared: Draft) -> Change:
    """Keep the cards that Prepare chose, and the bank's version; whatever was written meanwhile stays."""
    return lambda draft, _new_id: replace(draft, prompts=prepared.prompts, bank=prepared.bank)
