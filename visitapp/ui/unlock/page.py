"""The page that asks for the passphrase, at the start and while locked, with the numbers to ring beside it."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QScrollArea, QVBoxLayout, QWidget

from visitapp.domain.organisation import PhoneCard
from visitapp.ui.kit.announce import announce
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.fields import PassphraseField
from visitapp.ui.kit.flow import Row
from visitapp.ui.kit.numbers import NumbersCard
from visitapp.ui.kit.press import PrimaryButton
from visitapp.ui.kit.text import Hint, Icon, Title
from visitapp.ui.theme.theme import percent_of
from visitapp.ui.theme.tokens import FOLD_BELOW, XL, XXL, M, S, scaled
from visitapp.words import Say

_CARD, _NUMBERS = 440, 360
_ANY = 16_777_215


class UnlockPage(QWidget):
    """`passphrase_given` carries what was typed; then the page is busy until `show_error` or until it is left.

    `locked`: the words of a locked screen instead of those of the start.
    """

    passphrase_given = Signal(str)

    def __init__(
        self, say: Say, numbers: PhoneCard | None = None, *, locked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._say = say
        self.setAccessibleName(say("unlock.heading.lock" if locked else "unlock.heading.start"))
        self._card, self.numbers = Card(), NumbersCard(say, numbers)
        self._place()  # from without inwards: whatever changes its place later is styled anew, with all that it holds
        self._fill(locked=locked)

    def _fill(self, *, locked: bool) -> None:
        say, which = self._say, "lock" if locked else "start"
        self._card.add(
            Row(Icon("lock" if locked else "visitapp", "primary", 32), Title(say(f"unlock.heading.{which}")))
        )
        self._card.add(Hint(say(f"unlock.hint.{which}")))
        self.profile = Hint()
        self.profile.hide()
        self._card.add(self.profile)
        self.field = PassphraseField(say("unlock.passphrase"), say("unlock.show"))
        self._card.add(self.field)
        self.button = PrimaryButton(say("unlock.open"))
        self._card.add(self.button)
        self.button.clicked.connect(self._give)
        self.field.entered.connect(self._give)
        self.setFocusProxy(self.field)

    def _place(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        pane = self._pane = QScrollArea()
        outer.addWidget(pane)
        pane.setWidgetResizable(True)
        pane.setFrameShape(QFrame.Shape.NoFrame)
        pane.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pane.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        pane.setWidget(inside)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._sides.setContentsMargins(XXL, XXL, XXL, XXL)
        self._sides.setSpacing(XL)
        self._sides.addStretch(1)
        self._sides.addWidget(self._card, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sides.addWidget(self.numbers, 0, Qt.AlignmentFlag.AlignVCenter)
        self._sides.addStretch(1)

    def _give(self) -> None:
        if not self.button.isEnabled():
            return
        typed = self.field.value()
        if not typed:
            self.show_error(self._say("unlock.empty"))
            return
        self.field.show_error("")
        self.show_busy(True)
        self.passphrase_given.emit(typed)

    def show_busy(self, busy: bool) -> None:
        """While the passphrase is looked at: the button waits and says so."""
        self.button.setEnabled(not busy)
        self.button.setText(self._say("unlock.opening" if busy else "unlock.open"))
        self.field.line.control.setReadOnly(busy)
        if busy:
            announce(self, self._say("unlock.opening"))

    def show_error(self, words: str) -> None:
        """Say in words why it did not open, above the field; what was typed stays, to be looked at."""
        self.show_busy(False)
        self.field.show_error(words)
        self.field.line.control.setFocus()
        self.field.line.control.selectAll()

    def show_numbers(self, card: PhoneCard | None) -> None:
        """The numbers of this organisation."""
        self.numbers.show_numbers(card)

    def show_profile(self, words: str) -> None:
        """Whose notes these are, where a laptop holds several."""
        self.profile.setText(words)
        self.profile.setVisible(bool(words))

    def start_again(self) -> None:
        """Forget what was typed; ready for the next time."""
        self.field.clear()
        self.field.show_error("")
        self.show_busy(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._pane.verticalScrollBar()
        steps = {Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep()}
        if event.key() in steps:
            bar.setValue(bar.value() + steps[Qt.Key(event.key())])
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_sides"):
            self._arrange()

    def _arrange(self) -> None:
        """Side by side where there is room, else one below the other.

        Margins, not greatest widths, keep the cards narrow below each other: Qt reckons wrapped heights by the cell.
        """
        percent = percent_of(self)
        beside = self.width() >= scaled(FOLD_BELOW, percent) + 2 * XXL + S + M
        self._sides.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        room = self.width() - 2 * XXL
        sides = XXL if beside else max(XXL, (self.width() - scaled(_CARD, percent)) // 2)
        self._sides.setContentsMargins(sides, XXL, sides, XXL)
        for card, width in ((self._card, _CARD), (self.numbers, _NUMBERS)):
            wanted = min(room, scaled(width, percent))
            card.setMinimumWidth(wanted if beside else 0)
            card.setMaximumWidth(wanted if beside else _ANY)
            self._sides.setAlignment(card, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag(0))
