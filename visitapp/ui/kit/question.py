"""A question on its card: the words, why it comes now, and the six ways in which it can end."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from visitapp.domain.codes import AnswerHow
from visitapp.domain.organisation import PhoneCard
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Banner
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import AreaField
from visitapp.ui.kit.given import Given as Given
from visitapp.ui.kit.numbers import NumbersCard
from visitapp.ui.kit.pane import go_to
from visitapp.ui.kit.press import LinkButton, QuietButton
from visitapp.ui.kit.text import Hint, Icon, Label, Para
from visitapp.ui.kit.told import ToldFields
from visitapp.ui.theme.tokens import L, M, S
from visitapp.words import Say

WAYS: tuple[AnswerHow, ...] = ("answered", "told", "could_not_ask", "not_safe_to_ask", "does_not_fit", "someone_else")


class QuestionCard(QFrame):
    """One card a matter. `answered` carries (key, Given or None) with every change: None while nothing was given.

    `more`: what else it asks, `aloud`: what may be said. `folded`: the other ways show when they are asked for.
    `origin_wanted`: somebody asks where the question comes from.
    Typing is answering; the other ways are one key away. Nothing here blocks anything.
    """

    answered = Signal(str, object)
    origin_wanted = Signal()

    def __init__(
        self,
        say: Say,
        key: str,
        wording: str,
        why: Sequence[str] = (),
        *,
        act_today: bool = False,
        numbers: PhoneCard | None = None,
        more: Sequence[str] = (),
        aloud: str = "",
        folded: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._say, self.key, self._wording = say, key, wording
        kind = "danger" if act_today else "question"
        self.setProperty("banner", kind)
        self.setAccessibleName(wording)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(M, M, L, M)
        outer.setSpacing(M)
        head = QVBoxLayout()
        head.addWidget(Icon(kind, kind))
        head.addStretch(1)
        outer.addLayout(head)
        self._box = QVBoxLayout()
        self._box.setSpacing(S)
        outer.addLayout(self._box, 1)
        self._show_words(kind, wording, why, act_today=act_today)
        for line in more:
            self._add(Para(line))
        if aloud:
            self._add(Para(aloud))
        self._ways_at = self._box.count()
        self._add_ways()
        if act_today:
            self._add(Banner("warn", say("question.ring")))
            self._add(NumbersCard(say, numbers))
        self.origin = LinkButton(say("question.origin"))
        self.origin.setAccessibleName(f"{say('question.origin')} {wording}")
        self.origin.clicked.connect(lambda: self.origin_wanted.emit())
        self._box.addWidget(self.origin, 0, Qt.AlignmentFlag.AlignLeft)
        self._folded = folded
        self._show_way("")

    def _add(self, widget: QWidget) -> None:
        self._box.addWidget(widget)

    def add(self, widget: QWidget) -> None:
        """One more above the answer: a way to fill the very field that the question asks for."""
        self._box.insertWidget(self._ways_at, widget)
        self._ways_at += 1

    def _show_words(self, kind: str, wording: str, why: Sequence[str], *, act_today: bool) -> None:
        name = Label(self._say("question.act_today" if act_today else "question.heading"))
        name.set_kind(kind)
        self._add(name)
        self._add(Label(wording) if act_today else Para(wording))
        for line in why:
            self._add(Hint(line))

    def _add_ways(self) -> None:
        say = self._say
        self.words = AreaField(say("question.answer"), lines=2)
        self._how = ""
        self._note, self._same = Hint(), Hint()
        self._same.setObjectName("same")
        self._same.hide()
        self.unfold = QuietButton(say("question.unfold"), "right")
        self.unfold.setAccessibleName(f"{say('question.unfold')}: {self._wording}")
        self.unfold.clicked.connect(self._unfold)
        for widget in (self.words, self._same, self.unfold, self._note):
            self._add(widget)
        self.words.control.setAccessibleName(f"{self._wording} {say('question.answer')}")
        self.words.edited.connect(self._typed)
        self.setFocusProxy(self.words.control)

    @cached_property
    def way(self) -> Choice:
        """The six ways. Made when they are to be seen: most cards are answered with words."""
        way = Choice(self._say("question.way"), [(way, self._say(f"question.way.{way}")) for way in WAYS])
        way.set_value(self._how)
        way.chosen.connect(self._chosen)
        self._box.insertWidget(self._box.indexOf(self.unfold) + 1, way)
        return way

    @cached_property
    def told(self) -> ToldFields:
        """Whom one told, and when. Made when that is the way."""
        told = ToldFields(self._say)
        told.changed.connect(self._tell)
        self._box.insertWidget(self._box.indexOf(self._note), told)
        return told

    def _set_way(self, how: str) -> None:
        self._how = how
        if "way" in self.__dict__:
            self.way.set_value(how)

    def _unfold(self) -> None:
        self._folded = False
        self._show_way(self._how)
        self.way.setFocus()

    def _chosen(self, way: str) -> None:
        if not way and self.words.value().strip():
            way = "answered"  # what was typed is kept for as long as it stands there
        self._set_way(way)
        self._show_way(way)
        self._tell()
        if way == "told":
            go_to(self.told.whom.control)
        elif way in _NEED_WORDS and not self.words.value().strip():
            go_to(self.words.control)

    def _typed(self, words: str) -> None:
        if words.strip() and not self._how:
            self._set_way("answered")
            self._show_way("answered")
        elif not words.strip() and self._how == "answered":
            self._set_way("")
        self._tell()

    def _show_way(self, way: str) -> None:
        """Only the fields that this way needs."""
        label = f"question.words.{way}" if way else "question.answer"
        self.words.label.setText(self._say(label))
        self.words.control.setAccessibleName(f"{self._wording} {self._say(label)}")
        folded = self._folded and way in ("", "answered")
        if not folded or "way" in self.__dict__:
            self.way.setVisible(not folded)
        self.unfold.setVisible(folded)
        if way == "told" or "told" in self.__dict__:
            self.told.setVisible(way == "told")
        self._show_note()

    def _show_note(self) -> None:
        """What is still wanted for the way that was chosen, or where it goes."""
        how, note = self._how, ""
        if how == "not_safe_to_ask":
            note = self._say("question.goes_to_lead")
        elif how in _NEED_WORDS and not self.words.value().strip():
            note = self._say(f"question.missing.{how}")
        elif how == "told" and not self.told.whom.value().strip():
            note = self._say("question.missing.told")
        if note != self._note.text():
            self._note.setText(note)
            if note:
                announce(self._note, note)
        self._note.setVisible(bool(note))

    def given(self) -> Given | None:
        """What was given; None while nothing was (a way that needs words counts once there are some).

        Words are given also while nobody is named yet who was told: an interruption must not lose them.
        """
        how, words = self._how, self.words.value().strip()
        if not how or (how in _NEED_WORDS and not words):
            return None
        if how != "told":
            return Given(_WAY[how], words)
        whom, at = self.told.whom.value().strip(), self.told.at.value().strip()
        told = Given("told", words, whom, at, self.told.role.value(), self.told.by.value())
        return told if whom or words else None

    def set_given(self, given: Given | None) -> None:
        """Show what was given before; sends no `answered`."""
        self._set_way(given.how if given else "")
        self.words.set_value(given.words if given else "")
        if self._how == "told" or "told" in self.__dict__:
            told = given or Given("told")
            self.told.show_told(told.whom, told.at, told.role, told.by)
        self._show_way(self._how)

    def show_same(self, words: str) -> None:
        """That the writer wrote the very same before: told to them alone and kept nowhere; "" takes it away."""
        if words != self._same.text():
            self._same.setText(words)
            self._same.setVisible(bool(words))
            if words:
                announce(self._same, words)

    def _tell(self) -> None:
        self._show_note()
        self.answered.emit(self.key, self.given())


_NEED_WORDS = ("answered", "does_not_fit")
_WAY: dict[str, AnswerHow] = {way: way for way in WAYS}
