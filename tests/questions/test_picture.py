"""The facts of a case for the lead's table: days and counts as recorded; what nobody recorded is nothing."""

from datetime import date

from tests.questions.telling import Telling
from visitapp.domain.judgement import QuestionBack
from visitapp.domain.organisation import Thresholds
from visitapp.questions.picture import OfChild, Picture, picture


def drawn(told: Telling, today: str, thresholds: Thresholds | None = None) -> Picture:
    return picture(told.case(), date.fromisoformat(today), thresholds or Thresholds())


def family() -> Telling:
    return Telling().child("ann", "Ann").child("joe", "Joe", born="2018-03-01")


def test_a_family_of_which_nothing_is_recorded_yet():
    facts = drawn(family(), "2021-02-01")
    assert facts.seen == facts.alone == (OfChild("Ann", None), OfChild("Joe", None))
    assert facts.due == ()
    assert (facts.marks, facts.differ, facts.worried, facts.not_met, facts.replies) == (0, 0, 0, 0, 0)
    assert facts.view_since is None


def test_each_childs_own_days():
    told = family().contact("c1", "2021-02-01").seen("ann", alone="yes").seen("joe", "no")
    told.contact("c2", "2021-02-08").seen("ann").next_visit("2021-02-20")
    facts = drawn(told, "2021-02-10")
    assert facts.seen == (OfChild("Ann", date(2021, 2, 8)), OfChild("Joe", None))
    assert facts.alone == (OfChild("Ann", date(2021, 2, 1)), OfChild("Joe", None))
    assert facts.due == (OfChild("Ann", date(2021, 2, 20)), OfChild("Joe", date(2021, 2, 20)))


def test_of_a_baby_no_record_of_seeing_it_alone_is_missing():
    told = (
        Telling().child("ann", "Ann").child("baby", "Baby", born="2020-03-01").contact("c1", "2021-02-01").seen("ann")
    )
    assert drawn(told, "2021-02-10").alone == (OfChild("Ann", None),)
    told.seen("baby", alone="yes")
    assert drawn(told, "2021-02-10").alone == (OfChild("Ann", None), OfChild("Baby", date(2021, 2, 1)))


def test_an_unborn_child_is_not_waited_for_to_be_seen():
    facts = drawn(Telling().child("baby", "Baby", born=None, unborn=True), "2021-02-01")
    assert facts.seen == facts.alone == ()


def test_marks_count_within_the_window_of_the_settings_and_once_each():
    told = family().contact("c1", "2021-01-10").seen("ann").mark("m1").mark("m2", region="ear")
    told.contact("c2", "2021-03-01").seen("ann").mark("m3", same_as="m1").mark("m4", region="thigh_front")
    assert drawn(told, "2021-03-02").marks == 3
    assert drawn(told, "2021-05-01").marks == 2
    assert drawn(told, "2021-05-01", Thresholds(mark_window_days=1000)).marks == 3


def test_a_mark_of_which_two_causes_were_named_is_told_differently_and_one_told_twice_is_not():
    told = family().contact("c1", "2021-01-10").seen("ann").mark("m1").mark("m2", region="ear")
    told.account("m1", cause="fell").account("m2", cause="fell")
    told.contact("c2", "2021-01-12").account("m1", cause="sibling", by="tea").account("m2", cause="fell", by="tea")
    assert drawn(told, "2021-01-13").differ == 1


def test_people_are_counted_not_worries_and_only_in_their_window():
    told = family().contact("c1", "2021-01-10").worry("w1", "tea").worry("w2", "tea").worry("w3", "gp")
    told.contact("c2", "2021-06-01").worry("w4", "a neighbour")
    assert drawn(told, "2021-06-02").worried == 3
    assert drawn(told, "2021-08-01").worried == 1


def test_the_view_is_as_old_as_the_words_in_which_it_is_held():
    told = family().contact("c1", "2021-01-10").view("neglect").contact("c2", "2021-02-10").view("neglect")
    assert drawn(told, "2021-03-01").view_since == date(2021, 1, 10)
    told.contact("c3", "2021-03-10").view("unclear")
    assert drawn(told, "2021-03-11").view_since == date(2021, 3, 10)


def test_visits_without_meeting_are_counted_since_somebody_was_met():
    told = family().contact("c1", "2021-01-10", outcome="no_reply").contact("c2", "2021-01-12").seen("ann")
    told.contact("c3", "2021-01-14", outcome="refused").contact("c4", "2021-01-16", outcome="no_reply")
    assert drawn(told, "2021-01-17").not_met == 2
    told.contact("c5", "2021-01-18", outcome="seen").seen("ann")
    assert drawn(told, "2021-01-19").not_met == 0


def test_replies_are_owed_until_somebody_answers():
    told = family().contact("c1", "2021-01-10")
    told.say(QuestionBack(id="q1", text="Who was there?", contact="c1", to="sw", by="lead"))
    assert drawn(told, "2021-01-11").replies == 1
    told.contact("c2", "2021-01-12").answer("lead", answers="q1")
    assert drawn(told, "2021-01-13").replies == 0
