"""Scenes of what one makes of it: at the second signature, and at the next visit."""

from collections.abc import Iterator

from tests.ui.visit.asked.families import visit
from tests.ui.visit.asked.hands import Hands
from tests.ui.visit.asked.scenes import scene


def _holds(hands: Hands, holds: str) -> None:
    hands.visit()
    hands.all_well()
    hands.sign_happened()
    hands.put("view:holds", holds)


@scene("Q34")
def mainly_neglect(hands: Hands) -> Iterator[None]:
    _holds(hands, "Mainly a medical matter")
    hands.sign()
    hands.begin()
    yield
    hands.go("write_up")
    hands.all_well()
    hands.sign_happened()
    hands.put("view:changed", "Yes")
    hands.put("view:holds", "Mainly neglect")
    hands.sign()
    hands.begin()


WHO_STAYS = {"question": "Q27", "answer": "Only the three of us."}
MEDICAL = {"holds": "medical", "rivals": ["neglect"], "by": "sw"}


@scene("Q44", contacts=[visit(30, view=MEDICAL), visit(20), visit(15), visit(12, asked=[WHO_STAYS])])
def the_same_view_for_long(hands: Hands) -> Iterator[None]:
    hands.visit()
    yield
    hands.put("child:{ann}:seen", "Yes")


@scene("Q45", contacts=[visit(12, view=MEDICAL)])
def a_mark_since_the_view(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.all_well()
    hands.sign_happened()
    yield
    hands.visit()
    hands.mark("joe", "Shin, left", kind="Bruise")
    hands.close_map()
    hands.sign_happened()


@scene("Q46")
def one_explanation(hands: Hands) -> Iterator[None]:
    _holds(hands, "Mainly a medical matter")
    hands.put("view:rivals", "neglect")
    yield
    hands.put("view:rivals", "")


@scene("Q51")
def seen_as_protecting(hands: Hands) -> Iterator[None]:
    _holds(hands, "Mainly domestic abuse")
    hands.put("view:rivals", "unmet need")
    hands.sign()
    hands.begin()
    yield
    hands.go("write_up")
    hands.all_well()
    hands.sign_happened()
    hands.put("view:changed", "Yes")
    hands.put("view:holds", "Mainly domestic abuse")
    hands.put("view:rivals", "unmet need")
    hands.put("view:protective", "Kim Marlowe (mother)")
    hands.sign()
    hands.begin()


@scene("Q52")
def uneasy(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.all_well()
    hands.sign_happened()
    yield
    hands.visit()
    hands.put("this:unease", "The dog was let out.")
    hands.sign_happened()
