"""Scenes of who was seen, alone, spoken to and heard."""

from collections.abc import Iterator

from tests.ui.visit.asked.families import ANN, BABY, JOE, SEEN, visit
from tests.ui.visit.asked.hands import Hands
from tests.ui.visit.asked.scenes import scene


@scene("Q01")
def not_seen(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:usual")
    hands.put("child:{joe}:usual")
    hands.finish()
    yield
    hands.go("write_up")
    hands.put("child:{joe}:seen", "No")
    hands.finish()


WITH_OTHERS = [{"child": "ann", **SEEN}, {"child": "joe", **SEEN, "alone": "no"}]
SEEN_ONLY = [{"child": "ann", **SEEN}, {"child": "joe", "seen": "yes", "alone": "yes", "spoken_to": "yes"}]


@scene("Q02", contacts=[visit(12, children_seen=WITH_OTHERS)])
def never_alone(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{joe}:alone", "Yes")
    hands.finish()
    yield
    hands.go("write_up")
    hands.put("child:{joe}:alone", "No")
    hands.finish()


@scene("Q03", children=[BABY, JOE])
def how_a_baby_was(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:awake", "Yes")
    hands.put("child:{ann}:undressed", "Partly")
    hands.finish()
    yield
    hands.go("write_up")
    hands.put("child:{ann}:awake")
    hands.finish()


@scene("Q04")
def nobody_knows_where(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "No")
    hands.put("child:{ann}:place", "at her aunt's")
    hands.put("child:{ann}:by", "Kim")
    yield
    hands.put("child:{ann}:place", "Not known")


@scene("Q04", contacts=[visit(35)])
def nobody_outside_for_long(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "Yes")
    yield
    hands.put("child:{ann}:seen", "No")


@scene("Q05")
def an_empty_row(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:usual")
    hands.put("child:{joe}:usual")
    hands.finish()
    yield
    hands.go("write_up")
    hands.put("child:{joe}:usual")
    hands.finish()


@scene("Q06")
def too_short(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "Yes")
    hands.put("this:minutes", "10")
    yield
    hands.put("this:minutes", "9")


@scene("Q07", contacts=[visit(12, children_seen=SEEN_ONLY)])
def no_words_of_the_child(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{joe}:seen", "Yes")
    hands.put("child:{joe}:words", "I can ride a bike.")
    hands.finish()
    yield
    hands.go("write_up")
    hands.put("child:{joe}:words", "")
    hands.finish()


@scene("Q08", children=[ANN, {key: value for key, value in JOE.items() if key != "language"}])
def another_language(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{joe}:seen", "Yes")
    hands.put("particular:child")
    hands.add("child", child="Joe Marlowe", language="Another language")
    hands.put("child:{joe}:interpreter", "Professional interpreter")
    hands.finish()
    yield
    hands.go("write_up")
    hands.put("child:{joe}:interpreter", "A relative")
    hands.finish()


@scene("Q09")
def a_brother_explains(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("ann", "Forehead", kind="Bruise")
    hands.account("Ann", cause="A fall", words="I fell off the swing.")
    yield
    hands.mark("ann", "Chin", kind="Bruise")
    hands.account("Joe", cause="A fall", words="She fell off the swing.")


@scene("Q53")
def planned_and_not_done(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("this:planned", "see Joe alone")
    hands.put("child:{joe}:alone", "Yes")
    hands.finish()
    yield
    hands.go("write_up")
    hands.put("child:{joe}:alone", "No")
    hands.finish()


@scene("Q58")
def a_child_tells(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{joe}:words", "He hit me.")
    yield
    hands.put("child:{joe}:harm")
