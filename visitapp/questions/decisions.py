"""A decision as a subject: somebody saw it differently.

Records hold that as the dissent of a decision. A doubt that stands in no decision's record is not known here.
"""

from datetime import date
from typing import Any

from visitapp.domain.judgement import Decision
from visitapp.questions.known import Known
from visitapp.questions.shelf import Placed
from visitapp.questions.subjects import Evidence, Fact, Kind, Subject
from visitapp.words import Names, text


class DecisionSubject(Subject):
    """One decision."""

    kind = "decision"

    def __init__(self, known: Known, placed: Placed[Decision]) -> None:
        super().__init__(known, placed.item.id, (known.root(placed.item.id),), (), placed.step)
        self.placed = placed
        self.decision = placed.item

    @property
    def because(self) -> tuple[str, ...]:
        """The contact with which it was recorded."""
        return (self.decision.contact,) if self.decision.contact else ()

    @property
    def day(self) -> date:
        """The day of that contact, else that on which it was recorded."""
        kept = self.placed.kept
        return self.known.day_of(self.decision.contact, kept.date)

    def args(self) -> dict[str, Any]:
        """Its day."""
        return {"date": self.day, "decision": self.decision.what}


def find(known: Known) -> list[DecisionSubject]:
    """Every decision, in order."""
    return [DecisionSubject(known, one) for one in known.of(Decision)]


def _who(decision: DecisionSubject) -> Evidence:
    """Who saw it differently, by name where one is recorded."""
    by = [one.by for one in decision.decision.dissent if one.text.strip() or one.by]
    named = Names(dict.fromkeys(decision.known.called(one) for one in by if one))
    return Evidence(args={"who": named if named else text("ask.why.somebody")} if by else {})


FACTS: tuple[Fact, ...] = (
    Fact("decision.seen_differently", "bool", "somebody is recorded as having seen it differently",
         lambda decision: any(one.text.strip() or one.by for one in decision.decision.dissent), _who),
)  # fmt: skip

KIND = Kind("decision", "a decision on the case", find, FACTS)
