"""The plain pages of the first run: the three choices, waiting for the lead, done, and the recovery sheet."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Banner, Card
from visitapp.ui.kit.fields import Area
from visitapp.ui.kit.page import Page
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.rows import RowButton
from visitapp.ui.kit.text import Para
from visitapp.ui.kit.ticks import Tick
from visitapp.words import Say


class ChoicePage(Page):
    """What this laptop is for: `chosen` carries join, found or demo."""

    chosen = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("firstrun.title"), say("firstrun.hint"), alone=True, parent=parent)
        for which, icon in (("join", "key"), ("found", "people"), ("demo", "eye")):
            row = RowButton(say(f"firstrun.{which}"), [say(f"firstrun.{which}.about")], icon=icon)
            row.clicked.connect(lambda _on=False, which=which: self.chosen.emit(which))
            self.add(row)


class WaitingPage(Page):
    """The request lies on the server until the lead's laptop answers. `look_again`, and `left` to close the program."""

    look_again = Signal()
    left = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("firstrun.waiting"), alone=True, parent=parent)
        self._say = say
        self.add(Para(say("firstrun.waiting.about")))
        self.news = Banner("info", "")
        self.news.hide()
        self.add(self.news)
        self.button = PrimaryButton(say("firstrun.look_again"), "sync")
        self.button.clicked.connect(self.look_again)
        close = Button(say("firstrun.close"))
        close.clicked.connect(self.left)
        self.set_foot(self.button, close)

    def show_news(self, words: str) -> None:
        """What came of looking again."""
        self.news.show_words(words)


class DonePage(Page):
    """Set up: who is at this laptop, where that has come in already. `finished` leads on."""

    finished = Signal()

    def __init__(self, say: Say, name: str, organisation: str, parent: QWidget | None = None) -> None:
        super().__init__(say("firstrun.done"), alone=True, parent=parent)
        about = "firstrun.done.about" if name and organisation else "firstrun.done.not_yet"
        self.add(Banner("ok", say(about, name=name, organisation=organisation)))
        self.add(Para(say("firstrun.done.passphrase")))
        button = PrimaryButton(say("firstrun.begin"))
        button.clicked.connect(self.finished)
        self.set_foot(button)
        self.start_at = button


class RecoveryPage(Page):
    """The recovery sheet: shown once, to be printed or written down. `finished` only after the person has said so."""

    print_wanted = Signal(str)
    finished = Signal()

    def __init__(self, say: Say, sheet: str, parent: QWidget | None = None) -> None:
        super().__init__(say("recovery.title"), say("recovery.hint"), alone=True, parent=parent)
        self._say, self._sheet = say, sheet
        self.add(Banner("warn", say("recovery.warning")))
        card = Card(say("recovery.sheet"))
        area = Area(lines=4, most=60)
        area.setReadOnly(True)
        area.setPlainText(sheet)
        area.setAccessibleName(say("recovery.sheet"))
        card.add(area)
        self.button = Button(say("recovery.print"), "print")
        self.button.clicked.connect(lambda: self.print_wanted.emit(self._sheet))
        card.add(self.button)
        self.add(card)
        self.kept = Tick(say("recovery.kept"))
        self.add(self.kept)
        on = PrimaryButton(say("firstrun.go_on"))
        on.clicked.connect(self._go_on)
        self.set_foot(on)
        self.start_at = self.button

    def _go_on(self) -> None:
        if self.kept.isChecked():
            self.show_errors("", [])
            self.finished.emit()
            return
        self.show_errors(self._say("firstrun.errors"), [(self._say("recovery.error"), self.kept)])
