"""What holds for every history."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.questions.histories import CONTACT, HISTORIES, relabelled, tell, without_answers
from tests.questions.telling import BANK, Telling
from visitapp.domain.case import Case, Kept, Moment
from visitapp.domain.contact import ChildSeen, LookedAt
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.domain.organisation import Thresholds
from visitapp.questions import events
from visitapp.questions.choosing import cards
from visitapp.questions.due import Due
from visitapp.questions.engine import ask
from visitapp.questions.known import Known
from visitapp.questions.replay import replay
from visitapp.questions.shelf import Shelf
from visitapp.words import load

SAY = load()
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def asked(kept: list[Kept], telling: Telling, until: Moment | None = None) -> tuple[Due, ...]:
    return ask(Case(kept, until), date.fromisoformat(telling.day), BANK, Thresholds(), telling.at)


@slow
@given(HISTORIES)
def test_every_due_question_can_be_said(history):
    telling = tell(history)
    dues = telling.due()
    for due in dues:
        assert SAY(due.why)
        assert all(
            SAY(one) for one in (*due.wording, *([due.say] if due.say else []), *([due.mind] if due.mind else []))
        )
        assert (due.when != "") == (due.tier == 0)
    for card in cards(dues, BANK, Thresholds()):
        assert SAY(card.wording)
        assert all(SAY(one) for one in card.more)
    assert len({due.key for due in dues}) == len(dues)


@slow
@given(HISTORIES, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_questions(history, chance):
    telling = tell(history)
    shuffled = list(telling.kept)
    chance.shuffle(shuffled)
    assert asked(shuffled, telling) == asked(telling.kept, telling)


@slow
@given(HISTORIES)
def test_nothing_known_after_now_changes_an_answer(history):
    """Stepping through a whole history asks at each contact what a history ending there would have asked."""
    whole = list(replay(tell(history).kept, BANK, Thresholds()))
    for number, step in enumerate(whole):
        *_, last = replay(tell(history[: number + 1]).kept, BANK, Thresholds())
        assert (step.dues, step.cards) == (last.dues, last.cards)


@slow
@given(HISTORIES)
def test_carried_is_what_was_due_at_the_contact_before(history):
    before: frozenset[object] = frozenset()
    for step in replay(tell(history).kept, BANK, Thresholds()):
        assert {due.key for due in step.dues if due.carried} == {due.key for due in step.dues if due.key in before}
        before = frozenset(due.key for due in step.dues)


@slow
@given(HISTORIES, st.integers(0, 250))
def test_carried_to_a_visit_is_what_was_due_at_the_last_contact(history, days):
    """However many days after it one gets ready for the next."""
    kept = tell(history).kept
    *_, last = replay(kept, BANK, Thresholds())
    day = last.case.kept_by_id[last.contact.id].known_on + timedelta(days)
    dues = ask(last.case, day, BANK, Thresholds())
    before = {due.key for due in last.dues}
    assert {due.key for due in dues if due.carried} == {due.key for due in dues if due.key in before}


def first_of(mark, again):
    """The first sight of a mark that was seen again."""
    while again.get(mark) is not None:
        mark = again[mark]
    return mark


@slow
@given(HISTORIES, CONTACT)
def test_adding_a_record_never_silences_an_unanswered_question_that_must_have_words(history, more):
    """But for what answers it: a field filled, an opinion of health, the child being seen."""
    before, after = tell(history), tell([*history, more])
    extra = [one for one in without_answers(after) if isinstance(one.item, Opinion)]
    again = {one.item.id: one.item.same_as for one in after.kept if isinstance(one.item, Mark)}
    # An opinion on a mark seen again is one on the mark that it is.
    opined = {first_of(one.item.mark, again) for one in extra}
    seen = {row["child"] for row in more.get("rows", ()) if row["seen"] == "yes"}
    must = [due for due in asked(without_answers(before), before) if due.tier == 0]
    still = {due.key: due.tier for due in asked(without_answers(after), after)}
    for due in must:
        answered = due.question.startswith("ask_") or bool(opined & {first_of(one, again) for one in due.about})
        answered |= due.question == "Q04" and bool(
            {*due.children} & ({"ann", "joe", "sam"} if more.get("marks") else seen)
        )
        if not answered:
            assert still.get(due.key) == 0, due


@slow
@given(HISTORIES)
def test_a_workers_own_it_fits_answers_nothing_and_silences_nothing(history):
    """Whether an explanation fits is for health to say: "yes" is the same as nothing."""
    telling = tell(history)

    def with_fits(fits: str) -> list[Kept]:
        return [
            replace(one, item=replace(one.item, fits=fits))
            if isinstance(one.item, Account) and one.item.fits != "no"
            else one
            for one in telling.kept
        ]

    assert asked(with_fits("yes"), telling) == asked(with_fits("unknown"), telling)


@slow
@given(HISTORIES, st.permutations([f"id{number:03}" for number in range(200)]))
def test_relabelling_ids_changes_nothing(history, labels):
    telling = tell(history)
    names = dict(zip(dict.fromkeys(one.item.id for one in telling.kept), labels, strict=False))
    again = asked_with(relabelled(telling.kept, names), telling, names)
    for one, other in zip(asked(telling.kept, telling), again, strict=True):
        assert (one.question, one.tier, one.carried, one.rules) == (
            other.question,
            other.tier,
            other.carried,
            other.rules,
        )
        assert tuple(names.get(id_, id_) for id_ in one.about) == other.about
        assert tuple(names.get(id_, id_) for id_ in one.because) == other.because
        assert SAY(one.why) == SAY(other.why)


def asked_with(kept: list[Kept], telling: Telling, names: dict[str, str]) -> tuple[Due, ...]:
    return ask(Case(kept), date.fromisoformat(telling.day), BANK, Thresholds(), names[telling.at])


@slow
@given(HISTORIES)
def test_an_unknown_that_is_said_is_the_same_as_nothing(history):
    """Rows and rooms of which everything is unknown change nothing."""
    telling = tell(history)
    said = list(telling.kept)
    for contact in {one.item.id for one in telling.kept if type(one.item).__name__ == "Contact"}:
        at = next(one for one in telling.kept if one.item.id == contact)
        rows = {
            one.item.child for one in telling.kept if isinstance(one.item, ChildSeen) and one.item.contact == contact
        }
        rooms = any(isinstance(one.item, LookedAt) and one.item.contact == contact for one in telling.kept)
        empty = [ChildSeen(id=f"{contact}-{child}", contact=contact, child=child) for child in ("ann", "joe", "sam")
                 if child not in rows]  # fmt: skip
        empty += [] if rooms else [LookedAt(id=f"{contact}-rooms", contact=contact)]
        said += [Kept(item, at.known_on, at.date, "", at.place, entry="imported") for item in empty]
    ordered = sorted(said, key=lambda one: (one.known_on, one.date, one.place))
    assert [(due.key, due.tier, due.carried) for due in asked(ordered, telling)] == [
        (due.key, due.tier, due.carried) for due in asked(telling.kept, telling)
    ]


@slow
@given(HISTORIES)
def test_a_contact_that_is_passed_over_has_only_plain_facts(history):
    case = tell(history).case()
    shelf = Shelf(case.all_kept)
    known = Known(shelf, len(shelf.kept), date(2022, 1, 1), Thresholds(), None)
    looked_at = {one.id for one in events.find_eventful(known)}
    facts = {fact.name: fact.read for fact in events.KIND.facts}
    for subject in events.KIND.find(known):
        if subject.id not in looked_at:
            assert {name: facts[name](subject) for name in events.PLAIN} == events.PLAIN


FELL = {"cause": "fell", "text": "She fell."}


@pytest.mark.parametrize(
    ("no", "unknown"),
    [({"alone": "no"}, {"alone": "unknown"}), ({"interpreter": "none"}, {"interpreter": None})],
)
def test_unknown_never_behaves_as_no_in_a_row(no, unknown):
    def whys(row: dict[str, str]) -> set[str]:
        telling = Telling().child("joe", "Joe", "2014-05-02", verbal="yes", language="not_english")
        for day in (1, 2):
            fields = {"alone": "yes", "interpreter": "professional"} | row
            telling.contact(f"c{day}", f"2021-06-0{day}", outcome="seen").seen("joe", **fields)
        return {SAY(due.why) for due in telling.due()}

    only_no = whys(no) - whys({})
    assert only_no
    assert not only_no & whys(unknown)


@pytest.mark.parametrize("unknown", [{"fits": "unknown"}, {"fits": "yes"}, {}])
def test_unknown_never_behaves_as_no_in_an_account(unknown):
    def one(fields: dict[str, str]) -> set[str]:
        telling = Telling().child("ann", "Ann", "2018-06-10").contact("c1", "2021-06-01", outcome="seen").seen("ann")
        telling.mark("m1", region="ear").account("m1", **FELL, **fields)
        return {rule for due in telling.due() for rule in due.rules}

    assert "b2" in one({"fits": "no"})
    assert "b2" not in one(unknown)


def test_unknown_mobility_and_history_never_behave_as_no_or_as_yes():
    def one(known: str) -> Telling:
        telling = Telling().child("ann", "Ann", None).contact("c1", "2021-06-01", outcome="seen").seen("ann")
        telling.mark("m1").account("m1")
        return telling.opinion("m1", "accidental", knew=known)

    assert not one("unknown").ids() & {"Q11", "Q12", "Q13"}
    assert {"ask_age", "ask_mobility"} <= one("unknown").ids()
    assert one("unknown").ids() == one("no").ids()
