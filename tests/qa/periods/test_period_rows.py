"""Periods as rows, against the periods themselves."""

import doctest
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from qa.periods import Granularity, Period, period_rows
from qa.periods.period_rows import NEVER, find_near, list_periods, match_periods, read_periods

PERIODS = st.builds(
    lambda first, days, kind: Period(date.fromordinal(first), date.fromordinal(first + days), kind),
    st.integers(735_000, 735_010),
    st.integers(0, 6),
    st.sampled_from(Granularity),
)


@given(asked=PERIODS, held=st.lists(st.lists(PERIODS, max_size=4), max_size=4))
def test_matches_are_those_told_by_the_days(asked: Period, held: list[list[Period]]) -> None:
    def tell(periods: list[Period]) -> float:
        if any(each.same_days(asked) for each in periods):
            return 1.0
        if any(each.contains(asked) or asked.contains(each) for each in periods):
            return 0.5
        return -1.0 if any(each.granularity is asked.granularity for each in periods) else 0.0

    found = match_periods(asked, [list_periods(each) for each in held])
    assert found.tolist() == [tell(each) for each in held]
    assert match_periods(None, [list_periods(each) for each in held]).tolist() == [0.0] * len(held)


@given(held=st.lists(PERIODS, max_size=6))
def test_rows_are_read_as_the_periods_they_were(held: list[Period]) -> None:
    assert read_periods(list_periods(held)) == held


@given(asked=PERIODS, held=st.lists(PERIODS, max_size=6))
def test_near_ones_hold_the_period_or_lie_in_it(asked: Period, held: list[Period]) -> None:
    assert find_near(asked, list_periods(held)).tolist() == [
        each.contains(asked) or asked.contains(each) for each in held
    ]


def test_nothing_is_about_a_period_that_none_is_held_of() -> None:
    november = Period(date(2025, 11, 1), date(2025, 11, 30), Granularity.MONTH)
    assert match_periods(november, []).tolist() == []
    assert match_periods(november, [NEVER, NEVER]).tolist() == [0.0, 0.0]


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(period_rows).failed == 0
