"""Which of the marks of this visit something is about: a tick for each, and nothing at all while there is none."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from visitapp.domain.draft import Draft
from visitapp.domain.marks import Mark
from visitapp.ui.kit.choice import TickRow
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.wording import mark_words
from visitapp.words import Say


class MarkTicks(QWidget):
    """Made anew when the marks change; what is ticked stays so."""

    def __init__(self, say: Say, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._say, self._family = say, family
        self._marks: tuple[Mark, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.ticks: TickRow | None = None
        self.hide()

    def value(self) -> tuple[str, ...]:
        """The ids of the ticked marks."""
        return self.ticks.value() if self.ticks is not None else ()

    def show_draft(self, draft: Draft) -> None:
        """A tick for each mark that was found; all are meant until somebody says otherwise."""
        marks = tuple(one for one in draft.of(Mark) if one.found == "yes")
        if marks == self._marks:
            return
        before = {one.id for one in self._marks} - set(self.value())
        self._marks = marks
        if self.ticks is not None:
            self._box.removeWidget(self.ticks)
            self.ticks.hide()
            self.ticks.deleteLater()
            self.ticks = None
        if marks:
            words = [(one.id, mark_words(self._say, self._family, one)) for one in marks]
            self.ticks = TickRow(self._say("visit.told.marks"), words, look="list")
            self.ticks.set_value([one.id for one in marks if one.id not in before])
            self._box.addWidget(self.ticks)
        self.setVisible(bool(marks))
