"""Entries as bytes: every item goes and comes, what is newer is kept apart from what is broken, nothing leaks."""

import types
import typing
from datetime import date
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vectors.reading import by_name, cases
from visitapp.domain.contact import Measure
from visitapp.domain.days import Day
from visitapp.domain.item import Item
from visitapp.domain.items import AnyItem, Entry, Line
from visitapp.domain.judgement import QuestionBack
from visitapp.domain.marks import Mark
from visitapp.errors import NotAuthentic, NotUnderstood, RecordError
from visitapp.records.content import decode_entry, encode_entry

ITEMS: tuple[type[Item], ...] = typing.get_args(AnyItem)


@pytest.mark.parametrize("case", cases("content.json"), ids=by_name)
def test_vectors(case: dict[str, Any]) -> None:
    raw = bytes.fromhex(case["hex"])
    if case["outcome"] == "good":
        assert encode_entry(decode_entry(raw)) == raw
        return
    with pytest.raises(RecordError) as refused:
        decode_entry(raw)
    assert str(refused.value) == case["outcome"]
    assert quiet(refused.value)


def values(kind: Any) -> st.SearchStrategy[Any]:
    """Any value of a type that a field of an item may have."""
    simple: dict[Any, st.SearchStrategy[Any]] = {
        str: st.text(max_size=12),
        int: st.integers(-(1 << 63), (1 << 64) - 1),
        float: st.floats(allow_nan=False, allow_infinity=False) | st.integers(-1000, 1000),
        date: st.dates(),
        Day: st.dates().map(Day.of) | st.integers(1, 9999).map(Day),
    }
    if kind in simple:
        return simple[kind]
    origin, args = typing.get_origin(kind), typing.get_args(kind)
    if origin is typing.Annotated:
        meta = args[1]
        if meta.pattern is None:  # only a greatest length, which what is drawn here never has
            assert meta.max_length is not None
            return values(args[0])
        return st.from_regex(meta.pattern)
    if origin is typing.Literal:
        return st.sampled_from(args)
    if origin in (typing.Union, types.UnionType):
        return st.one_of(*(values(one) for one in args))
    if origin is tuple and args[-1] is ...:
        return st.lists(values(args[0]), max_size=3).map(tuple)
    if origin is tuple:
        return st.tuples(*(values(one) for one in args))
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return structs(kind)
    return st.from_type(kind)


def structs(kind: type[msgspec.Struct]) -> st.SearchStrategy[Any]:
    """Any value of a struct, each field from its type."""
    hints = typing.get_type_hints(kind, include_extras=True)
    return st.builds(kind, **{name: values(hints[name]) for name in kind.__struct_fields__})


entries = st.deferred(lambda: structs(Entry))


@pytest.mark.parametrize("kind", ITEMS, ids=lambda kind: kind.__name__)
def test_every_item_goes_and_comes(kind: type[Item]) -> None:
    # Whether drawing is too slow, others on the machine decide.
    @settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
    @given(structs(kind), st.booleans())
    def check(item: Any, never: bool) -> None:
        entry = Entry(kind="visit", at="2024-03-12T16:40:00+00:00", by="m", lines=(Line(item, never=never),))
        raw = encode_entry(entry)
        again = decode_entry(raw)
        assert again == entry
        assert encode_entry(again) == raw

    check()


@given(st.binary(max_size=200).map(lambda raw: b"\x01" + raw))
def test_bytes_from_anywhere_are_refused_or_the_one_form(raw: bytes) -> None:
    try:
        entry = decode_entry(raw)
    except RecordError:
        return
    assert encode_entry(entry) == raw


ENTRY = Entry(
    kind="review",
    at="2024-03-12T16:40:00+00:00",
    by="m",
    lines=(Line(QuestionBack(id="q", text="Marker Ann Teal 7731", contact="c")),),
)


@given(st.data())
def test_damaged_words_never_come_out_as_an_error(data: st.DataObject) -> None:
    """Whatever is wrong with an entry, its error names no word of it."""
    raw = bytearray(encode_entry(ENTRY))
    raw[data.draw(st.integers(1, len(raw) - 1))] = data.draw(st.integers(0, 255))
    error = outcome(bytes(raw))
    assert type(error) in (NotAuthentic, NotUnderstood, type(None))
    assert error is None or quiet(error)


def outcome(raw: bytes) -> RecordError | None:
    """The error that these bytes give, if any."""
    try:
        decode_entry(raw)
    except RecordError as error:
        return error
    return None


def quiet(error: RecordError) -> bool:
    """Whether neither it nor what would be printed with it has a word of the entry."""
    alone = error.__cause__ is None and (error.__context__ is None or error.__suppress_context__)
    return alone and "Marker" not in f"{error!r} {error} {error.named}"


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(RecordError):
        decode_entry(b"\x01" + b"\x91" * 100_000)


@pytest.mark.parametrize(
    "wrong",
    [
        {"text": "\ud800"},
        {"text": 7},
        {"children": (1 << 70,)},
    ],
)
def test_nobody_signs_what_nobody_reads(wrong: dict[str, Any]) -> None:
    item = QuestionBack(**{"id": "q", "text": "", "contact": "c", **wrong})
    with pytest.raises(ValueError, match="not of their types") as refused:
        encode_entry(Entry(kind="review", at="2024-03-12", by="m", lines=(Line(item),)))
    assert not isinstance(refused.value, UnicodeEncodeError)


@pytest.mark.parametrize(
    "other",
    [
        {b"2026-06-01T12:00:00+01:00": b"2026-06-01 at noon, here."},
        {b"2026-06-01T12:00:00+01:00": b"2026-06-31T12:00:00+01:00"},
        {b"legal_advice": b"legal_advise"},
        {b"cheekbone": b"cheekbome"},
    ],
)
def test_what_no_sentence_can_tell_is_of_a_newer_version(other: dict[bytes, bytes]) -> None:
    """Signed by a member, it would stop every page that tells of it: on the worker's laptop and on the lead's."""
    mark = Mark(
        id="m", contact="c", child="k", region="cheekbone", kind="bruise", handling=("legal_advice", "keep_from:p")
    )
    raw = encode_entry(Entry(kind="visit", at="2026-06-01T12:00:00+01:00", by="m", lines=(Line(mark),)))
    ((right, wrong),) = other.items()
    assert decode_entry(raw)
    with pytest.raises(NotUnderstood):
        decode_entry(raw.replace(right, wrong))


@pytest.mark.parametrize("number", [float("nan"), float("inf"), -float("inf")])
def test_a_fraction_is_a_number(number: float) -> None:
    item = Measure(id="w", contact="c", child="k", what="weight_kg", value=number)
    with pytest.raises(ValueError, match="no number"):
        encode_entry(Entry(kind="visit", at="2024-03-12", by="m", lines=(Line(item),)))
