"""The closed lists of the field: what may stand in a coded place, by the codes of the case file visitapp-case/1.

`codes(SomeList)` gives a list's values in order. Absent and `unknown` mean the same and neither is ever `no`.
"""

from typing import Any, Literal, get_args

Truth = Literal["yes", "no", "unknown"]

Sector = Literal["social_care", "health", "education", "police", "housing", "other"]

ContactKind = Literal[
    "home_visit", "office_visit", "school_visit", "phone", "health_appointment", "hospital", "referral", "police",
    "school_report", "meeting", "supervision", "household_change", "missed_appointment", "moved", "school_left",
    "school_started", "worker_change", "legal_outcome", "case_closed", "case_reopened", "death", "other",
]  # fmt: skip
VISITS: frozenset[ContactKind] = frozenset({"home_visit", "office_visit", "school_visit"})

Purpose = Literal["statutory", "section_47", "assessment", "core_group", "welfare_check", "other"]
Place = Literal[
    "home", "doorstep", "office", "school", "nursery", "hospital", "surgery", "street", "car", "phone", "elsewhere"
]
Outcome = Literal["seen", "no_reply", "refused", "cancelled_by_family", "was_not_brought", "cancelled_by_us"]
LegalResult = Literal["no_further_action", "threshold_met", "threshold_not_met", "charged", "bailed", "order"]

Milestone_ = Literal[
    "rolls", "sits", "crawls", "bottom_shuffles", "pulls_to_stand", "cruises", "walks", "moves_self_in_wheelchair"
]
PlanKind = Literal[
    "assessment", "child_in_need", "section_47", "child_protection", "section_20", "pre_proceedings", "proceedings",
    "interim_care_order", "care_order", "looked_after", "supervision_order", "special_guardianship",
    "private_fostering",
]  # fmt: skip

Undressed = Literal["no", "partly", "to_underwear", "unknown"]
BodyPart = Literal["face", "hands", "scalp", "arms", "legs", "body"]
HowSeen = Literal["all", "partly", "no"]
Interpreter = Literal["none_needed", "professional", "relative", "child", "none"]
Bedroom = Literal["yes", "no", "refused", "unknown"]

Side = Literal["left", "right", "both", "unknown"]
MarkKind = Literal[
    "bruise", "petechiae", "red_mark", "swelling", "cut", "graze", "scratch", "burn", "scald", "bite", "scar",
    "fracture", "head_injury", "birthmark", "skin_condition", "unsure", "other",
]  # fmt: skip
Pattern = Literal["hand", "loop", "line", "implement", "bite", "ligature", "none", "unknown"]
Found = Literal["yes", "no"]
Photograph = Literal["none", "exists_seen", "exists_not_seen", "exists_unknown"]
Edges = Literal["level", "irregular", "unknown"]
MarkFeature = Literal["swelling", "warm", "tender", "skin_broken", "bleeding", "dirt", "scab", "blister", "moves_less"]
MarkChange = Literal["new", "better", "same", "worse"]
OpinionSays = Literal["accidental", "inflicted", "medical", "birthmark", "skin_condition", "unclear"]
Cause = Literal[
    "fell", "sibling", "other_child", "self", "pet", "rough_play", "bruises_easily", "hot_water", "medical", "birth",
    "treatment", "equipment", "procedure", "self_injury", "denied", "not_known", "other",
]  # fmt: skip

WorryLabel = Literal["malicious", "gossip"]
Source = Literal["seen", "told", "read"]
Tone = Literal["worrying", "reassuring", "neutral"]
Topic = Literal[
    "domestic_abuse", "partner", "denies_partner", "weight", "food", "sleep", "fear", "hygiene", "home", "school",
    "substance_use", "mental_health", "animal", "agreed", "done", "medical_cause", "child_tells", "other",
]  # fmt: skip
MeasureOf = Literal["weight_kg", "height_cm", "head_cm"]
ParentsViewAbout = Literal["worry", "plan", "record"]
ViewCode = Literal[
    "neglect", "physical_abuse", "emotional_abuse", "sexual_abuse", "medical", "unmet_need", "domestic_abuse",
    "harm_outside_home", "no_concern", "unclear",
]  # fmt: skip

AnswerHow = Literal[
    "answered", "told", "could_not_ask", "not_safe_to_ask", "does_not_fit", "someone_else", "deferred", "offered"
]
"""How a question ended. `offered`: it was shown and left open; it may be carried."""

ToldRole = Literal["lead", "doctor", "nurse", "duty", "police", "school", "other"]
ToldHow = Literal["phone", "person", "writing"]
"""Who was told, and how, where it was chosen from a list; a case file has plain words in their place."""

ParagraphMark = Literal["saw_or_heard", "told_by", "read_in", "my_view", "unmarked"]
EntryKind = Literal[
    "opening",
    "visit",
    "make_of_it",
    "quick_note",
    "no_reply",
    "addendum",
    "household",
    "review",
    "co_signature",
    "imported",
]


def codes(closed_list: Any) -> tuple[str, ...]:
    """The values of one of the lists above, in the order in which they stand there."""
    return get_args(closed_list)
