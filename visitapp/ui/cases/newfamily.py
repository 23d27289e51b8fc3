"""A new family by hand: its name, its children, who lives there, where, and the plan. All but a name can wait."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from visitapp.domain.codes import PlanKind, codes
from visitapp.ui.cases.form import FamilyForm, Wrong
from visitapp.ui.cases.repeated import ChildFields, PersonFields, Repeated
from visitapp.ui.kit.card import Card
from visitapp.ui.kit.fields import LineField, SelectField
from visitapp.ui.kit.livepage import LivePage
from visitapp.ui.kit.press import PrimaryButton
from visitapp.words import Say


class NewFamilyPage(LivePage):
    """`begin_pressed` carries a FamilyForm; `typed` comes with every change; `begun` (stream) once it is there."""

    begin_pressed = Signal(object)
    typed = Signal()
    begun = Signal(str)

    def __init__(self, say: Say, parent: QWidget | None = None) -> None:
        super().__init__(say("cases.begin"), say("family.hint"), parent=parent)
        self._say = say
        self.name = LineField(say("family.title"), say("family.title.hint"), characters=40)
        self.reference = LineField(say("family.reference"), say("family.reference.hint"), characters=24)
        self.children_ = Repeated(say("family.child.add"), lambda: ChildFields(say), say("family.child.gone"))
        self.people = Repeated(say("family.person.add"), lambda: PersonFields(say), say("family.person.gone"))
        self.address = LineField(say("family.address"), characters=60)
        self.safety = LineField(say("family.safety"), say("family.safety.hint"), characters=75)
        plans = tuple((code, say(f"code.plan.{code}")) for code in codes(PlanKind))
        self.plan = SelectField(say("family.plan"), (("", say("family.plan.none")), *plans), say("family.plan.hint"))
        self.plan.set_value("")
        self.every = LineField(say("family.visit_every"), say("family.visit_every.hint"), characters=4)
        self._fill()
        self.children_.grow(1)
        self.people.grow(1)
        self.start_at = self.name.control

    def _fill(self) -> None:
        say = self._say
        for heading, hint, fields in (
            ("family.card", "", (self.name, self.reference)),
            ("family.children", "family.children.hint", (self.children_,)),
            ("family.people", "family.people.hint", (self.people,)),
            ("family.where", "", (self.address, self.safety)),
            ("family.plans", "", (self.plan, self.every)),
        ):
            card = Card(say(heading), say(hint) if hint else "")
            for field in fields:
                card.add(field)
            self.add(card)
        self.button = PrimaryButton(say("family.begin"))
        self.button.clicked.connect(lambda: self.begin_pressed.emit(self.form()))
        self.set_foot(self.button)
        for line in (self.name, self.reference, self.address, self.safety, self.every):
            line.edited.connect(self.typed)
        self.plan.chosen.connect(self.typed)
        for repeated in (self.children_, self.people):
            repeated.typed.connect(self.typed)

    def form(self) -> FamilyForm:
        """What stands there."""
        return FamilyForm(
            title=self.name.value(),
            reference=self.reference.value(),
            address=self.address.value(),
            safety=self.safety.value(),
            plan=self.plan.value(),
            every=self.every.value(),
            children=tuple(fields.form() for fields in self.children_.of(ChildFields)),
            people=tuple(fields.form() for fields in self.people.of(PersonFields)),
        )

    def values(self) -> dict[str, str]:
        """What stands there, by field, to be kept."""
        form = self.form()
        found = {
            "title": form.title,
            "reference": form.reference,
            "address": form.address,
            "safety": form.safety,
            "plan": str(form.plan),
            "every": form.every,
        }
        for place, child in enumerate(form.children):
            born = {"name": child.name, "born": child.born, "unborn": "yes" if child.unborn else ""}
            found |= {f"child:{place}:{field}": words for field, words in born.items()}
        for place, person in enumerate(form.people):
            found |= {f"person:{place}:name": person.name, f"person:{place}:relation": person.relation}
        return found

    def show_values(self, values: dict[str, str]) -> None:
        """Put back what was kept."""
        for field, line in (
            ("title", self.name),
            ("reference", self.reference),
            ("address", self.address),
            ("safety", self.safety),
            ("every", self.every),
        ):
            line.set_value(values.get(field, ""))
        self.plan.set_value(values.get("plan", ""))
        for kind, repeated in (("child", self.children_), ("person", self.people)):
            places = [int(field.split(":")[1]) for field in values if field.startswith(f"{kind}:")]
            repeated.grow(max(places, default=0) + 1)
            for place, fields in enumerate(repeated.fields()):
                prefix = f"{kind}:{place}:"
                fields.show_values(
                    {field.removeprefix(prefix): words for field, words in values.items() if field.startswith(prefix)}
                )

    def show_wrong(self, wrong: tuple[Wrong, ...]) -> None:
        """What has to be put right: on top, and above each field."""
        fields = self._by_name()
        for field in fields.values():
            field.show_error("")
        for one in reversed(wrong):
            fields[one.field].show_error(self._say(one.words))
        heading = self._say("family.wrong", n=len(wrong)) if wrong else ""
        self.show_errors(heading, [(self._say(one.words), fields[one.field]) for one in wrong])

    def _by_name(self) -> dict[str, LineField]:
        found: dict[str, LineField] = {
            "title": self.name,
            "reference": self.reference,
            "address": self.address,
            "every": self.every,
        }
        for kind, repeated in (("child", self.children_), ("person", self.people)):
            for place, fields in enumerate(repeated.fields()):
                found |= {f"{kind}:{place}:{name}": line for name, line in fields.lines().items()}
        return found

    def show_busy(self, busy: bool) -> None:
        """While it is being signed the button waits."""
        self.button.setEnabled(not busy)
        self.button.setText(self._say("family.beginning" if busy else "family.begin"))

    def show_begun(self, stream: str) -> None:
        """It is there."""
        self.begun.emit(stream)
