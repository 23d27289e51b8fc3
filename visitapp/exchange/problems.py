"""What is wrong with a file, thing by thing, and the one error that says so: line, field, what stands there, what may.

What stands in a file is shown to the person who chose it and goes nowhere else: `str(error)` holds the code only.
"""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from visitapp.errors import FileRefused
from visitapp.words import Text

MOST_PROBLEMS = 20
_MOST_SHOWN = 60


class Problem(Struct, frozen=True):
    """One thing that cannot be taken in. `reason`: id of the sentence. `line` counts from 1, as do places in lists."""

    reason: str
    line: int
    field: str = ""
    found: str = ""
    allowed: Text | str = ""
    more: dict[str, Any] = {}

    def named(self, file: str) -> dict[str, Any]:
        """The arguments of its sentence."""
        found = " ".join(self.found.split())
        if len(found) > _MOST_SHOWN:
            found = found[: _MOST_SHOWN - 1] + "…"
        return {
            "file": file, "line": self.line, "field": self.field, "found": found, "allowed": self.allowed, **self.more,
        }  # fmt: skip


def refused(file: str, problems: Sequence[Problem]) -> FileRefused:
    """The error for a file: the first problem by line, and all of them (at most 20) as texts in `problems`."""
    ordered = sorted(problems, key=lambda problem: problem.line)[:MOST_PROBLEMS]
    first = ordered[0]
    texts = tuple(Text(problem.reason, problem.named(file)) for problem in ordered)
    return FileRefused(first.reason, **first.named(file), problems=texts)
