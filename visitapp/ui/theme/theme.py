"""Puts a theme and a text size on the running application, and changes both live.

Widgets ask Qt, not a registry, what holds: `tokens_of(widget)` and `percent_of(widget)` read the application's palette
and font, so that nothing has to be passed through every constructor.
"""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from visitapp.ui.theme import fonts
from visitapp.ui.theme.sheet import style_sheet
from visitapp.ui.theme.tokens import LIGHT, TEXT, THEMES, Tokens, scaled

_ROLES: tuple[tuple[QPalette.ColorRole, str], ...] = (
    (QPalette.ColorRole.Window, "background"),
    (QPalette.ColorRole.Base, "surface"),
    (QPalette.ColorRole.AlternateBase, "sunken"),
    (QPalette.ColorRole.Button, "surface"),
    (QPalette.ColorRole.ToolTipBase, "surface"),
    (QPalette.ColorRole.Text, "text"),
    (QPalette.ColorRole.WindowText, "text"),
    (QPalette.ColorRole.ButtonText, "text"),
    (QPalette.ColorRole.ToolTipText, "text"),
    (QPalette.ColorRole.PlaceholderText, "muted"),
    (QPalette.ColorRole.Highlight, "primary"),
    (QPalette.ColorRole.HighlightedText, "on_primary"),
    (QPalette.ColorRole.Accent, "primary"),
    (QPalette.ColorRole.Link, "primary"),
    (QPalette.ColorRole.LinkVisited, "primary"),
    (QPalette.ColorRole.Mid, "field_border"),
)
_BY_BACKGROUND = {tokens.background.lower(): tokens for tokens in THEMES.values()}


def palette(tokens: Tokens) -> QPalette:
    """Qt's palette from our tokens."""
    made = QPalette()
    for role, name in _ROLES:
        made.setColor(role, QColor(getattr(tokens, name)))
    return made


def tokens_of(_widget: QWidget | None = None) -> Tokens:
    """The tokens that hold now."""
    return _BY_BACKGROUND.get(QApplication.palette().color(QPalette.ColorRole.Window).name(), LIGHT)


def percent_of(_widget: QWidget | None = None) -> int:
    """The text size that holds now, in per cent."""
    pixels = QApplication.font().pixelSize()
    return round(pixels * 100 / TEXT) if pixels > 0 else 100


class Theme(QObject):
    """The look of the running application. `changed` comes after a new theme or text size holds."""

    changed = Signal()

    def __init__(self, app: QApplication, name: str = "system", percent: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self.family = fonts.load()
        self.name = name
        self.percent = percent
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self._put_on()

    @property
    def tokens(self) -> Tokens:
        """The tokens of the theme that holds, after asking the system where the name says so."""
        if self.name in THEMES:
            return THEMES[self.name]
        hints = self._app.styleHints()
        if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
            return THEMES["contrast"]
        return THEMES["dark" if hints.colorScheme() == Qt.ColorScheme.Dark else "light"]

    def set_theme(self, name: str) -> None:
        """system, light, dark or contrast: holds at once."""
        self.name = name
        self._put_on(font=False)

    def set_percent(self, percent: int) -> None:
        """Text size from 100 to 200 per cent: holds at once. Raises ValueError outside."""
        if not 100 <= percent <= 200:
            raise ValueError("percent")
        self.percent = percent
        self._put_on(colours=False)

    def _system_changed(self) -> None:
        if self.name == "system":
            self._put_on(font=False)

    def _put_on(self, *, font: bool = True, colours: bool = True) -> None:
        """Each of these has every widget look at itself again, so only what changed is set."""
        if font:
            chosen = QFont(self.family) if self.family else QFont()
            chosen.setPixelSize(scaled(TEXT, self.percent))
            self._app.setFont(chosen)
        if colours:
            self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens, self.percent))
        self.changed.emit()
