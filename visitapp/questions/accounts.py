"""What a child said about how a mark came, as a subject: about another child, or in a grown-up's words.

A child often says the same as a grown-up because it was so. So only a phrase is looked for that a child would hardly
find by itself: at least four words in a row that a grown-up said of the same mark before, two of them words of
content, and among them one of the words that grown-ups use of accidents ("lost her balance", "clumsy"); or eight words
in a row. "I", "he", "her", names of the children and the like count as one word. For example "I lost my balance on the
stairs" after "She lost her balance on the stairs" is such a phrase; "I fell off the trampoline" after "He fell off the
trampoline" is not. Limits: English; only words that were written down as spoken by the child, and only of the same
mark; that a phrase is shared says nothing about whether it is true.
"""

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from visitapp.domain.marks import Account
from visitapp.questions.known import Known
from visitapp.questions.shelf import Placed
from visitapp.questions.subjects import Evidence, Fact, Kind, Subject
from visitapp.words import text

FEWEST = 4
FEWEST_OF_CONTENT = 2
LONG = 8
_SOMEBODY = "\u00b7"
_PERSONS = frozenset(
    {"i", "me", "my", "mine", "myself", "he", "him", "his", "himself", "she", "her", "hers", "herself", "they", "them",
     "their", "themselves", "we", "us", "our", "you", "your"}
)  # fmt: skip
_SMALL = frozenset(
    {"a", "an", "and", "at", "be", "because", "but", "by", "did", "do", "for", "from", "got", "had", "has", "have",
     "in", "into", "is", "it", "just", "not", "of", "off", "on", "onto", "or", "so", "that", "the", "then", "there",
     "to", "up", "was", "were", "when", "with", _SOMEBODY}
)  # fmt: skip
GROWN_UP = frozenset(
    {"accident", "accidental", "accidentally", "accident-prone", "attempting", "awkwardly", "balance", "boisterous",
     "bruises", "clumsy", "collided", "collision", "constantly", "coordination", "easily", "footing", "impact",
     "incident", "injured", "injury", "interacting", "minding", "obviously", "occasionally", "particularly",
     "previously", "prone", "resulting", "sensitive", "stumbled", "supervised", "supervising", "supervision",
     "sustained", "tantrum", "tumble", "unfortunately", "unsteady", "unsupervised", "usually", "whilst"}
)  # fmt: skip


def shared_phrase(child: str, grown_up: str, names: Collection[str] = ()) -> str:
    """The longest phrase of a child's words that is a grown-up's phrase of before; "" where there is none such.

    `names`: first names that count as "he" and "she" do. Gives the child's own words, from the first to the last.
    """
    own, before = _words(child), _words(grown_up)
    known = frozenset(name.casefold() for name in names)
    mine, theirs = ([_meant(word, known) for word in words] for words in (own, before))
    start, length = _longest(mine, theirs)
    run = mine[start : start + length]
    of_content = [word for word in run if word not in _SMALL]
    grown = length >= FEWEST and len(of_content) >= FEWEST_OF_CONTENT and not GROWN_UP.isdisjoint(run)
    return " ".join(own[start : start + length]) if grown or length >= LONG else ""


def _words(said: str) -> list[str]:
    return re.findall(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*", said)


def _meant(word: str, names: frozenset[str]) -> str:
    plain = word.casefold().replace("\u2019", "'")
    return _SOMEBODY if plain in _PERSONS or plain.removesuffix("'s") in names else plain


def _longest(mine: Sequence[str], theirs: Sequence[str]) -> tuple[int, int]:
    """Where the longest run of words that both have begins in the first, and how long it is."""
    best = (0, 0)
    runs = [0] * (len(theirs) + 1)
    for place, word in enumerate(mine):
        before = 0
        for other, theirs_word in enumerate(theirs, 1):
            before, runs[other] = runs[other], before + 1 if word == theirs_word else 0
            if runs[other] > best[1]:
                best = (place - runs[other] + 1, runs[other])
    return best


class AccountSubject(Subject):
    """What a child said about how marks came. `speaker`: the child."""

    kind = "account"

    def __init__(self, known: Known, placed: Placed[Account]) -> None:
        self.placed = placed
        self.account = placed.item
        self.speaker = known.child_named(placed.item.by)
        said_of = known.marks_of_account.get(placed.item.id, ())
        self.marks = tuple(mark for mark in said_of if mark in known.sightings)
        children = (self.speaker,) if self.speaker else ()
        super().__init__(known, placed.item.id, (known.root(placed.item.id),), children, placed.step)

    @property
    def because(self) -> tuple[str, ...]:
        """The contact at which it was said."""
        return (self.account.contact,)

    @property
    def day(self) -> date:
        """The day of that contact."""
        return self.known.day_of(self.account.contact, self.placed.kept.date)

    def args(self) -> dict[str, Any]:
        """Who said it, and when."""
        who = self.known.called(self.account.by)
        return {"child": who, "children": who, "n": 1, "date": self.day}

    def of_another_child(self) -> list[str]:
        """The other children on whom the marks are."""
        on = [self.known.root(self.known.sightings[mark][0].item.child) for mark in self.marks]
        return [child for child in dict.fromkeys(on) if child != self.speaker]

    def repeats(self) -> tuple[str, Placed[Account]] | None:
        """The phrase that a grown-up said of the same mark before, and where; None where there is none."""
        if not self.account.verbatim:
            return None
        names = [first for name in self.known.first_names.values() for first in name.split()[:1]]
        for mark in self.marks:
            for one in self.known.accounts[mark]:
                if one.at >= self.placed.at or not self._grown_up(one.item.by):
                    continue
                phrase = shared_phrase(self.account.text, one.item.text, names)
                if phrase:
                    return phrase, one
        return None

    def _grown_up(self, by: str) -> bool:
        return self.known.is_family(by) or self.known.root(by) in self.known.professionals


def find(known: Known) -> list[AccountSubject]:
    """What children said of marks, in order: children of the case and others in the home."""
    return [AccountSubject(known, one) for one in known.of(Account) if _by_child(known, one.item.by)]


def _by_child(known: Known, by: str) -> bool:
    person = known.people.get(known.root(by))
    return bool(known.child_named(by)) or (person is not None and person.child)


def _other(account: AccountSubject) -> Evidence:
    called = [account.known.called(child) for child in account.of_another_child()]
    return Evidence(args={"other": called[0] if called else text("ask.the_child")})


def _phrase(account: AccountSubject) -> Evidence:
    found = account.repeats()
    if found is None:
        return Evidence()
    phrase, before = found
    day = account.known.day_of(before.item.contact, before.kept.date)
    args = {"phrase": phrase, "who": account.known.called(before.item.by), "said": day}
    return Evidence((before.item.contact,), args)


FACTS: tuple[Fact, ...] = (
    Fact("account.repeats_phrase", "bool", "the child's words, as spoken, repeat a phrase in which a grown-up spoke of "
         "the same mark before", lambda account: account.repeats() is not None, _phrase),
    Fact("account.of_another_child", "bool", "a child explains a mark on another child",
         lambda account: bool(account.of_another_child()), _other),
)  # fmt: skip

KIND = Kind("account", "what a child said about how a mark came", find, FACTS)
