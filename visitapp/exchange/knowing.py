"""When each thing of a file happened and when the team came to know of it: the page's *known when* and *order*.

What does not say so is known on its own date (a month or year on its last day); what was seen and said at a contact
with the contact; a person with the first contact that names them; case, professionals and what has no beginning with
the first contact. A person whom no contact names is known when anything recorded of their household is, and two people
as partners when both are: what came out later must not show earlier. A child is known from the first contact on, but
not before birth, unless expected or named.
"""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from visitapp.domain.case import Kept
from visitapp.domain.contact import Contact
from visitapp.domain.family import Address, Child, KnownLater, LivedAt, Milestone, Partnership, Person, Plan, Stay
from visitapp.domain.item import Item
from visitapp.domain.marks import Opinion
from visitapp.exchange.checking import contact_of
from visitapp.exchange.reading import Found

ALWAYS = date.min
"""The day of what a file without contacts does not date: known from the beginning."""


class When(Struct, frozen=True, order=True):
    """Known on (date.max: never), happened on, at what time. Ordered as the page says."""

    known_on: date
    date: date
    time: str = ""


def kept(found: list[Found], named: dict[str, list[str]]) -> tuple[Kept, ...]:
    """Everything with its days, in the order of the page; what is never known comes last.

    `named`: for each id the contacts that name it.
    """
    whens = times(found, named)
    order = sorted(range(len(found)), key=lambda index: (whens[index], index))
    return tuple(_kept(found[index], whens[index], index) for index in order)


def times(found: list[Found], named: dict[str, list[str]]) -> list[When]:
    """When each thing is known and of which day it tells."""
    known = _Times(found, named)
    return [known.when(one) for one in found]


def _kept(found: Found, when: When, index: int) -> Kept:
    known_on = None if when.known_on == date.max else when.known_on
    entry = "opening" if contact_of(found) is None else "imported"
    return Kept(found.item, known_on, when.date, when.time, (0, "", index), entry=entry)


class _Times:
    """The days of one file. Contacts first, then what rests on them."""

    def __init__(self, found: list[Found], named: dict[str, list[str]]) -> None:
        self._named = named
        self._contacts = {one.item.id: _own(one, one.item) for one in found if isinstance(one.item, Contact)}
        known = [when for when in self._contacts.values() if when.known_on != date.max]
        fallback = min((when.date for when in self._contacts.values()), default=ALWAYS)
        first = min(known, default=When(fallback, fallback))
        self._first = When(first.known_on, first.date)
        self._home: dict[str, list[When]] = {}
        for one in found:
            for person in _at_home(one):
                self._home.setdefault(person, []).append(self.when(one))
        self._people = {one.item.id: self._person(one) for one in found if isinstance(one.item, Person)}

    def when(self, found: Found) -> When:
        item = found.item
        if isinstance(item, Contact):
            return self._contacts[item.id]
        if isinstance(item, Person):
            return self._people[item.id]
        if isinstance(item, Partnership):
            return _said(found, max(self._people[item.person], self._people[item.partner_of]))
        if isinstance(item, Child):
            return self._child(item)
        contact = contact_of(found)
        if contact is not None:
            return _at_contact(found, self._contacts[contact.item.id])
        own = _beginning(item)
        return _said(found, self._first if own is None else When(own, own))

    def _child(self, child: Child) -> When:
        if child.born is None or child.unborn or child.born.first() <= self._first.known_on:
            return self._first
        birth = When(child.born.first(), child.born.first())
        return min((birth, *self._naming(child.id)))

    def _person(self, found: Found) -> When:
        person = found.item.id
        naming = self._naming(person)
        known = [when for when in naming if when.known_on != date.max] or self._home.get(person) or naming
        return _said(found, min(known, default=self._first))

    def _naming(self, id: str) -> list[When]:  # noqa: A002  # the field's word
        whens = [self._contacts[contact] for contact in self._named.get(id, ())]
        return [When(when.known_on, when.date) for when in whens]


def _own(found: Found, contact: Contact) -> When:
    day = contact.last_day()
    known = date.max if found.never else found.recorded or day
    return When(known, day, contact.time)


def _said(found: Found, otherwise: When) -> When:
    """As the file says for this thing; `otherwise` where it does not."""
    if found.never:
        return When(date.max, otherwise.date)
    if found.recorded is None:
        return otherwise
    own = _beginning(found.item)
    return When(found.recorded, own if own is not None else min(otherwise.date, found.recorded))


def _at_contact(found: Found, contact: When) -> When:
    item = found.item
    known = date.max if found.never else found.recorded or contact.known_on
    if isinstance(item, Opinion) and item.date is not None:
        day = item.date.last()
        # Of the contact's own day: with the contact, not with what another contact of that day brought before it.
        return When(known, day, contact.time if day == contact.date else "")
    return When(known, contact.date, contact.time)


def _beginning(item: Item) -> date | None:
    """The item's own date, where it has one."""
    if isinstance(item, Milestone):
        return item.date.last()
    if isinstance(item, KnownLater):
        later = item.date or item.learned_on
        return later.last() if later is not None else None
    if isinstance(item, Address | Plan | LivedAt | Stay):
        return item.since.last() if item.since is not None else None
    return None


def _at_home(found: Found) -> Iterable[str]:
    """The people of whose household this tells."""
    if isinstance(found.item, Stay):
        return (found.item.person,)
    return found.item.people if isinstance(found.item, LivedAt) else ()
