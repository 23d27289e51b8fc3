"""The case file visitapp-case/1: a whole case history as one text file, read into the items that a vault keeps.

What may stand where is in table.py, familytable.py and contactparts.py; ids are the file's own.
"""

from pathlib import Path

from msgspec import Struct

from visitapp.domain.case import Kept
from visitapp.errors import FileRefused
from visitapp.exchange import checking, knowing
from visitapp.exchange.gathering import gather
from visitapp.exchange.problems import Problem, refused
from visitapp.exchange.reading import Reading
from visitapp.exchange.table import CASE, FORMAT
from visitapp.exchange.tree import MOST_BYTES, Fields, Leaf, Node, Rows, parse
from visitapp.words import text

__all__ = ["ASK", "MOST_BYTES", "QUESTIONS", "CaseFile", "read", "read_path"]

ASK = ("ask_age", "ask_mobility", "ask_region", "ask_kind")
QUESTIONS = frozenset([*(f"Q{number:02}" for number in range(1, 61)), *ASK])
"""The ids of the question bank that `asked[]` may name, unless the caller passes another bank's."""


class CaseFile(Struct, frozen=True):
    """What a file says. `kept` is in the order in which things became known; `place` holds the position in the file.

    `name` is the file's, `lines` says on which line each item begins.
    """

    name: str
    kept: tuple[Kept, ...]
    lines: dict[str, int]


def read(raw: bytes, name: str, questions: frozenset[str] = QUESTIONS) -> CaseFile:
    """The case in a file's bytes.

    Raises FileRefused, whose `named` has `file, line, field, found, allowed` of the first problem and `problems`, at
    most 20 Texts; nothing of such a file is taken in.
    """
    root = parse(raw, name)
    _check_format(root, name)
    reading = Reading(name, _ids(root), questions)
    gather(CASE, root, "", reading, None, "case")
    named = checking.check(reading)
    lines = {found.item.id: found.line for found in reading.found}
    return CaseFile(name, knowing.kept(reading.found, named), lines)


def read_path(path: Path, questions: frozenset[str] = QUESTIONS) -> CaseFile:
    """The case in a file on the disk. Raises FileRefused as `read` does, and for one that cannot be read at all."""
    try:
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except OSError as problem:
        raise FileRefused("exchange.unreadable", file=path.name) from problem
    return read(raw, path.name, questions)


def _check_format(root: Fields, name: str) -> None:
    """Anything else in a file of another format would be noise."""
    stands = root.pairs.get("format")
    if isinstance(stands, Leaf) and stands.text == FORMAT:
        return
    line = root.lines.get("format", root.line)
    found = stands.text if isinstance(stands, Leaf) else ""
    reason = "exchange.missing" if stands is None else "exchange.not_allowed"
    raise refused(name, [Problem(reason, line, "format", found, text("exchange.allowed.codes", codes=FORMAT))])


def _ids(node: Node) -> list[str]:
    """Every id that the file gives to something."""
    if isinstance(node, Rows):
        return [found for one in node.items for found in _ids(one)]
    if isinstance(node, Leaf):
        return []
    own = node.pairs.get("id")
    inner = [found for one in node.pairs.values() if not isinstance(one, Leaf) for found in _ids(one)]
    return [own.text, *inner] if isinstance(own, Leaf) else inner
