"""One office for all scenes: a worker's and a lead's window over real vaults, opened once."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.office.made import Office, office
from tests.ui.visit.asked.hands import Desk, Hands
from visitapp.ui.theme.theme import Theme
from visitapp.ui.visit import flow, keeper


@pytest.fixture(scope="module")
def the_office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office(tmp_path_factory.mktemp("office")) as made:
        yield made


@pytest.fixture(scope="module")
def desks(one_theme: Theme, the_office: Office) -> Iterator[tuple[Desk, Desk]]:
    """The worker's and the lead's."""
    made = (Desk(the_office.worker), Desk(the_office.lead))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(keeper, "ASK_AFTER_MS", 0)  # asked at once, not after a pause in typing
        patched.setattr(flow, "BUILD_EVERY_MS", 600_000)  # no page is made before somebody goes to it
        yield made
    for desk in made:
        desk.close()


@pytest.fixture
def hands(qtbot: QtBot, the_office: Office, desks: tuple[Desk, Desk]) -> Iterator[Hands]:
    made = Hands(qtbot, the_office, *desks)
    yield made
    made.leave()
