"""What became of questions: which answer ends which, which are put off or were left open, and what was told to whom.

An answer ends a question about the same things, or about more, or about less when it was given at the same contact or
later; an answer about nothing in particular (a case file names no things) ends what had come up by then. Words or a
reason, never a tick: an `answered` without words ends nothing.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from visitapp.domain.judgement import Answer, Told
from visitapp.questions.known import Known
from visitapp.questions.shelf import Placed

_OPEN = frozenset({"offered", "deferred"})


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


class Answers:
    """The answers known at a point. `families`: for each question the questions whose answer is its answer too."""

    def __init__(self, known: Known, families: dict[str, frozenset[str]]) -> None:
        self._known = known
        self._families = families
        self._ending: defaultdict[str, list[Placed[Answer]]] = defaultdict(list)
        self._left: defaultdict[str, list[Placed[Answer]]] = defaultdict(list)
        for one in known.of(Answer):
            (self._ending if ends(one.item) else self._left)[one.item.question].append(one)
        self._told = [one for one in known.of(Told) if _to_somebody(known, one.item)]

    def any_for(self, question: str) -> bool:
        """Whether a question was ever answered."""
        return question in self._ending

    def ended(self, question: str, about: tuple[str, ...], children: tuple[str, ...], step: int, *, told: bool) -> bool:
        """Whether a question that came up at a step is over. `told`: having told somebody of these things ends it."""
        asked = self._families.get(question, frozenset((question,)))
        for one in asked:
            if any(self._fits(answer, about, children, step) for answer in reversed(self._ending.get(one, ()))):
                return True
        return told and any(self._told_of(one, about, children, step) for one in self._told)

    def last(self, question: str, about: tuple[str, ...], children: tuple[str, ...]) -> int:
        """The step of the last ending answer to a question about these things; -1 when there is none."""
        answers = reversed(self._ending.get(question, ()))
        return next((one.step for one in answers if self._fits(one, about, children, -1)), -1)

    def left_open(self, question: str, about: tuple[str, ...], children: tuple[str, ...], step: int) -> int:
        """How often it was shown and left open, or put off, since it came up: at how many contacts."""
        fitting = [one for one in self._left.get(question, ()) if self._fits(one, about, children, step)]
        return len({one.step for one in fitting})

    def put_off(self, question: str, about: tuple[str, ...], children: tuple[str, ...], step: int) -> date | None:
        """The day to which it was put off last."""
        days = [
            one.item.defer_to
            for one in self._left.get(question, ())
            if one.item.how == "deferred" and self._fits(one, about, children, step)
        ]
        return days[-1] if days else None

    def _fits(self, answer: Placed[Answer], about: tuple[str, ...], children: tuple[str, ...], step: int) -> bool:
        if answer.step < step:
            return False
        if not answer.item.about and not answer.item.children:
            return True
        root = self._known.first_sighting
        if answer.item.children and children and not _shared(map(root, answer.item.children), children):
            return False
        named = {root(one) for one in answer.item.about}
        these = {root(one) for one in about}
        return named >= these or these >= named

    def _told_of(self, told: Placed[Told], about: tuple[str, ...], children: tuple[str, ...], step: int) -> bool:
        if told.step < step:
            return False
        root = self._known.first_sighting
        named = {root(one.removeprefix("child:")) for one in told.item.about}
        these = {root(one) for one in about}
        return bool(named) and (named >= these or _shared(named, children))


def _to_somebody(known: Known, told: Told) -> bool:
    """Whether somebody outside the family was told, and it is said when."""
    root = known.root(told.who)
    family = root in known.people or bool(known.child_named(told.who))
    return bool(told.who and told.at) and not family


def _shared(some: Iterable[str], others: Iterable[str]) -> bool:
    return not set(some).isdisjoint(others)
