"""Scenes of worries that people bring, and of whose word all rests on."""

from collections.abc import Iterator

from tests.ui.visit.asked.families import SEEN, contact, visit
from tests.ui.visit.asked.hands import Hands
from tests.ui.visit.asked.scenes import scene


@scene("Q41")
def called_malicious(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("particular:worry")
    hands.add("worry", by="A neighbour", words="Crying at night.")
    yield
    hands.add("worry", by="A neighbour", words="Crying again.", called="Called malicious")


@scene("Q42", contacts=[contact(30, "phone", by="gp", worries=[{"by": "gp", "text": "Weight."}]), visit(12)])
def a_second_person(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("particular:worry")
    hands.add("worry", by="doctor", words="Weight again.")
    yield
    hands.add("worry", by="A neighbour", words="Crying at night.")


@scene("Q43")
def not_read_back(hands: Hands) -> Iterator[None]:
    hands.referral("Yes")
    hands.begin()
    yield
    hands.referral("No")
    hands.begin()


TOLD = {"source": "Told to the writer", "by": "Kim Marlowe (mother)"}


UNHEARD = [{"child": child, **SEEN, "words": ""} for child in ("ann", "joe")]


@scene("Q47", contacts=[visit(12, children_seen=UNHEARD)])
def one_persons_word(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("particular:observation")
    hands.add("observation", words="She eats well.", **TOLD)
    yield
    hands.add("observation", words="He sleeps well.", **TOLD)


KEEN = {"about": "kim", "source": "seen", "text": "Warm and keen.", "cooperative": "true"}


@scene("Q48", contacts=[visit(12, observations=[KEEN])])
def cooperative_and_nothing_changed(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "Yes")
    hands.put("particular:observation")
    hands.add("observation", words="Engaged well.", about="Kim Marlowe")
    yield
    hands.add("observation", words="Engaged well.", about="Kim Marlowe", worked_with_us="")
