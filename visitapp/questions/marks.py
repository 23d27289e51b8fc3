"""A mark as a subject: one sighting of it, at one moment of what was known, with what was said of it.

The same mark seen again is one mark, under the id of its first sighting. What was known when it was seen may raise an
act-today question for good; so a mark is also looked at with what was known then and at each later word on the child's
age or milestones (`earlier_sights`).
"""

from collections.abc import Sequence
from copy import copy
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from visitapp.domain.days import Age
from visitapp.domain.marks import Account, Mark, Opinion
from visitapp.domain.organisation import Thresholds
from visitapp.domain.regions import REGIONS
from visitapp.questions import injury, signs, skin
from visitapp.questions.ages import Mobility, age_at, mobility
from visitapp.questions.known import Known
from visitapp.questions.shelf import Placed, known_with
from visitapp.questions.subjects import Subject
from visitapp.words import Text, text

EVERYDAY_PLACES = frozenset({"shin", "knee", "forehead"})
_SAYS_NOTHING = (None, "not_known")


class MarkSubject(Subject):
    """One sighting of a mark. `limit`: age and milestones as known with that thing; None: as known now."""

    kind = "mark"

    def __init__(self, known: Known, first: str, sighting: Placed[Mark]) -> None:
        self.mark = sighting.item
        self.sighting = sighting
        self.limit: Placed[Any] | None = None
        self.child = known.root(sighting.item.child)
        super().__init__(known, first, (first,), (self.child,) if self.child in known.children else (), sighting.step)

    @property
    def because(self) -> tuple[str, ...]:
        """The contacts at which it was seen, up to this sighting."""
        sightings = self.known.sightings[self.id]
        return tuple(dict.fromkeys(one.item.contact for one in sightings if one.at <= self.sighting.at))

    def args(self) -> dict[str, Any]:
        """Child, day and the mark itself."""
        nobody = text("ask.the_child")
        named = super().args() or {"child": nobody, "children": nobody, "n": 1}
        return {**named, "date": self.day, "mark": said_mark(self.mark)}

    def earlier_sights(self) -> Sequence["MarkSubject"]:
        """Every sighting with what was known at it, at each later word on the child, and now: each that differs once.

        Of what is known of the child only age, disability and mobility bear on a mark, so a moment at which those were
        the same would say the same.
        """
        found = {self._looks(): self}
        for sighting in self.known.sightings[self.id]:
            for limit in (*self._moments(sighting), None):
                if sighting is not self.sighting or limit is not None:
                    sight = self._as(sighting, limit)
                    found.setdefault(sight._looks(), sight)
        return list(found.values())[1:]

    def _looks(self) -> tuple[int, Age | None, bool, Mobility]:
        """All that two looks at one mark can differ in."""
        return self.sighting.at, self.age, self.disabled, self.mobility

    def _moments(self, sighting: Placed[Mark]) -> list[Placed[Any]]:
        """The sighting and what became known of the child's age and milestones after it; none where nothing did."""
        words: list[Placed[Any]] = [*self.known.milestones.get(self.child, ())]
        words += self.known.child_versions.get(self.child, ())
        later = [one for one in words if not known_with(one, sighting)]
        return [sighting, *later] if later else []

    def _as(self, sighting: Placed[Mark], limit: Placed[Any] | None) -> "MarkSubject":
        other = MarkSubject(self.known, self.id, sighting)
        other.limit = limit
        other.after = self.after
        return other

    def answered_at(self, step: int) -> "MarkSubject":
        """The same mark, counted from an answer."""
        again = copy(self)
        again.after = step
        return again

    # When, how old, how mobile

    @property
    def limits(self) -> Thresholds:
        """The organisation's settings."""
        return self.known.thresholds

    @cached_property
    def day(self) -> date:
        """The day of the contact at which it was seen."""
        return self.known.day_of(self.mark.contact, self.sighting.kept.date)

    @cached_property
    def _child_then(self) -> Any:
        versions = self.known.child_versions.get(self.child, [])
        if self.limit is None:
            newest = self.known.children.get(self.child)
            return newest.item if newest is not None else None
        by_then = [one for one in versions if known_with(one, self.limit)]
        return (by_then or versions)[-1 if by_then else 0].item if versions else None

    @cached_property
    def age(self) -> Age | None:
        """How old the child was on that day, as far as is known."""
        return age_at(self._child_then, self.day) if self._child_then is not None else None

    @cached_property
    def mobility(self) -> Mobility:
        """Whether the child got about without help on that day."""
        said = self.known.milestones.get(self.child, ())
        return mobility(
            self.age,
            disabled=self.disabled,
            said=[one.item for one in said if self.limit is None or known_with(one, self.limit)],
            day=self.day,
            limits=self.limits,
        )

    @property
    def disabled(self) -> bool:
        """Whether a disability is recorded: such a child is never taken for mobile."""
        child = self._child_then
        return bool(child is not None and child.disability.strip())

    # What was said of it

    @property
    def accounts(self) -> list[Placed[Account]]:
        """All that was said about how it came."""
        return self.known.accounts.get(self.id, [])

    @cached_property
    def explained(self) -> bool:
        """Whether anybody said anything, a "don't know" included."""
        return any(one.item.cause is not None or one.item.text.strip() for one in self.accounts)

    def said_cause(self, causes: frozenset[str]) -> Placed[Account] | None:
        """The newest account that names one of these causes."""
        return next((one for one in reversed(self.accounts) if one.item.cause in causes), None)

    @cached_property
    def unsuitable(self) -> bool | None:
        """Whether nothing was said, nothing that is an explanation, what does not fit, or what does not agree."""
        if all(one.item.cause in _SAYS_NOTHING and not one.item.text.strip() for one in self.accounts):
            return True
        if all(one.item.cause in ("not_known", "denied") for one in self.accounts):
            return True
        if any(one.item.fits == "no" for one in self.accounts) or self.versions(after=-1):
            return True
        return None

    def versions(self, after: int) -> list[Placed[Account]]:
        """The accounts that name different causes, one for each cause; empty while they agree.

        Only where one of them is newer than a step. A version told again by its own id (`same_as`) is no other one,
        and "not known" differs from nothing.
        """
        by_id = {self.known.root(one.item.id): one for one in self.accounts}
        told: dict[str, Placed[Account]] = {}
        newest = -1
        for one in self.accounts:
            cause = one.item.cause
            again = self.known.root(one.item.same_as) if one.item.same_as else ""
            if cause is None or cause == "not_known" or again in by_id:
                continue
            if cause not in told:
                told[cause] = one
                newest = max(newest, one.step)
        return list(told.values()) if len(told) > 1 and newest > after else []

    @cached_property
    def health_opinion(self) -> bool:
        """Whether a health professional who knew the history has said what it is."""
        return any(
            self.known.is_health(one.item.by) and one.item.knew_history == "yes" and one.item.says != "unclear"
            for one in self.known.opinions.get(self.id, ())
            if not (self.skin_changed and one.item.says in skin.SAYS_SKIN)
        )

    def says(self, *what: str) -> bool:
        """Whether a health professional called it that."""
        return any(
            self.known.is_health(one.item.by) and one.item.says in what for one in self.known.opinions.get(self.id, ())
        )

    @cached_property
    def accepted(self) -> Placed[Account] | None:
        """The newest explanation that was taken for an accident; one that was only told again is no newer one."""
        known = {self.known.root(one.item.id) for one in self.accounts}
        taken = [one for one in self.accounts if one.item.accepted and one.item.cause not in _SAYS_NOTHING]
        first = [one for one in taken if not one.item.same_as or self.known.root(one.item.same_as) not in known]
        return first[-1] if first else None

    @cached_property
    def called_medical(self) -> Placed[Opinion] | Placed[Account] | None:
        """The newest word of a health professional that the cause is medical."""
        opinions = [one for one in self.known.opinions.get(self.id, ()) if one.item.says == "medical"]
        accounts = [one for one in self.accounts if one.item.cause == "medical"]
        said: list[Placed[Opinion] | Placed[Account]] = [*opinions, *accounts]
        by_health = [one for one in said if self.known.is_health(one.item.by)]
        return max(by_health, key=lambda one: one.at, default=None)

    @property
    def certain(self) -> bool:
        """Whether it is known what it is."""
        return self.mark.certain and self.mark.kind != "unsure"

    @cached_property
    def hurt(self) -> injury.Hurt:
        """The mark as the injury rules read it."""
        accounts = [one.item for one in self.accounts]
        return injury.Hurt(
            mark=self.mark,
            age=self.age,
            moves=self.mobility.moves,
            unsuitable=self.unsuitable,
            others=self.known.marks_at.get((self.known.root(self.mark.contact), self.child), 1) - 1,
            causes=frozenset(one.cause for one in accounts if one.cause is not None),
            nobody_there=bool(accounts) and all(one.was_there == "no" for one in accounts),
            medical=self.says("medical"),
            accidental=self.says("accidental") and self.health_opinion,
            limits=self.limits,
            inflicted=bool(self.known.inflicted.get(self.child, frozenset()) - {self.id}),
        )

    @cached_property
    def rules(self) -> tuple[str, ...]:
        """The injury rules that speak on it."""
        return () if self.confirmed_skin else injury.spoken(self.hurt)

    @property
    def said_skin(self) -> bool:
        """Whether it is recorded as a birthmark or a condition of the skin."""
        return self.certain and self.mark.kind in injury.SKIN

    @cached_property
    def _skin_word(self) -> Placed[Opinion] | None:
        """The newest word of health that it is a birthmark or a condition of the skin."""
        said = [one for one in self.known.opinions.get(self.id, ()) if one.item.says in skin.SAYS_SKIN]
        return next((one for one in reversed(said) if self.known.is_health(one.item.by)), None)

    @cached_property
    def looks_otherwise(self) -> Placed[Mark] | None:
        """The newest sighting that looks otherwise than when health called it that, or than at first; None: none."""
        sightings = self.known.sightings[self.id]
        word = self._skin_word
        known = [one for one in sightings if word is not None and known_with(one, word)]
        before = known[-1] if known else sightings[0]
        later = [one for one in sightings if one.at > before.at and skin.changed(before.item, one.item)]
        return later[-1] if later else None

    @property
    def skin_changed(self) -> bool:
        """Whether a birthmark or condition of the skin, seen again, looked otherwise then."""
        return self.looks_otherwise is not None

    @cached_property
    def confirmed_skin(self) -> bool:
        """Whether health confirmed a birthmark or a condition of the skin, and it looks as it did."""
        return self._skin_word is not None and not self.skin_changed

    @cached_property
    def everyday(self) -> bool:
        """A bruise on shin, knee or forehead of a mobile child, with an account by somebody who was there.

        None with a pattern, none of which people said different things, none that the worker doubts.
        """
        bruise = self.certain and self.mark.kind in injury.BRUISES and not injury.patterned(self.mark)
        if not bruise or self.mark.region not in EVERYDAY_PLACES or self.mobility.moves is not True:
            return False
        there = any(one.item.was_there == "yes" for one in self.accounts)
        return there and all(one.item.fits != "no" for one in self.accounts) and not self.versions(after=-1)

    @property
    def how_many(self) -> int:
        """As how many it is recorded; several on shin, knee or forehead of a mobile child, explained, are one."""
        many = max(self.mark.count or 1, self.mark.areas or 1)
        common = self.mark.region in EVERYDAY_PLACES and self.mobility.moves is True and self.explained
        return 1 if common else many

    # Care

    @cached_property
    def care_sought(self) -> bool:
        """Whether health saw it at an appointment or in hospital, gave an opinion on it, or was told of it."""
        for sighting in self.known.sightings[self.id]:
            meeting = self.known.meeting(sighting.item.contact)
            if meeting is not None and not {"health_appointment", "hospital"}.isdisjoint(meeting.kinds):
                return True
        if any(self.known.is_health(one.item.by) for one in self.known.opinions.get(self.id, ())):
            return True
        return self.id in self.known.health_told

    @property
    def help_in_time(self) -> bool:
        """Whether it is recorded that help came within the hours that the settings allow."""
        hours = self.mark.hours_to_help
        return hours is not None and hours.most <= self.known.thresholds.delay_hours

    @cached_property
    def child_unwell(self) -> bool | None:
        """Whether the child seemed unwell at that contact: its own field first, then words that say so."""
        meeting = self.known.meeting(self.mark.contact)
        row = meeting.rows.get(self.child) if meeting is not None else None
        if row is not None and row.unwell != "unknown":
            return row.unwell == "yes"
        seen = self.known.said_at.get((self.known.root(self.mark.contact), self.child), ())
        return True if any(signs.says_unwell(words) for words in seen) else None

    def open(self) -> bool:
        """Whether it is open: no opinion of health on it, and no account or accounts that differ, within the window."""
        if any(self.known.is_health(one.item.by) for one in self.known.opinions.get(self.id, ())):
            return False
        settled = self.explained and not self.versions(after=-1)
        return not settled and self.recent(self.known.thresholds.mark_window_days)

    def recent(self, days: int) -> bool:
        """Whether it was seen within so many days before today."""
        return self.day >= self.known.today - timedelta(days=days)


def said_mark(mark: Mark) -> Text:
    """A mark in a few words: "bruise (left ear)"."""
    return text("ask.mark", kind=text(f"ask.kind.{mark.kind}"), place=said_place(mark))


def said_place(mark: Mark) -> Text:
    """Its place with the child's own side: "left ear"."""
    region = REGIONS.get(mark.region, REGIONS["unspecified"])
    place = text(f"ask.place.{region.id}")
    if not region.sided or mark.side == "unknown":
        return place
    return text(f"ask.side.{mark.side}", place=place)


def find(known: Known) -> list[MarkSubject]:
    """Every mark that was found, by its latest sighting, the oldest mark first."""
    return [mark_of(known, first, sightings[-1]) for first, sightings in known.sightings.items()]


def mark_of(known: Known, first: str, sighting: Placed[Mark]) -> MarkSubject:
    """A sighting as it is known; looked at once, whatever asks for it. What is worked out of it hangs on no day."""
    found: MarkSubject | None = known.looked_at_marks.get((sighting.at, sighting.item.id))
    if found is None:
        found = MarkSubject(known, first, sighting)
    elif found.known is not known:  # it was looked at on another day
        found = copy(found)
        found.known = known
    known.looked_at_marks[sighting.at, sighting.item.id] = found
    return found
