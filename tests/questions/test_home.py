"""Q26, Q27, Q32, Q35, Q36: the household, the home, and visits that did not happen."""

from datetime import date

import pytest
from msgspec.structs import replace

from tests.questions.telling import BANK, Telling
from visitapp.domain.organisation import Thresholds
from visitapp.questions.engine import ask


def family() -> Telling:
    return Telling().child("joe", "Joe Marlowe", "2014-05-02")


def visit(telling: Telling, name: str, day: str, **fields) -> Telling:
    return telling.contact(name, day, outcome="seen", present=("kim",), **fields).seen(
        "joe", alone="yes", words="Hello."
    )


def test_q26_the_first_visit_only():
    telling = visit(family(), "c1", "2021-06-01")
    assert telling.one("Q26").about == ("c1",)
    visit(telling, "c2", "2021-06-08")
    assert "Q26" not in telling.ids()


def test_q26_not_where_the_household_was_recorded_that_day():
    telling = visit(family(), "c1", "2021-06-01").lives_here("kim")
    assert "Q26" not in telling.ids()


def test_q26_somebody_who_is_not_on_the_list_until_they_are():
    telling = visit(family(), "c1", "2021-06-01").person("ray", "Ray Stone")
    visit(telling, "c2", "2021-06-08")
    telling.contact("c3", "2021-06-15", outcome="seen", present=("kim", "ray")).seen("joe")
    due = telling.one("Q26")
    assert (due.about, due.because) == (("ray",), ("c3",))
    telling.contact("c4", "2021-06-22", kind="phone")
    assert telling.one("Q26").carried
    telling.lives_here("ray")
    assert "Q26" not in telling.ids()


def test_a_second_signature_makes_no_question_of_the_visit_new_again():
    """The colleague signs a few days later, when another contact has been written up."""
    telling = visit(family(), "c1", "2021-06-01")
    telling.contact("c2", "2021-06-03", kind="phone")
    telling.say(telling.case().kept_by_id["c1"].item, known="2021-06-04")
    (due,) = [one for one in ask(telling.case(), date(2021, 6, 5), BANK, Thresholds()) if one.question == "Q26"]
    assert (due.about, due.carried) == (("c1",), True)


def test_what_was_not_done_at_the_last_visit_is_new_before_the_next():
    telling = visit(family(), "c1", "2021-06-01", not_done=("see Joe's room",))
    dues = ask(telling.case(), date(2021, 6, 5), BANK, Thresholds())
    assert {(due.question, due.about, due.carried) for due in dues} == {("Q26", ("c1",), True), ("Q53", ("c1",), False)}


def test_q27_signs_of_another_adult_and_every_third_visit():
    telling = visit(family(), "c1", "2021-06-01", unknown_adult_signs="yes")
    assert telling.one("Q27").about == ("c1",)
    telling.answer("Q27", "c1")
    assert "Q27" not in telling.ids()
    telling = family()
    for number in (1, 2, 3):
        assert "Q27" not in telling.ids() if number > 1 else True
        visit(telling, f"c{number}", f"2021-06-0{number}")
    assert telling.one("Q27").about == ()
    telling.answer("Q27")
    for number in (4, 5):
        visit(telling, f"c{number}", f"2021-06-0{number}")
        assert "Q27" not in telling.ids()
    visit(telling, "c6", "2021-06-06")
    assert "Q27" in telling.ids()


@pytest.mark.parametrize(
    ("beds", "due"),
    [
        (("no", "refused"), True), (("unknown", "unknown"), True), (("yes", "no"), False), (("no", "yes"), False),
        (("no",), False), (("yes", "no", "no"), True),
    ],
)  # fmt: skip
def test_q32_the_sleeping_place_at_the_last_two_visits(beds, due):
    telling = family()
    for number, bed in enumerate(beds):
        visit(telling, f"c{number}", f"2021-06-0{number + 1}").rooms(bedroom=bed)
    assert ("Q32" in telling.ids()) is due


def test_q32_as_last_time_says_what_last_time_said():
    telling = visit(family(), "c1", "2021-06-01").rooms(bedroom="yes")
    visit(telling, "c2", "2021-06-02").rooms(same_as_last_time=True)
    visit(telling, "c3", "2021-06-03").rooms(same_as_last_time=True)
    assert "Q32" not in telling.ids()


def test_q32_since_moving():
    telling = visit(family(), "c1", "2021-06-01").rooms(bedroom="yes")
    telling.contact("c2", "2021-06-05", kind="moved")
    visit(telling, "c3", "2021-06-08").rooms(bedroom="no")
    assert telling.one("Q32").why.id == "ask.Q32.why.moved"
    visit(telling, "c4", "2021-06-09").rooms(bedroom="yes")
    assert "Q32" not in telling.ids()


def test_q35_appointments_of_health_and_social_care_counted_over_six_months():
    telling = family().contact("c1", "2021-06-01", kind="health_appointment", by="gp", outcome="was_not_brought")
    telling.contact("c2", "2021-06-15", kind="missed_appointment", by="gp")
    dues = [due for due in telling.due() if due.question == "Q35"]
    assert [due.about for due in dues] == [("c1",), ("c2",)]
    assert dues[1].because == ("c1", "c2")
    assert dues[1].why.args["times"] == 2
    assert "Q35" not in telling.ids("2022-01-15")
    housing = family().contact("c1", "2021-06-01", kind="missed_appointment", by="tea")
    assert "Q35" not in housing.ids()


def test_q36_once_for_each_failed_visit_from_the_second_on():
    telling = family().contact("c1", "2021-06-01", outcome="no_reply")
    assert "Q36" not in telling.ids()
    telling.contact("c2", "2021-06-02", outcome="refused")
    due = telling.one("Q36")
    assert (due.tier, due.when, due.about, due.because) == (0, "today", ("c2",), ("c1", "c2"))
    telling.answer("Q36", "c2").contact("c3", "2021-06-03", outcome="cancelled_by_family")
    assert telling.one("Q36").about == ("c3",)


def test_q36_a_visit_in_between_breaks_the_row_and_an_unknown_one_does_not():
    telling = visit(family().contact("c1", "2021-06-01", outcome="no_reply"), "c2", "2021-06-02")
    assert "Q36" not in telling.contact("c3", "2021-06-03", outcome="no_reply").ids()
    telling = family().contact("c1", "2021-06-01", outcome="no_reply").contact("c2", "2021-06-02")
    assert "Q36" in telling.contact("c3", "2021-06-03", outcome="no_reply").ids()
    others = (
        family()
        .contact("c1", "2021-06-01", by="gp", outcome="no_reply")
        .contact("c2", "2021-06-02", outcome="no_reply")
    )
    assert "Q36" not in others.ids()
    assert "Q36" in family().contact("c1", "2021-06-01", outcome="no_reply", times=3).ids()


def test_q36_a_visit_that_comes_to_light_later_does_not_undo_it():
    telling = family().contact("c1", "2021-06-01", outcome="no_reply").contact("c2", "2021-06-05", outcome="no_reply")
    assert "Q36" in telling.ids()
    telling.contact("c3", "2021-06-03", outcome="seen").seen("joe")
    telling.kept[-1], telling.kept[-2] = (_known(one, "2021-06-20") for one in (telling.kept[-1], telling.kept[-2]))
    telling.contact("c4", "2021-06-21", kind="phone")
    assert telling.one("Q36").about == ("c2",)


def _known(kept, day):
    return replace(kept, known_on=date.fromisoformat(day))
