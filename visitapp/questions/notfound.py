"""A mark that somebody reported, that was looked for and not found: a subject of its own.

It is no mark in the sense of the rules: none of them speaks on it, and not finding it settles nothing.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from visitapp.domain.marks import Mark
from visitapp.questions.known import Known
from visitapp.questions.marks import said_mark
from visitapp.questions.shelf import Placed
from visitapp.questions.subjects import Fact, Kind, Subject


class ReportSubject(Subject):
    """One time that a reported mark was looked for and not found."""

    kind = "report"

    def __init__(self, known: Known, placed: Placed[Mark]) -> None:
        child = known.child_named(placed.item.child)
        super().__init__(known, placed.item.id, (known.root(placed.item.id),), (child,) if child else (), placed.step)
        self.placed = placed
        self.mark = placed.item

    @property
    def because(self) -> tuple[str, ...]:
        """The contacts at which it was seen by others or spoken of, and that at which it was not found."""
        earlier = self.known.sightings.get(self.known.first_sighting(self.mark.same_as or ""), ())
        told = [one.item.contact for one in earlier if one.at < self.placed.at]
        return tuple(dict.fromkeys((*told, self.mark.contact)))

    @property
    def day(self) -> date:
        """The day on which it was not found."""
        return self.known.day_of(self.mark.contact, self.placed.kept.date)

    def args(self) -> dict[str, Any]:
        """Child, day, and the mark as it was reported."""
        return {**super().args(), "date": self.day, "mark": said_mark(self.mark)}


def find(known: Known) -> Sequence[ReportSubject]:
    """Every reported mark that was not found, in the order in which that became known."""
    found = [ReportSubject(known, one) for one in known.of(Mark) if one.item.found == "no"]
    return [one for one in found if one.children]


FACTS: tuple[Fact, ...] = (
    Fact("report.not_found", "bool", "the mark was looked for and not found",
         lambda report: report.mark.found == "no"),
    Fact("report.photograph", "string", "whether a photograph of it exists and was seen by us, by the codes of the "
         "case file", lambda report: report.mark.photograph),
)  # fmt: skip

KIND = Kind("report", "a mark that was reported, looked for and not found", find, FACTS)
