"""What the injury rules are, as data with sources: in whom, what they say, their limits, and what a worker may say.

Format visitapp-rules/1, JSON in UTF-8: {"format", "rules": [...], "notes": [...]}; unknown fields are refused. Of each:

    id        as injury.RULES names it; a note (the age of a bruise, marks on the skin, clothes) has one of its own
    name, says, in_whom   ids of sentences; they may name the settings {ten4}, {youngest}, {head} and {moves}
    source    where it comes from, as written
    limits    ids: what it cannot do. To be read beside it
    awaiting  ids: what no stored source confirmed. Built, and awaiting clinical sign-off
    numbers   ids: published figures. They stand on the reference page and on no visit screen, where they would be read
              as the chance that this parent did it
    say       id of what may be said aloud
    action    id of what is asked for: a health opinion today, a talk with the lead; never an enquiry by itself
"""

import msgspec
from msgspec import Struct

from visitapp.domain.organisation import Thresholds
from visitapp.questions.ages import said_age
from visitapp.questions.injury import RULES
from visitapp.words import Names, Text, text

FORMAT = "visitapp-rules/1"


class Rule(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A rule, or a note beside the rules, as the data says it."""

    id: str
    name: str
    says: str
    in_whom: str
    source: str
    action: str
    limits: tuple[str, ...] = ()
    awaiting: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    say: str = ""

    def sentences(self) -> tuple[str, ...]:
        """The ids of all sentences that it names."""
        found = (self.name, self.says, self.in_whom, self.action, self.say)
        return tuple(one for one in (*found, *self.limits, *self.awaiting, *self.numbers) if one)


class RuleBook(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All rules, and the notes beside them."""

    format: str
    rules: tuple[Rule, ...]
    notes: tuple[Rule, ...]


def rule_book(raw: bytes) -> RuleBook:
    """The rules from their bytes. Raises ValueError where a rule lacks its data or the data speaks of no rule."""
    book = msgspec.json.decode(raw, type=RuleBook)
    if book.format != FORMAT:
        raise ValueError(f"the format is {book.format!r}, not {FORMAT!r}")
    if sorted(one.id for one in book.rules) != sorted(RULES):
        raise ValueError("the rules are not those of the program")
    return book


def settings_said(limits: Thresholds) -> dict[str, Text | Names]:
    """The settings that the sentences of rules may name, in words."""
    return {
        "ten4": said_age(limits.ten4_under_months),
        "youngest": said_age(limits.any_bruise_under_months),
        "head": said_age(limits.head_injury_under_months),
    }


def said(id: str, limits: Thresholds) -> Text:  # noqa: A002  # the field's word
    """A sentence of a rule under an organisation's settings."""
    return Text(id, settings_said(limits))


def mobility_said(limits: Thresholds) -> tuple[Text, ...]:
    """How the organisation reads "gets about without help": the milestones, the age, and whose definition it is."""
    moves = text("rule.moves", milestones=_one_of(limits))
    found = [moves]
    if limits.not_mobile_under_months > 0:
        found.append(text("rule.moves.under", age=said_age(limits.not_mobile_under_months)))
    if limits.mobility_definition.strip():
        found.append(text("rule.moves.definition", definition=limits.mobility_definition.strip()))
    else:
        found.append(text("rule.moves.awaiting"))
    return tuple(found)


def _one_of(limits: Thresholds) -> Text:
    milestones = [text(f"code.milestone.{one}") for one in limits.mobile_milestones]
    whole = milestones[0] if milestones else text("rule.moves.nothing")
    for one in milestones[1:]:
        whole = text("rule.moves.or", first=whole, last=one)
    return whole
