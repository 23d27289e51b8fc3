"""What the reference page holds, in words: no Qt. The one place that says published figures."""

from collections.abc import Sequence

from msgspec import Struct

from visitapp.domain.organisation import Thresholds
from visitapp.questions.rules import Rule, RuleBook, mobility_said, said
from visitapp.words import Say


class Entry(Struct, frozen=True):
    """A rule in words. `facts`: pairs of a label and what stands there; `figures`: lines; `open`: it spoke here."""

    id: str
    name: str
    facts: tuple[tuple[str, str], ...]
    figures: tuple[str, ...]
    open: bool


class Reference(Struct, frozen=True):
    """The page. `sources`: of the question from which one came; `mobility`: how this organisation reads it."""

    sources: tuple[str, ...]
    mobility: tuple[str, ...]
    rules: tuple[Entry, ...]
    notes: tuple[Entry, ...]


def reference(say: Say, book: RuleBook, limits: Thresholds, rules: Sequence[str], sources: Sequence[str]) -> Reference:
    """The page as reached from a question on which these rules spoke: they come first, and stand open."""
    spoke = [one for id_ in rules for one in book.rules if one.id == id_]
    others = [one for one in book.rules if one not in spoke]
    return Reference(
        tuple(sources),
        tuple(say(one) for one in mobility_said(limits)),
        tuple(_entry(say, one, limits, open_=one in spoke) for one in (*spoke, *others)),
        tuple(_entry(say, one, limits, open_=False) for one in book.notes),
    )


def _entry(say: Say, rule: Rule, limits: Thresholds, *, open_: bool) -> Entry:
    def lines(ids: Sequence[str]) -> str:
        words = [say(said(one, limits)) for one in ids]
        return "\n".join(words if len(words) < 2 else (f"· {one}" for one in words))

    facts = [
        (say("reference.says"), lines([rule.says])),
        (say("reference.action"), lines([rule.action])),
        (say("reference.aloud"), lines([rule.say] if rule.say else [])),
        (say("reference.in_whom"), lines([rule.in_whom])),
        (say("reference.limits"), lines(rule.limits)),
        (say("reference.awaiting"), lines(rule.awaiting)),
        (say("reference.source"), rule.source),
    ]
    figures = tuple(say(said(one, limits)) for one in rule.numbers)
    return Entry(rule.id, lines([rule.name]), tuple(fact for fact in facts if fact[1]), figures, open_)
