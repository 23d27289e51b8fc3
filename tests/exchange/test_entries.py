"""Import: every id fresh, every reference mapped, the file's own days kept, one record's worth at a time."""

from collections.abc import Callable
from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec import to_builtins
from msgspec.structs import replace

from tests.exchange.histories import histories
from tests.exchange.small import small, understood, with_contact
from visitapp.domain.case import Kept
from visitapp.domain.contact import Contact
from visitapp.domain.family import Child
from visitapp.domain.items import Entry
from visitapp.domain.judgement import Answer, View
from visitapp.errors import FileRefused
from visitapp.exchange.casefile import CaseFile, read
from visitapp.exchange.entries import entries
from visitapp.exchange.knowing import ALWAYS
from visitapp.exchange.write import write
from visitapp.records.content import decode_entry, encode_entry
from visitapp.words import load

AT = "2026-11-23T10:00:00+00:00"
MEMBER = "0a" * 16
RECORD = 256 * 1024


def fresh() -> Callable[[], str]:
    numbers = count(1)
    return lambda: f"{next(numbers):032x}"


def made(data: dict[str, Any] | CaseFile) -> tuple[Entry, ...]:
    file = data if isinstance(data, CaseFile) else understood(data)
    return entries(file, MEMBER, fresh(), AT)


def items(entries_: tuple[Entry, ...], kind: type) -> list[Any]:
    return [line.item for entry in entries_ for line in entry.lines if type(line.item) is kind]


def test_one_entry_opens_the_case_and_one_imports_each_contact() -> None:
    opening, *imported = made(small())
    assert (opening.kind, opening.contact, opening.by, opening.at) == ("opening", "", MEMBER, AT)
    assert [type(line.item).__name__ for line in opening.lines] == [
        "CaseHeader", "Address", "Child", "Child", "Person", "Person", "Professional", "Professional",
    ]  # fmt: skip
    assert [entry.kind for entry in imported] == ["imported", "imported"]
    assert [entry.contact for entry in imported] == [contact.id for contact in items(tuple(imported), Contact)]
    assert [type(line.item).__name__ for line in imported[0].lines] == ["Contact", "Mark", "Account", "Worry", "Action"]


def test_the_files_own_days_stay() -> None:
    data = with_contact(recorded_on="never", view={"holds": "x"})
    data["known_later"] = [{"text": "So it was."}]
    opening, first, second = made(data)
    assert {line.known_on for line in first.lines} == {date(2021, 1, 4)}
    assert {(line.known_on, line.never) for line in second.lines} == {(None, True)}
    assert opening.lines[-1].never
    assert not opening.lines[0].never


def test_what_a_file_without_contacts_does_not_date_is_known_on_the_day_of_the_import() -> None:
    (opening,) = made(small(contacts=[]))
    assert {(line.known_on, line.never) for line in opening.lines} == {(None, False)}


def test_every_reference_is_mapped_and_words_stay_words() -> None:
    data = with_contact(
        accounts=[{"by": "child:joe", "to": "sw", "about": ["m1"], "same_as": "a1", "handling": ["keep_from:ray"]}],
        worries=[{"by": "the postman", "about": "ann"}, {"by": "kim"}],
        address="flat",
        view={"holds": "x", "by": "child:joe"},
        told=[{"who": "gp", "about": ["m1", "ann"]}],
        decision={"what": "x", "by": "sw", "dissent": [{"by": "gp", "text": "kim"}]},
        children_seen=[{"child": "ann", "said_to_be": {"place": "kim", "by": "kim"}}],
        note="kim",
    )
    data["children"][0]["lived_at"] = [{"place": "flat", "with": ["kim"]}]
    entries_ = made(data)
    new = {line.item.id for entry in entries_ for line in entry.lines}
    assert all(len(id_) == 32 for id_ in new)
    text = repr(to_builtins(entries_))
    for old in (
        "'ann'",
        "'joe'",
        "child:joe",
        "'sw'",
        "'gp'",
        "'m1'",
        "'a1'",
        "'flat'",
        "keep_from:ray",
        "'c1'",
        "'c2'",
    ):
        assert old not in text
    # Words that only look like an id stay: what a child's place is called, what somebody said, a note.
    assert text.count("'kim'") == 3
    assert "'the postman'" in text
    joe = next(child.id for child in items(entries_, Child) if child.name == "Joe Vale")
    assert items(entries_, View)[0].by == f"child:{joe}"


def test_answers_that_came_from_elsewhere_are_mapped_too() -> None:
    file = understood(with_contact(asked=[{"question": "Q16", "answer": "x"}]))
    kept = tuple(
        replace(one, item=replace(one.item, about=("m1",), children=("ann",))) if isinstance(one.item, Answer) else one
        for one in file.kept
    )
    (answer,) = items(made(CaseFile(file.name, kept, file.lines)), Answer)
    assert all(len(id_) == 32 for id_ in (*answer.about, *answer.children, answer.contact))


def with_old_names(value: Any, old: dict[str, str]) -> Any:
    """Plain data with the fresh ids taken back."""
    if isinstance(value, dict):
        return {name: with_old_names(one, old) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [with_old_names(one, old) for one in value]
    if isinstance(value, str):
        start = next((start for start in ("child:", "keep_from:") if value.startswith(start)), "")
        rest = value.removeprefix(start)
        return start + old.get(rest, rest)
    return value


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(histories())
def test_any_history_becomes_records_that_say_the_same(kept: list[Kept]) -> None:
    file = read(write(kept).encode(), "x.yaml")
    entries_ = made(file)
    assert all(decode_entry(encode_entry(entry)) == entry for entry in entries_)
    lines = [line for entry in entries_ for line in entry.lines]
    expected = sorted(file.kept, key=lambda one: (one.entry == "imported", one.place))
    old = {line.item.id: one.item.id for line, one in zip(lines, expected, strict=True)}
    assert len(old) == len(lines)
    for line, one in zip(lines, expected, strict=True):
        assert with_old_names(to_builtins(line.item), old) == with_old_names(to_builtins(one.item), {})
        assert (None if line.never else line.known_on or ALWAYS) == one.known_on


def test_a_long_contact_is_spread_over_several_records() -> None:
    told = [{"who": "gp", "said": "x" * 30_000} for _ in range(20)]
    entries_ = made(with_contact(told=told))
    assert [entry.kind for entry in entries_] == ["opening", "imported", *["imported"] * 4]
    assert len({entry.contact for entry in entries_[2:]}) == 1
    assert all(len(encode_entry(entry)) < RECORD for entry in entries_)


def test_a_text_that_no_record_can_hold_is_said_with_its_line() -> None:
    with pytest.raises(FileRefused) as caught:
        made(with_contact(note="x" * 300_000))
    assert caught.value.named["line"] == 1
    assert "300" in load()(caught.value.message, **caught.value.named)
