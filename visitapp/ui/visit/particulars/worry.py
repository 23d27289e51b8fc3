"""A worry that somebody brought, in their words; and what became of an earlier one."""

from visitapp.domain.codes import WorryLabel
from visitapp.domain.judgement import Worry
from visitapp.ui.bodymap.accounts import WhoField
from visitapp.ui.bodymap.sheet import Speaker
from visitapp.ui.kit.choice import Choice
from visitapp.ui.kit.fields import AreaField, LineField, SelectField
from visitapp.ui.visit.changes import Change
from visitapp.ui.visit.changes.particulars import Brought, became_of, brought
from visitapp.ui.visit.particulars.addform import AddForm
from visitapp.ui.visit.parts.asking import listed, value_of

_LATEST = 12


class WorryForm(AddForm):
    """Who brought it, about which child, in what words, seen by themselves or not, read back or not."""

    def make(self) -> None:
        say, family = self._say, self._family
        people = [Speaker(one.id, one.in_full) for one in (*family.speakers, *family.professionals)]
        self.by = WhoField(say, say("visit.particular.worry.by"), people)
        self.words = AreaField(say("visit.particular.worry.words"), say("visit.particular.worry.words.hint"), lines=2)
        children = tuple((one.id, one.called) for one in family.children)
        self.about = SelectField(say("visit.particular.worry.about"), children)
        self.first_hand, self.read_back = self.truth("first_hand"), self.truth("read_back")
        self.called = Choice(say("visit.particular.worry.called"), listed(say, "label", WorryLabel))
        self._who = ""
        self.by.chosen.connect(self._by)
        for name in ("by", "words", "about", "first_hand", "read_back", "called"):
            self.field(getattr(self, name), name)

    def _by(self, who: str) -> None:
        self._who = who

    def read(self) -> Change | None:
        missing = not self._who.strip()
        self.by.select.show_error(self._say("visit.particular.no_name") if missing else "")
        if missing:
            self.by.setFocus()
            return None
        return brought(
            Brought(
                by=self._who,
                text=self.words.value(),
                about=self.about.value(),
                first_hand=value_of(self.first_hand.value()),  # type: ignore[arg-type]  # a code
                read_back=value_of(self.read_back.value()),  # type: ignore[arg-type]  # a code
                called=self.called.value() or None,  # type: ignore[arg-type]  # a code
            )
        )

    def empty(self) -> None:
        self._who = ""
        self.by.set_value("")
        self.words.set_value("")
        self.about.set_value("")
        for choice in (self.first_hand, self.read_back, self.called):
            choice.set_value("")
        self.by.setFocus()


class EarlierWorryForm(AddForm):
    """What became of a worry that was brought before."""

    def make(self) -> None:
        say, family = self._say, self._family
        worries = family.case.of(Worry)[-_LATEST:]
        options = tuple(
            (one.id, say("visit.particular.earlier_worry.one", by=family.case.name(one.by), words=one.text or "–"))
            for one in reversed(worries)
        )
        self.which = SelectField(say("visit.particular.earlier_worry.which"), options)
        self.spoken_to, self.withdrawn = self.truth("spoken_to"), self.truth("withdrawn")
        self.called = Choice(say("visit.particular.worry.called"), listed(say, "label", WorryLabel))
        self.words = LineField(say("visit.particular.earlier_worry.words"))
        for name in ("which", "spoken_to", "withdrawn", "called", "words"):
            self.field(getattr(self, name), name)

    def read(self) -> Change | None:
        missing = not self.which.value()
        self.which.show_error(self._say("visit.particular.earlier_worry.none") if missing else "")
        if missing:
            self.which.setFocus()
            return None
        called, withdrawn, spoken = (choice.value() for choice in (self.called, self.withdrawn, self.spoken_to))
        return became_of(
            self.which.value(),
            called or None,  # type: ignore[arg-type]  # a code
            value_of(withdrawn),  # type: ignore[arg-type]  # a code
            value_of(spoken),  # type: ignore[arg-type]  # a code
            self.words.value(),
        )

    def empty(self) -> None:
        self.which.set_value("")
        self.words.set_value("")
        for choice in (self.spoken_to, self.withdrawn, self.called):
            choice.set_value("")
