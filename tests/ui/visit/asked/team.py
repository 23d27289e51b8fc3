"""Scenes of others than the family: police and courts, meetings, colleagues, the case itself."""

from collections.abc import Iterator

from tests.ui.visit.asked.hands import Hands
from tests.ui.visit.asked.scenes import scene


@scene("Q49")
def no_further_action(hands: Hands) -> Iterator[None]:
    hands.note("Police", result="Charged")
    hands.begin()
    yield
    hands.note("Police", result="No further action")
    hands.begin()


@scene("Q50")
def opened_again(hands: Hands) -> Iterator[None]:
    hands.note("Other contact")
    hands.begin()
    yield
    hands.note("Case reopened")
    hands.begin()


@scene("Q54")
def seen_differently(hands: Hands) -> Iterator[None]:
    hands.decide("Close the case.", dissent="")
    hands.begin()
    yield
    hands.decide("Close the case.", dissent="The teacher says it is too early.")
    hands.begin()


@scene("Q55")
def somebody_was_not_there(hands: Hands) -> Iterator[None]:
    hands.note("Meeting", whom="social worker")
    hands.begin()
    yield
    hands.note("Meeting", absent="teacher")
    hands.begin()


@scene("Q56")
def closing(hands: Hands) -> Iterator[None]:
    hands.begin("quick_note")
    hands.put("how", "Other contact")
    yield
    hands.put("how", "Case closed")
