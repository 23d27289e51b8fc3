"""The two forms of the first run: join with an invite, set up a new organisation."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.firstrun.checks import Founding, Joining, Problems, check_founding, check_joining
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.fields import LineField, PassphraseField
from visitapp.ui.kit.page import Page
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.words import Say


class _Form(Page):
    """Fields, a button that sends them once they are looked at, and Back."""

    left = Signal()

    def __init__(self, say: Say, which: str, parent: QWidget | None = None) -> None:
        super().__init__(say(f"firstrun.{which}"), say(f"firstrun.{which}.hint"), alone=True, parent=parent)
        self._say, self._which = say, which
        self._fields: dict[str, LineField | PassphraseField] = {}
        self.failed = Banner("danger", "")
        self.failed.hide()
        self.add(self.failed)
        self.button = PrimaryButton(say(f"firstrun.{which}.do"))
        self.button.clicked.connect(self._send)
        self._back = Button(say("shell.back"), "back")
        self._back.clicked.connect(self.left)
        self.set_foot(self.button, self._back)

    def _line(self, name: str, characters: int) -> LineField:
        field = LineField(self._say(f"firstrun.{name}"), self._say(f"firstrun.{name}.hint"), characters)
        field.entered.connect(self._send)
        self._fields[name] = field
        self.add(field)
        return field

    def _passphrases(self) -> None:
        for name in ("passphrase", "again"):
            hint = self._say("firstrun.passphrase.hint") if name == "passphrase" else ""
            field = PassphraseField(self._say(f"firstrun.{name}"), self._say("unlock.show"), hint)
            field.entered.connect(self._send)
            self._fields[name] = field
            self.add(field)

    def _typed(self, name: str) -> str:
        return self._fields[name].value()

    def _problems(self) -> Problems:
        """What is to be put right; each form knows."""
        return ()

    def _give(self) -> None:
        """Hand on what was typed; each form knows."""

    def _send(self) -> None:
        if not self.button.isEnabled():
            return
        problems = self._problems()
        said = {field: self._say(problem) for field, problem in problems}
        for name, field in self._fields.items():
            field.show_error(said.get(name, ""))
        self.show_errors(self._say("firstrun.errors"), [(words, self._fields[name]) for name, words in said.items()])
        if not problems:
            self.failed.hide()
            self.show_busy(True)
            self._give()

    def show_busy(self, busy: bool) -> None:
        """While it is being done: the button waits and says so; nothing typed is lost."""
        words = self._say("firstrun.busy" if busy else f"firstrun.{self._which}.do")
        self.button.setEnabled(not busy)
        self._back.setEnabled(not busy)
        self.button.setText(words)
        if busy:
            announce(self, words)

    def show_failed(self, words: str) -> None:
        """It could not be done: why, in words; what was typed stays."""
        self.show_busy(False)
        self.failed.show_words(words)
        self.see(self.failed)


class JoinForm(_Form):
    """`given` carries a Joining that was looked at."""

    given = Signal(object)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say, "join", parent)
        self._line("address", 40)
        self._line("code", 45)
        self._passphrases()

    def _read(self) -> Joining:
        return Joining(*(self._typed(name) for name in ("address", "code", "passphrase", "again")))

    def _problems(self) -> Problems:
        return check_joining(self._read())

    def _give(self) -> None:
        self.given.emit(self._read())


class FoundForm(_Form):
    """`given` carries a Founding that was looked at."""

    given = Signal(object)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say, "found", parent)
        self._line("organisation", 40)
        self._line("name", 30)
        self._line("address", 40)
        self._line("setup_code", 45)
        self._passphrases()

    def _read(self) -> Founding:
        names = ("organisation", "name", "address", "setup_code", "passphrase", "again")
        return Founding(*(self._typed(name) for name in names))

    def _problems(self) -> Problems:
        return tuple(("setup_code" if name == "code" else name, words) for name, words in check_founding(self._read()))

    def _give(self) -> None:
        self.given.emit(self._read())
