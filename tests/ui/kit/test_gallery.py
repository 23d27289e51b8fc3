"""Every widget of the kit on one page, in every theme, at 100 and 200 %, at the sizes that people have.

The pictures go to the folder named by VISITAPP_PICTURES, to be looked at; without it they are only painted.
"""

import os
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt

from visitapp.ui.kit.card import Banner, Card, Facts, Fold
from visitapp.ui.kit.cardlist import CardList, CardRow
from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.day import DayField, TimeField
from visitapp.ui.kit.fields import AreaField, LineField, PassphraseField, SelectField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.numbers import NumbersCard
from visitapp.ui.kit.page import Page
from visitapp.ui.kit.press import Button, LinkButton, PrimaryButton, QuietButton
from visitapp.ui.kit.question import QuestionCard
from visitapp.ui.kit.rows import RowButton
from visitapp.ui.kit.table import Table
from visitapp.ui.kit.text import Heading, Hint, Icon, Label, Para, Rule, Small, Tag, Title

KINDS = ("info", "ok", "warn", "danger", "question")
LONG = "She went on playing with the blocks while her mother spoke of the night before, and looked up when called."


def words_and_frames(page: Page) -> None:
    texts = (Title("A title"), Heading("A heading"), Label("A label"), Para(LONG), Hint(LONG), Small(LONG))
    for widget in (*texts, Rule()):
        page.add(widget)
    page.add(Row(*(Tag(kind, kind) for kind in ("plain", "primary", *KINDS)), Icon("child"), Icon("danger", "danger")))
    for kind in KINDS:
        page.add(Banner(kind, LONG, button="Show what differs" if kind == "info" else "", heading=kind.capitalize()))
    page.add(Facts([("Last seen", "12 March 2021"), ("Last seen alone", LONG)]))
    fold = Fold("My view and what would change it", open_=True)
    fold.add(Para(LONG))
    page.add(fold)


def controls(page: Page) -> None:
    disabled = Button("Not now")
    disabled.setEnabled(False)
    page.add(
        Row(
            PrimaryButton("Sign what happened", "pen"),
            Button("Back"),
            Button("Give up", kind="danger"),
            QuietButton("Leave for now"),
            LinkButton("Show where"),
            disabled,
        )
    )
    options = [("yes", "Yes"), ("no", "No"), ("short", "Only for a moment, at the door")]
    for look in ("segments", "row", "list"):
        choice = Choice(f"Was Ann seen ({look})?", options, "Only what fits the age is asked.", look)
        choice.set_value("no")
        page.add(choice)
    choice.show_error("Choose an answer.")
    rooms = TickRow("Rooms seen today", [("kitchen", "Kitchen"), ("bedroom", "Ann & Joe's bedroom")])
    rooms.set_value(["bedroom"])
    page.add(rooms)


def fields(page: Page, say) -> None:
    area = AreaField("What you saw and heard", "Write what you saw, in plain words.")
    area.set_value(f"{LONG} {LONG}")
    line = LineField("Whom you told", "First name and role", 30)
    line.show_error("Say whom you told.")
    select = SelectField("Address", (("a", "12 Hill Street"), ("b", "Flat 3, a long name for a house, Mill Lane")))
    select.set_value("b")
    day = DayField(say, "Next visit by", lambda: date(2021, 4, 9), ahead=True)
    day.set_day(date(2021, 4, 23))
    for widget in (area, line, select, day, TimeField(say, "Time"), PassphraseField("Passphrase", "Show passphrase")):
        page.add(widget)


def everything(say, numbers) -> Page:
    page = Page("Gallery", "Every widget of the kit")
    page.add_action(Button("Pause", "pause"))
    page.add_beside(NumbersCard(say, numbers))
    page.set_foot(PrimaryButton("Go on"), Button("Back"))
    card = Card("In a card", "With a hint")
    card.add(RowButton("Hill family", ["Ann, 13 months · Joe, 5 years", LONG], [("By 12 April 2021", "warn")], "home"))
    page.add(card)
    words_and_frames(page)
    controls(page)
    fields(page, say)
    page.add(QuestionCard(say, "face", LONG, ["Since 12 March nobody has seen Ann without a hat."]))
    act = QuestionCard(say, "baby", LONG, ["Mark seen today, left cheek."], act_today=True, numbers=numbers)
    act.way.set_value("told")
    act._show_way("told")
    page.add(act)
    table = Table("Cases", ["Case", "Last seen", "Last seen alone", "Due by"], 0)
    table.show_rows([["Hill family", "12 March 2021", "1 February 2021", "12 April 2021"], ["Marsh", "", "never", ""]])
    page.add(table)
    cards = CardList("Chronology")
    row = CardRow("1", "9 April 2021, 14:00", LONG, "Kim Doe", (("Told", "info"),), ((4, 8),))
    cards.show_rows([row, row])
    page.add(cards)
    return page


LOOKS = [
    *((name, percent, 1134) for name in ("light", "dark", "contrast") for percent in (100, 200)),
    ("light", 150, 1800),
    ("light", 200, 700),
    ("light", 100, 500),
]


@pytest.mark.parametrize(("name", "percent", "width"), LOOKS)
def test_the_whole_kit(qtbot, theme, say, numbers, unnamed, sideways, name: str, percent: int, width: int):
    theme.set_theme(name)
    theme.set_percent(percent)
    page = everything(say, numbers)
    qtbot.addWidget(page)
    page.resize(width, 700)
    page.show()
    qtbot.waitExposed(page)
    page.resize(width, page.pane.widget().heightForWidth(width) + 160)
    qtbot.waitUntil(lambda: not sideways(page) and not cut_words(page), timeout=2000)
    assert unnamed(page) == []
    picture = page.grab()
    if folder := os.environ.get("VISITAPP_PICTURES"):
        assert picture.save(str(Path(folder) / f"kit_{name}_{percent}_{width}.png"))


def cut_words(page: Page) -> list[str]:
    """The words that have less height than they need at their width."""
    texts = page.findChildren(Para) + page.findChildren(Hint) + page.findChildren(Label) + page.findChildren(RowButton)
    return [
        f"{type(text).__name__} {text.height()} of {text.heightForWidth(text.width())}"
        for text in texts
        if text.isVisible() and text.height() < text.heightForWidth(text.width())
    ]


def test_lines_hold_at_most_75_characters(qtbot, theme):
    for percent in (100, 200):
        theme.set_percent(percent)
        para = Para(" ".join([LONG] * 4))
        qtbot.addWidget(para)
        para.resize(4000, 400)
        para.show()
        width = para.contentsRect().width()
        in_one_line = para.fontMetrics().elidedText(LONG * 2, Qt.TextElideMode.ElideRight, width)
        assert 55 < len(in_one_line) <= 76


def test_growing_text_needs_no_scrolling(qtbot, theme):
    field = AreaField("Note", lines=2)
    qtbot.addWidget(field)
    field.resize(600, 300)
    field.show()
    before = field.control.height()
    field.set_value("\n".join(["a line"] * 20))
    qtbot.waitUntil(lambda: field.control.height() > before)
    assert field.control.verticalScrollBar().maximum() == 0


def test_a_button_wraps_when_it_must(qtbot, theme):
    button = Button("A button with a good many words that will not fit")
    qtbot.addWidget(button)
    assert button.heightForWidth(200) > 44
    assert button.minimumSizeHint().width() < 200
    assert button.sizeHint() == QSize(button.sizeHint().width(), 44)
