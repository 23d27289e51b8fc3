"""The question bank, type-checked when it is read: a wrong name is refused at a desk and not in a kitchen.

Its format stands in bankfile.py.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from visitapp.questions.bankfile import Act as Act
from visitapp.questions.bankfile import BankFile, Flaw, Way, read_bank, refused
from visitapp.questions.bankfile import Question as Question
from visitapp.questions.bankfile import Tier as Tier
from visitapp.questions.expression import Condition, Language, Value, Wrong
from visitapp.questions.known import Known
from visitapp.questions.subjects import Evidence, Fact, Subject
from visitapp.questions.vocabulary import KINDS, SETTINGS, facts_of
from visitapp.words import Names, text

_MOST_REMEMBERED = 20_000


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

    `questions`: by id, all ways of the questions of which one holds or is undecided. `open`: something is undecided
    that a costly fact, not read so far, may decide.
    """

    ways: tuple[tuple[CompiledWay, bool | None], ...]
    questions: dict[str, list[tuple[CompiledWay, bool | None]]]
    quiet: frozenset[str]
    open: bool


class Bank:
    """A bank that type-checks. `ways`: by kind of subject; `reading`: how the facts of their conditions are read, and
    which of them are costly. `raises`: the questions that can come of a kind. `order`: the questions' places in the
    bank. `latching`: the kinds with act-today ways.

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
        self.file = file
        self.version = file.version
        self.questions = {question.id: question for question in file.questions}
        self.order = {question.id: place for place, question in enumerate(file.questions)}
        self.ways = ways
        self.quiet = quiet
        self.reads = {kind: _reads(of_kind, quiet.get(kind, {})) for kind, of_kind in ways.items()}
        self.costly = {
            kind: frozenset(name for name in names if facts_of(kind)[name].costly) for kind, names in self.reads.items()
        }
        self.reading = {
            kind: tuple((facts_of(kind)[name].read, name in self.costly[kind]) for name in names)
            for kind, names in self.reads.items()
        }
        self.latching = {kind for kind, of_kind in ways.items() if any(one.way.tier == 0 for one in of_kind)}
        self.lists = {kind: any(facts_of(kind)[name].type == "strings" for name in self.reads[kind]) for kind in ways}
        for one in (one for of_kind in ways.values() for one in of_kind):
            one.firsts.update(_firsts(one, self.questions))
        self.raises = {kind: {id_ for one in of_kind for id_ in (one.question.id, *one.firsts)}
                       for kind, of_kind in ways.items()}  # fmt: skip
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
        """The ids of all sentences that it takes from the catalogue."""
        found: set[str] = set()
        for question in self.questions.values():
            found |= question.sentences() - question.own.keys()
        return frozenset(found)


class Deciding:
    """Conditions under one set of settings, with what they gave for which values."""

    def __init__(self, bank: Bank, settings: dict[str, Value]) -> None:
        self._bank = bank
        self._settings = settings
        self._outcomes: dict[tuple[object, ...], Outcome] = {}
        plain = {kind: KINDS[kind].plain for kind in bank.ways if KINDS[kind].find_others is not None}
        self._plain_never = {kind for kind, values in plain.items() if not self._decide(kind, values).ways}

    def find(self, kind: str, known: Known) -> Sequence[Subject]:
        """The subjects of a kind of which a condition can hold."""
        of_kind = KINDS[kind]
        if of_kind.find_others is not None and kind in self._plain_never:
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
        ways = tuple(pair for pair in held if pair[1] is not False)
        questions: dict[str, list[tuple[CompiledWay, bool | None]]] = {one.question.id: [] for one, _ in ways}
        for one, holds in held:
            if one.question.id in questions:
                questions[one.question.id].append((one, holds))
        return Outcome(
            ways,
            questions,
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
    """A bank from its bytes. Raises BankRefused with `line`, `question`, `field`, and `why` and `where` in words."""
    file = read_bank(raw)
    try:
        return compile_file(file)
    except Flaw as flaw:
        raise refused(raw, flaw) from None


def compile_file(file: BankFile) -> Bank:
    """A bank from what was read or put together. Raises Flaw."""
    named = {subject for one in file.questions for subject in (*one.quiet, *(way.subject for way in one.ways))}
    languages = {name: language(name) for name in KINDS if name in named}
    ways: dict[str, list[CompiledWay]] = {}
    quiet: dict[str, dict[str, Condition]] = {}
    seen: set[str] = set()
    for question in file.questions:
        if question.id in seen:
            raise Flaw(question.id, "id", text("bank.why.twice"))
        seen.add(question.id)
        if question.retired:
            continue
        for compiled in _compiled(question, languages):
            ways.setdefault(compiled.way.subject, []).append(compiled)
        for subject, written in question.quiet.items():
            spoken = _language(question.id, f"quiet.{subject}", subject, languages)
            condition = _condition(question.id, f"quiet.{subject}", spoken, written)
            quiet.setdefault(subject, {})[question.id] = condition
    _check_asked(seen, ways)
    return Bank(file, {kind: tuple(of_kind) for kind, of_kind in ways.items()}, quiet)


def language(subject: str) -> Language:
    """What may be said of a kind of subject."""
    return Language({fact.name: fact.type for fact in KINDS[subject].facts} | SETTINGS)


def _compiled(question: Question, languages: dict[str, Language]) -> Iterable[CompiledWay]:
    if question.ways and not question.source.strip():
        raise Flaw(question.id, "source", text("bank.why.no_source"))
    for number, way in enumerate(question.ways):
        at = f"ways[{number}]"
        spoken = _language(question.id, f"{at}.subject", way.subject, languages)
        if (way.act != "") != (way.tier == 0):
            raise Flaw(question.id, f"{at}.act", text("bank.why.act"))
        condition = _condition(question.id, f"{at}.if", spoken, way.condition)
        known = facts_of(way.subject)
        facts = [known[one] for one in condition.names if one in known]
        if way.again == "counted" and not any(fact.counts for fact in facts):
            raise Flaw(question.id, f"{at}.again", text("bank.why.counts"))
        if any(other.again != way.again for other in question.ways if other.subject == way.subject):
            raise Flaw(question.id, f"{at}.again", text("bank.why.again_differs", subject=way.subject))
        if not (way.wording or question.wording):
            raise Flaw(question.id, "wording", text("bank.why.no_wording"))
        tells = tuple(fact.tell for fact in facts if fact.tell is not None)
        yield CompiledWay(question, way, condition, tells, tuple(fact for fact in facts if fact.asked_by))


def _language(question: str, field: str, subject: str, languages: dict[str, Language]) -> Language:
    if subject not in languages:
        raise Flaw(question, field, text("bank.why.subject", subject=subject, subjects=Names(KINDS)))
    return languages[subject]


def _condition(question: str, field: str, spoken: Language, written: str) -> Condition:
    try:
        return spoken.compile(written)
    except Wrong as wrong:
        raise Flaw(question, field, wrong.why) from None


def _check_asked(known: set[str], ways: dict[str, list[CompiledWay]]) -> None:
    """Whatever a way would ask for has to be a question of this bank."""
    for of_kind in ways.values():
        for compiled in of_kind:
            asked = {one for fact in compiled.asks for one in fact.asked_by}
            if compiled.way.unknown == "ask" and not asked <= known:
                missing = Names(sorted(asked - known))
                raise Flaw(compiled.question.id, "ways.unknown", text("bank.why.asks", missing=missing))


def _reads(ways: tuple[CompiledWay, ...], quiet: dict[str, Condition]) -> tuple[str, ...]:
    """The facts that the conditions over one subject read, in a fixed order."""
    names = [name for condition in (*(one.condition for one in ways), *quiet.values()) for name in condition.names]
    return tuple(name for name in dict.fromkeys(names) if name not in SETTINGS)
