"""The tokens reach their contrasts; nothing moves when focus comes; Qt's calls keep their count of None."""

import sys

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from visitapp.ui.kit.card import Card
from visitapp.ui.kit.fields import AreaField, LineField
from visitapp.ui.kit.press import Button
from visitapp.ui.theme.fonts import choose
from visitapp.ui.theme.sheet import style_sheet
from visitapp.ui.theme.theme import Theme, percent_of, tokens_of
from visitapp.ui.theme.tokens import PAIRS, THEMES, ratio, scaled


def test_the_ratio_is_that_of_wcag():
    assert ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_has_its_contrast(name: str):
    tokens = THEMES[name]
    short = [
        (one, other, round(ratio(getattr(tokens, one), getattr(tokens, other)), 2))
        for one, other, least in PAIRS
        if ratio(getattr(tokens, one), getattr(tokens, other)) < least
    ]
    assert short == []


def test_text_size_and_theme_change_live(qtbot: QtBot, theme: Theme):
    button = Button("Save")
    qtbot.addWidget(button)
    assert button.sizeHint().height() == 44
    theme.set_percent(200)
    theme.set_theme("contrast")
    assert button.sizeHint().height() == 88
    assert percent_of(button) == 200
    assert tokens_of(button) is THEMES["contrast"]


def test_text_outside_100_to_200_is_refused(theme: Theme):
    with pytest.raises(ValueError, match="percent"):
        theme.set_percent(90)


def test_nothing_below_14_pixels():
    sheet = style_sheet(THEMES["light"], 100)
    sizes = [int(part.split("px")[0]) for part in sheet.split("font-size: ")[1:]]
    assert min(sizes) == 14
    assert scaled(14, 200) == 28


@pytest.mark.parametrize("percent", [100, 200])
def test_focus_moves_nothing(qtbot: QtBot, theme: Theme, percent: int):
    theme.set_percent(percent)
    card, line, area, first, last = Card(), LineField("Name"), AreaField("Note"), Button("First"), Button("Last")
    line.show_error("Say the name.")
    for widget in (first, line, area, last):
        card.add(widget)
    qtbot.addWidget(card)
    card.show()
    card.activateWindow()

    def places() -> list[object]:
        return [
            *(widget.geometry() for widget in (first, line, area, last)),
            line.control.cursorRect().topLeft(),
            area.control.cursorRect().topLeft(),
            area.control.viewport().geometry(),
        ]

    seen = []
    for control in (first, line.control, area.control, last):
        control.setFocus()
        qtbot.waitUntil(control.hasFocus)
        seen.append(places())
    assert seen == [seen[0]] * 4


def test_fonts_are_chosen_in_order():
    assert choose(["Noto Sans", "Inter"], "Other") == "Inter"
    assert choose(["Abc", "Other"], "Other") == "Other"
    assert choose(["Abc"], "Other") == "Abc"
    assert choose([], "Other") is None


def test_qt_loses_no_reference_to_none(qapp):
    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for number in range(200):
        thing.setObjectName(str(number))
    assert abs(sys.getrefcount(None) - before) < 100
