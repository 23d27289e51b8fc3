"""A new family's form: what is wrong with it is said by field; what it becomes holds only what was typed."""

from datetime import date
from itertools import count

import pytest

from visitapp.actions.cases import CaseLine
from visitapp.domain.days import Day
from visitapp.domain.family import Address, Person, Plan, Stay
from visitapp.ui.cases.form import ChildForm, FamilyForm, PersonForm, check, children, others, read_born
from visitapp.ui.kit.reading import vocabulary
from visitapp.words import Words

TODAY = date(2026, 6, 1)
GOOD = FamilyForm(title="Ash family", children=(ChildForm("Bo Ash"),))


def wrong(say: Words, form: FamilyForm, known: tuple[CaseLine, ...] = ()) -> list[str]:
    return [one.field for one in check(form, known, TODAY, vocabulary(say))]


def test_a_name_and_one_child_are_enough(say: Words):
    assert wrong(say, GOOD) == []


def test_what_is_missing_is_said_by_field_in_order(say: Words):
    form = FamilyForm(
        safety="A dog.",
        every="often",
        children=(ChildForm(), ChildForm("", "2020")),
        people=(PersonForm(), PersonForm("", "lodger")),
    )
    assert wrong(say, form) == ["title", "child:0:name", "child:1:name", "person:1:name", "address", "every"]


def test_a_number_that_is_here_already_leads_to_that_family(say: Words):
    known = (CaseLine("s", "Brindle family", "A-1", (), None, 0, 0),)
    form = FamilyForm(title="Ash", reference=" A-1 ", children=(ChildForm("Bo"),))
    (found,) = check(form, known, TODAY, vocabulary(say))
    assert say(found.words).startswith("A family with this number is here already: Brindle family.")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9 4 2021", Day(2021, 4, 9)),
        ("9 april 2021", Day(2021, 4, 9)),
        ("April 2021", Day(2021, 4)),
        ("apr 2021", Day(2021, 4)),
        ("4/2021", Day(2021, 4)),
        ("2021", Day(2021)),
        ("ma 2021", None),
        ("13/2021", None),
        ("when it snowed", None),
    ],
)
def test_birthdays_as_people_say_them(say: Words, typed: str, meant: Day | None):
    assert read_born(typed, TODAY, vocabulary(say)) == meant


@pytest.mark.parametrize(
    ("child", "fields"),
    [
        (ChildForm("Bo", "2027"), ["child:0:born"]),
        (ChildForm("Bo", "soon"), ["child:0:born"]),
        (ChildForm("Bo", "9 9 2026", unborn=True), []),
        (ChildForm("Bo", "whenever", unborn=True), ["child:0:born"]),
        (ChildForm("Bo", "", unborn=True), []),
    ],
)
def test_a_birthday_is_past_and_a_due_day_is_a_day(say: Words, child: ChildForm, fields: list[str]):
    assert wrong(say, FamilyForm(title="Ash", children=(child,))) == fields


def test_the_items_hold_what_was_typed(say: Words):
    ids = (f"id{number}" for number in count())
    form = FamilyForm(
        title="Ash family",
        address="1 Elm Row",
        safety="Dog in the yard.",
        plan="child_in_need",
        every="20",
        children=(ChildForm("Bo Ash", "April 2024"), ChildForm(), ChildForm("Baby Ash", "9 9 2026", unborn=True)),
        people=(PersonForm("Lu Ash", "mother"), PersonForm()),
    )
    made = children(form, lambda: next(ids), TODAY, vocabulary(say))
    assert [(child.name, child.born, child.unborn, child.due) for child in made] == [
        ("Bo Ash", Day(2024, 4), False, None),
        ("Baby Ash", None, True, date(2026, 9, 9)),
    ]
    more = others(form, made, lambda: next(ids), TODAY)
    assert [type(item) for item in more] == [Address, Person, Stay, Plan, Plan]
    assert {item.visit_every_days for item in more if isinstance(item, Plan)} == {20}
    assert len({item.id for item in (*made, *more)}) == 7
