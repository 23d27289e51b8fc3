"""All particular things on one part of a page: those that were added, and a fold for each kind of form."""

from PySide6.QtWidgets import QWidget

from visitapp.domain.draft import Draft
from visitapp.domain.judgement import Worry
from visitapp.ui.visit.changes.particulars import particulars_of, without
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.particulars.addform import AddForm
from visitapp.ui.visit.particulars.around import AddressForm, KnownOfChildForm, PlanForm, ProfessionalForm
from visitapp.ui.visit.particulars.health import MeasureForm, OpinionForm
from visitapp.ui.visit.particulars.household import HouseholdForm
from visitapp.ui.visit.particulars.observation import ObservationForm
from visitapp.ui.visit.particulars.wording import particular_words
from visitapp.ui.visit.particulars.worry import EarlierWorryForm, WorryForm
from visitapp.ui.visit.parts.added import Added
from visitapp.ui.visit.parts.section import Section
from visitapp.words import Say

FORMS: dict[str, type[AddForm]] = {
    "observation": ObservationForm,
    "worry": WorryForm,
    "earlier_worry": EarlierWorryForm,
    "opinion": OpinionForm,
    "measure": MeasureForm,
    "household": HouseholdForm,
    "address": AddressForm,
    "child": KnownOfChildForm,
    "plan": PlanForm,
    "professional": ProfessionalForm,
}
OF_KIND = {
    "referral": "worry",
    "health_appointment": "opinion",
    "hospital": "opinion",
    "household_change": "household",
    "moved": "address",
    "school_left": "child",
    "school_started": "child",
    "school_report": "observation",
    "police": "observation",
}
"""Which form a quick note of a kind opens by itself."""


class Particulars(Section):
    """The forms are made when they are opened; a quiet visit never sees them."""

    def __init__(self, say: Say, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.particulars"), say("visit.particulars.hint"), parent)
        self._say, self._family = say, family
        self.added = Added(say)
        self.added.taken_back.connect(lambda item: self.changed.emit(without(item)))
        self.add(named(self.added, "particulars"))
        self.forms: dict[str, AddForm] = {}
        self._draft: Draft | None = None
        for name, form in FORMS.items():
            if name == "earlier_worry" and not family.case.of(Worry):
                continue
            made = self.forms[name] = form(say, family, name)
            made.changed.connect(self.changed)
            self.add(named(made, f"particular:{name}"))
        self.forms["opinion"].opened.connect(lambda _on: self._show_marks())

    def show_draft(self, draft: Draft) -> None:
        """Show what was added here."""
        self._draft = draft
        self.added.show_rows(particular_words(self._say, self._family, particulars_of(draft), draft))
        self._show_marks()

    def _show_marks(self) -> None:
        """The marks of this visit can be chosen for what health says of one."""
        opinion = self.forms["opinion"]
        assert isinstance(opinion, OpinionForm)  # noqa: S101  # made above
        if self._draft is not None:
            opinion.show_draft(self._draft)

    def open_for(self, kind: str) -> None:
        """Open the form that a kind of contact is mostly about."""
        form = self.forms.get(OF_KIND.get(kind, ""))
        if form is not None:
            form.set_open(True)
