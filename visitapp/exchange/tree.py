"""The text of a YAML file as a tree of plain scalars with their lines, built from the parser's events.

Nothing is typed here: `on` stays a name and `10:30` a time, because no resolver ever runs. Anchors, aliases, tags,
several documents, a field twice, more than 5 MB or 12 levels are refused. JSON is YAML too.
"""

import codecs
import re
from typing import Any, Never

import yaml
from msgspec import Struct

from visitapp.errors import FileRefused
from visitapp.exchange.problems import Problem, refused
from visitapp.words import text

MOST_BYTES = 5 * 1024 * 1024
MOST_LEVELS = 12

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")

_PAIR = re.compile(r"(?<!\\)((?:\\\\)*)\\u([dD][89abAB][0-9a-fA-F]{2})\\u([dD][c-fC-F][0-9a-fA-F]{2})")


class Leaf(Struct, frozen=True, gc=False):
    """A scalar as it is written. `plain`: without quotation marks."""

    text: str
    plain: bool
    line: int

    @property
    def nothing(self) -> bool:
        """Whether nothing stands there: empty, or JSON's null."""
        return self.plain and self.text in ("", "~", "null")


class Rows(Struct, frozen=True, gc=False):
    """A list."""

    items: list["Node"]
    line: int


class Fields(Struct, frozen=True, gc=False):
    """Named fields, and the line of each name."""

    pairs: dict[str, "Node"]
    lines: dict[str, int]
    line: int


Node = Leaf | Rows | Fields


class _Open(Struct):
    """A list or mapping that is not closed yet; `key` is the name whose value comes next."""

    node: Rows | Fields
    key: str | None = None


def found_in(node: Node) -> str:
    """What stands there, in a few words: the scalar itself, or that it is a list or has fields."""
    if isinstance(node, Leaf):
        return node.text
    return f"[{len(node.items)}]" if isinstance(node, Rows) else "{" + ", ".join(list(node.pairs)[:4]) + "}"


def parse(raw: bytes, file: str) -> Fields:
    """The tree of a file's bytes. Raises FileRefused with the line for anything that is not one plain mapping."""
    return _Parser(file).tree(_decoded(raw, file))


def _decoded(raw: bytes, file: str) -> str:
    if len(raw) > MOST_BYTES:
        raise refused(file, [Problem("exchange.too_large", 1, allowed=text("exchange.allowed.bytes"))])
    utf16 = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        written = raw.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError as problem:
        line = raw.count(b"\n", 0, problem.start) + 1
        raise _not_text(file, line, raw[problem.start : problem.start + 1].hex()) from None
    odd = _UNPRINTABLE.search(written)
    if odd:
        raise _not_text(file, written.count("\n", 0, odd.start()) + 1, f"U+{ord(odd[0]):04X}")
    return _PAIR.sub(_one_sign, written) if written.lstrip().startswith("{") else written


def _one_sign(pair: re.Match[str]) -> str:
    """JSON writes a sign beyond the first 65,536 as two; YAML knows only the one."""
    sign = 0x10000 + ((int(pair[2], 16) - 0xD800) << 10) + int(pair[3], 16) - 0xDC00
    return f"{pair[1]}\\U{sign:08X}"


def _not_text(file: str, line: int, found: str) -> FileRefused:
    return refused(file, [Problem("exchange.not_text", line, "", found, text("exchange.allowed.utf8"))])


class _Parser:
    """Turns events into a tree. Keeps the open lists and mappings, so that it can say where it is."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0

    def tree(self, written: str) -> Fields:
        try:
            for event in yaml.parse(written, Loader=_LOADER):
                self._take(event)
        except yaml.MarkedYAMLError as problem:
            mark = problem.problem_mark or problem.context_mark
            line = mark.line + 1 if mark else 1
            self._refuse("exchange.not_yaml", line, _line_of(written, line), "yaml", why=problem.problem or "")
        except (yaml.YAMLError, UnicodeError):
            self._refuse("exchange.not_yaml", 1, "", "yaml", why="")
        if self._root is None or (isinstance(self._root, Leaf) and self._root.nothing):
            self._refuse("exchange.empty", 1, "", "fields")
        if not isinstance(self._root, Fields):
            self._refuse("exchange.not_allowed", self._root.line, found_in(self._root), "fields")
        return self._root

    def _take(self, event: Any) -> None:
        kind = type(event)
        line = event.start_mark.line + 1
        if kind is yaml.ScalarEvent:
            self._plain(event, line)
            self._scalar(event, line)
        elif kind is yaml.MappingStartEvent:
            self._plain(event, line)
            self._begin(Fields({}, {}, line), line)
        elif kind is yaml.SequenceStartEvent:
            self._plain(event, line)
            self._begin(Rows([], line), line)
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            self._open.pop()
        elif kind is yaml.AliasEvent:
            self._refuse("exchange.alias", line, f"*{event.anchor}", "plain")
        elif kind is yaml.DocumentStartEvent:
            self._documents += 1
            if self._documents > 1:
                self._refuse("exchange.documents", line, "---", "one_document")
            if event.tags:
                self._refuse("exchange.tag", line, "%TAG", "plain")

    def _plain(self, event: Any, line: int) -> None:
        if event.anchor is not None:
            self._refuse("exchange.anchor", line, f"&{event.anchor}", "plain")
        if event.tag is not None:
            self._refuse("exchange.tag", line, event.tag, "plain")

    def _scalar(self, event: Any, line: int) -> None:
        top = self._open[-1] if self._open else None
        if top is None or top.key is not None or isinstance(top.node, Rows):
            self._put(Leaf(event.value, not event.style, line))
            return
        if event.value in top.node.pairs:
            top.key = event.value
            first = top.node.lines[event.value]
            self._refuse("exchange.twice", line, event.value, "once", first=first)
        top.key = event.value
        top.node.lines[event.value] = line

    def _begin(self, node: Rows | Fields, line: int) -> None:
        if len(self._open) == MOST_LEVELS:
            self._refuse("exchange.too_deep", line, "", "levels")
        if self._open and isinstance(self._open[-1].node, Fields) and self._open[-1].key is None:
            self._refuse("exchange.not_a_name", line, found_in(node), "name")
        self._put(node)
        self._open.append(_Open(node))

    def _put(self, node: Node) -> None:
        if not self._open:
            self._root = node
            return
        top = self._open[-1]
        if isinstance(top.node, Rows):
            top.node.items.append(node)
        elif top.key is not None:
            top.node.pairs[top.key] = node
            top.key = None

    def _path(self) -> str:
        parts = ""
        for one in self._open:
            if isinstance(one.node, Rows):
                parts += f"[{len(one.node.items) + (one is self._open[-1])}]"
            elif one.key is not None:
                parts += f".{one.key}"
            elif one is not self._open[-1] and one.node.pairs:
                parts += f".{next(reversed(one.node.pairs))}"
        return parts.lstrip(".")

    def _refuse(self, reason: str, line: int, found: str, allowed: str, **more: Any) -> Never:
        problem = Problem(reason, line, self._path(), found, text(f"exchange.allowed.{allowed}"), more)
        raise refused(self._file, [problem]) from None


def _line_of(written: str, line: int) -> str:
    lines = written.split("\n")
    return lines[line - 1].strip() if line <= len(lines) else ""
