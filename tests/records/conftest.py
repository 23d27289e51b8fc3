"""The organisation that the tests of records use."""

import pytest

from tests.records.cast import Cast


@pytest.fixture(scope="session")
def cast() -> Cast:
    """An organisation with a lead, a worker, a server and a case stream."""
    return Cast()
