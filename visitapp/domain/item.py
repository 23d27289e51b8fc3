"""What every item has: an id of its own, so that it can be corrected, cited and taken out alone.

Ids are opaque strings: random in a vault (32 hex digits), the file's own in a case file.
"""

from typing import Annotated

from msgspec import Meta, Struct

KEEP_FROM = "keep_from:"
"""Before the id of whoever must not be told."""
HANDLING_CODES = ("source_asked_not_to_be_named", "legal_advice", "police_or_marac", "about_third_party")
# A code that is not known here is of a newer version; without a sentence for it nobody could be warned.
Handling = Annotated[str, Meta(pattern=rf"\A(?:{'|'.join(HANDLING_CODES)}|{KEEP_FROM}(?s:.)+)\Z")]


class Item(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True, tag_field="is", gc=False):
    """Anything that somebody said, saw, did or decided. `handling`: who must not be told, and why not to pass it on."""

    id: str
    handling: tuple[Handling, ...] = ()


class Correction(Item, frozen=True, kw_only=True, tag="correction"):
    """Replaces or withdraws an earlier item, with a reason. The earlier one is kept and shown beside it.

    `by`: the id of the item that stands in its place; None: withdrawn. `whose`: the worker's own or the family's.
    """

    of: str
    by: str | None = None
    reason: str
    whose: str = "worker"
