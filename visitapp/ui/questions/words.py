"""The list of questions as cards, its history as rows, and what a person has to know of it. Pure: no Qt."""

import re
from datetime import datetime

from msgspec import Struct

from visitapp.actions.checklist import ChecklistView, QuestionRow, VersionRow
from visitapp.domain.checklist import Changes
from visitapp.questions.bankfile import Way
from visitapp.ui.kit.cardof import CardRow
from visitapp.words import Say, said_date

_PLACE = re.compile(r"\{[a-z]+\}")


class ListWords(Struct, frozen=True):
    """The page. `apart`: versions made apart, "" for none; `left`: changes that find no place any more."""

    cards: tuple[CardRow, ...]
    apart: str
    left: tuple[str, ...]
    count: str


def words(say: Say, found: ChecklistView, looking: str = "") -> ListWords:
    """Everything, or the questions that hold all the words that are looked for."""
    wanted = looking.casefold().split()
    cards = [card(say, row) for row in found.rows]
    shown = [one for one in cards if all(word in _all(one) for word in wanted)]
    apart = [f"{said_date(datetime.fromisoformat(one.at))}, {one.by}: {one.reason}" for one in found.apart]
    return ListWords(
        tuple(shown),
        say("checklist.apart", versions="; ".join(apart)) if apart else "",
        tuple(say("checklist.left", words=one.words, why=one.why) for one in found.left),
        say("checklist.count", n=len(shown)),
    )


def _all(one: CardRow) -> str:
    return " ".join((one.heading, one.words, one.foot, *(tag for tag, _ in one.tags))).casefold()


def readable(say: Say, sentence: str) -> str:
    """A sentence as one reads it in a list: "the child" where a name will stand, "…" where something else will."""
    named = sentence.replace("{child}", say("ask.the_child")).replace("{children}", say("ask.the_child"))
    return _PLACE.sub("…", named)


def heading(say: Say, row: QuestionRow) -> str:
    """The first wording of a question, as one reads it."""
    said = readable(say, row.sentences[0].words) if row.sentences else row.question.id
    return said[:1].upper() + said[1:]


def card(say: Say, row: QuestionRow) -> CardRow:
    """One question."""
    question = row.question
    tags = []
    if row.retired:
        tags.append((say("checklist.retired"), "plain"))
    if row.own is not None:
        tags.append((say("checklist.own"), "info"))
    elif row.reworded:
        tags.append((say("checklist.reworded"), "info"))
    whens = [say(when) for when in row.whens]
    return CardRow(
        question.id,
        heading(say, row),
        when_words(say, whens),
        " · ".join(
            part
            for part in (
                say(f"checklist.group.{question.group}"),
                say(f"checklist.how.{how(question.ways[0])}") if question.ways else "",
                say("ask.source", source=question.source) if question.source else "",
            )
            if part
        ),
        tuple(tags),
    )


def when_words(say: Say, whens: list[str]) -> str:
    """When a question comes: its first way, and how many others there are."""
    if not whens:
        return say("checklist.when.asked")
    first = say("checklist.when", when=whens[0])
    return f"{first} {say('checklist.when.more', n=len(whens) - 1)}" if len(whens) > 1 else first


def how(way: Way) -> str:
    """How urgent a way is, by its code: today, settle, now, turns."""
    return way.act or ("now" if way.tier == 1 else "turns")


def history(say: Say, versions: tuple[VersionRow, ...]) -> tuple[tuple[str, ...], ...]:
    """Rows of a table: when, who, why, what the list was then."""
    return tuple(
        (
            said_date(datetime.fromisoformat(one.at)),
            one.by,
            one.reason,
            changes_words(say, one.changes),
            say("checklist.holds") if one.holds else "",
        )
        for one in versions
    )


def changes_words(say: Say, changes: Changes) -> str:
    """In what a list differs from the product's, in numbers of questions and sentences."""
    parts = [
        say(f"checklist.differs.{name}", n=len(getattr(changes, name)))
        for name in ("added", "reworded", "retired")
        if getattr(changes, name)
    ]
    if changes.thresholds is not None:
        parts.append(say("checklist.differs.thresholds"))
    return ", ".join(parts) if parts else say("checklist.differs.none")
