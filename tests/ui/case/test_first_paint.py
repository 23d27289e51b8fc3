"""What comes onto a page of a case is painted where it stays: never squeezed into the room of what stood there."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from tests.ui.desk import Desk
from visitapp.ui.case.overview.page import OverviewPage
from visitapp.ui.case.wiring import overview_page, said_page, visit_page
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.page import Page
from visitapp.ui.shell.window import Shell

MAKE: dict[str, Callable[[Desk], Page]] = {
    "overview": lambda desk: overview_page(desk.say, desk.run, desk.worker, desk.families.brindle),
    "said": lambda desk: said_page(desk.say, desk.run, desk.worker, desk.families.brindle),
    "visit": lambda desk: visit_page(desk.say, desk.run, desk.worker, desk.families.brindle, desk.families.visit),
}


class Frames(QObject):
    """Where every part of a page stands whenever it is painted, by the part."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._inside = page.pane.widget()
        self.seen: list[dict[QWidget, QRect]] = []
        self._inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._inside and event.type() == QEvent.Type.Paint:
            self.seen.append(self.now())
        return False

    def now(self) -> dict[QWidget, QRect]:
        parts = [part for part in self._inside.findChildren(QWidget) if part.isVisible()]
        return {part: QRect(part.mapTo(self._inside, QPoint()), part.size()) for part in parts}


@pytest.mark.parametrize("name", MAKE)
def test_every_part_is_painted_where_it_stays(desk: Desk, name: str):
    shell = Shell(desk.say, today=lambda: date(2026, 6, 1))
    desk.qtbot.addWidget(shell)
    shell.show_place("cases", LivePage("Families"))
    with desk.qtbot.waitExposed(shell):
        shell.show()
    desk.settle()
    page = MAKE[name](desk)
    frames = Frames(page)
    shell.open_page(page)
    desk.qtbot.waitUntil(lambda: len(frames.now()) > 40)
    if isinstance(page, OverviewPage):
        desk.qtbot.waitUntil(page.timeline.isVisible)
    desk.settle()
    desk.qtbot.waitUntil(lambda: bool(frames.seen) and frames.seen[-1].keys() == frames.now().keys())
    page.pane.widget().repaint()
    last = frames.seen[-1]
    loaded = [frame for frame in frames.seen if frame.keys() == last.keys()]
    assert len(loaded) > 1  # the first time, and the last
    for frame in loaded:
        assert {type(part).__name__ for part in last if frame[part] != last[part]} == set()
