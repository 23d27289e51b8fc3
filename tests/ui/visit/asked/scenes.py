"""How a question is driven: a play of two acts on the screens.

The first act puts in the opposite and the question does not come; the second puts in what makes it come. Between them
stands `yield`.
"""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec import Struct

from tests.ui.visit.asked.hands import Hands

Play = Callable[[Hands], Iterator[None]]
SCENES: dict[str, "Scene"] = {}
"""By question and what happens."""


class Scene(Struct, frozen=True):
    """The question, the family as it was known before, and the play."""

    question: str
    play: Play
    family: dict[str, Any]


def scene(question: str, **family: Any) -> Callable[[Play], Play]:
    """Note a play as one of a question."""

    def note(play: Play) -> Play:
        SCENES[f"{question} {play.__name__}"] = Scene(question, play, family)
        return play

    return note
