"""Periods from two given days, and their names."""

import doctest
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.errors import QuestionError
from qa.periods import Granularity, Period, period_names
from qa.periods.period_names import make_period, name_period

days = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(period_names).failed == 0


@pytest.mark.parametrize(
    ("first", "last", "kind", "name"),
    [
        ("2025-11-03", "2025-11-03", Granularity.DAY, "2025-11-03"),
        ("2025-11-03", "2025-11-09", Granularity.WEEK, "2025-W45"),
        # The last week of 2024 by ISO 8601 is the first of 2025.
        ("2024-12-30", "2025-01-05", Granularity.WEEK, "2025-W01"),
        ("2025-11-04", "2025-11-10", Granularity.RANGE, "2025-11-04 to 2025-11-10"),
        ("2025-11-01", "2025-11-30", Granularity.MONTH, "2025-11"),
        ("2024-02-01", "2024-02-29", Granularity.MONTH, "2024-02"),
        ("2024-02-01", "2024-02-28", Granularity.RANGE, "2024-02-01 to 2024-02-28"),
        ("2025-10-01", "2025-12-31", Granularity.QUARTER, "2025-Q4"),
        ("2025-09-01", "2025-11-30", Granularity.RANGE, "2025-09-01 to 2025-11-30"),
        ("2025-07-01", "2025-12-31", Granularity.HALF, "2025-H2"),
        ("2025-01-01", "2025-12-31", Granularity.YEAR, "2025"),
        ("2024-01-01", "2025-12-31", Granularity.RANGE, "2024-01-01 to 2025-12-31"),
    ],
)
def test_kind_and_name_are_those_of_the_days(
    first: str, last: str, kind: Granularity, name: str
) -> None:
    period = make_period(date.fromisoformat(first), date.fromisoformat(last))
    assert period is not None
    assert period.granularity is kind
    assert name_period(period) == name


def test_no_days_are_no_period() -> None:
    assert make_period(None, None) is None


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 11, 1), None, "first day only"),
        (None, date(2025, 11, 1), "last day only"),
        (date(2025, 11, 2), date(2025, 11, 1), "before it begins"),
        (date(1899, 12, 31), date(1900, 1, 1), "1900 to 2100"),
        (date(2100, 1, 1), date(2101, 1, 1), "1900 to 2100"),
    ],
)
def test_half_a_period_is_refused(first: date | None, last: date | None, words: str) -> None:
    with pytest.raises(QuestionError, match=words):
        make_period(first, last)


@given(days, days)
def test_any_days_in_order_are_a_period_of_these_days(one: date, other: date) -> None:
    first, last = sorted((one, other))
    period = make_period(first, last)
    assert period is not None
    assert (period.first, period.last) == (first, last)
    assert name_period(period)
    assert name_period(Period(first, last, Granularity.RANGE)) == f"{first} to {last}"
