"""Civil days as people know them: a day, a month or a year. And the ages that such a birthday allows.

A month is 365.25 / 12 days, as reference injury-rules counts it. Ages are in months, as earliest and latest.
"""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from typing import Literal

from msgspec import Struct

DAYS_A_MONTH = 365.25 / 12
_AT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}($|[T ])")


class Day(Struct, frozen=True, order=True, array_like=True, gc=False):
    """A day (2021-04-09), a month (2021-04) or a year (2021). Says what is known and no more."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        # What comes in from elsewhere must not stop a rule later: a day that no calendar has is refused here.
        if self.month is None and self.day is not None:
            raise ValueError("a day of no month")
        date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    @classmethod
    def of(cls, day: date) -> "Day":
        """An exact day."""
        return cls(day.year, day.month, day.day)

    @classmethod
    def read(cls, written: str) -> "Day":
        """From 2021-04-09, 2021-04 or 2021. Raises ValueError for anything else, and for a day that no calendar has."""
        parts = written.split("-")
        if [len(part) for part in parts] not in ([4], [4, 2], [4, 2, 2]) or not all(
            part.isascii() and part.isdigit() for part in parts
        ):
            raise ValueError("not a day, month or year")
        numbers = [int(part) for part in parts]
        date(*[*numbers, 1, 1][:3])
        return cls(*numbers)

    @property
    def exact(self) -> bool:
        """Whether the very day is known."""
        return self.day is not None

    def first(self) -> date:
        """The earliest day that this can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last(self) -> date:
        """The latest day that this can mean."""
        if self.month is None:
            return date(self.year, 12, 31)
        if self.day is None:
            return date(self.year, self.month, monthrange(self.year, self.month)[1])
        return date(self.year, self.month, self.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}"]
        parts += [f"{part:02}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


def written_at(written: str) -> date | datetime | str:
    """A day, or a day with a time, that was written as in 2021-04-09 15:10; anything else as it stands."""
    if not _AT.match(written):
        return written
    try:
        return date.fromisoformat(written) if len(written) == 10 else datetime.fromisoformat(written)
    except ValueError:
        return written


class StatedAge(Struct, frozen=True, forbid_unknown_fields=True):
    """An age as somebody said it: `count` full years or months on a day."""

    count: int
    unit: Literal["years", "months"]
    on: date


class Age(Struct, frozen=True):
    """The youngest and the oldest that a child can be, in months; equal when the birthday is known."""

    earliest: float
    latest: float


def months_between(start: date, end: date) -> float:
    """Months from one day to another, as fractions of 365.25 / 12 days."""
    return (end - start).days / DAYS_A_MONTH


def age_on(day: date, born: Day | None, stated: StatedAge | None = None) -> Age | None:
    """The age that a birthday, or a stated age, allows on a day; None when neither is known. Never below 0."""
    if born is not None:
        return Age(max(0.0, months_between(born.last(), day)), max(0.0, months_between(born.first(), day)))
    if stated is not None:
        unit = 12 if stated.unit == "years" else 1
        since = months_between(stated.on, day)
        return Age(max(0.0, stated.count * unit + since), max(0.0, (stated.count + 1) * unit + since))
    return None


def days_after(start: date, count: int) -> date:
    """The day so many days after another; the last of the calendar where a number from elsewhere leads beyond it."""
    return start + timedelta(days=min(count, (date.max - start).days))


def working_days_after(start: date, count: int) -> date:
    """The day `count` working days (Monday to Friday) after a day. Bank holidays are not known here."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        if day.weekday() < 5:
            count -= 1
    return day
