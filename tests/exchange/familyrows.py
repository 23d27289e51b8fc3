"""The fields of the case and the family as a file has them, and what they are read as."""

from datetime import date
from typing import Any

from visitapp.domain.days import Day, StatedAge
from visitapp.domain.family import (
    Address,
    CaseHeader,
    Child,
    KnownLater,
    LivedAt,
    Milestone,
    Partnership,
    Person,
    Plan,
    Professional,
    Stay,
)

SPAN = [("from", "2021-01-05", "since", Day(2021, 1, 5)), ("to", "2021-03", "until", Day(2021, 3))]
HANDLING = ("handling", ["keep_from:ray", "legal_advice"], "handling", ("keep_from:ray", "legal_advice"))

# By item: where it stands, what it must have, and its fields as (name, as written, the item's field, as read).
FAMILY: dict[type, tuple[str, dict[str, Any], list[tuple[str, Any, str, Any]]]] = {
    CaseHeader: (
        "",
        {},
        [
            ("reference", "R-2", "reference", "R-2"),
            ("case_system_id", "77", "case_system_id", "77"),
            ("title", "Vale family", "title", "Vale family"),
        ],
    ),
    Address: (
        "addresses",
        {"id": "new", "label": "2 Low Road"},
        [("label", "3 Low Road", "label", "3 Low Road"), *SPAN, ("keep_from", ["ray"], "keep_from", ("ray",))],
    ),
    Child: (
        "children",
        {"id": "new", "name": "New"},
        [
            ("name", "Mia", "name", "Mia"),
            ("born", "2019-05", "born", Day(2019, 5)),
            ("born", "2019", "born", Day(2019)),
            ("born", "2019-05-02", "born", Day(2019, 5, 2)),
            ("age", {"months": 7, "on": "2021-01-04"}, "age", StatedAge(7, "months", date(2021, 1, 4))),
            ("age", {"years": 7, "on": "2021-01-04"}, "age", StatedAge(7, "years", date(2021, 1, 4))),
            ("unborn", True, "unborn", True),
            ("due", "2021-06-01", "due", date(2021, 6, 1)),
            ("verbal", "no", "verbal", "no"),
            ("language", "not_english", "language", "not_english"),
            ("disability", "uses a wheelchair", "disability", "uses a wheelchair"),
            ("school", "Hill Street", "school", "Hill Street"),
            ("attends", True, "attends", "yes"),
            ("attends", False, "attends", "no"),
            ("parental_responsibility", ["kim", "ray"], "parental_responsibility", ("kim", "ray")),
        ],
    ),
    Milestone: (
        "children.milestones",
        {"date": "2021-01-05", "can": "walks"},
        [
            ("date", "2021-01", "date", Day(2021, 1)),
            ("can", "cruises", "what", "cruises"),
            ("can", "rolls", "can", True),
        ],
    ),
    Plan: (
        "children.plan",
        {"kind": "assessment"},
        [
            ("kind", "section_47", "kind", "section_47"),
            ("category", "neglect", "category", "neglect"),
            ("visit_every_days", 10, "visit_every_days", 10),
            ("goals", ["Weight", "Sleep: own cot"], "goals", ("Weight", "Sleep: own cot")),
            *SPAN,
        ],
    ),
    LivedAt: (
        "children.lived_at",
        {"place": "With Gran"},
        [("place", "flat", "place", "flat"), ("with", ["kim"], "people", ("kim",)), *SPAN],
    ),
    Person: (
        "people",
        {"id": "new", "name": "New"},
        [
            ("name", "Lee", "name", "Lee"),
            ("relation", "father", "relation", "father"),
            ("child", True, "child", True),
            ("male_carer", True, "male_carer", True),
        ],
    ),
    Partnership: ("people.", {"partner_of": "kim"}, [("partner_of", "ray", "partner_of", "ray")]),
    Stay: (
        "people.household",
        {},
        [
            ("from", "2021-01", "since", Day(2021, 1)),
            ("to", "2021-02-03", "until", Day(2021, 2, 3)),
            ("to", "unknown", "until_unknown", True),
        ],
    ),
    Professional: (
        "professionals",
        {"id": "new", "name": "New", "sector": "health"},
        [
            ("name", "Sam Hill", "name", "Sam Hill"),
            ("role", "GP", "role", "GP"),
            ("agency", "surgery", "agency", "surgery"),
            ("sector", "housing", "sector", "housing"),
            ("languages", ["en", "cy"], "languages", ("en", "cy")),
        ],
    ),
    KnownLater: (
        "known_later",
        {"text": "It was so."},
        [
            ("date", "2021-01", "date", Day(2021, 1)),
            ("learned_on", "2022", "learned_on", Day(2022)),
            ("text", "It was not so.", "text", "It was not so."),
            HANDLING,
        ],
    ),
}
