"""The first page of a case: facts as the record has them, promises, views; colleagues' views wait for one's own."""

from datetime import date

import pytest

from tests.office.casework import begun
from tests.ui.desk import Desk
from visitapp.actions import visits
from visitapp.actions.overview import chronicle, overview
from visitapp.domain.days import Day, StatedAge
from visitapp.domain.family import Child
from visitapp.ui.case.overview.standing import age_words, words
from visitapp.ui.case.wiring import overview_page
from visitapp.words import Words

TODAY = date(2026, 6, 1)


def shown(desk: Desk, session=None):
    return words(desk.say, overview(session or desk.worker, desk.families.brindle))


def test_each_child_stands_with_what_fits_its_age(desk: Desk):
    mia = shown(desk).children[0]
    facts = dict(mia.facts)
    assert facts["Last seen"] == "29 May 2026 · Home visit"
    assert "Last seen alone" not in facts  # a baby
    assert dict(shown(desk).children[1].facts)["Last seen alone"] == "29 May 2026 · Home visit"
    assert facts["To be seen by"] == "31 May 2026, which is past"
    assert ("Child in need plan", "plain") in mia.tags


def test_people_stand_where_the_record_puts_them(desk: Desk):
    found = shown(desk)
    assert [name for name, _ in found.household] == ["Jess Brindle"]
    assert [name for name, _ in found.around] == ["Dan Pryce", "Ruth Brindle"]
    assert found.unexplained == "One mark on which nobody has said how it came."


def test_our_promises_and_theirs_stand_apart(desk: Desk):
    found = shown(desk)
    assert [who for who, _ in found.ours] == ["Asha Reed"]
    assert [who for who, _ in found.theirs] == ["Jess Brindle"]


def test_colleagues_views_wait_until_ones_own_is_signed(desk: Desk):
    lead = desk.lead
    assert {view.by for view in shown(desk, lead).views} == {"Asha Reed", "Allocated social worker"}
    draft = begun(lead, desk.families.brindle)
    found = shown(desk, lead)
    assert found.views == ()
    assert found.held_back.startswith("2 colleagues' views")
    held = chronicle(lead, desk.families.brindle)
    assert held.held_back == 2
    assert all(row.source != "view" for row in held.rows)
    visits.discard(lead, draft.id)
    assert chronicle(lead, desk.families.brindle).held_back == 0


def test_ones_own_view_is_never_held_back(desk: Desk):
    draft = begun(desk.worker, desk.families.brindle)
    assert [view.by for view in shown(desk).views] == ["Asha Reed"]
    visits.discard(desk.worker, draft.id)


@pytest.mark.parametrize(
    ("child", "said"),
    [
        (Child(id="c", name="A", born=Day(2026, 5, 20)), "0 months old"),
        (Child(id="c", name="A", born=Day(2025, 9, 10)), "8 months old"),
        (Child(id="c", name="A", born=Day(2025, 9)), "8 months old"),
        (Child(id="c", name="A", born=Day(2025)), "4 to 16 months old"),
        (Child(id="c", name="A", born=Day(2020, 11, 22)), "5 years old"),
        (Child(id="c", name="A", born=Day(2015)), "10 or 11 years old"),
        (Child(id="c", name="A", age=StatedAge(3, "years", date(2026, 1, 1))), "3 or 4 years old"),
        (Child(id="c", name="A"), "Age not recorded"),
        (Child(id="c", name="A", unborn=True, due=date(2026, 9, 9)), "Not born yet, due 9 September 2026"),
        (Child(id="c", name="A", unborn=True), "Not born yet"),
    ],
)
def test_an_age_is_as_close_as_the_record(say: Words, child: Child, said: str):
    assert age_words(say, child, TODAY) == said


def test_return_prepares_a_visit(desk: Desk):
    page = desk.show(overview_page(desk.say, desk.run, desk.worker, desk.families.brindle))
    with desk.qtbot.waitSignal(page.begin_wanted) as wanted:
        page.begin["visit"].click()
    assert wanted.args == ["visit"]
    assert page.begin["visit"].hasFocus()
    assert page.title.text() == "Brindle family"


def test_drafts_of_this_family_open_from_here(desk: Desk):
    draft = begun(desk.worker, desk.families.brindle, "quick_note")
    page = desk.show(overview_page(desk.say, desk.run, desk.worker, desk.families.brindle))
    with desk.qtbot.waitSignal(page.draft_opened) as opened:
        page.drafts.buttons()[0].click()
    assert opened.args == [draft.id, "quick_note"]
    visits.discard(desk.worker, draft.id)
