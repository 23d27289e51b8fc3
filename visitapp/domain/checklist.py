"""The organisation's own changes to the product's list of questions: signed versions, and which of them hold.

Each version says the whole set of changes, with its reason, and may supersede earlier ones. Two that supersede the
same, or do not know of each other, both stand until a version supersedes both. Till then the list errs towards asking:
a question is retired only where every standing version retires it, and what any of them adds is asked.
"""

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct
from msgspec.structs import replace

from visitapp.domain.item import Item
from visitapp.domain.organisation import Thresholds

OwnWords = Annotated[str, Meta(max_length=600)]
Tier = Literal[0, 1, 2]
Act = Literal["", "today", "settle"]
Unknown = Literal["silent", "due"]


class _Part(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    pass


class OwnQuestion(_Part, frozen=True, kw_only=True):
    """A question that the organisation added. `words`: the question; `why`: why it comes now; both as people read them.

    `subject`, `condition`, `tier`, `act`, `unknown`: as a way of the bank has them (questions.bankfile).
    """

    id: str
    words: OwnWords
    why: OwnWords
    source: OwnWords
    subject: str
    condition: Annotated[str, Meta(max_length=1000)]
    tier: Tier = 1
    act: Act = ""
    unknown: Unknown = "silent"
    group: str = "team"


class Reworded(_Part, frozen=True, kw_only=True):
    """Other words for one sentence of a question of the product. `was`: what it said then, to be shown beside."""

    question: str
    sentence: str
    words: OwnWords
    was: OwnWords = ""


class Retired(_Part, frozen=True, kw_only=True):
    """A question, the product's or one's own, that is asked no more, and why."""

    question: str
    reason: OwnWords


class Changes(_Part, frozen=True, kw_only=True):
    """Everything in which the organisation's list differs from the product's. `thresholds` None: the product's own."""

    added: Annotated[tuple[OwnQuestion, ...], Meta(max_length=200)] = ()
    reworded: Annotated[tuple[Reworded, ...], Meta(max_length=500)] = ()
    retired: Annotated[tuple[Retired, ...], Meta(max_length=500)] = ()
    thresholds: Thresholds | None = None


class ChecklistVersion(Item, frozen=True, kw_only=True, tag="checklist"):
    """One version of the list. `product`: the version of the product's bank that its author had before them."""

    by: str
    product: str
    changes: Changes
    reason: OwnWords
    supersedes: tuple[str, ...] = ()


def standing(versions: Sequence[ChecklistVersion]) -> tuple[ChecklistVersion, ...]:
    """Those that no other one supersedes, in the order given: one, unless two were made apart from each other."""
    gone = {id_ for one in versions for id_ in one.supersedes if id_ != one.id}
    heads = tuple(one for one in versions if one.id not in gone)
    # Versions that supersede each other in a circle answer nothing: all of them stand.
    return heads or tuple(versions)


def together(versions: Iterable[ChecklistVersion]) -> Changes:
    """The changes of the standing versions as one set; where they differ, the later in the order given."""
    all_changes = [one.changes for one in versions]
    if not all_changes:
        return Changes()
    retired = [{one.question: one for one in changes.retired} for changes in all_changes]
    every = set.intersection(*(set(one) for one in retired))
    return Changes(
        added=tuple({one.id: one for changes in all_changes for one in changes.added}.values()),
        reworded=tuple(
            {(one.question, one.sentence): one for changes in all_changes for one in changes.reworded}.values()
        ),
        retired=tuple(one for id_, one in retired[-1].items() if id_ in every),
        thresholds=next((one.thresholds for one in reversed(all_changes) if one.thresholds is not None), None),
    )


def with_own(changes: Changes, own: OwnQuestion) -> Changes:
    """With a question added, or put in the place of the one that has its id."""
    known = {one.id: one for one in changes.added} | {own.id: own}
    return replace(changes, added=tuple(known.values()))


def with_words(changes: Changes, reworded: Reworded) -> Changes:
    """With a sentence in one's own words; without words, or with the product's own, it is as the product says it."""
    rest = tuple(
        one for one in changes.reworded if (one.question, one.sentence) != (reworded.question, reworded.sentence)
    )
    as_it_was = reworded.words.strip() in ("", reworded.was)
    return replace(changes, reworded=rest if as_it_was else (*rest, reworded))


def with_thresholds(changes: Changes, thresholds: Thresholds) -> Changes:
    """With other thresholds; the product's own are none of ours."""
    return replace(changes, thresholds=None if thresholds == Thresholds() else thresholds)


def without(changes: Changes, question: str, reason: str) -> Changes:
    """With a question that is asked no more, and why."""
    rest = tuple(one for one in changes.retired if one.question != question)
    return replace(changes, retired=(*rest, Retired(question=question, reason=reason.strip())))


def brought_back(changes: Changes, question: str) -> Changes:
    """With a question that is asked again."""
    return replace(changes, retired=tuple(one for one in changes.retired if one.question != question))
