"""Where a corrected thing stands among all that became known: where the thing stood that it corrects.

A correction is no news by itself. What was answered, told or reviewed before stays so, and nothing that was known in
time becomes known late. But for a mark that the rules see otherwise after it: that one stands where it was corrected,
so that an answer about a graze on the shin does not end the question about a bruise on the ear.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from visitapp.domain.marks import Mark
from visitapp.questions import injury
from visitapp.questions.shelf import Placed


def standing(said: Sequence[Placed[Any]], gone: Collection[str], replaced: Mapping[str, str]) -> list[Placed[Any]]:
    """What holds of all that was said of one type, in order. `gone`: ids of what was corrected; `replaced`: of what
    stands in its place, with what it replaced.
    """
    by_id: dict[str, Placed[Any]] = {one.item.id: one for one in said}
    held = [one for one in said if one.item.id not in gone]
    found = [_where_it_stood(one, by_id, replaced) for one in held]
    return sorted(found, key=lambda one: one.at)


def _where_it_stood(one: Placed[Any], by_id: Mapping[str, Placed[Any]], replaced: Mapping[str, str]) -> Placed[Any]:
    first, seen = one, {one.item.id}
    while True:
        earlier = by_id.get(replaced.get(first.item.id, ""))
        if earlier is None or earlier.item.id in seen or _read_otherwise(earlier.item, one.item):
            break
        first = earlier
        seen.add(first.item.id)
    return one if first is one else one.moved_to(first)


def _read_otherwise(earlier: object, later: object) -> bool:
    """Whether the rules on marks may say something else of it."""
    return isinstance(earlier, Mark) and isinstance(later, Mark) and _as_read(earlier) != _as_read(later)


def _as_read(mark: Mark) -> tuple[object, ...]:
    pattern = mark.pattern if injury.patterned(mark) else ""
    counts = (mark.count or 1, mark.areas or 1)
    bleeds = injury.bleeds_in_mouth(mark)
    return (mark.child, mark.region, mark.kind, pattern, counts, mark.certain, mark.found, mark.edges, bleeds)
