"""A visit on the screen: real pages, the real worker thread, plain verbs."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.visit.family import FakeSession, Kitchen
from visitapp.domain.organisation import PhoneCard
from visitapp.ui.background import Background
from visitapp.ui.noreply.page import NoReplyPage
from visitapp.ui.quicknote.page import QuickNotePage
from visitapp.ui.theme.theme import Theme
from visitapp.ui.visit.flow import VisitFlow
from visitapp.words import Words

Short = Callable[[type], NoReplyPage | QuickNotePage]


@pytest.fixture
def kitchen() -> Kitchen:
    return Kitchen()


@pytest.fixture
def session() -> FakeSession:
    return FakeSession()


@pytest.fixture
def background(qtbot: QtBot) -> Iterator[Background]:
    """The worker; a bug on it fails the test."""
    made = Background()
    bugs: list[object] = []
    made.crashed.connect(bugs.append)
    yield made
    made.close()
    assert bugs == []


@pytest.fixture
def opened() -> list[VisitFlow]:
    """The pages of visits that this test made."""
    return []


@pytest.fixture
def settled(qtbot: QtBot, background: Background, opened: list[VisitFlow]) -> Callable[[], None]:
    """Wait until nothing is under way behind the screen, and what was opened stands there."""
    return lambda: qtbot.waitUntil(lambda: background.waiting == 0 and not any(flow.opening for flow in opened))


@pytest.fixture
def make_flow(
    qtbot: QtBot, theme: Theme, say: Words, kitchen: Kitchen, session: FakeSession, background: Background,
    numbers: PhoneCard, opened: list[VisitFlow],
) -> Callable[[], VisitFlow]:  # fmt: skip
    """An empty page of a visit, shown and active."""

    def make() -> VisitFlow:
        flow = VisitFlow(say, background.run, kitchen.verbs(), session, numbers)
        qtbot.addWidget(flow)
        opened.append(flow)
        flow.resize(1134, 700)
        with qtbot.waitActive(flow):
            flow.show()
            flow.activateWindow()
        return flow

    return make


@pytest.fixture
def flow(make_flow: Callable[[], VisitFlow], settled: Callable[[], None]) -> VisitFlow:
    """A visit just begun, at Prepare."""
    made = make_flow()
    made.begin("stream")
    settled()
    return made


@pytest.fixture
def make_short(
    qtbot: QtBot, say: Words, background: Background, kitchen: Kitchen, session: FakeSession, numbers: PhoneCard,
    settled: Callable[[], None], theme: Theme,
) -> Short:  # fmt: skip
    """One of the short pages, begun and active."""

    def make(kind: type) -> NoReplyPage | QuickNotePage:
        page = kind(say, background.run, kitchen.verbs(), session, numbers)
        qtbot.addWidget(page)
        page.resize(1134, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.begin("stream")
        settled()
        return page

    return make
