"""Words that say that a child is unwell, or that there is blood. Pure.

What is plainly denied says nothing ("did not seem unwell", "no vomiting since"), nor does what is plainly over ("was
poorly two months ago"). Where that is not plain the words count: a question too many is a small thing beside one too
few. So a denial reaches only over the words that join it to a sign ("no idea that he vomited" denies nothing), and not
past a comma, "and" or "but". English only.
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
_BADLY = re.compile(
    r"\b(?:sle[ep]\w*|eats?|eating|ate|do|does|did|doing|done|perform\w*|behav\w+|attend\w*|writ\w+|manag\w+|cop(?:es?|ed|ing))"
    r"\s+(?:very |quite |rather |so |really )?poorly\b|"
    r"\bpoorly (?:lit|heated|furnished|insulated|dressed|fitting|attended|maintained|written)\b",
    re.IGNORECASE,
)
"""Where "poorly" says badly: "sleeps poorly". "Feeding poorly" says more than that of a baby."""
_BLOOD = re.compile(r"\bbl(?:ood|eed|ed\b)\w*", re.IGNORECASE)
_PART = re.compile(r"[.,;:!?\n]|\b(?:and|but)\b")
_DENIED = re.compile(
    r"(?:\b(?:no|not(?! only\b| just\b)|never|nor|without|den(?:y|ies|ied)|no longer)|n['\u2019]t)\s+"
    r"(?:(?:a|an|any|at|all|signs?|of|that|she|he|they|it|seem(?:ed|s)?|look(?:ed|s)?|appear(?:ed|s)?|had|has|have|been|"
    r"be|being|is|was|further|more|fresh|visible|\w+ or)\s+)*$",
    re.IGNORECASE,
)
_REACH = 60
"""Over how many characters a denial can reach a sign."""
_OVER = re.compile(
    r"\b(?:was|were|had been)\b.*\b(?:last (?:month|year|winter|spring|summer|autumn)|(?:weeks|months|years) ago)\b",
    re.IGNORECASE,
)
_LASTS = re.compile(r"\b(?:since|still|again|ever)\b", re.IGNORECASE)


def says_unwell(words: str) -> bool:
    """Whether words say that somebody seems unwell."""
    return any(_said(part, _UNWELL) and not _is_over(part) for part in _PART.split(_BADLY.sub("badly", words)))


def says_blood(words: str) -> bool:
    """Whether words speak of blood that is, or was, there."""
    return any(_said(part, _BLOOD) for part in _PART.split(words))


def _said(part: str, sign: re.Pattern[str]) -> bool:
    before = (part[max(0, found.start() - _REACH) : found.start()] for found in sign.finditer(part))
    return any(not _DENIED.search(one) for one in before)


def _is_over(part: str) -> bool:
    return _OVER.search(part) is not None and _LASTS.search(part) is None
