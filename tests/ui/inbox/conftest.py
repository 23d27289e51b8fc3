"""A real office for the lead's pages, once for these tests: each signs its own visit into its own family."""

from collections.abc import Iterator

import pytest

from tests.office.made import Office, office


@pytest.fixture(scope="module")
def the_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A server, a lead and a worker who have joined, all real."""
    with office(tmp_path_factory.mktemp("office")) as made:
        yield made
