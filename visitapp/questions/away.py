"""Whether the family says that a child is away: out of the area, so that another area would have to see it.

Where an unseen child is said to be is free text. Words are read in one direction only and cautiously: "on holiday",
"staying with an aunt", "in Leeds" say away; school, nursery, hospital, bed or the shop do not, and words that this file
does not know do not either. "Missing from home" and "nobody knows" say that nobody knows where it is. Limits: English
words only; a town counts when it is written "in Leeds" or "to Leeds".
"""

import re

from visitapp.domain.contact import Observation
from visitapp.questions.known import Known
from visitapp.questions.meetings import Meeting

_AWAY = re.compile(
    r"\b(?:away|on holidays?|abroad|overseas|travelling|out of (?:the )?(?:area|county|country)|"
    r"another (?:area|town|city|country)|(?:staying|stays|gone to (?:stay|live)) (?:with|at|in)|caravan|"
    r"visiting (?:family|relatives|friends|\w+ (?:family|relatives))|until next (?:week|month)|"
    r"for (?:a|the|one|two|three|some|a few) (?:weeks?|fortnight|months?|half.term|holidays?))\b",
    re.IGNORECASE,
)
_FAR = re.compile(r"\b(?:away|on holidays?|abroad)\b", re.IGNORECASE)
_TOWN = re.compile(r"\b(?:in|to|near|up in|over in|down in) (?:[A-Z][a-z]{2,})")
_NEAR = re.compile(
    r"\b(?:school|nursery|pre-?school|playgroup|class|reception|year \d|hospital|infirmary|ward|surgery|clinic|"
    r"asleep|bed|upstairs|garden|park|shops?|swimming|football|club|next door)\b",
    re.IGNORECASE,
)
_NOT_A_TOWN = re.compile(r"\b(?:in|to) (?:January|February|March|April|May|June|July|August|September|October|November|"
                         r"December|Mum|Mummy|Dad|Daddy|Nan|Nana|Gran|Grandma|Grandad)\b")  # fmt: skip
_NOWHERE = re.compile(
    r"^(?:unknown|not known|don.t know|not sure|missing)$|\b(?:nobody|no.?one) knows\b|"
    r"\b(?:whereabouts|location|address) (?:is |are )?(?:unknown|not known)\b|"
    r"\b(?:do|does|did)(?: not|n.t) know where\b|\bnot known where\b|\brun(?:ning)? away\b|\bran away\b|\babsconded\b|"
    r"\b(?:can.t|cannot|could not|couldn.t) be found\b|"
    r"(?<!not )(?<!not been )\b(?:reported|gone|went|still|is|been|believed) missing\b"
    r"(?! (?:school|nursery|class|lessons))|"
    r"^missing (?:since|from (?!school|nursery|class|lessons))",
    re.IGNORECASE,
)
"""Words of a place that say that nobody knows where a child is. A school that is missed is none."""
_SAYS_AWAY = re.compile(
    r"\b(?:is|are|was|were|be|been|being|gone|went|go|going|took|taken|'re|'s) (?:\w+ ){0,3}"
    r"(?:away|on holiday|abroad|overseas|out of (?:the )?area)\b",
    re.IGNORECASE,
)


def says_away(place: str) -> bool:
    """Whether words on where a child is say that it is out of the area."""
    if _AWAY.search(place):
        return _NEAR.search(place) is None or _FAR.search(place) is not None
    return _TOWN.search(place) is not None and _NEAR.search(place) is None and _NOT_A_TOWN.search(place) is None


def says_nowhere(place: str) -> bool:
    """Whether words on where a child is say that nobody knows."""
    return _NOWHERE.search(place.strip().rstrip(".")) is not None


def said_away(known: Known, child: str) -> Meeting | None:
    """The last contact that tells of a child, where somebody of the family says that it is away; None otherwise.

    Who said it may be unrecorded; what a professional said is no word of the family's.
    """
    told = {
        known.root(one.item.contact)
        for one in known.of(Observation)
        if one.item.source == "told"
        and known.child_named(one.item.about) == child
        and known.is_family(one.item.by)
        and _SAYS_AWAY.search(one.item.text)
    }
    for one in reversed(known.by_day):
        row = one.rows.get(child)
        if row is not None and row.seen == "yes":
            return None
        if one.id in told:
            return one
        where = row.said_to_be if row is not None else None
        if where is not None and where.place.strip():
            professional = known.root(where.by) in known.professionals
            return one if says_away(where.place) and not professional else None
    return None
