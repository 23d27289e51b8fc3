"""A lesson in words for the page, and the list of one's own words at the end. Pure: no Qt."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from visitapp.actions.training import Lesson, Story
from visitapp.domain.contact import Contact
from visitapp.domain.family import KnownLater
from visitapp.domain.organisation import Thresholds
from visitapp.questions.choosing import Card, silence
from visitapp.questions.due import Due
from visitapp.questions.rules import said as rule_said
from visitapp.ui.case.visit.words import ItemWords, PartWords, PieceWords, parts
from visitapp.ui.visit.answers import asked
from visitapp.words import Say, said_date


class AskedWords(Struct, frozen=True, kw_only=True):
    """A card as the product would have shown it. `kind`: danger for act today, else question. `foot`: what it rests on,
    in words; `rules`: the ids of the injury rules that spoke.
    """

    kind: str
    heading: str
    wording: str
    why: tuple[str, ...]
    more: tuple[str, ...]
    aloud: str
    foot: tuple[str, ...]
    rules: tuple[str, ...]
    sources: tuple[str, ...]


class LessonWords(Struct, frozen=True, kw_only=True):
    """One contact: what became known, and what would have been asked: what is new or to act on today in `asked`, what
    was asked before and is open still in `carried`. `silence`: "" where something was due.
    """

    contact: str
    title: str
    hint: str
    family: tuple[str, ...]
    parts: tuple[PartWords, ...]
    asked: tuple[AskedWords, ...]
    carried: tuple[AskedWords, ...]
    waiting: tuple[str, ...]
    patterns: tuple[str, ...]
    silence: str


class LaterWords(Struct, frozen=True):
    """What came out afterwards: when it happened, when it was learned, and how many contacts lie between."""

    words: str
    days: tuple[tuple[str, str], ...]
    between: str


class OwnWords(Struct, frozen=True):
    """One's own words at a contact."""

    heading: str
    words: str


def lesson_words(say: Say, story: Story, number: int, lesson: Lesson) -> LessonWords:
    """One contact of the story; the first is number 0."""
    return LessonWords(
        contact=lesson.contact.id,
        title=heading(say, lesson.contact),
        hint=_hint(say, story, number, lesson),
        family=tuple(say(one) for one in lesson.family),
        parts=(*parts(say, lesson.told, lesson.contact.kinds), *_answered(say, lesson)),
        asked=tuple(_asked(say, card) for card in lesson.cards if card.today or not card.carried),
        carried=tuple(_asked(say, card) for card in lesson.cards if card.carried and not card.today),
        waiting=tuple(dict.fromkeys(say(due.why) for due in lesson.waiting)),
        patterns=tuple(say(one) for one in lesson.patterns),
        silence="" if lesson.cards else " ".join(say(one) for one in lesson.beside or (silence(),)),
    )


def _answered(say: Say, lesson: Lesson) -> tuple[PartWords, ...]:
    items = tuple(
        ItemWords((PieceWords(words),), say(mind) if mind is not None else "") for mind, words in lesson.answered
    )
    return (PartWords(say("training.answered"), items),) if items else ()


def heading(say: Say, contact: Contact) -> str:
    """A contact's kind and day."""
    return say("training.contact", kind=say(f"code.contact_kind.{contact.kind}"), day=contact.date)


def _hint(say: Say, story: Story, number: int, lesson: Lesson) -> str:
    where = say("training.place", at=number + 1, of=story.contacts)
    by = say("training.by", who=lesson.by) if lesson.by else ""
    return " · ".join(part for part in (title_of(say, story), where, lesson.contact.time, by) if part)


def title_of(say: Say, story: Story) -> str:
    """How the story is called: a family of the product's by what it is about, an own file by its title."""
    return say(f"training.story.{story.name}") if story.name else story.title


def _asked(say: Say, card: Card) -> AskedWords:
    first = card.dues[0]
    foot = [say("ask.source", source=source) for source in card.sources]
    if card.rules:
        names = "; ".join(say(rule_said(f"rule.{rule}", Thresholds())) for rule in card.rules)
        foot.append(say("replay.rules", rules=names))
    return AskedWords(
        kind="danger" if card.today else "question",
        heading=_when(say, first),
        wording=say(asked(card)),
        why=tuple(say(why) for why in card.why),
        more=tuple(say(more) for more in card.more),
        aloud=say(card.say) if card.say is not None else "",
        foot=tuple(foot),
        rules=card.rules,
        sources=card.sources,
    )


def _when(say: Say, first: Due) -> str:
    if first.today:
        return say("question.act_today")
    return say("training.settle" if first.tier == 0 else "question.heading")


def later_words(say: Say, later: Sequence[KnownLater], contacts: Sequence[Contact]) -> tuple[LaterWords, ...]:
    """What came out afterwards, in the order given."""
    return tuple(_later(say, one, contacts) for one in later)


def _later(say: Say, one: KnownLater, contacts: Sequence[Contact]) -> LaterWords:
    unknown = say("training.day_unknown")
    days = (
        (say("training.happened"), said_date(one.date) if one.date else unknown),
        (say("training.learned"), said_date(one.learned_on) if one.learned_on else unknown),
    )
    if one.date is None or one.learned_on is None:
        return LaterWords(one.text, days, "")
    first, last = one.date.first(), one.learned_on.last()
    count = sum(first <= contact.last_day() < last for contact in contacts)
    return LaterWords(one.text, days, say("training.between", n=count) if count else say("training.between_none"))


def own_words(say: Say, contacts: Iterable[Contact], written: Mapping[str, str]) -> tuple[OwnWords, ...]:
    """What one wrote, contact by contact; contacts without words are left out."""
    return tuple(
        OwnWords(heading(say, contact), written[contact.id].strip())
        for contact in contacts
        if written.get(contact.id, "").strip()
    )


def to_copy(title: str, own: Sequence[OwnWords], thoughts: tuple[str, str]) -> str:
    """One's own words as plain text. `thoughts`: the last question and what was written to it."""
    blocks = [title, *(f"{one.heading}\n{one.words}" for one in own)]
    if thoughts[1].strip():
        blocks.append(f"{thoughts[0]}\n{thoughts[1].strip()}")
    return "\n\n".join(blocks) + "\n"
