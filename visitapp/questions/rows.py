"""One child at one contact, where something of it could not be seen."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from datetime import timedelta
from functools import cached_property
from typing import Any

from visitapp.domain.contact import ChildSeen, Covered
from visitapp.questions.ages import age_at, under
from visitapp.questions.expression import Value
from visitapp.questions.known import Known
from visitapp.questions.meetings import Meeting
from visitapp.questions.shelf import Placed
from visitapp.questions.subjects import Evidence, Fact, Kind, Subject
from visitapp.words import Names, text

_PARTS = frozenset({"face", "hands", "scalp"})
_FAITH = re.compile(
    r"\b(?:hijab|head ?scar(?:f|ves)|head ?cover(?:ing)?s?|head ?wraps?|niq[a\u0101]b|burq?k?a|turban|patka|keski|"
    r"rumal|dastar|kippah?|kippa|yarmulke|kufi|taqiyah|tichel|chador|khimar|jilbab|shayla|al-?amira|dupatta|chunni|veil|"
    r"sheitel|prayer cap|religious \w+|dress of faith)\b",
    re.IGNORECASE,
)
_OTHER_COVER = re.compile(
    r"\b(?:paint|make-?up|cream|food|chocolate|dirt|mud|plaster|bandage|dressing|hat|cap|hood|mask|glove|mitten|"
    r"sticker|blanket|scratch mitts?)s?\b",
    re.IGNORECASE,
)


class RowSubject(Subject):
    """A child's row at a contact at which something was over it."""

    kind = "row"

    def __init__(self, known: Known, placed: Placed[ChildSeen], meeting: Meeting) -> None:
        child = known.root(placed.item.child)
        super().__init__(known, f"{child} {meeting.id}", (child, meeting.id), (child,), placed.step)
        self.row = placed.item
        self.child = child
        self.meeting = meeting

    @property
    def because(self) -> tuple[str, ...]:
        """The contact."""
        return (self.meeting.item.id,)

    def args(self) -> dict[str, Any]:
        """Child and day."""
        return {**super().args(), "date": self.meeting.day}

    @cached_property
    def not_seen(self) -> list[Covered]:
        """The parts of face, hands or head that were covered and not seen in the end; dress of faith alone is none."""
        return [
            one
            for one in self.row.covered
            if one.part in _PARTS and one.then_seen != "yes" and not dress_of_faith(one.by)
        ]

    def under_age(self) -> bool | None:
        """Whether the child was under the age of the settings on that day."""
        placed = self.known.children.get(self.child)
        age = age_at(placed.item, self.meeting.day) if placed is not None else None
        return under(age, self.known.thresholds.covered_under_years * 12.0)

    def mark_or_worry(self) -> bool:
        """Whether a mark on the child, or a worry about it or the family, is recorded in the window before that day."""
        start = self.meeting.day - timedelta(days=self.known.thresholds.mark_window_days)
        days = self.known.trouble_days(self.child)
        place = bisect_left(days, start)
        return place < len(days) and days[place] <= self.meeting.day


def dress_of_faith(over: str) -> bool:
    """Whether only dress of faith was over it, by the words used."""
    return _FAITH.search(over) is not None and _OTHER_COVER.search(_FAITH.sub(" ", over)) is None


def find(known: Known) -> Sequence[RowSubject]:
    """The rows in which something was covered, the oldest first."""
    found = []
    for placed in known.of(ChildSeen):
        meeting = known.meeting(placed.item.contact)
        if placed.item.covered and meeting is not None and known.root(placed.item.child) in known.children:
            found.append(RowSubject(known, placed, meeting))
    return found


def _covered(row: RowSubject) -> Value | None:
    return bool(row.not_seen)


def _parts(row: RowSubject) -> Evidence:
    parts = Names(dict.fromkeys(one.part for one in row.not_seen))
    over = Names(dict.fromkeys(one.by for one in row.not_seen if one.by))
    said = text("ask.why.over", over=over) if over else text("ask.why.over_unknown")
    known = tuple(text(f"ask.part.{part}") for part in parts)
    return Evidence(args={"part": known[0] if len(known) == 1 else text("ask.part.several"), "over": said})


FACTS: tuple[Fact, ...] = (
    Fact("row.not_seen", "bool", "part of the face, hands or head was covered and was not seen in the end; dress of "
         "faith alone does not count", _covered, _parts),
    Fact("row.under_age", "bool", "the child was under the age of the settings for this", lambda row: row.under_age(),
         asked_by=("ask_age",)),
    Fact("row.mark_or_worry", "bool", "a mark on the child, or a worry, is recorded within the window before that day",
         lambda row: row.mark_or_worry(), costly=True),
    Fact("row.age_settled", "bool", "the child's age is known closely enough for this",
         lambda row: row.under_age() is not None),
)  # fmt: skip

KIND = Kind("row", "a child at a contact at which something was over face, hands, head or body", find, FACTS)
