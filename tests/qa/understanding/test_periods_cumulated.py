"""Periods that are added up from the beginning of their year, told by hand."""

import doctest
from datetime import date

import pytest

from qa.questions import Question
from qa.understanding import periods_cumulated
from qa.understanding.interpreting import interpret

AS_OF = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("question", "first", "last"),
    [
        ("exports year to date as of August, 2023", "2023-01-01", "2023-08-31"),
        ("How much had retailers sold since January by July 2012?", "2012-01-01", "2012-07-31"),
        ("How much was exported that year by the end of July 2018?", "2018-01-01", "2018-07-31"),
        ("cumulative retail sales to August 2020", "2020-01-01", "2020-08-31"),
        ("year-to-date exports through July 2021", "2021-01-01", "2021-07-31"),
        ("YTD exports by Q3 2022", "2022-01-01", "2022-09-30"),
        ("2023년 8월까지 누적 수출", "2023-01-01", "2023-08-31"),
        # Nothing says until when, or the month is not the last.
        ("exports so far this year", "2025-01-01", "2025-12-31"),
        ("Cumulative exports to Vietnam in May 2018", "2018-05-01", "2018-05-31"),
        ("How much was exported to Vietnam by May 2018?", "2018-05-01", "2018-05-31"),
    ],
)
def test_what_is_added_up_begins_with_its_year(question: str, first: str, last: str) -> None:
    asked = interpret(Question(question, AS_OF), render_korean=True).period
    assert asked is not None
    assert (str(asked.period.first), str(asked.period.last)) == (first, last)


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(periods_cumulated).failed == 0
