"""When each thing is known, and in what order: the page's two rules."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.exchange.small import kept, small, understood, with_contact
from visitapp.domain.case import Case, Moment
from visitapp.domain.contact import Contact
from visitapp.domain.family import Person, Stay
from visitapp.exchange.casefile import CaseFile, read
from visitapp.exchange.knowing import ALWAYS

EXAMPLE = Path(__file__).parents[1] / "reference" / "example-case.yaml"
FIRST = date(2021, 1, 4)
SECOND = date(2021, 2, 8)


def known(file: CaseFile, id_: str) -> date | None:
    return kept(file, id_).known_on


def family(**fields: Any) -> CaseFile:
    """The small case with these fields in the entry of Kim."""
    data = small()
    data["people"][0].update(fields)
    return understood(data)


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({}, date(2021, 2, 8)),
        ({"date": "2021-02"}, date(2021, 2, 28)),
        ({"date": "2021"}, date(2021, 12, 31)),
        ({"until": "2021-03-05"}, date(2021, 3, 5)),
        ({"recorded_on": "2021-06-01"}, date(2021, 6, 1)),
        ({"recorded_on": "never"}, None),
    ],
)
def test_a_contact_and_what_was_said_at_it(fields: dict[str, Any], day: date | None) -> None:
    opinion = {"by": "gp", "says": "unclear"}
    mark = {"id": "p", "child": "ann", "region": "ear", "kind": "bruise", "opinions": [opinion]}
    file = understood(with_contact(marks=[mark], note="x", time="10:30", **fields))
    assert {known(file, id_) for id_ in ("c2", "p", "p.opinions[1]", "c2.note")} == {day}
    assert {kept(file, id_).time for id_ in ("c2", "p", "c2.note")} == {"10:30"}


def test_an_opinion_with_days_of_its_own() -> None:
    opinions = [
        {"by": "gp", "says": "unclear", "date": "2021-03"},
        {"by": "gp", "says": "unclear", "recorded_on": "2021-04-01"},
        {"by": "gp", "says": "unclear", "recorded_on": "never"},
    ]
    file = understood(
        with_contact(marks=[{"id": "p", "child": "ann", "region": "ear", "kind": "bruise", "opinions": opinions}])
    )
    first, second, third = (kept(file, f"p.opinions[{number}]") for number in (1, 2, 3))
    assert (first.known_on, first.date) == (SECOND, date(2021, 3, 31))
    assert (second.known_on, second.date) == (date(2021, 4, 1), SECOND)
    assert third.known_on is None


def test_an_opinion_of_the_contacts_own_day_is_not_known_with_an_earlier_contact_of_that_day() -> None:
    mark = {"id": "p", "child": "ann", "region": "ear", "kind": "bruise"}
    opinion = {"by": "gp", "says": "unclear", "date": str(SECOND)}
    data = with_contact(marks=[{**mark, "opinions": [opinion]}], time="15:30")
    file = understood(data)
    assert kept(file, "p.opinions[1]").time == "15:30"
    order = [one.item.id for one in Case(file.kept).all_kept]
    assert order.index("c2") < order.index("p") < order.index("p.opinions[1]")


def test_a_person_is_known_with_the_first_contact_that_names_them() -> None:
    assert known(family(), "kim") == FIRST
    data = with_contact(present=["ray"], recorded_on="2021-05-01")
    assert known(understood(data), "ray") == date(2021, 5, 1)
    assert known(family(recorded_on="2020-12-01"), "kim") == date(2020, 12, 1)
    assert known(family(recorded_on="never"), "kim") is None


@pytest.mark.parametrize(
    "fields",
    [
        {"handling": ["keep_from:ray"]},
        {"worries": [{"by": "ray"}]},
        {"observations": [{"text": "x", "source": "seen", "about": "ray"}]},
        {"children_seen": [{"child": "ann", "said_to_be": {"by": "ray"}}]},
        {"decision": {"what": "x", "dissent": [{"by": "ray"}]}},
    ],
)
def test_wherever_a_contact_names_a_person(fields: dict[str, Any]) -> None:
    assert known(understood(with_contact(**fields)), "ray") == SECOND


def test_a_person_whom_no_contact_names_is_known_with_their_household_and_no_sooner() -> None:
    data = small()
    data["people"][1]["household"] = [
        {"from": "2021-01-20", "recorded_on": "2021-03-01"},
        {"recorded_on": "2021-04-01"},
    ]
    file = understood(data)
    assert known(file, "ray") == date(2021, 3, 1)
    data["people"][1]["household"] = [{"from": "2021-01-20", "recorded_on": "never"}]
    assert known(understood(data), "ray") is None
    assert known(understood(small()), "ray") == FIRST


def test_two_people_are_partners_when_both_are_known() -> None:
    data = with_contact(present=["ray"])
    data["people"][0]["partner_of"] = "ray"
    assert known(understood(data), "kim.partner_of") == SECOND
    data["people"][0]["partner_recorded_on"] = "2021-09-01"
    assert known(understood(data), "kim.partner_of") == date(2021, 9, 1)


def test_household_plan_and_address() -> None:
    file = family(
        household=[{"from": "2020-05"}, {}, {"from": "2020-05", "to": "2020-06", "recorded_on": "2021-09-01"}]
    )
    assert known(file, "kim.household[1]") == date(2020, 5, 31)
    assert known(file, "kim.household[2]") == FIRST
    assert (known(file, "kim.household[3]"), kept(file, "kim.household[3]").date) == (
        date(2021, 9, 1),
        date(2020, 5, 31),
    )
    data = small()
    data["children"][0] |= {"plan": [{"kind": "section_47"}], "milestones": [{"date": "2021-05", "can": "walks"}]}
    file = understood(data)
    assert known(file, "ann.plan[1]") == FIRST
    assert known(file, "ann.milestones[1]") == date(2021, 5, 31)
    assert known(file, "flat") == FIRST


def test_a_child_is_not_known_before_birth_unless_expected_or_named() -> None:
    def child(**fields: Any) -> date | None:
        data = with_contact()
        data["children"].append({"id": "mia", "name": "Mia", **fields})
        return known(understood(data), "mia")

    assert child(born="2021-03-01") == date(2021, 3, 1)
    assert child(born="2021") == FIRST
    assert child(born="2021-03-01", unborn=True) == FIRST
    data = with_contact(children_seen=[{"child": "joe"}])
    data["children"][1]["born"] = "2021-03-01"
    assert known(understood(data), "joe") == SECOND


def test_a_file_without_contacts_and_one_whose_contacts_are_never_known() -> None:
    assert known(understood(small(contacts=[])), "case") == ALWAYS
    file = understood(small(contacts=[{"id": "c", "date": "2021-01-04", "kind": "phone", "recorded_on": "never"}]))
    assert (known(file, "c"), known(file, "case")) == (None, FIRST)


def test_what_came_out_later_is_never_known() -> None:
    later = [{"text": "x", "date": "2020-05"}, {"text": "y", "learned_on": "2022-03-04"}, {"text": "z"}]
    file = understood(small(known_later=later))
    found = [kept(file, f"known_later[{number}]") for number in (1, 2, 3)]
    assert [one.known_on for one in found] == [None] * 3
    assert [one.date for one in found] == [date(2020, 5, 31), date(2022, 3, 4), FIRST]
    assert file.kept[-3:] == tuple(sorted(found, key=lambda one: one.date))


def test_order_is_by_day_known_then_date_then_time_then_place() -> None:
    contacts = [
        {"id": "e", "date": "2021-03-05", "kind": "phone", "time": "14:00"},
        {"id": "d", "date": "2021-03-05", "kind": "phone", "time": "9:30"},
        {"id": "g", "date": "2021-03-01", "kind": "phone", "recorded_on": "2021-03-06"},
        {"id": "f", "date": "2021-03-05", "kind": "phone", "time": "14:00"},
        {"id": "c", "date": "2021-03-05", "kind": "phone"},
        {"id": "a", "date": "2021-02", "kind": "phone"},
        {"id": "h", "date": "2021", "kind": "phone"},
    ]
    file = understood(small(contacts=contacts))
    assert [one.item.id for one in file.kept if isinstance(one.item, Contact)] == list("acdefgh")
    assert [contact.id for contact in Case(reversed(file.kept)).contacts] == list("acdefgh")


def test_nothing_of_the_example_knows_of_ray_before_the_school_tells() -> None:
    file = read(EXAMPLE.read_bytes(), "example-case.yaml")
    before = Case(file.kept, kept(file, "c4").moment)
    assert "ray" not in before.people
    assert not [stay for stay in before.of(Stay) if stay.person == "ray"]
    moment = kept(file, "c5").moment
    assert moment is not None
    assert "ray" in Case(file.kept, moment).people
    assert [
        one.item.id for one in Case(file.kept, Moment(date(2021, 6, 8), date.max)).kept if isinstance(one.item, Person)
    ] == ["lee", "kim"]
