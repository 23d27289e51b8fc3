"""How old, and whether a child got about: in three values, as the reference page says."""

from datetime import date

import pytest

from visitapp.domain.days import Day, StatedAge
from visitapp.domain.family import Child, Milestone
from visitapp.domain.organisation import Thresholds
from visitapp.questions.ages import age_at, mobility, under
from visitapp.questions.calendar import easter_sunday, in_term, working_days_between

DAY = date(2021, 6, 1)


def child(born=None, age=None, **fields):
    return Child(id="c", name="Ann", born=Day.read(born) if born else None, age=age, **fields)


@pytest.mark.parametrize(
    ("one", "months", "says"),
    [
        (child("2021-01-10"), 5.0, True),
        (child("2020-12-01"), 5.0, False),
        (child("2021"), 48.0, True),
        (child("2017"), 48.0, None),  # between 41 and 53 months
        (child("2020-12"), 5.0, None),  # between 4.99 and 5.98
        (child(), 48.0, None),
        (child(age=StatedAge(4, "months", DAY)), 5.0, True),  # four months said on the day: not five yet
        (child(age=StatedAge(3, "years", DAY)), 48.0, True),
        (child(age=StatedAge(3, "years", date(2021, 1, 1))), 48.0, None),
    ],
)
def test_the_ages_that_a_record_allows(one, months, says):
    assert under(age_at(one, DAY), months) is says


def test_a_child_not_born_yet_has_no_age():
    assert age_at(child("2021-07-01"), DAY) is None
    assert age_at(child(unborn=True), DAY) is None


def said(*statements):
    return [Milestone(id=str(n), child="c", date=Day.read(day), what=what, can=can)
            for n, (what, can, day) in enumerate(statements)]  # fmt: skip


@pytest.mark.parametrize(
    ("born", "disabled", "statements", "moves", "asks"),
    [
        ("2021-01-10", False, [], False, False),  # under one: not mobile until recorded otherwise
        ("2020-03-01", False, [], True, True),  # one to two: taken for mobile, and asked
        ("2018-03-01", False, [], True, False),
        (None, False, [], None, True),
        ("2020", False, [], None, True),  # 5 to 17 months
        ("2012-03-01", True, [], False, True),  # never taken for mobile
        ("2021-01-10", False, [("rolls", True, "2021-05-01")], False, False),
        ("2020-10-01", False, [("crawls", True, "2021-05-01")], True, False),
        ("2020-10-01", False, [("crawls", True, "2021-06-02")], False, False),  # only afterwards
        ("2020-10-01", False, [("walks", False, "2021-05-20")], False, False),
        ("2020-05-01", False, [("crawls", True, "2021-02-01"), ("walks", False, "2021-05-20")], True, False),
        ("2013-05-01", False, [("walks", False, "2021-01-20")], False, False),
        ("2013-05-01", True, [("walks", True, "2015-01-20")], True, False),
        ("2018-05-01", False, [("crawls", False, "2018-11-01")], None, True),  # said of a baby that is three by now
        ("2018-05-01", False, [("walks", True, "2019-09-01"), ("walks", False, "2021-05-01")], False, False),
        ("2018-05-01", False, [("crawls", True, "2019-01-01"), ("walks", True, "2019-09-01"),
                               ("walks", False, "2021-05-01")], None, True),  # lost again: ask
    ],
)  # fmt: skip
def test_getting_about_without_help(born, disabled, statements, moves, asks):
    age = age_at(child(born), DAY)
    found = mobility(age, disabled=disabled, said=said(*statements), day=DAY, limits=Thresholds())
    assert (found.moves, found.ask) == (moves, asks)


DEVON = Thresholds(mobile_milestones=("pulls_to_stand", "cruises", "walks"))
ROLLING = Thresholds(mobile_milestones=("rolls", "crawls", "walks"))
LLR = Thresholds(mobile_milestones=("rolls", "crawls", "walks"), not_mobile_under_months=6.0)


@pytest.mark.parametrize(
    ("limits", "born", "what", "moves", "by_age"),
    [
        (Thresholds(), "2020-09-01", "crawls", True, False), (DEVON, "2020-09-01", "crawls", False, False),
        (DEVON, "2020-09-01", "pulls_to_stand", True, False), (Thresholds(), "2020-11-01", "rolls", False, False),
        (ROLLING, "2021-02-01", "rolls", True, False), (LLR, "2021-02-01", "rolls", False, True),
        (LLR, "2020-12-01", "rolls", False, True),  # 182 days: 5.98 months
        (LLR, "2020-11-30", "rolls", True, False),  # 183 days
        (Thresholds(), "2020-11-01", "moves_self_in_wheelchair", False, False),
        (Thresholds(mobile_milestones=()), "2017-09-01", "walks", True, False),  # nothing counts: taken for granted
    ],
)  # fmt: skip
def test_what_counts_as_getting_about_is_a_setting(limits, born, what, moves, by_age):
    found = mobility(age_at(child(born), DAY), disabled=False, said=said((what, True, "2021-05-20")), day=DAY,
                     limits=limits)  # fmt: skip
    assert (found.moves, found.by_age) == (moves, by_age)


def test_an_age_on_both_sides_of_the_setting_is_unknown():
    either = age_at(child("2020"), DAY)
    found = mobility(either, disabled=False, said=said(("crawls", True, "2021-05-20")), day=DAY, limits=LLR)
    assert found.moves is None
    cannot = mobility(either, disabled=False, said=said(("crawls", False, "2021-05-20")), day=DAY, limits=LLR)
    assert cannot.moves is False


def test_the_ages_of_taking_for_granted_are_settings():
    late = Thresholds(moving_expected_months=15.0, moving_taken_for_granted_months=30.0)
    for born, limits, moves in (("2020-05-01", late, False), ("2020-05-01", Thresholds(), True)):
        assert mobility(age_at(child(born), DAY), disabled=False, said=(), day=DAY, limits=limits).moves is moves
    assert mobility(age_at(child("2019-03-01"), DAY), disabled=False, said=(), day=DAY, limits=late).ask


def test_working_days():
    assert working_days_between(date(2021, 6, 4), date(2021, 6, 7)) == 1  # Friday to Monday
    assert working_days_between(date(2021, 6, 5), date(2021, 6, 6)) == 0
    assert working_days_between(date(2021, 6, 8), date(2021, 6, 22)) == 10
    assert working_days_between(date(2021, 6, 8), date(2021, 6, 1)) == 0
    for ahead in range(60):
        end = date.fromordinal(date(2021, 6, 3).toordinal() + ahead)
        counted = sum(date.fromordinal(date(2021, 6, 3).toordinal() + n).weekday() < 5 for n in range(1, ahead + 1))
        assert working_days_between(date(2021, 6, 3), end) == counted


def test_school_terms():
    assert [easter_sunday(year) for year in (2021, 2024, 2025)] == [
        date(2021, 4, 4), date(2024, 3, 31), date(2025, 4, 20)]  # fmt: skip
    assert in_term(date(2021, 7, 12))
    assert not in_term(date(2021, 8, 3))
    assert not in_term(date(2021, 4, 6))
    assert not in_term(date(2021, 12, 27))
    assert in_term(date(2021, 9, 20))
