"""A visit being written: a draft by its own random id, pinned to the bank that it was begun with.

A draft holds the very items that will be signed, so that rules see it as they see the log. Pure: ids, days and the
clock are passed in. Nothing here makes a draft final: only the two signatures of `actions.signing` do.
"""

from datetime import date
from typing import Literal, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from visitapp.domain.case import Kept
from visitapp.domain.contact import Contact, Paragraph
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import View

T = TypeVar("T")

DraftKind = Literal["visit", "quick_note", "no_reply", "addendum"]
Movement = Literal["prepare", "be_there", "before_you_drive", "write_up", "sign_happened", "sign_make_of_it"]


class Prompt(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A card chosen at Prepare and kept, by its key and the questions on it; and how it was worded."""

    card: str
    questions: tuple[str, ...]
    wording: str = ""


class Draft(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """All of a visit, note or addendum that is not signed yet. `begun`, `saved`: civil times with offset.

    `in_home` is what was typed in the home, sealed unchanged later; `note` the running note. `field` is where the
    worker was, so that it opens there again. `happened_record`: set once the first signature stands.
    """

    id: str
    case: str
    kind: DraftKind
    begun: str
    contact: Contact
    bank: str = ""
    saved: str = ""
    items: tuple[AnyItem, ...] = ()
    note: tuple[Paragraph, ...] = ()
    in_home: tuple[Paragraph, ...] = ()
    in_home_times: tuple[str, str] = ("", "")
    prompts: tuple[Prompt, ...] = ()
    movement: Movement = "prepare"
    field: str = ""
    happened_record: str = ""
    about: str = ""
    paused: bool = False

    def with_item(self, item: AnyItem) -> "Draft":
        """The draft with an item added, or put in the place of the one that has its id."""
        if any(one.id == item.id for one in self.items):
            return replace(self, items=tuple(item if one.id == item.id else one for one in self.items))
        return replace(self, items=(*self.items, item))

    def without_item(self, id: str) -> "Draft":  # noqa: A002
        """The draft without an item, which was never signed."""
        return replace(self, items=tuple(one for one in self.items if one.id != id))

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """The draft's items of a type."""
        return tuple(one for one in self.items if isinstance(one, kind))

    def kept(self, today: date, by: str) -> tuple[Kept, ...]:
        """The draft as rules see it: all of it known today, after everything in the log."""
        day, time = self.contact.last_day(), self.contact.time
        return tuple(
            Kept(item, today, day, time, (1 << 40, self.id, index), by=by, entry="draft")
            for index, item in enumerate((self.contact, *self.items))
        )

    def facts(self) -> tuple[AnyItem, ...]:
        """What the first signature covers: everything but the view."""
        return tuple(item for item in self.items if not isinstance(item, View))

    def make_of_it(self) -> tuple[View, ...]:
        """What the second signature covers."""
        return tuple(item for item in self.items if isinstance(item, View))
