"""Everything kept of a case, laid out once: items by type, with their position in the order in which they became known.

A `Placed` item has `at`, that position, and `step`: the position of the contact that it came with (its own where it
came by itself or later). What one contact brought belongs together: it answers, reviews and counts as one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from visitapp.domain.case import Kept
from visitapp.domain.contact import Contact

T = TypeVar("T")
Contacts = dict[str, tuple[int, Kept]]
"""The contacts of a case by id, with their positions."""


class Placed(Struct, Generic[T], eq=False, gc=False):
    """An item, where it stands in what became known, and with which step.

    It leads back to nothing that holds it, so that Python need not search thousands of these for garbage.
    """

    item: T
    kept: Kept
    at: int
    _contacts: Contacts
    _step: int = -1

    @property
    def step(self) -> int:
        """The position of the contact that it came with; its own where it came by itself or later."""
        if self._step < 0:
            self._step = _step_of(self._contacts, self.kept, self.at)
        return self._step

    def moved_to(self, first: "Placed[Any]") -> "Placed[T]":
        """This item where another one stands, as if it had been said there."""
        return Placed(self.item, replace(first.kept, item=self.item), first.at, self._contacts, first.step)


class Shelf:
    """The kept things of a case in order (`Case.all_kept`), by type. Made once for all that was known since."""

    def __init__(self, kept: Sequence[Kept]) -> None:
        self.kept = kept
        self._places: defaultdict[type, list[int]] = defaultdict(list)
        places = self._places
        for at, one in enumerate(kept):
            places[type(one.item)].append(at)
        self._contacts: Contacts = {}
        for at in places[Contact]:
            self._contacts.setdefault(kept[at].item.id, (at, kept[at]))
        self._placed: dict[type, list[Placed[Any]]] = {}

    def of(self, kind: type[T]) -> list[Placed[T]]:
        """All items of a type, in order, those corrected later included."""
        found = self._placed.get(kind)
        if found is None:
            found = [Placed((one := self.kept[at]).item, one, at, self._contacts) for at in self._places.get(kind, ())]
            self._placed[kind] = found
        return found

    def end_of_step(self, contact: str) -> int:
        """The position after the last thing that came with a contact."""
        at, came = self._contacts[contact]
        end = at + 1
        for after in range(at + 1, len(self.kept)):
            one = self.kept[after]
            if one.known_on != came.known_on:
                break
            if getattr(one.item, "contact", None) == contact and _step_of(self._contacts, one, after) == at:
                end = after + 1
        return end

    def contact_ids(self) -> Iterator[str]:
        """The contacts by the order in which they became known."""
        return iter(self._contacts)

    def contact_at(self, contact: str) -> int | None:
        """The position of a contact; None when it is not known."""
        found = self._contacts.get(contact)
        return None if found is None else found[0]


def _step_of(contacts: Contacts, one: Kept, at: int) -> int:
    """The step of a thing at a position."""
    contact = contacts.get(getattr(one.item, "contact", ""))
    if contact is None:
        return at
    where, came = contact
    together = came.known_on == one.known_on and came.place[:2] == one.place[:2]
    return where if together else at


def together(one: Kept, other: Kept) -> bool:
    """Whether two things were said in one record or one draft, on one day."""
    return one.place[1] != "" and one.place[:2] == other.place[:2] and one.known_on == other.known_on


def known_with(one: Placed[Any], limit: Placed[Any]) -> bool:
    """Whether a thing was known when another was: earlier, or said with it."""
    return one.at <= limit.at or one.step <= limit.step or together(one.kept, limit.kept)
