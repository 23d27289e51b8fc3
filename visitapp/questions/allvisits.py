"""What our visits have in common: announced, adults together, an animal in the home, a carer said to work with us.

Pure functions of what is known; `after` is the step of a question's last answer, -1 where there was none.
"""

import re
from datetime import date

from visitapp.domain.contact import LookedAt, Observation
from visitapp.questions import partners
from visitapp.questions.known import Known
from visitapp.questions.meetings import Meeting
from visitapp.questions.shelf import Placed

_NO_ANIMAL = re.compile(
    r"^(?:none\b.*|no|nil|n/a|unknown|(?:there (?:is|are|was|were) )?no (?:animals?|pets?|dogs?|cats?)\b[^,;]*|"
    r"[^,;]*\b(?:has |have )?(?:died|gone|rehomed|put down|given away)(?: now| since)?)$",
    re.IGNORECASE,
)
_WORD = re.compile(r"[a-z]+")
_SMALL = frozenset(
    {"a", "an", "and", "at", "barn", "big", "black", "brown", "cage", "family", "garden", "in", "is", "kitchen",
     "large", "little", "new", "of", "old", "one", "our", "outside", "pet", "s", "small", "the", "their", "three",
     "two", "very", "white", "with", "yard", "young"}
)  # fmt: skip


def announced_in_a_row(known: Known, after: int) -> list[Meeting]:
    """Our latest visits in a row that are recorded as arranged beforehand, the latest last; unknown breaks the row."""
    found: list[Meeting] = []
    for one in reversed(known.visits):
        if one.at <= after:
            break
        if not one.ended:
            continue
        if one.item.announced != "yes":
            break
        found.append(one)
    return found[::-1]


def always_together(known: Known, after: int) -> list[Meeting]:
    """The visits at which grown-ups of the home, parents and partners were met, where it was never one of them alone.

    Empty where one of them ever was met alone (by us, visit or not), or where fewer than two were ever met.
    """
    found: list[Meeting] = []
    adults: set[str] = set()
    for one in known.by_day:
        if one.at <= after or not one.by_us or not one.made:
            continue
        there = {known.root(id_) for id_ in one.item.present}
        there = {id_ for id_ in there if _counts(known, id_)}
        if len(there) == 1:
            return []
        if there:
            found.append(one)
            adults |= there
    return found if len(adults) > 1 else []


def _counts(known: Known, id: str) -> bool:  # noqa: A002  # the field's word
    person = known.people.get(id)
    if person is None or person.child:
        return False
    return known.in_household(id, known.today) or partners.parent_or_partner(known, id, person)


def animal(known: Known) -> tuple[str, Placed[LookedAt] | Placed[Observation]] | None:
    """The animal that is in the home as last recorded, in the words used, and when that one was first recorded.

    "A dog" and "the old dog" are the same one (`same_animal`).
    """
    said: list[tuple[str, Placed[LookedAt] | Placed[Observation]]] = []
    gone = False
    for one in known.of(LookedAt):
        words = one.item.animal.strip()
        if words:
            gone = _NO_ANIMAL.match(words.rstrip(".")) is not None
            if not gone:
                said.append((words, one))
    if not said:
        told = [one for one in known.of(Observation) if one.item.topic == "animal"]
        return (told[0].item.text.strip(), told[0]) if told and not gone else None
    if gone:
        return None
    words = said[-1][0]
    return words, next(placed for other, placed in said if same_animal(other, words))


def same_animal(one: str, other: str) -> bool:
    """Whether two entries name the same animal: a word in common, or a word that ends with one ("sheepdog", "dog")."""
    mine, theirs = _nouns(one), _nouns(other)
    return one == other or any(left.endswith(right) or right.endswith(left) for left in mine for right in theirs)


def _nouns(words: str) -> set[str]:
    return {one.removesuffix("s") for one in _WORD.findall(words.casefold()) if len(one) > 2} - _SMALL


def cooperative_visits(known: Known, after: int) -> list[Meeting]:
    """Our visits from which it is recorded that a carer was co-operative, by day."""
    ids = {known.root(one.item.contact) for one in known.of(Observation) if one.item.cooperative}
    return [one for one in known.visits_made if one.id in ids and one.at > after]


def changed_since(known: Known, day: date) -> bool:
    """Whether a change for a child is recorded with a contact on that day or later."""
    return any(
        one.item.change_for_child and known.day_of(one.item.contact, one.kept.date) >= day
        for one in known.of(Observation)
    )
