"""Those who brought worries, and how a worry was labelled: two kinds of subject."""

from collections.abc import Sequence
from copy import copy
from datetime import date
from typing import Any

from visitapp.domain.judgement import Worry, WorryUpdate
from visitapp.questions.expression import Value
from visitapp.questions.known import Known
from visitapp.questions.shelf import Placed, known_with
from visitapp.questions.subjects import Evidence, Fact, Kind, Subject
from visitapp.words import text


class WorrySubject(Subject):
    """A worry. `limit`: views and labels as known with that thing; None: as known now."""

    kind = "worry"

    def __init__(self, known: Known, placed: Placed[Worry]) -> None:
        child = known.child_named(placed.item.about)
        super().__init__(known, placed.item.id, (known.root(placed.item.id),), (child,) if child else (), placed.step)
        self.placed = placed
        self.worry = placed.item
        self.limit: Placed[Any] | None = None

    @property
    def because(self) -> tuple[str, ...]:
        """The contact at which it was brought."""
        return (self.worry.contact,)

    @property
    def day(self) -> date:
        """The day on which it was brought."""
        return self.known.day_of(self.worry.contact, self.placed.kept.date)

    def args(self) -> dict[str, Any]:
        """Day and who brought it."""
        return {**super().args(), "date": self.day, "who": self.known.called(self.worry.by)}

    def earlier_sights(self) -> Sequence["WorrySubject"]:
        """As known with it, and with each later label: what a later review of the view does not undo."""
        if not self.new_voice():
            return ()
        later = [one for one in self.known.of(WorryUpdate) if one.item.called and not known_with(one, self.placed)]
        limits: list[Placed[Any]] = [self.placed, *later]
        return [self._as(limit) for limit in limits]

    def _as(self, limit: Placed[Any]) -> "WorrySubject":
        other = copy(self)
        other.limit = limit
        return other

    def _known_by(self, one: Placed[Any]) -> bool:
        return self.limit is None or known_with(one, self.limit)

    def earlier_voices(self) -> list[Placed[Worry]]:
        """The worries of other people within the window of the settings, that were known before."""
        days = self.known.thresholds.worry_window_days
        found = []
        for one in self.known.worries:
            if one.at >= self.placed.at:
                break
            near = abs((self.day - self.known.day_of(one.item.contact, one.kept.date)).days) <= days
            if near and self.known.voice(one.item.by) != self.known.voice(self.worry.by):
                found.append(one)
        return found

    def new_voice(self) -> bool:
        """Whether whoever brought it had brought none before, and somebody else had within the window."""
        return self.known.first_worry_of.get(self.known.voice(self.worry.by)) is self.placed and bool(
            self.earlier_voices()
        )

    def reviewed(self) -> bool:
        """Whether a view was recorded with it or after it."""
        return any(one.step >= self.placed.step and self._known_by(one) for one in self.known.views)

    def dismissed(self) -> list[Placed[Worry]]:
        """The earlier worries that were called malicious or gossip."""
        labelled = {
            self.known.root(one.item.worry) for one in self.known.of(WorryUpdate) if one.item.called and
            self._known_by(one)
        }  # fmt: skip
        return [one for one in self.earlier_voices() if one.item.called or self.known.root(one.item.id) in labelled]

    def homes(self) -> int:
        """From how many homes or agencies people have spoken within the window, this one included."""
        return len({self.known.home_of(one.item.by) for one in [*self.earlier_voices(), self.placed]})

    def voices(self) -> int:
        """How many people have spoken within the window, this one included."""
        return len({self.known.voice(one.item.by) for one in [*self.earlier_voices(), self.placed]})


class LabelSubject(Subject):
    """A label given to a worry: at once, or in a later word on it."""

    kind = "label"

    def __init__(self, known: Known, worry: Placed[Worry], label: Placed[Worry] | Placed[WorryUpdate]) -> None:
        child = known.child_named(worry.item.about)
        about = tuple(dict.fromkeys((known.root(worry.item.id), known.root(label.item.id))))
        super().__init__(known, label.item.id, about, (child,) if child else (), label.step)
        self.worry = worry
        self.label = label

    @property
    def because(self) -> tuple[str, ...]:
        """The contacts at which the worry was brought and labelled."""
        return tuple(dict.fromkeys((self.worry.item.contact, self.label.item.contact)))

    def args(self) -> dict[str, Any]:
        """Both days, who brought it and the label."""
        day = self.known.day_of(self.worry.item.contact, self.worry.kept.date)
        said = self.known.day_of(self.label.item.contact, self.label.kept.date)
        who = self.known.called(self.worry.item.by)
        return {**super().args(), "date": day, "said": said, "who": who,
                "label": text(f"ask.label.{self.label.item.called}")}  # fmt: skip


def find_worries(known: Known) -> list[WorrySubject]:
    """Every worry, in order."""
    return [WorrySubject(known, one) for one in known.worries]


def find_labels(known: Known) -> list[LabelSubject]:
    """Every label given to a worry, in order."""
    worries = {known.root(one.item.id): one for one in known.worries}
    found = [LabelSubject(known, one, one) for one in known.worries if one.item.called]
    for update in known.of(WorryUpdate):
        worry = worries.get(known.root(update.item.worry))
        if update.item.called and worry is not None:
            found.append(LabelSubject(known, worry, update))
    return found


def _voices(subject: WorrySubject) -> Evidence:
    earlier = subject.earlier_voices()
    contacts = tuple(dict.fromkeys([*(one.item.contact for one in earlier), subject.worry.contact]))
    return Evidence(contacts, {"voices": subject.voices()})


def _label(subject: LabelSubject) -> Value | None:
    return subject.label.item.called


WORRY_FACTS: tuple[Fact, ...] = (
    Fact("worry.new_voice", "bool", "whoever brought it had not been heard before, and somebody else brought a worry "
         "within the window of the settings", lambda worry: worry.new_voice(), _voices),
    Fact("worry.reviewed", "bool", "a view was recorded with it or after it",
         lambda worry: worry.reviewed(), costly=True),
    Fact("worry.voices", "int", "how many people brought a worry within the window",
         lambda worry: worry.voices(), costly=True),
    Fact("worry.homes", "int", "from how many homes or agencies they are",
         lambda worry: worry.homes(), costly=True),
    Fact("worry.dismissed_before", "bool", "an earlier one of these worries was called malicious or gossip",
         lambda worry: bool(worry.dismissed()), costly=True),
)  # fmt: skip

LABEL_FACTS: tuple[Fact, ...] = (
    Fact("label.called", "string", "how a worry was labelled: malicious or gossip", _label),
)

WORRY = Kind("worry", "a worry that somebody brought", find_worries, WORRY_FACTS)
LABEL = Kind("label", "a label given to a worry", find_labels, LABEL_FACTS)
