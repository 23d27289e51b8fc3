"""The question bank as data: its format, and reading it. What cannot be used is refused with line, question and field.

Format visitapp-bank/1, JSON in UTF-8: {"format", "version", "questions": [...]}; unknown fields are refused. The same
is said in resources/questions/bank.schema.json, which packaging/bankschema.py makes from here.
Of a question:

    id        Q11, ask_age …; unique
    group     for the reader: seen, voice, injury, household, home, access, referral, hypothesis, self, team
    matter    what it is about; questions of one matter share a card. `marks` makes a card a child and contact
    source    where it comes from
    wording   ids of sentences; a rotating question has several and takes them in turn
    ways      how it comes up, the first that holds counts:
                subject  a kind of the vocabulary
                if       a condition over that subject's facts (expression.py)
                tier     0 must have words before it is settled, 1 ask now, 2 rotates
                act      with tier 0: `today` or `settle`
                why      id of the sentence that says why now; its arguments are those of the facts it rests on
                again    `once` (default): an answer ends it for these things; `counted`: facts count from it on
                first    true: before the others of its tier
                unknown  what an undecided condition does: `silent`, `due`, or `ask` (what the missing facts ask for)
                wording, say, mind, matter   instead of the question's
    about     `child` where a question that marks raise is about their child
    why       of a question that another asks for: id of the sentence that says why
    quiet     for kinds of subject a condition: it is not asked where this holds
    family    questions of one family have one answer
    told      true: having told somebody outside the family of these things, with the time, answers it
    field     the field on the screen that answers it
    say       id of what may be said aloud to the parent
    apart     true: a card of its own for each subject, not one for all
    mind      id of a short line without names, to hold in mind on the way in
    own       sentences in one's own words, by the ids that stand above; {child} in them is the child's name
    retired   true: asked no more, and kept for what was asked before
"""

import re
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct

from visitapp.errors import BankRefused
from visitapp.words import Text, text

FORMAT = "visitapp-bank/1"
MOST_BYTES = 1024 * 1024
MOST_QUESTIONS, MOST_WAYS = 500, 20

Tier = Literal[0, 1, 2]
Act = Literal["", "today", "settle"]
Unknown = Literal["silent", "due", "ask"]
QuestionId = Annotated[str, Meta(max_length=60, pattern=r"^[A-Za-z][A-Za-z0-9_]*(?![\s\S])")]
Words = Annotated[str, Meta(max_length=600)]
Sentences = Annotated[tuple[str, ...], Meta(max_length=12)]


class Way(Struct, frozen=True, forbid_unknown_fields=True):
    """One way in which a question comes up."""

    subject: str
    condition: str = msgspec.field(name="if")
    tier: Tier
    why: str
    act: Act = ""
    unknown: Unknown = "silent"
    again: Literal["once", "counted"] = "once"
    first: bool = False
    matter: str = ""
    wording: Sentences = ()
    say: str = ""
    mind: str = ""


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question as the bank's data says it."""

    id: QuestionId
    group: str
    matter: str
    source: str
    wording: Sentences
    ways: Annotated[tuple[Way, ...], Meta(max_length=MOST_WAYS)] = ()
    about: Literal["", "child"] = ""
    why: str = ""
    quiet: dict[str, str] = {}
    family: str = ""
    told: bool = False
    apart: bool = False
    field: str = ""
    say: str = ""
    mind: str = ""
    own: dict[str, Words] = {}
    retired: bool = False

    def sentences(self) -> frozenset[str]:
        """The ids of all sentences that it names."""
        found = {*self.wording, self.why, self.say, self.mind}
        for way in self.ways:
            found |= {*way.wording, way.why, way.say, way.mind}
        return frozenset(found - {""})

    @property
    def tiers(self) -> tuple[Tier, ...]:
        """The tiers of its ways, the most urgent first."""
        return tuple(sorted({way.tier for way in self.ways}))


class BankFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    format: str
    version: str
    questions: Annotated[tuple[Question, ...], Meta(max_length=MOST_QUESTIONS)]


class Flaw(Exception):
    """Something in a bank that cannot be used: of which question, in which field ("" for the whole), and why."""

    def __init__(self, question: str, field: str, why: Text) -> None:
        super().__init__(why.id)
        self.question, self.field, self.why = question, field, why


def read_bank(raw: bytes) -> BankFile:
    """The file from its bytes, its form checked and nothing else. Raises BankRefused."""
    if len(raw) > MOST_BYTES:
        raise refused(raw, Flaw("", "", text("bank.why.too_large", most=MOST_BYTES // 1024)))
    try:
        whole = msgspec.json.decode(raw)
    except RecursionError:
        raise refused(raw, Flaw("", "", text("bank.why.nested"))) from None
    except msgspec.DecodeError as problem:
        place = re.search(r"byte (\d+)", str(problem))
        line = raw[: int(place.group(1))].count(b"\n") + 1 if place else 1
        raise _refused(line, Flaw("", "", text("bank.why.json"))) from None
    try:
        file = msgspec.convert(whole, BankFile)
    except msgspec.ValidationError as problem:
        why, _, path = str(problem).partition(" - at `")
        raise refused(raw, _flaw(whole, why, path.rstrip("`"))) from None
    if file.format != FORMAT:
        raise refused(raw, Flaw("", "format", text("bank.why.format", format=FORMAT)))
    return file


def refused(raw: bytes, flaw: Flaw) -> BankRefused:
    """With the line on which the question begins; the last one where an id stands twice."""
    line = 1
    for number, one in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
        if flaw.question and re.search(rf'"id"\s*:\s*"{re.escape(flaw.question)}"', one):
            line = number
    return _refused(line, flaw)


def _refused(line: int, flaw: Flaw) -> BankRefused:
    if flaw.question and flaw.field:
        where = text("bank.where.field", line=line, question=flaw.question, field=flaw.field)
    elif flaw.question:
        where = text("bank.where.question", line=line, question=flaw.question)
    elif flaw.field:
        where = text("bank.where.top", line=line, field=flaw.field)
    else:
        where = text("bank.where.line", line=line)
    return BankRefused("error.bank", line=line, question=flaw.question, field=flaw.field, why=flaw.why, where=where)


_FORMS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"unknown field `(?P<name>.*)`"), "bank.why.unknown_field"),
    (re.compile(r"missing required field `(?P<name>.*)`"), "bank.why.missing"),
    (re.compile(r"Invalid enum value (?P<name>.*)"), "bank.why.value"),
    (re.compile(r"matching regex"), "bank.why.pattern"),
    (re.compile(r"of length <= (?P<name>\d+)"), "bank.why.length"),
    (re.compile(r"Expected `(?P<name>.*)`, got"), "bank.why.kind"),
)


def _flaw(whole: Any, why: str, path: str) -> Flaw:
    """What msgspec says of a wrong form, in words; with the question that its path leads to, where that has an id."""
    found = next(((form, seen) for pattern, form in _FORMS if (seen := pattern.search(why))), None)
    said = text("bank.why.form") if found is None else text(found[0], **found[1].groupdict())
    place = re.match(r"\$\.questions\[(\d+)\]\.?(.*)", path)
    if place is None:
        return Flaw("", path.removeprefix("$").lstrip("."), said)
    question = whole["questions"][int(place.group(1))]
    named = str(question.get("id", ""))[:60] if isinstance(question, dict) else ""
    return Flaw(named, place.group(2), said)
