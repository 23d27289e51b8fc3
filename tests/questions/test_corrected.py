"""Corrected things: a correction is no news by itself, and takes no question away that was there before."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.questions.histories import HISTORIES, tell
from tests.questions.telling import BANK, Telling
from visitapp.domain.case import Case, Kept
from visitapp.domain.family import Person
from visitapp.domain.item import Correction
from visitapp.domain.judgement import QuestionBack
from visitapp.domain.organisation import Thresholds
from visitapp.domain.standing import children_standing, latest_views, unexplained_marks
from visitapp.questions.engine import ask
from visitapp.questions.patterns.found import patterns
from visitapp.questions.picture import picture
from visitapp.words import load

SAY = load()


def corrected(telling: Telling, id_: str, day: str, **otherwise: object) -> Telling:
    """An item said anew on a later day, with what is otherwise in it."""
    item = next(one.item for one in telling.kept if one.item.id == id_)
    telling.day = day
    return telling.correct(id_, replace(item, id=f"{id_}-anew", **otherwise))


def baby(region: str = "shin", **fields: object) -> Telling:
    telling = Telling().child("ann", "Ann Marlowe", "2021-01-10")
    telling.contact("c1", "2021-07-12", outcome="seen").seen("ann", awake="yes", undressed="no")
    return telling.mark("m1", region=region, **fields).account("m1")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HISTORIES, st.integers(0, 60))
def test_a_correction_that_changes_nothing_changes_nothing(history, place):
    telling = tell(history)
    today = date.fromisoformat(telling.day) + timedelta(1)
    said = telling.kept[place % len(telling.kept)].item
    place_after = (1000, "addendum", 0)
    more = [
        Kept(item, today, today, "", place_after, entry="addendum")
        for item in (replace(said, id="anew"), Correction(id="why", of=said.id, by="anew", reason="A letter."))
    ]

    def told(kept: list[Kept]) -> object:
        case = Case(kept)
        dues = {
            (due.question, due.tier, tuple(map(case.first_id, due.about)), SAY(due.why))
            for due in ask(case, today, BANK, Thresholds())
        }
        found = [(one.id, SAY(one.why)) for one in patterns(case, today, Thresholds())]
        where = [
            (one.child.name, one.by, one.seen is None, one.alone is None) for one in children_standing(case, today)
        ]
        marks = [case.first_id(mark.id) for mark in unexplained_marks(case)]
        views = [view.holds for view in latest_views(case)]
        return dues, found, where, marks, views, picture(case, today, Thresholds())

    assert told([*telling.kept, *more]) == told(telling.kept)


def test_a_new_incident_is_still_asked_about_when_a_word_of_it_is_corrected_weeks_later():
    telling = Telling().child("ann", "Ann Marlowe").contact("c1", "2021-07-12", outcome="seen").seen("ann")
    telling.noted("He pushd her.", about="kim", topic="domestic_abuse", tone="worrying")
    assert "Q60" in telling.ids()
    note = telling.kept[-1].item.id
    assert "Q60" in corrected(telling, note, "2021-08-20", text="He pushed her.").ids("2021-08-20")


def test_an_answer_stands_when_the_size_of_the_mark_is_corrected():
    telling = baby().answer("Q11", "m1", text="GP saw her at 15:10.")
    assert "Q11" not in telling.ids()
    assert "Q11" not in corrected(telling, "m1", "2021-07-20", size_mm=(20.0, 10.0)).ids("2021-07-20")


@pytest.mark.parametrize(
    "otherwise",
    [{"region": "ear"}, {"kind": "petechiae"}, {"pattern": "hand"}, {"kind": "unsure"}, {"count": 4}],
)
def test_a_mark_that_is_another_one_after_its_correction_is_asked_about_again(otherwise):
    telling = baby().answer("Q11", "m1", text="GP saw her at 15:10.")
    assert {"Q11", "Q13"} & corrected(telling, "m1", "2021-07-20", **otherwise).ids("2021-07-20")


def test_a_visit_without_reply_was_asked_about_once_though_it_is_corrected():
    telling = Telling().child("ann", "Ann Marlowe")
    telling.contact("c1", "2021-07-01", outcome="no_reply").contact("c2", "2021-07-08", outcome="no_reply")
    telling.answer("Q36", "c2", text="Sam Lee decides by 10 July.")
    assert "Q36" not in corrected(telling, "c2", "2021-07-09", time="10:30").ids("2021-07-09")


def test_the_spelling_of_a_name_makes_no_new_partner():
    telling = Telling().child("ann", "Ann Marlowe")
    telling.say(Person(id="ray", name="Ray Stoen", relation="mother's partner"))
    telling.contact("c1", "2021-06-01", outcome="seen").contact("c2", "2021-06-20", outcome="seen")
    assert "Q28" not in corrected(telling, "ray", "2021-06-25", name="Ray Stone").ids("2021-06-25")


def test_who_turns_out_to_be_a_partner_is_new_on_the_day_on_which_that_became_known():
    telling = Telling().child("ann", "Ann Marlowe")
    telling.say(Person(id="ray", name="Ray Stone", relation="lodger"))
    telling.contact("c1", "2021-06-01", outcome="seen").contact("c2", "2021-06-20", outcome="seen")
    assert "Q28" not in telling.ids()
    assert "Q28" in corrected(telling, "ray", "2021-06-25", relation="mother's partner").ids("2021-06-25")


def test_a_question_back_that_is_corrected_stays_answered():
    telling = Telling().child("ann", "Ann Marlowe").contact("c1", "2021-06-01", outcome="seen")
    telling.say(QuestionBack(id="q1", text="Was the bed seen?", contact="c1", by="lead"))
    telling.answer("lead:q1", answers="q1", text="Yes.")
    corrected(telling, "q1", "2021-06-05", text="Was the bed seen, and whose is it?")
    assert not [one for one in telling.ids("2021-06-05") if one.startswith("lead:")]


def test_worries_that_were_reviewed_stay_so_when_one_is_corrected():
    telling = Telling().child("ann", "Ann Marlowe").contact("c1", "2021-06-01", outcome="seen").worry("w1", "tea")
    telling.contact("c2", "2021-06-08", outcome="seen").worry("w2", "gp").view("medical")
    assert not telling.ids() & {"Q42", "Q45"}
    assert not corrected(telling, "w2", "2021-06-10", text="Thin.").ids("2021-06-10") & {"Q42", "Q45"}


def test_correcting_a_view_is_no_review_of_what_came_since():
    telling = Telling().child("ann", "Ann Marlowe", "2016-05-02").contact("c1", "2021-06-01", outcome="seen")
    view = telling.view("medical").kept[-1].item.id
    telling.contact("c2", "2021-06-08", outcome="seen").mark("m1")
    assert "Q45" in corrected(telling, view, "2021-06-10", why="One line.").ids("2021-06-10")
