"""The rows of the click: from a family's row to its painted first page, and to its chronology, in a real window.

The worker's thread, the vault and the pages are those of the application; the case was not read before.
"""

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.bench.holding import TICK, Gaps
from tests.bench.longcase import sign_long_case
from tests.bench.rows import ROUNDS, Row
from tests.office.made import office
from visitapp.actions.lockscreen import numbers_on_this_laptop
from visitapp.actions.session import Session
from visitapp.app.heap import leave_out_what_is_loaded
from visitapp.app.places import Pages
from visitapp.settings import Settings
from visitapp.ui.background import Background
from visitapp.ui.case.chronology.page import ChronologyPage
from visitapp.ui.case.overview.page import OverviewPage
from visitapp.ui.shell.window import Shell
from visitapp.ui.theme.theme import Theme

TITLE = "Hazel family"
_WAIT = QEventLoop.ProcessEventsFlag.WaitForMoreEvents


def rows(folder: Path, contacts: int) -> Iterator[Row]:
    """Measure; `folder` is empty."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    Theme(app, "light")
    with office(folder / "office") as made:
        stream = sign_long_case(made.worker, contacts)
        desk = Desk(app, made.worker)
        try:
            for work, click in (("first page", desk.pages.cases.overview), ("chronology", desk.pages.cases.chronology)):
                desk.click(lambda click=click: click(stream))  # once before it counts: modules and fonts
                found = [desk.click(lambda click=click: click(stream)) for _ in range(ROUNDS)]
                named = f"a case of {contacts:,} contacts, {work}"
                yield Row(work=f"click to painted: {named}", product=[taken for taken, _ in found], people=0.2)
                yield Row(work=f"UI held by opening {named}", product=[held for _, held in found], people=0.05)
        finally:
            desk.close()


class Desk:
    """A window with the pages of an open session, as the desktop makes it."""

    def __init__(self, app: QApplication, session: Session) -> None:
        self._app, self._session = app, session
        self._background, self._shell = Background(), Shell(session.say)
        numbers, settings = numbers_on_this_laptop, Settings(theme="light")
        self.pages = Pages(self._shell, self._background, session, session.say, numbers, settings)
        self._shell.show()
        self.pages.show("cases")
        self._settle()
        leave_out_what_is_loaded()  # as the desktop does once its window stands

    def close(self) -> None:
        """End the worker and the window."""
        self._background.close()
        self._shell.close()

    def click(self, clicked: Callable[[], None]) -> tuple[float, float]:
        """Seconds until the page that a click opens is painted with what it shows; the longest the screen stood."""
        self._background.run(self._session.forget, lambda _: None)
        self._settle()
        gaps, timer = Gaps(), QTimer(interval=TICK)
        timer.timeout.connect(gaps.tick)
        timer.start()
        begun = time.perf_counter()
        gaps.begin()
        before = self._shell.page()
        clicked()
        while (page := self._shell.page()) is before:
            self._app.processEvents(_WAIT)
        painted = _Painted(*_shows(page))
        while not painted.at:
            self._app.processEvents(_WAIT)  # asking again and again would keep the worker from its turn
        self._settle()
        timer.stop()
        self._shell.back()
        self._settle()
        return painted.at - begun, gaps.largest

    def _settle(self) -> None:
        for _ in range(20):
            self._app.processEvents()
            while self._background.waiting:
                self._app.processEvents(_WAIT)


def _shows(page: object) -> tuple[QWidget, Callable[[], bool]]:
    """Which part of a page is painted when it holds what was asked for, and whether it holds it."""
    if isinstance(page, OverviewPage):
        return page.title, lambda: page.title.text() == TITLE
    if isinstance(page, ChronologyPage):
        return page.cards.viewport(), lambda: page.cards.model().rowCount() > 0
    raise AssertionError("no such page opened")


class _Painted(QObject):
    def __init__(self, part: QWidget, holds: Callable[[], bool]) -> None:
        super().__init__(part)
        self._holds = holds
        self.at = 0.0
        part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.at and self._holds():
            QTimer.singleShot(0, self._seen)  # with all that is painted in the same pass
        return False

    def _seen(self) -> None:
        self.at = self.at or time.perf_counter()
