"""Sentences sorted by hand: those that only state what a figure is compared with, and others."""

import doctest
from datetime import date

import pytest

from qa import elsewhen
from qa.elsewhen import is_elsewhen
from qa.periods import Granularity, Period

PUBLISHED = date(2025, 12, 22)
NOVEMBER = Period(date(2025, 11, 1), date(2025, 11, 30), Granularity.MONTH)
THIRD_QUARTER = Period(date(2025, 7, 1), date(2025, 9, 30), Granularity.QUARTER)
YEAR = Period(date(2025, 1, 1), date(2025, 12, 31), Granularity.YEAR)


def test_docstring_examples_hold() -> None:
    assert doctest.testmod(elsewhen).failed == 0


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The share of online channels was 60.0% in November 2024.", NOVEMBER),
        ("November 2024 had brought $0.76 billion.", NOVEMBER),
        ("A year earlier 71.8 million barrels had been imported.", NOVEMBER),
        ("작년 같은 달에는 11.6억 달러를 수출했다.", NOVEMBER),
        ("The third quarter of 2024 had closed at $15.9 billion.", THIRD_QUARTER),
        ("한 해 전 같은 분기의 실적은 344억 달러이다.", THIRD_QUARTER),
    ],
)
def test_sentence_that_states_what_is_compared_with_is_of_another_time(
    sentence: str, asked: Period
) -> None:
    assert is_elsewhen(sentence, PUBLISHED, asked)


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The share was 60.7% in November 2025, against 60.0% in November 2024.", NOVEMBER),
        ("Exports stood at $36.4 billion, compared with $42.7 billion a year before.", NOVEMBER),
        ("A year earlier than planned, 71.8 million barrels came.", YEAR),
        ("작년 같은 달보다 15.5% 줄었다.", NOVEMBER),
        ("전년 동월 대비 15.5% 줄었다.", NOVEMBER),
        ("It is the highest figure since November 2021.", NOVEMBER),
        ("Phones launched in September sold for $3 million.", NOVEMBER),
        ("Exports rose 3 percent.", NOVEMBER),
        ("Exports came to $683.8 billion in 2024.", YEAR),
    ],
)
def test_other_sentences_are_not(sentence: str, asked: Period) -> None:
    assert not is_elsewhen(sentence, PUBLISHED, asked)
