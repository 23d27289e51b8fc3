"""Draw the body map once: `python packaging/bodymap.py v1` writes resources/bodymap/v1.json, which then never changes.

A mark keeps the version, figure and view on which it was set, so that it never moves. Whoever wants other outlines
makes a new version beside the old ones; this program does not write over a version that is there.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path

from figures import body_places, head, limbs, mouth, profile
from figures.builds import BUILDS, Build
from figures.drawing import Drawing

HOME = Path(__file__).parent.parent / "resources" / "bodymap"
VIEWS: dict[str, Callable[[str, Build], Drawing]] = {
    "front": lambda _, build: body_places.draw(build, back=False),
    "back": lambda _, build: body_places.draw(build, back=True),
    "head_front": lambda _, build: head.draw(build, back=False),
    "head_left": lambda age, _: profile.draw(age, "left"),
    "head_right": lambda age, _: profile.draw(age, "right"),
    "head_back": lambda _, build: head.draw(build, back=True),
    "mouth": lambda _, build: mouth.draw(build),
    "hands_back": lambda _, build: limbs.draw_hands(build, palm=False),
    "hands_palm": lambda _, build: limbs.draw_hands(build, palm=True),
    "feet_top": lambda _, build: limbs.draw_feet(build, sole=False),
    "feet_sole": lambda _, build: limbs.draw_feet(build, sole=True),
}
LOST_AT_MOST = 1e-6
"""Of an outline, the share that may lie in no place."""


def main(words: list[str]) -> int:
    """0: written. 1: the version is there already. 2: wrong usage."""
    if len(words) != 1 or not words[0].isidentifier():
        print("usage: python packaging/bodymap.py VERSION", file=sys.stderr)
        return 2
    target = HOME / f"{words[0]}.json"
    if target.exists():
        print(f"{target.name} is frozen; take a new version", file=sys.stderr)
        return 1
    figures = {}
    for age, build in BUILDS.items():
        figures[age] = {}
        for view, draw in VIEWS.items():
            drawing = draw(age, build)
            if drawing.lost > LOST_AT_MOST:
                raise ValueError(f"{age} {view}: {drawing.lost:.2%} of the outline is no place")
            figures[age][view] = drawing.framed()
    whole = {"format": "visitapp-bodymap/1", "version": words[0], "figures": figures}
    HOME.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(whole, separators=(",", ":")) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
