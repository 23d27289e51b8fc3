"""An answered card becomes one answer for each question on it; taking it back leaves nothing."""

import pytest
from msgspec.structs import replace

from tests.ui.visit.family import ACT_TODAY, QUESTION, FakeSession, Kitchen
from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Answer
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
