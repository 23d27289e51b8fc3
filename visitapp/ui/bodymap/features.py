"""How the skin is at a mark, feature by feature: yes, no, or left open for not known. Opened only when it is wanted."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.domain.codes import MarkFeature, codes
from visitapp.domain.marks import Feature
from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.text import Hint
from visitapp.words import Say


class FeaturesFold(Fold):
    """`changed` carries all features that were said, as a tuple."""

    changed = Signal(tuple)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("bodymap.features"), parent=parent)
        self._say = say
        self._said: tuple[Feature, ...] = ()
        self.rows: dict[str, Choice] = {}
        self.opened.connect(self._make)

    def _make(self, on: bool) -> None:
        """The rows are made when they are first wanted: most marks are described without them."""
        if not on or self.rows:
            return
        self.add(Hint(self._say("bodymap.field.felt_hint")))
        answers = [("yes", self._say("code.truth.yes")), ("no", self._say("code.truth.no"))]
        for what in codes(MarkFeature):
            row = self.rows[what] = Choice(self._say(f"code.mark_feature.{what}"), answers)
            row.chosen.connect(lambda _code: self._chosen())
            self.add(row)
        self._show()

    def _chosen(self) -> None:
        self._said = tuple(
            Feature(what, row.value())  # type: ignore[arg-type]  # codes of the two lists
            for what, row in self.rows.items()
            if row.value()
        )
        self.changed.emit(self._said)

    def show_features(self, said: tuple[Feature, ...]) -> None:
        """Show what was said; open where something was."""
        self._said = said
        self.set_open(bool(said))
        self._show()

    def _show(self) -> None:
        there = {one.what: one.there for one in self._said}
        for what, row in self.rows.items():
            row.set_value(there.get(what, ""))  # type: ignore[call-overload]  # the keys are the codes
