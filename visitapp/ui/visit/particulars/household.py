"""Who lives in the home now: somebody moved in or out, two people are partners, a man looks after the children."""

from visitapp.domain.days import Day
from visitapp.domain.family import Stay
from visitapp.ui.bodymap.accounts import WhoField
from visitapp.ui.bodymap.sheet import Speaker
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.day import DayField
from visitapp.ui.kit.fields import LineField, SelectField
from visitapp.ui.visit.changes import Change
from visitapp.ui.visit.changes.particulars import looks_after, moved_in, moved_out, partners
from visitapp.ui.visit.particulars.addform import AddForm

WHAT = ("moved_in", "moved_out", "partners", "looks_after")


class HouseholdForm(AddForm):
    """Who, what changed, since when as far as is known."""

    def make(self) -> None:
        say, family = self._say, self._family
        self.what = Choice(
            say("visit.particular.household.what"), [(one, say(f"visit.particular.household.{one}")) for one in WHAT]
        )
        self.what.set_value("moved_in")
        people = [Speaker(one.id, one.in_full) for one in family.people]
        self.who = WhoField(say, say("visit.particular.household.who"), people)
        self.relation = LineField(say("visit.who.relation"), say("visit.who.relation.hint"), characters=40)
        self.of = SelectField(say("visit.particular.household.of"), tuple((one.id, one.name) for one in family.people))
        self.day = DayField(say, say("visit.particular.household.day"), lambda: family.today)
        self._who = ""
        self.who.chosen.connect(self._by)
        self.what.chosen.connect(self._fit)
        for name in ("what", "who", "relation", "of", "day"):
            self.field(getattr(self, name), name)
        self._fit("moved_in")

    def _by(self, who: str) -> None:
        self._who = who
        self._fit(self.what.value())

    def _known(self) -> bool:
        return self._who in self._family.case.people

    def _fit(self, what: str) -> None:
        self.of.setVisible(what == "partners")
        self.day.setVisible(what in ("moved_in", "moved_out"))
        self.relation.setVisible(bool(self._who.strip()) and not self._known() and what != "moved_out")

    def read(self) -> Change | None:
        what = self.what.value() or "moved_in"
        missing = not self._who.strip() or (what == "moved_out" and not self._known())
        self.who.select.show_error(self._say("visit.particular.no_name") if missing else "")
        alone = what == "partners" and not self.of.value()
        self.of.show_error(self._say("visit.particular.no_name") if alone else "")
        if missing or alone:
            (self.who if missing else self.of).setFocus()
            return None
        day = self.day.day()
        known = self._known()
        if what == "moved_out":
            open_stays = tuple(
                one for one in self._family.case.of(Stay)
                if one.person == self._who and one.until is None and not one.until_unknown
            )  # fmt: skip
            reason = self._say("visit.particular.household.reason")
            return moved_out(self._who, Day.of(day) if day else None, open_stays, reason)
        if what == "partners":
            return partners(self._who, self.relation.value(), self.of.value(), known=known)
        if what == "looks_after":
            reason = self._say("visit.particular.child.reason")
            return looks_after(self._family.case, self._who, self.relation.value(), reason)
        return moved_in(self._who, self.relation.value(), Day.of(day) if day else None, known=known)

    def empty(self) -> None:
        self._who = ""
        self.who.set_value("")
        self.relation.set_value("")
        self.of.set_value("")
        self.day.set_day(None)
        self._fit(self.what.value())
        self.what.setFocus()
