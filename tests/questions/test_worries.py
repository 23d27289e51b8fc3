"""Q41, Q42 and Q44 to Q47: worries, and the view that is held."""

import pytest

from tests.questions.telling import Telling
from visitapp.domain.family import Professional


def family() -> Telling:
    return Telling().child("joe", "Joe Marlowe", "2014-05-02")


def test_q41_once_for_each_label():
    telling = family().contact("c1", "2021-06-01", kind="referral", by="tea").worry("w1", "aunt", called="gossip")
    due = telling.one("Q41")
    assert (due.tier, due.when, due.because) == (0, "settle", ("c1",))
    telling.answer("Q41", *due.about)
    assert "Q41" not in telling.ids()
    telling.contact("c2", "2021-06-05", kind="phone").labelled("w1", "malicious")
    assert telling.one("Q41").because == ("c1", "c2")


def test_q42_a_new_person_within_the_window():
    telling = family().contact("c1", "2021-01-04", kind="referral", by="gp").worry("w1", "gp", "joe")
    assert "Q42" not in telling.ids()
    telling.contact("c2", "2021-07-03", kind="school_report", by="tea").worry("w2", "tea", "joe")
    due = telling.one("Q42")
    assert (due.tier, due.about, due.because) == (1, ("w2",), ("c1", "c2"))
    again = family().contact("c1", "2021-01-04", kind="referral", by="gp").worry("w1", "gp", "joe")
    assert "Q42" not in again.contact("c2", "2021-07-04", kind="phone").worry("w2", "tea").ids()  # 181 days
    same = family().contact("c1", "2021-01-04", kind="phone").worry("w1", "Mrs Hall")
    assert "Q42" not in same.contact("c2", "2021-02-04", kind="phone").worry("w2", "mrs hall ").ids()


def test_q42_lapses_with_a_review_unless_it_has_to_be_settled():
    telling = family().contact("c1", "2021-06-01", kind="phone").worry("w1", "gp")
    telling.contact("c2", "2021-06-05", kind="phone").worry("w2", "tea")
    assert "Q42" in telling.ids()
    telling.contact("c3", "2021-06-08", kind="phone").view()
    assert "Q42" not in telling.ids()
    telling.contact("c4", "2021-06-09", kind="phone").worry("w3", "aunt")
    due = telling.one("Q42")
    assert (due.tier, due.when, due.why.args["voices"]) == (0, "settle", 3)
    telling.contact("c5", "2021-06-10", kind="phone").view("unmet_need")
    assert telling.one("Q42").about == ("w3",)
    telling.answer("Q42", "w3")
    assert "Q42" not in telling.ids()


def test_q42_after_an_earlier_one_was_dismissed():
    telling = family().contact("c1", "2021-06-01", kind="phone").worry("w1", "aunt", called="malicious")
    telling.contact("c2", "2021-06-05", kind="phone").worry("w2", "tea")
    assert telling.one("Q42").tier == 0


def test_q42_three_of_one_agency_are_one():
    telling = family().contact("c1", "2021-06-01", kind="phone").worry("w1", "tea")
    for number in (2, 3):
        telling.say(Professional(id=f"tea{number}", sector="education", role="teacher", agency="School"))
        telling.contact(f"c{number}", f"2021-06-0{number}", kind="phone").worry(f"w{number}", f"tea{number}")
    assert {due.tier for due in telling.due() if due.question == "Q42"} == {1}


@pytest.mark.parametrize(("day", "due"), [("2021-07-30", False), ("2021-07-31", True)])
def test_q44_sixty_days(day, due):
    telling = family().contact("c1", "2021-06-01", kind="phone").view()
    telling.contact("c2", "2021-06-20", kind="phone").view()  # said again in the same words: no change
    assert ("Q44" in telling.ids(day)) is due


def test_q44_four_visits_counted_again_from_its_answer():
    telling = family().contact("c1", "2021-06-01", kind="phone").view()
    for number in range(2, 6):
        assert "Q44" not in telling.ids()
        telling.contact(f"c{number}", f"2021-06-0{number}", outcome="seen").seen("joe")
    assert "Q44" in telling.ids()
    telling.answer("Q44")
    assert "Q44" not in telling.ids()
    assert "Q44" not in telling.ids("2021-08-03")
    assert "Q44" in telling.ids("2021-08-04")


def test_q45_something_new_since_any_view_was_recorded():
    telling = family().contact("c1", "2021-06-01", kind="phone").worry("w1", "gp").view()
    assert "Q45" not in telling.ids()  # a view is taken after its contact's other things
    telling.contact("c2", "2021-06-02", outcome="seen").seen("joe").mark("m1", "joe").account("m1")
    telling.contact("c3", "2021-06-03", outcome="refused")
    telling.contact("c4", "2021-06-04", kind="phone").worry("w2", "tea")
    due = telling.one("Q45")
    assert due.because == ("c1", "c2", "c3", "c4")
    assert due.wording[0].args["n"] == 3
    telling.view(holds="", changed="no", why="It fits.")
    assert "Q45" not in telling.ids()


def test_q45_needs_a_view():
    assert "Q45" not in family().contact("c1", "2021-06-01", outcome="refused").ids()


def test_q46_one_explanation_only():
    telling = family().contact("c1", "2021-06-01", kind="phone").view("neglect")
    assert telling.one("Q46").tier == 2
    telling.answer("Q46")
    assert "Q46" not in telling.ids()
    assert "Q46" not in family().contact("c1", "2021-06-01", kind="phone").view("neglect", rivals=("medical",)).ids()
    two = family().contact("c1", "2021-06-01", kind="phone").view("neglect").view("medical", by="tea")
    assert "Q46" not in two.ids()
    assert "Q46" not in family().contact("c1", "2021-06-01", kind="phone").view("unclear").ids()


def test_q47_all_from_one_family_member():
    telling = family().contact("c1", "2021-06-01", outcome="seen").seen("joe").mark("m1", "joe").account("m1")
    assert "Q47" not in telling.ids()
    telling.noted("He fell, she says.", source="told", by="kim")
    assert telling.one("Q47").why.args["who"] == "Kim Marlowe"
    telling.noted("The stairs have no gate.", source="seen")
    assert "Q47" not in telling.ids()
    words = family().contact("c1", "2021-06-01", outcome="seen").seen("joe", words="I fell.")
    words.noted("a", source="told", by="kim").noted("b", source="told", by="kim")
    assert "Q47" not in words.ids()
