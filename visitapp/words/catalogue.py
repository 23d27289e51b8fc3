"""A compiled gettext catalogue, looked up where it lies: at the start nothing is read but what is said.

The standard library's reader takes the whole file apart first, which holds up the first page for every sentence that
the product has. The layout is that of GNU gettext's MO files (gettext manual, "The Format of GNU MO Files"), as
packaging/words.py writes them: little-endian, ids sorted, singular and plural parted by a zero byte.
"""

import struct
from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property
from gettext import c2py

_MAGIC = b"\xde\x12\x04\x95" + bytes(4)  # and version 0
_HEAD = struct.Struct("<8x3I")  # how many; where the tables of ids and of sentences begin
_ENTRY = struct.Struct("<2I")  # length and place of one


class Catalogue:
    """The sentences of one language by their ids. Raises ValueError for bytes that are no such file."""

    def __init__(self, raw: bytes) -> None:
        if len(raw) < _HEAD.size or raw[: len(_MAGIC)] != _MAGIC:
            raise ValueError("not a compiled catalogue")
        self._raw = raw
        self._count, self._ids, self._sentences = _HEAD.unpack_from(raw)
        self._found: dict[str, tuple[str, ...]] = {}

    def forms(self, id: str) -> tuple[str, ...]:  # noqa: A002  # the field's word
        """The sentence of an id, or its forms for one and for many; none where the catalogue does not hold it."""
        if id not in self._found:
            self._found[id] = self._look_up(id.encode())
        return self._found[id]

    def form_for(self, n: int) -> int:
        """Which of the forms this language uses for a number."""
        return self._plural(n)

    @cached_property
    def _plural(self) -> Callable[[int], int]:
        _, _, rule = "".join(self.forms("")).partition("plural=")
        return c2py(rule.partition("\n")[0].rstrip("; "))

    def _look_up(self, id: bytes) -> tuple[str, ...]:  # noqa: A002
        place = bisect_left(range(self._count), id, key=self._id)
        if place == self._count or self._id(place) != id:
            return ()
        return tuple(form.decode() for form in self._part(self._sentences, place).split(b"\0"))

    def _id(self, place: int) -> bytes:
        return self._part(self._ids, place).partition(b"\0")[0]

    def _part(self, table: int, place: int) -> bytes:
        length, start = _ENTRY.unpack_from(self._raw, table + _ENTRY.size * place)
        return self._raw[start : start + length]
