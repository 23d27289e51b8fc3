"""What tests of screens share: the theme on the one application, the sentences, an invented phone card."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.office.casework import Casework
from tests.office.made import Office
from tests.ui.desk import Desk, filled_office
from visitapp.domain.organisation import Number, PhoneCard
from visitapp.ui.kit.page import Page
from visitapp.ui.theme.theme import Theme
from visitapp.words import Words, load


@pytest.fixture(scope="session")
def one_theme(qapp: QApplication) -> Theme:
    """The theme object of the one application."""
    return Theme(qapp, "light", 100)


@pytest.fixture
def theme(one_theme: Theme) -> Iterator[Theme]:
    """The theme, put back to light and 100 % afterwards."""
    yield one_theme
    if one_theme.name != "light":
        one_theme.set_theme("light")
    if one_theme.percent != 100:
        one_theme.set_percent(100)


@pytest.fixture(scope="session")
def say() -> Words:
    """The sentences."""
    return load()


@pytest.fixture(scope="session")
def numbers() -> PhoneCard:
    """An invented phone card, with numbers that are kept free for fiction."""
    return PhoneCard(
        id="card",
        numbers=(
            Number(what="Sam Lee, team lead", number="0117 496 0123"),
            Number(what="Children's doctor on call", number="0117 496 0199"),
            Number(what="Emergency", number="999"),
        ),
        checked_on=date(2021, 4, 1),
    )


@pytest.fixture(scope="session")
def unnamed() -> Callable[[QWidget], list[str]]:
    """The controls below a widget that one can reach by Tab or click and that have no name for those who listen."""

    def look(top: QWidget) -> list[str]:
        found = []
        for widget in [top, *top.findChildren(QWidget)]:
            if widget.focusPolicy() == Qt.FocusPolicy.NoFocus or not widget.isVisibleTo(top):
                continue
            told = QAccessible.queryAccessibleInterface(widget)
            if told is None or not told.text(QAccessible.Text.Name).strip():
                found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
        return found

    return look


@pytest.fixture(scope="session")
def sideways() -> Callable[[Page], list[str]]:
    """What stands out over the right edge of a shown page: nothing may, at any text size."""

    def look(page: Page) -> list[str]:
        width = page.pane.viewport().width()
        inside = page.pane.widget()
        out = [] if inside.width() <= width else [f"page: {inside.width()} in {width}"]
        for widget in inside.findChildren(QWidget):
            right = widget.mapTo(inside, QPoint(widget.width(), 0)).x()
            if widget.isVisible() and not isinstance(widget.parent(), QAbstractScrollArea) and right > width:
                out.append(f"{type(widget).__name__}: {right} in {width}")
        return out

    return look


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Office, Casework]]:
    """The filled office, once for the tests of a file."""
    with filled_office(tmp_path_factory.mktemp("office")) as found:
        yield found


@pytest.fixture
def desk(filled: tuple[Office, Casework], say: Words, theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    """A desk in it, for each test."""
    made = Desk(*filled, say, qtbot)
    yield made
    made.close()
