"""The invented family of these tests as a case file, with a quiet past. A scene says only what is different."""

import json
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

ANN = {"id": "ann", "name": "Ann Marlowe", "born": 3.0, "language": "en", "milestones": [{"date": 500, "can": "walks"}]}
JOE = {"id": "joe", "name": "Joe Marlowe", "born": 7.0, "verbal": "yes", "language": "en", "attends": "yes"}
KIM = {"id": "kim", "name": "Kim Marlowe", "relation": "mother", "household": [{"from": 400, "recorded_on": 12}]}
LEE = {"id": "lee", "name": "Lee Marlowe", "relation": "father", "household": [{"from": 400, "recorded_on": 12}]}
BABY = {"id": "ann", "name": "Ann Marlowe", "born": 0.3, "language": "en"}
PROFESSIONALS = (
    {"id": "sw", "role": "social worker", "sector": "social_care", "languages": ["en"]},
    {"id": "gp", "role": "doctor", "sector": "health"},
    {"id": "tea", "role": "teacher", "sector": "education"},
)
SEEN = {"seen": "yes", "spoken_to": "yes", "alone": "yes", "words": "Hello."}
QUIET: dict[str, Any] = {
    "date": 12, "kind": "home_visit", "by": "sw", "outcome": "seen", "place": "home", "minutes": 50, "announced": "no",
    "present": ["kim"], "looked_at": {"bedroom": "yes"},
    "children_seen": [{"child": "ann", **SEEN}, {"child": "joe", **SEEN}],
}  # fmt: skip
"""A visit at which everything was seen."""


def visit(days_ago: int, **more: Any) -> dict[str, Any]:
    """A contact of the past, so many days ago; a quiet home visit but for what is said of it."""
    return {**QUIET, "date": days_ago, **more}


def contact(days_ago: int, kind: str, **more: Any) -> dict[str, Any]:
    """A contact of another kind."""
    return {"date": days_ago, "kind": kind, **more}


def case_file(
    today: date,
    *,
    children: Sequence[Mapping[str, Any]] = (ANN, JOE),
    people: Sequence[Mapping[str, Any]] = (KIM,),
    contacts: Sequence[Mapping[str, Any]] = (QUIET,),
    **more: Any,
) -> bytes:
    """As a case file. Days are told by how long ago they were; of a birth, by the age in years."""
    whole = {
        "format": "visitapp-case/1", "reference": "CASE-1", "title": "Marlowe family", "children": children,
        "people": people, "professionals": PROFESSIONALS, "contacts": list(contacts), **more,
    }  # fmt: skip
    return json.dumps(_dated(whole, today)).encode()


_DAYS = frozenset({"date", "from", "to", "recorded_on", "by_day"})


def _dated(value: Any, today: date, name: str = "") -> Any:
    if isinstance(value, Mapping):
        return {key: _dated(one, today, key) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_dated(one, today) for one in value]
    if name == "born" and isinstance(value, float):
        return (today - timedelta(days=round(value * 365.25))).isoformat()
    if name in _DAYS and isinstance(value, int):
        return (today - timedelta(days=value)).isoformat()
    return value
