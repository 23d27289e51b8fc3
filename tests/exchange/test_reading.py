"""How plain scalars are read: names and times stay text, bare booleans mean yes and no, absent and unknown the same."""

import json
from pathlib import Path

import pytest

from tests.exchange.small import kept, of, small, understood, with_contact
from visitapp.domain.contact import ChildSeen, Contact, LookedAt, Note
from visitapp.domain.family import Child, Person, Professional, Stay
from visitapp.domain.judgement import Answer, View
from visitapp.domain.marks import Account, Mark
from visitapp.exchange.casefile import read

HEAD = "format: visitapp-case/1\nreference: R-1\nchildren: [{id: ann, name: Ann}]\n"
DEMO = Path(__file__).parents[2] / "resources" / "demo"


def contact(fields: str) -> Contact:
    return next(
        iter(of(understood(f"{HEAD}contacts: [{{id: c, date: 2021-01-01, kind: phone, {fields}}}]\n"), Contact))
    )


def test_on_is_a_name_and_a_time_is_text() -> None:
    file = understood(
        "format: visitapp-case/1\nreference: 007\n"
        "children: [{id: ann, name: Ann, age: {months: 3, on: 2021-01-01}}]\n"
        "contacts: [{id: 1, date: 2021-01-01, kind: phone, time: 10:30}]\n"
    )
    assert kept(file, "1").time == "10:30"
    assert of(file, Child)[0].age.count == 3
    assert kept(file, "case").item.reference == "007"  # type: ignore[union-attr]


@pytest.mark.parametrize("bare", ["yes", "Yes", "true", "True", "on", '"yes"'])
def test_bare_yes(bare: str) -> None:
    assert contact(f"announced: {bare}").announced == "yes"
    assert contact(f"counts_as_statutory: {bare}").counts_as_statutory == "yes"


@pytest.mark.parametrize("bare", ["no", "No", "false", "FALSE", "off", '"no"'])
def test_bare_no(bare: str) -> None:
    assert contact(f"announced: {bare}").announced == "no"
    assert contact(f"counts_as_statutory: {bare}").counts_as_statutory == "no"
    looked = of(
        understood(f"{HEAD}contacts: [{{date: 2021, kind: phone, looked_at: {{bedroom: {bare}}}}}]\n"), LookedAt
    )
    assert looked[0].bedroom == "no"


@pytest.mark.parametrize("nothing", ["", "~", "null", "unknown", '"unknown"'])
def test_absent_and_unknown_are_the_same_and_never_no(nothing: str) -> None:
    fields = ("announced", "unknown_adult_signs", "place", "by", "minutes", "until", "time", "unease", "approximate")
    assert contact(", ".join(f"{name}: {nothing}" for name in fields)) == contact("")


def test_what_is_unknown_of_a_child() -> None:
    written = "born: unknown, disability: unknown, language: unknown, due: unknown, attends: unknown, plan: unknown"
    file = understood(f"{HEAD.replace('name: Ann', f'name: Ann, {written}')}contacts: []\n")
    assert of(file, Child) == [Child(id="ann", name="Ann")]


def test_words_in_quotation_marks_stay_words() -> None:
    assert contact('unease: "null"').unease == "null"
    assert contact("unease: no").unease == "no"


def test_who_left_on_an_unknown_day() -> None:
    data = small(people=[{"id": "kim", "name": "Kim", "household": [{"from": "unknown", "to": "unknown"}, {}]}])
    data["contacts"] = []
    first, second = of(understood(data), Stay)
    assert (first.since, first.until, first.until_unknown) == (None, None, True)
    assert second.until_unknown is False


def test_an_account_without_about_means_the_marks_of_its_contact() -> None:
    mark = {"child": "ann", "region": "ear", "kind": "bruise"}
    accounts = [{"by": "kim"}, {"by": "kim", "about": []}, {"by": "kim", "about": ["m1"]}]
    file = understood(with_contact(accounts=accounts, marks=[{"id": "p", **mark}, mark]))
    made = {one.id: one.about for one in of(file, Account) if one.contact == "c2"}
    assert made == {
        "c2.accounts[1]": ("p", "c2.marks[2]"),
        "c2.accounts[2]": (),
        "c2.accounts[3]": ("m1",),
    }


def test_ids_that_a_file_leaves_out_say_where_a_thing_stands_and_never_meet_others() -> None:
    mark = {"child": "ann", "region": "ear", "kind": "bruise"}
    data = with_contact(marks=[mark, {"id": "c2.marks[1]", **mark}])
    del data["contacts"][0]["id"]
    file = understood(data)
    assert [one.id for one in of(file, Contact)] == ["contacts[1]", "c2"]
    assert {one.id for one in of(file, Mark)} == {"m1", "c2.marks[1]'", "c2.marks[1]"}


def test_a_month_or_a_year_is_approximate() -> None:
    assert contact("approximate: false").approximate is False
    file = understood(
        f"{HEAD}contacts: [{{date: 2021-02, kind: phone}}, {{date: 2021-02-03, until: 2022, kind: phone}}]"
    )
    assert [one.approximate for one in of(file, Contact)] == [True, True]


@pytest.mark.parametrize(
    ("fields", "how", "reason"),
    [
        ({"answer": "Yes."}, "answered", ""),
        ({"answer": "Yes.", "defer_to": "2021-05-01"}, "answered", ""),
        ({"defer_to": "2021-05-01"}, "deferred", ""),
        ({"not_asked": "No time."}, "could_not_ask", "No time."),
        ({"not_asked": "not_safe_to_ask"}, "not_safe_to_ask", ""),
        ({"not_asked": "does_not_fit: she is two"}, "does_not_fit", "she is two"),
        ({}, "offered", ""),
    ],
)
def test_how_a_question_ended(fields: dict[str, str], how: str, reason: str) -> None:
    answer = of(understood(with_contact(asked=[{"question": "Q16", **fields}])), Answer)[0]
    assert (answer.how, answer.reason, answer.contact) == (how, reason, "c2")


def test_a_note_is_words_or_words_with_handling() -> None:
    plain = of(understood(with_contact(note="One.\n\n\nTwo.\n")), Note)[0]
    assert [one.text for one in plain.paragraphs] == ["One.", "Two."]
    handled = of(understood(with_contact(note={"text": "One.", "handling": ["legal_advice"]})), Note)[0]
    assert handled.handling == ("legal_advice",)


def test_a_view_comes_after_everything_else_of_its_contact() -> None:
    data = with_contact(view={"holds": "neglect"}, note="x", told=[{"who": "gp"}])
    assert isinstance(understood(data).kept[-1].item, View)


def test_a_reference_may_stand_before_what_it_names() -> None:
    mark = {"id": "later", "child": "ann", "region": "ear", "kind": "bruise"}
    data = with_contact(marks=[mark])
    data["contacts"][0]["accounts"][0]["about"] = ["later"]
    assert kept(understood(data), "a1").item.about == ("later",)  # type: ignore[union-attr]


def test_somebody_without_a_name_and_an_observation_by_a_child() -> None:
    data = with_contact(observations=[{"text": "x", "source": "told", "by": "child:joe"}])
    data["professionals"].append({"id": "anon", "role": "Caller", "sector": "other"})
    assert kept(understood(data), "anon").item == Professional(id="anon", role="Caller", sector="other")


def test_json_with_nulls_and_a_file_with_a_byte_order_mark() -> None:
    data = with_contact(unease=None, note="Café — “so” 😀", looked_at=None, marks=None)
    plain = understood(data)
    assert of(plain, LookedAt) == []
    written = json.dumps(data, ensure_ascii=False, indent=2)
    for raw in (
        json.dumps(data).encode(),
        b"\xef\xbb\xbf" + written.encode(),
        written.encode("utf-16"),
        written.replace("\n", "\r\n").encode(),
    ):
        assert read(raw, "small.yaml").kept == plain.kept


@pytest.mark.parametrize("name", ["brindle", "quill", "tallis"])
def test_the_demo_families(name: str) -> None:
    file = read((DEMO / f"{name}.yaml").read_bytes(), name)
    assert of(file, ChildSeen)
    assert of(file, Person)
    assert all(line > 0 for line in file.lines.values())
