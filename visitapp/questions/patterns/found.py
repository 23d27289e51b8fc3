"""All patterns: which there are, in which order they are told, and their page.

Pure functions of what is known at a point (`Known`), as the questions use it: a thing counts once it had become known,
in whatever order it arrived, and what nobody recorded counts neither as yes nor as no.
"""

from datetime import date

from visitapp.domain.case import Case
from visitapp.domain.organisation import Thresholds
from visitapp.questions.engine import known_now
from visitapp.questions.known import Known
from visitapp.questions.patterns import access, marked, promised, seen, told
from visitapp.questions.patterns.pattern import Pattern, Rule, Sight

RULES: tuple[Rule, ...] = (*seen.RULES, *marked.RULES, *told.RULES, *access.RULES, *promised.RULES)
"""In the order in which they are told: the children first, what is ours to do last."""


def patterns_of(known: Known) -> tuple[Pattern, ...]:
    """Everything that stands out at a point of what is known."""
    sight = Sight(known)
    return tuple(pattern for rule in RULES for pattern in rule.find(sight))


def patterns(case: Case, today: date, thresholds: Thresholds) -> tuple[Pattern, ...]:
    """Everything that stands out in a case on a day."""
    return patterns_of(known_now(case, today, thresholds))


def page() -> str:
    """The patterns as a Markdown page, for resources/docs."""
    said = [
        "# Patterns over the whole case",
        "",
        "Made by packaging/facts.py from visitapp/questions/patterns; do not edit. Each is a fact with the records",
        "that it rests on, as known by then; none is a score, and none says what it means. What nobody recorded",
        "counts neither as yes nor as no. `visitapp replay FILE` prints them at every contact.",
        "",
        "| pattern | comes where |",
        "|---|---|",
        *(f"| `{rule.id}` | {rule.meaning} |" for rule in RULES),
    ]
    return "\n".join(said) + "\n"
