"""Joint visits and corrected children are folds: whatever the order in which records arrive, they come out the same."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from visitapp.domain.case import Case, Kept
from visitapp.domain.contact import Contact
from visitapp.domain.days import Day
from visitapp.domain.family import Child, Professional
from visitapp.domain.item import Correction
from visitapp.domain.joint import joint, to_sign
from visitapp.domain.judgement import CoSignature

DAY = date(2026, 11, 20)
PEOPLE = ("jo", "sam", "kim")


def kept(*items) -> list[Kept]:
    return [Kept(item, DAY, DAY, place=(number, item.id, 0), record=f"r{number}") for number, item in enumerate(items)]


def professionals() -> list[Professional]:
    ours = [Professional(id=one, sector="social_care", name=one.title(), member=one) for one in PEOPLE]
    return [*ours, Professional(id="hv", sector="health", role="Health visitor")]


def visit(*also_by: str) -> Contact:
    return Contact(id="v", date=Day.of(DAY), kind="home_visit", by="jo", also_by=also_by)


def signature(by: str, number: int = 0, contact: str = "v") -> CoSignature:
    return CoSignature(id=f"{by}{number}", contact=contact, record="r0", by=by)


@given(
    st.lists(st.sampled_from([*PEOPLE, "hv"]), unique=True),
    st.lists(st.sampled_from(PEOPLE), max_size=4),
    st.randoms(use_true_random=False),
)
def test_who_signed_and_who_is_awaited_does_not_hang_on_the_order(also_by, signed, chance):
    signatures = [signature(by, number) for number, by in enumerate(signed)]
    everything = kept(visit(*also_by), *professionals(), *signatures)
    shuffled = list(everything)
    chance.shuffle(shuffled)
    case, other = Case(everything), Case(shuffled)
    both = joint(case, case.contacts[0])
    assert joint(other, other.contacts[0]) == both
    asked = {one for one in also_by if one in PEOPLE} - {"jo"}
    if not asked:
        assert both is None
        return
    assert set(both.asked) == asked, "never the author, never another agency"
    assert set(both.awaited) == asked - set(signed)
    for one in PEOPLE:
        assert bool(to_sign(case, one)) is (one in both.awaited)


def test_a_signature_under_another_visit_counts_for_that_one_only():
    case = Case(kept(visit("sam"), *professionals(), signature("sam", contact="other")))
    assert joint(case, case.contacts[0]).awaited == ("sam",)


@given(st.lists(st.integers(2010, 2025), max_size=5), st.randoms(use_true_random=False))
def test_a_child_keeps_its_first_id_and_place_however_often_it_is_corrected(years, chance):
    items = [Child(id="ann", name="Ann"), Child(id="joe", name="Joe")]
    before = "ann"
    for number, year in enumerate(years):
        items += [
            Child(id=f"ann{number}", name="Ann", born=Day(year)),
            Correction(id=f"c{number}", of=before, by=f"ann{number}", reason="Known now."),
        ]
        before = f"ann{number}"
    everything = kept(*items)
    chance.shuffle(everything)
    case = Case(everything)
    assert [(one.id, one.name) for one in case.children] == [("ann", "Ann"), ("joe", "Joe")]
    assert case.children[0].born == (Day(years[-1]) if years else None)
    assert case.newest_id("ann") == before
    assert case.first_id(before) == "ann"
