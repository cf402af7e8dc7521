"""Which days a period bounds, by what is said before and behind it."""

import doctest
from datetime import date

import pytest

from qa.periods import find_periods
from qa.records import DateRange
from qa.understanding import window_bounds
from qa.understanding.window_bounds import find_days, is_bounded, is_bounded_ko, is_run

TODAY = date(2025, 12, 16)


def day(number: int) -> date:
    return date(2025, 5, number)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("news of May 2, 2025", day(2), day(2)),
        ("news dating back to May 2, 2025", day(2), date.max),
        ("news not older than May 2, 2025", day(2), date.max),
        ("news from May 2, 2025 onwards", day(2), date.max),
        ("news of May 2, 2025 and later", day(2), date.max),
        ("news after May 2, 2025", day(3), date.max),
        ("news through May 2, 2025", date.min, day(2)),
        ("news no later than May 2, 2025", date.min, day(2)),
        ("news of May 2, 2025 or earlier", date.min, day(2)),
        ("news before May 2, 2025", date.min, day(1)),
        ("2025년 5월 2일 이후 소식", day(2), date.max),
        ("2025년 5월 2일까지 나온 소식", date.min, day(2)),
        ("2025년 5월 2일 이전 소식", date.min, day(1)),
        ("2025년 5월 2일이 되기 전에 나온 소식", date.min, day(1)),
    ],
)
def test_words_beside_a_day_say_where_a_window_begins_and_ends(
    text: str, first: date, last: date
) -> None:
    assert find_days(text, find_periods(text, TODAY)[0]) == DateRange(first, last)


def test_period_that_bounds_a_window_is_no_figures() -> None:
    text, korean = "news no older than October 2025", "2025년 10월 2일까지 나온 소식"
    assert is_bounded(text, find_periods(text, TODAY)[0])
    assert is_bounded_ko(korean, find_periods(korean, TODAY)[0])
    within = "exports in October 2025"
    assert not is_bounded(within, find_periods(within, TODAY)[0])


def test_run_of_days_ends_today() -> None:
    text, visit = "the past ten days", "from December 3 to December 5, 2025"
    assert is_run(text, find_periods(text, TODAY)[0])
    assert not is_run(visit, find_periods(visit, TODAY)[0])


def test_examples_hold() -> None:
    assert doctest.testmod(window_bounds).failed == 0
