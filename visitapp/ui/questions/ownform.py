"""What stands in the fields of a question of one's own, and the question that it makes. No Qt."""

from msgspec import Struct

from visitapp.domain.checklist import Act, OwnQuestion, Tier
from visitapp.questions.bankfile import Way
from visitapp.ui.questions.words import how

_HOW: dict[str, tuple[Tier, Act]] = {"now": (1, ""), "turns": (2, ""), "today": (0, "today"), "settle": (0, "settle")}


class OwnForm(Struct, frozen=True):
    """The fields as typed. `how`: now, turns, today or settle. `unknown`: silent or due."""

    words: str = ""
    why: str = ""
    source: str = ""
    subject: str = "child"
    condition: str = ""
    how: str = "now"
    unknown: str = "silent"
    reason: str = ""


def as_own(form: OwnForm, id: str) -> OwnQuestion:  # noqa: A002  # the field's word
    """The question that stands in the fields."""
    tier, act = _HOW[form.how]
    return OwnQuestion(
        id=id,
        words=form.words,
        why=form.why,
        source=form.source,
        subject=form.subject,
        condition=form.condition,
        tier=tier,
        act=act,
        unknown="due" if form.unknown == "due" else "silent",
    )


def form_of(own: OwnQuestion) -> OwnForm:
    """The fields of a question that stands in the list."""
    way = Way(subject=own.subject, condition=own.condition, tier=own.tier, why="", act=own.act)
    return OwnForm(own.words, own.why, own.source, own.subject, own.condition, how(way), own.unknown)
