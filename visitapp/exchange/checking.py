"""Whether everything that the file names is there, and stands where it may: the references, once all has been read.

A reference may stand before what it names. Only a mark or an account that is the same as an *earlier* one, and what
became of an action, look backwards: in the file, or by the day of the contact.
"""

from datetime import date

from visitapp.domain.contact import Contact
from visitapp.domain.judgement import ActionUpdate
from visitapp.domain.marks import Account, Mark
from visitapp.exchange.problems import Problem
from visitapp.exchange.reading import Found, Reading
from visitapp.words import text


def check(reading: Reading) -> dict[str, list[str]]:
    """Look up every reference. Returns, for each id that contacts name, the ids of those contacts in file order.

    Raises FileRefused with everything that is wrong.
    """
    named: dict[str, list[str]] = {}
    for reference in reading.references:
        target = reading.target(reference)
        if target is not None and reference.contact:
            contacts = named.setdefault(target, [])
            if not contacts or contacts[-1] != reference.contact:
                contacts.append(reference.contact)
    reading.stop()
    places = {found.item.id: (index, found) for index, found in enumerate(reading.found)}
    circles = _circles({found.item.id: to for found in reading.found if (to := _looks_back(found)[1])})
    for index, found in enumerate(reading.found):
        field, to = _looks_back(found)
        if to and (found.item.id in circles or not _may(index, found, *places[to])):
            allowed = text("exchange.allowed.earlier")
            reading.problem(Problem("exchange.not_earlier", found.line, field, to, allowed))
    reading.stop()
    return named


def _looks_back(found: Found) -> tuple[str, str]:
    """The field by which an item names an earlier one, and its id; empty where it names none."""
    item = found.item
    if isinstance(item, Mark | Account) and item.same_as is not None:
        return "same_as", item.same_as
    if isinstance(item, ActionUpdate):
        return "action", item.action
    return "", ""


def _may(index: int, found: Found, first_index: int, first: Found) -> bool:
    here, there = contact_of(found), contact_of(first)
    if isinstance(found.item, Mark) and (not isinstance(first.item, Mark) or first.item.child != found.item.child):
        return False
    same_contact = isinstance(found.item, ActionUpdate) and here is there
    return same_contact or first_index < index or _day(there) < _day(here)


def _circles(back: dict[str, str]) -> set[str]:
    """One id of every circle in which things name each other as earlier."""
    circles: set[str] = set()
    done: set[str] = set()
    for start in back:
        here: set[str] = set()
        one = start
        while one in back and one not in done and one not in here:
            here.add(one)
            one = back[one]
        if one in here:
            circles.add(one)
        done |= here
    return circles


def contact_of(found: Found) -> Found | None:
    """The contact that something stands in, or is."""
    one: Found | None = found
    while one is not None and not isinstance(one.item, Contact):
        one = one.above
    return one


def _day(found: Found | None) -> date:
    return found.item.last_day() if found is not None and isinstance(found.item, Contact) else date.min
