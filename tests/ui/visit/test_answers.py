"""An answered card becomes one answer for each question on it; taking it back leaves nothing."""

from datetime import date

import pytest
from msgspec.structs import replace

from tests.ui.visit.family import ACT_TODAY, QUESTION, TODAY, FakeSession, Kitchen, case
from visitapp.domain.case import Case, Kept
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Answer, Told
from visitapp.domain.marks import Mark
from visitapp.domain.organisation import Thresholds
from visitapp.questions.known import Known
from visitapp.questions.shelf import Shelf
from visitapp.ui.kit.given import Given
from visitapp.ui.visit import answers
from visitapp.ui.visit.presenter import VisitPresenter


@pytest.fixture
def draft() -> Draft:
    return Kitchen().begin(FakeSession(), "stream", "visit")


def kept(draft: Draft) -> list[Answer]:
    return [one for one in draft.items if isinstance(one, Answer)]


TWO = replace(
    QUESTION, dues=(QUESTION.dues[0], replace(QUESTION.dues[0], question="lead:q9", about=("q9",), children=("mia",)))
)


def test_one_answer_for_each_question_on_the_card(draft):
    changed = answers.answered(TWO, Given("answered", "He said it was fine."))(draft, FakeSession().new_id)
    first, second = kept(changed)
    assert (first.question, first.children, first.text, first.card) == (
        "Q07",
        ("tom",),
        "He said it was fine.",
        TWO.key,
    )
    assert (second.question, second.children, second.answers) == ("lead:q9", ("mia",), "q9")
    assert first.wording == TWO.wording.id


def test_answering_again_keeps_the_ids_and_taking_back_leaves_nothing(draft):
    new_id = FakeSession().new_id
    once = answers.answered(TWO, Given("answered", "Yes."))(draft, new_id)
    twice = answers.answered(TWO, Given("told", "", "Sam Lee", "15:10"))(once, new_id)
    assert [one.id for one in kept(twice)] == [one.id for one in kept(once)]
    assert answers.answered(TWO, None)(twice, new_id) == draft


@pytest.mark.parametrize(
    "given",
    [
        Given("answered", "It was wiped, nothing there."),
        Given("told", "She comes at four.", "Dr Hale", "15:10"),
        Given("told", "", "Dr Hale", "", "doctor", "phone"),
        Given("could_not_ask", "Grandfather stayed in the room."),
        Given("not_safe_to_ask"),
        Given("does_not_fit", "He does not speak yet."),
        Given("someone_else", "The health visitor."),
    ],
)
def test_what_was_given_is_shown_again(draft, given):
    changed = answers.answered(ACT_TODAY, given)(draft, FakeSession().new_id)
    assert answers.given(changed, ACT_TODAY) == given


def test_an_answered_card_stays_when_the_question_is_no_longer_due(draft):
    presenter = VisitPresenter(draft, FakeSession().new_id)
    assert presenter.cards_came((QUESTION, ACT_TODAY)) == (ACT_TODAY, QUESTION)
    presenter.apply(answers.answered(ACT_TODAY, Given("could_not_ask")))
    assert presenter.cards_came((QUESTION,)) == (ACT_TODAY, QUESTION)
    presenter.apply(answers.answered(ACT_TODAY, None))
    assert presenter.cards_came((QUESTION,)) == (QUESTION,)


MARKS = replace(ACT_TODAY, key="mia:marks", dues=(replace(ACT_TODAY.dues[0], question="Q11", about=("m1", "m2")),))


def test_whoever_is_told_on_a_card_is_told_besides_and_typed_once(draft):
    new_id = FakeSession().new_id
    given = Given("told", "She comes at four.", "Dr Hale", "15:10", "doctor", "phone")
    once = answers.answered(MARKS, given)(draft, new_id)
    (told,) = once.of(Told)
    assert (told.who, told.role, told.at, told.how, told.about, told.contact) == (
        "Dr Hale", "doctor", "2026-11-20 15:10", "phone", ("m1", "m2", "mia"), "now",
    )  # fmt: skip
    twice = answers.answered(MARKS, Given("told", "", "Dr Hal", "15:20"))(once, new_id)
    assert [(one.id, one.who) for one in twice.of(Told)] == [(told.id, "Dr Hal")]
    assert answers.answered(MARKS, Given("answered", "Rang."))(twice, new_id).of(Told) == ()
    assert answers.answered(MARKS, None)(twice, new_id) == draft


def test_health_was_told_of_a_mark_when_a_card_says_so(draft):
    marks = [Mark(id=one, contact="now", child="mia", region="shin", kind="bruise") for one in ("m1", "m2")]
    new_id = FakeSession().new_id
    for role, told in (("doctor", {"m1", "m2"}), ("police", set())):
        given = Given("told", "", "Hale", "15:10", role)
        written = answers.answered(MARKS, given)(replace(draft, items=(*draft.items, *marks)), new_id)
        shelf = Shelf([*case().kept, *written.kept(TODAY, "me")])
        assert Known(shelf, len(shelf.kept), TODAY, Thresholds(), "now").health_told & {"m1", "m2"} == told


def before(words: str, by: str = "me", question: str = "Q07") -> Case:
    day = date(2026, 3, 3)
    said = Answer(id="old", question=question, contact="b2", text=words)
    return Case([Kept(said, day, day, by=by)])


@pytest.mark.parametrize(
    ("case_", "day"),
    [
        (before("He can  do the zip"), date(2026, 3, 3)),
        (before("He can do the zip, he said."), None),
        (before("He can do the zip.", by="sam"), None),
        (before("He can do the zip.", question="Q02"), None),
    ],
)
def test_the_very_same_words_again_are_noticed_for_their_writer_alone(case_, day):
    assert answers.wrote_same(case_, "me", QUESTION, Given("answered", "He can do the zip.")) == day
    assert answers.wrote_same(case_, "me", QUESTION, None) is None
