"""The words of an item, for searching: what people wrote and said, and names; no ids, no codes but a mark's."""

import re
from typing import Any

from msgspec import Struct

from visitapp.domain.contact import ChildSeen, Contact, LookedAt, Measure, Note, Observation, Paragraph
from visitapp.domain.family import Address, CaseHeader, Child, LivedAt, Person, Plan, Professional
from visitapp.domain.item import Correction
from visitapp.domain.items import AnyItem
from visitapp.domain.judgement import (
    Action,
    ActionUpdate,
    Answer,
    CoSignature,
    Decision,
    NextVisit,
    ParentsView,
    QuestionBack,
    Reply,
    Told,
    View,
    Worry,
    WorryUpdate,
)
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.domain.regions import REGIONS

# What is not named here holds no words that anyone would look for; KnownLater is for the debriefing only.
_FIELDS: dict[type, tuple[str, ...]] = {
    CaseHeader: ("title", "reference", "case_system_id"),
    Address: ("label", "safety"),
    Child: ("name", "disability", "school"),
    Person: ("name", "relation"),
    Professional: ("name", "role", "agency"),
    Plan: ("category", "goals"),
    LivedAt: ("place",),
    Contact: ("agency", "disputed", "place_proposed", "unease", "planned", "not_done"),
    ChildSeen: ("words", "question", "wishes", "sleeps_tonight", "said_to_be", "covered"),
    LookedAt: ("rooms_refused", "animal"),
    Observation: ("text", "by"),
    Measure: ("centile",),
    Note: ("paragraphs",),
    Mark: ("text", "shape", "felt", "light", "colours", "held_by"),
    Opinion: ("text",),
    Account: ("text", "by", "to"),
    Worry: ("text", "by"),
    WorryUpdate: ("text",),
    View: (
        "holds", "rivals", "changed", "why", "protective", "would_change_it", "sits_badly", "would_expect",
        "seen_just_before",
    ),
    ParentsView: ("text",),
    Action: ("what", "who"),
    ActionUpdate: ("why",),
    NextVisit: ("who",),
    Told: ("who", "role", "how", "said", "agreed"),
    Decision: ("what", "why", "by", "dissent"),
    Answer: ("text", "reason", "told_who"),
    QuestionBack: ("text",),
    Reply: ("text", "when"),
    CoSignature: ("differs",),
    Correction: ("reason",),
}  # fmt: skip
_OF_PARTS: dict[type, tuple[str, ...]] = {Paragraph: ("text", "by")}
_ID = re.compile(r"(child:)?[0-9a-f]{32}")
# The signs that search results are marked with, and others that nobody can read.
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]+")


def words_of(item: AnyItem) -> str:
    """The words of an item, one piece a line; "" where it has none."""
    pieces = _of_fields(item, _FIELDS.get(type(item), ()))
    if type(item) is Mark:
        region = REGIONS.get(item.region)
        pieces.insert(0, f"{item.kind.replace('_', ' ')}, {region.label if region else item.region}")
    words = "\n".join(pieces)
    # Looking for these signs takes ten times as long as asking whether there are any.
    return words if words.replace("\n", "").isprintable() else _UNSEEN.sub(" ", words)


def _of_fields(holder: Struct, fields: tuple[str, ...]) -> list[str]:
    pieces = []
    for field in fields:
        value = getattr(holder, field)
        if value:
            pieces += _pieces(value)
    return pieces


def _pieces(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value] if value and not _ID.fullmatch(value) else []
    if isinstance(value, tuple):
        return [piece for one in value for piece in _pieces(one)]
    if isinstance(value, Struct):
        return _of_fields(value, _OF_PARTS.get(type(value), value.__struct_fields__))
    return []
