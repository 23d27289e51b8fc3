"""A case as it was known at a moment: a pure function of the set of things kept, whatever the order they came in.

Order is by the day on which a thing became known, then its date, its time, its place (causal depth, record, index).
A thing corrected by then is left out of the rules' sight; two corrections of one thing both stand.
"""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from operator import itemgetter
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from visitapp.domain.contact import ChildSeen, Contact
from visitapp.domain.family import Child, Milestone, Person, Professional
from visitapp.domain.item import Correction
from visitapp.domain.items import AnyItem
from visitapp.domain.marks import Account, Mark, Opinion

T = TypeVar("T")


class Moment(Struct, frozen=True, order=True, gc=False):
    """A point in what became known. Everything up to and with it may be used; `known_on` is *today* for the rules."""

    known_on: datetime.date
    date: datetime.date
    time: str = ""
    place: tuple[int, str, int] = (1 << 62, "", 0)


class Kept(Struct, frozen=True, gc=False):
    """An item as it is kept: where it came from and when it became known. `known_on` None: never, for any rule.

    `record`: the record that says it ("" for an open draft or a file). `by`: the member who signed it.
    `date`, `time`: of what it tells of; `entry`: the kind of the entry that it came in.
    """

    item: AnyItem
    known_on: datetime.date | None
    date: datetime.date
    time: str = ""
    place: tuple[int, str, int] = (0, "", 0)
    record: str = ""
    by: str = ""
    entry: str = ""

    @property
    def moment(self) -> Moment | None:
        """When it entered what was known."""
        return None if self.known_on is None else Moment(self.known_on, self.date, self.time, self.place)


class Case:
    """What was known of a case at a moment. Everything is a tuple in order; look-ups are made once, when asked for."""

    def __init__(self, kept: Iterable[Kept], until: Moment | None = None) -> None:
        moments = [
            (moment, one) for one in kept if (moment := one.moment) is not None and (until is None or moment <= until)
        ]
        moments.sort(key=itemgetter(0))  # those of one moment stay as they came
        self.all_kept: tuple[Kept, ...] = tuple([one for _, one in moments])
        self._by_type = _by_type(self.all_kept)
        self.corrections: tuple[Correction, ...] = self.of(Correction)
        self.kept: tuple[Kept, ...] = self.all_kept
        if self.corrections:
            gone = {correction.of for correction in self.corrections}
            self.kept = tuple([one for one in self.all_kept if one.item.id not in gone])
            self._by_type = _by_type(self.kept)

    def of(self, kind: type[T]) -> tuple[T, ...]:
        """All items of a type that hold now, in order."""
        return tuple(self._by_type.get(kind, ()))  # type: ignore[arg-type]  # the key is the items' own type

    @cached_property
    def kept_by_id(self) -> dict[str, Kept]:
        """Everything by id, what was corrected included; the latest of one id."""
        return {one.item.id: one for one in self.all_kept}

    @cached_property
    def contacts(self) -> tuple[Contact, ...]:
        """The contacts as they are known now, in the order in which they became known, by their first ids."""
        if not self._firsts:
            return self.of(Contact)
        return tuple(replace(one, id=self.first_id(one.id)) for one in self.where_first_said(Contact))

    def where_first_said(self, kind: type[T]) -> tuple[T, ...]:
        """All items of a type that hold now, each where it was first said: what was corrected since is no later."""
        found = self.of(kind)
        if not self._firsts:
            return found
        return tuple(sorted(found, key=lambda one: self._place.get(self.first_id(one.id), len(self._place))))  # type: ignore[attr-defined]  # items have ids

    @cached_property
    def _place(self) -> dict[str, int]:
        return {one.item.id: at for at, one in reversed(tuple(enumerate(self.all_kept)))}

    @cached_property
    def children(self) -> tuple[Child, ...]:
        """The children as they are known now, in the order in which they were named, by their first ids."""
        now = {self.first_id(child.id): child for child in self.of(Child)}
        named = dict.fromkeys(self.first_id(one.item.id) for one in self.all_kept if isinstance(one.item, Child))
        return tuple(replace(now[first], id=first) for first in named if first in now)

    @cached_property
    def _firsts(self) -> dict[str, str]:
        return {one.by: one.of for one in self.corrections if one.by}

    def first_id(self, id: str) -> str:  # noqa: A002
        """The id under which a thing was first recorded, whatever corrected it since."""
        seen: set[str] = set()
        while id in self._firsts and id not in seen:
            seen.add(id)
            id = self._firsts[id]  # noqa: A001
        return id

    def ids_of(self, first: str) -> frozenset[str]:
        """Every id that a thing had, by the first."""
        return frozenset([first, *(one for one in self._firsts if self.first_id(one) == first)])

    def newest_id(self, id: str) -> str:  # noqa: A002
        """The id of what stands in the place of a thing now: what a further correction is of."""
        seen: set[str] = set()
        while id in self._newest and id not in seen:
            seen.add(id)
            id = self._newest[id]  # noqa: A001
        return id

    @cached_property
    def _newest(self) -> dict[str, str]:
        return {one.of: one.by for one in self.corrections if one.by}

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """All marks."""
        return self.of(Mark)

    @cached_property
    def accounts(self) -> tuple[Account, ...]:
        """All that people said about marks. `about` left empty in a file was filled with its contact's marks."""
        return self.of(Account)

    @cached_property
    def seen(self) -> tuple[ChildSeen, ...]:
        """Each child at each contact."""
        return self.of(ChildSeen)

    @cached_property
    def seen_at(self) -> dict[str, tuple[ChildSeen, ...]]:
        """The children of each contact, by the contact's first id, so that long cases need no search for each."""
        found: dict[str, list[ChildSeen]] = {}
        for one in self.seen:
            found.setdefault(self.first_id(one.contact), []).append(one)
        return {contact: tuple(children) for contact, children in found.items()}

    @cached_property
    def opinions(self) -> tuple[Opinion, ...]:
        """What professionals said of marks."""
        return self.of(Opinion)

    @cached_property
    def milestones(self) -> tuple[Milestone, ...]:
        """What children could and could not do."""
        return self.of(Milestone)

    @cached_property
    def people(self) -> dict[str, Person]:
        """People of the family and home as they are known now, by their first ids, in the order of their naming."""
        now = {self.first_id(person.id): person for person in self.of(Person)}
        named = dict.fromkeys(self.first_id(one.item.id) for one in self.all_kept if isinstance(one.item, Person))
        return {first: replace(now[first], id=first) for first in named if first in now}

    @cached_property
    def professionals(self) -> dict[str, Professional]:
        """Professionals as they are known now, by their first ids."""
        firsts = [(self.first_id(one.id), one) for one in self.where_first_said(Professional)]
        return {first: replace(one, id=first) if one.id != first else one for first, one in firsts}

    def name(self, id: str) -> str:  # noqa: A002
        """How somebody is called now: child, person, professional, or the free text itself."""
        if id.startswith("child:"):
            id = id.removeprefix("child:")  # noqa: A001
        one = self.kept_by_id.get(self.newest_id(id)) or self.kept_by_id.get(id)
        if one is None:
            return id
        item = one.item
        if isinstance(item, Professional):
            return item.called
        return getattr(item, "name", "") or getattr(item, "label", "") or id

    def ours(self, contact: Contact) -> bool:
        """Whether a contact was one of our own: made by social care."""
        by = self.professionals.get(self.first_id(contact.by))
        return by is not None and by.sector == "social_care"


def _by_type(kept: Iterable[Kept]) -> dict[type, list[AnyItem]]:
    found: defaultdict[type, list[AnyItem]] = defaultdict(list)
    for one in kept:
        item = one.item
        found[type(item)].append(item)
    return found
