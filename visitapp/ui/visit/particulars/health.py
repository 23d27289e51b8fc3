"""What somebody of health says a mark is; and a weight, height or head measured."""

from visitapp.domain.codes import MeasureOf, OpinionSays
from visitapp.domain.draft import Draft
from visitapp.domain.marks import Mark
from visitapp.domain.standing import contact_of, first_sightings
from visitapp.ui.bodymap.accounts import WhoField
from visitapp.ui.bodymap.sheet import Speaker
from visitapp.ui.kit.fields import LineField, SelectField
from visitapp.ui.visit.changes import Change
from visitapp.ui.visit.changes.particulars import health_says, measured
from visitapp.ui.visit.particulars.addform import AddForm
from visitapp.ui.visit.parts.asking import listed, value_of
from visitapp.ui.visit.wording import mark_words

_LATEST = 20


class OpinionForm(AddForm):
    """Which mark, who says it, what they say it is, and whether they knew of the earlier marks and the worries."""

    def make(self) -> None:
        say, family = self._say, self._family
        self._here: tuple[Mark, ...] = ()
        self.mark = SelectField(say("visit.particular.opinion.mark"), ())
        doctors = [Speaker(one.id, one.in_full) for one in family.professionals]
        self.by = WhoField(say, say("visit.particular.opinion.by"), doctors)
        self.says = SelectField(say("visit.particular.opinion.says"), tuple(listed(say, "opinion", OpinionSays)))
        self.knew = self.truth("knew")
        self.words = LineField(say("visit.particular.opinion.words"))
        self._who = ""
        self.by.chosen.connect(self._by)
        for name in ("mark", "by", "says", "knew", "words"):
            self.field(getattr(self, name), name)
        self._show_marks()

    def _by(self, who: str) -> None:
        self._who = who

    def show_draft(self, draft: Draft) -> None:
        """The marks of this visit can be chosen too."""
        here = tuple(one for one in draft.of(Mark) if one.found == "yes" and one.same_as is None)
        if self.put is not None and here != self._here:
            self._here = here
            self._show_marks()

    def _show_marks(self) -> None:
        family, chosen = self._family, self.mark.value()
        known = first_sightings(family.case)[-_LATEST:]
        options = [(one.id, mark_words(self._say, family, one)) for one in self._here]
        for one in reversed(known):
            contact = contact_of(family.case, one.contact)
            day = self._say("visit.day", day=contact.date) if contact is not None else ""
            options.append((one.id, " · ".join(part for part in (mark_words(self._say, family, one), day) if part)))
        self.mark.control.set_options(tuple(options))
        self.mark.set_value(chosen)

    def read(self) -> Change | None:
        wrong = (
            (self.mark, not self.mark.value(), "visit.particular.opinion.no_mark"),
            (self.by.select, not self._who.strip(), "visit.particular.no_name"),
            (self.says, not self.says.value(), "visit.particular.opinion.no_says"),
        )
        for field, missing, words in wrong:
            field.show_error(self._say(words) if missing else "")
        first = next((field for field, missing, _ in wrong if missing), None)
        if first is not None:
            first.setFocus()
            return None
        return health_says(
            self.mark.value(),
            self._who,
            self.says.value(),  # type: ignore[arg-type]  # a code
            value_of(self.knew.value()),  # type: ignore[arg-type]  # a code
            self.words.value(),
            known=self._who in self._family.case.professionals,
        )

    def empty(self) -> None:
        self.mark.set_value("")
        self.says.set_value("")
        self.knew.set_value("")
        self.words.set_value("")
        self.mark.setFocus()


class MeasureForm(AddForm):
    """Which child, what, how much, on which line of the chart, and who measured."""

    def make(self) -> None:
        say, family = self._say, self._family
        children = tuple((one.id, one.called) for one in family.children)
        self.child = SelectField(say("visit.particular.measure.child"), children)
        if len(children) == 1:
            self.child.set_value(children[0][0])
        self.what = SelectField(say("visit.particular.measure.what"), tuple(listed(say, "measure", MeasureOf)))
        self.what.set_value("weight_kg")
        self.value = LineField(say("visit.particular.measure.value"), characters=8)
        self.centile = LineField(say("visit.particular.measure.centile"), characters=12)
        doctors = [Speaker(one.id, one.in_full) for one in family.professionals]
        self.by = WhoField(say, say("visit.particular.measure.by"), doctors)
        self._who = ""
        self.by.chosen.connect(self._by)
        for name in ("child", "what", "value", "centile", "by"):
            self.field(getattr(self, name), name)

    def _by(self, who: str) -> None:
        self._who = who

    def read(self) -> Change | None:
        number = _number(self.value.value())
        self.child.show_error("" if self.child.value() else self._say("visit.particular.measure.no_child"))
        self.value.show_error(self._say("visit.particular.measure.wrong") if number is None else "")
        if not self.child.value() or number is None:
            (self.value if self.child.value() else self.child).setFocus()
            return None
        what = self.what.value() or "weight_kg"
        return measured(self.child.value(), what, number, self.centile.value(), self._who)  # type: ignore[arg-type]  # a code

    def empty(self) -> None:
        self.value.set_value("")
        self.centile.set_value("")
        self.value.setFocus()


def _number(typed: str) -> float | None:
    try:
        value = float(typed.strip().replace(",", "."))
    except ValueError:
        return None
    return value if 0 < value < 300 else None
