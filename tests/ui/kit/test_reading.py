"""Days and times are read as people type them, and nothing is guessed where it cannot be read."""

from datetime import date, time

import pytest

from visitapp.ui.kit.reading import read_day, read_time, vocabulary

FRIDAY = date(2021, 4, 9)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("today", FRIDAY),
        ("Yesterday", date(2021, 4, 8)),
        ("9/4/21", FRIDAY),
        ("9 4 2021", FRIDAY),
        ("9.4.", None),
        ("9 April 2021", FRIDAY),
        ("9 apr", FRIDAY),
        ("2021-04-09", FRIDAY),
        ("10 April", date(2020, 4, 10)),
        ("10 4", date(2020, 4, 10)),
        ("friday", FRIDAY),
        ("mon", date(2021, 4, 5)),
        ("-3", date(2021, 4, 6)),
        ("1 3 98", date(1998, 3, 1)),
        ("31 2 2021", None),
        ("ma 9", None),
        ("", None),
        ("soon", None),
    ],
)
def test_a_day_that_is_past(say, words: str, day: date | None):
    assert read_day(words, FRIDAY, vocabulary(say)) == day


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("10 April", date(2021, 4, 10)),
        ("8 4", date(2022, 4, 8)),
        ("friday", date(2021, 4, 16)),
        ("+14", date(2021, 4, 23)),
        ("tomorrow", date(2021, 4, 10)),
    ],
)
def test_a_day_to_come(say, words: str, day: date):
    assert read_day(words, FRIDAY, vocabulary(say), ahead=True) == day


@pytest.mark.parametrize(
    ("words", "at"),
    [
        ("1430", time(14, 30)),
        ("14:30", time(14, 30)),
        ("14.30", time(14, 30)),
        ("2.30pm", time(14, 30)),
        ("2pm", time(14)),
        ("12am", time(0)),
        ("9", time(9)),
        ("930", time(9, 30)),
        ("25:00", None),
        ("9:75", None),
        ("13pm", None),
        ("noon", None),
    ],
)
def test_a_time(words: str, at: time | None):
    assert read_time(words) == at
