"""A card of a long list, in words, without Qt: so that thousands can be worded away from the screen."""

from msgspec import Struct


class CardRow(Struct, frozen=True, gc=False):
    """One card. `tags` as (words, kind); `hits` are (start, end) places in `words` to be marked."""

    key: str
    heading: str
    words: str = ""
    foot: str = ""
    tags: tuple[tuple[str, str], ...] = ()
    hits: tuple[tuple[int, int], ...] = ()
