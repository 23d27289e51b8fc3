"""What holds of the patterns of every history."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.questions.histories import HISTORIES, relabelled, tell
from tests.questions.telling import BANK
from visitapp.domain.case import Case, Kept
from visitapp.domain.contact import ChildSeen
from visitapp.domain.organisation import Thresholds
from visitapp.questions.patterns.found import RULES, patterns
from visitapp.questions.patterns.pattern import Pattern
from visitapp.questions.replay import replay
from visitapp.words import load

SAY = load()
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def found(kept: list[Kept], today: str) -> tuple[Pattern, ...]:
    return patterns(Case(kept), date.fromisoformat(today), Thresholds())


@slow
@given(HISTORIES)
def test_every_pattern_can_be_said_and_rests_on_records_that_are_there(history):
    telling = tell(history)
    ids = {one.item.id for one in telling.kept}
    for pattern in found(telling.kept, telling.day):
        assert SAY(pattern.why)
        assert pattern.because
        assert len(set(pattern.because)) == len(pattern.because)
        assert ids.issuperset(pattern.because)
        assert {"ann", "joe", "sam"}.issuperset(pattern.children)
        assert all(isinstance(value, int | date) for value in pattern.figures.values())


@slow
@given(HISTORIES, st.randoms(use_true_random=False))
def test_any_order_of_arrival_gives_the_same_patterns(history, chance):
    telling = tell(history)
    shuffled = list(telling.kept)
    chance.shuffle(shuffled)
    assert found(shuffled, telling.day) == found(telling.kept, telling.day)


@slow
@given(HISTORIES)
def test_nothing_known_after_now_changes_a_pattern(history):
    """Stepping through a whole history finds at each contact what a history ending there would have found."""
    whole = list(replay(tell(history).kept, BANK, Thresholds()))
    for number, step in enumerate(whole):
        *_, last = replay(tell(history[: number + 1]).kept, BANK, Thresholds())
        assert step.patterns == last.patterns


@slow
@given(HISTORIES, st.permutations([f"id{number:03}" for number in range(150)]))
def test_relabelling_ids_changes_nothing(history, labels):
    telling = tell(history)
    names = dict(zip(dict.fromkeys(one.item.id for one in telling.kept), labels, strict=False))
    again = found(relabelled(telling.kept, names), telling.day)
    for one, other in zip(found(telling.kept, telling.day), again, strict=True):
        assert (one.id, one.figures, SAY(one.why)) == (other.id, other.figures, SAY(other.why))
        assert tuple(names.get(id_, id_) for id_ in one.because) == other.because
        assert tuple(names.get(id_, id_) for id_ in one.children) == other.children


@slow
@given(HISTORIES)
def test_an_unknown_that_is_said_is_the_same_as_nothing(history):
    telling = tell(history)
    said = list(telling.kept)
    contacts = [one for one in telling.kept if type(one.item).__name__ == "Contact"]
    for at in contacts:
        rows = {one.item.child for one in telling.kept if isinstance(one.item, ChildSeen)
                and one.item.contact == at.item.id}  # fmt: skip
        said += [
            Kept(ChildSeen(id=f"{at.item.id}-{child}", contact=at.item.id, child=child), at.known_on, at.date, "",
                 at.place, entry="imported")
            for child in ("ann", "joe", "sam") if child not in rows
        ]  # fmt: skip
    assert found(said, telling.day) == found(telling.kept, telling.day)


def test_no_pattern_is_a_score():
    for rule in RULES:
        assert not {"score", "risk", "likely", "severity"} & set(rule.meaning.lower().split())
