"""The view that is held: how long unchanged, what is new since it was last looked at, what stands beside it."""

import re
from datetime import date
from typing import Any

from visitapp.domain.codes import ViewCode, codes
from visitapp.domain.judgement import View
from visitapp.questions.known import Known
from visitapp.questions.marks import mark_of
from visitapp.questions.meetings import Meeting
from visitapp.questions.shelf import Placed
from visitapp.questions.subjects import Evidence, Fact, Kind, Subject
from visitapp.words import Text, text

_CODES = frozenset(codes(ViewCode))
_NEW = ("mark", "declined", "voice")
_NEGLECT = re.compile(r"(?<!no )(?<!not )(?<!without )\bneglect", re.IGNORECASE)


class ViewSubject(Subject):
    """The newest view, since it was first held in these words by the same person."""

    kind = "view"

    def __init__(self, known: Known, newest: Placed[View], first: Placed[View]) -> None:
        super().__init__(known, first.item.id, (known.root(first.item.id),), (), first.step)
        self.newest = newest
        self.first = first

    @property
    def because(self) -> tuple[str, ...]:
        """The contact with which it was first recorded."""
        return (self.first.item.contact,) if self.first.item.contact else ()

    @property
    def day(self) -> date:
        """The day on which it was first recorded."""
        return self.known.day_of(self.first.item.contact, self.first.kept.date)

    def args(self) -> dict[str, Any]:
        """Since when, who and what."""
        holds = self.newest.item.holds
        said = text(f"ask.view.{holds}") if holds in _CODES else holds
        return {"since": self.day, "view": said, "who": self.known.called(self.newest.item.by)}

    def of_neglect(self) -> bool:
        """Whether neglect is what is held: the code, or words that say it."""
        return _NEGLECT.search(self.newest.item.holds) is not None

    def visits_unchanged(self) -> list[Meeting]:
        """Our visits since then, or since the question's last answer."""
        start = max(self.first.step, self.after)
        return [one for one in self.known.visits_made if one.at > start]

    def days_unchanged(self) -> int:
        """Days since then, or since the question's last answer."""
        start = self.day
        if self.after > self.first.step:
            start = max(start, self.known.shelf.kept[self.after].known_on or start)
        return max(0, (self.known.today - start).days)

    def new_things(self) -> list[tuple[int, str, str]]:
        """Marks, things declined and new voices since any view was recorded, or since the question's last answer.

        An everyday mark (Q25) is none of them. Each as its step, its contact and what it is. What came with the view's
        own contact was there before it.
        """
        return self.new_since(max(self.known.views[-1].step, self.after))

    def new_since(self, start: int) -> list[tuple[int, str, str]]:
        """The same since a step."""
        known = self.known
        found = [
            (sightings[0].step, sightings[0].item.contact, "mark")
            for first, sightings in known.sightings.items()
            if sightings[0].step > start and not mark_of(known, first, sightings[0]).everyday
        ]
        found += [(one.at, one.item.id, "declined") for one in known.declined if one.at > start]
        voices = [one for one in known.first_worry_of.values() if one.step > start]
        found += [(one.step, one.item.contact, "voice") for one in voices]
        return sorted(found)

    def explanations(self) -> int:
        """How many explanations are recorded: everybody's latest view and the other explanations beside each."""
        latest: dict[str, View] = {}
        for one in self.known.views:
            if one.item.holds:
                latest[self.known.root(one.item.by)] = one.item
        held = {view.holds for view in latest.values() if view.holds != "unclear"}
        held |= {rival for view in latest.values() for rival in view.rivals}
        return len(held)


def find(known: Known) -> list[ViewSubject]:
    """The view that was recorded last; none where nobody recorded one."""
    held = [one for one in known.views if one.item.holds]
    if not held:
        return []
    newest = first = held[-1]
    own = [one for one in held if known.root(one.item.by) == known.root(newest.item.by)]
    for one in reversed(own):
        if one.item.holds != newest.item.holds:
            break
        first = one
    return [ViewSubject(known, newest, first)]


def _new(view: ViewSubject) -> Evidence:
    found = view.new_things()
    args: dict[str, Any] = {"n": len(found), "what": said_new(found)} if found else {}
    contacts = tuple(dict.fromkeys(contact for _, contact, _ in found))
    return Evidence(contacts, args, step=max((step for step, _, _ in found), default=None))


def said_new(found: list[tuple[int, str, str]]) -> Text:
    """What came in, counted by its kind. Never empty."""
    kinds = [what for _, _, what in found]
    return _listed([text(f"ask.new.{what}", n=kinds.count(what)) for what in _NEW if what in kinds])


def _listed(parts: list[Text]) -> Text:
    """One, two or three counts in one sentence."""
    if len(parts) == 1:
        return parts[0]
    first = parts[0] if len(parts) == 2 else text("ask.new.comma", first=parts[0], last=parts[1])
    return text("words.and", first=first, last=parts[-1])


def _unchanged(view: ViewSubject) -> Evidence:
    visits = view.visits_unchanged()
    return Evidence(tuple(one.item.id for one in visits[-4:]), {"visits": len(visits), "days": view.days_unchanged()})


FACTS: tuple[Fact, ...] = (
    Fact("view.visits_unchanged", "int", "our visits since the view has been held in these words, counted from the "
         "question's last answer", lambda view: len(view.visits_unchanged()), _unchanged, counts=True),
    Fact("view.days_unchanged", "int", "days since then", lambda view: view.days_unchanged(), _unchanged, counts=True),
    Fact("view.new_things", "int", "marks, visits or rooms declined and new voices since any view was recorded, "
         "everyday marks left out, counted from the question's last answer", lambda view: len(view.new_things()),
         _new, counts=True),
    Fact("view.of_neglect", "bool", "neglect is the view", lambda view: view.of_neglect()),
    Fact("view.answered_before", "bool", "the question was answered before, for this view",
         lambda view: view.after >= 0, counts=True),
    Fact("view.explanations", "int", "how many explanations are recorded, everybody's view and those beside it",
         lambda view: view.explanations()),
)  # fmt: skip

KIND = Kind("view", "the view that was recorded last, since it has been held in these words", find, FACTS)
