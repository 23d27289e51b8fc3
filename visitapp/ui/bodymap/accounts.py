"""What people said about a mark: one small editor each. Kept as it was said; nobody has to choose between them."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.domain.codes import Cause, Truth, codes
from visitapp.domain.marks import Account
from visitapp.ui.bodymap.sheet import Speaker
from visitapp.ui.kit.card import Card, clear
from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.day import DayField
from visitapp.ui.kit.fields import AreaField, LineField, SelectField
from visitapp.ui.kit.press import Button, QuietButton
from visitapp.ui.kit.text import Heading, Hint
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.theme.tokens import M
from visitapp.words import Say

_ELSE = "*"


class WhoField(QWidget):
    """One of the people known, or somebody else by name. `chosen` carries an id or the free words."""

    chosen = Signal(str)

    def __init__(
        self, say: Say, label: str, people: Sequence[Speaker], hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._known: set[str] = set()
        self.select = SelectField(label, (), hint)
        self.other = LineField(say("bodymap.someone_else_name"), say("bodymap.someone_else_hint"), 30)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(M)
        box.addWidget(self.select)
        box.addWidget(self.other)
        self.other.hide()
        self.set_people(people)
        self.select.chosen.connect(self._selected)
        self.other.edited.connect(self.chosen)
        self.setFocusProxy(self.select.control)

    def set_people(self, people: Sequence[Speaker]) -> None:
        """Others to choose from; nobody is chosen."""
        self._known = {one.id for one in people}
        options = (*((one.id, one.name) for one in people), (_ELSE, self._say("bodymap.someone_else")))
        self.select.control.set_options(options)

    def _selected(self, code: str) -> None:
        self.other.setVisible(code == _ELSE)
        if code == _ELSE:
            self.other.control.setFocus()
        self.chosen.emit(self.other.value() if code == _ELSE else code)

    def set_value(self, who: str) -> None:
        """An id, free words, or nothing; sends no `chosen`."""
        free = bool(who) and who not in self._known
        self.select.set_value(_ELSE if free else who)
        self.other.set_value(who if free else "")
        self.other.setVisible(free)


class AccountEditor(Card):
    """What one person said. `changed` carries the fields that are different now."""

    changed = Signal(dict)
    removed = Signal()

    def __init__(
        self,
        say: Say,
        account: Account,
        people: Sequence[Speaker],
        listeners: Sequence[Speaker],
        marks: Sequence[tuple[str, str]],
        before: Sequence[tuple[str, str]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self.by = WhoField(say, say("bodymap.account.by"), people)
        self.words = AreaField(say("bodymap.account.words"), say("bodymap.account.words_hint"), 2)
        self.verbatim = Choice(
            say("bodymap.account.verbatim"), [(key, say(f"bodymap.account.verbatim.{key}")) for key in ("yes", "no")]
        )
        self.cause = SelectField(
            say("bodymap.account.cause"),
            (("", say("bodymap.not_said")), *((code, say(f"code.cause.{code}")) for code in codes(Cause))),
            say("bodymap.account.cause_hint"),
        )
        self.same_as = SelectField(
            say("bodymap.account.same_as"),
            (("", say("bodymap.account.same_as.no")), *before),
            say("bodymap.account.same_as_hint"),
        )
        self.was_there = self._truth(say, "was_there")
        self.fits = self._truth(say, "fits")
        self.to = WhoField(say, say("bodymap.account.to"), listeners)
        self.said_on = DayField(say, say("bodymap.account.said_on"), today)
        self.about = TickRow(say("bodymap.account.about"), list(marks), look="list")
        self.accepted = Tick(say("bodymap.account.accepted"))
        self.remove = QuietButton(say("bodymap.account.remove"), "bin")
        for widget in (
            self.by, self.words, self.verbatim, self.cause, self.same_as, self.was_there, self.to, self.said_on,
        ):  # fmt: skip
            self.add(widget)
        self.same_as.setVisible(bool(before))
        if len(marks) > 1:
            self.add(self.about)
        self.add(self.fits)
        self.add(self.accepted)
        self.add(self.remove)
        self._show(account)
        self._connect()

    @staticmethod
    def _truth(say: Say, name: str) -> Choice:
        options = [(code, say(f"bodymap.account.{name}.{code}")) for code in codes(Truth)]
        return Choice(say(f"bodymap.account.{name}"), options, say(f"bodymap.account.{name}_hint"))

    def _show(self, account: Account) -> None:
        self.by.set_value(account.by)
        self.words.set_value(account.text)
        self.verbatim.set_value("yes" if account.verbatim else "no")
        self.cause.set_value(account.cause or "")
        self.same_as.set_value(account.same_as or "")
        self.was_there.set_value(account.was_there)
        self.fits.set_value(account.fits)
        self.to.set_value(account.to)
        self.said_on.set_day(account.said_on)
        self.about.set_value(account.about)
        self.accepted.setChecked(account.accepted)

    def _connect(self) -> None:
        send = self.changed.emit
        self.by.chosen.connect(lambda who: send({"by": who}))
        self.words.edited.connect(lambda words: send({"text": words}))
        self.verbatim.chosen.connect(lambda code: send({"verbatim": code == "yes"}))
        self.cause.chosen.connect(lambda code: send({"cause": code or None}))
        self.same_as.chosen.connect(lambda code: send({"same_as": code or None}))
        self.was_there.chosen.connect(lambda code: send({"was_there": code or "unknown"}))
        self.fits.chosen.connect(lambda code: send({"fits": code or "unknown"}))
        self.to.chosen.connect(lambda who: send({"to": who}))
        self.said_on.changed.connect(lambda day: send({"said_on": day}))
        self.about.changed.connect(lambda marks: send({"about": marks}))
        self.accepted.clicked.connect(lambda on: send({"accepted": on}))
        self.remove.clicked.connect(lambda: self.removed.emit())


class AccountsPanel(QWidget):
    """All that was said about one mark, and a button for more."""

    wanted = Signal()
    changed = Signal(str, dict)
    removed = Signal(str)
    came = Signal(QWidget)

    def __init__(self, say: Say, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._today = say, today
        self._people: tuple[Speaker, ...] = ()
        self._listeners: tuple[Speaker, ...] = ()
        self.editors: dict[str, AccountEditor] = {}
        self._shown: list[tuple[str, tuple[str, ...]]] = []
        self._cards = QVBoxLayout()
        self._cards.setSpacing(M)
        self.more = Button(say("bodymap.account.add"), "speech")
        self.more.clicked.connect(lambda: self.wanted.emit())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(M)
        box.addWidget(Heading(say("bodymap.account.title")))
        box.addWidget(Hint(say("bodymap.account.hint")))
        box.addLayout(self._cards)
        box.addWidget(self.more)

    def set_people(self, people: Sequence[Speaker], listeners: Sequence[Speaker]) -> None:
        """Who may have spoken, and to whom."""
        self._people, self._listeners = tuple(people), tuple(listeners)

    def show_accounts(
        self,
        accounts: Sequence[Account],
        marks: Sequence[tuple[str, str]],
        before: Mapping[str, Sequence[tuple[str, str]]],
        *,
        anew: bool,
    ) -> None:
        """These accounts; editors that are there stay as they are unless `anew`, so that nobody is interrupted.

        `before`: for each what it may be told again of; made anew too where that is something else.
        """
        shown = [(account.id, tuple(id_ for id_, _ in before.get(account.id, ()))) for account in accounts]
        if not anew and self._shown == shown:
            return
        self._shown = shown
        grown = not anew and len(accounts) > len(self.editors)
        clear(self._cards)
        self.editors = {}
        for account in accounts:
            editor = AccountEditor(self._say, account, self._people, self._listeners, marks,
                                   before.get(account.id, ()), self._today)  # fmt: skip
            editor.changed.connect(lambda facts, key=account.id: self.changed.emit(key, facts))
            editor.removed.connect(lambda key=account.id: self.removed.emit(key))
            self.editors[account.id] = editor
            self._cards.addWidget(editor)
        if grown:
            last = list(self.editors.values())[-1]
            last.by.select.control.setFocus()
            self.came.emit(last)
