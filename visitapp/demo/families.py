"""The invented families of the demo and the tour, moved in time so that the last day of their story is yesterday."""

import re
from datetime import date, timedelta

from visitapp.exchange.casefile import CaseFile, read
from visitapp.resources import resource

NAMES = ("brindle", "tallis", "quill")
YESTERDAY = date(2026, 11, 20)
"""The day that the files call yesterday."""

_DAY = re.compile(rb"\b\d{4}-\d{2}-\d{2}\b")


def family(name: str, today: date) -> CaseFile:
    """One of the families, as it stands on a day."""
    raw = resource("demo", f"{name}.yaml").read_bytes()
    return read(moved(raw, today - timedelta(days=1) - YESTERDAY), f"{name}.yaml")


def moved(raw: bytes, by: timedelta) -> bytes:
    """A case file with every full date moved by so many days."""

    def later(found: re.Match[bytes]) -> bytes:
        return (date.fromisoformat(found[0].decode()) + by).isoformat().encode()

    return _DAY.sub(later, raw)
