"""The numbers that questions use: each with its meaning and what the product says; a change has its reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.domain.organisation import Thresholds
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.choice import TickRow
from visitapp.ui.kit.fields import AreaField, LineField
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.press import PrimaryButton
from visitapp.ui.questions.thresholdwords import DEFINITION, MILESTONES, MOBILE, NUMBERS, shown
from visitapp.words import Names, Say


class ThresholdsPage(LivePage):
    """`sign_pressed` carries the words of all fields and the reason; `typed`; `signed` once they stand."""

    sign_pressed = Signal(dict, str)
    typed = Signal()
    signed = Signal()

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("thresholds.title"), say("thresholds.hint"), parent=parent)
        self._say = say
        product = Thresholds()
        card = Card()
        self.fields: dict[str, LineField] = {}
        for name in NUMBERS:
            hint = say("thresholds.product", value=shown(getattr(product, name)))
            field = LineField(say(f"threshold.{name}"), hint, characters=8)
            field.edited.connect(lambda _words: self.typed.emit())
            self.fields[name] = field
            card.add(field)
        self.add(card)
        self._build_getting_about(say, product)
        reason = Card(say("checklist.sign.heading"), say("checklist.sign.hint"))
        self.reason = LineField(say("checklist.reason"), say("checklist.reason.hint"))
        self.reason.edited.connect(lambda _words: self.typed.emit())
        reason.add(self.reason)
        self.add(reason)
        self.sign = PrimaryButton(say("checklist.sign"), "pen")
        self.sign.clicked.connect(lambda: self.sign_pressed.emit(self.words(), self.reason.value().strip()))
        self.set_foot(self.sign)

    def _build_getting_about(self, say: Say, product: Thresholds) -> None:
        card = Card(say("thresholds.moves"), say("thresholds.moves.hint"))
        options = [(one, say(f"code.milestone.{one}")) for one in MILESTONES]
        said = Names(say(f"code.milestone.{one}") for one in product.mobile_milestones)
        hint = say("thresholds.product", value=said)
        self.milestones = TickRow(say(f"threshold.{MOBILE}"), options, hint)
        self.milestones.changed.connect(lambda _codes: self.typed.emit())
        self.definition = AreaField(say(f"threshold.{DEFINITION}"), say("thresholds.definition.hint"), lines=2)
        self.definition.edited.connect(lambda _words: self.typed.emit())
        card.add(self.milestones)
        card.add(self.definition)
        self.add(card)

    def words(self) -> dict[str, str]:
        """What stands in the fields, by threshold."""
        numbers = {name: field.value().strip() for name, field in self.fields.items()}
        moves = {MOBILE: ",".join(self.milestones.value()), DEFINITION: self.definition.value().strip()}
        return {**numbers, **moves}

    def values(self) -> dict[str, str]:
        """For keeping what is typed."""
        return {**self.words(), "reason": self.reason.value()}

    def show_values(self, values: dict[str, str]) -> None:
        """Put words into the fields."""
        self.reason.set_value(values.get("reason", self.reason.value()))
        for name, field in self.fields.items():
            if name in values:
                field.set_value(values[name])
        self.milestones.set_value(values.get(MOBILE, ",".join(self.milestones.value())).split(","))
        self.definition.set_value(values.get(DEFINITION, self.definition.value()))

    def show_wrong(self, wrong: dict[str, str], reason: str) -> None:
        """What has to be put right: by threshold, and what is wrong with the reason."""
        fields: dict[str, LineField | AreaField] = {**self.fields, DEFINITION: self.definition}
        for name, field in fields.items():
            field.show_error(wrong.get(name, ""))
        errors: list[tuple[str, QWidget]] = [
            (f"{self._say(f'threshold.{name}')}: {words}", fields[name]) for name, words in wrong.items()
        ]
        if reason:
            errors.append((reason, self.reason))
        self.show_errors(self._say("checklist.wrong.heading"), errors)
