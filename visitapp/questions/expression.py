"""Conditions of questions: CEL over flat, typed facts, answering yes, no or unknown. The one file that knows CEL.

Allowed are facts, literals, lists and && || ! == != < <= > >= in; no macro, function, map or arithmetic (a macro of
276 characters can take a gigabyte), and at most 1,000 characters. A fact that nobody recorded is left out of the
values; CEL then works in three values by itself: no && unknown is no, yes || unknown is yes. What CEL calls an ERROR
is a value that Python takes for true: it never leaves this file.
"""

import re
from collections.abc import Mapping
from typing import Any, Literal

from cel_expr_python import cel

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


class Condition:
    """A compiled expression. `names`: the facts that it reads."""

    __slots__ = ("_expression", "names", "written")

    def __init__(self, written: str, expression: Any, names: tuple[str, ...]) -> None:
        self.written = written
        self.names = names
        self._expression = expression

    def holds(self, values: Mapping[str, Value]) -> bool | None:
        """Yes, no, or None: unknown. Raises TypeError for a value of the wrong type, which is a bug in a fact."""
        found = self._expression.eval(data=values).value()
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
        """A condition, type-checked. Raises ValueError with the reason in plain words."""
        if len(written) > LONGEST:
            raise ValueError(f"longer than {LONGEST} characters")
        bare = _LITERAL.sub("''", written)
        if re.search(r"[{}]|//", bare):
            raise ValueError("maps, messages and comments may not be used")
        try:
            expression = self._env.compile(written)
        except RuntimeError as problem:
            raise ValueError(_reason(str(problem))) from None
        if expression.return_type() != cel.Type.BOOL:
            raise ValueError(f"says {expression.return_type().name().lower()}, not yes or no")
        names = tuple(dict.fromkeys(name for name in _NAME.findall(bare) if name in self._facts))
        return Condition(written, expression, names)


def _reason(problem: str) -> str:
    """The first line of what CEL says, without its decoration."""
    first = problem.splitlines()[0]
    return re.sub(r"^.*?ERROR: <input>:(\d+):(\d+): ", r"at character \2: ", first).strip()
