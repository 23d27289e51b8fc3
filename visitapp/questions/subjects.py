"""What a question is about, and what a fact is. Facts themselves stand in facts_*.py, a file a subject.

A fact is pure: read from a subject, it gives a value or None when nobody recorded it. Some facts can tell what they
rest on (`Evidence`): the records, and the dates and names for the sentence that says why a question comes now.
"""

from collections.abc import Callable, Sequence
from copy import copy
from typing import Any

from msgspec import Struct

from visitapp.questions.expression import FactType, Value
from visitapp.questions.known import Known
from visitapp.words import Names


class Evidence(Struct, frozen=True):
    """What a fact rests on. `because`: contacts (and other records). `args`: for the sentence.

    `about`: the very things in question, where they are not the subject itself; `step`: when that came up.
    """

    because: tuple[str, ...] = ()
    args: dict[str, Any] = {}
    about: tuple[str, ...] | None = None
    step: int | None = None


class Subject:
    """One child, mark, contact … at one point of what is known.

    `about`: ids that make a question on it the same question. `step`: when it came up. `after`: the step of the
    question's last answer, for facts that count from there; -1: never answered.
    """

    kind = ""

    def __init__(self, known: Known, id: str, about: tuple[str, ...], children: tuple[str, ...], step: int) -> None:  # noqa: A002
        self.known = known
        self.id = id
        self.about = about
        self.children = children
        self.step = step
        self.after = -1

    @property
    def because(self) -> tuple[str, ...]:
        """The contacts that it rests on by itself."""
        return ()

    def args(self) -> dict[str, Any]:
        """What a sentence may say of any such subject."""
        if not self.children:
            return {}
        names = Names(self.known.called(child) for child in self.children)
        return {"child": names, "children": names, "n": len(names)}

    def answered_at(self, step: int) -> "Subject":
        """The same subject, counted from an answer."""
        again = copy(self)
        again.after = step
        return again

    def earlier_sights(self) -> "Sequence[Subject]":
        """The same subject as it was known at earlier moments that may have raised a question for good."""
        return ()


class Fact(Struct, frozen=True):
    """A fact by its dotted name. `meaning` stands in the vocabulary page.

    `asked_by`: the questions that find it out. `counts`: it counts only what came after the question's last answer.
    `costly`: read only where a condition is not decided without it.
    """

    name: str
    type: FactType
    meaning: str
    read: Callable[[Any], Value | None]
    tell: Callable[[Any], Evidence] | None = None
    asked_by: tuple[str, ...] = ()
    counts: bool = False
    costly: bool = False


class Kind(Struct, frozen=True):
    """A kind of subject: where its subjects are found and which facts it has.

    `plain`: what these facts are of most of its subjects; `find_others` finds those of which one of them is not. Where
    no condition can hold of a plain one, only the others are looked at.
    """

    name: str
    meaning: str
    find: Callable[[Known], Sequence[Subject]]
    facts: tuple[Fact, ...]
    plain: dict[str, Value] = {}
    find_others: Callable[[Known], Sequence[Subject]] | None = None
