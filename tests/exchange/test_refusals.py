"""What cannot be taken in is said exactly: line, field, what stands there and what may. Nothing of it is kept."""

from typing import Any

import pytest

from tests.exchange.small import small, understood, with_contact
from visitapp.errors import FileRefused
from visitapp.exchange.casefile import MOST_BYTES, read
from visitapp.words import Words, load

TOP = "format: visitapp-case/1\nreference: R-1\nchildren: []\n"

BARE = {"format": "visitapp-case/1", "reference": "R", "contacts": [], "children": [{"id": "ann", "name": "A"}]}
EAR = {"child": "ann", "region": "ear", "kind": "bruise"}


@pytest.fixture(scope="module")
def say() -> Words:
    return load()


def refusal(written: str | bytes | dict[str, Any]) -> FileRefused:
    take_in = (lambda: read(written, "small.yaml")) if isinstance(written, bytes) else (lambda: understood(written))
    with pytest.raises(FileRefused) as caught:
        take_in()
    return caught.value


def said(error: FileRefused, say: Words) -> str:
    assert error.named["problems"]
    for problem in error.named["problems"]:
        say(problem)
    return say(error.message, **error.named)


@pytest.mark.parametrize(
    ("written", "reason", "line"),
    [
        (TOP + "contacts: &a []\n", "anchor", 4),
        (TOP + "contacts: *a\n", "alias", 4),
        (TOP + "contacts: !!seq []\n", "tag", 4),
        (TOP + "title: !x y\ncontacts: []\n", "tag", 4),
        ("%TAG ! tag:x,2000:\n---\n" + TOP, "tag", 1),
        (TOP + "contacts: []\n---\nformat: visitapp-case/1\n", "documents", 5),
        (TOP + "contacts: []\nreference: R-2\n", "twice", 5),
        (TOP + "? [a]\n: b\n", "not_a_name", 4),
        (TOP + "title: " + "[" * 13 + "]" * 13, "too_deep", 4),
        (TOP + 'title: "open\n', "not_yaml", 5),
        (TOP + "contacts:\n\t- x\n", "not_yaml", 5),
        ("", "empty", 1),
        ("# nothing\n", "empty", 1),
        ("- format\n", "not_allowed", 1),
        ("just words", "not_allowed", 1),
        (b"format: visitapp-case/1\nreference: \xff\n", "not_text", 2),
        (b"format: visitapp-case/1\nreference: a\x07b\n", "not_text", 2),
        (b"#" * (MOST_BYTES + 1), "too_large", 1),
    ],
)
def test_what_is_not_one_plain_document(written: str | bytes, reason: str, line: int, say: Words) -> None:
    error = refusal(written)
    assert (error.message, error.named["line"]) == (f"exchange.{reason}", line)
    assert "small.yaml" in said(error, say)


def test_twelve_levels_are_not_too_deep() -> None:
    error = refusal(TOP + "title: " + "[" * 11 + "]" * 11)
    assert error.message != "exchange.too_deep"


@pytest.mark.parametrize("first", ["format: visitapp-case/2", "format: [1]", "reference: x"])
def test_another_format_is_said_first(first: str, say: Words) -> None:
    error = refusal(f"{first}\nnonsense: 1\n")
    assert error.named["field"] == "format"
    assert "visitapp-case/1" in said(error, say)
    assert len(error.named["problems"]) == 1


@pytest.mark.parametrize(
    ("fields", "field", "found", "allowed"),
    [
        ({"place": "moon"}, "contacts[2].place", "moon", "doorstep"),
        ({"kind": "unknown"}, "contacts[2].kind", "unknown", "home_visit"),
        ({"date": "2021-02-30"}, "contacts[2].date", "2021-02-30", "2021-04-09"),
        ({"date": "0021-02-03"}, "contacts[2].date", "0021-02-03", "1800"),
        ({"date": "9 Feb 2021"}, "contacts[2].date", "9 Feb 2021", "2021-04"),
        ({"time": "25:00"}, "contacts[2].time", "25:00", "14:05"),
        ({"minutes": "long"}, "contacts[2].minutes", "long", "whole number"),
        ({"minutes": -3}, "contacts[2].minutes", "-3", "whole number"),
        ({"announced": "perhaps"}, "contacts[2].announced", "perhaps", "yes, no, unknown"),
        ({"counts_as_statutory": "perhaps"}, "contacts[2].counts_as_statutory", "perhaps", "true, false"),
        ({"recorded_on": "2021-02"}, "contacts[2].recorded_on", "2021-02", "never"),
        ({"present": "kim"}, "contacts[2].present", "kim", "a list"),
        ({"present": [["kim"]]}, "contacts[2].present[1]", "[1]", "person"),
        ({"present": ["kim", None]}, "contacts[2].present[2]", "null", "person"),
        ({"minutes": [1]}, "contacts[2].minutes", "[1]", "whole number"),
        ({"looked_at": {"bedroom": "maybe"}}, "contacts[2].looked_at.bedroom", "maybe", "refused"),
        ({"looked_at": []}, "contacts[2].looked_at", "[0]", "bedroom"),
        ({"marks": {"id": "m"}}, "contacts[2].marks", "{id}", "a list"),
        ({"place_proposed": "café"}, "contacts[2].place_proposed", "café", "by, text"),
        ({"handling": ["secret"]}, "contacts[2].handling[1]", "secret", "keep_from:PERSON"),
        ({"asked": [{"question": "Q99"}]}, "contacts[2].asked[1].question", "Q99", "Q16"),
        ({"told": [{"who": "gp", "at": "at noon"}]}, "contacts[2].told[1].at", "at noon", "14:05"),
        (
            {"marks": [{**EAR, "size_mm": 4}]},
            "contacts[2].marks[1].size_mm",
            "4",
            "[12, 8]",
        ),
        (
            {"marks": [{**EAR, "hours_to_help": [5, 2]}]},
            "contacts[2].marks[1].hours_to_help",
            "[2]",
            "[2, 6]",
        ),
        (
            {"marks": [{"child": "ann", "region": "arm", "kind": "bruise"}]},
            "contacts[2].marks[1].region",
            "arm",
            "upper_arm",
        ),
    ],
)
def test_what_cannot_stand_there(fields: dict[str, Any], field: str, found: str, allowed: str, say: Words) -> None:
    error = refusal(with_contact(**fields))
    assert error.message == "exchange.not_allowed"
    assert (error.named["field"], error.named["found"]) == (field, found)
    sentence = said(error, say)
    assert field in sentence
    assert found in sentence
    assert allowed in sentence
    assert "line 1" in sentence


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"worries": [{"text": "x"}]}, "contacts[2].worries[1].by"),
        ({"marks": [{"child": "ann", "kind": "bruise"}]}, "contacts[2].marks[1].region"),
        ({"view": {"by": "sw"}}, "contacts[2].view.holds"),
        ({"children_seen": [{"seen": "yes"}]}, "contacts[2].children_seen[1].child"),
    ],
)
def test_what_must_stand_there(fields: dict[str, Any], field: str, say: Words) -> None:
    error = refusal(with_contact(**fields))
    assert (error.message, error.named["field"]) == ("exchange.missing", field)
    assert field in said(error, say)


@pytest.mark.parametrize("missing", ["reference", "children", "contacts"])
def test_the_top_must_be_whole(missing: str, say: Words) -> None:
    data = {**BARE, "reference": "R"}
    del data[missing]
    error = refusal(data)
    assert (error.message, error.named["field"]) == ("exchange.missing", missing)
    said(error, say)


@pytest.mark.parametrize(
    ("top", "reason", "field"),
    [
        ({"professionals": [{"id": "sw", "sector": "health"}]}, "missing", "professionals[1].name/role"),
        ({"people": [{"id": "kim", "name": ""}]}, "not_allowed", "people[1].name"),
        ({"people": [{"id": "kim", "name": None}]}, "not_allowed", "people[1].name"),
        (
            {"people": [{"id": "kim", "name": "K", "partner_recorded_on": "2021-01-01"}]},
            "missing",
            "people[1].partner_of",
        ),
        (
            {"children": [{"id": "a", "name": "A", "age": {"on": "2021-01-01"}}]},
            "missing",
            "children[1].age.years/months",
        ),
        ({"children": [{"id": "a", "name": "A", "age": {"years": 2}}]}, "missing", "children[1].age.on"),
        (
            {"children": [{"id": "a", "name": "A", "age": {"years": 2, "months": 1, "on": "2021-01-01"}}]},
            "not_allowed",
            "children[1].age",
        ),
        (
            {
                "children": [
                    {"id": "a", "name": "A", "milestones": [{"date": "2021", "can": "sits", "cannot": "walks"}]}
                ]
            },
            "not_allowed",
            "children[1].milestones[1]",
        ),
        ({"children": [{"id": "a", "name": "A", "nickname": "B"}]}, "unknown_field", "children[1]"),
        ({"people": [{"id": "kim", "name": "A"}, {"id": "kim", "name": "B"}]}, "same_id", "people[2]"),
        ({"people": [{"id": "ann", "name": "A"}]}, "same_id", "people[1]"),
    ],
)
def test_the_family(top: dict[str, Any], reason: str, field: str, say: Words) -> None:
    error = refusal({**BARE, **top})
    assert (error.message, error.named["field"]) == (f"exchange.{reason}", field)
    said(error, say)


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"present": ["tom"]}, "tom"),
        ({"present": ["ann"]}, "ann"),
        ({"by": "kim"}, "kim"),
        ({"with": ["kim"]}, "kim"),
        ({"address": "nowhere"}, "nowhere"),
        ({"attended": ["kim"]}, "kim"),
        ({"place_chosen_by": "somebody"}, "somebody"),
        ({"children_seen": [{"child": "kim"}]}, "kim"),
        ({"accounts": [{"by": "somebody"}]}, "somebody"),
        ({"accounts": [{"by": "ann"}]}, "ann"),
        ({"accounts": [{"by": "child:kim"}]}, "child:kim"),
        ({"worries": [{"by": "child:tom"}]}, "child:tom"),
        ({"accounts": [{"by": "kim", "about": ["w1"]}]}, "w1"),
        ({"worries": [{"by": "x", "about": "kim"}]}, "kim"),
        ({"worry_updates": [{"worry": "a1"}]}, "a1"),
        ({"action_updates": [{"action": "x9"}]}, "x9"),
        ({"observations": [{"about": "gp", "text": "x", "source": "seen"}]}, "gp"),
        ({"parents_views": [{"by": "gp", "text": "x"}]}, "gp"),
        ({"told": [{"who": "gp", "about": "kim"}]}, "kim"),
        ({"actions": [{"what": "x", "who": "y", "about": ["kim"]}]}, "kim"),
        ({"view": {"holds": "x", "protective": "gp"}}, "gp"),
        ({"handling": ["keep_from:gp"]}, "keep_from:gp"),
        ({"marks": [{**EAR, "seen_by": "them"}]}, "them"),
        ({"marks": [{**EAR, "same_as": "m9"}]}, "m9"),
        (
            {"marks": [{**EAR, "opinions": [{"by": "kim", "says": "unclear"}]}]},
            "kim",
        ),
    ],
)
def test_a_reference_to_nothing(fields: dict[str, Any], found: str, say: Words) -> None:
    error = refusal(with_contact(**fields))
    assert (error.message, error.named["found"]) == ("exchange.no_such", found)
    assert found in said(error, say)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"marks": [{"id": "p", **EAR, "same_as": "q"}]},
         {"marks": [{"id": "q", **EAR}]}),
        ({}, {"marks": [{"id": "q", "child": "joe", "region": "ear", "kind": "bruise", "same_as": "m1"}]}),
        ({}, {"marks": [{"id": "q", **EAR, "same_as": "q"}]}),
        ({"accounts": [{"id": "p", "by": "kim", "same_as": "q"}]}, {"accounts": [{"id": "q", "by": "kim"}]}),
        ({"action_updates": [{"action": "later"}]}, {"actions": [{"id": "later", "what": "x", "who": "y"}]}),
    ],
)  # fmt: skip
def test_what_looks_back_finds_only_what_is_earlier(first: dict[str, Any], second: dict[str, Any], say: Words) -> None:
    data = small()
    for name, rows in first.items():
        data["contacts"][0].setdefault(name, []).extend(rows)
    data["contacts"][1].update(second)
    error = refusal(data)
    assert error.message == "exchange.not_earlier"
    said(error, say)


def test_marks_that_name_each_other_in_a_circle() -> None:
    marks = [
        {"id": "p", **EAR, "same_as": "q"},
        {"id": "q", **EAR, "same_as": "p"},
    ]
    contacts = [{"id": "late", "date": "2021-05-01", "kind": "phone", "marks": marks[:1]},
                {"id": "early", "date": "2021-04-01", "kind": "phone", "marks": marks[1:]}]  # fmt: skip
    error = refusal(small(contacts=contacts))
    assert error.message == "exchange.not_earlier"


def test_all_problems_are_said_together_by_line_at_most_twenty() -> None:
    contacts = "".join(f"- {{id: c{n}, date: 2021, kind: x{n}}}\n" for n in range(30))
    error = refusal(f"{TOP}contacts:\n{contacts}")
    problems = error.named["problems"]
    assert [problem.args["line"] for problem in problems] == list(range(5, 25))
    assert (error.named["line"], error.named["found"], error.named["file"]) == (5, "x0", "small.yaml")


def test_codes_and_references_are_said_together() -> None:
    error = refusal(with_contact(place="moon", present=["tom"], marks=[{**EAR, "id": "p", "side": "top"}], view="x"))
    assert {problem.args["found"] for problem in error.named["problems"]} == {"moon", "tom", "top", "x"}
    mended = with_contact(marks=[{"id": "p"}], accounts=[{"by": "kim", "about": ["p"]}])
    assert {problem.id for problem in refusal(mended).named["problems"]} == {"exchange.missing"}


def test_no_word_of_the_file_is_in_the_exception_itself() -> None:
    error = refusal(with_contact(place="secret place"))
    assert "secret" not in f"{error}{error.args}"
    assert error.__cause__ is None
    broken = refusal(TOP + 'title: "secret\n')
    assert "secret" not in f"{broken}{broken.args}"
    assert broken.__suppress_context__
