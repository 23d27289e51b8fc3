"""What stands out over time, in words for the page: by what it is about, each with its records. Pure: no Qt."""

from msgspec import Struct

from visitapp.actions.patterns import StandsOut
from visitapp.domain.case import Case
from visitapp.domain.contact import Contact
from visitapp.questions.patterns import access, marked, promised, seen, told
from visitapp.questions.patterns.pattern import Pattern
from visitapp.words import Say, said_date

Pair = tuple[str, str]

MOST_RECORDS = 6
_GROUPS = {
    "promised": promised.RULES,
    "seen": seen.RULES,
    "marked": marked.RULES,
    "told": told.RULES,
    "access": access.RULES,
}
"""What is about what, and in which order it is read: what is ours to do comes first."""


class PatternWords(Struct, frozen=True):
    """One thing that stands out. `records`: contact and words of the newest of them; `more`: of the others, or ""."""

    why: str
    records: tuple[Pair, ...]
    more: str


class GroupWords(Struct, frozen=True):
    """What is about one matter."""

    heading: str
    patterns: tuple[PatternWords, ...]


class StandsOutWords(Struct, frozen=True):
    """The whole page."""

    title: str
    groups: tuple[GroupWords, ...]


def words(say: Say, found: StandsOut) -> StandsOutWords:
    """Everything that the page says."""
    by_id: dict[str, list[Pattern]] = {}
    for pattern in found.patterns:
        by_id.setdefault(pattern.id, []).append(pattern)
    groups = []
    for name, rules in _GROUPS.items():
        these = tuple(_pattern(say, found.case, one) for rule in rules for one in by_id.get(rule.id, ()))
        if these:
            groups.append(GroupWords(say(f"stands_out.{name}"), these))
    return StandsOutWords(say("stands_out.of", title=found.title), tuple(groups))


def _pattern(say: Say, case: Case, pattern: Pattern) -> PatternWords:
    records = [pair for id_ in pattern.because if (pair := _record(say, case, id_)) is not None]
    newest = records[::-1][:MOST_RECORDS]
    more = len(records) - len(newest)
    return PatternWords(say(pattern.why), tuple(newest), say("stands_out.more", n=more) if more else "")


def _record(say: Say, case: Case, id: str) -> Pair | None:  # noqa: A002  # the field's word
    """A contact by what it was and when; None for people and others that no visit is opened for."""
    kept = case.kept_by_id.get(id)
    if kept is None or not isinstance(kept.item, Contact):
        return None
    contact = kept.item
    kind = say(f"code.contact_kind.{contact.kind}")
    return contact.id, say("stands_out.record", kind=kind, day=said_date(contact.date))
