"""One desk for the tests of training."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.office.casework import Casework
from tests.office.made import Office
from tests.ui.desk import Desk, filled_office
from visitapp.ui.theme.theme import Theme
from visitapp.words import Words


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, Casework]]:
    with filled_office(tmp_path_factory.mktemp("office")) as made:
        yield made


@pytest.fixture
def desk(filled: tuple[Office, Casework], say: Words, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(*filled, say, qtbot)
    yield made
    made.close()
