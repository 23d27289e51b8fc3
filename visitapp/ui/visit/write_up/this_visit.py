"""What kind of visit this was: all of it "as last time" in one tick, or one by one."""

from PySide6.QtWidgets import QWidget

from visitapp.domain.codes import VISITS, Outcome, Place, Purpose
from visitapp.domain.contact import PlaceProposed
from visitapp.domain.days import Day
from visitapp.domain.draft import Draft
from visitapp.ui.kit.card import Fold
from visitapp.ui.kit.choice import Choice, TickRow
from visitapp.ui.kit.day import DayField, TimeField
from visitapp.ui.kit.fields import LineField, SelectField
from visitapp.ui.kit.text import Para
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.visit.changes import basics, joint
from visitapp.ui.visit.family import Family
from visitapp.ui.visit.fieldname import named
from visitapp.ui.visit.parts.added import Added
from visitapp.ui.visit.parts.asking import listed, shown, value_of, yes_no
from visitapp.ui.visit.parts.section import Section
from visitapp.ui.visit.wording import described
from visitapp.words import Say

_AT_HOME = (None, "home", "doorstep")


class ThisVisit(Section):
    """Kind, purpose, place, time and with whom; all of it as last time in one tick."""

    def __init__(self, say: Say, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(say("visit.this"), parent=parent)
        self._say, self._family = say, family
        self.summary = Para()
        self.add(self.summary)
        last = family.last_visit
        self.like_last: Tick | None = None
        if last is not None:
            self.like_last = Tick(say("visit.this.as_last_time", what=described(say, family, last)))
            self.like_last.clicked.connect(self._like_last)
            self.add(named(self.like_last, "this:like"))
        planned = [("yes", say("visit.this.planned")), ("no", say("visit.this.unannounced"))]
        self.announced = Choice(say("visit.this.announced"), planned)
        self.announced.chosen.connect(lambda code: self._set(announced=value_of(code)))
        self.add(named(self.announced, "this:announced"))
        self.more = Fold(say("visit.this.more"))
        self.add(named(self.more, "this:more"))

    def add_purpose(self) -> None:
        """What for and where, folded away. Made by itself, as is what follows: lists take their time."""
        say = self._say
        self.kind = Choice(
            say("visit.this.kind"), [(kind, say(f"code.contact_kind.{kind}")) for kind in sorted(VISITS)]
        )
        self.purpose = SelectField(say("visit.this.purpose"), tuple(listed(say, "purpose", Purpose)))
        self.statutory = yes_no(say, say("visit.this.statutory"))
        addresses = tuple((one.id, one.label) for one in self._family.addresses)
        self.address = SelectField(say("visit.this.address"), addresses)
        self.outcome = SelectField(say("visit.this.outcome"), tuple(listed(say, "outcome", Outcome)))
        self.place = SelectField(say("visit.this.place"), tuple(listed(say, "place", Place)))
        self.place.chosen.connect(lambda code: self._set(place=code or None))
        self._add_elsewhere()
        self.kind.chosen.connect(lambda code: self._set(kind=code or "home_visit"))
        self.purpose.chosen.connect(lambda code: self._set(purpose=code or None))
        self.statutory.chosen.connect(lambda code: self._set(counts_as_statutory=value_of(code)))
        self.address.chosen.connect(lambda code: self._set(address=code))
        self.outcome.chosen.connect(lambda code: self._set(outcome=code or None))
        for name in (
            "kind",
            "place",
            "chosen_by",
            "purpose",
            "statutory",
            "address",
            "outcome",
            "asked_by",
            "proposed",
        ):
            self.more.add(named(getattr(self, name), f"this:{name}"))
        self.address.setVisible(bool(addresses))

    def _add_elsewhere(self) -> None:
        """Somebody asked for another place; and who chose where the child was seen, where it was not at home."""
        people = tuple((one.id, one.in_full) for one in self._family.people)
        self.asked_by = SelectField(self._say("visit.this.proposed_by"), (("", "–"), *people))
        self.proposed = LineField(self._say("visit.this.proposed"))
        self.asked_by.chosen.connect(lambda _code: self._elsewhere())
        self.proposed.edited.connect(lambda _words: self._elsewhere())
        others = tuple((one.id, one.in_full) for one in self._family.professionals)
        self.chosen_by = SelectField(self._say("visit.this.chosen_by"), (("", "–"), *people, *others))
        self.chosen_by.chosen.connect(lambda code: self._set(place_chosen_by=code))

    def _elsewhere(self) -> None:
        by, where = self.asked_by.value(), self.proposed.value().strip()
        self._set(place_proposed=PlaceProposed(by, where) if by or where else None)

    def add_when(self) -> None:
        """When, and how long."""
        say = self._say
        self.day = DayField(say, say("visit.this.day"), lambda: self._family.today)
        self.time = TimeField(say, say("visit.this.time"))
        self.minutes = LineField(say("visit.this.minutes"), characters=6)
        self.day.changed.connect(lambda day: self._set(date=Day.of(day)) if day else None)
        self.time.changed.connect(lambda at: self._set(time=f"{at:%H:%M}" if at else ""))
        self.minutes.edited.connect(lambda words: self._set(minutes=int(words) if words.isdecimal() else None))
        for name in ("day", "time", "minutes"):
            self.more.add(named(getattr(self, name), f"this:{name}"))

    def add_others(self) -> None:
        """With whom, and what could not be done."""
        say = self._say
        self._add_colleagues()
        ours = {one.member for one in self._family.colleagues}
        others = [(one.id, one.in_full) for one in self._family.professionals if one.id not in ours]
        self.joint = TickRow(say("visit.this.joint"), others, say("visit.this.joint.hint"))
        named_here = frozenset(id_ for id_, _ in others)
        self.joint.changed.connect(lambda ids: self.changed.emit(joint.with_others(ids, named_here)))
        self.planned = LineField(say("visit.this.planned_things"), say("visit.this.planned_things.hint"))
        self.planned.edited.connect(lambda words: self._set(planned=several(words)))
        self.not_done = LineField(say("visit.this.not_done"), say("visit.this.not_done.hint"))
        self.not_done.edited.connect(lambda words: self._set(not_done=several(words)))
        self.unease = LineField(say("visit.this.unease"), say("visit.this.unease.hint"))
        self.unease.edited.connect(lambda words: self._set(unease=words.strip()))
        for name in ("joint", "planned", "not_done", "unease"):
            self.more.add(named(getattr(self, name), f"this:{name}"))
        self.joint.setVisible(bool(others))

    def _add_colleagues(self) -> None:
        """Who of us was there too: a joint visit is signed by both."""
        say, ours = self._say, self._family.colleagues
        options = tuple((one.member, f"{one.name} ({one.job})" if one.job else one.name) for one in ours)
        self.colleague = SelectField(say("visit.this.colleague"), options, say("visit.this.colleague.hint"))
        self.colleague.chosen.connect(self._with_colleague)
        self.colleagues = Added(say)
        self.colleagues.taken_back.connect(lambda member: self.changed.emit(joint.without_colleague(member)))
        self.more.add(named(self.colleague, "this:colleague"))
        self.more.add(named(self.colleagues, "this:colleagues"))
        self.colleague.setVisible(bool(ours))

    def _with_colleague(self, member: str) -> None:
        one = next((one for one in self._family.colleagues if one.member == member), None)
        if one is not None:
            self.changed.emit(joint.with_colleague(one, known=member in self._family.case.professionals))
        self.colleague.set_value("")

    def _set(self, **facts: object) -> None:
        self.changed.emit(basics.contact(**facts))

    def _like_last(self, on: bool) -> None:
        last = self._family.last_visit
        if last is not None:
            self.changed.emit(basics.like(last) if on else basics.unlike())

    def show_draft(self, draft: Draft) -> None:
        """Show what the draft says of the visit itself."""
        contact, last = draft.contact, self._family.last_visit
        self.summary.setText(described(self._say, self._family, contact, when=True))
        if self.like_last is not None and last is not None:
            self.like_last.setChecked(basics.is_like(contact, last))
        self.announced.set_value(shown(contact.announced))
        self.kind.set_value(contact.kind)
        self.purpose.set_value(contact.purpose or "")
        self.statutory.set_value(shown(contact.counts_as_statutory))
        self.address.set_value(contact.address)
        self.outcome.set_value(contact.outcome or "")
        self.joint.set_value(contact.also_by)
        self.colleagues.show_rows(
            [
                (one.member, self._say(f"visit.this.colleague.{'asked' if one.reads else 'cannot'}", name=one.name))
                for one in joint.colleagues_of(draft, self._family.colleagues)
            ]
        )
        if self.day.day() != contact.date.last() and not self.day.control.hasFocus():
            self.day.set_day(contact.date.last())
        if not self.time.control.hasFocus():
            self.time.set_value(contact.time)
        if not self.minutes.control.hasFocus():
            self.minutes.set_value("" if contact.minutes is None else str(contact.minutes))
        self.place.set_value(contact.place or "")
        proposed = contact.place_proposed or PlaceProposed()
        self.asked_by.set_value(proposed.by)
        self.chosen_by.setVisible(bool(contact.place_chosen_by) or contact.place not in _AT_HOME)
        self.chosen_by.set_value(contact.place_chosen_by)
        self.proposed.setVisible(contact.place_proposed is not None)
        for field, words in (
            (self.planned, "; ".join(contact.planned)),
            (self.not_done, "; ".join(contact.not_done)),
            (self.unease, contact.unease),
            (self.proposed, proposed.text),
        ):
            if not field.control.hasFocus():
                field.set_value(words)


def several(words: str) -> tuple[str, ...]:
    """What stands between semicolons, each by itself."""
    return tuple(part.strip() for part in words.split(";") if part.strip())
