"""A server over HTTP for each test that asks for one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.server.office import Office


@pytest.fixture
def make_office(tmp_path: Path) -> Iterator[Callable[..., Office]]:
    """Makes offices with settings of the test's own, not yet open; closes them after the test."""
    made: list[Office] = []

    def make(**settings: object) -> Office:
        made.append(Office(tmp_path, **settings))
        return made[-1]

    yield make
    for office in made:
        office.close()


@pytest.fixture
def office(make_office: Callable[..., Office]) -> Office:
    """An office that is open, founded and staffed."""
    return make_office().open()
