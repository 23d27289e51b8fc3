"""Birthmarks and conditions of the skin: confirmed by health and quiet, until the colour or edge changes. Pure.

Source: reference injury-rules.md 5. A parent's word alone confirms nothing and is no sign of harm either: health is
asked. Nothing here, and nothing anywhere in these questions, looks at where a family comes from.
"""

from collections.abc import Sequence

from visitapp.domain.marks import Mark
from visitapp.questions.injury import SKIN

SAYS_SKIN = ("birthmark", "skin_condition")
FOR_HEALTH = frozenset({"birth", "treatment", "equipment", "procedure"})
"""Causes that health can say something about: who did it, when, and what the child was ill with."""


def changed(before: Mark, later: Mark) -> bool:
    """Whether a mark seen again looks otherwise: in kind, colours, shape or edges, where both are recorded."""
    if before.kind in SKIN and later.kind not in SKIN:
        return True
    colours = _plain(before.colours), _plain(later.colours)
    shapes = _plain([before.shape]), _plain([later.shape])
    edges = {before.edges, later.edges} - {None, "unknown"}
    return any(one and other and one != other for one, other in (colours, shapes)) or len(edges) > 1


def _plain(words: Sequence[str]) -> frozenset[str]:
    return frozenset(one.strip().casefold() for one in words if one.strip())
