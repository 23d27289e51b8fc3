"""The question bank: data, type-checked when it is read. A wrong name is refused at a desk and not in a kitchen.

Format visitapp-bank/1, JSON in UTF-8: {"format", "version", "questions": [...]}; unknown fields are refused.
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
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from visitapp.errors import BankRefused
from visitapp.questions.expression import Condition, Language, Value
from visitapp.questions.known import Known
from visitapp.questions.subjects import Evidence, Fact, Subject
from visitapp.questions.vocabulary import KINDS, SETTINGS, facts_of

FORMAT = "visitapp-bank/1"
_MOST_REMEMBERED = 20_000

Tier = Literal[0, 1, 2]
Act = Literal["", "today", "settle"]


class Way(Struct, frozen=True, forbid_unknown_fields=True):
    """One way in which a question comes up."""

    subject: str
    condition: str = msgspec.field(name="if")
    tier: Tier
    why: str
    act: Act = ""
    unknown: Literal["silent", "due", "ask"] = "silent"
    again: Literal["once", "counted"] = "once"
    first: bool = False
    matter: str = ""
    wording: tuple[str, ...] = ()
    say: str = ""
    mind: str = ""


class Question(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question as the bank's data says it."""

    id: str
    group: str
    matter: str
    source: str
    wording: tuple[str, ...]
    ways: tuple[Way, ...] = ()
    about: Literal["", "child"] = ""
    why: str = ""
    quiet: dict[str, str] = {}
    family: str = ""
    told: bool = False
    apart: bool = False
    field: str = ""
    say: str = ""
    mind: str = ""


class BankFile(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file."""

    format: str
    version: str
    questions: tuple[Question, ...]


class CompiledWay(Struct, frozen=True):
    """A way with its compiled condition. `tells`: what its facts rest on; `asks`: those that can be asked for.

    `firsts`: by id, the questions that would find those out, each asked as this way is: as urgent, in its own words.
    """

    question: Question
    way: Way
    condition: Condition
    tells: tuple[Callable[[Any], Evidence], ...]
    asks: tuple[Fact, ...]
    firsts: "dict[str, CompiledWay]" = {}


class Outcome(Struct, frozen=True):
    """What conditions gave for one set of values: the ways that hold or are undecided, and the quiet questions.

    `open`: something is undecided that a costly fact, not read so far, may decide.
    """

    ways: tuple[tuple[CompiledWay, bool | None], ...]
    quiet: frozenset[str]
    open: bool


class Bank:
    """A bank that type-checks. `ways`: by kind of subject; `ways_of`: by kind and question. `order`: the questions'
    places in the bank.

    `with_words`: the questions that must have words before their matter is settled. `counted`: (question, kind) whose
    facts count from the last answer. What conditions gave is remembered under the settings last used, because the same
    few values come up again and again; that is all its state.
    """

    def __init__(
        self,
        file: BankFile,
        ways: dict[str, tuple[CompiledWay, ...]],
        quiet: dict[str, dict[str, Condition]],
    ) -> None:
        self.version = file.version
        self.questions = {question.id: question for question in file.questions}
        self.order = {question.id: place for place, question in enumerate(file.questions)}
        self.ways = ways
        self.ways_of = {
            (kind, question.id): tuple(one for one in of_kind if one.question is question)
            for kind, of_kind in ways.items()
            for question in self.questions.values()
        }
        self.quiet = quiet
        self.reads = {kind: _reads(of_kind, quiet.get(kind, {})) for kind, of_kind in ways.items()}
        self.costly = {
            kind: frozenset(name for name in names if facts_of(kind)[name].costly) for kind, names in self.reads.items()
        }
        self.lists = {kind: any(facts_of(kind)[name].type == "strings" for name in self.reads[kind]) for kind in ways}
        for one in (one for of_kind in ways.values() for one in of_kind):
            one.firsts.update(_firsts(one, self.questions))
        families: dict[str, set[str]] = {}
        for question in file.questions:
            families.setdefault(question.family or question.id, set()).add(question.id)
        self.families = {one.id: frozenset(families[one.family or one.id]) for one in file.questions}
        self.with_words = frozenset(
            one.question.id for of_kind in ways.values() for one in of_kind if one.way.tier == 0
        )
        self.counted = {(one.question.id, kind) for kind, of_kind in ways.items() for one in of_kind if
                        one.way.again == "counted"}  # fmt: skip
        self._deciding: dict[tuple[Value, ...], Deciding] = {}

    def deciding(self, settings: dict[str, Value]) -> "Deciding":
        """The bank's conditions under an organisation's settings."""
        key = tuple(settings.values())
        if key not in self._deciding:
            self._deciding = {key: Deciding(self, settings)}
        return self._deciding[key]

    def sentences(self) -> frozenset[str]:
        """The ids of all sentences that it names."""
        found: set[str] = set()
        for question in self.questions.values():
            found |= {*question.wording, question.why, question.say, question.mind}
            for way in question.ways:
                found |= {*way.wording, way.why, way.say, way.mind}
        return frozenset(found - {""})


class Deciding:
    """Conditions under one set of settings, with what they gave for which values."""

    def __init__(self, bank: Bank, settings: dict[str, Value]) -> None:
        self._bank = bank
        self._settings = settings
        self._outcomes: dict[tuple[object, ...], Outcome] = {}

    def find(self, kind: str, known: Known) -> Sequence[Subject]:
        """The subjects of a kind of which a condition can hold."""
        of_kind = KINDS[kind]
        if of_kind.find_others is not None and not self._decide(kind, of_kind.plain).ways:
            return of_kind.find_others(known)
        return of_kind.find(known)

    def outcome(self, kind: str, read: list[Value | None]) -> Outcome:
        """What the conditions over one kind of subject give. `read`: a value for each of `reads`; None: unknown."""
        key = (kind, *(read if not self._bank.lists[kind] else _hashable(read)))
        found = self._outcomes.get(key)
        if found is None:
            names = self._bank.reads[kind]
            found = self._decide(
                kind, {one: value for one, value in zip(names, read, strict=True) if value is not None}
            )
            if len(self._outcomes) >= _MOST_REMEMBERED:
                self._outcomes.clear()
            self._outcomes[key] = found
        return found

    def _decide(self, kind: str, known: Mapping[str, Value]) -> Outcome:
        values = {**self._settings, **known}
        costly = self._bank.costly[kind] - values.keys()
        held = [(one, one.condition.holds(values)) for one in self._bank.ways[kind]]
        quiet = {name: (one, one.holds(values)) for name, one in self._bank.quiet.get(kind, {}).items()}
        undecided = [one.condition for one, holds in held if holds is None]
        undecided += [one for one, holds in quiet.values() if holds is None]
        return Outcome(
            tuple(pair for pair in held if pair[1] is not False),
            frozenset(name for name, (_, holds) in quiet.items() if holds is True),
            any(not costly.isdisjoint(one.names) for one in undecided),
        )


def _firsts(compiled: CompiledWay, questions: Mapping[str, Question]) -> dict[str, CompiledWay]:
    found = {}
    for id_ in (asked for fact in compiled.asks for asked in fact.asked_by if asked in questions):
        question = questions[id_]
        way = replace(compiled.way, why=question.why, wording=(), say="", mind="", matter="")
        found[id_] = replace(compiled, question=question, way=way, tells=(), firsts={})
    return found


def _hashable(read: list[Value | None]) -> list[object]:
    return [tuple(value) if type(value) is list else value for value in read]


def compile_bank(raw: bytes) -> Bank:
    """A bank from its bytes. Raises BankRefused with `line`, `question` and `why` (plain English, for the editor)."""
    file = _decode(raw)
    if file.format != FORMAT:
        raise _refused(raw, "", f"the format is {file.format!r}, not {FORMAT!r}")
    languages = {
        name: Language({fact.name: fact.type for fact in kind.facts} | SETTINGS) for name, kind in KINDS.items()
    }
    ways: dict[str, list[CompiledWay]] = {}
    quiet: dict[str, dict[str, Condition]] = {}
    seen: set[str] = set()
    for question in file.questions:
        if question.id in seen:
            raise _refused(raw, question.id, "this id stands twice")
        seen.add(question.id)
        for compiled in _compiled(raw, question, languages):
            ways.setdefault(compiled.way.subject, []).append(compiled)
        for subject, written in question.quiet.items():
            language = _language(raw, question.id, subject, languages)
            quiet.setdefault(subject, {})[question.id] = _condition(raw, question.id, language, written)
    _check_asked(raw, seen, ways)
    return Bank(file, {kind: tuple(of_kind) for kind, of_kind in ways.items()}, quiet)


def _compiled(raw: bytes, question: Question, languages: dict[str, Language]) -> Iterable[CompiledWay]:
    for way in question.ways:
        language = _language(raw, question.id, way.subject, languages)
        if (way.act != "") != (way.tier == 0):
            raise _refused(raw, question.id, "`act` belongs to tier 0, and to it alone")
        condition = _condition(raw, question.id, language, way.condition)
        known = facts_of(way.subject)
        facts = [known[one] for one in condition.names if one in known]
        if way.again == "counted" and not any(fact.counts for fact in facts):
            raise _refused(raw, question.id, "nothing in its condition counts from the last answer: `again` is `once`")
        if any(other.again != way.again for other in question.ways if other.subject == way.subject):
            raise _refused(raw, question.id, f"its ways over {way.subject} differ in `again`")
        if not (way.wording or question.wording):
            raise _refused(raw, question.id, "it has no wording")
        tells = tuple(fact.tell for fact in facts if fact.tell is not None)
        yield CompiledWay(question, way, condition, tells, tuple(fact for fact in facts if fact.asked_by))


def _language(raw: bytes, question: str, subject: str, languages: dict[str, Language]) -> Language:
    if subject not in languages:
        raise _refused(raw, question, f"{subject!r} is no subject; there are {', '.join(languages)}")
    return languages[subject]


def _condition(raw: bytes, question: str, language: Language, written: str) -> Condition:
    try:
        return language.compile(written)
    except ValueError as problem:
        raise _refused(raw, question, f"{written}: {problem}") from None


def _check_asked(raw: bytes, known: set[str], ways: dict[str, list[CompiledWay]]) -> None:
    """Whatever a way would ask for has to be a question of this bank."""
    for of_kind in ways.values():
        for compiled in of_kind:
            asked = {one for fact in compiled.asks for one in fact.asked_by}
            if compiled.way.unknown == "ask" and not asked <= known:
                missing = ", ".join(sorted(asked - known))
                raise _refused(raw, compiled.question.id, f"it would ask for {missing}, which is not in the bank")


def _reads(ways: tuple[CompiledWay, ...], quiet: dict[str, Condition]) -> tuple[str, ...]:
    """The facts that the conditions over one subject read, in a fixed order."""
    names = [name for condition in (*(one.condition for one in ways), *quiet.values()) for name in condition.names]
    return tuple(name for name in dict.fromkeys(names) if name not in SETTINGS)


def _decode(raw: bytes) -> BankFile:
    try:
        whole = msgspec.json.decode(raw)
    except msgspec.DecodeError as problem:
        place = re.search(r"byte (\d+)", str(problem))
        line = raw[: int(place.group(1))].count(b"\n") + 1 if place else 1
        raise BankRefused("error.bank", line=line, question="", why=str(problem)) from None
    try:
        return msgspec.convert(whole, BankFile)
    except msgspec.ValidationError as problem:
        why, _, path = str(problem).partition(" - at `")
        raise _refused(raw, _question_at(whole, path), f"{why} ({path.rstrip('`')})" if path else why) from None


def _question_at(whole: Any, path: str) -> str:
    """The id of the question that a path leads to, where it has one."""
    place = re.match(r"\$\.questions\[(\d+)\]", path)
    question = whole["questions"][int(place.group(1))] if place is not None else None
    return str(question.get("id", "")) if isinstance(question, dict) else ""


def _refused(raw: bytes, question: str, why: str) -> BankRefused:
    """With the line on which the question begins; the last one where an id stands twice."""
    line = 1
    for number, one in enumerate(raw.decode("utf-8", "replace").splitlines(), 1):
        if question and re.search(rf'"id"\s*:\s*"{re.escape(question)}"', one):
            line = number
    return BankRefused("error.bank", line=line, question=question, why=why)
