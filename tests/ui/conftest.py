"""What tests of screens share: the theme on the one application, the sentences, an invented phone card."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from visitapp.domain.organisation import Number, PhoneCard
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
    one_theme.set_theme("light")
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
