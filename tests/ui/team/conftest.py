"""The desk of a lead, for the team picture."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desk import Desk, filled_office
from visitapp.ui.theme.theme import Theme
from visitapp.words import Words


@pytest.fixture
def desk(tmp_path: Path, say: Words, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    with filled_office(tmp_path) as (made, families):
        made.sync(made.worker)
        made.sync(made.lead)
        one = Desk(made, families, say, qtbot)
        yield one
        one.close()
