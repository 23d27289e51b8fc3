"""Which parts of the body were looked at. Not looked at is worth as much as a mark; not said is neither."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.domain.codes import BodyPart, HowSeen, Truth, codes
from visitapp.domain.contact import Part
from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.text import Hint
from visitapp.words import Say


class PartsPanel(Fold):
    """A row for each part, and one for the mouth. `part_chosen` carries "" when an answer is taken away."""

    part_chosen = Signal(str, str)
    mouth_chosen = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("bodymap.parts.title"), parent=parent)
        self.add(Hint(say("bodymap.parts.hint")))
        self.rows: dict[str, Choice] = {}
        how = [(code, say(f"code.how_seen.{code}")) for code in codes(HowSeen)]
        for part in codes(BodyPart):
            row = Choice(say(f"code.body_part.{part}"), how)
            row.chosen.connect(lambda code, part=part: self.part_chosen.emit(part, code))
            self.rows[part] = row
            self.add(row)
        self.mouth = Choice(
            say("bodymap.parts.mouth"), [(code, say(f"bodymap.parts.mouth.{code}")) for code in ("yes", "no")]
        )
        self.mouth.chosen.connect(self.mouth_chosen)
        self.add(self.mouth)

    def show_parts(self, parts: Sequence[Part], mouth: Truth) -> None:
        """These answers."""
        said = {one.part: one.how for one in parts}
        for part, row in self.rows.items():
            row.set_value(said.get(part, ""))  # type: ignore[call-overload]  # the keys are the parts themselves
        self.mouth.set_value("" if mouth == "unknown" else mouth)
