"""Conditions as people build and read them: rows of fact, comparison and value, and any condition in words. Pure.

The form covers rows joined by one word, *and* or *or*; whatever else a condition says is written as an expression
(expression.py) and is still told in words.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from visitapp.questions.expression import FactType
from visitapp.questions.vocabulary import SETTINGS, facts_of
from visitapp.words import Names, Text, text

Joined = Literal["and", "or"]
COMPARISONS: dict[FactType, tuple[str, ...]] = {
    "bool": ("yes", "no"),
    "int": ("==", "!=", "<", "<=", ">", ">="),
    "double": ("<", "<=", ">", ">="),
    "string": ("==", "!="),
    "strings": ("has", "has_not"),
}
"""How a fact of each type can be compared in the form."""


Tree = tuple[object, ...]


class FormRow(Struct, frozen=True):
    """A fact of the subject, one of its COMPARISONS, and a value as typed ("" with yes and no)."""

    fact: str
    comparison: str
    value: str = ""


class Form(Struct, frozen=True):
    """Rows that hold together, or of which any holds."""

    rows: tuple[FormRow, ...]
    joined: Joined = "and"


def written(form: Form, subject: str) -> str:
    """The expression that a form says. Raises ValueError for a value that is no number where one is wanted."""
    types = {name: fact.type for name, fact in facts_of(subject).items()}
    return (" && " if form.joined == "and" else " || ").join(_row(row, types[row.fact]) for row in form.rows)


def _row(row: FormRow, type_: FactType) -> str:
    if type_ == "bool":
        return row.fact if row.comparison == "yes" else f"!{row.fact}"
    if type_ == "int":
        return f"{row.fact} {row.comparison} {int(row.value)}"
    if type_ == "double":
        number = float(row.value.replace(",", "."))
        if not abs(number) < 1e9:
            raise ValueError(row.value)
        return f"{row.fact} {row.comparison} {number!r}"
    value = "'" + row.value.strip().replace("\\", "\\\\").replace("'", "\\'") + "'"
    if type_ == "string":
        return f"{row.fact} {row.comparison} {value}"
    return f"{value} in {row.fact}" if row.comparison == "has" else f"!({value} in {row.fact})"


def as_form(condition: str, subject: str) -> Form | None:
    """The form that says a condition; None where no form does."""
    try:
        tree = _Reader(condition).whole()
    except ValueError:
        return None
    joined: Joined = "or" if tree[0] == "||" else "and"
    parts = tree[1:] if tree[0] in ("||", "&&") else (tree,)
    types = {name: fact.type for name, fact in facts_of(subject).items()}
    rows = [_as_row(part, types) for part in parts]
    if any(row is None for row in rows):
        return None
    form = Form(tuple(row for row in rows if row is not None), joined)
    return form if _same(condition, form, subject) else None


def _same(condition: str, form: Form, subject: str) -> bool:
    try:
        return _Reader(written(form, subject)).whole() == _Reader(condition).whole()
    except ValueError:
        return False


def _as_row(tree: object, types: dict[str, FactType]) -> FormRow | None:
    match tree:
        case ("name", str(fact)) if types.get(fact) == "bool":
            return FormRow(fact, "yes")
        case ("!", ("name", str(fact))) if types.get(fact) == "bool":
            return FormRow(fact, "no")
        case ("in", ("words", str(value)), ("name", str(fact))):
            return FormRow(fact, "has", value)
        case ("!", ("in", ("words", str(value)), ("name", str(fact)))):
            return FormRow(fact, "has_not", value)
        case (str(sign), ("name", str(fact)), ("number" | "words", str(value))):
            type_ = types.get(fact)
            return FormRow(fact, sign, value) if type_ is not None and sign in COMPARISONS[type_] else None
    return None


def in_words(condition: str, subject: str) -> Text:
    """When a condition holds, in words; the condition itself where it cannot be read."""
    try:
        return _said(_Reader(condition).whole(), subject)
    except ValueError:
        return text("condition.itself", words=condition)


_TOKEN = re.compile(
    r"\s*(?:(?P<words>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")|(?P<number>-?\d+(?:\.\d+)?(?:e[+-]?\d+)?)"
    r"|(?P<name>[a-z_]+(?:\.[a-z0-9_]+)?)|(?P<sign>&&|\|\||==|!=|<=|>=|[!<>()\[\],]))"
)
_DEEPEST = 60
"""How deep brackets and nots may lie in each other here; the language itself allows fewer brackets."""


class _Reader:
    """Reads a condition into a tree: (sign, part, ...), ("name", fact), ("number", digits), ("words", w), ("list", …).

    Raises ValueError for anything else; whether it may be used is for expression.py to say.
    """

    def __init__(self, condition: str) -> None:
        self._tokens = list(_tokens(condition))
        self._deep = 0

    def whole(self) -> Tree:
        found = self._joined(("||", "&&"))
        if self._tokens:
            raise ValueError("rest")
        return found

    def _next(self) -> tuple[str, str]:
        return self._tokens[0] if self._tokens else ("", "")

    def _take(self, sign: str) -> bool:
        if self._next() != ("sign", sign):
            return False
        self._tokens.pop(0)
        return True

    def _joined(self, signs: Sequence[str]) -> Tree:
        if not signs:
            return self._compared()
        parts = [self._joined(signs[1:])]
        while self._take(signs[0]):
            parts.append(self._joined(signs[1:]))
        return parts[0] if len(parts) == 1 else (signs[0], *parts)

    def _compared(self) -> Tree:
        left = self._one()
        kind, sign = self._next()
        if (kind == "sign" and sign in ("==", "!=", "<", "<=", ">", ">=")) or (kind, sign) == ("name", "in"):
            self._tokens.pop(0)
            return (sign, left, self._one())
        return left

    def _one(self) -> Tree:
        self._deep += 1
        try:
            return self._read_one()
        finally:
            self._deep -= 1

    def _read_one(self) -> Tree:
        if self._deep > _DEEPEST or not self._tokens:
            raise ValueError("deep")
        if self._take("!"):
            return ("!", self._one())
        if self._take("("):
            inner = self._joined(("||", "&&"))
            if not self._take(")"):
                raise ValueError("bracket")
            return inner
        if self._take("["):
            return self._list()
        kind, token = self._tokens.pop(0)
        if kind == "sign":
            raise ValueError(token)
        return (kind, re.sub(r"\\(.)", r"\1", token[1:-1]) if kind == "words" else token)

    def _list(self) -> Tree:
        parts: list[object] = []
        while not self._take("]"):
            parts.append(self._one()[1])
            if not self._take(",") and self._next() != ("sign", "]"):
                raise ValueError("list")
        return ("list", *parts)


def _tokens(condition: str) -> Iterator[tuple[str, str]]:
    at, end = 0, len(condition.rstrip())
    while at < end:
        found = _TOKEN.match(condition, at)
        if found is None or len(condition) > 1000:
            raise ValueError("token")
        yield str(found.lastgroup), found.group(str(found.lastgroup))
        at = found.end()


def _said(tree: Tree, subject: str) -> Text:
    sign, *parts = tree
    if sign in ("&&", "||"):
        return _together("condition.and" if sign == "&&" else "condition.or", [_inner(one, subject) for one in parts])
    if sign == "!":
        what = _inner(parts[0], subject)
        plain = isinstance(parts[0], tuple) and parts[0][0] == "name"
        return text("condition.no" if plain else "condition.not", what=what)
    if sign == "list":
        return text("condition.itself", words=Names(str(one) for one in parts))
    if sign in ("name", "number", "words"):
        return _value(str(sign), str(parts[0]), subject)
    left, right = (_said(one, subject) for one in parts if isinstance(one, tuple))
    return text(f"condition.{_SIGNS[str(sign)]}", left=left, right=right)


_SIGNS = {"==": "is", "!=": "is_not", "<": "less", "<=": "most", ">": "more", ">=": "least", "in": "among"}


def _inner(tree: object, subject: str) -> Text:
    """In brackets where it is itself joined, so that one knows what belongs together."""
    if not isinstance(tree, tuple):
        raise ValueError("tree")
    said = _said(tree, subject)
    return text("condition.brackets", what=said) if tree[0] in ("&&", "||") else said


def _together(id_: str, parts: list[Text]) -> Text:
    said = parts[-1]
    for one in reversed(parts[:-1]):
        said = text(id_, left=one, right=said)
    return said


def _value(kind: str, token: str, subject: str) -> Text:
    if kind != "name":
        return text("condition.itself", words=token)
    if token in SETTINGS:
        return text("condition.setting", setting=text(f"threshold.{token.removeprefix('setting.')}"))
    if token in ("true", "false"):
        return text(f"condition.{token}")
    fact = facts_of(subject).get(token)
    if fact is None:
        raise ValueError(token)
    return text("condition.itself", words=fact.meaning)
