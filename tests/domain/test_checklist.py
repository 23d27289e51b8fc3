"""Which versions of the list hold: a pure function of the set, erring towards asking where leads differ."""

from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.checklist import (
    Changes,
    ChecklistVersion,
    OwnQuestion,
    Retired,
    Reworded,
    brought_back,
    standing,
    together,
    with_own,
    with_words,
    without,
)
from visitapp.domain.organisation import Thresholds


def own(id_: str, words: str = "Who feeds the dog?") -> OwnQuestion:
    return OwnQuestion(id=id_, words=words, why="Because.", source="team", subject="case", condition="true")


def version(id_: str, changes: Changes | None = None, *supersedes: str) -> ChecklistVersion:
    return ChecklistVersion(
        id=id_, by="lead", product="1", changes=changes or Changes(), reason="r", supersedes=supersedes
    )


def test_the_one_that_nobody_superseded_stands():
    chain = [version("a"), version("b", None, "a"), version("c", None, "b")]
    assert standing(chain) == (chain[2],)
    assert standing([]) == ()


def test_two_made_apart_both_stand_until_one_answers_for_both():
    apart = [version("a"), version("b", None, "a"), version("c", None, "a")]
    assert standing(apart) == tuple(apart[1:])
    answered = version("d", None, "b", "c")
    assert standing([*apart, answered]) == (answered,)


def test_a_circle_answers_nothing():
    circle = [version("a", None, "b"), version("b", None, "a")]
    assert standing(circle) == tuple(circle)
    assert standing([version("x", None, "x")])[0].id == "x"


def test_apart_a_question_is_asked_unless_all_retire_it_and_what_any_adds_is_asked():
    one = Changes(added=(own("p"),), retired=(Retired(question="Q1", reason="a"), Retired(question="Q2", reason="a")))
    other = Changes(added=(own("q"), own("p", "Later words?")), retired=(Retired(question="Q2", reason="b"),))
    both = together([version("a", one), version("b", other)])
    assert [(each.id, each.words) for each in both.added] == [("p", "Later words?"), ("q", "Who feeds the dog?")]
    assert both.retired == (Retired(question="Q2", reason="b"),)


def test_apart_the_later_words_and_thresholds_hold():
    one = Changes(reworded=(Reworded(question="Q1", sentence="s", words="one"),), thresholds=Thresholds(cards=3))
    other = Changes(reworded=(Reworded(question="Q1", sentence="s", words="two"),))
    both = together([version("a", one), version("b", other)])
    assert [each.words for each in both.reworded] == ["two"]
    assert both.thresholds == Thresholds(cards=3)
    assert together([]) == Changes()


def test_changing_the_changes():
    changes = with_own(with_own(Changes(), own("p")), own("p", "Other words?"))
    assert [one.words for one in changes.added] == ["Other words?"]
    reworded = Reworded(question="Q1", sentence="s", words="mine", was="theirs")
    assert with_words(changes, reworded).reworded == (reworded,)
    back = Reworded(question="Q1", sentence="s", words="theirs", was="theirs")
    assert with_words(with_words(changes, reworded), back).reworded == ()
    assert without(without(changes, "Q1", "a"), "Q1", " b ").retired == (Retired(question="Q1", reason="b"),)
    assert brought_back(without(changes, "Q1", "a"), "Q1").retired == ()


ids = st.sampled_from("abcdef")


@st.composite
def histories(draw: st.DrawFn) -> list[ChecklistVersion]:
    names = draw(st.lists(ids, unique=True, max_size=5))
    return [version(one, None, *draw(st.lists(ids, max_size=3))) for one in names]


@given(histories(), st.randoms())
def test_what_stands_is_the_same_in_any_order_of_arrival_and_never_empty(history, chance):
    before = {one.id for one in standing(history)}
    chance.shuffle(history)
    assert {one.id for one in standing(history)} == before
    assert bool(before) == bool(history)
