"""The thresholds as typed and as kept: the numbers, what getting about means, and the doctor's definition. No Qt."""

from typing import Any, get_args

from msgspec.structs import fields, replace

from visitapp.domain.codes import Milestone_
from visitapp.domain.organisation import Thresholds

_KINDS: dict[object, type[int] | type[float]] = {int: int, float: float}
NUMBERS = {one.name: _KINDS[one.type] for one in fields(Thresholds) if one.type in _KINDS}
"""The thresholds that are numbers, and of which kind."""
MILESTONES: tuple[Milestone_, ...] = get_args(Milestone_)
DEFINITION, MOBILE = "mobility_definition", "mobile_milestones"
MOST_DEFINITION = 600


def shown(value: float) -> str:
    """A number as one reads it: 48, 3.5."""
    return f"{value:g}"


def typed(found: Thresholds) -> dict[str, str]:
    """What stands in the fields for thresholds that hold."""
    numbers = {name: shown(getattr(found, name)) for name in NUMBERS}
    return {**numbers, MOBILE: ",".join(found.mobile_milestones), DEFINITION: found.mobility_definition}


def read(before: Thresholds, words: dict[str, str], most: float) -> tuple[Thresholds, tuple[str, ...]]:
    """The thresholds that the fields say, and the names of those that are no number from 0 to `most`, or too long."""
    found: dict[str, Any] = {}
    wrong = []
    for name, kind in NUMBERS.items():
        try:
            value = kind(words[name].replace(",", "."))
        except ValueError:
            wrong.append(name)
            continue
        if not 0 <= value <= most:
            wrong.append(name)
        found[name] = value
    found[MOBILE] = tuple(one for one in MILESTONES if one in words[MOBILE].split(","))
    found[DEFINITION] = words[DEFINITION]
    if len(words[DEFINITION]) > MOST_DEFINITION:
        wrong.append(DEFINITION)
    return replace(before, **found), tuple(wrong)
