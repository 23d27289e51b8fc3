"""Scenes of visits that fail or are arranged, of other places, and of changes around the family."""

from collections.abc import Iterator

from tests.ui.visit.asked.families import ANN, JOE, visit
from tests.ui.visit.asked.hands import Hands
from tests.ui.visit.asked.scenes import scene


@scene("Q35")
def not_brought(hands: Hands) -> Iterator[None]:
    hands.note("Missed appointment", outcome="Cancelled by us")
    hands.begin()
    yield
    hands.note("Missed appointment", outcome="Was not brought")
    hands.begin()


@scene("Q36", contacts=[visit(20), visit(5, outcome="no_reply", children_seen=[])])
def no_reply_again(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "Yes")
    yield
    hands.begin("no_reply")


WHO_STAYS = {"question": "Q27", "answer": "Only the three of us."}


ARRANGED = [visit(30, announced="yes"), visit(20, announced="yes"), visit(12, announced="yes", asked=[WHO_STAYS])]


@scene("Q37", contacts=ARRANGED)
def always_arranged(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "Yes")
    hands.put("this:announced", "Unannounced")
    yield
    hands.put("this:announced", "Planned")


@scene("Q38")
def another_place(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("this:asked_by", "Kim Marlowe (mother)")
    hands.put("this:proposed", "At home.")
    yield
    hands.put("this:proposed", "At her mother's")


@scene("Q38")
def chosen_by_the_family(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "Yes")
    hands.put("this:place", "At school")
    hands.put("this:chosen_by", "teacher")
    yield
    hands.put("this:chosen_by", "Kim Marlowe (mother)")


@scene("Q39")
def taken_out_of_school(hands: Hands) -> Iterator[None]:
    hands.note("Started school")
    hands.begin()
    yield
    hands.note("Left school")
    hands.begin()


@scene("Q39", addresses=[{"id": "old", "label": "3 Hill Street"}])
def a_new_address(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("particular:address")
    hands.put("address:put")
    yield
    hands.add("address", label="9 Dock Street")


@scene("Q40", children=[ANN, {**JOE, "plan": [{"kind": "child_in_need", "from": 60}]}])
def said_to_be_away(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{joe}:seen", "No")
    hands.put("child:{joe}:place", "at school")
    hands.put("child:{joe}:by", "Kim")
    yield
    hands.put("child:{joe}:place", "on holiday in Wales")
