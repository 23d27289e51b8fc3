"""What changed around a child: what is known of it, a new address, a plan or an order, who works with the family."""

from typing import Any

from visitapp.domain.codes import PlanKind, Sector
from visitapp.domain.days import Day
from visitapp.domain.family import Plan
from visitapp.domain.standing import plans_in_force
from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.day import DayField
from visitapp.ui.kit.fields import LineField, SelectField
from visitapp.ui.visit.changes import Change, learnt
from visitapp.ui.visit.changes.particulars import new_address, plan_begins, plan_ends, works_with
from visitapp.ui.visit.particulars.addform import AddForm
from visitapp.ui.visit.parts.asking import listed


class KnownOfChildForm(AddForm):
    """Speech, language, disability, school, parental responsibility; for one not born yet the day of its birth."""

    def make(self) -> None:
        say, family = self._say, self._family
        children = tuple((one.id, one.name) for one in family.case.children)
        self.child = SelectField(say("visit.particular.child.child"), children)
        self.verbal, self.attends = self.truth("verbal"), self.truth("attends")
        languages = [("en", say("visit.particular.child.english")),
                     ("not_english", say("visit.particular.child.other_language"))]  # fmt: skip
        self.language = Choice(say("visit.particular.child.language"), languages)
        self.disability = LineField(say("visit.particular.child.disability"))
        self.school = LineField(say("visit.particular.child.school"))
        people = [(one.id, one.in_full) for one in family.people]
        self.responsible = TickRow(say("visit.particular.child.responsible"), people)
        self.born = DayField(say, say("visit.particular.child.born"), lambda: family.today)
        self.child.chosen.connect(self._show)
        for name in ("child", "verbal", "language", "disability", "school", "attends", "responsible", "born"):
            self.field(getattr(self, name), name)
        self.born.hide()
        self.responsible.setVisible(bool(people))

    def _show(self, child: str) -> None:
        """What is recorded of the child so far."""
        known = next((one for one in self._family.case.children if one.id == child), None)
        if known is None:
            return
        for field, value in ((self.verbal, known.verbal), (self.attends, known.attends)):
            field.set_value("" if value == "unknown" else value)
        self.language.set_value("en" if known.language == "en" else "not_english" if known.language else "")
        self.disability.set_value(known.disability)
        self.school.set_value(known.school)
        self.responsible.set_value(known.parental_responsibility)
        self.born.setVisible(known.unborn)

    def read(self) -> Change | None:
        child = self.child.value()
        self.child.show_error("" if child else self._say("visit.particular.measure.no_child"))
        if not child:
            self.child.setFocus()
            return None
        known = next(one for one in self._family.case.children if one.id == child)
        facts: dict[str, Any] = {
            "verbal": self.verbal.value() or "unknown",
            "attends": self.attends.value() or "unknown",
            "disability": self.disability.value().strip(),
            "school": self.school.value().strip(),
            "parental_responsibility": self.responsible.value(),
        }
        spoken = self.language.value()
        if spoken != ("en" if known.language == "en" else "not_english" if known.language else ""):
            facts["language"] = spoken  # a code that says more than "not English" stays as it is
        day = self.born.day()
        if known.unborn and day is not None:
            facts |= {"unborn": False, "born": Day.of(day), "due": None}
        return learnt.known(self._family.case, child, self._say("visit.particular.child.reason"), **facts)

    def empty(self) -> None:
        self.child.setFocus()


class AddressForm(AddForm):
    """Where, since when, what a worker should know first, and who must not learn it."""

    def make(self) -> None:
        say, family = self._say, self._family
        self.label = LineField(say("visit.particular.address.label"), characters=40)
        self.since = DayField(say, say("visit.particular.household.day"), lambda: family.today)
        self.safety = LineField(say("family.safety"), say("family.safety.hint"))
        people = [(one.id, one.in_full) for one in family.people]
        self.keep_from = TickRow(say("visit.particular.address.keep_from"), people)
        for name in ("label", "since", "safety", "keep_from"):
            self.field(getattr(self, name), name)
        self.keep_from.setVisible(bool(people))

    def read(self) -> Change | None:
        if not self.wanted(self.label, "visit.particular.address.no_label"):
            return None
        day = self.since.day()
        on = Day.of(day) if day else None
        return new_address(self.label.value(), on, self.safety.value(), self.keep_from.value())

    def empty(self) -> None:
        for field in (self.label, self.safety):
            field.set_value("")
        self.since.set_day(None)
        self.keep_from.set_value(())
        self.label.setFocus()


class PlanForm(AddForm):
    """A plan or an order begins for some of the children, or one in force ends."""

    def make(self) -> None:
        say, family = self._say, self._family
        in_force = [plan for one in family.case.children for plan in plans_in_force(family.case, one.id, family.today)]
        self._plans: dict[str, Plan] = {plan.id: plan for plan in in_force}
        what = [("begins", say("visit.particular.plan.begins"))]
        what += [("ends", say("visit.particular.plan.ends"))] if in_force else []
        self.what = Choice(say("visit.particular.plan.what"), what)
        self.what.set_value("begins")
        self.kind = SelectField(say("visit.particular.plan.kind"), tuple(listed(say, "plan", PlanKind)))
        self.children_ = TickRow(say("visit.particular.plan.children"), [(c.id, c.called) for c in family.children])
        self.children_.set_value([one.id for one in family.children])
        self.every = LineField(say("visit.particular.plan.every"), characters=5)
        self.which = TickRow(
            say("visit.particular.plan.which"),
            [(id_, f"{say(f'code.plan.{plan.kind}')}: {family.called(plan.child)}") for id_, plan in
             self._plans.items()],
        )  # fmt: skip
        self.day = DayField(say, say("visit.particular.plan.day"), lambda: family.today)
        self.what.chosen.connect(self._fit)
        for name in ("what", "kind", "children_", "every", "which", "day"):
            self.field(getattr(self, name), name)
        self._fit("begins")

    def _fit(self, what: str) -> None:
        for widget in (self.kind, self.children_, self.every):
            widget.setVisible(what != "ends")
        self.which.setVisible(what == "ends")

    def read(self) -> Change | None:
        day = self.day.day()
        on = Day.of(day) if day else None
        if self.what.value() == "ends":
            ended = tuple(self._plans[id_] for id_ in self.which.value())
            self.which.show_error("" if ended else self._say("visit.particular.plan.no_kind"))
            return plan_ends(ended, on, self._say("visit.particular.plan.reason")) if ended else None
        kind, every = self.kind.value(), self.every.value().strip()
        self.kind.show_error("" if kind else self._say("visit.particular.plan.no_kind"))
        days = int(every) if every.isascii() and every.isdigit() and 0 < int(every) <= 365 else None
        self.every.show_error(self._say("visit.particular.measure.wrong") if every and days is None else "")
        if not kind or (every and days is None):
            (self.every if kind else self.kind).setFocus()
            return None
        return plan_begins(self.children_.value(), kind, days, on)  # type: ignore[arg-type]  # a code

    def empty(self) -> None:
        self.kind.set_value("")
        self.every.set_value("")
        self.which.set_value(())
        self.day.set_day(None)


class ProfessionalForm(AddForm):
    """Name, work and service: from the next visit on they can be chosen where somebody is named."""

    def make(self) -> None:
        say = self._say
        self.name_ = LineField(say("visit.particular.professional.name"), characters=40)
        self.role = LineField(
            say("visit.particular.professional.role"), say("visit.particular.professional.role.hint"), characters=40
        )
        self.agency = LineField(say("visit.particular.professional.agency"), characters=40)
        self.sector = SelectField(say("visit.particular.professional.sector"), tuple(listed(say, "sector", Sector)))
        for name in ("name_", "role", "agency", "sector"):
            self.field(getattr(self, name), name)

    def read(self) -> Change | None:
        if not self.role.value().strip() and not self.wanted(self.name_, "visit.particular.no_name"):
            return None
        sector = self.sector.value() or "other"
        return works_with(self.name_.value(), self.role.value(), self.agency.value(), sector)  # type: ignore[arg-type]  # a code

    def empty(self) -> None:
        for field in (self.name_, self.role, self.agency):
            field.set_value("")
        self.sector.set_value("")
        self.name_.setFocus()
