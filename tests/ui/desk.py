"""A desk to try pages at: the filled office, the real worker thread, pages shown and active in a window."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.office.casework import Casework, casework
from tests.office.made import Office, office
from visitapp.actions.session import Session
from visitapp.ui.background import Background
from visitapp.ui.kit.page import Page
from visitapp.words import Words

P = TypeVar("P", bound=Page)


class Desk:
    """`worker`, `lead`: their sessions. `run`: the worker thread's. A bug on it fails the test at the end."""

    def __init__(self, made: Office, families: Casework, say: Words, qtbot: QtBot) -> None:
        self.office, self.families, self.say, self.qtbot = made, families, say, qtbot
        self.worker: Session = made.worker
        self.lead: Session = made.lead
        self.background = Background()
        self.run = self.background.run
        self.bugs: list[object] = []
        self.background.crashed.connect(self.bugs.append)

    def settle(self) -> None:
        """Wait until nothing is under way behind the screen."""
        self.qtbot.waitUntil(lambda: self.background.waiting == 0)
        for _ in range(3):  # what was put into layouts is shown and placed when Qt's loop comes round
            QApplication.processEvents()

    def show(self, page: P, width: int = 1134, height: int = 700) -> P:
        """Show a page as the shell does, and wait until it has loaded."""
        self.qtbot.addWidget(page)
        page.resize(width, height)
        with self.qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        page.arrived.emit()
        page.take_focus()
        self.settle()
        return page

    def close(self) -> None:
        """End the worker."""
        self.background.close()
        assert self.bugs == []


@contextmanager
def filled_office(folder: Path) -> Iterator[tuple[Office, Casework]]:
    """The office with its families."""
    with office(folder) as made:
        yield made, casework(made)
