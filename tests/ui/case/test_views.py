"""What each of us thought, when, and the other explanations; colleagues' views wait for one's own."""

from tests.office.casework import begun
from tests.ui.desk import Desk
from visitapp.actions import visits
from visitapp.actions.views import views
from visitapp.actions.writing import write
from visitapp.domain.items import Entry, Line
from visitapp.domain.judgement import View
from visitapp.ui.case.views.words import words
from visitapp.ui.case.wiring import views_page
from visitapp.ui.kit.press import LinkButton


def test_each_stands_as_it_was_signed_the_newest_first(desk: Desk):
    found = words(desk.say, views(desk.worker, desk.families.brindle))
    first = found.held[0]
    assert first.heading == "Asha Reed, 29 May 2026"
    assert first.holds == "Not sure yet"
    assert ("Other explanations", "Mainly neglect") in first.more
    assert ("Why", "The bruise does not go with a baby who does not roll yet.") in first.more


def test_explanations_say_who_holds_and_who_names_them(desk: Desk):
    found = dict(words(desk.say, views(desk.worker, desk.families.brindle)).explanations)
    assert "Named as another explanation by Asha Reed." in found["Mainly neglect"]
    assert found["Not sure yet"] == "Held by Asha Reed."


def test_an_earlier_view_of_one_person_stays_and_only_the_latest_is_held_now(desk: Desk):
    worker, families = desk.worker, desk.families
    new = View(id=worker.new_id(), contact=families.phone, holds="medical", by=worker.who.member, changed="yes")
    entry = Entry(kind="make_of_it", at=worker.at(), by=worker.who.member, lines=(Line(new),), contact=families.phone)
    write(worker, families.brindle, entry)
    found = words(desk.say, views(worker, families.brindle))
    mine = [one.holds for one in found.held if one.heading.startswith("Asha Reed")]
    assert mine[0] != mine[1]
    held = {what for what, who in found.explanations if "Held by Asha Reed" in who}
    assert held == {mine[0]}


def test_colleagues_views_wait_until_ones_own_is_signed(desk: Desk):
    draft = begun(desk.lead, desk.families.brindle)
    found = views(desk.lead, desk.families.brindle)
    assert (found.held, found.explanations) == ((), ())
    assert found.held_back >= 2
    assert not any("view" in one.id for one in found.stands_out)
    visits.discard(desk.lead, draft.id)
    assert views(desk.lead, desk.families.brindle).held_back == 0


def test_a_view_leads_to_its_visit(desk: Desk):
    page = desk.show(views_page(desk.say, desk.run, desk.worker, desk.families.brindle))
    link = page.part.findChildren(LinkButton)[0]
    with desk.qtbot.waitSignal(page.visit_opened):
        link.click()
