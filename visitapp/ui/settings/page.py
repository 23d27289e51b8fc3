"""This machine's settings: colours and text size, which hold at once, and the idle lock."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.settings import Settings
from visitapp.ui.kit.card import Card, Facts
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.page import Page
from visitapp.ui.kit.text import Para
from visitapp.words import Say

_THEMES = ("system", "light", "dark", "contrast")
_PERCENTS = (100, 125, 150, 175, 200)
_MINUTES = (2, 5, 10, 15)


class SettingsPage(Page):
    """`theme_chosen`, `percent_chosen`, `lock_after_chosen` (minutes) come as soon as one chooses."""

    theme_chosen = Signal(str)
    percent_chosen = Signal(int)
    lock_after_chosen = Signal(int)

    def __init__(self, say: Say, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(say("settings.title"), say("settings.hint"), parent=parent)
        look = Card(say("settings.look"))
        self.theme = Choice(
            say("settings.theme"), [(theme, say(f"settings.theme.{theme}")) for theme in _THEMES], look="segments"
        )
        self.percent = Choice(
            say("settings.text_size"),
            [(str(percent), say("settings.percent", percent=percent)) for percent in _PERCENTS],
            say("settings.text_size.hint"),
        )
        look.add(self.theme)
        look.add(self.percent)
        look.add(Para(say("settings.sample")))
        self.add(look)
        lock = Card(say("settings.lock"))
        self.minutes = Choice(
            say("settings.lock_after"),
            [(str(minutes), say("settings.minutes", n=minutes)) for minutes in _MINUTES],
            say("settings.lock_after.hint"),
        )
        lock.add(self.minutes)
        self.add(lock)
        keys = Card(say("settings.keys"))
        keys.add(Facts([(say(f"settings.key.{key}"), say(f"settings.key.{key}.does")) for key in _KEYS]))
        self.add(keys)
        self.show_settings(settings)
        self.theme.chosen.connect(self._theme)
        self.percent.chosen.connect(self._percent)
        self.minutes.chosen.connect(self._minutes)

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        self._held = settings
        self.theme.set_value(settings.theme)
        self.percent.set_value(str(settings.text_percent))
        self.minutes.set_value(str(settings.lock_after_minutes))

    def _theme(self, theme: str) -> None:
        self.theme.set_value(theme or self._held.theme)
        if theme:
            self.theme_chosen.emit(theme)

    def _percent(self, percent: str) -> None:
        self.percent.set_value(percent or str(self._held.text_percent))
        if percent:
            self.percent_chosen.emit(int(percent))

    def _minutes(self, minutes: str) -> None:
        self.minutes.set_value(minutes or str(self._held.lock_after_minutes))
        if minutes:
            self.lock_after_chosen.emit(int(minutes))


_KEYS = ("commands", "help", "cover", "lock", "panes", "back")
