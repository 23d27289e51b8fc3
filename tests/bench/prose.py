"""Invented words, as many and as various as in real notes, so that an index has real work. The same every run."""

import random
from collections.abc import Iterator

_VOCABULARY = 6000
_SYLLABLES = ("ka", "mo", "ren", "ti", "sal", "du", "by", "len", "or", "pim", "sta", "gel", "hu", "vin", "ash", "lo")


def notes(characters: int, seed: int = 7) -> Iterator[str]:
    """Notes of this length, for ever: a few words come in nearly all of them, most words in few."""
    chance = random.Random(seed)
    words = _words(chance)
    weights = [1 / (rank + 3) for rank in range(len(words))]
    while True:
        text = " ".join(chance.choices(words, weights, k=characters // 4))
        yield text[:characters]


def _words(chance: random.Random) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < _VOCABULARY:
        found["".join(chance.choices(_SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(found)
