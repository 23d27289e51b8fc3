"""A row that leads somewhere, in words, without Qt: so that presenters and their tests can make rows."""

from msgspec import Struct


class RowOf(Struct, frozen=True):
    """`key` comes back when the row is opened. `tags` as (words, kind); `icon` as in resources/icons, "" for none."""

    key: str
    heading: str
    lines: tuple[str, ...] = ()
    tags: tuple[tuple[str, str], ...] = ()
    icon: str = ""
