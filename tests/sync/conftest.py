"""A real office for the tests of a laptop's side of a cycle."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office.made import Office, office


@pytest.fixture
def the_office(tmp_path: Path) -> Iterator[Office]:
    """A server, a lead and a worker who have joined, all real."""
    with office(tmp_path) as made:
        yield made
