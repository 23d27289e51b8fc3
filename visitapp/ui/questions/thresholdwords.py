"""The thresholds that are numbers, as typed and as kept. No Qt."""

from typing import Any

from msgspec.structs import fields, replace

from visitapp.domain.organisation import Thresholds

_KINDS: dict[object, type[int] | type[float]] = {int: int, float: float}
NUMBERS = {one.name: _KINDS[one.type] for one in fields(Thresholds) if one.type in _KINDS}
"""The thresholds that are numbers, and of which kind. The list of milestones stays as it is."""


def shown(value: float) -> str:
    """A number as one reads it: 48, 3.5."""
    return f"{value:g}"


def read(before: Thresholds, words: dict[str, str], most: float) -> tuple[Thresholds, tuple[str, ...]]:
    """The thresholds that the fields say, and the names of those that are no number from 0 to `most`."""
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
    return replace(before, **found), tuple(wrong)
