"""The frozen drawings, ids in order, and a body map on the screen."""

from datetime import date
from itertools import count

import pytest
from pytestqt.qtbot import QtBot

from visitapp.domain.marks import Account, Mark
from visitapp.ui.bodymap.compose import BodyMap, body_map
from visitapp.ui.bodymap.drawing import Drawings, load
from visitapp.ui.bodymap.sheet import Earlier, SaidEarlier, Sheet, Speaker
from visitapp.ui.theme.theme import Theme
from visitapp.words import Words

TODAY = date(2021, 4, 9)
SAID = Account(id="said", contact="c0", by="kim", about=("old",), cause="fell", text="Off the trampoline")


@pytest.fixture(scope="session")
def drawings() -> Drawings:
    return load("v1")


@pytest.fixture
def sheet() -> Sheet:
    earlier = Mark(id="old", contact="c0", child="ann", region="shin", side="left", kind="bruise")
    return Sheet(
        contact="c1",
        child="ann",
        name="Ann",
        earlier=(Earlier(earlier, "12 March 2021"),),
        said_earlier=(SaidEarlier(SAID, "Kim Hart", "12 March 2021"),),
        people=(Speaker("kim", "Kim Hart"), Speaker("child:ann", "Ann")),
        listeners=(Speaker("worker", "Me"), Speaker("nurse", "School nurse")),
    )


@pytest.fixture
def opened(qtbot: QtBot, theme: Theme, say: Words, drawings: Drawings, sheet: Sheet) -> BodyMap:
    ids = count(1)
    made = body_map(say, lambda: f"id{next(ids)}", lambda: TODAY, drawings)
    qtbot.addWidget(made.page)
    made.page.resize(1134, 700)
    made.presenter.begin(sheet)
    with qtbot.waitActive(made.page):
        made.page.show()
        made.page.activateWindow()
    return made
