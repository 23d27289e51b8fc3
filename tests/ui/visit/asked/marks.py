"""Scenes of marks on the body map, of what people say of them, and of what could not be seen."""

from collections.abc import Iterator

from tests.ui.visit.asked.families import BABY, JOE, SEEN, visit
from tests.ui.visit.asked.hands import Hands
from tests.ui.visit.asked.scenes import scene

ROWS = [{"child": "joe", **SEEN}]


@scene("Q10")
def unexplained(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("ann", "Shin, left", kind="Bruise")
    hands.account("Kim Marlowe", cause="A fall", was_there="Yes")
    hands.close_map()
    hands.finish()
    yield
    hands.go("write_up")
    hands.mark("ann", "Shin, right", kind="Bruise")
    hands.close_map()
    hands.finish()


@scene("Q11", children=[{**BABY, "born": 0.8}, JOE])
def not_yet_moving_about(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("ann", "Forehead", kind="Red mark", mobility="Walks")
    yield
    hands.put("mark:{mark}")
    hands.say_of_mark(mobility="Rolls over")


@scene("Q12", children=[BABY, JOE])
def a_bruise_on_a_small_baby(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("ann", "Shin, left", kind="Graze")
    yield
    hands.put("mark:{mark}")
    hands.say_of_mark(kind="Bruise")


@scene("Q13")
def a_place_of_the_rule(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("ann", "Cheek over the cheekbone, left", kind="Bruise")
    yield
    hands.mark("ann", "Ear (either surface), left", kind="Bruise")


@scene("Q14")
def a_pattern(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("joe", "Upper arm, left", kind="Bruise", pattern="No pattern")
    yield
    hands.put("mark:{mark}")
    hands.say_of_mark(pattern="Like a hand")


@scene("Q15")
def two_marks(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("joe", "Upper arm, left", kind="Bruise")
    yield
    hands.mark("joe", "Calf, left", kind="Graze")


@scene("Q16")
def two_versions(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("joe", "Shin, left", kind="Bruise")
    hands.account("Kim Marlowe", cause="A fall")
    hands.account("teacher", cause="Said they do not know")
    yield
    hands.put("mark:{mark}")
    hands.account("Joe", cause="A brother or sister")


FELL_BEFORE = visit(
    12,
    marks=[{"id": "m1", "child": "joe", "region": "calf", "kind": "bruise"}],
    accounts=[{"by": "kim", "about": ["m1"], "cause": "fell"}],
)


@scene("Q17", contacts=[FELL_BEFORE])
def the_same_cause_again(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("joe", "Elbow, left", kind="Graze")
    hands.account("Kim Marlowe", cause="An animal")
    yield
    hands.put("mark:{mark}")
    hands.say_of_account(cause="A fall")


@scene("Q18")
def late_help(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("joe", "Palm, left", kind="Burn", most="4")
    yield
    hands.put("mark:{mark}")
    hands.say_of_mark(most="5")


@scene("Q19")
def a_covered_face(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("covered", "Yes: something was covered")
    hands.put("covered:{ann}", "Face")
    hands.put("covered:{ann}:face:by", "cream")
    hands.put("covered:{ann}:face:then", "Yes")
    yield
    hands.put("covered:{ann}:face:then", "No")


@scene("Q20")
def reported_and_not_found(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("ann", "Ear (either surface), left", kind="Bruise", found="It was there")
    yield
    hands.put("mark:{mark}")
    hands.say_of_mark(found="Reported to us, looked for, not found")


@scene("Q21")
def a_burn(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("joe", "Palm, left", kind="Red mark")
    yield
    hands.put("mark:{mark}")
    hands.say_of_mark(kind="Burn")


@scene("Q22")
def a_bite(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("ann", "Forearm, left", kind="Bruise", pattern="A loop")
    yield
    hands.put("mark:{mark}")
    hands.say_of_mark(pattern="Like a bite")


@scene("Q23")
def taken_for_an_accident(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("ann", "Forehead", kind="Bruise")
    hands.account("Kim Marlowe", cause="A fall")
    yield
    hands.put("mark:{mark}")
    hands.say_of_account(accepted="")


FOREHEAD = {"id": "m1", "child": "ann", "region": "forehead", "kind": "bruise"}
TAKEN = {
    "id": "a1",
    "by": "kim",
    "about": ["m1"],
    "cause": "fell",
    "text": "She fell off the step.",
    "accepted": "true",
}
SAID = {"question": "Q23", "answer": "A second mark; looked at again in June."}


@scene("Q23", contacts=[visit(12, marks=[FOREHEAD], accounts=[TAKEN], asked=[SAID])])
def another_explanation_taken_for_an_accident(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("ann", "Forehead", kind="Bruise", same_as="Bruise: Forehead (20 May 2026)")
    hands.account(
        "Kim Marlowe", cause="A fall", accepted="", same_as="Kim Marlowe, 20 May 2026: She fell off the step."
    )
    yield
    hands.put("mark:{mark}")
    hands.say_of_account(same_as="No, or not known")


@scene("Q24")
def health_names_a_medical_cause(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("ann", "Shin, left", kind="Bruise")
    hands.account("Kim Marlowe", cause="A fall", was_there="Yes")
    hands.close_map()
    hands.put("particular:opinion")
    hands.add("opinion", mark="Ann: Bruise, left shin", by="doctor", says="Unclear")
    yield
    hands.add("opinion", mark="Ann: Bruise, left shin", by="doctor", says="Medical cause")


@scene("Q25")
def an_everyday_bruise(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("ann", "Shin, left", kind="Bruise")
    yield
    hands.put("mark:{mark}")
    hands.account("Kim Marlowe", cause="A fall", was_there="Yes")


@scene("Q57")
def a_child_that_seems_unwell(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("joe", "Shin, left", kind="Bruise")
    hands.close_map()
    hands.put("child:{joe}:unwell", "No")
    yield
    hands.put("child:{joe}:unwell", "Yes")


@scene("Q57")
def a_fracture(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.mark("joe", "Forearm, left", kind="Swelling")
    yield
    hands.put("mark:{mark}")
    hands.say_of_mark(kind="Fracture")
