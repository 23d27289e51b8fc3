"""What stands out over time, on its page: by what it is about, each with the way to its records."""

from tests.office.casework import begun
from tests.questions.telling import Telling
from tests.ui.desk import Desk
from visitapp.actions import visits
from visitapp.actions.patterns import StandsOut, stands_out
from visitapp.domain.organisation import Thresholds
from visitapp.questions.patterns.found import RULES, patterns
from visitapp.ui.case.patterns.words import MOST_RECORDS, words
from visitapp.ui.case.wiring import patterns_page, visit_page
from visitapp.ui.inbox.wiring import lead_visit_page
from visitapp.ui.kit.press import LinkButton
from visitapp.ui.kit.text import Para


def test_each_stands_with_its_records(desk: Desk):
    found = words(desk.say, stands_out(desk.worker, desk.families.brindle))
    assert found.title == "What stands out over time: Brindle family"
    said = {one.why: one for group in found.groups for one in group.patterns}
    assert any("Nobody has said how one mark on Tom came" in why for why in said)
    assert all(one.records for one in said.values())


def test_every_pattern_has_its_place_on_the_page(desk: Desk):
    from visitapp.ui.case.patterns.words import _GROUPS

    assert {rule.id for rules in _GROUPS.values() for rule in rules} == {rule.id for rule in RULES}


def test_of_many_records_the_newest_are_named(desk: Desk):
    telling = Telling().child("ann", "Ann", "2015-05-02")
    for month in range(1, 10):
        telling.contact(f"c{month}", f"2021-0{month}-03", outcome="seen").seen("ann")
    case = telling.case()
    found = words(desk.say, StandsOut("A", case, patterns(case, telling.kept[-1].known_on, Thresholds())))
    alone = found.groups[0].patterns[0]
    assert [contact for contact, _ in alone.records] == [f"c{month}" for month in range(9, 9 - MOST_RECORDS, -1)]
    assert alone.more == "It also rests on 3 earlier records, in the chronology."


def test_a_colleagues_view_waits_until_ones_own_is_signed(desk: Desk):
    before = [one.id for one in stands_out(desk.lead, desk.families.brindle).patterns]
    draft = begun(desk.lead, desk.families.brindle)
    held = stands_out(desk.lead, desk.families.brindle)
    assert "view_unchanged" not in {one.id for one in held.patterns}
    visits.discard(desk.lead, draft.id)
    assert [one.id for one in stands_out(desk.lead, desk.families.brindle).patterns] == before


def test_a_record_leads_to_its_visit(desk: Desk):
    page = desk.show(patterns_page(desk.say, desk.run, desk.worker, desk.families.brindle))
    link = page.part.findChildren(LinkButton)[0]
    with desk.qtbot.waitSignal(page.visit_opened) as opened:
        link.click()
    assert desk.worker.case(desk.families.brindle).kept_by_id[opened.args[0]]


def test_where_nothing_stands_out_that_is_said(desk: Desk):
    page = desk.show(patterns_page(desk.say, desk.run, desk.worker, desk.families.ash))
    assert [para.text() for para in page.part.findChildren(Para)] == [desk.say("stands_out.none")]


def test_it_is_reached_from_a_visit_by_worker_and_lead(desk: Desk):
    for page in (
        visit_page(desk.say, desk.run, desk.worker, desk.families.brindle, desk.families.visit),
        lead_visit_page(desk.say, desk.run, desk.lead, desk.families.brindle, desk.families.visit),
    ):
        desk.show(page)
        with desk.qtbot.waitSignal(page.patterns_wanted):
            page.buttons["patterns"].click()
        assert "What stands out over time" in {command.words for command in page.commands()}
