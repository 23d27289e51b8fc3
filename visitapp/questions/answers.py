"""What became of questions: which answer ends which, which are put off or were left open, and what was told to whom.

An answer ends a question about the same things, or about more, or about less when it was given at the same contact or
later; an answer about nothing in particular (a case file names no things) ends what had come up by then. Words or a
reason, never a tick: an `answered` without words ends nothing, and a question that must have words before its matter is
settled is not ended by a bare "could not ask" either.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from visitapp.domain.judgement import Answer, QuestionBack, Told
from visitapp.questions.known import Known
from visitapp.questions.shelf import Placed

_OPEN = frozenset({"offered", "deferred"})
_NOTHING: frozenset[str] = frozenset()


def ends(answer: Answer) -> bool:
    """Whether this is one of the six ways in which a question ends."""
    if answer.how in _OPEN:
        return False
    if answer.how == "answered":
        return bool(answer.text.strip() or answer.reason.strip())
    if answer.how == "told":
        return bool(answer.told_who.strip() or answer.text.strip())
    if answer.how == "does_not_fit":
        return bool(answer.reason.strip() or answer.text.strip())
    return True


def has_words(answer: Answer) -> bool:
    """Whether it says anything: words, a reason, or who was told."""
    return bool(answer.text.strip() or answer.reason.strip() or answer.told_who.strip())


def questions_back(known: Known) -> list[Placed[QuestionBack]]:
    """The questions that a reader put back to a writer, and that no answer ends yet."""
    back = known.of(QuestionBack)
    if not back:  # mostly
        return []
    ended = {known.root(one.item.answers) for one in known.of(Answer) if one.item.how not in _OPEN}
    return [one for one in back if known.root(one.item.id) not in ended]


class _Given:
    """Answers to one question, in order, and by each id that they name."""

    __slots__ = ("all", "by_id", "general")

    def __init__(self) -> None:
        self.all: list[_One] = []
        self.general: list[_One] = []
        self.by_id: dict[str, list[_One]] = {}

    def add(self, one: "_One") -> None:
        self.all.append(one)
        if not one.about:
            self.general.append(one)
        for id_ in one.about:
            self.by_id.setdefault(id_, []).append(one)

    def about(self, these: frozenset[str], children: tuple[str, ...], step: int) -> "Iterator[_One]":
        """Those that fit a question about these things that came up at a step, the latest first."""
        named = [self.by_id[id_] for id_ in these if id_ in self.by_id]
        for group in (*named, self.general) if these else (self.all,):
            for one in reversed(group):
                if one.at < step:
                    break
                if one.step >= step and one.fits(these, children):
                    yield one


class _One(Struct):
    """One answer with root ids at hand."""

    answer: Answer
    at: int
    step: int
    about: frozenset[str]
    children: frozenset[str]

    def fits(self, these: frozenset[str], children: tuple[str, ...]) -> bool:
        if children and self.children and self.children.isdisjoint(children):
            return False
        return self.about >= these or these >= self.about


class Answers:
    """The answers known at a point.

    `families`: for each question the questions whose answer is its answer too; `with_words`: those that need words.
    """

    def __init__(self, known: Known, families: dict[str, frozenset[str]], with_words: frozenset[str]) -> None:
        self._with_words = with_words
        self._root = known.first_sighting
        self._families = families
        self._placed: defaultdict[str, list[Placed[Answer]]] = defaultdict(list)
        for placed in known.of(Answer):
            self._placed[placed.item.question].append(placed)
        self._sorted: dict[str, tuple[_Given, _Given]] = {}
        self._told = [one for one in known.of(Told) if _to_somebody(known, one.item)]

    def _given(self, question: str) -> "tuple[_Given, _Given]":
        """What ended a question, and what left it open; sorted when first asked for."""
        found = self._sorted.get(question)
        if found is None:
            found = (_Given(), _Given())
            for placed in self._placed.get(question, ()):
                over = ends(placed.item) and (question not in self._with_words or has_words(placed.item))
                found[0 if over else 1].add(self._one(placed))
            self._sorted[question] = found
        return found

    def _one(self, placed: Placed[Answer]) -> _One:
        about, children = placed.item.about, placed.item.children
        return _One(placed.item, placed.at, placed.step, self._these(about), self._these(children))

    def any_for(self, question: str) -> bool:
        """Whether a question was ever answered."""
        return question in self._placed

    def ended(
        self, question: str, about: tuple[str, ...], children: tuple[str, ...], step: int, *, told: bool, words: bool
    ) -> bool:
        """Whether a question that came up at a step is over. `told`: having told somebody of these things ends it;
        `words`: it must have words, as it was asked, though it need not always (the age that a rule lacks).
        """
        asked = [one for one in self._families.get(question, (question,)) if one in self._placed]
        told = told and bool(self._told)
        if not asked and not told:  # mostly
            return False
        these = self._these(about)
        given = (answer for one in asked for answer in self._given(one)[0].about(these, children, step))
        if any(not words or has_words(one.answer) for one in given):
            return True
        return told and any(self._told_of(one, these, children, step) for one in self._told)

    def last(self, question: str, about: tuple[str, ...], children: tuple[str, ...]) -> int:
        """The step of the last ending answer to a question about these things; -1 when there is none."""
        found = self._given(question)[0].about(self._these(about), children, -1)
        return max((one.step for one in found), default=-1)

    def left_open(self, question: str, about: tuple[str, ...], children: tuple[str, ...], step: int) -> int:
        """How often it was shown and left open, or put off, since it came up: at how many contacts."""
        if not self.any_for(question):
            return 0
        return len({one.step for one in self._given(question)[1].about(self._these(about), children, step)})

    def put_off(self, question: str, about: tuple[str, ...], children: tuple[str, ...], step: int) -> date | None:
        """The day to which it was put off last."""
        if not self.any_for(question):
            return None
        found = self._given(question)[1].about(self._these(about), children, step)
        put_off = [one for one in found if one.answer.how == "deferred" and one.answer.defer_to is not None]
        return max(put_off, key=lambda one: one.step).answer.defer_to if put_off else None

    def _these(self, about: tuple[str, ...]) -> frozenset[str]:
        return frozenset(map(self._root, about)) if about else _NOTHING

    def _told_of(self, told: Placed[Told], these: frozenset[str], children: tuple[str, ...], step: int) -> bool:
        if told.step < step:
            return False
        named = {self._root(one.removeprefix("child:")) for one in told.item.about}
        return bool(named) and (named >= these or not named.isdisjoint(children))


def _to_somebody(known: Known, told: Told) -> bool:
    """Whether somebody outside the family was told, and it is said when."""
    root = known.root(told.who)
    family = root in known.people or bool(known.child_named(told.who))
    return bool(told.who and told.at) and not family
