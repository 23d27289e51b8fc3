"""The people of a case: household over time with when we came to know, relationships, addresses, handling marks."""

from datetime import date

from tests.questions.telling import Telling
from tests.ui.desk import Desk
from visitapp.actions.family import PeopleOfCase, kept_from
from visitapp.domain.days import Day
from visitapp.domain.family import Address, LivedAt, Partnership, Stay
from visitapp.domain.judgement import Worry
from visitapp.ui.case.family.words import FamilyWords, words
from visitapp.ui.case.wiring import family_page
from visitapp.words import Words

TODAY = date(2021, 9, 1)


def told() -> Telling:
    telling = Telling().child("ann", "Ann Marlowe", "2016-05-02", parental_responsibility=("kim",), school="Larch Road")
    telling.contact("c1", "2021-06-01", outcome="seen", present=("kim",)).person("ray", "Ray Stone").person(
        "lee", "Lee"
    )
    telling.say(Stay(id="s1", person="ray", since=Day.read("2021-06-10")), known="2021-08-01")
    telling.say(Stay(id="s2", person="lee", since=Day.read("2020-01"), until=Day.read("2021-02")))
    telling.say(Partnership(id="p1", person="ray", partner_of="kim"))
    telling.say(Address(id="a1", label="12 Larch Court", since=Day.read("2020-01"), keep_from=("lee",)))
    telling.say(LivedAt(id="l1", child="ann", place="at her aunt's", people=("lee",), until=Day.read("2020-05")))
    telling.say(Worry(id="w1", contact="c1", by="aunt", text="Shouting.", handling=("keep_from:lee",)))
    return telling


def shown(say: Words) -> FamilyWords:
    case = told().case()
    return words(say, PeopleOfCase("Marlowe family", case, TODAY, kept_from(case)))


def group(found: FamilyWords, heading: str) -> dict[str, dict[str, str]]:
    these = next(these for name, these in found.groups if name == heading)
    return {one.name: dict(one.facts) for one in these}


def test_who_lives_there_and_when_we_came_to_know(say: Words):
    here = group(shown(say), "Who lives there")
    assert here["Ray Stone"]["Lived there"] == "since 10 June 2021. We came to know of it on 1 August 2021."
    assert here["Ray Stone"]["Partner of"] == "Kim Marlowe"
    assert here["Ray Stone"]["Met by us"] == "Nobody has recorded it"
    assert here["Kim Marlowe"]["Parental responsibility"] == "Ann Marlowe"
    assert here["Kim Marlowe"]["Met by us"] == "once, on 1 June 2021"


def test_who_lived_there_before_stands_apart(say: Words):
    around = group(shown(say), "Others around the family")
    assert around["Lee"]["Lived there"].startswith("since January 2020, until February 2021")


def test_who_must_not_be_told_stands_on_top(say: Words):
    assert shown(say).careful == (
        "Lee must not learn this address: 12 Larch Court.",
        "1 entry is marked as not to be told to Lee.",
    )
    assert group(shown(say), "Addresses")["12 Larch Court"]["Not to be told to"] == "Lee"


def test_children_and_professionals(say: Words):
    found = shown(say)
    ann = group(found, "Children")["Ann Marlowe"]
    assert ann["nobody recorded since when, until May 2020"] == "at her aunt's, with Lee"
    assert group(found, "Professionals")["social worker"]["Contacts"] == "once, on 1 June 2021"


def test_the_page_leads_on(desk: Desk):
    page = desk.show(family_page(desk.say, desk.run, desk.worker, desk.families.brindle))
    assert page.title.text() == "People: Brindle family"
    with desk.qtbot.waitSignal(page.chronology_wanted):
        page.link.click()
