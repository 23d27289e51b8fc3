"""Scenes of the home: who lives there and was met, rooms, beds, animals, and what happens between adults."""

from collections.abc import Iterator

from tests.ui.visit.asked.families import BABY, JOE, KIM, LEE, contact, visit
from tests.ui.visit.asked.hands import Hands
from tests.ui.visit.asked.scenes import scene


@scene("Q26")
def somebody_not_on_the_list(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("who", "Kim Marlowe (mother)")
    hands.finish()
    yield
    hands.go("write_up")
    hands.put("who:name", "Ray Stone")
    hands.put("who:add")
    hands.finish()


@scene("Q27")
def signs_of_another_adult(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("home:signs", "No")
    yield
    hands.put("home:signs", "Yes")


@scene("Q28")
def a_new_partner(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("particular:household")
    hands.add("household", what="Lives in the home", who="May Hill", relation="lodger")
    yield
    hands.add("household", what="Two people are partners", who="Ray Stone", relation="a friend", of="Kim Marlowe")


@scene("Q28")
def says_there_is_no_partner(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("particular:observation")
    told = {"source": "Told to the writer", "by": "Kim Marlowe (mother)", "about": "Kim Marlowe"}
    hands.add("observation", topic="Something else", words="My sister helps.", **told)
    yield
    hands.add("observation", topic="Says there is no partner", words="I am on my own.", **told)


@scene("Q29", people=[KIM, {**LEE, "household": []}])
def a_father_not_heard(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "Yes")
    hands.put("who", "Kim Marlowe (mother)")
    hands.put("who", "Lee Marlowe (father)")
    yield
    hands.put("who", "Lee Marlowe (father)")


RAY = {"id": "ray", "name": "Ray Stone", "relation": "a friend"}


@scene("Q29", people=[KIM, RAY])
def a_man_who_looks_after_them_not_heard(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "Yes")
    hands.put("who", "Kim Marlowe (mother)")
    yield
    hands.put("particular:household")
    hands.add("household", what="A man looks after the children", who="Ray Stone (a friend)")


UNSAID = {"id": "lee", "name": "Lee Marlowe"}


@scene("Q29", people=[KIM, UNSAID])
def whoever_is_responsible_not_heard(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "Yes")
    hands.put("who", "Kim Marlowe (mother)")
    yield
    hands.put("particular:child")
    hands.add("child", child="Ann Marlowe", responsible="Lee Marlowe")


POLICE = {"about": "kim", "by": "gp", "source": "read", "topic": "domestic_abuse", "text": "Police were called."}
REFERRED = contact(90, "referral", by="gp", observations=[POLICE])


@scene("Q30", people=[KIM, LEE], contacts=[REFERRED, visit(12, present=[])])
def always_together(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "Yes")
    hands.put("who", "Kim Marlowe (mother)")
    yield
    hands.put("who", "Lee Marlowe (father)")


@scene("Q31")
def an_animal(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("home:animal", "none")
    yield
    hands.put("home:animal", "a dog")


@scene("Q32", contacts=[visit(12, looked_at={"bedroom": "no"})])
def the_bed_not_seen(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:seen", "Yes")
    hands.put("home:bedroom", "Seen")
    hands.finish()
    yield
    hands.go("write_up")
    hands.put("home:bedroom", "Not seen")
    hands.finish()


@scene("Q33")
def a_room_not_shown(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("home:bedroom", "Not seen")
    yield
    hands.put("home:declined", "the loft")


@scene("Q59", children=[BABY, JOE])
def where_a_baby_sleeps(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("child:{ann}:awake", "Yes")
    hands.put("child:{ann}:sleeps_tonight", "In her cot beside Kim.")
    hands.finish()
    yield
    hands.go("write_up")
    hands.put("child:{ann}:sleeps_tonight", "")
    hands.finish()


@scene("Q60")
def an_incident(hands: Hands) -> Iterator[None]:
    hands.visit()
    hands.put("particular:observation")
    told = {"topic": "Domestic abuse", "source": "Told to the writer", "by": "Kim Marlowe (mother)"}
    hands.add("observation", words="We shout at times.", tone="Reassuring", **told)
    yield
    hands.add("observation", words="He hit me last night.", tone="Worrying", **told)
