"""Periods that an English question counts from another one that it names."""

import doctest
from datetime import date

import pytest

from qa.periods import find_periods
from qa.questions import Question
from qa.understanding import periods_shifted
from qa.understanding.interpreting import interpret
from qa.understanding.periods_shifted import fit_to_unit, place_now, shift_said

TODAY = date(2024, 11, 6)


@pytest.mark.parametrize(
    ("text", "first", "words"),
    [
        ("Skip last month and take the one before it.", date(2024, 9, 1), "the one before it"),
        (
            "Never mind last quarter; what did imports total in the one that preceded it?",
            date(2024, 4, 1),
            "the one that preceded it",
        ),
        (
            "one month further back than last month",
            date(2024, 9, 1),
            "one month further back than last month",
        ),
        (
            "the year-on-year base for this month",
            date(2023, 11, 1),
            "year-on-year base for this month",
        ),
        ("QoQ base for the current quarter", date(2024, 7, 1), "QoQ base for the current quarter"),
        (
            "last month's year-ago counterpart",
            date(2023, 10, 1),
            "last month's year-ago counterpart",
        ),
        ("this quarter, but a year ago", date(2023, 10, 1), "this quarter, but a year ago"),
        ("exports a year ago last month", date(2023, 10, 1), "a year ago last month"),
    ],
)
def test_what_is_counted_from_a_period_takes_its_place(text: str, first: date, words: str) -> None:
    found = shift_said(text, find_periods(text, TODAY, past=True))[0]
    assert (found.period.first, text[found.start : found.end]) == (first, words)


@pytest.mark.parametrize(
    "text",
    [
        "How did last month compare with the one before it?",
        "exports last month, not counting ships",
        "the base for this month's rise",
        "exports of last quarter's year-ago rival",
        "exports on a day a year ago, last Friday",
    ],
)
def test_other_periods_stay_as_they_are(text: str) -> None:
    mentions = find_periods(text, TODAY, past=True)
    assert mentions
    assert shift_said(text, mentions) == mentions


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        (
            "Two years ago, what were exports in the month we are in?",
            date(2022, 11, 1),
            date(2022, 11, 30),
        ),
        ("Exports this quarter, one year back?", date(2023, 10, 1), date(2023, 12, 31)),
        (
            "FDI in the quarter we were in a year ago",
            date(2023, 10, 1),
            date(2023, 12, 31),
        ),
        ("6개월 전 분기 수출", date(2024, 4, 1), date(2024, 6, 30)),
        ("Exports in the same month two years back?", date(2022, 11, 1), date(2022, 11, 30)),
    ],
)
def test_year_said_apart_and_the_unit_spoken_of_make_one_period(
    text: str, first: date, last: date
) -> None:
    asked = interpret(Question(text, TODAY), render_korean=True).period
    assert asked is not None
    assert (asked.period.first, asked.period.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "How do exports this month compare with two years ago?",
        "Exports this month and a year ago",
        "Which month of last year had the highest exports?",
        "Did exports last year grow month by month?",
    ],
)
def test_what_is_compared_or_looked_for_changes_no_period(text: str) -> None:
    made = find_periods(text, TODAY, past=True)
    assert place_now(text, made) == made
    assert fit_to_unit(text, made, TODAY) == made


def test_examples_hold() -> None:
    assert doctest.testmod(periods_shifted).failed == 0
