"""Days and times as they were written."""

from datetime import date, datetime

import pytest

from visitapp.domain.days import written_at


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2021-04-09", date(2021, 4, 9)),
        ("2021-04-09 15:10", datetime(2021, 4, 9, 15, 10)),  # civil time, as people write it
        ("2021-04-09T15:10:30", datetime(2021, 4, 9, 15, 10, 30)),
        ("15:10", "15:10"),
        ("", ""),
        ("29 May 15:10", "29 May 15:10"),
        ("2021-02-31", "2021-02-31"),
        ("2021-04-09 at noon", "2021-04-09 at noon"),
        ("2021-04-09-b", "2021-04-09-b"),
    ],
)
def test_a_day_with_or_without_a_time_is_read_and_all_else_stays_as_it_stands(written: str, read: object):
    assert written_at(written) == read
