"""Something seen, told or read: by whom, about whom, what it is about, whether it worries or reassures."""

from visitapp.domain.codes import Source, Tone, Topic
from visitapp.domain.days import Day
from visitapp.ui.bodymap.accounts import WhoField
from visitapp.ui.bodymap.sheet import Speaker
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.day import DayField
from visitapp.ui.kit.fields import LineField, SelectField
from visitapp.ui.kit.ticks import Tick
from visitapp.ui.visit.changes import Change
from visitapp.ui.visit.changes.particulars import Noted, noted
from visitapp.ui.visit.particulars.addform import AddForm
from visitapp.ui.visit.parts.asking import listed

_TOLD = ("told", "read")
_ITS_OWN = ("child_tells",)  # words that tell of harm stand with the child


class ObservationForm(AddForm):
    """What it is about comes first: it says what else is asked."""

    def make(self) -> None:
        say, family = self._say, self._family
        self.topic = SelectField(say("visit.particular.observation.topic"),
                                 tuple(listed(say, "topic", Topic, without=_ITS_OWN)))  # fmt: skip
        self.words = LineField(say("visit.particular.observation.words"))
        self.source = Choice(say("visit.particular.observation.source"), listed(say, "source", Source))
        self.source.set_value("seen")
        people = [Speaker(one.id, one.in_full) for one in (*family.speakers, *family.professionals)]
        self.by = WhoField(say, say("visit.particular.observation.by"), people)
        self.by.hide()
        about = tuple((one.id, one.called) for one in family.children) + tuple((p.id, p.name) for p in family.people)
        self.about = SelectField(say("visit.particular.observation.about"), about)
        self.tone = Choice(say("visit.particular.observation.tone"), listed(say, "tone", Tone))
        self.on = DayField(say, say("visit.particular.observation.on"), lambda: family.today)
        self.child_changed = Tick(say("visit.particular.observation.child_changed"))
        self.worked_with_us = Tick(say("visit.particular.observation.worked_with_us"))
        self._who = ""
        self.by.chosen.connect(self._by)
        self.source.chosen.connect(lambda code: self.by.setVisible(code in _TOLD))
        for name in ("topic", "words", "source", "by", "about", "tone", "on", "child_changed", "worked_with_us"):
            self.field(getattr(self, name), name)

    def _by(self, who: str) -> None:
        self._who = who

    def read(self) -> Change | None:
        if not self.wanted(self.words, "visit.particular.no_words"):
            return None
        source = self.source.value() or "seen"
        day = self.on.day()
        return noted(
            Noted(
                text=self.words.value(),
                source=source,  # type: ignore[arg-type]  # a code
                by=self._who if source in _TOLD else "",
                about=self.about.value(),
                topic=self.topic.value() or None,  # type: ignore[arg-type]  # a code
                tone=self.tone.value() or None,  # type: ignore[arg-type]  # a code
                on=Day.of(day) if day else None,
                change_for_child=self.child_changed.isChecked(),
                cooperative=self.worked_with_us.isChecked(),
            )
        )

    def empty(self) -> None:
        self.words.set_value("")
        self.on.set_day(None)
        for select in (self.topic, self.about):
            select.set_value("")
        self.tone.set_value("")
        for tick in (self.child_changed, self.worked_with_us):
            tick.setChecked(False)
        self.topic.setFocus()
