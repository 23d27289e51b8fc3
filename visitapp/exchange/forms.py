"""How a value is written in a case file: what may stand there, how it is read, and how it is written again.

Every form is data: the fields of the table name one. Reading gives ABSENT where nothing (or nothing good) stands, and
notes what is wrong. Written values are plain lists, dictionaries and strings; `Bare` ones stand without quotes.
"""

import re
from collections.abc import Callable, Iterable
from datetime import date
from math import isfinite
from typing import Any, Final

from msgspec import Struct

from visitapp.domain.codes import codes
from visitapp.domain.days import Day
from visitapp.domain.marks import Hours
from visitapp.exchange.reading import Reading
from visitapp.exchange.tree import Leaf, Node, Rows
from visitapp.words import Text, text

ABSENT: Final = object()
YEARS = range(1800, 2200)

Rename = Callable[[str, frozenset[str]], str | None]
"""A new id for one of a file: (id, kinds that may be meant) -> id, or None where nothing of the kind has it."""

_TRUE = frozenset({"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"})
_FALSE = frozenset({"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"})
_WHOLE = re.compile(r"[0-9]{1,9}")
_NUMBER = re.compile(r"[0-9]{1,9}(\.[0-9]{1,20})?([eE][-+]?[0-9]{1,3})?")
_TIME = re.compile(r"([01]?[0-9]|2[0-3]):([0-5][0-9])")
_AT = re.compile(r"([0-9-]{10})([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?(Z|[+-][0-9]{2}:[0-9]{2})?)?")


class Bare(str):
    """Written without quotation marks: days, numbers, true and false."""

    __slots__ = ()


def _unchanged(value: Any, rename: Rename) -> Any:
    return value


class Form(Struct, frozen=True):
    """`renamed` gives the value with the ids in it renamed; ABSENT when it names something that has no new id.

    `unknown_too`: `unknown` is read here and not taken for absent.
    """

    allowed: Text
    read: Callable[[Node, str, Reading], Any]
    write: Callable[[Any], Any]
    renamed: Callable[[Any, Rename], Any] = _unchanged
    unknown_too: bool = False


def scalar(allowed: Text, typed: Callable[[Leaf], Any], write: Callable[[Any], Any], unknown_too: bool = False) -> Form:
    """A form of one scalar. `typed` raises ValueError for what cannot stand there."""

    def read(node: Node, path: str, reading: Reading) -> Any:
        if isinstance(node, Leaf):
            try:
                return typed(node)
            except ValueError:
                pass
        reading.odd(node, path, allowed)
        return ABSENT

    return Form(allowed, read, write, unknown_too=unknown_too)


def code(closed_list: Any) -> Form:
    """One of a closed list of the domain."""
    return one_of(codes(closed_list))


def one_of(allowed_codes: Iterable[str]) -> Form:
    """One of some codes. Bare YAML booleans mean yes and no where those may stand."""
    values = dict.fromkeys(allowed_codes)

    def typed(leaf: Leaf) -> Any:
        if leaf.text in values:
            return leaf.text
        if leaf.plain and leaf.text in _TRUE and "yes" in values:
            return "yes"
        if leaf.plain and leaf.text in _FALSE and "no" in values:
            return "no"
        raise ValueError

    allowed = text("exchange.allowed.codes", codes=", ".join(values))
    return scalar(allowed, typed, str, unknown_too="unknown" in values)


def _truth(leaf: Leaf) -> str:
    if leaf.text in _TRUE:
        return "yes"
    if leaf.text in _FALSE:
        return "no"
    if leaf.text == "unknown":
        return "unknown"
    raise ValueError


def _yes(leaf: Leaf) -> bool:
    if leaf.text in _TRUE or leaf.text in _FALSE:
        return leaf.text in _TRUE
    raise ValueError


def read_day(written: str) -> Day:
    """A day, month or year within the years that a case can be about. Raises ValueError."""
    day = Day.read(written)
    if day.year not in YEARS:
        raise ValueError(day.year)
    return day


def read_date(written: str) -> date:
    """An exact day. Raises ValueError."""
    day = read_day(written)
    if not day.exact:
        raise ValueError
    return day.first()


def _words(leaf: Leaf) -> str:
    return leaf.text


def _whole(leaf: Leaf) -> int:
    if not _WHOLE.fullmatch(leaf.text):
        raise ValueError
    return int(leaf.text)


def _number(leaf: Leaf) -> float:
    if not _NUMBER.fullmatch(leaf.text) or not isfinite(float(leaf.text)):
        raise ValueError
    return float(leaf.text)


def _number_written(value: float) -> Bare:
    return Bare(str(int(value)) if float(value).is_integer() else repr(value))


def _time(leaf: Leaf) -> str:
    found = _TIME.fullmatch(leaf.text)
    if not found:
        raise ValueError
    return f"{int(found[1]):02}:{found[2]}"


def _at(leaf: Leaf) -> str:
    if _TIME.fullmatch(leaf.text):
        return leaf.text
    found = _AT.fullmatch(leaf.text)
    if not found:
        raise ValueError
    read_date(found[1])
    return leaf.text


def _bare(value: Any) -> Bare:
    return Bare(str(value))


WORDS = scalar(text("exchange.allowed.words"), _words, str)
TRUTH = scalar(text("exchange.allowed.truth"), _truth, str, unknown_too=True)
TRUTH_FLAG = scalar(
    text("exchange.allowed.flag"), _truth, lambda value: Bare("true" if value == "yes" else "false"), unknown_too=True
)
FLAG = scalar(text("exchange.allowed.flag"), _yes, lambda value: Bare("true" if value else "false"))
DAY = scalar(text("exchange.allowed.day"), lambda leaf: read_day(leaf.text), _bare)
DATE = scalar(text("exchange.allowed.date"), lambda leaf: read_date(leaf.text), _bare)
TIME = scalar(text("exchange.allowed.time"), _time, _bare)
AT = scalar(text("exchange.allowed.at"), _at, str)
WHOLE = scalar(text("exchange.allowed.whole"), _whole, _bare)
NUMBER = scalar(text("exchange.allowed.number"), _number, _number_written)


def list_of(form: Form) -> Form:
    """A list, each of one form. A list of nothing is absent."""

    def read(node: Node, path: str, reading: Reading) -> Any:
        if not isinstance(node, Rows):
            reading.odd(node, path, text("exchange.allowed.list", of=form.allowed))
            return ABSENT
        values = []
        for number, one in enumerate(node.items, 1):
            if isinstance(one, Leaf) and one.nothing:
                reading.odd(one, f"{path}[{number}]", form.allowed)
                continue
            value = form.read(one, f"{path}[{number}]", reading)
            if value is not ABSENT:
                values.append(value)
        return tuple(values)

    def renamed(value: Any, rename: Rename) -> Any:
        return tuple(new for one in value if (new := form.renamed(one, rename)) is not ABSENT)

    return Form(
        text("exchange.allowed.list", of=form.allowed), read, lambda value: [form.write(one) for one in value], renamed
    )


def one_or_more(form: Form) -> Form:
    """A list, or one alone."""
    several = list_of(form)

    def read(node: Node, path: str, reading: Reading) -> Any:
        if isinstance(node, Rows):
            return several.read(node, path, reading)
        value = form.read(node, path, reading)
        return ABSENT if value is ABSENT else (value,)

    return Form(form.allowed, read, several.write, several.renamed)


def _size(node: Node, path: str, reading: Reading) -> Any:
    if isinstance(node, Rows) and len(node.items) == 2:
        pair = [NUMBER.read(one, f"{path}[{number}]", reading) for number, one in enumerate(node.items, 1)]
        return ABSENT if ABSENT in pair else tuple(pair)
    reading.odd(node, path, SIZE.allowed)
    return ABSENT


def _hours(node: Node, path: str, reading: Reading) -> Any:
    if isinstance(node, Leaf):
        hours = NUMBER.read(node, path, reading)
        return hours if hours is ABSENT else Hours(hours, hours)
    pair = _size(node, path, reading)
    if pair is not ABSENT and pair[0] > pair[1]:
        reading.odd(node, path, HOURS.allowed)
        return ABSENT
    return pair if pair is ABSENT else Hours(*pair)


def _hours_written(hours: Hours) -> Any:
    least, most = _number_written(hours.least), _number_written(hours.most)
    return least if least == most else [least, most]


SIZE = Form(text("exchange.allowed.size_mm"), _size, lambda pair: [_number_written(one) for one in pair])
HOURS = Form(text("exchange.allowed.hours"), _hours, _hours_written)
