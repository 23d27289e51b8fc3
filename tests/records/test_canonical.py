"""One value, one form: what is decoded encodes again to the same bytes, and every other form is refused."""

import struct
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.vectors.reading import by_name, cases
from visitapp.errors import NotAuthentic
from visitapp.records.canonical import decode, encode, octets

leaves = (
    st.none() | st.booleans() | st.integers(-(1 << 63), (1 << 63) - 1) | st.binary(max_size=40) | st.text(max_size=20)
)
values = st.recursive(
    leaves,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text(max_size=5), inner, max_size=4)
        | st.dictionaries(st.integers(0, (1 << 63) - 1), inner, max_size=4)
    ),
    max_leaves=20,
)


@pytest.mark.parametrize("case", cases("canonical.json"), ids=by_name)
def test_vectors(case: dict[str, Any]) -> None:
    raw = bytes.fromhex(case["hex"])
    if case["outcome"] == "good":
        assert encode(decode(raw)) == raw
        return
    with pytest.raises(NotAuthentic) as refused:
        decode(raw)
    assert str(refused.value) == case["outcome"]


def same(one: Any, other: Any) -> bool:
    """Equal with types: True is not 1."""
    if type(one) is not type(other):
        return False
    if isinstance(one, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    return bool(one == other)


@given(values)
def test_what_is_encoded_is_decoded(value: Any) -> None:
    assert same(decode(encode(value)), value)


@given(st.binary(max_size=60))
def test_bytes_from_anywhere_are_refused_or_the_one_form(raw: bytes) -> None:
    try:
        value = decode(raw)
    except NotAuthentic:
        return
    assert encode(value) == raw


@given(values, st.binary(min_size=1, max_size=5))
def test_trailing_bytes_are_refused(value: Any, more: bytes) -> None:
    with pytest.raises(NotAuthentic):
        decode(encode(value) + more)


@given(values.filter(lambda value: len(encode(value)) > 1), st.data())
def test_cut_bytes_are_refused(value: Any, data: st.DataObject) -> None:
    raw = encode(value)
    with pytest.raises(NotAuthentic):
        decode(raw[: data.draw(st.integers(0, len(raw) - 1))])


def head(major: int, number: int, width: int) -> bytes:
    """A head of CBOR with its number in 1, 2, 4 or 8 bytes."""
    return bytes((major << 5 | 24 + (1, 2, 4, 8).index(width),)) + number.to_bytes(width, "big")


@given(st.integers(0, (1 << 32) - 1), st.sampled_from([0, 1]), st.sampled_from([1, 2, 4, 8]))
def test_a_number_has_one_length(number: int, major: int, width: int) -> None:
    shortest = encode(number if major == 0 else -1 - number)
    if number < 1 << 8 * width and (raw := head(major, number, width)) != shortest:
        with pytest.raises(NotAuthentic):
            decode(raw)


@given(st.binary(max_size=300), st.sampled_from([1, 2, 4, 8]))
def test_a_string_has_one_length(string: bytes, width: int) -> None:
    if len(string) < 1 << 8 * width and (raw := head(2, len(string), width) + string) != encode(string):
        with pytest.raises(NotAuthentic):
            decode(raw)


@pytest.mark.parametrize("size", [0, 1, 23, 24, 255, 256, 65_535, 65_536, 300_000])
def test_bytes_alone_are_as_the_library_has_them(size: int) -> None:
    assert octets(bytes(size)) == encode(bytes(size))


@given(st.lists(st.text(max_size=4), min_size=2, max_size=5, unique=True).flatmap(st.permutations))
def test_keys_have_one_order(keys: list[str]) -> None:
    raw = bytes((0xA0 | len(keys),)) + b"".join(encode(key) + b"\x00" for key in keys)
    ordered = sorted(keys, key=lambda key: encode(key))
    if keys == ordered:
        assert list(decode(raw)) == keys
    else:
        with pytest.raises(NotAuthentic):
            decode(raw)


@given(values, st.integers(0, 70_000))
def test_every_tag_is_refused(value: Any, tag: int) -> None:
    width = 1 if tag < 256 else 2 if tag < 65_536 else 4
    tagged = bytes((0xC0 | tag,)) if tag < 24 else head(6, tag, width)
    with pytest.raises(NotAuthentic):
        decode(tagged + encode(value))


@given(st.floats())
def test_every_fraction_is_refused(number: float) -> None:
    for form in (">d", ">f", ">e"):
        try:
            packed = struct.pack(form, number)
        except OverflowError:
            continue
        with pytest.raises(NotAuthentic):
            decode(bytes((0xF8 + (2, 4, 8).index(len(packed)) + 1,)) + packed)
    with pytest.raises(ValueError, match="canonical"):
        encode(number)


@pytest.mark.parametrize("value", [{1: 0, "a": 0}, {-1: 0}, {b"k": 0}, {True: 0}, (1,), 1 << 63, {0.5: 1}, {None: 1}])
def test_what_has_no_form_is_not_encoded(value: Any) -> None:
    with pytest.raises(ValueError, match="canonical"):
        encode(value)


def test_a_huge_announced_length_costs_nothing() -> None:
    for major in (2, 3, 4, 5):
        with pytest.raises(NotAuthentic):
            decode(head(major, (1 << 62), 8))


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(NotAuthentic):
        decode(b"\x81" * 100_000 + b"\x00")
