"""Q01 to Q08, Q53 and Q58: who was seen, alone, by whom else, and what was heard."""

import pytest

from tests.questions.telling import Telling


def family() -> Telling:
    telling = Telling()
    telling.child("ann", "Ann Marlowe", "2020-06-10", verbal="no").child(
        "joe", "Joe Marlowe", "2014-05-02", verbal="yes"
    )
    return telling


def filled(telling: Telling) -> Telling:
    telling.seen("ann", awake="yes", undressed="partly")
    return telling.seen("joe", alone="yes", spoken_to="yes", words="I like it here.")


def test_a_quiet_visit_asks_nothing_about_seeing():
    telling = filled(family().contact("c1", "2021-06-08", outcome="seen"))
    assert not telling.ids() & {"Q01", "Q02", "Q03", "Q04", "Q05", "Q06", "Q07", "Q08", "Q53", "Q58"}


def test_q01_each_child_not_marked_seen_no_or_unknown():
    telling = family().contact("c1", "2021-06-08", outcome="seen").seen("ann", awake="yes").seen("joe", seen="unknown")
    due = telling.one("Q01")
    assert (due.tier, due.children, due.about, due.because) == (1, ("joe",), ("joe", "c1"), ("c1",))


def test_q01_comes_at_a_door_that_stayed_shut_and_not_where_nobody_went():
    telling = family().contact("c1", "2021-06-08", outcome="no_reply")
    assert [due.children for due in telling.due() if due.question == "Q01"] == [("ann",), ("joe",)]
    assert "Q01" not in family().contact("c1", "2021-06-08", outcome="cancelled_by_us").ids()
    assert "Q01" not in family().contact("c1", "2021-06-08", kind="school_report", by="tea").ids()


def test_q01_is_answered_by_its_fields_and_by_the_child_being_seen():
    telling = family().contact("c1", "2021-06-08", outcome="seen").seen("ann")
    telling.seen("joe", seen="no", said_to_be=("at his aunt's", "kim"))
    assert "Q01" in telling.ids()
    telling.next_visit("2021-06-10")
    assert "Q01" not in telling.ids()
    telling = family().contact("c1", "2021-06-08", outcome="seen").seen("ann").seen("joe", seen="no")
    telling.contact("c2", "2021-06-09", kind="phone")
    assert telling.one("Q01").carried
    telling.contact("c3", "2021-06-10", kind="school_report", by="tea").seen("joe")
    assert "Q01" not in telling.ids()


def test_q01_leaves_out_a_child_that_is_not_born():
    telling = family().child("sue", "Sue", None, unborn=True).contact("c1", "2021-06-08", outcome="seen")
    filled(telling)
    assert "Q01" not in telling.ids()


@pytest.mark.parametrize(
    ("alone", "due"),
    [(("no", "no"), True), (("no", "unknown"), False), (("unknown", "no"), False), (("yes", "no"), False)],
)
def test_q02_seen_but_not_alone_at_the_last_two_chances(alone, due):
    telling = family()
    for number, one in enumerate(alone):
        telling.contact(f"c{number}", f"2021-06-0{number + 1}", outcome="seen").seen("joe", alone=one, words="Hello.")
    assert ("Q02" in telling.ids()) is due


def test_q02_counts_again_from_its_answer():
    telling = family()
    for day in (1, 2):
        telling.contact(f"c{day}", f"2021-06-0{day}", outcome="seen").seen("joe", alone="no")
    telling.answer("Q02", "joe")
    assert "Q02" not in telling.ids()
    telling.contact("c3", "2021-06-03", outcome="seen").seen("joe", alone="no")
    assert "Q02" not in telling.ids()
    telling.contact("c4", "2021-06-04", outcome="seen").seen("joe", alone="no")
    assert telling.one("Q02").because == ("c3", "c4")


def test_q02_asks_for_an_age_that_is_not_known_and_is_silent_below_four():
    telling = Telling().child("sam", "Sam", None).child("ann", "Ann", "2018-06-10")
    for day in (1, 2):
        telling.contact(f"c{day}", f"2021-06-0{day}", outcome="seen").seen("sam", alone="no").seen("ann", alone="no")
    assert telling.one("ask_age").children == ("sam",)
    assert telling.one("ask_age").tier == 1
    assert "Q02" not in telling.ids()


def test_q03_under_two_or_not_speaking_until_the_fields_are_filled():
    telling = family().contact("c1", "2021-06-08", outcome="seen").seen("ann", awake="yes")
    due = telling.one("Q03")
    assert (due.tier, due.children) == (2, ("ann",))
    assert "Q03" not in family().contact("c1", "2021-06-08", outcome="seen").seen("joe").ids()
    health = family().contact("c1", "2021-06-08", kind="health_appointment", by="gp").seen("ann")
    assert "Q03" not in health.ids()


@pytest.mark.parametrize(("day", "due"), [("2021-10-28", False), ("2021-10-29", True)])
def test_q04_more_than_twenty_working_days(day, due):
    telling = family().contact("c1", "2021-09-30", outcome="seen")
    filled(telling)
    assert ("Q04" in telling.ids(day)) is due


def test_q04_ten_on_a_protection_plan_and_then_for_today():
    telling = family().plan("joe", "child_protection").contact("c1", "2021-09-30", outcome="seen")
    filled(telling)
    assert "Q04" not in telling.ids("2021-10-14")
    due = telling.one("Q04", "2021-10-15")
    assert (due.tier, due.when, due.children) == (0, "today", ("joe",))


def test_q04_not_in_term_of_a_child_at_school_and_unknown_is_not_yes():
    for attends, asked in (("yes", False), ("unknown", True), ("no", True)):
        telling = Telling().child("joe", "Joe", "2014-05-02", attends=attends, school="Hill Street")
        telling.contact("c1", "2021-09-30", outcome="seen").seen("joe")
        assert ("Q04" in telling.ids("2021-11-15")) is asked
    telling = Telling().child("joe", "Joe", "2014-05-02", attends="yes").contact("c1", "2021-07-01", outcome="seen")
    assert "Q04" in telling.seen("joe").ids("2021-08-10")  # the holidays


def test_q04_nobody_knows_where():
    telling = (
        family().contact("c1", "2021-09-30", outcome="seen").seen("joe", seen="no", said_to_be=("not known", "kim"))
    )
    due = [due for due in telling.due() if due.question == "Q04"]
    assert [(one.children, one.tier, one.when) for one in due] == [(("joe",), 0, "today")]
    telling.answer("Q04", "joe")
    assert "Q04" not in telling.ids()


def test_q04_answered_comes_again_after_as_many_days():
    telling = family().contact("c1", "2021-09-30", outcome="seen")
    filled(telling).contact("c2", "2021-11-01", kind="phone").answer("Q04", "joe").answer("Q04", "ann")
    assert "Q04" not in telling.ids("2021-11-29")
    assert "Q04" in telling.ids("2021-11-30")


def test_q05_each_child_by_name_only_the_cells_that_fit():
    telling = family().contact("c1", "2021-06-08", outcome="seen").seen("ann").seen("joe", alone="no", spoken_to="yes")
    assert "Q05" not in telling.ids()
    telling = family().contact("c1", "2021-06-08", outcome="seen").seen("ann").seen("joe", alone="no")
    assert telling.one("Q05").children == ("joe",)
    telling = family().contact("c1", "2021-06-08", outcome="seen")
    assert {due.children for due in telling.due() if due.question == "Q05"} == {("ann",), ("joe",)}
    alone = Telling().child("joe", "Joe", "2014-05-02").contact("c1", "2021-06-08", outcome="seen").seen("joe")
    assert "Q05" not in alone.ids()


@pytest.mark.parametrize(
    ("fields", "due"),
    [({"place": "doorstep"}, True), ({"minutes": 9}, True), ({"minutes": 10}, False), ({}, False)],
)
def test_q06_at_the_door_or_short(fields, due):
    telling = filled(family().contact("c1", "2021-06-08", outcome="seen", **fields))
    assert ("Q06" in telling.ids()) is due


def test_q06_is_over_when_a_longer_visit_was_made():
    telling = filled(family().contact("c1", "2021-06-08", outcome="seen", minutes=5))
    telling.contact("c2", "2021-06-09", kind="phone")
    assert telling.one("Q06").about == ("c1",)
    filled(telling.contact("c3", "2021-06-10", outcome="seen", minutes=30))
    assert "Q06" not in telling.ids()


def test_q07_no_words_of_a_child_that_speaks_at_two_visits():
    telling = family()
    for day in (1, 2):
        telling.contact(f"c{day}", f"2021-06-0{day}", outcome="seen").seen("joe", alone="yes").seen("ann")
    assert telling.one("Q07").children == ("joe",)
    telling.noted("He said he likes football.", about="joe", by="child:joe", source="told")
    assert "Q07" not in telling.ids()


def test_q08_another_language_and_who_interpreted():
    def one(**row: str) -> Telling:
        telling = Telling().child("joe", "Joe", "2014-05-02", verbal="yes", language="not_english")
        return telling.contact("c1", "2021-06-08", outcome="seen").seen("joe", **row)

    assert "Q08" in one().ids()
    assert "Q08" in one(interpreter="relative").ids()
    assert "Q08" not in one(interpreter="professional").ids()
    assert "Q08" not in one(interpreter="none_needed").ids()
    assert "Q08" not in filled(family().contact("c1", "2021-06-08", outcome="seen")).ids()


def test_q53_a_gap_that_is_not_noted_and_what_was_noted_at_the_next_visit():
    telling = family().contact("c1", "2021-06-08", outcome="seen", planned=("see Joe alone",)).seen("joe", alone="no")
    assert telling.one("Q53").about == ("c1",)
    telling = family()
    telling.contact("c1", "2021-06-08", outcome="seen", planned=("see Joe alone",), not_done=("see Joe alone",))
    telling.seen("joe", alone="no")
    assert "Q53" not in telling.ids()
    telling.contact("c2", "2021-06-15", kind="phone")
    assert "Q53" in telling.ids()
    telling.contact("c3", "2021-06-16", outcome="seen").seen("joe", alone="yes")
    assert telling.one("Q53").because == ("c1",)
    telling.contact("c4", "2021-06-17", kind="phone")
    assert "Q53" not in telling.ids()


def test_q58_a_child_tells_of_harm_until_answered():
    telling = family().contact("c1", "2021-06-08", kind="school_visit", outcome="seen")
    telling.noted("He hit me.", about="joe", by="child:joe", source="told", topic="child_tells")
    due = telling.one("Q58")
    assert (due.tier, due.when, due.children) == (0, "today", ("joe",))
    telling.contact("c2", "2021-07-08", kind="phone")
    assert telling.one("Q58").carried
    telling.answer("Q58", *due.about)
    assert "Q58" not in telling.ids()
