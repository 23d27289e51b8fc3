"""Every question comes from what is put in on the screens, with its words, and not from the opposite."""

import pytest

from tests.ui.visit.asked import access, home, marks, seen, team, views, worries  # noqa: F401  # they note their scenes
from tests.ui.visit.asked.hands import Hands
from tests.ui.visit.asked.scenes import SCENES

IN_ORDER = sorted(SCENES, key=lambda name: (not name.startswith("Q54"), name))
"""The one that syncs comes first, while there is little to send."""


def test_every_question_is_driven():
    assert {scene.question for scene in SCENES.values()} == {f"Q{number:02}" for number in range(1, 61)}


@pytest.mark.parametrize("name", IN_ORDER)
def test_it_comes_from_what_is_put_in_and_not_from_the_opposite(hands: Hands, name: str):
    scene = SCENES[name]
    hands.know(**scene.family)
    acts = scene.play(hands)
    next(acts)
    assert scene.question not in hands.asked()
    assert next(acts, "over") == "over"
    assert scene.question in hands.asked()
