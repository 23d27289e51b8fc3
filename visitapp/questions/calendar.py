"""Days as the rules count them: working days and school terms. Pure.

Terms differ between councils; these are the long holidays that English schools share, so a week at either end may be
wrong. Bank holidays are not known here.
"""

from datetime import date, timedelta


def working_days_between(start: date, end: date) -> int:
    """Mondays to Fridays after one day, up to and with another; 0 when the end is not later."""
    days = (end - start).days
    if days <= 0:
        return 0
    weeks, rest = divmod(days, 7)
    return weeks * 5 + sum((start.weekday() + ahead) % 7 < 5 for ahead in range(1, rest + 1))


def in_term(day: date) -> bool:
    """Whether English schools are usually open in the week of a day."""
    if date(day.year, 7, 23) <= day <= date(day.year, 8, 31):
        return False
    if (day.month, day.day) >= (12, 21) or (day.month, day.day) <= (1, 2):
        return False
    easter = easter_sunday(day.year)
    return not easter - timedelta(days=9) <= day <= easter + timedelta(days=7)


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Gauss, as corrected by Lichtenberg)."""
    century = year // 100
    moon = 15 + (3 * century + 3) // 4 - (8 * century + 13) // 25
    sun = 2 - (3 * century + 3) // 4
    lunar = year % 19
    seed = (19 * lunar + moon) % 30
    correction = (seed + lunar // 11) // 29
    limit = 21 + seed - correction
    sunday = 7 - (year + year // 4 + sun) % 7
    return date(year, 3, 1) + timedelta(days=limit + 7 - (limit - sunday) % 7 - 1)
