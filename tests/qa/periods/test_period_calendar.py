"""What periods are, and how they move: by dates counted on a calendar."""

from datetime import date

import pytest

from qa.periods import Granularity, Period


def test_periods_shift_by_their_own_kind() -> None:
    november = Period(date(2025, 11, 1), date(2025, 11, 30), Granularity.MONTH)
    assert november.shift(-1) == Period(date(2025, 10, 1), date(2025, 10, 31), Granularity.MONTH)
    assert november.shift(3) == Period(date(2026, 2, 1), date(2026, 2, 28), Granularity.MONTH)
    week = Period(date(2025, 12, 8), date(2025, 12, 14), Granularity.WEEK)
    assert week.shift(1) == Period(date(2025, 12, 15), date(2025, 12, 21), Granularity.WEEK)
    quarter = Period(date(2025, 1, 1), date(2025, 3, 31), Granularity.QUARTER)
    assert quarter.shift(-1) == Period(date(2024, 10, 1), date(2024, 12, 31), Granularity.QUARTER)
    days = Period(date(2025, 12, 11), date(2025, 12, 12), Granularity.RANGE)
    assert days.shift(-1) == Period(date(2025, 12, 9), date(2025, 12, 10), Granularity.RANGE)
    year = Period(date(2100, 1, 1), date(2100, 12, 31), Granularity.YEAR)
    assert year.shift(1) is None


def test_periods_shift_by_years_to_the_same_period() -> None:
    leap = Period(date(2024, 2, 29), date(2024, 2, 29), Granularity.DAY)
    assert leap.shift_years(-1) == Period(date(2023, 2, 28), date(2023, 2, 28), Granularity.DAY)
    february = Period(date(2023, 2, 1), date(2023, 2, 28), Granularity.MONTH)
    assert february.shift_years(1) == Period(date(2024, 2, 1), date(2024, 2, 29), Granularity.MONTH)
    span = Period(date(2025, 1, 1), date(2025, 11, 30), Granularity.RANGE)
    assert span.shift_years(-1) == Period(date(2024, 1, 1), date(2024, 11, 30), Granularity.RANGE)


def test_periods_contain_by_days() -> None:
    year = Period(date(2025, 1, 1), date(2025, 12, 31), Granularity.YEAR)
    november = Period(date(2025, 11, 1), date(2025, 11, 30), Granularity.MONTH)
    turn = Period(date(2025, 12, 29), date(2026, 1, 4), Granularity.WEEK)
    assert year.contains(november)
    assert not november.contains(year)
    assert not year.contains(turn)


def test_a_period_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="2025-12-02 after 2025-12-01"):
        Period(date(2025, 12, 2), date(2025, 12, 1), Granularity.RANGE)
