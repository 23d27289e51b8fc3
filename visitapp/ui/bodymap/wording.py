"""How places and marks are called, and the short lists that a mark is described with."""

from visitapp.domain.codes import Milestone_
from visitapp.domain.marks import Mark
from visitapp.domain.regions import REGIONS
from visitapp.words import Text, text

DO_NOT_LOOK = frozenset({"genital", "anal"})
COLOURS = (
    "same", "darker", "lighter", "red", "pink", "purple", "blue", "black", "brown", "green", "yellow", "white",
)  # fmt: skip
"""Begins with the skin around, because red and blue are not how a mark looks on every skin."""
LIGHT = ("day", "lamp", "torch", "poor")
_BEGINS = {"hand_unspecified": ("hand", "palm", "finger"), "foot_unspecified": ("foot", "sole", "toe")}
"""Of these only so much of their group."""
NONE_YET, ROLLS = "none_yet", "rolls"
WAYS_ABOUT: tuple[Milestone_, ...] = ("crawls", "bottom_shuffles", "pulls_to_stand", "cruises", "walks")
"""How a child may get about by itself, the furthest last; before them it may roll, or do none of it yet."""
HURT_BY_HEAT = frozenset({"burn", "scald"})
HELP_MATTERS = frozenset({"burn", "scald", "bite", "fracture", "head_injury"})


def place_name(region: str, side: str) -> Text:
    """Forearm, left."""
    name = text(f"code.region.{region}")
    if not REGIONS[region].sided:
        return name
    return text("bodymap.place", region=name, side=text(f"bodymap.side.{side or 'unknown'}"))


def mark_name(mark: Mark) -> Text:
    """Bruise: Forearm, left."""
    return text("bodymap.mark", kind=text(f"code.mark_kind.{mark.kind}"), place=place_name(mark.region, mark.side))


def parts_of(region: str) -> tuple[str, ...]:
    """The places that one which is not stated closely may be; none where it is stated."""
    if not region.endswith("unspecified"):
        return ()
    if region == "cheek_unspecified":
        return ("cheek_fleshy", "cheekbone")
    group = REGIONS[region].group
    return tuple(
        one.id
        for one in REGIONS.values()
        if not one.id.endswith("unspecified")
        and one.id not in DO_NOT_LOOK
        and (region == "unspecified" or one.group == group)
        and one.id.startswith(_BEGINS.get(region, ""))
    )
