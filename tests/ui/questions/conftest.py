"""A desk for the pages of the list of questions: real sessions, work done at once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office.casework import casework
from tests.office.made import Office, office


@pytest.fixture
def the_office(tmp_path: Path) -> Iterator[Office]:
    with office(tmp_path) as made:
        casework(made)
        yield made
