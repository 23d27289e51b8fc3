"""What holds even for records as no family has them."""

from datetime import date, timedelta
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.questions.histories import relabelled
from tests.questions.telling import BANK
from tests.questions.wild import Wild
from visitapp.domain import joint, standing
from visitapp.domain.case import Case, Kept
from visitapp.domain.family import Child, Person, Professional
from visitapp.domain.item import Correction
from visitapp.domain.judgement import Answer, Told
from visitapp.domain.learnt import learnt_with
from visitapp.domain.marks import Account, Opinion
from visitapp.domain.organisation import Thresholds
from visitapp.questions.beside import beside_marks
from visitapp.questions.choosing import cards, history
from visitapp.questions.due import Due
from visitapp.questions.engine import ask, known_now
from visitapp.questions.patterns.found import patterns
from visitapp.questions.picture import picture
from visitapp.questions.replay import replay
from visitapp.words import load

SAY = load()
LIMITS = Thresholds()
SEEDS = st.integers(0, 2**32)
slow = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def asked(kept: list[Kept], day: date, contact: str | None = None) -> tuple[Due, ...]:
    return ask(Case(kept), day, BANK, LIMITS, contact)


@slow
@given(SEEDS, st.sampled_from([0, 1, 30, 400]))
def test_nothing_stumbles_and_all_can_be_said(seed, later):
    wild = Wild(seed)
    case, day = Case(wild.kept), wild.day + timedelta(later)
    for contact in (None, *wild.contacts[-2:]):
        dues = ask(case, day, BANK, LIMITS, contact)
        for card in cards(dues, BANK, LIMITS, history=history(case)):
            assert SAY(card.wording)
            assert all(SAY(one) for one in (*card.why, *card.more))
        if contact is not None:
            beside = beside_marks(known_now(case, day, LIMITS, contact), contact, dues)
            assert all(SAY(one) for lines in beside.values() for one in lines)
    assert all(SAY(one.why) for one in patterns(case, day, LIMITS))
    picture(case, day, LIMITS)
    for fold in (standing.unexplained_marks, standing.open_actions, standing.latest_views, standing.visits):
        fold(case)
    standing.household(case, day)
    for contact in case.contacts:
        joint.joint(case, contact)
        learnt_with(case, contact.id)
    assert len(list(replay(wild.kept, BANK, LIMITS))) <= len(wild.kept)


@slow
@given(SEEDS)
def test_neither_order_nor_names_matter(seed):
    wild = Wild(seed)
    contact = wild.contacts[-1] if wild.contacts else None
    found = asked(wild.kept, wild.day, contact)
    shuffled = list(wild.kept)
    Random(seed).shuffle(shuffled)
    assert asked(shuffled, wild.day, contact) == found
    ids = list(dict.fromkeys(one.item.id for one in wild.kept))
    labels = [f"id{number:03}" for number in range(len(ids))]
    Random(seed).shuffle(labels)
    names = dict(zip(ids, labels, strict=True))
    again = asked(relabelled(wild.kept, names), wild.day, names.get(contact or ""))
    assert [(one.tier, one.carried, tuple(names.get(id_, id_) for id_ in one.about)) for one in found] == [
        (one.tier, one.carried, one.about) for one in again
    ]


@slow
@given(SEEDS)
def test_a_workers_it_fits_and_what_becomes_known_later_change_nothing(seed):
    wild = Wild(seed)
    found = asked(wild.kept, wild.day)
    plain = [
        replace(one, item=replace(one.item, fits="unknown"))
        if isinstance(one.item, Account) and one.item.fits == "yes"
        else one
        for one in wild.kept
    ]
    assert asked(plain, wild.day) == found
    steps = list(replay(wild.kept, BANK, LIMITS))
    for step in steps[:2]:
        *_, last = replay(step.case.all_kept, BANK, LIMITS)
        if last.contact.id == step.contact.id:
            assert {(due.key, due.tier) for due in last.dues} == {(due.key, due.tier) for due in step.dues}


@slow
@given(SEEDS, SEEDS)
def test_what_comes_later_silences_nothing_that_must_have_words(seed, more):
    """But for what answers it: an answer, somebody told, an opinion, a correction; for Q04 the child being seen."""
    before, later = Wild(seed), Wild(more, "b-", Wild(seed).day + timedelta(1))
    answers = (Answer, Told, Opinion, Correction)
    kept = [one for one in before.kept if not isinstance(one.item, answers) and one.entry not in ("addendum", "draft")]
    added = [
        one
        for one in later.kept
        if not isinstance(one.item, (*answers, Child, Person, Professional)) and one.entry not in ("addendum", "draft")
    ]
    names = {f"b-{name}": name for name in ("ann", "joe", "sam", "kim", "ray", "nan", "dad", "sw", "gp", "tea", "sw2")}
    must = {due.key for due in asked(kept, before.day) if due.tier == 0}
    still = {due.key for due in asked([*kept, *relabelled(added, names)], later.day) if due.tier == 0}
    ends_otherwise = ("ask_", "Q04")
    assert {key for key in must - still if not key[0].startswith(ends_otherwise)} == set()
