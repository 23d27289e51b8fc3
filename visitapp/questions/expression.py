"""Conditions of questions: CEL over flat, typed facts, answering yes, no or unknown. The one file that knows CEL.

Allowed are facts, literals, lists and && || ! == != < <= > >= in; no macro, function, map or arithmetic (a macro of
276 characters can take a gigabyte), and at most 1,000 characters. A fact that nobody recorded is left out of the
values; CEL then works in three values by itself: no && unknown is no, yes || unknown is yes. What CEL calls an ERROR
is a value that Python takes for true: it never leaves this file.
"""

import re
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any, Literal

from cel_expr_python import cel

from visitapp.words import Text, text

FactType = Literal["bool", "int", "double", "string", "strings"]
Value = bool | int | float | str | list[str]

LONGEST = 1000

_TYPES = {
    "bool": cel.Type.BOOL,
    "int": cel.Type.INT,
    "double": cel.Type.DOUBLE,
    "string": cel.Type.STRING,
    "strings": cel.Type.List(cel.Type.STRING),
}
_OPERATORS = ("!_", "@in", "_!=_", "_&&_", "_<=_", "_<_", "_==_", "_>=_", "_>_", "_||_")
_SETTINGS = "stdlib:\n  disable_macros: true\n  include_functions:\n" + "".join(
    f"    - name: '{operator}'\n" for operator in _OPERATORS
)
_LITERAL = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_NAME = re.compile(r"[a-z_]+\.[a-z0-9_]+")
_MISSING = "No value with name"
_AT = re.compile(r"^.*?ERROR: <input>:\d+:(\d+): ")
_UNDECLARED = re.compile(r"undeclared reference to '(.*?)'")
_OVERLOAD = re.compile(r"found no matching overload for '(.*?)' applied to '\((.*)\)'")


class Wrong(ValueError):
    """A condition that cannot be used. `why`: the sentence that says so."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.id)
        self.why = why


class Condition:
    """A compiled expression. `names`: the facts that it reads."""

    __slots__ = ("_expression", "names", "written")

    def __init__(self, written: str, expression: Any, names: tuple[str, ...]) -> None:
        self.written = written
        self.names = names
        self._expression = expression

    def holds(self, values: Mapping[str, Value]) -> bool | None:
        """Yes, no, or None: unknown. Raises TypeError for a value of the wrong type, which is a bug in a fact."""
        own = {name: values[name] for name in self.names if name in values}  # CEL copies each value that it is given
        found = self._expression.eval(data=own).value()
        if found is True or found is False:
            return bool(found)
        if _MISSING in str(found):
            return None
        raise TypeError(f"{self.written}: {found}")


class Language:
    """What may be said of one subject: its facts by name and type."""

    def __init__(self, facts: Mapping[str, FactType]) -> None:
        self._facts = dict(facts)
        types = {name: _TYPES[type_] for name, type_ in facts.items()}
        self._env = cel.NewEnv(config=cel.NewEnvConfigFromYaml(_SETTINGS), variables=types)

    def compile(self, written: str) -> Condition:
        """A condition, type-checked. Raises Wrong with the reason in plain words."""
        if len(written) > LONGEST:
            raise Wrong(text("bank.why.too_long", most=LONGEST))
        if not written.strip():
            raise Wrong(text("bank.why.empty"))
        bare = _LITERAL.sub("''", written)
        if re.search(r"[{}]|//", bare):
            raise Wrong(text("bank.why.maps"))
        try:
            expression = self._env.compile(written)
        except RuntimeError as problem:
            raise Wrong(self._why(str(problem))) from None
        if expression.return_type() != cel.Type.BOOL:
            raise Wrong(text("bank.why.not_yes_or_no"))
        names = tuple(dict.fromkeys(name for name in _NAME.findall(bare) if name in self._facts))
        return Condition(written, expression, names)

    def _why(self, problem: str) -> Text:
        """What CEL says in its first line, in words."""
        first = problem.splitlines()[0]
        at = _AT.match(first)
        place = int(at.group(1)) if at else 0
        if "recursion" in first:
            return text("bank.why.too_deep")
        unknown = _UNDECLARED.search(first)
        if unknown is not None:
            return self._unknown(unknown.group(1), place)
        mixed = _OVERLOAD.search(first)
        if mixed is not None:
            kinds = [_kind(one) for one in mixed.group(2).split(", ")]
            if len(kinds) == 2:
                sign = mixed.group(1).strip("_").removeprefix("@")
                return text("bank.why.types", sign=sign, left=kinds[0], right=kinds[1], place=place)
            return text("bank.why.not_a_yes", kind=kinds[0], place=place)
        return text("bank.why.end" if "<EOF>" in first else "bank.why.syntax", place=place)

    def _unknown(self, name: str, place: int) -> Text:
        if not _NAME.fullmatch(name):
            return text("bank.why.not_allowed", place=place)
        near = get_close_matches(name, self._facts, 1, 0.7)
        if near:
            return text("bank.why.unknown_near", name=name, near=near[0])
        return text("bank.why.unknown", name=name)


def _kind(type_: str) -> Text:
    """A type as CEL names it, in words."""
    known = {"bool": "bool", "int": "int", "double": "double", "string": "string", "list(string)": "strings"}
    return text(f"bank.type.{known.get(type_, 'other')}")
