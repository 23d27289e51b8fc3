"""Words that say that a child is unwell, or that there is blood. Pure.

Read cautiously: what is denied says nothing ("did not seem unwell", "no vomiting since"), nor does what is over ("was
poorly last week"). A denial reaches to the end of its part of the sentence and not past "and" or "but". English only.
"""

import re

_UNWELL = re.compile(
    r"\b(?:unwell|poorly|drowsy|floppy|(?<!a )(?<!slight )(?<!bad )limp|lethargic|listless|vomit\w*|unresponsive|"
    r"unconscious|seizures?|convuls\w+|(?:is|was|been|started|kept|still) fitting(?! in\b| well\b)|very pale|"
    r"(?:hard|difficult) to (?:wake|rouse)|(?:won.t|would not|wouldn.t) wake|(?:can.t|could not|couldn.t) be (?:woken|"
    r"roused)|struggl\w+ to breathe|(?:not|stopped) breathing|blue lips|lips (?:are|were) blue|won.t feed|not feeding|"
    r"not (?:very )?well(?=\s*(?:$|and\b|at\b|today\b|in (?:her|him)self\b)))\b",
    re.IGNORECASE,
)
_BLOOD = re.compile(r"\bbl(?:ood|eed|ed\b)\w*", re.IGNORECASE)
_PART = re.compile(r"[.,;:!?\n]|\b(?:and|but)\b")
_DENIED = re.compile(r"\b(?:no|not(?! only\b| just\b)|never|nor|without|denie[sd]|nothing)\b|n.t\b", re.IGNORECASE)
_OVER = re.compile(
    r"\b(?:had been|no longer|last (?:week|month|year|winter|spring|summer|autumn)|(?:days|weeks|months) ago)\b",
    re.IGNORECASE,
)


def says_unwell(words: str) -> bool:
    """Whether words say that somebody seems unwell."""
    return any(_said(part, _UNWELL) and not _OVER.search(part) for part in _PART.split(words))


def says_blood(words: str) -> bool:
    """Whether words speak of blood that is, or was, there."""
    return any(_said(part, _BLOOD) for part in _PART.split(words))


def _said(part: str, sign: re.Pattern[str]) -> bool:
    return any(not _DENIED.search(part[: found.start()]) for found in sign.finditer(part))
