"""Notices words of our own that give a bruise an age. Pure.

The colour of a bruise does not show how old it is (systematic review, doi 10.1002/ebch.1909; protocol of Devon), so a
worker's "about three days old" is answered with a quiet hint. It is never stored and never blocks. What is quoted, what
somebody else is reported to have said, and the age of a child are let be; where it is not plain, nothing is noticed.
"""

import re
from collections.abc import Iterable, Iterator

from visitapp.domain.contact import Paragraph

Span = tuple[int, int]
"""From and to, in characters of the words given."""

_COUNTED = (
    r"(?:\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|a few|few|several|some|"
    r"(?:a )?couple of)"
)
_AGE = re.compile(
    rf"\b(?:(?:about|around|approx\.?|roughly|maybe|perhaps|at least|over|under|nearly|almost)\s+)?{_COUNTED}"
    rf"(?:\s*(?:-|–|/|to|or)\s*{_COUNTED})?[\s-]*(?:hour|day|week|fortnight|month)s?[\s-]+old\b|"
    r"\b\d{1,2}/(?:7|52)\s+old\b",
    re.IGNORECASE,
)
_ADJECTIVE = (
    r"(?:yellow(?:ing|ish)?|green(?:ish)?|brown(?:ish)?|blue|purple|red(?:dish)?|black|faint|faded|fading|small|large|"
    r"round|linear|single|tiny)"
)
_BRUISE = r"(?:bruis(?:es?|ing)|petechiae|discolou?ration)"
_MARK = re.compile(rf"\b(?i:{_BRUISE}|black eyes?)\b|\bmarks?\b|\bMarks?(?= (?:on|over|to|above|below|behind|under)\b)")
_OLD_BRUISE = re.compile(
    rf"(?<![\w-])(?<!year )(?<!years )(?<!month )(?<!months )(?<!week )(?<!weeks )(?<!day )(?<!days )"
    rf"(?:old(?:er)?|fresh)\s*,?\s+(?:{_ADJECTIVE},?\s+){{0,2}}{_BRUISE}\b",
    re.IGNORECASE,
)
_LOOKS_OLD = re.compile(
    r"\b(?:looks?|looked|seems?|seemed|appears?|appeared|is|are|was|were)\s+(?:to be\s+)?"
    r"(?:quite\s+|very\s+|rather\s+)?(?:an?\s+)?(?:old|fresh)\b(?!\s+enough|[\s-]*(?:bruis|\w+\s+bruis))",
    re.IGNORECASE,
)
_COLOUR = re.compile(
    r"\b(?:yellow(?:ing|ish)?|green(?:ish)?|brown(?:ish)?|blue|purple|going by the colou?r|judging by the colou?r|"
    r"from the colou?r)\b",
    re.IGNORECASE,
)
_IT = re.compile(r"\b(?:it|this|these|they|both|all)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_NONE = re.compile(r"\b(?:no|not|any|without|never)\s+$", re.IGNORECASE)
_CHILD = (
    r"(?:baby|babies|child|children|infants?|newborns?|toddlers?|boys?|girls?|sons?|daughters?|sisters?|brothers?|"
    r"siblings?|twins?|cousins?|nephews?|nieces?|bab[ae]s?|kids?|puppy|puppies|kittens?|dogs?|cats?)"
)
_SOMEBODY = re.compile(rf"\b(?:{_CHILD}|he|she|who|aged)\b", re.IGNORECASE)
_THEN_CHILD = re.compile(rf"[\s-]+(?:[\w-]+\s+){{0,2}}?{_CHILD}\b", re.IGNORECASE)
_THEN_MARK = re.compile(rf"[\s,-]+(?:{_ADJECTIVE},?\s+){{0,2}}(?:{_BRUISE}|marks?)\b", re.IGNORECASE)
_THE = re.compile(r"\b(?:the|this|that|our|an?)\s+$", re.IGNORECASE)
_NAMED = re.compile(r"\b[A-Z][a-z]+(?:\s*[,(]|\s+(?:is|was))?\s*(?:only\s+|just\s+)?$")
_THEN_NAMED = re.compile(r"[\s-]+[A-Z][a-z]+(?:['’]s)?\b")
_ALONE = re.compile(r"^\W*$")
_SAYING = (
    r"(?:said|says?|saying|told|tells?|telling|thought|thinks?|explain(?:s|ed)|report(?:s|ed)|state[sd]|claim(?:s|ed)|"
    r"believe[sd]?|estimate[sd]?|reckon(?:s|ed)?|mention(?:s|ed)|confirm(?:s|ed)|dated|describe[sd]|heard|asked)"
)
_REPORTED = re.compile(
    rf"(?<!\bI )(?<!\bWe )(?<!\bwe )(?<!\bwould )\b{_SAYING}\b|\baccording to\b|\bper (?:the )?(?:gp|doctor|nurse)\b|"
    r"\bin (?:her|his|their) (?:words|view|opinion)\b|"
    r"^\W*(?:mum|mother|dad|father|gran\w*|aunt\w*|uncle|gp|doctor|nurse|teacher|school|he|she):|"
    r"^\W*(?-i:(?!Bruis|Mark|Note|Seen|Left|Right|Ear|Arm|Leg|Back|Shin|Knee|Face|Cheek|Head|Forehead|Chest|Neck|Hand|"
    r"Foot|Elbow|Thigh|Body)[A-Z][a-z]+(?: [A-Z][a-z]+)?):",
    re.IGNORECASE,
)
_THEN_SAID = re.compile(rf"\s*,?\s*(?:[\w'’]+\s+){{1,3}}?{_SAYING}\b|\s*,?\s*according to\b", re.IGNORECASE)
_QUOTED = re.compile(
    r"\"[^\"]*(?:\"|$)|“[^”]*(?:”|$)|„[^“”]*(?:[“”]|$)|«[^»]*(?:»|$)|"
    r"(?<!\w)[‘'](?:[^’']|(?<=\w)[’'](?=\w))*(?:[’'](?!\w)|$)"
)
_SENTENCE = re.compile(r"(?:[^.!?\n]|(?<=\d)[.](?=\d)|(?<=approx)[.])+[.!?\n]*")
_MAY_DATE = re.compile(r"old|fresh", re.IGNORECASE)
_OTHERS_WORDS = ("told_by", "read_in")


def ages_given(words: str, *, of_a_mark: bool = False) -> tuple[Span, ...]:
    """Where these words give a bruise an age, outside of what they quote or report.

    `of_a_mark`: the words describe one mark, so an age in them is the mark's unless it is a child's.
    """
    if not _MAY_DATE.search(words):
        return ()
    own = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), words)
    found: list[Span] = []
    about_mark = of_a_mark
    for sentence in _SENTENCE.finditer(own):
        found += [
            (sentence.start() + start, sentence.start() + end)
            for start, end in _in_sentence(sentence[0], about_mark=about_mark)
        ]
        about_mark = of_a_mark or _MARK.search(sentence[0]) is not None
    return tuple(sorted(found))


def ages_in_note(paragraphs: Iterable[Paragraph]) -> tuple[str, ...]:
    """The words of a note that give a bruise an age; paragraphs told by somebody or read somewhere are theirs."""
    return tuple(
        one.text[start:end]
        for one in paragraphs
        if one.mark not in _OTHERS_WORDS
        for start, end in ages_given(one.text)
    )


def _in_sentence(sentence: str, *, about_mark: bool) -> Iterator[Span]:
    """The places in one sentence. `about_mark`: the sentence before it, or all of it, is about a mark."""
    for age in _AGE.finditer(sentence):
        before, after = sentence[: age.start()], sentence[age.end() :]
        if not _is_reported(before, after) and _is_of_a_mark(before, after, about_mark=about_mark):
            yield age.span()
    for old in _OLD_BRUISE.finditer(sentence):
        before, after = sentence[: old.start()], sentence[old.end() :]
        if not _is_reported(before, after) and not _NONE.search(before):
            yield old.span()
    for looks in _LOOKS_OLD.finditer(sentence):
        before, after = sentence[: looks.start()], sentence[looks.end() :]
        if not _is_reported(before, after) and (_names_a_mark(before) or (about_mark and _is_bare(before))):
            yield looks.span()


def _is_reported(before: str, after: str) -> bool:
    return _REPORTED.search(before) is not None or _THEN_SAID.match(after) is not None


def _is_of_a_mark(before: str, after: str, *, about_mark: bool) -> bool:
    """Whether an age between these words is a mark's: of what stands next to it, and nearest before it."""
    if _THEN_CHILD.match(after):
        return False
    if _THEN_MARK.match(after):
        return True
    if _THEN_NAMED.match(after) or _THE.search(before):
        return False  # "on 8 week old Mia", "on the six week old"
    if _names_a_mark(before):
        return True
    if _SOMEBODY.search(before) or _NAMED.search(before):
        return False
    return about_mark and (_ALONE.match(before) is not None or _IT.search(before) is not None or _is_bare(before))


def _names_a_mark(before: str) -> bool:
    """Whether the last thing named before is a mark or its colour, and no person."""
    named = [one.end() for one in (*_MARK.finditer(before), *_COLOUR.finditer(before))]
    if not named:
        return False
    between = before[max(named) :]
    return not _SOMEBODY.search(between) and not _NAMED.search(between)


def _is_bare(before: str) -> bool:
    """Whether nothing before it could have an age of its own: a few words without a subject ("looks", "perhaps")."""
    return re.fullmatch(r"\W*(?:(?:looks?|seems?|appears?|perhaps|maybe|possibly|so|i|think|would|say|guess|from)\W+)*",
                        before, re.IGNORECASE) is not None  # fmt: skip
