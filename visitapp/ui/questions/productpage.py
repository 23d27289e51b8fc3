"""A question of the product: put it into one's own words, or ask it no more, with the reason; what is lost is said."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.ui.kit.card import Banner, Card, Facts
from visitapp.ui.kit.fields import AreaField, LineField
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.part import Part
from visitapp.ui.kit.press import Button, PrimaryButton
from visitapp.ui.kit.text import Hint, Label
from visitapp.ui.questions.productwords import ProductWords
from visitapp.words import Say

_LINES = 2


class ProductPage(LivePage):
    """`sign_pressed` (words by sentence id, reason), `retire_pressed` (reason), `typed`, `signed` once it stands."""

    sign_pressed = Signal(dict, str)
    retire_pressed = Signal(str)
    typed = Signal()
    signed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("product.title"), say("product.hint"), parent=parent)
        self._say = say
        self._shown: ProductWords | None = None
        self._asked = False
        self.areas: dict[str, AreaField] = {}
        self.retired, self.lost = Banner("info", ""), Banner("warn", "", heading=say("product.lost"))
        for banner in (self.retired, self.lost):
            banner.hide()
            self.add(banner)
        self.facts, self.question = Facts(), Label("")
        card = Card(say("product.facts"))
        card.add(self.question)
        card.add(self.facts)
        self._sentences = Part()
        words = Card(say("product.words"), say("product.words.hint"))
        words.add(self._sentences)
        reason = Card(say("checklist.sign.heading"), say("checklist.sign.hint"))
        self.reason = LineField(say("checklist.reason"), say("checklist.reason.hint"))
        self.reason.edited.connect(lambda _words: self.typed.emit())
        reason.add(self.reason)
        for part in (card, words, reason):
            self.add(part)
        self.sign, self.retire = PrimaryButton(say("checklist.sign"), "pen"), Button(say("checklist.retire"), "minus")
        self.sign.clicked.connect(lambda: self.sign_pressed.emit(self.words(), self.reason.value().strip()))
        self.retire.clicked.connect(self._retire)
        self.set_foot(self.sign, self.retire)
        self.start_at = self.pane  # read first; Tab leads to its words

    def _retire(self) -> None:
        found = self._shown
        if found is not None and not found.retired and not self._asked:
            # Said before it is done; the reason is wanted with it, and nothing keeps anybody from going on.
            self._asked = True
            self.lost.show_words(found.lost, self._say("product.lost"))
            self.retire.setText(self._say("product.retire.so"))
            self.see(self.lost)
            return
        self.retire_pressed.emit(self.reason.value().strip())

    def show_product(self, found: ProductWords) -> None:
        """The question as it stands."""
        self.show_failure("")
        if found == self._shown:
            return
        self._shown, self._asked = found, False
        self.set_title(self._say("product.title"), self._say("product.hint"))
        self.question.setText(found.title)
        self.facts.show_facts(found.facts)
        self.retired.show_words(self._say("checklist.retired.because", reason=found.retired) if found.retired else "")
        self.lost.hide()
        self.retire.setText(self._say("checklist.bring_back" if found.retired else "checklist.retire"))
        self._sentences.empty()
        self.areas = {}
        for one in found.sentences:
            area = AreaField(one.label, self._say("product.words.was", words=one.product), lines=_LINES)
            area.set_value(one.words)
            area.edited.connect(lambda _words: self.typed.emit())
            self.areas[one.id] = area
            self._sentences.add(area)
        if not found.sentences:
            self._sentences.add(Hint(self._say("product.words.none")))
        self.focus_when_shown()

    def words(self) -> dict[str, str]:
        """What stands in the fields, by sentence id."""
        return {id_: area.value().strip() for id_, area in self.areas.items()}

    def values(self) -> dict[str, str]:
        """For keeping what is typed."""
        return {**self.words(), "reason": self.reason.value()}

    def show_values(self, values: dict[str, str]) -> None:
        """Put back what was kept."""
        self.reason.set_value(values.get("reason", ""))
        for id_, area in self.areas.items():
            if id_ in values:
                area.set_value(values[id_])

    def show_wrong(self, words: str) -> None:
        """Why it cannot be signed; the summary leads to the reason."""
        self.show_errors(self._say("checklist.wrong.heading"), [(words, self.reason)] if words else [])
