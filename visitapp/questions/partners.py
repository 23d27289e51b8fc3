"""Partners and parents as the record tells of them, and who of them has been heard from. Pure.

Who somebody is to the children is free text ("father", "mother's partner"). It is read by plain English words, in one
direction only: words that this file does not know make nobody a parent or partner. What the record says in coded form
(parental responsibility, a partner by name, a male carer) needs no words.
"""

import re
from collections.abc import Collection
from datetime import date

from visitapp.domain.family import Partnership, Person
from visitapp.questions.known import Known
from visitapp.questions.meetings import Meeting

_PARTNER = re.compile(
    r"\b(?:partner|boyfriend|girlfriend|fianc[eé]e?|husband|wife|step-? ?(?:father|mother|dad|mum|parent))\b",
    re.IGNORECASE,
)
_PARENT = re.compile(r"\b(?:father|mother|dad|daddy|mum|mummy|mam|parent|adoptive parent)\b", re.IGNORECASE)
_OF_OTHERS = re.compile(
    r"\b(?:brother|sister|aunt|auntie|uncle|cousin|grand\w+|nan|nana|friend|neighbour|business)\b", re.IGNORECASE
)
_FORMER = re.compile(r"\b(?:ex|former\w*|previous\w*|separated|estranged|divorced)\b", re.IGNORECASE)
_DEAD = re.compile(r"\b(?:late|dead|died|deceased|passed away)\b", re.IGNORECASE)
_OF_SOMEBODY = re.compile(r"['\u2019]s |\bof ")
_PART = re.compile(r"[,;/()]|\band\b")
_OF_CHILDREN = (
    r"(?:the |both |all |his |her |their )*(?:bab(?:y|ies)|child(?:ren)?|twins?|girls?|boys?|kids?|eldest|youngest)"
)


def said_partner(relation: str) -> bool:
    """Whether the words say a present partner of a parent: "mother's partner", "stepfather"; not "ex-partner"."""
    return (
        _PARTNER.search(relation) is not None
        and _OF_OTHERS.search(relation) is None
        and _FORMER.search(relation) is None
        and _DEAD.search(relation) is None
    )


def said_parent(relation: str, children: Collection[str] = ()) -> bool:
    """Whether the words say a parent: "father", "mum"; not "mother's friend", "father's mother" or "late father".

    `children`: first names, so that "Joe's father" and "father of Joe" are one.
    """
    if _DEAD.search(relation):
        return False
    names = "|".join([_OF_CHILDREN, *map(re.escape, children)])
    of_theirs = re.compile(rf"\b(?:{names})(?:'|\u2019)s?\s|\bof (?:{names})\b", re.IGNORECASE)
    parts = (of_theirs.sub(" ", f"{part} ") for part in _PART.split(relation))
    return any(_PARENT.search(part) is not None and not _OF_SOMEBODY.search(part) for part in parts)


def former(person: Person, children: Collection[str] = ()) -> bool:
    """Whether the words say a former partner who is no parent."""
    return _FORMER.search(person.relation) is not None and not said_parent(person.relation, children)


def parent_or_partner(known: Known, id: str, person: Person) -> bool:  # noqa: A002  # the field's word
    """Whether somebody is a parent, a carer who is a man, or the partner of somebody, and not a former one."""
    children = known.first_names.values()
    if former(person, children) or _DEAD.search(person.relation):
        return False
    coded = person.male_carer or id in known.partnered or id in known.responsible
    return coded or said_parent(person.relation, children) or said_partner(person.relation)


def home_or_partner(known: Known, id: str, person: Person) -> bool:  # noqa: A002
    """Whether somebody lives in the home, or is the partner of somebody, and not a former one."""
    if known.in_household(id, known.today):
        return True
    return not former(person, known.first_names.values()) and (id in known.partnered or said_partner(person.relation))


def partner_since(known: Known, id: str, person: Person) -> date | None:  # noqa: A002
    """The day on which it became known that somebody is a partner; None for anybody else, and for former ones."""
    if former(person, known.first_names.values()):
        return None
    days = [one.kept.known_on for one in known.of(Partnership) if known.root(one.item.person) == id]
    if said_partner(person.relation):
        versions = [one for one in known.said_of(Person) if known.root(one.item.id) == id]
        days += [one.kept.known_on for one in versions if said_partner(one.item.relation)]
    return min((day for day in days if day is not None), default=None)


def is_new(known: Known, day: date) -> bool:
    """Whether what became known on a day is later news: neither of the first entry nor of our first visit."""
    first = min((one.kept.known_on for one in known.meetings.values() if one.kept.known_on is not None), default=None)
    visit = known.visits_made[0] if known.visits_made else None
    return first is not None and day > first and (visit is None or day != visit.kept.known_on)


def has_partner(known: Known, id: str) -> bool:  # noqa: A002
    """Whether a partner of somebody is recorded: by name, by words, or another parent in the same home."""
    if id in known.partnered:
        return True
    children = known.first_names.values()
    others = [(other, person) for other, person in known.people.items() if other != id and not person.child]
    return any(
        not former(person, children) and (said_partner(person.relation) or (
            said_parent(person.relation, children) and known.in_household(other, known.today)))
        for other, person in others
    )  # fmt: skip


def left_home(known: Known, id: str) -> bool:  # noqa: A002
    """Whether somebody lived in the home and does not any more."""
    return bool(known.stays.get(id)) and not known.in_household(id, known.today)


def visits_unheard(known: Known, id: str, after: int) -> list[Meeting]:  # noqa: A002
    """Our latest visits in a row, after a step, since which nobody heard from somebody: present, or recorded words.

    A visit at which none of the family's grown-ups is recorded as present says nothing: at school, or unrecorded.
    """
    last = known.heard_at.get(id)
    found: list[Meeting] = []
    for one in reversed(known.visits_made):
        if one.at <= after or (last is not None and (one.day, one.time, one.at) <= last):
            break
        if one.item.present and any(known.is_family(who) for who in one.item.present):
            found.append(one)
    return found[::-1]
