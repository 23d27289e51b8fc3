"""Reads a day or a time as people type it: 9/4/21, 9 April, friday, yesterday, +14; 1430, 2.30pm. Pure: no clock."""

import re
from datetime import date, time, timedelta

from msgspec import Struct

from visitapp.words import Say

_NUMBERS = re.compile(r"(\d{1,4})[\s./-]+(\d{1,2})(?:[\s./-]+(\d{1,4}))?")
_NAMED = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?[\s./-]*([^\W\d_]+)\.?,?(?:[\s./-]*(\d{2,4}))?")
_STEPS = re.compile(r"([+-])\s*(\d{1,4})")
_TIME = re.compile(r"(\d{1,2})(?:[:.\sh]?(\d{2}))?\s*([ap])?\.?m?\.?")


class Vocabulary(Struct, frozen=True):
    """The words for days in one language, in lower case; months and weekdays in order, Monday first."""

    today: str
    yesterday: str
    tomorrow: str
    months: tuple[str, ...]
    weekdays: tuple[str, ...]


def vocabulary(say: Say) -> Vocabulary:
    """The words for days of the catalogue's language."""
    return Vocabulary(
        say("day.today").lower(),
        say("day.yesterday").lower(),
        say("day.tomorrow").lower(),
        tuple(say("day.months").lower().split()),
        tuple(say("day.weekdays").lower().split()),
    )


def read_day(words: str, today: date, known: Vocabulary, *, ahead: bool = False) -> date | None:
    """The day that is meant, or None. Without a year the nearest that is past, or with `ahead` still to come."""
    said = " ".join(words.lower().split())
    near = {known.today: 0, known.yesterday: -1, known.tomorrow: 1}
    if said in near:
        return today + timedelta(days=near[said])
    if found := _STEPS.fullmatch(said):
        return today + timedelta(days=int(found[2]) * (1 if found[1] == "+" else -1))
    if (weekday := _which(said, known.weekdays)) is not None:
        return _nearest_weekday(weekday, today, ahead=ahead)
    return _read_date(said, today, known, ahead=ahead)


def _read_date(said: str, today: date, known: Vocabulary, *, ahead: bool) -> date | None:
    """Day, month and perhaps year, in numbers or with the month's name."""
    if found := _NUMBERS.fullmatch(said):
        if len(found[1]) == 4:
            return _day(int(found[1]), int(found[2]), int(found[3] or 0))
        return _with_year(int(found[1]), int(found[2]), found[3], today, ahead=ahead)
    if (found := _NAMED.fullmatch(said)) and (month := _which(found[2], known.months)) is not None:
        return _with_year(int(found[1]), month + 1, found[3], today, ahead=ahead)
    return None


def read_time(words: str) -> time | None:
    """The time of day that is meant, or None."""
    found = _TIME.fullmatch(" ".join(words.lower().split()))
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "p" else 0) if hour <= 12 else 99
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _which(said: str, names: tuple[str, ...]) -> int | None:
    """The place of the one name that begins so; at least three letters."""
    places = [place for place, name in enumerate(names) if len(said) >= 3 and name.startswith(said)]
    return places[0] if len(places) == 1 else None


def _nearest_weekday(weekday: int, today: date, *, ahead: bool) -> date:
    if ahead:
        return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    return today - timedelta(days=(today.weekday() - weekday) % 7)


def _with_year(day: int, month: int, year: str | None, today: date, *, ahead: bool) -> date | None:
    if year:
        number = int(year)
        if number < 100:
            number += 2000 if number <= today.year % 100 + 20 else 1900
        return _day(number, month, day)
    this = [found for number in (-1, 0, 1) if (found := _day(today.year + number, month, day))]
    if ahead:
        return min((found for found in this if found >= today), default=None)
    return max((found for found in this if found <= today), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
