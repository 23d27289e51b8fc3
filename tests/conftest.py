"""What every test may use. The catalogue is compiled first when a sentence changed; `--long` runs the full numbers."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.office.made import Office

ROOT = Path(__file__).parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the full number of rounds")


def pytest_configure(config: pytest.Config) -> None:
    # The same examples at every ordinary run, so that nobody's change fails by chance; --long looks for new ones.
    settings.register_profile("steady", derandomize=True)
    if not config.getoption("--long"):
        settings.load_profile("steady")
    if not hasattr(config, "workerinput"):
        subprocess.run([sys.executable, ROOT / "packaging" / "words.py"], check=True)


@pytest.fixture(scope="session")
def long_run(request: pytest.FixtureRequest) -> bool:
    """Whether the full number of rounds was asked for."""
    return bool(request.config.getoption("--long"))


@pytest.fixture
def the_office(tmp_path: Path) -> "Iterator[Office]":
    """A server, a lead and a worker who have joined, all real."""
    from tests.office.made import office  # with server and client: not for the tests that want neither

    with office(tmp_path) as made:
        yield made
