"""Every fact that a condition may name: the vocabulary, and its page. A new fact is a line in its subject's file.

Settings are facts of every subject: `setting.<name>` is a threshold of the organisation.
"""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import fields

from visitapp.domain.organisation import Thresholds
from visitapp.questions import (
    accounts,
    decisions,
    events,
    facts_child,
    facts_mark,
    notfound,
    persons,
    rows,
    views,
    voices,
    wholecase,
)
from visitapp.questions.expression import FactType, Value
from visitapp.questions.subjects import Fact, Kind

KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        wholecase.KIND,
        facts_child.KIND,
        rows.KIND,
        facts_mark.KIND,
        notfound.KIND,
        accounts.KIND,
        events.KIND,
        persons.PERSON,
        persons.OBSERVATION,
        voices.WORRY,
        voices.LABEL,
        views.KIND,
        decisions.KIND,
    )
}
"""The kinds of subject by name, in the order in which they are looked at."""

_SETTING_TYPES: dict[object, FactType] = {int: "int", float: "double"}
SETTINGS: dict[str, FactType] = {
    f"setting.{field.name}": _SETTING_TYPES[field.type] for field in fields(Thresholds) if field.type in _SETTING_TYPES
}
"""The thresholds that conditions may name, with their types."""


class FactLine(Struct, frozen=True):
    """One line of the vocabulary."""

    name: str
    type: FactType
    subject: str
    meaning: str
    counts: bool
    asked_by: tuple[str, ...]


def setting_values(thresholds: Thresholds) -> dict[str, Value]:
    """The settings as facts."""
    return {name: getattr(thresholds, name.removeprefix("setting.")) for name in SETTINGS}


def facts_of(kind: str) -> dict[str, Fact]:
    """The facts of a subject by name."""
    return {fact.name: fact for fact in KINDS[kind].facts}


def lines() -> Sequence[FactLine]:
    """All facts, subject by subject."""
    return [
        FactLine(fact.name, fact.type, kind.name, fact.meaning, fact.counts, fact.asked_by)
        for kind in KINDS.values()
        for fact in kind.facts
    ]


def page() -> str:
    """The vocabulary as a Markdown page, for resources/docs."""
    said = ["# Facts that a question's condition may name", ""]
    said += [
        "Made by packaging/facts.py from visitapp/questions; do not edit. A fact that nobody recorded is left out, and",
        "conditions answer yes, no or unknown.",
        "",
    ]
    for kind in KINDS.values():
        said += [f"## {kind.name}: {kind.meaning}", "", "| fact | type | means | found out by |", "|---|---|---|---|"]
        said += [f"| `{one.name}` | {one.type} | {one.meaning} | {', '.join(one.asked_by)} |" for one in kind.facts]
        said.append("")
    said += ["## setting: the organisation's thresholds", "", "| fact | type |", "|---|---|"]
    said += [f"| `{name}` | {type_} |" for name, type_ in SETTINGS.items()]
    return "\n".join(said) + "\n"
