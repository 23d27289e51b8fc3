"""Q10 to Q19, Q57 and what a rule has to know first."""

import pytest

from tests.questions.telling import Telling
from visitapp.domain.marks import Feature, Hours, Mark

TODAY = {"Q11", "Q12", "Q13", "Q14", "Q57"}


def baby(born: str = "2021-01-10") -> Telling:
    telling = Telling().child("ann", "Ann Marlowe", born)
    return telling.contact("c1", "2021-07-12", outcome="seen").seen("ann", awake="yes", undressed="partly")


def toddler() -> Telling:
    telling = Telling().child("ann", "Ann Marlowe", "2018-06-10").can("ann", "walks", "2020-01-01")
    return telling.contact("c1", "2021-07-12", outcome="seen").seen("ann", awake="yes")


def test_q10_until_somebody_said_something():
    telling = toddler().mark("m1")
    assert telling.one("Q10").about == ("m1",)
    telling.account("m1", cause="not_known")
    assert "Q10" not in telling.ids()


def test_q10_comes_again_where_the_worker_noted_that_it_does_not_fit():
    telling = toddler().mark("m1", region="ear").account("m1", cause="fell", fits="no", text="She fell.")
    assert "b2" in telling.one("Q10").rules


def test_q11_any_mark_on_a_child_not_mobile_and_quiet_after_an_opinion():
    telling = baby().mark("m1", region="forehead").account("m1")
    due = telling.one("Q11")
    assert (due.tier, due.when, due.rules) == (0, "today", ("nm",))
    for says, by, knew, quiet in (
        ("accidental", "gp", "yes", True),
        ("accidental", "gp", "unknown", False),
        ("accidental", "tea", "yes", False),
        ("unclear", "gp", "yes", False),
        ("birthmark", "gp", "unknown", True),
    ):
        again = baby().mark("m1", region="forehead").account("m1").opinion("m1", says, by, knew)
        assert ("Q11" not in again.ids()) is quiet, says


def test_q11_a_single_scratch_is_not_for_today():
    assert telling_tier(baby().mark("m1", kind="scratch").account("m1")) == 1
    assert telling_tier(baby().mark("m1", kind="scratch", count=2).account("m1")) == 0
    two = baby().mark("m1", kind="scratch").mark("m2", kind="scratch").account("m1").account("m2")
    assert {due.tier for due in two.due() if due.question == "Q11"} == {0}


def telling_tier(telling: Telling) -> int:
    return telling.one("Q11").tier


def test_q11_a_birthmark_by_word_alone_asks_health_and_is_no_injury():
    due = baby().mark("m1", kind="birthmark", region="lower_back").account("m1", cause="birth").one("Q11")
    assert due.wording[0].id == "ask.Q11.birthmark"
    assert (due.matter, due.rules) == ("skin", ())


def test_q11_stays_when_a_milestone_becomes_known_later():
    telling = baby("2020-10-10").mark("m1").account("m1")
    assert "Q11" in telling.ids()
    telling.can("ann", "crawls", "2021-07-01", known="2021-07-20").contact("c2", "2021-07-21", kind="phone")
    assert telling.one("Q11").carried
    telling.answer("Q11", "m1")
    assert "Q11" not in telling.ids()


def test_q12_under_five_months_whatever_is_said():
    telling = baby("2021-02-20").mark("m1").account("m1", fits="yes").opinion("m1", "accidental")
    assert "Q12" in telling.ids()
    assert "Q12" not in baby("2021-02-05").mark("m1").account("m1").ids()  # 157 days
    assert "Q12" not in baby("2021-02-20").mark("m1", kind="graze").account("m1").ids()


@pytest.mark.parametrize(
    ("region", "kind", "due"),
    [
        ("ear", "bruise", True), ("behind_ear", "petechiae", True), ("jaw_angle", "bruise", True),
        ("cheek_fleshy", "bruise", True), ("eyelid", "bruise", True), ("neck_unspecified", "bruise", True),
        ("torso_unspecified", "bruise", True), ("hip", "bruise", True), ("ear", "graze", False),
        ("frenulum", "cut", True), ("mouth_inside", "red_mark", True), ("gum", "cut", True),
        ("eye_white", "red_mark", True), ("forehead", "bruise", False), ("cheekbone", "bruise", False),
        ("around_eye", "bruise", False), ("upper_arm", "bruise", False), ("eye_white", "birthmark", False),
    ],
)  # fmt: skip
def test_q13_by_place_under_four(region, kind, due):
    telling = toddler().mark("m1", region=region, kind=kind).account("m1")
    assert ("Q13" in telling.ids()) is due
    assert ("t4f" in {rule for one in telling.due() for rule in one.rules}) is due


@pytest.mark.parametrize(
    ("region", "kind", "asked"),
    [
        ("cheek_unspecified", "bruise", True), ("cheek_unspecified", "graze", False), ("unspecified", "cut", True),
        ("face_unspecified", "bruise", True), ("leg_unspecified", "bruise", False), ("unspecified", "fracture", False),
    ],
)  # fmt: skip
def test_a_place_not_stated_is_asked_for_where_it_decides(region, kind, asked):
    telling = toddler().mark("m1", region=region, kind=kind).account("m1")
    assert ("ask_region" in telling.ids()) is asked
    if asked:
        assert telling.one("ask_region").tier == 0


def test_a_mark_seen_again_is_one_mark_and_answered_once():
    telling = toddler().mark("m1", region="ear").account("m1").answer("Q13", "m1")
    telling.contact("c2", "2021-07-14", outcome="seen").seen("ann").mark("m2", region="ear", same_as="m1")
    assert not telling.ids() & {"Q10", "Q13", "Q15"}


def test_a_mark_seen_again_more_closely_may_raise_what_it_did_not():
    telling = toddler().mark("m1", region="cheek_unspecified").account("m1").answer("ask_region", "m1")
    telling.contact("c2", "2021-07-14", outcome="seen").seen("ann").mark("m2", region="cheek_fleshy", same_as="m1")
    assert telling.one("Q13").about == ("m1",)


def test_q14_a_pattern_or_a_bite_and_no_pattern_recorded_is_none():
    for fields in ({"pattern": "hand"}, {"pattern": "ligature"}, {"kind": "bite"}):
        assert "Q14" in toddler().mark("m1", **fields).account("m1").ids()
    for fields in ({"pattern": "none"}, {"pattern": "unknown"}, {}):
        assert "Q14" not in toddler().mark("m1", **fields).account("m1").ids()


@pytest.mark.parametrize("fields", [{"certain": False}, {"kind": "unsure"}])
def test_an_uncertain_mark_asks_what_it_is_instead_of_speaking(fields):
    telling = toddler().mark("m1", region="ear", **fields).account("m1")
    assert telling.one("ask_kind").tier == 0
    assert not telling.ids() & TODAY
    little = baby().mark("m1", region="shin", **fields)
    assert {"Q10", "Q11", "ask_kind"} <= little.ids()
    assert not little.ids() & {"Q12", "Q13", "Q14"}
    shin = toddler().mark("m1", region="shin", **fields).account("m1")
    assert shin.one("ask_kind").tier == 1


def test_answers_to_one_of_those_for_today_end_them_for_that_mark():
    telling = baby().mark("m1", region="ear").account("m1")
    assert {"Q11", "Q13"} <= telling.ids()
    telling.answer("Q11", "m1")
    assert not telling.ids() & {"Q11", "Q13"}
    telling.mark("m2", region="neck_front").account("m2")
    assert {due.about for due in telling.due() if due.question == "Q13"} == {("m2",)}


def test_telling_somebody_ends_them_and_telling_a_parent_does_not():
    assert not baby().mark("m1", region="ear").account("m1").told("gp", "m1").ids() & TODAY
    assert baby().mark("m1", region="ear").account("m1").told("kim", "m1").ids() & TODAY
    assert baby().mark("m1", region="ear").account("m1").told("gp", "m1", at="").ids() & TODAY


def test_q15_several_marks_everyday_ones_left_out():
    one = toddler().mark("m1", region="upper_arm").account("m1").mark("m2", region="thigh_back").account("m2")
    assert one.one("Q15").about == ("m1", "m2")
    everyday = toddler().mark("m1", region="shin").account("m1", was_there="yes")
    everyday.mark("m2", region="knee").account("m2", was_there="yes")
    assert "Q15" not in everyday.ids()
    told_only = toddler().mark("m1", region="shin").account("m1").mark("m2", region="knee").account("m2")
    assert "Q15" in told_only.ids()
    assert "Q15" in toddler().mark("m1", region="upper_back", count=4).account("m1").ids()


@pytest.mark.parametrize(("day", "due"), [("2021-10-10", True), ("2021-10-11", False)])
def test_q15_two_contacts_within_ninety_days(day, due):
    telling = toddler().mark("m1", region="upper_arm").account("m1")
    telling.contact("c2", day, outcome="seen").seen("ann").mark("m2", region="thigh_back").account("m2")
    assert ("Q15" in telling.ids()) is due


def test_q16_different_causes_and_its_two_tiers():
    telling = toddler().mark("m1").account("m1", cause="fell").account("m1", cause="not_known")
    assert "Q16" not in telling.ids()
    telling.account("m1", cause="sibling")
    assert telling.one("Q16").tier == 1
    grave = toddler().mark("m1", region="ear").account("m1", cause="fell").account("m1", cause="sibling")
    assert (grave.one("Q16").tier, grave.one("Q16").when) == (0, "settle")
    burn = toddler().mark("m1", kind="scald").account("m1", cause="hot_water").account("m1", cause="sibling")
    assert burn.one("Q16").tier == 0


def test_q16_names_the_contacts_of_the_versions_and_comes_again_with_a_new_one():
    telling = toddler().mark("m1").account("m1", cause="fell")
    telling.contact("c2", "2021-07-14", kind="phone").account("m1", cause="sibling")
    assert telling.one("Q16").because == ("c1", "c2")
    telling.answer("Q16", "m1").contact("c3", "2021-07-15", kind="phone").account("m1", cause="sibling")
    assert "Q16" not in telling.ids()
    telling.contact("c4", "2021-07-16", kind="phone").account("m1", cause="pet")
    assert telling.one("Q16").because == ("c1", "c2", "c4")


def test_q17_the_same_cause_for_marks_of_two_contacts():
    telling = toddler().mark("m1").mark("m2", region="knee").account("m1", "m2", cause="fell")
    assert "Q17" not in telling.ids()
    telling.contact("c2", "2021-07-14", kind="phone").account("m1", cause="fell")
    assert "Q17" not in telling.ids()  # told again
    telling.contact("c3", "2021-08-14", outcome="seen").seen("ann").mark("m3").account("m3", cause="fell")
    due = telling.one("Q17")
    assert due.about == ("m1", "m2", "m3")
    telling.answer("Q17")
    assert "Q17" not in telling.ids()


def test_q18_delay_where_care_was_sought_or_the_kind_asks_for_it():
    telling = Telling().child("ann", "Ann", "2018-06-10").can("ann", "walks", "2020-01-01")
    telling.contact("c1", "2021-07-12", kind="hospital", by="gp").mark("m1").account("m1")
    assert "Q18" in telling.ids()
    assert "Q18" not in toddler().mark("m1").account("m1").ids()
    assert "Q18" in toddler().mark("m1", kind="burn").account("m1").ids()
    assert "Q18" in toddler().mark("m1").account("m1").told("gp", "m1").ids()


def test_q18_hours_known():
    for hours, due in ((Hours(1, 4), False), (Hours(5, 6), True), (Hours(2, 6), True), (None, True)):
        assert ("Q18" in toddler().mark("m1", kind="burn", hours_to_help=hours).account("m1").ids()) is due


def covered(born: str, by: str = "face paint", then_seen: str = "unknown", part: str = "face") -> Telling:
    over = ({"part": part, "by": by, "asked": "no", "then_seen": then_seen},)
    return Telling().child("ann", "Ann", born).contact("c1", "2021-07-12", outcome="seen").seen("ann", covered=over)


def test_q19_covered_and_not_seen_in_the_end():
    due = covered("2018-06-10").one("Q19")
    assert (due.tier, due.when, due.children) == (0, "today", ("ann",))
    assert "Q19" not in covered("2018-06-10", then_seen="yes").ids()
    assert "Q19" in covered("2018-06-10", then_seen="no").ids()
    assert "Q19" not in covered("2018-06-10", part="legs").ids()
    assert "Q19" not in covered("2014-06-10").ids()


@pytest.mark.parametrize(
    ("by", "due"),
    [
        ("hijab", False),
        ("turban", False),
        ("dupatta", False),
        ("a head covering", False),
        ("her headwrap", False),
        ("prayer cap", False),
        ("hijab and a plaster", True),
        ("hat", True),
        ("cap", True),
        ("woollen scarf", True),
        ("", True),
    ],
)
def test_q19_dress_of_faith_alone_never(by, due):
    assert ("Q19" in covered("2018-06-10", by).ids()) is due


def test_q19_an_older_child_after_a_mark_or_a_worry():
    telling = Telling().child("ann", "Ann", "2012-06-10").contact("c0", "2021-05-12", kind="referral", by="tea")
    telling.worry("w1", "tea", "ann").contact("c1", "2021-07-12", outcome="seen")
    telling.seen("ann", covered=({"part": "hands", "by": "mittens"},))
    assert "Q19" in telling.ids()


def test_q19_of_an_unknown_age_asks_for_it():
    telling = Telling().child("ann", "Ann", None).contact("c1", "2021-07-12", outcome="seen")
    telling.seen("ann", covered=({"part": "hands", "by": "mittens"},))
    assert telling.one("ask_age").tier == 0
    assert "Q19" not in telling.ids()


@pytest.mark.parametrize(
    ("fields", "due"),
    [
        ({"kind": "fracture", "region": "arm_unspecified"}, True),
        ({"kind": "head_injury", "region": "forehead"}, True),
        ({"kind": "swelling", "region": "scalp"}, True), ({"kind": "swelling", "region": "forehead"}, False),
        ({"kind": "cut", "region": "gum"}, True),
        ({"kind": "red_mark", "region": "lips", "text": "bleeding lip"}, True),
        ({"kind": "graze", "region": "lips", "features": (Feature("bleeding", "yes"),)}, True),
        ({"kind": "graze", "region": "lips", "features": (Feature("bleeding", "no"),)}, False),
        ({"kind": "bruise", "region": "shin"}, False),
    ],
)  # fmt: skip
def test_q57_what_is_for_a_doctor_at_once(fields, due):
    assert ("Q57" in toddler().mark("m1", **fields).account("m1").ids()) is due


def test_q57_any_mark_on_a_child_that_seems_unwell():
    assert "Q57" in toddler().mark("m1").account("m1").noted("Drowsy, would not play.", about="ann").ids()
    assert "Q57" not in toddler().mark("m1").account("m1").noted("Not unwell.", about="ann").ids()
    assert "Q57" not in toddler().mark("m1").account("m1").noted("Drowsy.", about="kim").ids()


def test_q57_the_field_comes_before_the_words():
    assert "Q57" in toddler().seen("ann", unwell="yes").mark("m1").account("m1").ids()
    unwell = toddler().mark("m1").account("m1").noted("Drowsy this morning.", about="ann")
    assert "Q57" in unwell.ids()
    assert "Q57" not in unwell.seen("ann", unwell="no").ids()
    assert "Q57" not in toddler().seen("ann", unwell="yes").ids(), "without a mark it is no question on marks"


def test_a_mark_reported_and_not_found_raises_nothing():
    assert not toddler().mark("m1", region="ear", found="no").ids() & (TODAY | {"Q10"})


def test_mobility_between_one_and_two_is_taken_for_granted_and_asked():
    telling = baby("2020-05-10").mark("m1").account("m1")
    assert "Q11" not in telling.ids()
    assert (telling.one("ask_mobility").tier, telling.one("ask_mobility").about) == (1, ("ann",))


def test_a_disabled_child_is_never_taken_for_mobile():
    telling = Telling().child("ann", "Ann", "2012-06-10", disability="cerebral palsy")
    telling.contact("c1", "2021-07-12", outcome="seen").seen("ann").mark("m1").account("m1")
    assert {"Q11", "ask_mobility"} <= telling.ids()
    assert telling.one("Q11").wording[0].id == "ask.Q11.older"


def test_a_corrected_mark_takes_the_place_of_the_earlier_one():
    telling = toddler().mark("m1", region="ear").account("m1")
    assert "Q13" in telling.ids()
    telling.correct("m1", Mark(id="m9", contact="c1", child="ann", region="forehead", kind="bruise"))
    assert not telling.ids() & {"Q13", "Q10"}  # what was said of it still counts


def test_a_mark_that_is_said_to_be_one_of_another_child_is_a_mark_of_its_own():
    telling = baby().child("joe", "Joe", "2014-05-02").mark("m1", "joe").account("m1").mark("m2", "ann", same_as="m1")
    assert telling.one("Q11").about == ("m2",)


@pytest.mark.parametrize(("question", "kind"), [("ask_age", "bruise"), ("ask_kind", "unsure")])
def test_what_a_question_for_today_lacks_is_not_settled_by_a_bare_could_not_ask(question, kind):
    born = None if question == "ask_age" else "2019-06-10"
    telling = Telling().child("ann", "Ann Marlowe", born).can("ann", "walks", "2020-09-01")
    telling.contact("c1", "2021-07-12", outcome="seen").seen("ann").mark("m1", region="ear", kind=kind)
    about = "ann" if question == "ask_age" else "m1"
    assert telling.one(question).tier == 0
    assert telling.answer(question, about, how="could_not_ask").one(question).tier == 0
    telling.answer(question, about, how="could_not_ask", reason="Nobody was at home; I ring the GP at two.")
    assert question not in telling.ids()


def test_an_age_that_nothing_for_today_lacks_may_be_left_with_a_could_not_ask():
    telling = Telling().child("joe", "Joe", None)
    for day in (1, 2):
        telling.contact(f"c{day}", f"2021-06-0{day}", outcome="seen").seen("joe", alone="no")
    assert telling.one("ask_age").tier == 1
    assert "ask_age" not in telling.answer("ask_age", "joe", how="could_not_ask").ids()
