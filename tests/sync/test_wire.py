"""Both halves of the wire name the same things in the same types: the server's bodies and the client's structs."""

from collections.abc import Callable

import msgspec
import pytest
from msgspec import Struct

from visitapp.server import bodies
from visitapp.sync import wire

SHARED = [
    name
    for name, kind in vars(bodies).items()
    if isinstance(kind, type) and issubclass(kind, Struct) and hasattr(wire, name)
]


def shape(kind: type[Struct]) -> dict[str, Callable[[], object]]:
    """Field to its kind, without limits: what the client is strict about it may be stricter about."""
    return {field.name: type(field.type).__name__ for field in msgspec.inspect.type_info(kind).fields}


def test_what_is_shared() -> None:
    taken_only = {"SetUp", "SessionRequest", "NewPage", "NewInvite", "InviteBlob", "Body", "Answer"}
    ours = {name for name, kind in vars(bodies).items() if isinstance(kind, type) and issubclass(kind, Struct)}
    assert ours - taken_only - {"Struct"} == set(SHARED) - {"Struct"}


@pytest.mark.parametrize("name", [name for name in SHARED if name != "Struct"])
def test_both_halves_are_alike(name: str) -> None:
    theirs, ours = getattr(bodies, name), getattr(wire, name)
    assert shape(theirs) == shape(ours)
    required = [
        {field.name for field in msgspec.inspect.type_info(kind).fields if field.required} for kind in (theirs, ours)
    ]
    assert required[0] <= required[1] | {"beside"}


def test_limits_are_alike() -> None:
    assert wire.PAGE_ENTRIES == 500
    assert wire.PAGE_BYTES < 4 * 1024 * 1024
